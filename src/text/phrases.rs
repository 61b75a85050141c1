//! Sentences that several commands share.

use jiff::civil::DateTime;

use super::{Lang, words};
use crate::domain::{
    Action, ActivityId, Assessment, Consequence, Date, LevelNumber, Likelihood, Method, System,
    Threat,
};
use crate::engine::{Coverage, RiskPoint, RiskSource, Score};

/// Municipality and round, as a heading.
#[must_use]
pub fn assessment_title(lang: Lang, assessment: &Assessment) -> String {
    let (name, round) = (&assessment.municipality_name, &assessment.round);
    let as_of = date(lang, assessment.as_of);
    match lang {
        Lang::Da => format!("{name} Kommune, vurdering {round} (pr. {as_of})"),
        Lang::En => format!("{name} Municipality, assessment {round} (as of {as_of})"),
    }
}

/// How much is assessed; stands beside every total.
#[must_use]
pub fn coverage(lang: Lang, coverage: Coverage) -> String {
    let Coverage { assessed, whole, not_applicable } = coverage;
    let mut text = match lang {
        Lang::Da => format!("{assessed} af {whole} vurderet"),
        Lang::En => format!("{assessed} of {whole} assessed"),
    };
    if not_applicable > 0 {
        text.push_str(&match lang {
            Lang::Da => format!("; {not_applicable} ikke relevant for kommunen"),
            Lang::En => format!("; {not_applicable} not applicable"),
        });
    }
    text + "."
}

/// That only a part is listed; what follows is about all.
#[must_use]
pub fn listed(lang: Lang, shown: usize, all: usize) -> String {
    match lang {
        Lang::Da => format!("Viser {shown} af {all} aktiviteter. Hele vurderingen:"),
        Lang::En => format!("Showing {shown} of {all} activities. The whole assessment:"),
    }
}

/// How many changed activities are named.
const NAMED: usize = 8;

/// What stands below a result that follows its file: when it was last changed, and where.
#[must_use]
pub fn watching(lang: Lang, file: &str, at: Option<DateTime>, changed: &[ActivityId]) -> String {
    let mut text = String::new();
    if let Some(at) = at {
        let (hour, minute, second) = (at.hour(), at.minute(), at.second());
        let day = date(lang, at.date());
        text = match lang {
            Lang::Da => format!("Sidst ændret {day} kl. {hour:02}.{minute:02}.{second:02}"),
            Lang::En => format!("Last changed {day} at {hour:02}:{minute:02}:{second:02}"),
        };
        let named: Vec<&str> = changed.iter().take(NAMED).map(ActivityId::as_str).collect();
        if !named.is_empty() {
            text.push_str(&format!(" ({}", named.join(", ")));
            match changed.len() - named.len() {
                0 => {}
                more => text.push_str(&match lang {
                    Lang::Da => format!(" og {more} til"),
                    Lang::En => format!(" and {more} more"),
                }),
            }
            text.push(')');
        }
        text.push_str(". ");
    }
    text + &match lang {
        Lang::Da => format!("Følger {file}; Ctrl-C slutter."),
        Lang::En => format!("Following {file}; Ctrl-C ends."),
    }
}

/// Which method the bands come from.
#[must_use]
pub fn method_note(lang: Lang, method: &Method) -> String {
    let (id, version) = (&method.id, method.version);
    match lang {
        Lang::Da => format!("Risikoniveauet er slået op i matricen {id}, version {version}."),
        Lang::En => format!("Bands are looked up in the matrix {id}, version {version}."),
    }
}

/// A figure that nobody has given.
#[must_use]
pub fn not_rated(lang: Lang) -> &'static str {
    lang.pick("ikke vurderet", "not rated")
}

/// Today or residual.
#[must_use]
pub fn risk_point(lang: Lang, point: RiskPoint) -> &'static str {
    match point {
        RiskPoint::Current => lang.pick("Nuværende risiko", "Current risk"),
        RiskPoint::Residual => lang.pick("Restrisiko", "Residual risk"),
    }
}

/// A likelihood with its name.
#[must_use]
pub fn likelihood(lang: Lang, method: &Method, level: Likelihood) -> String {
    let label = method.likelihood_level(level).map_or("", |known| words::level_label(lang, known));
    format!("{level} {label}")
}

/// A consequence with its name.
#[must_use]
pub fn consequence(lang: Lang, method: &Method, level: Consequence) -> String {
    let label = method.consequence_level(level).map_or("", |known| words::level_label(lang, known));
    format!("{level} {label}")
}

/// A day as people write it.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Da => {
            let month = match date.month() {
                1 => "januar",
                2 => "februar",
                3 => "marts",
                4 => "april",
                5 => "maj",
                6 => "juni",
                7 => "juli",
                8 => "august",
                9 => "september",
                10 => "oktober",
                11 => "november",
                _ => "december",
            };
            format!("{}. {month} {}", date.day(), date.year())
        }
        Lang::En => date.to_string(),
    }
}

/// A planned action with owner and deadline.
#[must_use]
pub fn action(lang: Lang, action: &Action) -> String {
    let mut text = format!("{}: {}", lang.pick("handling", "action"), action.what);
    let owner =
        action.owner.as_ref().map(|owner| format!("{}: {owner}", lang.pick("ansvarlig", "owner")));
    let deadline = action
        .deadline
        .map(|day| format!("{}: {}", lang.pick("frist", "deadline"), date(lang, day)));
    let facts: Vec<String> = owner.into_iter().chain(deadline).collect();
    if !facts.is_empty() {
        text.push_str(&format!(" ({})", facts.join("; ")));
    }
    text
}

/// A system with its processor and tolerable downtime.
#[must_use]
pub fn system(lang: Lang, system: &System) -> String {
    let mut text = format!("System: {}", system.name);
    if let Some(processor) = &system.processor {
        text.push_str(&format!(", {} {processor}", lang.pick("databehandler", "processor")));
    }
    if let Some(hours) = system.max_downtime_hours {
        text.push_str(&match lang {
            Lang::Da => format!(", tåler at være nede i {hours} timer"),
            Lang::En => format!(", may be down for {hours} hours"),
        });
    }
    text
}

/// One sentence on how the band came about.
#[must_use]
pub fn why_this_band(
    lang: Lang,
    method: &Method,
    (source, threat): (&RiskSource, Option<&Threat>),
    score: &Score<'_>,
) -> String {
    let (perspective, dimension) = score.driver;
    let (perspective, dimension) =
        (words::perspective(lang, perspective), words::dimension(lang, dimension));
    let (l, c) = (score.likelihood.number(), score.consequence.number());
    let (band, id) = (words::band(lang, score.band), &method.id);
    let subject = match (lang, source) {
        (Lang::Da, RiskSource::Direct) => {
            "Ingen trusler er vurderet, så den direkte sandsynlighed afgør".to_owned()
        }
        (Lang::En, RiskSource::Direct) => {
            "No threat is rated, so the direct likelihood decides".to_owned()
        }
        (Lang::Da, RiskSource::Threat(threat_id)) => {
            let title = threat.map_or("", |threat| threat.title.as_str());
            format!("Den værste vurderede trussel afgør: {threat_id} {title}")
        }
        (Lang::En, RiskSource::Threat(threat_id)) => {
            let title = threat.map_or("", |threat| threat.title.as_str());
            format!("The worst rated threat decides: {threat_id} {title}")
        }
    };
    match lang {
        Lang::Da => format!(
            "{subject}. Konsekvensen {c} er den højeste, truslen kan ramme ({dimension}, \
             {perspective}). Feltet konsekvens {c}, sandsynlighed {l} er {band} i matricen {id}."
        ),
        Lang::En => format!(
            "{subject}. Consequence {c} is the highest that it can hit ({dimension}, \
             {perspective}). The cell consequence {c}, likelihood {l} is {band} in the matrix {id}."
        ),
    }
}
