//! Risks that somebody accepts by name: what is accepted, and whether it still stands so.
//!
//! An acceptance is bound to a digest over everything that decides the risk of an activity. Whoever
//! changes any of that opens it again; a reason, a note or an owner may be written better.

use std::fmt::Write as _;

use super::{Scope, activity_risk};
use crate::domain::{
    Acceptance, Action, ActivityAnswer, BandId, Consequences, Date, LevelNumber, Method, Rating,
    RiskAnswer, Status, ThreatAnswer, Treatment, digest,
};
use crate::finding::{Bands, NotAcceptable};

/// How an acceptance stands to what is in the file now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepted {
    /// It holds.
    Stands,
    /// Its day has passed.
    Expired,
    /// What was accepted is not what stands there now.
    Reopened,
}

/// How the acceptance of an activity stands on a day; nothing where nobody has accepted.
#[must_use]
pub fn accepted(answer: &ActivityAnswer, scope: Scope<'_>, as_of: Date) -> Option<Accepted> {
    let acceptance = answer.acceptance.as_ref()?;
    let is_named = ![&acceptance.by, &acceptance.role].iter().any(|text| text.trim().is_empty());
    Some(if !is_named || acceptance.digest != acceptable_digest(answer, scope) {
        Accepted::Reopened
    } else if acceptance.until.is_some_and(|until| until < as_of) {
        Accepted::Expired
    } else {
        Accepted::Stands
    })
}

/// Bands of an activity now; missing where it has none.
#[must_use]
pub fn bands_now(answer: &ActivityAnswer, scope: Scope<'_>) -> Bands {
    let risk = activity_risk(answer, scope);
    Bands {
        current: risk.current().map(|(_, score)| score.band.into()),
        residual: risk.residual().map(|(_, score)| score.band.into()),
    }
}

/// Bands that were accepted, in the words of the method; its key where the method has it no more.
#[must_use]
pub fn bands_then(acceptance: &Acceptance, method: &Method) -> Bands {
    let name = |id: &BandId| {
        method
            .band_by_id(id)
            .map_or_else(|| crate::finding::Name::new(id.as_str(), id.as_str()), Into::into)
    };
    Bands {
        current: acceptance.current.as_ref().map(name),
        residual: acceptance.residual.as_ref().map(name),
    }
}

/// Who accepts, in which role, from when and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptor {
    /// Name.
    pub by: String,
    /// Role.
    pub role: String,
    /// From which day.
    pub on: Date,
    /// Until and with which day; missing means until the next round.
    pub until: Option<Date>,
}

/// The acceptance of an activity as it stands, or every reason why it cannot be given: with the threat
/// that is in the way, or nothing where it is the activity.
///
/// # Errors
/// The activity is not assessed, or a treatment is chosen and nobody says what it leaves.
pub fn acceptance(
    answer: &ActivityAnswer,
    scope: Scope<'_>,
    who: Acceptor,
) -> Result<Acceptance, Vec<(Option<crate::domain::ThreatId>, NotAcceptable)>> {
    let risk = activity_risk(answer, scope);
    let mut reasons = Vec::new();
    match (answer.status, risk.current()) {
        (Status::NotApplicable, _) => reasons.push((None, NotAcceptable::NotApplicable)),
        (Status::Assessed, Some(_)) => {}
        (Status::Assessed, None) => reasons.push((None, NotAcceptable::NoFigures)),
        (Status::NotStarted | Status::InProgress, _) => {
            reasons.push((None, NotAcceptable::NotAssessed));
        }
    }
    for line in &risk.risks {
        let threat = match &line.source {
            super::RiskSource::Direct => None,
            super::RiskSource::Threat(id) => Some(id),
        };
        let Some(of) = answer.risk(threat) else { continue };
        let is_changed = of.treatment.is_some_and(|treatment| treatment != Treatment::Accept);
        let has_residual =
            of.residual_likelihood.rated().is_some() || of.residual_consequence.rated().is_some();
        if is_changed && !has_residual {
            reasons.push((threat.cloned(), NotAcceptable::NoResidual));
        }
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let Acceptor { by, role, on, until } = who;
    Ok(Acceptance {
        by,
        role,
        on,
        until,
        current: risk.current().map(|(_, score)| score.band.id.clone()),
        residual: risk.residual().map(|(_, score)| score.band.id.clone()),
        digest: acceptable_digest(answer, scope),
    })
}

/// Digest over what is accepted: every input that decides the risk, the method, and what comes of it.
fn acceptable_digest(answer: &ActivityAnswer, scope: Scope<'_>) -> String {
    let ActivityAnswer {
        status,
        consequences: Consequences { figures },
        direct,
        threats,
        status_reason: _,
        owner: _,
        systems: _,
        note: _,
        assessed: _,
        review_by: _,
        acceptance: _,
        extra: _,
    } = answer;
    let mut text = Content::default();
    text.line(&["method", scope.method.id.as_str(), &scope.method.version.to_string()]);
    text.line(&["status", if *status == Status::NotApplicable { "not-applicable" } else { "" }]);
    for ((whose, kind), figure) in figures {
        if scope.perspectives.contains(whose) {
            text.line(&["consequence", whose.key(), kind.key(), &rated(figure.rating)]);
        }
    }
    text.risk("", direct);
    for (id, ThreatAnswer { not_relevant, risk, extra: _ }) in threats {
        let is_relevant = not_relevant.is_none().to_string();
        text.line(&["threat", id.as_str(), &is_relevant]);
        text.risk(id.as_str(), risk);
    }
    let risk = activity_risk(answer, scope);
    for line in &risk.risks {
        for score in [&line.current, &line.residual] {
            let (likelihood, consequence) = (score.likelihood, score.consequence);
            text.line(&[&likelihood.to_string(), &consequence.to_string(), score.band.id.as_str()]);
        }
    }
    digest(text.0.as_bytes())
}

/// Lines of texts, each with its length in front, so that no two contents look alike.
#[derive(Default)]
struct Content(String);

impl Content {
    fn line(&mut self, texts: &[&str]) {
        for text in texts {
            // A string takes everything.
            let _written = write!(self.0, "{}:{text},", text.len());
        }
        self.0.push('\n');
    }

    fn risk(&mut self, threat: &str, risk: &RiskAnswer) {
        let RiskAnswer {
            likelihood,
            reason: _,
            measures,
            treatment,
            actions,
            residual_likelihood,
            residual_consequence,
        } = risk;
        let figures =
            [rated(*likelihood), rated(*residual_likelihood), rated(*residual_consequence)];
        let treatment = treatment.map_or("", Treatment::key);
        self.line(&["risk", threat, &figures.join(" "), treatment]);
        for measure in measures {
            self.line(&["measure", measure]);
        }
        for Action { what, owner: _, deadline, extra: _ } in actions {
            let deadline = deadline.map_or_else(String::new, |day| day.to_string());
            self.line(&["action", what, &deadline]);
        }
    }
}

fn rated<L: LevelNumber>(rating: Rating<L>) -> String {
    match rating {
        Rating::Rated(level) => level.number().to_string(),
        Rating::NotRated => "-".to_owned(),
        Rating::NotApplicable => "x".to_owned(),
    }
}
