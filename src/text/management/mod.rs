//! Words of the reports that are made for somebody: the board, the council, an area, the data protection
//! officer, and whoever asks for the record.

mod changes;
mod columns;
mod council;
mod dpo;
mod pictures;
mod record;
mod slides;
mod wording;

pub use changes::{against, among, read_through, since};
pub use columns::{
    action_columns, area_columns, change_columns, headings, level_columns, tabs, worst_columns,
};
pub use council::{
    council_accepted, council_actions, council_changed, council_headings, council_levels,
    council_origins, council_others, council_picture, council_worst, other_areas,
};
pub use dpo::{dpia_columns, dpia_note, dpo_headings, finding_columns, guarded_data};
pub use pictures::{Picture, labels, picture};
pub use record::{
    RecordField, contact_missing, gap, record_columns, record_field, record_gaps, record_statement,
    record_summary, third_countries,
};
pub use slides::{Talk, slide_notes};
pub use wording::{about_templates, for_reader, forms, reader_columns, wording, wording_columns};

use super::words::{band, count, counted};
use super::{Lang, date};
use crate::domain::{Band, Date};
use crate::engine::briefing::{Acceptances, ActionState, Question, Relief, Sureness};
use crate::engine::{Accepted, Coverage};

/// "4 af 93 vurderede aktiviteter".
fn of_assessed(lang: Lang, part: usize, whole: usize) -> String {
    let (part, whole) = (count(lang, part), count(lang, whole));
    match lang {
        Lang::Da => format!("{part} af {whole} vurderede aktiviteter"),
        Lang::En => format!("{part} of {whole} assessed activities"),
    }
}

/// How many stand in the worst band, today and when what is planned is done; each of how many.
#[must_use]
pub fn worst(lang: Lang, of: &Band, (now, later, whole): (usize, usize, usize)) -> String {
    let (name, part) = (band(lang, of), of_assessed(lang, now, whole));
    let later = count(lang, later);
    match (lang, now) {
        (Lang::Da, 0) => {
            let whole = count(lang, whole);
            format!("Ingen af de {whole} vurderede aktiviteter har risikoniveauet {name}.")
        }
        (Lang::En, 0) => {
            format!("None of the {} assessed activities is {name}.", count(lang, whole))
        }
        (Lang::Da, _) => format!(
            "{part} har risikoniveauet {name}, det højeste. Når det planlagte er gennemført, er det {later}."
        ),
        (Lang::En, _) => {
            format!(
                "{part} are {name}, the worst band. When what is planned is done, it is {later}."
            )
        }
    }
}

/// The title of a report about one area, whose own words do not name it.
#[must_use]
pub fn title_of_area(lang: Lang, title: &str, area: &str) -> String {
    match lang {
        Lang::Da => format!("{title} – kun området {area}"),
        Lang::En => format!("{title} – only the area {area}"),
    }
}

/// How far the assessment of one area is.
#[must_use]
pub fn stand_of_area(lang: Lang, area: &str, stand: &str) -> String {
    match lang {
        Lang::Da => format!("Området {area}: {stand}"),
        Lang::En => format!("The area {area}: {stand}"),
    }
}

/// That nothing is assessed yet: a report has nothing to say about risk.
#[must_use]
pub fn nothing_assessed(lang: Lang, whole: usize, is_council: bool) -> String {
    let whole = count(lang, whole);
    match (lang, is_council) {
        (Lang::Da, false) => format!(
            "Intet er vurderet endnu: 0 af {whole} aktiviteter har et risikoniveau. Rapporten siger derfor intet om risikoen."
        ),
        (Lang::En, false) => format!(
            "Nothing is assessed yet: 0 of {whole} activities have a band. So the report says nothing about the risk."
        ),
        (Lang::Da, true) => format!(
            "Intet er vurderet endnu: 0 af {whole} slags opgaver. Der kan derfor ikke siges noget om risikoen."
        ),
        (Lang::En, true) => format!(
            "Nothing is assessed yet: 0 of {whole} kinds of tasks. So nothing can be said about the risk."
        ),
    }
}

/// How many questions there are to decide; `open` is how many activities are not assessed.
#[must_use]
pub fn to_decide(lang: Lang, questions: usize, activities: usize, open: usize) -> String {
    if questions == 0 {
        return match (lang, open) {
            (Lang::Da, 0) => "Der er intet, som skal afgøres eller accepteres i dag.".to_owned(),
            (Lang::En, 0) => "There is nothing to decide or accept today.".to_owned(),
            (Lang::Da, _) => format!(
                "I det, der er vurderet, er der intet at afgøre eller acceptere; {} er ikke vurderet endnu.",
                counted(lang, open, ("aktivitet", "aktiviteter"))
            ),
            (Lang::En, _) => format!(
                "Nothing to decide or accept in what is assessed; {} not yet assessed.",
                counted(lang, open, ("activity is", "activities are"))
            ),
        };
    }
    let questions =
        counted(lang, questions, lang.pick(("spørgsmål", "spørgsmål"), ("question", "questions")));
    let activities = counted(
        lang,
        activities,
        lang.pick(("aktivitet", "aktiviteter"), ("activity", "activities")),
    );
    match lang {
        Lang::Da => format!("{questions} skal afgøres, i {activities}."),
        Lang::En => format!("{questions} to decide, in {activities}."),
    }
}

/// How many actions are planned, and how many of them lack something.
#[must_use]
pub fn actions(
    lang: Lang,
    all: usize,
    planned: usize,
    overdue: usize,
    incomplete: usize,
) -> String {
    if all == 0 {
        return lang.pick("Ingen handlinger er planlagt.", "No actions are planned.").to_owned();
    }
    let whole = counted(lang, all, lang.pick(("handling", "handlinger"), ("action", "actions")));
    if planned == all {
        return match lang {
            Lang::Da => format!(
                "{whole} er planlagt, alle med ansvarlig og en frist, der ikke er overskredet."
            ),
            Lang::En => format!("{whole} planned, all with an owner and a deadline to come."),
        };
    }
    let [planned, overdue, incomplete] = [planned, overdue, incomplete].map(|n| count(lang, n));
    match lang {
        Lang::Da => format!(
            "{whole} er planlagt: {planned} med ansvarlig og en frist, der ikke er overskredet, {overdue} er over fristen, og {incomplete} mangler ansvarlig eller frist."
        ),
        Lang::En => format!(
            "{whole} planned: {planned} with an owner and a deadline to come, {overdue} overdue, and {incomplete} without an owner or a deadline."
        ),
    }
}

/// When the next actions are due, and the last.
#[must_use]
pub fn deadlines(lang: Lang, (next, due): (Date, usize), last: Date) -> String {
    let (next_day, last_day) = (date(lang, next), date(lang, last));
    let due = counted(lang, due, lang.pick(("handling", "handlinger"), ("action", "actions")));
    match (lang, next == last) {
        (Lang::Da, true) => format!("Fristen er {next_day} for {due}."),
        (Lang::En, true) => format!("The deadline is {next_day} for {due}."),
        (Lang::Da, false) => {
            format!("Næste frist er {next_day} for {due}; den sidste er {last_day}.")
        }
        (Lang::En, false) => {
            format!("The next deadline is {next_day} for {due}; the last is {last_day}.")
        }
    }
}

/// What the actions cost where somebody wrote it: the sum of so many of so many.
#[must_use]
pub fn cost(lang: Lang, column: &str, sum: &str, (given, of): (usize, usize)) -> String {
    let sum = super::words::number(lang, sum);
    let (given, of) = (count(lang, given), count(lang, of));
    match lang {
        Lang::Da => format!(
            "{column}: {sum} i alt for de {given} af {of} handlinger, hvor der står et tal."
        ),
        Lang::En => {
            format!("{column}: {sum} in all for the {given} of {of} actions that state a number.")
        }
    }
}

/// On what the figures rest; each count with its whole.
#[must_use]
pub fn sure(lang: Lang, of: Sureness) -> Vec<String> {
    let n = |number: usize| count(lang, number);
    let (own, all, starting) = (n(of.own), n(of.consequences), n(of.starting));
    let (threats, activities, finished) = (n(of.by_threat), n(of.activities), n(of.finished));
    let (reasons, likelihoods) = (n(of.with_reason), n(of.likelihoods));
    match lang {
        Lang::Da => vec![
            format!(
                "{own} af {all} konsekvenstal i de vurderede aktiviteter er kommunens egne; {starting} er udgangsværdier, som ingen har bekræftet."
            ),
            format!("{reasons} af {likelihoods} sandsynligheder har en begrundelse."),
            format!(
                "{threats} af {activities} aktiviteter er vurderet trussel for trussel; resten har én samlet sandsynlighed."
            ),
            format!("{finished} af {activities} aktiviteter med et risikoniveau er meldt færdige."),
        ],
        Lang::En => vec![
            format!(
                "{own} of {all} consequence figures of assessed activities are the municipality's own; {starting} are starting figures that nobody has confirmed."
            ),
            format!("{reasons} of {likelihoods} likelihoods have a reason."),
            format!(
                "{threats} of {activities} activities are assessed threat by threat; the rest have one likelihood for all."
            ),
            format!("{finished} of {activities} activities with a band are marked as assessed."),
        ],
    }
}

/// How many questions the check and the pattern of the answers raise.
#[must_use]
pub fn raised_by_check(lang: Lang, errors: usize, warnings: usize, notes: usize) -> String {
    match lang {
        Lang::Da => format!(
            "risiko check har {}, {} og {} til vurderingen.",
            counted(lang, errors, ("fejl", "fejl")),
            counted(lang, warnings, ("advarsel", "advarsler")),
            counted(lang, notes, ("note", "noter"))
        ),
        Lang::En => format!(
            "risiko check has {}, {} and {} about the assessment.",
            counted(lang, errors, ("error", "errors")),
            counted(lang, warnings, ("warning", "warnings")),
            counted(lang, notes, ("note", "notes"))
        ),
    }
}

/// A question as a meeting takes it up, without the name of its activity.
#[must_use]
pub fn question(lang: Lang, question: &Question<'_>, risks: &str) -> String {
    match question {
        Question::Treat { band: of, .. } => {
            let name = band(lang, of);
            match lang {
                Lang::Da => format!(
                    "Vælg, hvad der gøres ved {risks} ({name}), eller accepter det med navn."
                ),
                Lang::En => {
                    format!("Choose what is done about {risks} ({name}), or accept it by name.")
                }
            }
        }
        Question::AcceptOrDoMore { band: of } => {
            let name = band(lang, of);
            match lang {
                Lang::Da => format!(
                    "Restrisikoen er stadig {name}, når det planlagte er gennemført: accepter den med navn, eller gør mere."
                ),
                Lang::En => format!(
                    "What remains is still {name} when what is planned is done: accept it by name, or do more."
                ),
            }
        }
        Question::AcceptAgain { because } => match (lang, because) {
            (Lang::Da, Accepted::Expired) => {
                "Accepten er udløbet: giv den igen, eller gør noget.".to_owned()
            }
            (Lang::En, Accepted::Expired) => {
                "The acceptance has expired: give it again, or act.".to_owned()
            }
            (Lang::Da, _) => {
                "Svaret er ændret, efter at det blev accepteret: tag stilling igen.".to_owned()
            }
            (Lang::En, _) => {
                "The answer has changed since it was accepted: decide again.".to_owned()
            }
        },
        Question::Overdue { actions, since } => overdue(lang, *actions, *since),
        Question::Complete { actions, of } => {
            let (number, of) = (count(lang, *actions), count(lang, *of));
            match lang {
                Lang::Da => format!("Sæt ansvarlig og frist på {number} af {of} handlinger."),
                Lang::En => format!("Name an owner and a deadline for {number} of {of} actions."),
            }
        }
        Question::Review { due } => {
            let day = date(lang, *due);
            match lang {
                Lang::Da => format!("Skulle være gennemgået igen {day}: gennemgå den."),
                Lang::En => format!("Was to be reviewed on {day}: review it."),
            }
        }
    }
}

fn overdue(lang: Lang, actions: usize, since: Date) -> String {
    let (number, day) = (count(lang, actions), date(lang, since));
    match (lang, actions) {
        (Lang::Da, 1) => {
            format!("1 handling skulle være gjort {day}: flyt fristen, eller gør den.")
        }
        (Lang::Da, _) => format!(
            "{number} handlinger er over fristen, den første siden {day}: flyt fristerne, eller gør dem."
        ),
        (Lang::En, 1) => format!("1 action was due on {day}: move the deadline, or do it."),
        (Lang::En, _) => format!(
            "{number} actions are overdue, the first since {day}: move the deadlines, or do them."
        ),
    }
}

/// That a list goes on elsewhere.
#[must_use]
pub fn more(lang: Lang, left: usize) -> String {
    let left = count(lang, left);
    lang.pick(format!("… og {left} til i bilaget."), format!("… and {left} more in the annex."))
}

/// How an action stands.
#[must_use]
pub fn action_state(lang: Lang, state: ActionState) -> &'static str {
    match state {
        ActionState::Planned => lang.pick("planlagt", "planned"),
        ActionState::Incomplete => {
            lang.pick("mangler ansvarlig eller frist", "lacks owner or deadline")
        }
        ActionState::Overdue => lang.pick("over fristen", "overdue"),
    }
}

/// From one band to another: "Høj → Middel".
#[must_use]
pub fn relief(lang: Lang, bands: &[Band], of: Relief) -> String {
    let name = |rank: u8| {
        let found = bands.iter().find(|known| known.rank == rank);
        found.map_or("", |found| band(lang, found))
    };
    match of.from == of.to {
        true => format!("{} ({})", name(of.from), lang.pick("uændret", "unchanged")),
        false => format!("{} → {}", name(of.from), name(of.to)),
    }
}

/// What the figures rest on: method, catalogue, day, and the number that a reader can check.
#[must_use]
pub fn footnote(
    lang: Lang,
    (method, version): (&str, u32),
    (catalogue, catalogue_digest): (&str, &str),
    as_of: Date,
    digest: &str,
) -> String {
    let day = date(lang, as_of);
    match lang {
        Lang::Da => format!(
            "Metode {method}, version {version}. Katalog {catalogue} ({catalogue_digest}). Opgjort pr. {day}. Kontrolsum {digest}; kontrolleres med risiko report --verify."
        ),
        Lang::En => format!(
            "Method {method}, version {version}. Catalogue {catalogue} ({catalogue_digest}). As of {day}. Checksum {digest}; checked with risiko report --verify."
        ),
    }
}

/// How much is assessed, for which day the figures hold, and on which day the report is made up.
#[must_use]
pub fn stand(lang: Lang, (figures, as_of): (Date, Date), of: Coverage) -> String {
    let (held, day) = (date(lang, figures), date(lang, as_of));
    let covered = super::coverage(lang, of);
    match (lang, figures == as_of) {
        (Lang::Da, true) => format!("Opgjort pr. {day}. {covered}"),
        (Lang::En, true) => format!("As of {day}. {covered}"),
        (Lang::Da, false) => format!("Opgjort pr. {day} ud fra vurderingen pr. {held}. {covered}"),
        (Lang::En, false) => format!("As of {day}, from the assessment as of {held}. {covered}"),
    }
}

/// How the figures are to be read.
#[must_use]
pub fn reading(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        [
            "Risikoniveauet slås op i metodens matrix ud fra sandsynlighed og konsekvens. En aktivitet har det værste niveau blandt sine trusler.",
            "Restrisikoen er kommunens skøn over, hvad der er tilbage, når alle planlagte handlinger er gennemført. Den er ikke opnået endnu.",
            "Det, der ikke er vurderet, tæller ingen steder med, heller ikke som lav risiko.",
        ],
        [
            "The band is looked up in the method's matrix by likelihood and consequence. An activity has the worst band of its threats.",
            "Residual risk is what the municipality expects to remain when all planned actions are done. It is not reached yet.",
            "What is not assessed counts nowhere, least of all as a low risk.",
        ],
    )
}

/// A band that is missing.
#[must_use]
pub fn none(lang: Lang) -> &'static str {
    lang.pick("ikke vurderet", "not assessed")
}

/// Whose actions follow.
#[must_use]
pub fn owner(lang: Lang, owner: Option<&str>) -> String {
    match owner.filter(|owner| !owner.trim().is_empty()) {
        Some(owner) => owner.to_owned(),
        None => lang.pick("Uden ansvarlig", "Without an owner").to_owned(),
    }
}

/// That a report is as it was written, and says what the assessment says.
#[must_use]
pub fn verified(lang: Lang, file: &str, digest: &str) -> String {
    match lang {
        Lang::Da => format!(
            "{file} er byte for byte den rapport, som vurderingen giver nu. Kontrolsum {digest}."
        ),
        Lang::En => format!(
            "{file} is byte for byte the report that the assessment gives now. Checksum {digest}."
        ),
    }
}

/// How many risks somebody has accepted by name, of how many, and how many of those acceptances have ended.
#[must_use]
pub fn accepted_by_name(lang: Lang, of: Acceptances, activities: usize) -> String {
    let [standing, ended, all] = [of.standing, of.ended, activities].map(|n| count(lang, n));
    let mut said = match lang {
        Lang::Da => format!("{standing} af {all} aktiviteters risici er accepteret med navn."),
        Lang::En => format!("The risks of {standing} of {all} activities are accepted by name."),
    };
    if of.ended > 0 {
        said.push_str(&match lang {
            Lang::Da => format!(" {ended} accepter gælder ikke mere."),
            Lang::En => format!(" {ended} acceptances hold no more."),
        });
    }
    said
}

/// Heading of who has accepted what.
#[must_use]
pub fn accepted_heading(lang: Lang) -> &'static str {
    lang.pick("Accepteret med navn", "Accepted by name")
}

/// That the screen shows only the first part.
#[must_use]
pub fn rest_in_a_file(lang: Lang) -> &'static str {
    lang.pick(
        "Resten kommer med, når rapporten skrives i en fil, fx -o rapport.pdf, rapport.docx eller rapport.html.",
        "The rest comes along when the report is written to a file, such as -o report.pdf, report.docx or report.html.",
    )
}
