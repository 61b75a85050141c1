//! Who has accepted a risk, and whether it is still what was accepted.

use serde::Serialize;

use crate::domain::{ActivityAnswer, Assessment, BandId, Catalogue, Method};
use crate::engine::{Accepted, Scope, accepted};
use crate::text::{self, Lang};

/// An acceptance, as it stands in an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AcceptanceFacts {
    /// Who.
    pub by: String,
    /// In which role.
    pub role: String,
    /// ISO date.
    pub on: String,
    /// ISO date; null until the next round.
    pub until: Option<String>,
    /// Band that was accepted; null where nobody wrote it down.
    pub current: Option<String>,
    /// The same of what was to remain.
    pub residual: Option<String>,
    /// Digest of what was accepted.
    pub digest: String,
    /// Whether what was accepted is what stands there now; null under another method.
    pub unchanged: Option<bool>,
}

impl AcceptanceFacts {
    /// The acceptance of an answer, read under a method.
    #[must_use]
    pub fn of(
        answer: &ActivityAnswer,
        assessment: &Assessment,
        catalogue: &Catalogue,
        method: &Method,
    ) -> Option<Self> {
        let acceptance = answer.acceptance.as_ref()?;
        let scope = Scope { catalogue, method, perspectives: &assessment.perspectives };
        let is_own = method.id == assessment.method.id;
        let band = |id: &Option<BandId>| id.as_ref().map(ToString::to_string);
        Some(Self {
            by: acceptance.by.clone(),
            role: acceptance.role.clone(),
            on: acceptance.on.to_string(),
            until: acceptance.until.map(|day| day.to_string()),
            current: band(&acceptance.current),
            residual: band(&acceptance.residual),
            digest: acceptance.digest.clone(),
            unchanged: is_own
                .then(|| accepted(answer, scope, acceptance.on) != Some(Accepted::Reopened)),
        })
    }
}

/// In a narrow column: until when, or that it holds no more.
pub(super) fn brief(lang: Lang, answer: &ActivityAnswer, facts: &AcceptanceFacts) -> String {
    let until = answer.acceptance.as_ref().and_then(|acceptance| acceptance.until);
    match (facts.unchanged, until) {
        (Some(false), _) => lang.pick("ændret siden", "changed since").to_owned(),
        // As files write it: a day in words does not fit.
        (_, Some(day)) => day.to_string(),
        (_, None) => lang.pick("næste runde", "next round").to_owned(),
    }
}

/// In a line: who, and until when.
pub(super) fn line(lang: Lang, answer: &ActivityAnswer, facts: &AcceptanceFacts) -> Option<String> {
    let acceptance = answer.acceptance.as_ref()?;
    let (by, role, on) = (&acceptance.by, &acceptance.role, text::date(lang, acceptance.on));
    let until = acceptance.until.map(|day| text::date(lang, day));
    let mut line = match (lang, until) {
        (Lang::Da, Some(until)) => format!("{by}, {role}, {on}; gælder til og med {until}"),
        (Lang::Da, None) => format!("{by}, {role}, {on}; gælder til næste runde"),
        (Lang::En, Some(until)) => format!("{by}, {role}, {on}; holds until {until}"),
        (Lang::En, None) => format!("{by}, {role}, {on}; holds until the next round"),
    };
    if facts.unchanged == Some(false) {
        line.push_str(lang.pick(
            " – svaret er ændret siden, så den gælder ikke mere",
            " – the answer has changed since, so it holds no more",
        ));
    }
    Some(line)
}
