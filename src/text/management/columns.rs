//! Headers, headings and names of tabs.

use crate::text::Lang;

/// Headers of the table of the worst: number, activity, today, then, why, owner.
#[must_use]
pub fn worst_columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["Nr.", "Aktivitet", "I dag", "Efter det planlagte", "Hvorfor", "Ansvarlig"],
        ["No.", "Activity", "Today", "When done", "Why", "Owner"],
    )
}

/// Headers of the table of actions: number, activity, action, owner, deadline, effect, state.
#[must_use]
pub fn action_columns(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        [
            "Nr.",
            "Aktivitet",
            "Handling",
            "Ansvarlig",
            "Frist",
            "Aktiviteten går fra → til",
            "Stand",
        ],
        ["No.", "Activity", "Action", "Owner", "Deadline", "The activity goes from → to", "State"],
    )
}

/// Headers of the table of areas, before a column for each band: area, assessed of.
#[must_use]
pub fn area_columns(lang: Lang) -> [&'static str; 2] {
    lang.pick(["Område", "Vurderet"], ["Area", "Assessed"])
}

/// Headers of the table of changes: number, activity, then, now, what moved.
#[must_use]
pub fn change_columns(lang: Lang) -> [&'static str; 3] {
    lang.pick(["Nr.", "Aktivitet", "Hvorfor"], ["No.", "Activity", "Why"])
}

/// Headings of parts that every report has the same: areas, all in the worst bands, actions, questions,
/// changes, others, how to read.
#[must_use]
pub fn headings(lang: Lang) -> [&'static str; 8] {
    lang.pick(
        [
            "Bilag",
            "Risikobilledet",
            "Områderne",
            "Alle aktiviteter, de værste først",
            "Alle handlinger",
            "Alle spørgsmål",
            "Alle ændringer",
            "Sådan læses det",
        ],
        [
            "Annex",
            "The risk picture",
            "The areas",
            "All activities, worst first",
            "All actions",
            "All questions",
            "All changes",
            "How to read it",
        ],
    )
}

/// Names of the tabs of a workbook: overview, worst, actions, development, areas, record.
#[must_use]
pub fn tabs(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["Overblik", "Top risici", "Handlinger", "Udvikling", "Områder", "Fortegnelse"],
        ["Overview", "Top risks", "Actions", "Development", "Areas", "Record"],
    )
}

/// Headers of the levels: likelihood and consequence today, and when what is planned is done.
#[must_use]
pub fn level_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["Sandsynlighed", "Konsekvens", "Sandsynlighed efter", "Konsekvens efter"],
        ["Likelihood", "Consequence", "Likelihood when done", "Consequence when done"],
    )
}
