//! Words of the workbench on the full screen.

use super::Lang;
use super::words::{self, count, counted};
use crate::domain::{Perspective, Status, Treatment};
use crate::engine::NotCarried;

/// A group of lines of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// No heading.
    None,
    /// Consequences, whose.
    Consequence(Perspective),
    /// Threats.
    Risks,
    /// Owner and note.
    More,
}

/// What a text is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// A reason.
    Reason,
    /// Why something does not apply.
    NotApplicable,
    /// The risk owner.
    Owner,
    /// The note.
    Note,
    /// What to look for.
    Search,
}

/// Heading of a group.
#[must_use]
pub fn group(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::None => "",
        Group::Consequence(Perspective::DataSubject) => {
            lang.pick("Konsekvens for den registrerede", "Consequence for the data subject")
        }
        Group::Consequence(Perspective::Organisation) => {
            lang.pick("Konsekvens for organisationen", "Consequence for the organisation")
        }
        Group::Consequence(Perspective::Society) => {
            lang.pick("Konsekvens for samfundet", "Consequence for society")
        }
        Group::Risks => lang.pick("Trusler", "Threats"),
        Group::More => lang.pick("Ejer og bemærkning", "Owner and note"),
    }
}

/// Heads of the three figures of a risk: likelihood today, and both when the actions are done.
#[must_use]
pub fn figure_heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["S nu", "S så", "K så"], ["L", "L'", "C'"])
}

/// Title of the list; `is_near` where nothing fits the search, but something resembles it.
#[must_use]
pub fn list_title(
    lang: Lang,
    shown: usize,
    filter: &str,
    (search, is_near): (&str, bool),
) -> String {
    let filter = match (lang, filter) {
        (Lang::Da, "open") => "mangler",
        (Lang::Da, "red") => "skal håndteres",
        (Lang::Da, "due") => "skal ses igen",
        (Lang::Da, "not-applicable") => "ikke relevante",
        (_, "agenda") => super::meeting::agenda(lang),
        (Lang::Da, _) => "alle",
        (Lang::En, "open") => "not done",
        (Lang::En, "red") => "to be treated",
        (Lang::En, "due") => "due for review",
        (Lang::En, "not-applicable") => "not applicable",
        (Lang::En, _) => "all",
    };
    let near = if is_near { lang.pick("ligner ", "like ") } else { "" };
    let search = if search.is_empty() { String::new() } else { format!(" · {near}\"{search}\"") };
    format!("{}: {filter} ({}){search}", lang.pick("Aktiviteter", "Activities"), count(lang, shown))
}

/// That nothing is in the list.
#[must_use]
pub fn empty_list(lang: Lang) -> &'static str {
    lang.pick("Ingen passer. Tryk f for et andet udvalg.", "None fits. Press f for another choice.")
}

/// That no activity is shown.
#[must_use]
pub fn no_activity(lang: Lang) -> &'static str {
    lang.pick("Ingen aktivitet valgt", "No activity chosen")
}

/// A sign for how far an activity has come.
#[must_use]
pub fn status_mark(status: Status) -> char {
    match status {
        Status::NotStarted => ' ',
        Status::InProgress => '~',
        Status::Assessed => '✓',
        Status::NotApplicable => '-',
    }
}

/// That a risk has no band yet.
#[must_use]
pub fn no_band(lang: Lang) -> &'static str {
    lang.pick("–", "–")
}

/// That an activity or threat does not apply.
#[must_use]
pub fn not_applicable(lang: Lang) -> &'static str {
    lang.pick("ikke relevant", "not relevant")
}

/// That a figure is not rated.
#[must_use]
pub fn not_rated(lang: Lang) -> &'static str {
    lang.pick("ikke vurderet", "not rated")
}

/// The law behind an activity.
#[must_use]
pub fn law(lang: Lang) -> &'static str {
    lang.pick("Lov", "Law")
}

/// Status.
#[must_use]
pub fn status(lang: Lang) -> &'static str {
    lang.pick("Status", "Status")
}

/// The line for the direct likelihood.
#[must_use]
pub fn direct(lang: Lang) -> &'static str {
    lang.pick("Samlet, hvis ingen trussel er vurderet", "As a whole, where no threat is rated")
}

/// The risk owner.
#[must_use]
pub fn owner(lang: Lang) -> &'static str {
    lang.pick("Risikoejer", "Risk owner")
}

/// The note.
#[must_use]
pub fn note(lang: Lang) -> &'static str {
    lang.pick("Bemærkning", "Note")
}

/// The catalogue's starting figure, where ours is another.
#[must_use]
pub fn starting_was(lang: Lang, level: u8) -> String {
    match lang {
        Lang::Da => format!("(katalogets udgangsværdi: {level})"),
        Lang::En => format!("(the catalogue's starting value: {level})"),
    }
}

/// What stood there in the earlier round.
#[must_use]
pub fn last_was(lang: Lang, level: u8) -> String {
    match lang {
        Lang::Da => format!("(sidste runde: {level})"),
        Lang::En => format!("(last round: {level})"),
    }
}

/// What is written beside a risk: reason, and how many measures and actions.
#[must_use]
pub fn risk_marks(
    lang: Lang,
    reason: Option<&str>,
    (measures, actions): (usize, usize),
    way: Option<Treatment>,
) -> String {
    let mut marks = Vec::new();
    if measures > 0 {
        let nouns = lang.pick(("foranstaltning", "foranstaltninger"), ("measure", "measures"));
        marks.push(counted(lang, measures, nouns));
    }
    marks.extend(way.map(|way| words::treatment(lang, way).to_owned()));
    if actions > 0 {
        let nouns = lang.pick(("handling", "handlinger"), ("action", "actions"));
        marks.push(counted(lang, actions, nouns));
    }
    let marks = if marks.is_empty() { String::new() } else { format!(" [{}]", marks.join(", ")) };
    match reason {
        Some(reason) => format!("{marks} – {reason}"),
        None => marks,
    }
}

/// Title of the pane with the matrix.
#[must_use]
pub fn picture_title(lang: Lang) -> &'static str {
    lang.pick("Risikobillede", "Risk picture")
}

/// Head of the matrix.
#[must_use]
pub fn matrix_head(lang: Lang) -> &'static str {
    lang.pick(
        "Konsekvens opad, sandsynlighed mod højre",
        "Consequence upwards, likelihood rightwards",
    )
}

/// What the marks in the matrix mean.
#[must_use]
pub fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "[NU] i dag · [SÅ] når handlingerne er udført",
        "[NOW] today · [THEN] when the actions are done",
    )
}

/// Today.
#[must_use]
pub fn mark_now(lang: Lang) -> &'static str {
    lang.pick("NU", "NOW")
}

/// When the actions are done.
#[must_use]
pub fn mark_after(lang: Lang) -> &'static str {
    lang.pick("SÅ", "THEN")
}

/// Both in one cell.
#[must_use]
pub fn mark_both(lang: Lang) -> &'static str {
    lang.pick("NU+SÅ", "NOW+")
}

/// Today.
#[must_use]
pub fn now(lang: Lang) -> &'static str {
    lang.pick("I dag", "Today")
}

/// When the actions are done.
#[must_use]
pub fn after(lang: Lang) -> &'static str {
    lang.pick("Når handlingerne er udført", "When the actions are done")
}

/// That there is no band to explain.
#[must_use]
pub fn nothing_to_explain(lang: Lang) -> &'static str {
    lang.pick(
        "Intet risikoniveau endnu: det kræver mindst én sandsynlighed og én konsekvens. Ikke vurderet er \
         ikke det samme som lav.",
        "No risk level yet: that takes at least one likelihood and one consequence. Not assessed is not the \
         same as low.",
    )
}

/// Heading of the findings.
#[must_use]
pub fn to_look_at(lang: Lang) -> &'static str {
    lang.pick("Se på", "To look at")
}

/// How far the assessment is.
#[must_use]
pub fn progress(lang: Lang, done: usize, of: usize) -> String {
    let (done, of) = (count(lang, done), count(lang, of));
    match lang {
        Lang::Da => format!("{done} af {of} vurderet"),
        Lang::En => format!("{done} of {of} assessed"),
    }
}

/// Whether everything is in the file.
#[must_use]
pub fn kept(lang: Lang, is_unkept: bool) -> &'static str {
    match is_unkept {
        true => lang.pick("IKKE GEMT", "NOT SAVED"),
        false => lang.pick("gemt", "saved"),
    }
}

/// The panes, with the one that is open in brackets, counted from 0.
#[must_use]
pub fn tabs(lang: Lang, open: usize) -> String {
    let names = lang.pick(["liste", "aktivitet", "billede"], ["list", "activity", "picture"]);
    let tab = |(place, name): (usize, &str)| {
        if place == open { format!("[{name}]") } else { format!(" {name} ") }
    };
    names.into_iter().enumerate().map(tab).collect()
}

/// Title above what the levels mean.
#[must_use]
pub fn meaning_title(lang: Lang) -> &'static str {
    lang.pick("Hvad niveauerne betyder her", "What the levels mean here")
}

/// What is done with a line that has no level.
#[must_use]
pub fn text_item(lang: Lang) -> &'static str {
    lang.pick(
        " Tryk r eller Enter for at skrive. På en konsekvens eller en trussel sætter et tal niveauet.",
        " Press r or Enter to write. On a consequence or a threat a digit sets the level.",
    )
}

/// What digits do, in a word.
#[must_use]
pub fn sets_level(lang: Lang) -> &'static str {
    lang.pick("niveau", "level")
}

/// What digits do, in full.
#[must_use]
pub fn digits(lang: Lang) -> &'static str {
    lang.pick(
        "sæt niveauet under markøren; 0 tager det ud igen",
        "set the level under the cursor; 0 takes it out again",
    )
}

/// That a digit means nothing here.
#[must_use]
pub fn no_level_here(lang: Lang) -> &'static str {
    lang.pick(
        "Her er intet niveau at sætte: gå til en konsekvens eller en trussel.",
        "There is no level to set here: go to a consequence or a threat.",
    )
}

/// That the scale has no such level.
#[must_use]
pub fn no_such_level(lang: Lang, top: u8) -> String {
    match lang {
        Lang::Da => format!("Skalaen går fra 1 til {top}."),
        Lang::En => format!("The scale goes from 1 to {top}."),
    }
}

/// That there is nothing to take back, or to make again.
#[must_use]
pub fn nothing_to_go_over(lang: Lang, back: bool) -> &'static str {
    match back {
        true => lang.pick(
            "Der er intet at fortryde. Tidligere ændringer tages tilbage med: risiko undo",
            "There is nothing to undo. Earlier changes are taken back with: risiko undo",
        ),
        false => lang.pick("Der er intet at gentage.", "There is nothing to make again."),
    }
}

/// That a step was taken back, or made again.
#[must_use]
pub fn gone_over(lang: Lang, back: bool, id: &str) -> String {
    match (lang, back) {
        (Lang::Da, true) => format!("Fortrudt i aktivitet {id}."),
        (Lang::Da, false) => format!("Gentaget i aktivitet {id}."),
        (Lang::En, true) => format!("Undone in activity {id}."),
        (Lang::En, false) => format!("Made again in activity {id}."),
    }
}

/// That somebody else changed the activity since.
#[must_use]
pub fn changed_since(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Da => {
            format!("Aktivitet {id} er ændret af en anden siden og kan ikke fortrydes her.")
        }
        Lang::En => {
            format!("Activity {id} was changed by somebody else since and cannot be undone here.")
        }
    }
}

/// That a reason is needed.
#[must_use]
pub fn needs_reason(lang: Lang) -> &'static str {
    lang.pick(
        "Uden en begrundelse bliver det ikke gemt: ingen kunne senere se, om det stadig gælder.",
        "Without a reason it is not saved: nobody could see later whether it still holds.",
    )
}

/// That a key is for risks only.
#[must_use]
pub fn only_at_a_risk(lang: Lang) -> &'static str {
    lang.pick("Gå til en trussel først (t).", "Go to a threat first (t).")
}

/// That every activity of the list is done.
#[must_use]
pub fn nothing_open(lang: Lang) -> &'static str {
    lang.pick("Alle aktiviteter på listen er vurderet.", "Every activity of the list is assessed.")
}

/// That no earlier round was named.
#[must_use]
pub fn no_last_round(lang: Lang) -> &'static str {
    lang.pick(
        "Start med --last FIL for at se sidste runde.",
        "Start with --last FILE to see the last round.",
    )
}

/// Why the answer of the earlier round cannot be taken over.
#[must_use]
pub fn not_carried(lang: Lang, why: NotCarried) -> &'static str {
    match why {
        NotCarried::OtherMunicipality => lang.pick(
            "Sidste runde er en anden kommunes.",
            "The last round is another municipality's.",
        ),
        NotCarried::OtherMethod => lang.pick(
            "Sidste runde brugte en anden metode: dens niveauer betyder noget andet her.",
            "The last round used another method: its levels say something else here.",
        ),
        NotCarried::NotAnswered => lang.pick(
            "Sidste runde har intet svar om denne aktivitet.",
            "The last round has no answer about this activity.",
        ),
    }
}

/// That a reason needs a figure to stand at.
#[must_use]
pub fn needs_level(lang: Lang) -> &'static str {
    lang.pick(
        "Sæt først et niveau; så kan det begrundes.",
        "Set a level first; then it can be given a reason.",
    )
}

/// Title and hint of a text that is written.
#[must_use]
pub fn purpose(lang: Lang, writing: Writing) -> (&'static str, &'static str) {
    let keys = lang.pick(
        "Enter gemmer, Ctrl-J er ny linje, Ctrl-O åbner jeres eget skriveprogram, Esc fortryder.",
        "Enter saves, Ctrl-J is a new line, Ctrl-O opens your own editor, Esc leaves it.",
    );
    match writing {
        Writing::Reason => (lang.pick("Begrundelse", "Reason"), keys),
        Writing::NotApplicable => {
            (lang.pick("Hvorfor er det ikke relevant?", "Why is it not relevant?"), keys)
        }
        Writing::Owner => (lang.pick("Hvem ejer risikoen?", "Who owns the risk?"), keys),
        Writing::Note => (lang.pick("Bemærkning", "Note"), keys),
        Writing::Search => (
            lang.pick("Søg efter nummer eller ord", "Search for a number or words"),
            lang.pick(
                "Enter beholder søgningen, Esc viser alle.",
                "Enter keeps the search, Esc shows all.",
            ),
        ),
    }
}

/// Title of the actions.
#[must_use]
pub fn actions_title(lang: Lang) -> &'static str {
    lang.pick("Håndtering og handlinger", "Treatment and actions")
}

/// Head of the treatments.
#[must_use]
pub fn treatment_head(lang: Lang) -> &'static str {
    lang.pick("Hvad gør I ved risikoen? (1-4)", "What do you do about the risk? (1-4)")
}

/// Head of the actions.
#[must_use]
pub fn actions_head(lang: Lang) -> &'static str {
    lang.pick(
        "Hvad skal der gøres? (ansvarlig; frist)",
        "What is to be done? (responsible; deadline)",
    )
}

/// The line for another action.
#[must_use]
pub fn new_action(lang: Lang) -> &'static str {
    lang.pick("+ ny handling", "+ new action")
}

/// Keys among the actions.
#[must_use]
pub fn actions_keys(lang: Lang) -> &'static str {
    lang.pick(
        "Enter skriver, Del sletter, Esc er færdig.",
        "Enter writes, Del deletes, Esc is done.",
    )
}

/// Keys while a part is written.
#[must_use]
pub fn writing_keys(lang: Lang) -> &'static str {
    lang.pick("Enter går videre, Esc stopper her.", "Enter goes on, Esc stops here.")
}

/// What is to be done.
#[must_use]
pub fn part_what(lang: Lang) -> &'static str {
    lang.pick("Hvad skal der gøres?", "What is to be done?")
}

/// Who does it.
#[must_use]
pub fn part_owner(lang: Lang) -> &'static str {
    lang.pick("Hvem gør det?", "Who does it?")
}

/// By when.
#[must_use]
pub fn part_deadline(lang: Lang) -> &'static str {
    lang.pick("Hvornår? (fx 1.3.2027)", "By when? (such as 2027-03-01)")
}

/// That a text is no day.
#[must_use]
pub fn no_day(lang: Lang) -> &'static str {
    lang.pick(
        "Det er ikke en dato. Skriv fx 1.3.2027.",
        "That is no date. Write one such as 2027-03-01.",
    )
}

/// Title of the measures.
#[must_use]
pub fn measures_title(lang: Lang) -> &'static str {
    lang.pick("Foranstaltninger, der findes i dag", "Measures in place today")
}

/// That the catalogue has none.
#[must_use]
pub fn no_measures(lang: Lang) -> &'static str {
    lang.pick("Kataloget har ingen til denne trussel.", "The catalogue has none for this threat.")
}

/// Keys among the measures.
#[must_use]
pub fn measures_keys(lang: Lang) -> &'static str {
    lang.pick(
        "Mellemrum vælger, Enter gemmer, Esc fortryder.",
        "Space chooses, Enter saves, Esc leaves it.",
    )
}

/// Title of the areas.
#[must_use]
pub fn areas_title(lang: Lang) -> &'static str {
    lang.pick("Vis et område", "Show an area")
}

/// Every area.
#[must_use]
pub fn all_areas(lang: Lang) -> &'static str {
    lang.pick("Alle områder", "All areas")
}

/// Title of the help.
#[must_use]
pub fn help_title(lang: Lang) -> &'static str {
    lang.pick("Taster (pile ruller, enhver anden lukker)", "Keys (arrows scroll, any other closes)")
}

/// Title of the question whether to leave.
#[must_use]
pub fn leave_title(lang: Lang) -> &'static str {
    lang.pick("Noget er ikke gemt", "Something is not saved")
}

/// Whether to leave all the same.
#[must_use]
pub fn leave_question(lang: Lang) -> &'static str {
    lang.pick(
        "Den seneste ændring er ikke kommet i filen. Afslut alligevel? j: ja, enhver anden tast: prøv at gemme igen.",
        "The latest change has not reached the file. Leave all the same? y: yes, any other key: try to save again.",
    )
}

/// Title of what is carried.
#[must_use]
pub fn carry_title(lang: Lang) -> &'static str {
    lang.pick("Svaret fra sidste runde", "The answer of the last round")
}

/// Whether to take an answer over.
#[must_use]
pub fn carry_question(lang: Lang, round: &str, status: &str, band: &str) -> String {
    match lang {
        Lang::Da => format!(
            "{round}: {status}, {band}. Tag hele svaret med, som det stod? Det, der står nu, bliver erstattet \
             og kan fortrydes med u. j: ja, enhver anden tast: nej."
        ),
        Lang::En => format!(
            "{round}: {status}, {band}. Take the whole answer over as it stood? What stands there now is \
             replaced, and u undoes it. y: yes, any other key: no."
        ),
    }
}

/// What a key does, in a word or two, by the key of its action.
#[must_use]
pub fn action(lang: Lang, key: &str) -> &'static str {
    match key {
        "open" => lang.pick("åbn", "open"),
        "next-pane" => lang.pick("næste del", "next part"),
        "back" => lang.pick("tilbage", "back"),
        "reason" => lang.pick("begrund", "reason"),
        "threats" => lang.pick("trusler", "threats"),
        "measures" => lang.pick("foranst.", "measures"),
        "treatment" => lang.pick("håndter", "treat"),
        "not-applicable" => lang.pick("ikke relevant", "not relevant"),
        "finish" => lang.pick("færdig", "done"),
        "next-open" => lang.pick("næste", "next"),
        "search" => lang.pick("søg", "search"),
        "filter" => lang.pick("udvalg", "choice"),
        "area" => lang.pick("område", "area"),
        "undo" => lang.pick("fortryd", "undo"),
        "next-item" => lang.pick("næste punkt", "next item"),
        "previous-item" => lang.pick("forrige", "previous"),
        "decision" => lang.pick("beslutning", "decision"),
        "question" => lang.pick("spørgsmål", "question"),
        "treated" => lang.pick("behandlet", "gone through"),
        "present" => lang.pick("til stede", "present"),
        "help" => lang.pick("hjælp", "help"),
        "quit" => lang.pick("afslut", "leave"),
        _ => "",
    }
}

/// What a key does, in full, by the key of its action.
#[must_use]
pub fn action_in_full(lang: Lang, key: &str) -> &'static str {
    match key {
        "up" => lang.pick("op", "up"),
        "down" => lang.pick("ned", "down"),
        "left" => lang.pick("til venstre, og tilbage til listen", "left, and back to the list"),
        "right" => lang.pick("til højre: tallene ved en trussel", "right: the figures of a threat"),
        "page-up" => lang.pick("en side op", "a page up"),
        "page-down" => lang.pick("en side ned", "a page down"),
        "first" => lang.pick("til det første", "to the first"),
        "last" => lang.pick("til det sidste", "to the last"),
        "open" => lang.pick("åbn aktiviteten; i den: skriv", "open the activity; inside: write"),
        "back" => lang.pick("tilbage til listen", "back to the list"),
        "next-pane" => lang.pick("næste del af skærmen", "next part of the screen"),
        "previous-pane" => lang.pick("forrige del af skærmen", "part of the screen before"),
        "clear" => lang.pick("tag det ud, der står", "take out what stands there"),
        "reason" => lang.pick("skriv begrundelsen", "write the reason"),
        "threats" => lang.pick(
            "til truslerne; igen: alle, kataloget foreslår",
            "to the threats; again: all that the catalogue suggests",
        ),
        "measures" => lang.pick("vælg foranstaltninger, der findes", "choose measures in place"),
        "treatment" => lang.pick("håndtering og handlinger", "treatment and actions"),
        "not-applicable" => {
            lang.pick("ikke relevant, eller relevant igen", "not relevant, or relevant again")
        }
        "finish" => lang.pick(
            "aktiviteten er vurderet, eller ikke længere",
            "the activity is done, or no longer",
        ),
        "next-open" => lang.pick("næste, der ikke er færdig", "next one that is not done"),
        "search" => lang.pick("søg i listen", "search in the list"),
        "filter" => lang.pick(
            "udvalg: alle, mangler, skal håndteres, skal ses igen, ikke relevante",
            "choice: all, not done, to be treated, due for review, not applicable",
        ),
        "area" => lang.pick("vis kun et område", "show one area only"),
        "carry" => lang.pick(
            "tag svaret fra sidste runde med (--last)",
            "take the last round's answer over (--last)",
        ),
        "undo" => lang.pick("fortryd", "undo"),
        "redo" => lang.pick("gentag det, der er fortrudt", "make again what was undone"),
        "language" => lang.pick("dansk eller engelsk", "Danish or English"),
        "help" => lang.pick("denne hjælp", "this help"),
        "quit" => lang.pick("afslut; alt er gemt undervejs", "leave; everything has been saved"),
        of_meeting => super::meeting::action_in_full(lang, of_meeting),
    }
}

/// Title of what clashed.
#[must_use]
pub fn clashes_title(lang: Lang, fields: usize) -> String {
    let nouns = lang.pick(("felt", "felter"), ("field", "fields"));
    let fields = counted(lang, fields, nouns);
    match lang {
        Lang::Da => format!("I har begge ændret {fields}"),
        Lang::En => format!("You both changed {fields}"),
    }
}

/// What a clash is, and what stands now.
#[must_use]
pub fn clashes_explained(lang: Lang) -> &'static str {
    lang.pick(
        "En anden har samtidig skrevet noget andet. Jeres svar står i filen nu. Vælg det, der skal \
         gælde; begge svar bliver stående i historikken.",
        "Somebody else wrote something different at the same time. Your answer stands in the file now. \
         Choose what is to hold; both answers stay in the history.",
    )
}

/// What we wrote.
#[must_use]
pub fn our_value(lang: Lang) -> &'static str {
    lang.pick("Jeres svar", "Your answer")
}

/// What the others wrote.
#[must_use]
pub fn their_value(lang: Lang) -> &'static str {
    lang.pick("Den andens svar", "The other's answer")
}

/// Other answers than the ones at hand, too many to be shown.
#[must_use]
pub fn other_answers(lang: Lang) -> &'static str {
    lang.pick("andre svar", "other answers")
}

/// The keys where something clashed.
#[must_use]
pub fn clashes_keys(lang: Lang) -> &'static str {
    lang.pick(
        "↑↓: felt · 1: jeres svar · 2: den andens svar · Enter: færdig · Esc: behold jeres svar",
        "↑↓: field · 1: your answer · 2: the other's answer · Enter: done · Esc: keep your answers",
    )
}

/// Since which round a figure is as it is.
#[must_use]
pub fn unchanged_since(lang: Lang, round: &str) -> String {
    match lang {
        Lang::Da => format!(" · uændret siden {round}"),
        Lang::En => format!(" · unchanged since {round}"),
    }
}

/// What a figure was in the last round, where it is another now.
#[must_use]
pub fn in_last_round(lang: Lang, round: &str, level: u8) -> String {
    match lang {
        Lang::Da => format!(" · i {round}: {level}"),
        Lang::En => format!(" · in {round}: {level}"),
    }
}

/// Title of what other municipalities chose.
#[must_use]
pub fn others_title(lang: Lang, municipalities: usize) -> String {
    let nouns = lang.pick(("kommune", "kommuner"), ("municipality", "municipalities"));
    let all = counted(lang, municipalities, nouns);
    match lang {
        Lang::Da => format!("Til sammenligning ({all})"),
        Lang::En => format!("For comparison ({all})"),
    }
}

/// How the others' risks are spread.
#[must_use]
pub fn others_assessed(lang: Lang, assessed: usize, bands: &str) -> String {
    let assessed = count(lang, assessed);
    match lang {
        Lang::Da => format!("{assessed} har vurderet aktiviteten: {bands}"),
        Lang::En => format!("{assessed} have assessed the activity: {bands}"),
    }
}

/// How the others' deciding likelihoods are spread.
#[must_use]
pub fn others_likelihood(lang: Lang, levels: &str) -> String {
    match lang {
        Lang::Da => format!("Sandsynlighed – {levels}"),
        Lang::En => format!("Likelihood – {levels}"),
    }
}

/// How the others' deciding consequences are spread.
#[must_use]
pub fn others_consequence(lang: Lang, levels: &str) -> String {
    match lang {
        Lang::Da => format!("Konsekvens – {levels}"),
        Lang::En => format!("Consequence – {levels}"),
    }
}

/// That nobody in the comparison has assessed the activity.
#[must_use]
pub fn others_have_not(lang: Lang) -> &'static str {
    lang.pick(
        "Ingen i sammenligningen har vurderet den.",
        "Nobody in the comparison has assessed it.",
    )
}

/// That the comparison is made through another method.
#[must_use]
pub fn others_use_another(lang: Lang) -> &'static str {
    lang.pick(
        "Sammenligningen er lavet med en anden metode, så dens niveauer betyder noget andet.",
        "The comparison is made through another method, so its levels mean something else.",
    )
}

/// A count that is withheld.
#[must_use]
pub fn withheld(lang: Lang) -> &'static str {
    lang.pick("skjult", "withheld")
}

/// That no editor is named.
#[must_use]
pub fn no_editor(lang: Lang) -> &'static str {
    lang.pick(
        "Intet skriveprogram er valgt. Sæt EDITOR, fx EDITOR=nano.",
        "No editor is chosen. Set EDITOR, such as EDITOR=nano.",
    )
}

/// That the editor failed; the text is as before.
#[must_use]
pub fn editor_failed(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Da => format!("Skriveprogrammet gik galt, og teksten er som før: {why}"),
        Lang::En => format!("The editor failed, and the text is as before: {why}"),
    }
}
