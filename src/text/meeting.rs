//! Words of a meeting: on the screen, and in its minutes.

use super::words::{count, counted};
use super::{Lang, date};
use crate::domain::Date;

/// What a text of a meeting is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// What was decided.
    Decision,
    /// What is still open.
    Question,
    /// Who is there.
    Present,
}

/// How far the agenda is; `pace` is missing where it is too early to say.
#[must_use]
pub fn progress(lang: Lang, (done, of): (usize, usize), pace: Option<usize>) -> String {
    let (done, of) = (count(lang, done), count(lang, of));
    let pace = pace.map(|pace| match lang {
        Lang::Da => format!(", ca. {} pr. time", count(lang, pace)),
        Lang::En => format!(", about {} an hour", count(lang, pace)),
    });
    let said = match lang {
        Lang::Da => format!("{done} af {of} behandlet"),
        Lang::En => format!("{done} of {of} gone through"),
    };
    said + &pace.unwrap_or_default()
}

/// Title of the list that is the agenda.
#[must_use]
pub fn agenda(lang: Lang) -> &'static str {
    lang.pick("dagsorden", "agenda")
}

/// The place of the shown activity on the agenda; missing where it is not on it.
#[must_use]
pub fn point(lang: Lang, place: Option<usize>, is_treated: bool) -> String {
    let treated = match is_treated {
        true => lang.pick("[x] behandlet", "[x] gone through"),
        false => lang.pick("[ ] ikke behandlet", "[ ] not gone through"),
    };
    match (lang, place) {
        (Lang::Da, Some(place)) => format!("Punkt {place} {treated}"),
        (Lang::En, Some(place)) => format!("Item {place} {treated}"),
        (_, None) => {
            format!("{} {treated}", lang.pick("Uden for dagsordenen", "Not on the agenda"))
        }
    }
}

/// Who is there.
#[must_use]
pub fn present(lang: Lang) -> &'static str {
    lang.pick("Til stede", "Present")
}

/// That nobody has been written down as present.
#[must_use]
pub fn nobody(lang: Lang) -> &'static str {
    lang.pick("ikke skrevet endnu (tryk p)", "not written yet (press p)")
}

/// What was decided about an activity.
#[must_use]
pub fn decision(lang: Lang) -> &'static str {
    lang.pick("Beslutning", "Decision")
}

/// What is open about an activity.
#[must_use]
pub fn question(lang: Lang) -> &'static str {
    lang.pick("Åbent spørgsmål", "Open question")
}

/// Title and hint of a text that is written.
#[must_use]
pub fn purpose(lang: Lang, writing: Writing) -> (&'static str, &'static str) {
    let keys = lang.pick(
        "Enter gemmer i referatet, Ctrl-J er ny linje, Esc fortryder.",
        "Enter saves in the minutes, Ctrl-J is a new line, Esc leaves it.",
    );
    match writing {
        Writing::Decision => (lang.pick("Hvad er besluttet?", "What was decided?"), keys),
        Writing::Question => {
            (lang.pick("Hvad skal I have svar på?", "What needs an answer?"), keys)
        }
        Writing::Present => (
            lang.pick(
                "Hvem er til stede? Sæt komma mellem navnene",
                "Who is present? Put commas between the names",
            ),
            keys,
        ),
    }
}

/// That the agenda has nothing more behind or before this.
#[must_use]
pub fn end_of_agenda(lang: Lang, back: bool, left: usize) -> String {
    match (lang, back) {
        (Lang::Da, true) => "Det er det første punkt på dagsordenen.".to_owned(),
        (Lang::En, true) => "That is the first item of the agenda.".to_owned(),
        (Lang::Da, false) if left == 0 => {
            "Dagsordenen er behandlet til ende. Tryk q for at afslutte og se referatet.".to_owned()
        }
        (Lang::En, false) if left == 0 => {
            "The whole agenda has been gone through. Press q to leave and see the minutes."
                .to_owned()
        }
        (Lang::Da, false) => format!(
            "Det er det sidste punkt. {} er ikke behandlet; komma går tilbage.",
            counted(lang, left, ("punkt", "punkter"))
        ),
        (Lang::En, false) => format!(
            "That is the last item. {} not gone through; comma goes back.",
            counted(lang, left, ("item is", "items are"))
        ),
    }
}

/// That a key is for meetings only.
#[must_use]
pub fn only_at_a_meeting(lang: Lang) -> &'static str {
    lang.pick(
        "Det hører til et møde: start med --meeting.",
        "That belongs to a meeting: start with --meeting.",
    )
}

/// That today's meeting goes on.
#[must_use]
pub fn goes_on(lang: Lang, (done, of): (usize, usize)) -> String {
    let progress = progress(lang, (done, of), None);
    match lang {
        Lang::Da => format!("Mødet fra tidligere i dag fortsætter: {progress}."),
        Lang::En => format!("The meeting from earlier today goes on: {progress}."),
    }
}

/// That the minutes were changed by somebody else, and where ours stand now.
#[must_use]
pub fn kept_apart(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Da => format!("Referatet er ændret af en anden. Jeres fortsætter i {file}"),
        Lang::En => format!("The minutes were changed by somebody else. Yours go on in {file}"),
    }
}

/// That nothing is on the agenda.
#[must_use]
pub fn nothing_on_it(lang: Lang) -> &'static str {
    lang.pick(
        "Der er intet at sætte på dagsordenen: alt er vurderet. Se det, der haster, igen med --red-first.",
        "There is nothing to put on the agenda: everything is assessed. Look again at what is urgent with --red-first.",
    )
}

/// How the minutes are written to a file.
#[must_use]
pub fn how_to_write(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Da => format!(
            "Referatet er gemt i {file}. Skriv det ud med: risiko minutes {file} -o referat.html (eller .md)"
        ),
        Lang::En => format!(
            "The minutes are saved in {file}. Write them out with: risiko minutes {file} -o minutes.html (or .md)"
        ),
    }
}

/// Title of the minutes.
#[must_use]
pub fn title(lang: Lang, name: &str, round: &str, held: Date) -> String {
    let day = date(lang, held);
    match lang {
        Lang::Da => format!("Referat af møde om {name} {round}, {day}"),
        Lang::En => format!("Minutes of a meeting about {name} {round}, {day}"),
    }
}

/// When it was, and how far it came.
#[must_use]
pub fn when(lang: Lang, (from, to): (&str, &str), progress: (usize, usize)) -> String {
    let done = self::progress(lang, progress, None);
    match lang {
        Lang::Da => format!("Kl. {from}–{to}. Af dagsordenens punkter er {done}."),
        Lang::En => format!("{from}–{to}. Of the items of the agenda, {done}."),
    }
}

/// That nobody wrote down who was there.
#[must_use]
pub fn nobody_written(lang: Lang) -> &'static str {
    lang.pick("ikke skrevet op", "not written down")
}

/// Headings of the minutes: gone through, decisions, open questions, left.
#[must_use]
pub fn headings(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["Gennemgået", "Beslutninger", "Åbne spørgsmål", "Tilbage på dagsordenen"],
        ["Gone through", "Decisions", "Open questions", "Left on the agenda"],
    )
}

/// Names of the tabs of the minutes as a workbook.
#[must_use]
pub fn tab(lang: Lang) -> &'static str {
    lang.pick("Referat", "Minutes")
}

/// Columns of what was gone through.
#[must_use]
pub fn columns(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["Nr.", "Aktivitet", "Før mødet", "Efter mødet", "Når handlingerne er udført", "Status"],
        ["No.", "Activity", "Before", "After", "When the actions are done", "Status"],
    )
}

/// More columns where the minutes are a table of their own: agenda, gone through, decision, question.
#[must_use]
pub fn more_columns(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["På dagsordenen", "Behandlet", "Beslutning", "Åbent spørgsmål"],
        ["On the agenda", "Gone through", "Decision", "Open question"],
    )
}

/// How the table of what was gone through is read.
#[must_use]
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "S er sandsynlighed, K er konsekvens. Tallene er, som de stod, da mødet tog aktiviteten op, og som mødet \
         efterlod dem. Et * er en aktivitet, der ikke stod på dagsordenen.",
        "L is likelihood, C is consequence. The figures are as they stood when the meeting took the activity up, \
         and as it left them. A * is an activity that was not on the agenda.",
    )
}

/// How many more are left than the screen shows.
#[must_use]
pub fn more_left(lang: Lang, more: usize) -> String {
    match lang {
        Lang::Da => format!("og {} til; en fil har dem alle (-o)", count(lang, more)),
        Lang::En => format!("and {} more; a file has them all (-o)", count(lang, more)),
    }
}

/// Of what is left: that it was taken up all the same.
#[must_use]
pub fn not_done(lang: Lang) -> &'static str {
    lang.pick("(taget op, men ikke gjort færdig)", "(taken up, but not done)")
}

/// That nothing was gone through.
#[must_use]
pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("Ingen aktiviteter er gennemgået.", "No activity was gone through.")
}

/// What a key does at a meeting, in full, by the key of its action.
#[must_use]
pub fn action_in_full(lang: Lang, key: &str) -> &'static str {
    match key {
        "next-item" => {
            lang.pick("mødet: næste punkt på dagsordenen", "meeting: next item of the agenda")
        }
        "previous-item" => lang.pick("mødet: forrige punkt", "meeting: item before"),
        "decision" => lang.pick(
            "mødet: skriv en beslutning; punktet er så behandlet",
            "meeting: write a decision; the item then is gone through",
        ),
        "question" => {
            lang.pick("mødet: skriv et åbent spørgsmål", "meeting: write an open question")
        }
        "treated" => lang.pick(
            "mødet: punktet er behandlet, eller ikke alligevel",
            "meeting: the item is gone through, or not after all",
        ),
        "present" => lang.pick("mødet: hvem er til stede", "meeting: who is present"),
        _ => "",
    }
}
