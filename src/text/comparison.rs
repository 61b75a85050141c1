//! How a comparison is said: what kind of difference, in which figure, and what would settle it.

use super::{Lang, axis, counted, dimension, origin, perspective, status};
use crate::domain::{Catalogue, Origin, Perspective, Status};
use crate::engine::RiskSource;
use crate::engine::compare::{
    Class, Comparison, Difference, Figure, Given, Missing, Movement, Reason, SideName, Step,
    Summary, Texts, Yardstick,
};

/// What the two sides are called.
#[derive(Debug, Clone, Copy)]
pub struct SideNames<'a> {
    /// The first.
    pub left: &'a str,
    /// The second.
    pub right: &'a str,
    /// Whether they are rounds of one municipality: then figures have changed, and nobody disagrees.
    pub is_rounds: bool,
}

impl<'a> SideNames<'a> {
    fn of(self, side: SideName) -> &'a str {
        match side {
            SideName::Left => self.left,
            SideName::Right => self.right,
        }
    }

    fn other(self, side: SideName) -> &'a str {
        match side {
            SideName::Left => self.right,
            SideName::Right => self.left,
        }
    }
}

/// What is said where a side does not hold every text; nothing where both do.
#[must_use]
pub fn texts_compared(lang: Lang, texts: Texts) -> Option<&'static str> {
    match texts {
        Texts::All => None,
        Texts::Reasons => Some(lang.pick(
            "En fil fra risiko share har kun begrundelser og foranstaltninger med, så andre tekster, personer, \
             systemer og datoer er ikke sammenlignet.",
            "A file from risiko share holds reasons and measures only, so other texts, people, systems and \
             dates are not compared.",
        )),
        Texts::None => Some(lang.pick(
            "En fil fra risiko share har ingen tekster med, så tekster, personer, systemer og datoer er ikke \
             sammenlignet.",
            "A file from risiko share holds no texts, so texts, people, systems and dates are not compared.",
        )),
    }
}

/// The kind of difference in a word to filter and sort by, as the help of `--only` explains them.
#[must_use]
pub fn class_word(lang: Lang, class: &Class) -> &'static str {
    match class {
        Class::Judgement => lang.pick("skøn", "judgement"),
        Class::ScaleOnly(Yardstick::Method) => lang.pick("kun metoden", "only the method"),
        Class::ScaleOnly(Yardstick::Perspectives) => {
            lang.pick("kun perspektiverne", "only the perspectives")
        }
        Class::Coverage(_) => lang.pick("kun den ene", "only one of them"),
        Class::Catalogue => lang.pick("udgangsværdier", "starting figures"),
        Class::NotComparable(_) => lang.pick("kan ikke sammenlignes", "cannot be compared"),
    }
}

/// The kind of difference in a few words, for a table.
#[must_use]
pub fn class_brief(lang: Lang, difference: &Difference<'_>, names: SideNames<'_>) -> String {
    match &difference.class {
        Class::Judgement => judgement(lang, difference),
        Class::ScaleOnly(Yardstick::Method) => {
            lang.pick("kun metoden", "only the method").to_owned()
        }
        Class::ScaleOnly(Yardstick::Perspectives) => {
            lang.pick("kun perspektiverne", "only the perspectives").to_owned()
        }
        Class::Coverage(Missing::SomeFigures) => {
            let moved = movement(lang, difference);
            let some = lang.pick("tal, kun den ene har", "figures that only one has");
            if moved.is_empty() { some.to_owned() } else { format!("{moved}: {some}") }
        }
        Class::Coverage(Missing::Activity(SideName::Left)) if names.is_rounds => {
            lang.pick("ny", "new").to_owned()
        }
        Class::Coverage(Missing::Activity(SideName::Right)) if names.is_rounds => {
            lang.pick("ikke med længere", "no longer there").to_owned()
        }
        Class::Coverage(
            Missing::Activity(side) | Missing::Figures(side) | Missing::NotApplicable(side),
        ) => {
            let name = names.other(*side);
            lang.pick(format!("kun vurderet i {name}"), format!("assessed in {name} only"))
        }
        Class::Catalogue => lang.pick("kun udgangsværdier", "starting figures only").to_owned(),
        Class::NotComparable(_) => {
            lang.pick("kan ikke sammenlignes", "cannot be compared").to_owned()
        }
    }
}

fn judgement(lang: Lang, difference: &Difference<'_>) -> String {
    let moved = movement(lang, difference);
    if !moved.is_empty() {
        return moved;
    }
    let own = [&difference.left, &difference.right].map(|stand| {
        let score = stand.as_ref().and_then(|stand| stand.own.current());
        score.map(|(_, score)| score.band.label.as_str())
    });
    let [left, right] = own;
    match left == right {
        true => lang.pick("andre tal, samme niveau", "other figures, same band"),
        // Otherwise a reader would see two bands and be told that they are the same.
        false => {
            lang.pick("andre tal; kun metoden skiller", "other figures; only the method divides")
        }
    }
    .to_owned()
}

/// How far the second stands from the first; empty where they have the same band.
fn movement(lang: Lang, difference: &Difference<'_>) -> String {
    let steps = usize::from(difference.steps.unwrap_or_default());
    match (difference.movement, lang) {
        (Some(Movement::Raised), Lang::Da) => {
            format!("{} højere", counted(lang, steps, ("niveau", "niveauer")))
        }
        (Some(Movement::Lowered), Lang::Da) => {
            format!("{} lavere", counted(lang, steps, ("niveau", "niveauer")))
        }
        (Some(Movement::Raised), Lang::En) => {
            format!("{} higher", counted(lang, steps, ("band", "bands")))
        }
        (Some(Movement::Lowered), Lang::En) => {
            format!("{} lower", counted(lang, steps, ("band", "bands")))
        }
        (Some(Movement::Level) | None, _) => String::new(),
    }
}

/// The kind of difference as a whole sentence.
#[must_use]
pub fn class_sentence(lang: Lang, difference: &Difference<'_>, names: SideNames<'_>) -> String {
    let both = (names.left, names.right);
    match (lang, &difference.class) {
        (Lang::Da, Class::Judgement) if names.is_rounds => match difference.steps == Some(0) {
            true => "Vurderingen er ændret, men risikoniveauet er det samme.",
            false => "Vurderingen er ændret.",
        }
        .to_owned(),
        (Lang::En, Class::Judgement) if names.is_rounds => match difference.steps == Some(0) {
            true => "The assessment has changed, and the band is the same.",
            false => "The assessment has changed.",
        }
        .to_owned(),
        (Lang::Da, Class::Judgement) if difference.steps == Some(0) => {
            "De har vurderet forskelligt, men ender på samme risikoniveau.".to_owned()
        }
        (Lang::En, Class::Judgement) if difference.steps == Some(0) => {
            "They have judged differently and end in the same band.".to_owned()
        }
        (Lang::Da, Class::Judgement) => "De har vurderet forskelligt.".to_owned(),
        (Lang::En, Class::Judgement) => "They have judged differently.".to_owned(),
        (Lang::Da, Class::ScaleOnly(Yardstick::Method)) => {
            "Tallene er ens. Kun metoden er forskellig, så de får hvert sit risikoniveau."
                .to_owned()
        }
        (Lang::En, Class::ScaleOnly(Yardstick::Method)) => {
            "The figures are the same. Only the method differs, so each gets a band of its own."
                .to_owned()
        }
        (Lang::Da, Class::ScaleOnly(Yardstick::Perspectives)) => {
            "Tallene er ens, men kun den ene tæller også konsekvensen for andre end den \
             registrerede med."
                .to_owned()
        }
        (Lang::En, Class::ScaleOnly(Yardstick::Perspectives)) => {
            "The figures are the same, but only one also counts the consequence for others than \
             the data subject."
                .to_owned()
        }
        (_, Class::Coverage(missing)) => coverage(lang, *missing, names),
        (Lang::Da, Class::Catalogue) => {
            "Ingen af dem har taget stilling: det er udgangsværdier fra hver sit katalog."
                .to_owned()
        }
        (Lang::En, Class::Catalogue) => {
            "Neither has judged: these are starting figures of two catalogues.".to_owned()
        }
        (_, Class::NotComparable(reason)) => not_comparable(lang, reason, both),
    }
}

fn coverage(lang: Lang, missing: Missing, names: SideNames<'_>) -> String {
    match (lang, missing) {
        (Lang::Da, Missing::Activity(side)) => {
            format!("{} har ikke aktiviteten med.", names.of(side))
        }
        (Lang::En, Missing::Activity(side)) => {
            format!("{} does not have the activity.", names.of(side))
        }
        (Lang::Da, Missing::NotApplicable(side)) => {
            format!("{} siger, at aktiviteten ikke er relevant.", names.of(side))
        }
        (Lang::En, Missing::NotApplicable(side)) => {
            format!("{} says that the activity does not apply.", names.of(side))
        }
        (Lang::Da, Missing::Figures(side)) => {
            format!("{} har endnu ikke et risikoniveau for den.", names.of(side))
        }
        (Lang::En, Missing::Figures(side)) => {
            format!("{} has no band for it yet.", names.of(side))
        }
        (Lang::Da, Missing::SomeFigures) => {
            "De tal, begge har givet, er ens. Den ene har givet flere.".to_owned()
        }
        (Lang::En, Missing::SomeFigures) => {
            "The figures that both have given are the same. One has given more.".to_owned()
        }
    }
}

fn not_comparable(lang: Lang, reason: &Reason, (left, right): (&str, &str)) -> String {
    let listed = |ids: &[crate::domain::ActivityId]| {
        let ids: Vec<&str> = ids.iter().map(crate::domain::ActivityId::as_str).collect();
        if ids.is_empty() { "–".to_owned() } else { ids.join(", ") }
    };
    match (lang, reason) {
        (Lang::Da, Reason::Sizes { from, to }) => format!(
            "Metoden {from} har ikke lige så mange niveauer som {to}, og ingen har sagt, hvilke \
             niveauer der svarer til hinanden. Det kan stå i en fil til --levels."
        ),
        (Lang::En, Reason::Sizes { from, to }) => format!(
            "The method {from} has not as many levels as {to}, and nobody has said which levels \
             correspond. A file for --levels can say it."
        ),
        (Lang::Da, Reason::Level { from, unmapped }) => format!(
            "{} {} i metoden {from} har intet modstykke.",
            capitalised(axis(lang, unmapped.axis)),
            unmapped.level
        ),
        (Lang::En, Reason::Level { from, unmapped }) => format!(
            "{} {} of the method {from} has no counterpart.",
            capitalised(axis(lang, unmapped.axis)),
            unmapped.level
        ),
        (Lang::Da, Reason::Own(side)) => format!(
            "Det er en aktivitet, som {} selv har tilføjet. Skriv \"replaces\" i det lokale \
             katalog, hvis den står i stedet for en fælles.",
            if *side == SideName::Left { left } else { right }
        ),
        (Lang::En, Reason::Own(side)) => format!(
            "It is an activity that {} has added. Write \"replaces\" in the local catalogue if it \
             stands in the place of a shared one.",
            if *side == SideName::Left { left } else { right }
        ),
        (Lang::Da, Reason::Split { left: a, right: b }) => {
            format!("Aktiviteten er delt i flere. {left}: {}. {right}: {}.", listed(a), listed(b))
        }
        (Lang::En, Reason::Split { left: a, right: b }) => format!(
            "The activity is split into several. {left}: {}. {right}: {}.",
            listed(a),
            listed(b)
        ),
    }
}

/// A text that begins a sentence.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a figure: "Sandsynlighed, T13 Fejlsendt mail".
#[must_use]
pub fn figure(lang: Lang, figure: &Figure, catalogue: &Catalogue) -> String {
    let of = |name: &str, source: &RiskSource| match source {
        RiskSource::Direct => name.to_owned(),
        RiskSource::Threat(id) => {
            let title = catalogue.threats.get(id).map_or("", |threat| threat.title.as_str());
            format!("{name}, {id} {title}").trim_end().to_owned()
        }
    };
    match figure {
        Figure::Consequence(whose, kind) => {
            let name = lang.pick("Konsekvens", "Consequence");
            let kind = dimension(lang, *kind);
            match whose {
                Perspective::DataSubject => format!("{name}, {kind}"),
                other => format!("{name}, {kind} ({})", perspective(lang, *other)),
            }
        }
        Figure::Likelihood(source) => of(lang.pick("Sandsynlighed", "Likelihood"), source),
        Figure::ResidualLikelihood(source) => {
            of(lang.pick("Sandsynlighed efter handling", "Residual likelihood"), source)
        }
        Figure::ResidualConsequence(source) => {
            of(lang.pick("Konsekvens efter handling", "Residual consequence"), source)
        }
    }
}

/// What a side gave for a figure, with its reason.
#[must_use]
pub fn given(lang: Lang, given: Option<Given<'_>>, method: &str) -> String {
    let Some(given) = given else { return lang.pick("ikke udfyldt", "not given").to_owned() };
    let mut text = match (given.level, given.stated) {
        (Some(level), Some(stated)) if level != stated => match lang {
            Lang::Da => format!("{stated} (svarer til {level} i {method})"),
            Lang::En => format!("{stated} (corresponds to {level} in {method})"),
        },
        (Some(level), _) => level.to_string(),
        (None, _) => lang.pick("ikke relevant", "not relevant").to_owned(),
    };
    if let Some(whence) = given.origin.filter(|origin| *origin != Origin::Own) {
        text.push_str(&format!(" ({})", origin(lang, whence)));
    }
    if let Some(reason) = given.reason.filter(|reason| !reason.trim().is_empty()) {
        text.push_str(&format!(" – {}", quoted(lang, reason)));
    }
    text
}

fn quoted(lang: Lang, text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    lang.pick(format!("»{text}«"), format!("“{text}”"))
}

/// What a side would have to change: "Skovby sætter sandsynlighed fra 4 til 2".
#[must_use]
pub fn way_to_agree(lang: Lang, name: &str, steps: &[Step], catalogue: &Catalogue) -> String {
    let change = |step: &Step| {
        let figure = uncapitalised(&figure(lang, &step.figure, catalogue));
        match (step.from, step.to, lang) {
            (Some(from), Some(to), Lang::Da) => format!("sætter {figure} fra {from} til {to}"),
            (Some(from), Some(to), Lang::En) => format!("moves {figure} from {from} to {to}"),
            (None, Some(to), Lang::Da) => format!("sætter {figure} til {to}"),
            (None, Some(to), Lang::En) => format!("sets {figure} to {to}"),
            (_, None, Lang::Da) => format!("ser bort fra {figure}"),
            (_, None, Lang::En) => format!("leaves out {figure}"),
        }
    };
    let changes: Vec<String> = steps.iter().map(change).collect();
    format!("{name} {}", changes.join(lang.pick(" og ", " and ")))
}

/// What moved the band from one round to the next.
#[must_use]
pub fn cause(lang: Lang, steps: &[Step], catalogue: &Catalogue) -> String {
    let change = |step: &Step| {
        let figure = uncapitalised(&figure(lang, &step.figure, catalogue));
        match (step.from, step.to, lang) {
            (Some(from), Some(to), Lang::Da) => format!("{figure} fra {from} til {to}"),
            (Some(from), Some(to), Lang::En) => format!("{figure} from {from} to {to}"),
            (None, Some(to), Lang::Da) => format!("{figure}, der er ny med {to}"),
            (None, Some(to), Lang::En) => format!("{figure}, new at {to}"),
            (_, None, Lang::Da) => format!("{figure}, der ikke længere er med"),
            (_, None, Lang::En) => format!("{figure}, no longer there"),
        }
    };
    let changes: Vec<String> = steps.iter().map(change).collect();
    let changes = changes.join(lang.pick(" og ", " and "));
    lang.pick(
        format!("Risikoniveauet er flyttet af {changes}."),
        format!("The band was moved by {changes}."),
    )
}

/// A name inside a sentence.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// How everything came out: the whole, and its parts, each with its count in front.
#[must_use]
pub fn summary(lang: Lang, summary: Summary, is_rounds: bool) -> (String, Vec<String>) {
    let whole = counted(
        lang,
        summary.of,
        lang.pick(("aktivitet", "aktiviteter"), ("activity", "activities")),
    );
    let same = summary.judgement_same_band;
    let (agree, judged) = match (lang, is_rounds) {
        (Lang::Da, false) => ("ens", "vurderet forskelligt"),
        (Lang::Da, true) => ("uændret", "ændret"),
        (Lang::En, false) => ("the same", "judged differently"),
        (Lang::En, true) => ("unchanged", "changed"),
    };
    let judged = match (lang, same) {
        (_, 0) => judged.to_owned(),
        (Lang::Da, _) => format!("{judged}; {same} af dem ender alligevel på samme risikoniveau"),
        (Lang::En, _) => format!("{judged}; {same} of them end in the same band"),
    };
    let parts = [
        (summary.agree, agree.to_owned()),
        (summary.judgement, judged),
        (
            summary.scale_only,
            lang.pick(
                "med samme tal og kun forskellig metode",
                "with the same figures, and only another method",
            )
            .to_owned(),
        ),
        (
            summary.coverage,
            lang.pick(
                "helt eller delvist kun vurderet af den ene",
                "assessed, in whole or part, by one only",
            )
            .to_owned(),
        ),
        (
            summary.catalogue,
            lang.pick(
                "med udgangsværdier, som ingen har taget stilling til",
                "with starting figures that nobody has judged",
            )
            .to_owned(),
        ),
        (
            summary.not_comparable,
            lang.pick("kan ikke sammenlignes", "cannot be compared").to_owned(),
        ),
        (
            summary.neither,
            lang.pick("ikke vurderet af nogen af dem", "assessed by neither").to_owned(),
        ),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    (format!("{whole}:"), parts.map(|(count, what)| format!("{count} {what}")).collect())
}

/// Who stands higher, read through one method; `None` where nobody does.
#[must_use]
pub fn tendency(lang: Lang, comparison: &Comparison<'_>, names: SideNames<'_>) -> Option<String> {
    let Summary { raised, lowered, .. } = comparison.summary;
    let parts = [(raised, lang.pick("højere", "higher")), (lowered, lang.pick("lavere", "lower"))];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, way)| format!("{way} {} {count}", lang.pick("i", "in")))
        .collect();
    let method = &comparison.method.id;
    let ways = parts.join(lang.pick(" og ", " and "));
    (!parts.is_empty()).then(|| match lang {
        Lang::Da => {
            format!(
                "Læst gennem {method} ligger {} i forhold til {} {ways}.",
                names.right, names.left
            )
        }
        Lang::En => {
            format!("Read through {method}, {} against {} stands {ways}.", names.right, names.left)
        }
    })
}

/// An answer without a band, in a table: how far it has come.
#[must_use]
pub fn no_band(lang: Lang, answered: Option<Status>) -> String {
    answered.map_or_else(
        || lang.pick("ikke med", "not there").to_owned(),
        |how_far| status(lang, how_far).to_owned(),
    )
}

/// That some differences are left out of the table.
#[must_use]
pub fn not_listed(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Da => format!(
            "{} mere. Se dem alle med --top all, eller i en fil med --output.",
            counted(lang, count, ("forskel", "forskelle"))
        ),
        Lang::En => format!(
            "{} more. See all with --top all, or in a file with --output.",
            counted(lang, count, ("difference", "differences"))
        ),
    }
}

/// That neither has an activity of those that were chosen.
#[must_use]
pub fn nothing_to_compare(lang: Lang) -> &'static str {
    lang.pick(
        "Ingen af dem har nogen af de aktiviteter, der er valgt.",
        "Neither has any of the activities that were chosen.",
    )
}

/// That only some kinds of difference are shown, while the counts are for all.
#[must_use]
pub fn some_shown(lang: Lang, shown: usize, of: usize) -> String {
    match lang {
        Lang::Da => format!(
            "Her vises {shown} af {}; tallene ovenfor gælder dem alle.",
            counted(lang, of, ("forskel", "forskelle"))
        ),
        Lang::En => format!(
            "Shown here are {shown} of {}; the counts above are for all of them.",
            counted(lang, of, ("difference", "differences"))
        ),
    }
}

/// That some differences are not explained.
#[must_use]
pub fn not_explained(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Da => format!(
            "{} mere er ikke forklaret her. Se en af dem med --activity NUMMER, eller alle med \
             --explain all.",
            counted(lang, count, ("forskel", "forskelle"))
        ),
        Lang::En => format!(
            "{} more not explained here. See one with --activity NUMBER, or all with --explain all.",
            counted(lang, count, ("difference is", "differences are"))
        ),
    }
}

/// For how many rounds answers have been carried on unchanged.
#[must_use]
pub fn carried(lang: Lang, rounds: usize, ids: &[&str]) -> String {
    let count = counted(
        lang,
        ids.len(),
        lang.pick(("aktivitet har", "aktiviteter har"), ("activity has", "activities have")),
    );
    let listed = ids.join(", ");
    match lang {
        Lang::Da => format!("{count} haft de samme tal i {rounds} runder i træk: {listed}."),
        Lang::En => format!("{count} had the same figures in {rounds} rounds in a row: {listed}."),
    }
}
