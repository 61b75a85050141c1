//! What stands in the panes, and in the lines above and below them.

use crate::domain::{Perspective, Status};
use crate::text::Lang;
use crate::text::words::{count, counted};

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
    area: Option<&str>,
) -> String {
    let filter = match (lang, filter) {
        (Lang::Da, "open") => "mangler",
        (Lang::Da, "red") => "skal håndteres",
        (Lang::Da, "due") => "skal ses igen",
        (Lang::Da, "not-applicable") => "ikke relevante",
        (_, "agenda") => crate::text::meeting::agenda(lang),
        (Lang::Da, _) => "alle",
        (Lang::En, "open") => "not done",
        (Lang::En, "red") => "to be treated",
        (Lang::En, "due") => "due for review",
        (Lang::En, "not-applicable") => "not applicable",
        (Lang::En, _) => "all",
    };
    let near = if is_near { lang.pick("ligner ", "like ") } else { "" };
    let search = if search.is_empty() { String::new() } else { format!(" · {near}\"{search}\"") };
    let area = area.map(|area| format!(" · {area}")).unwrap_or_default();
    let title = lang.pick("Aktiviteter", "Activities");
    format!("{title}: {filter} ({}){search}{area}", count(lang, shown))
}

/// That nothing is in the list, and what limits it, each with the key to change it.
#[must_use]
pub fn empty_list(lang: Lang, limits: &[(Limit, String)]) -> String {
    let ways = limits.iter().map(|(limit, key)| match (lang, limit) {
        (Lang::Da, Limit::Search) => format!("{key}: søg efter andet"),
        (Lang::Da, Limit::Filter) => format!("{key}: et andet udvalg"),
        (Lang::Da, Limit::Area) => format!("{key}: et andet område"),
        (Lang::En, Limit::Search) => format!("{key}: search for something else"),
        (Lang::En, Limit::Filter) => format!("{key}: another choice"),
        (Lang::En, Limit::Area) => format!("{key}: another area"),
    });
    let ways: Vec<String> = ways.collect();
    format!("{} {}", lang.pick("Ingen passer.", "None fits."), ways.join(", "))
}

/// What a list may be limited by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Words that are looked for.
    Search,
    /// A choice, such as those that are not done.
    Filter,
    /// An area.
    Area,
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

/// What the marks in front of a risk say.
#[must_use]
pub fn marks_are(lang: Lang, marks: &str) -> String {
    match lang {
        Lang::Da => format!("({marks}: begrundelse, foranst., håndtering skrevet)"),
        Lang::En => format!("({marks}: reason, measures, treatment written)"),
    }
}

/// What the heads of the three figures of a risk mean.
#[must_use]
pub fn heads_explained(lang: Lang) -> &'static str {
    lang.pick(
        "S nu: sandsynlighed i dag. S så, K så: sandsynlighed og konsekvens, når handlingerne er udført.",
        "L: likelihood today. L', C': likelihood and consequence when the actions are done.",
    )
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

/// What is to be looked at in one line: how much it is, the key to all of it, and the worst.
#[must_use]
pub fn look_at(lang: Lang, of: usize, worst: &str, key: &str) -> String {
    format!("{} ({of}, {key}): {worst}", to_look_at(lang))
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

/// An example of a level.
#[must_use]
pub fn example(lang: Lang, level: u8, example: &str) -> String {
    match lang {
        Lang::Da => format!(" fx {level}: {example}"),
        Lang::En => format!(" such as {level}: {example}"),
    }
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
