//! How many municipalities side by side are described.

use super::{Lang, band, count, counted, dimension, level_label, perspective};
use crate::domain::{Band, LevelNumber, Method, Perspective, Scale};
use crate::engine::benchmark::{
    Benchmark, LeftOut, MIN_CELL, MIN_GROUP, MeasureSplit, MemberSummary, Moved, Point, Position,
};
use crate::engine::{RiskSource, Span};

/// Title of the picture of the areas, and what it shows.
#[must_use]
pub fn areas_drawn(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "Områder efter det værste risikoniveau",
            "Liggende søjler, én pr. område: hvor mange kommuner der har hvilket værste risikoniveau i området. Tallene står i tabellen over.",
        ),
        (
            "Areas by their worst risk level",
            "Bars, one for each area: how many municipalities have which worst risk level there. The numbers stand in the table above.",
        ),
    )
}

/// Title of the picture of the activities, and what it shows.
#[must_use]
pub fn activities_drawn(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "Aktiviteter efter risikoniveau",
            "Liggende søjler, én pr. aktivitet: hvor mange kommuner der har hvilket risikoniveau. Tallene står i tabellen over.",
        ),
        (
            "Activities by risk level",
            "Bars, one for each activity: how many municipalities have which risk level. The numbers stand in the table above.",
        ),
    )
}

/// Title of the picture of our own place, and what it shows.
#[must_use]
pub fn own_drawn(lang: Lang, is_worse: bool) -> (&'static str, &'static str) {
    match is_worse {
        true => lang.pick(
            (
                "Vores risikoniveau og midten, hvor vi ligger værre (1 er mildest)",
                "To søjler pr. aktivitet: vores risikoniveau og det midterste blandt kommunerne, som tal fra 1, det mildeste. Tallene står i tabellen over.",
            ),
            (
                "Our risk level and the middle where we stand worse (1 is the mildest)",
                "Two bars for each activity: our risk level and the middle one among the municipalities, as numbers from 1, the mildest. The numbers stand in the table above.",
            ),
        ),
        false => lang.pick(
            (
                "Vores risikoniveau og midten, hvor vi ligger mildere (1 er mildest)",
                "To søjler pr. aktivitet: vores risikoniveau og det midterste blandt kommunerne, som tal fra 1, det mildeste. Tallene står i tabellen over.",
            ),
            (
                "Our risk level and the middle where we stand milder (1 is the mildest)",
                "Two bars for each activity: our risk level and the middle one among the municipalities, as numbers from 1, the mildest. The numbers stand in the table above.",
            ),
        ),
    }
}

/// All municipalities that have several rounds, together.
#[must_use]
pub fn all_with_rounds(lang: Lang, municipalities: usize) -> String {
    match lang {
        Lang::Da => format!("Alle {municipalities} med flere runder"),
        Lang::En => format!("All {municipalities} with several rounds"),
    }
}

/// "1 kommune", "12 kommuner".
#[must_use]
pub fn municipalities(lang: Lang, number: usize) -> String {
    let da = ("kommune", "kommuner");
    counted(lang, number, lang.pick(da, ("municipality", "municipalities")))
}

/// "1 aktivitet", "12 aktiviteter".
#[must_use]
pub fn activities(lang: Lang, number: usize) -> String {
    counted(lang, number, lang.pick(("aktivitet", "aktiviteter"), ("activity", "activities")))
}

/// A number from −1 to 1 with two decimals, as the language writes it.
#[must_use]
pub fn coefficient(lang: Lang, number: f64) -> String {
    let text = format!("{number:.2}");
    let text = if text == "-0.00" { "0.00" } else { text.as_str() };
    match lang {
        Lang::Da => text.replace('-', "−").replace('.', ","),
        Lang::En => text.replace('-', "−"),
    }
}

/// The band of a rank.
#[must_use]
pub fn band_of(method: &Method, rank: u8) -> Option<&Band> {
    method.bands.iter().find(|band| band.rank == rank)
}

/// A rank by the name of its band.
#[must_use]
pub fn rank(lang: Lang, method: &Method, rank: u8) -> &str {
    band_of(method, rank).map_or("", |of| band(lang, of))
}

/// Ranks from one to another, by the names of the bands.
#[must_use]
pub fn span(lang: Lang, method: &Method, span: Span) -> String {
    let (from, to) = (rank(lang, method, span.from), rank(lang, method, span.to));
    if from == to { from.to_owned() } else { format!("{from}–{to}") }
}

/// How many are laid side by side, and through which method.
#[must_use]
pub fn sides(lang: Lang, of: &Benchmark<'_>) -> String {
    let (size, id, version) = (municipalities(lang, of.size), &of.method.id, of.method.version);
    match lang {
        Lang::Da => format!(
            "{size} er lagt side om side og læst med metoden {id}, version {version}; en kommune \
             tæller én gang, med sin nyeste runde."
        ),
        Lang::En => format!(
            "{size} are laid side by side and read through the method {id}, version {version}; a \
             municipality counts once, with its newest round."
        ),
    }
}

/// How much of it is assessed by all.
#[must_use]
pub fn assessed_by_all(lang: Lang, by_all: usize, of: usize) -> String {
    let whole = activities(lang, of);
    match lang {
        Lang::Da => format!("Vurderet af alle, der har dem: {by_all} af {whole}."),
        Lang::En => format!("Assessed by all that have them: {by_all} of {whole}."),
    }
}

/// How often we stand beyond the middle, and where first to look.
#[must_use]
pub fn own_place(lang: Lang, name: &str, worse: usize, milder: usize, whole: usize) -> String {
    let whole = activities(lang, whole);
    match lang {
        Lang::Da => format!(
            "{name} ligger i et værre risikoniveau end midten i {worse} af {whole}, der \
             kan sammenlignes, og i et mildere i {milder}."
        ),
        Lang::En => format!(
            "{name} stands in a worse band than the middle in {worse} of {whole} that can \
             be compared, and in a milder one in {milder}."
        ),
    }
}

/// What stands before the activities that the municipalities disagree most about. Where the agreement
/// about others is withheld, they are the most of those that can be shown, and no more is known.
#[must_use]
pub fn disagree_most(lang: Lang, is_part: bool) -> &'static str {
    match is_part {
        false => lang.pick("Kommunerne er mest uenige om", "The municipalities disagree most about"),
        true => lang.pick(
            "Blandt de aktiviteter, hvor enigheden kan vises uden navne, er kommunerne mest uenige om",
            "Among the activities whose agreement can be shown without names, the municipalities disagree \
             most about",
        ),
    }
}

/// Krippendorff's alpha with what it means.
#[must_use]
pub fn alpha(lang: Lang, alpha: f64) -> String {
    let number = coefficient(lang, alpha);
    match lang {
        Lang::Da => format!(
            "Samlet enighed om risikoniveauerne: {number} (Krippendorffs alfa; 1 er fuld enighed, 0 \
             er ikke mere enighed end ved tilfældige svar)."
        ),
        Lang::En => format!(
            "Agreement about the bands over all: {number} (Krippendorff's alpha; 1 is full \
             agreement, 0 no more than by chance)."
        ),
    }
}

/// How many answers lie far from the others.
#[must_use]
pub fn outlier_count(lang: Lang, answers: usize) -> String {
    match (lang, answers) {
        (Lang::Da, 1) => "1 svar ligger langt fra de andres.".to_owned(),
        (Lang::Da, _) => format!("{} svar ligger langt fra de andres.", count(lang, answers)),
        (Lang::En, 1) => "1 answer lies far from the others.".to_owned(),
        (Lang::En, _) => format!("{} answers lie far from the others.", count(lang, answers)),
    }
}

/// Why only the data subject counts.
#[must_use]
pub fn perspectives(lang: Lang, of: &Benchmark<'_>) -> String {
    if of.perspectives_differ {
        return lang
            .pick(
                "Kommunerne medregner ikke de samme konsekvenser. Derfor tæller her kun konsekvensen \
                 for den registrerede, og et risikoniveau kan være et andet end i kommunens egen liste.",
                "The municipalities do not count the same consequences. So only those for the data \
                 subject count here, and a band may differ from the municipality's own list.",
            )
            .to_owned();
    }
    let whose: Vec<&str> = of.perspectives.iter().map(|of| perspective(lang, *of)).collect();
    match lang {
        Lang::Da => format!("Konsekvenser for: {}.", whose.join(", ")),
        Lang::En => format!("Consequences for: {}.", whose.join(", ")),
    }
}

/// What the figures are, with their sources.
#[must_use]
pub fn method_of_counting(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        [
            "Median og kvartiler er risikoniveauer, som kommuner har givet; der regnes aldrig \
             gennemsnit. Et svar ligger langt fra de andre, når det er længere fra den midterste \
             halvdel, end den selv er bred, og mindst to risikoniveauer. Det, der ikke er vurderet, \
             tæller ikke med.",
            "Enighed er van der Eijks A (2001, Measuring agreement in ordered rating scales, Quality & \
             Quantity 35, s. 325–341): 1, når alle er enige, 0, når alle risikoniveauer er lige \
             hyppige, −1, når halvdelen står i hver sin ende.",
            "En trussel står dér, hvor kommunens værste vurdering af den står. Et område står dér, hvor \
             dets værste aktivitet står, når alle kommunens aktiviteter i det er vurderet.",
        ],
        [
            "Median and quartiles are bands that municipalities gave; no mean is taken. An answer \
             lies far from the others when it is farther from the middle half than that is wide, and \
             at least two bands. What is not assessed does not count.",
            "Agreement is van der Eijk's A (2001, Measuring agreement in ordered rating scales, \
             Quality & Quantity 35, pages 325–341): 1 when all agree, 0 when all bands are equally \
             frequent, −1 when half stand at either end.",
            "A threat stands where the municipality's worst rating of it stands. An area stands where \
             its worst activity stands, once all of the municipality's activities in it are assessed.",
        ],
    )
}

/// Why an area of the chosen activities is not shown.
#[must_use]
pub fn areas_in_part(lang: Lang) -> &'static str {
    lang.pick(
        "Et område vises kun, når alle dets aktiviteter er valgt; brug --area, hvis det skal med.",
        "An area is shown only where all of its activities are chosen; use --area to have it.",
    )
}

/// Where the middle half is to be seen.
#[must_use]
pub fn half_left_out(lang: Lang) -> &'static str {
    lang.pick(
        "Den midterste halvdel vises i et bredere vindue, og i en fil med --output.",
        "The middle half is shown in a wider window, and in a file with --output.",
    )
}

/// What an anonymous result leaves out.
#[must_use]
pub fn anonymity(lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "Uden navne: intet er sagt om færre end {MIN_GROUP} kommuner, og antal under {MIN_CELL} er \
             holdt tilbage (–) sammen med dem, de kunne regnes ud af. Begrundelser og foranstaltninger \
             er ikke med. Hvor alle er enige, ved man stadig, hvad hver har svaret; og giv ikke to \
             resultater videre, hvor kun en enkelt kommune er til forskel."
        ),
        Lang::En => format!(
            "Without names: nothing is said of fewer than {MIN_GROUP} municipalities, and counts below \
             {MIN_CELL} are withheld (–) with those that they could be computed from. Reasons and \
             measures are left out. Where all agree, one still knows what each said; and do not pass \
             on two results that differ by a single municipality."
        ),
    }
}

/// How many rows an anonymous result says nothing about.
#[must_use]
pub fn withheld(lang: Lang, of: &Benchmark<'_>) -> Option<String> {
    let rows = of.withheld;
    let all = [
        (rows.activities, lang.pick(("aktivitet", "aktiviteter"), ("activity", "activities"))),
        (rows.threats, lang.pick(("trussel", "trusler"), ("threat", "threats"))),
        (rows.areas, lang.pick(("område", "områder"), ("area", "areas"))),
    ];
    let some = all.iter().filter(|(number, _)| *number > 0);
    let named: Vec<String> = some.map(|(number, words)| counted(lang, *number, *words)).collect();
    (!named.is_empty()).then(|| match lang {
        Lang::Da => {
            format!("Holdt tilbage, fordi det kunne afsløre en kommune: {}.", named.join(", "))
        }
        Lang::En => {
            format!("Withheld, since it could give a municipality away: {}.", named.join(", "))
        }
    })
}

/// An assessment that is left out, and why.
#[must_use]
pub fn left_out(lang: Lang, left_out: &LeftOut) -> String {
    let LeftOut { name, round, from, to, .. } = left_out;
    match lang {
        Lang::Da => format!(
            "{name} {round} er ikke med: {from} har et andet antal niveauer end {to}, og intet siger, \
             hvilke der svarer til hinanden."
        ),
        Lang::En => format!(
            "{name} {round} is left out: {from} has another number of levels than {to}, and nothing \
             says which correspond."
        ),
    }
}

/// What stands above the questions that the pattern of the answers asks.
#[must_use]
pub fn questions_heading(lang: Lang) -> &'static str {
    lang.pick(
        "Værd at spørge ind til, før tallene sammenlignes. Det er spørgsmål, ikke fejl: se dem med \
         risiko check FIL, og hvad de betyder, med risiko explain KODE.",
        "Worth asking about before the figures are compared. These are questions, not errors: see \
         them with risiko check FILE, and what they mean with risiko explain CODE.",
    )
}

/// The questions about one municipality, by code.
#[must_use]
pub fn questions(member: &MemberSummary) -> String {
    let each = member.questions.iter().map(|(code, count)| {
        let (id, name) = (code.id(), code.slug());
        if *count > 1 { format!("{id} {name} ({count})") } else { format!("{id} {name}") }
    });
    format!("{} {}: {}", member.name, member.round, each.collect::<Vec<_>>().join("; "))
}

/// How many files could not be used.
#[must_use]
pub fn skipped(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Da => {
            format!("{} kunne ikke bruges og er ikke med.", counted(lang, number, ("fil", "filer")))
        }
        Lang::En => {
            format!("Not usable, and left out: {}.", counted(lang, number, ("file", "files")))
        }
    }
}

/// How many are left out, where they are not named.
#[must_use]
pub fn left_out_count(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Da => format!(
            "{} er ikke med, fordi metoden ikke kan læses.",
            counted(lang, number, ("vurdering", "vurderinger"))
        ),
        Lang::En => format!(
            "{} left out, since the method cannot be read.",
            counted(lang, number, ("assessment is", "assessments are"))
        ),
    }
}

/// How many stand milder, the same as we, and worse; a dash where that is withheld.
#[must_use]
pub fn position(position: Option<Position>) -> String {
    position.map_or("–".to_owned(), |Position { lower, equal, higher }| {
        format!("{lower}·{equal}·{higher}")
    })
}

/// What an outlier says: where it stands, what decided, and both reasons.
#[must_use]
pub fn point(lang: Lang, method: &Method, point: &Point) -> String {
    let band = rank(lang, method, point.rank);
    let (l, c) = (
        level(lang, &method.likelihood, point.likelihood),
        level(lang, &method.consequence, point.consequence),
    );
    let source = match &point.source {
        RiskSource::Direct => lang.pick("direkte", "direct").to_owned(),
        RiskSource::Threat(id) => id.to_string(),
    };
    let (whose, kind) = point.driver;
    let kind = match whose {
        Perspective::DataSubject => dimension(lang, kind).to_owned(),
        other => format!("{} ({})", dimension(lang, kind), perspective(lang, other)),
    };
    let (likelihood, consequence) =
        lang.pick(("sandsynlighed", "konsekvens"), ("likelihood", "consequence"));
    format!(
        "{band}; {likelihood} {l} ({source}: {}); {consequence} {c} ({kind}: {})",
        quoted(lang, point.likelihood_reason.as_deref()),
        quoted(lang, point.consequence_reason.as_deref())
    )
}

fn level<L: LevelNumber>(lang: Lang, scale: &Scale<L>, number: u8) -> String {
    let known = scale.level(number).and_then(|level| scale.describe(level));
    let label = known.map_or("", |level| level_label(lang, level));
    format!("{number} {label}").trim().to_owned()
}

fn quoted(lang: Lang, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => match lang {
            Lang::Da => format!("»{reason}«"),
            Lang::En => format!("“{reason}”"),
        },
        None => lang.pick("uden begrundelse", "no reason given").to_owned(),
    }
}

/// A measure that those in the milder bands have.
#[must_use]
pub fn measure(lang: Lang, split: &MeasureSplit, title: &str) -> String {
    let ((has, of), (worse_has, worse_of)) = (split.milder, split.worse);
    match lang {
        Lang::Da => format!(
            "{title}: {has} af {of} med mildere risikoniveau har den, mod {worse_has} af {worse_of} \
             med værre"
        ),
        Lang::En => format!(
            "{title}: {has} of {of} in milder bands have it, against {worse_has} of {worse_of} in \
             worse"
        ),
    }
}

/// How bands moved since the round before.
#[must_use]
pub fn moved(lang: Lang, moved: Option<Moved>) -> String {
    let Some(Moved { raised, lowered, unchanged }) = moved else { return String::new() };
    match lang {
        Lang::Da => format!("{raised} værre, {lowered} mildere, {unchanged} som før"),
        Lang::En => format!("{raised} worse, {lowered} milder, {unchanged} as before"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_as_the_language_does() {
        assert_eq!(coefficient(Lang::Da, -0.354), "−0,35");
        assert_eq!(coefficient(Lang::En, 0.5), "0.50");
        assert_eq!(coefficient(Lang::Da, -0.001), "0,00");
    }

    #[test]
    fn one_activity_is_one() {
        assert!(own_place(Lang::Da, "Skovby", 0, 1, 1).contains("0 af 1 aktivitet, der"));
        assert!(own_place(Lang::En, "Skovby", 0, 2, 5).contains("0 of 5 activities that"));
    }
}
