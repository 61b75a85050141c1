//! Words for the data protection officer.

use crate::text::Lang;
use crate::text::words::count;

/// Headings: impact assessments, findings, each activity.
#[must_use]
pub fn dpo_headings(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        ["Konsekvensanalyser (DPIA)", "Fund", "Hver aktivitet for sig"],
        ["Impact assessments (DPIA)", "Findings", "Each activity by itself"],
    )
}

/// What the list of impact assessments is, and what it is not.
#[must_use]
pub fn dpia_note(lang: Lang, criteria: usize) -> String {
    let criteria = count(lang, criteria);
    match lang {
        Lang::Da => format!(
            "Aktiviteter, som efter katalogets forslag opfylder mindst {criteria} af de ni kriterier i WP248. Så er en konsekvensanalyse efter artikel 35 som regel nødvendig. Listen er et udgangspunkt: om analysen findes, og om den stadig passer, står ikke i vurderingen."
        ),
        Lang::En => format!(
            "Activities that, as the catalogue proposes, meet at least {criteria} of the nine criteria of WP248. An impact assessment under article 35 is then needed as a rule. The list is a starting point: the assessment does not say whether the analysis exists and still fits."
        ),
    }
}

/// The kinds of data that the law guards most, in a word each.
#[must_use]
pub fn guarded_data(lang: Lang, special: bool, offences: bool) -> String {
    let special = special.then(|| lang.pick("følsomme (art. 9)", "special (art. 9)"));
    let offences = offences.then(|| lang.pick("strafbare forhold (art. 10)", "offences (art. 10)"));
    special.into_iter().chain(offences).collect::<Vec<_>>().join(", ")
}

/// Headers of the table of impact assessments: number, activity, criteria, data.
#[must_use]
pub fn dpia_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["Nr.", "Aktivitet", "Kriterier", "Oplysninger"],
        ["No.", "Activity", "Criteria", "Data"],
    )
}

/// Headers of the table of findings: code, severity, where, what.
#[must_use]
pub fn finding_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(["Kode", "Alvor", "Hvor", "Hvad"], ["Code", "Severity", "Where", "What"])
}
