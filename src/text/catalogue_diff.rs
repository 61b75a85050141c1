//! What differs between two catalogues, in words for the assessor.

use super::Lang;
use super::words::dimension;
use crate::engine::{EntryFate, Look, Part};

/// A part of an entry.
#[must_use]
pub fn part(lang: Lang, part: Part) -> String {
    let word = match part {
        Part::Title => lang.pick("titel", "title"),
        Part::Description => lang.pick("beskrivelse", "description"),
        Part::Area => lang.pick("område", "area"),
        Part::KleGroups => lang.pick("KLE-grupper", "KLE groups"),
        Part::DataSubjects => lang.pick("registrerede", "data subjects"),
        Part::PersonalData => lang.pick("oplysninger", "personal data"),
        Part::LegalBasis => lang.pick("retsgrundlag", "legal basis"),
        Part::Recipients => lang.pick("modtagere", "recipients"),
        Part::Retention => lang.pick("sletning", "deletion"),
        Part::Starting(of) => {
            let of = dimension(lang, of);
            return match lang {
                Lang::Da => format!("udgangsværdi for {of}"),
                Lang::En => format!("starting value for {of}"),
            };
        }
        Part::Downtime => lang.pick("timer uden adgang", "hours without access"),
        Part::Threats => lang.pick("trusler", "threats"),
        Part::DpiaCriteria => {
            lang.pick("kriterier for konsekvensanalyse", "criteria of an impact assessment")
        }
        Part::Changes => lang.pick("ændringer af lov eller opgave", "changes of law or task"),
        Part::Dimensions => {
            lang.pick("hvad den rammer eller beskytter", "what it hits or protects")
        }
        Part::Suggestion => lang.pick("hvor den foreslås", "where it is suggested"),
        Part::Reasons => lang.pick("begrundelser", "reasons"),
        Part::Systems => lang.pick("typiske systemer", "typical systems"),
        Part::Replaces => lang.pick("træder i stedet for", "stands in place of"),
        Part::Other => lang.pick("øvrige oplysninger", "other information"),
        Part::Evidence => lang.pick("hvad der peger på hvad", "what points to what"),
    };
    word.to_owned()
}

/// What happened to an entry.
#[must_use]
pub fn fate(lang: Lang, fate: &EntryFate) -> String {
    match (fate, lang) {
        (EntryFate::New, Lang::Da) => "ny".to_owned(),
        (EntryFate::New, Lang::En) => "new".to_owned(),
        (EntryFate::Retired(Some(next)), Lang::Da) => format!("udgået; opgaven ligger nu i {next}"),
        (EntryFate::Retired(Some(next)), Lang::En) => format!("retired; the task is now in {next}"),
        (EntryFate::Retired(None), Lang::Da) => "udgået".to_owned(),
        (EntryFate::Retired(None), Lang::En) => "retired".to_owned(),
        (EntryFate::Gone, Lang::Da) => "væk".to_owned(),
        (EntryFate::Gone, Lang::En) => "gone".to_owned(),
        (EntryFate::Changed(_), Lang::Da) => "ændret".to_owned(),
        (EntryFate::Changed(_), Lang::En) => "changed".to_owned(),
    }
}

/// Why an answer needs a look.
#[must_use]
pub fn look(lang: Lang, look: &Look) -> String {
    match (look, lang) {
        (Look::Retired { since, successor: Some(next) }, Lang::Da) => {
            format!("udgået {since}; svaret er gemt, og opgaven ligger nu i {next}")
        }
        (Look::Retired { since, successor: Some(next) }, Lang::En) => {
            format!("retired {since}; the answer is kept, and the task is now in {next}")
        }
        (Look::Retired { since, successor: None }, Lang::Da) => {
            format!("udgået {since}; svaret er gemt")
        }
        (Look::Retired { since, successor: None }, Lang::En) => {
            format!("retired {since}; the answer is kept")
        }
        (Look::StartingMoved { dimension: of, old, new: Some(new) }, _) => {
            let name = dimension(lang, *of);
            match lang {
                Lang::Da => format!("{name}: udgangsværdien er ændret fra {old} til {new}"),
                Lang::En => format!("{name}: the starting value has changed from {old} to {new}"),
            }
        }
        (Look::StartingMoved { dimension: of, old, new: None }, _) => {
            let name = dimension(lang, *of);
            match lang {
                Lang::Da => format!("{name}: {old} er ikke længere en udgangsværdi"),
                Lang::En => format!("{name}: {old} is no longer a starting value"),
            }
        }
        (Look::Changed(change), _) => format!("{}: {}", change.date, change.text),
    }
}
