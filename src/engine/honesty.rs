//! What the pattern of an assessment's answers asks: figures that are the same everywhere, one
//! reason for many activities, starting figures that nobody touched, "ved ikke" counted as low.
//!
//! Each is a question and no error: an honest assessment can look like this, and the explanation
//! of the code says when. What has a reason of its own is never asked about for being alike.

mod unknown;

use std::collections::{BTreeMap, BTreeSet};

use super::check::starting_level;
use super::{OverviewRow, RiskSource, overview};
use crate::domain::{
    ActivityId, Assessment, Catalogue, ConsequenceFigure, Dimension, LevelNumber, Likelihood,
    Method, Origin, Perspective, Rating, RiskAnswer, Scale, Status, ThreatAnswer, ThreatId,
};
use crate::finding::{Axis, CountedAs, Fact, Field, Findings, Location, Name, Said};
use unknown::admits_unknown;

/// Threats of an activity with one and the same likelihood, from which on it is striking.
///
/// With fewer it is common: where two threats in three are at the same level, as nearly so in the
/// example of Skovby, five alike come about by chance in every eighth activity.
const ALIKE_THREATS: usize = 6;

/// Activities that one and the same figure decides, from which on it is striking. Only three areas
/// of the catalogue have as many, so that like work in one office is rarely asked about.
const ALIKE_ACTIVITIES: usize = 10;

/// Per cent that count as nearly all, here and for starting figures: nine of ten.
///
/// One odd figure does not make the other nineteen considered. Honest work is far from it: in the
/// examples the commonest deciding likelihood stands in about half of the activities, and at most
/// four of five have only starting figures.
const NEARLY_ALL: usize = 90;

/// Activities with one and the same reason, from which on it is asked whether it holds for each.
///
/// Half the areas of the catalogue have six activities or fewer, and who answers for an area may
/// well say one thing of all of it.
const REPEATED_REASON: usize = 7;

/// Words, from which on a reason says something of the threat that it stands under.
///
/// A whole sentence under one and the same threat describes what the house has in common, such as
/// its backup against ransomware, and is right for every activity. "Se bilag" describes nothing.
const SENTENCE_WORDS: usize = 5;

/// Activities with nothing but starting figures, from which on it is asked whether anybody looked.
/// With fewer, the first area in work may well fit the catalogue.
const UNCHANGED_ACTIVITIES: usize = 10;

/// The highest level that may be meant as "not worth mentioning": the second lowest, where it
/// lies in the lower half of its scale.
const LOW_LEVELS: u8 = 2;

/// Most characters of a text shown in a finding.
const EXCERPT: usize = 80;

/// What the pattern of the answers asks, apart from what each answer says by itself.
///
/// Findings: `HON001`–`HON005`, all of them questions (notes and warnings). `file` names the
/// assessment in the findings.
/// Missing: what is not rated counts nowhere; an activity that does not apply is only asked
/// whether its reason says that nobody knows.
#[must_use]
pub fn honesty(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    file: &str,
) -> Findings {
    let overview = overview(assessment, catalogue, method);
    let (applying, others): (Vec<_>, Vec<_>) =
        overview.rows.iter().partition(|row| row.answer.status != Status::NotApplicable);
    let mut reader = Reader {
        perspectives: &assessment.perspectives,
        catalogue,
        method,
        file,
        findings: Findings::new(),
    };
    for row in &applying {
        reader.same_likelihoods(row);
        reader.unknown_as_low(row);
    }
    for row in &others {
        reader.unknown_as_not_applicable(row.id, None, None, row.answer.status_reason.as_deref());
    }
    reader.same_figure_throughout(&applying);
    reader.repeated_reasons(&applying);
    reader.only_starting_figures(&applying);
    reader.findings.sorted()
}

struct Reader<'a> {
    perspectives: &'a [Perspective],
    catalogue: &'a Catalogue,
    method: &'a Method,
    file: &'a str,
    findings: Findings,
}

impl Reader<'_> {
    /// A finding about one answer.
    fn ask(&mut self, activity: &ActivityId, threat: Option<&ThreatId>, fact: Fact) {
        let location = Location::Answer {
            file: self.file.to_owned(),
            activity: activity.clone(),
            threat: threat.cloned(),
            line: None,
        };
        self.findings.push(location, fact);
    }

    /// A finding about the assessment as a whole.
    fn ask_all(&mut self, fact: Fact) {
        self.findings.push(Location::File(self.file.to_owned()), fact);
    }

    /// HON001: one likelihood for the threats of an activity.
    fn same_likelihoods(&mut self, row: &OverviewRow<'_>) {
        let rated = relevant(row).filter_map(|(_, threat)| {
            Some((threat.risk.likelihood.rated()?, Ground::text(threat.risk.reason.as_deref())))
        });
        let rated: Vec<_> = rated.collect();
        if let Some(Alike { level, alike, grounded }) = alike(&rated, ALIKE_THREATS) {
            let fact = Fact::SameLikelihoods {
                level,
                label: name(&self.method.likelihood, level),
                alike,
                rated: rated.len(),
                reasons: grounded,
            };
            self.ask(row.id, None, fact);
        }
    }

    /// HON002: one likelihood, or one consequence, decides nearly every activity.
    fn same_figure_throughout(&mut self, rows: &[&OverviewRow<'_>]) {
        let (mut likelihoods, mut consequences) = (Vec::new(), Vec::new());
        for row in rows {
            let Some((source, score)) = row.risk.current() else { continue };
            let reason = deciding(row, source).and_then(|risk| risk.reason.as_deref());
            likelihoods.push((score.likelihood, Ground::text(reason)));
            let figure = row.answer.consequences.figures.get(&score.driver);
            let ground = match self.is_starting(row, score.driver, figure) {
                true => Ground::Catalogue,
                false => Ground::text(figure.and_then(|figure| figure.reason.as_deref())),
            };
            consequences.push((score.consequence, ground));
        }
        let (rated, method) = (likelihoods.len(), self.method);
        if let Some(Alike { level, alike, grounded }) = alike(&likelihoods, ALIKE_ACTIVITIES) {
            let (axis, label) = (Axis::Likelihood, name(&method.likelihood, level));
            let level = level.number();
            self.ask_all(Fact::SameFigureThroughout { axis, level, label, alike, rated, grounded });
        }
        if let Some(Alike { level, alike, grounded }) = alike(&consequences, ALIKE_ACTIVITIES) {
            let (axis, label) = (Axis::Consequence, name(&method.consequence, level));
            let level = level.number();
            self.ask_all(Fact::SameFigureThroughout { axis, level, label, alike, rated, grounded });
        }
    }

    /// Whether a figure is the catalogue's, which gives the reason for it.
    fn is_starting(
        &self,
        row: &OverviewRow<'_>,
        (perspective, dimension): (Perspective, Dimension),
        figure: Option<&ConsequenceFigure>,
    ) -> bool {
        let same_size = self.catalogue.consequence_levels == self.method.consequence.top_number();
        let level = figure.and_then(|figure| figure.rating.rated());
        let starting = starting_level(row.activity, self.method, perspective, dimension);
        same_size && level.is_some() && level == starting
    }

    /// HON003: one reason for many activities; one finding per text.
    ///
    /// Why something is not relevant is left out: "vi har ikke opgaven" is the same everywhere.
    fn repeated_reasons(&mut self, rows: &[&OverviewRow<'_>]) {
        let mut uses: Vec<(String, Use<'_>)> = Vec::new();
        for row in rows {
            let threats = relevant(row)
                .map(|(id, threat)| (Under::Threat(id), threat.risk.reason.as_deref()));
            let figures = row.answer.consequences.figures.values();
            let figures = figures.map(|figure| (Under::Consequence, figure.reason.as_deref()));
            let direct = [(Under::Direct, row.answer.direct.reason.as_deref())];
            for (under, reason) in direct.into_iter().chain(threats).chain(figures) {
                let Some(text) = reason else { continue };
                uses.push((plain(text), Use { text, activity: row.id, under }));
            }
        }
        // The first of those that are alike stays the first.
        uses.sort_by(|(one, _), (other, _)| one.cmp(other));
        for alike in uses.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((plain, first)) = alike.first() else { continue };
            if alike.len() < REPEATED_REASON || plain.is_empty() {
                continue;
            }
            let activities: BTreeSet<_> = alike.iter().map(|(_, used)| used.activity).collect();
            let is_of_one_threat = matches!(first.under, Under::Threat(_))
                && alike.iter().all(|(_, used)| used.under == first.under)
                && plain.split(' ').count() >= SENTENCE_WORDS;
            if activities.len() < REPEATED_REASON || is_of_one_threat {
                continue;
            }
            let activities = activities.into_iter().cloned().collect();
            self.ask_all(Fact::ReasonRepeated { text: excerpt(first.text), activities });
        }
    }

    /// HON004: nearly every assessed activity has the catalogue's consequences and not a word.
    fn only_starting_figures(&mut self, rows: &[&OverviewRow<'_>]) {
        let is_assessed = |row: &&&OverviewRow<'_>| row.answer.status == Status::Assessed;
        let assessed: Vec<_> = rows.iter().filter(is_assessed).collect();
        let unchanged: Vec<_> = assessed.iter().filter(|row| self.is_unchanged(row)).collect();
        let is_nearly_all = unchanged.len() * 100 >= assessed.len() * NEARLY_ALL;
        if unchanged.len() < UNCHANGED_ACTIVITIES || !is_nearly_all {
            return;
        }
        let is_unconfirmed = |row: &&&&&OverviewRow<'_>| {
            let mut figures = row.answer.consequences.figures.values();
            figures.any(|figure| figure.origin == Origin::Catalogue)
        };
        let unconfirmed = unchanged.iter().filter(is_unconfirmed).count();
        let (unchanged, assessed) = (unchanged.len(), assessed.len());
        self.ask_all(Fact::OnlyStartingFigures { unchanged, assessed, unconfirmed });
    }

    /// Whether the consequences are exactly the catalogue's, without a reason of the municipality's.
    fn is_unchanged(&self, row: &OverviewRow<'_>) -> bool {
        let Some(starting) = row.activity.and_then(|activity| activity.starting.as_ref()) else {
            return false;
        };
        let figures = &row.answer.consequences.figures;
        !starting.levels.is_empty()
            && figures.len() == starting.levels.len()
            && figures.iter().all(|(pair, figure)| {
                let is_silent = figure.reason.as_deref().is_none_or(|text| plain(text).is_empty());
                is_silent && self.is_starting(row, *pair, Some(figure))
            })
    }

    /// HON005: a low figure, or no relevance, where the answer's own words say that nobody knows.
    fn unknown_as_low(&mut self, row: &OverviewRow<'_>) {
        for (id, threat) in &row.answer.threats {
            match &threat.not_relevant {
                Some(reason) => {
                    self.unknown_as_not_applicable(row.id, Some(id), None, Some(reason));
                }
                None => self.unknown_likelihood(row.id, Some(id), &threat.risk),
            }
        }
        // Where a threat is rated, the direct figure is set aside and counts as nothing.
        if !row.risk.risks.iter().any(|risk| matches!(risk.source, RiskSource::Threat(_))) {
            self.unknown_likelihood(row.id, None, &row.answer.direct);
        }
        for (pair, figure) in &row.answer.consequences.figures {
            if self.perspectives.contains(&pair.0) && figure.origin == Origin::Own {
                self.unknown_consequence(row.id, *pair, figure);
            }
        }
        // A note is about the activity as a whole; where it is still in work, the gap is admitted.
        if row.answer.status == Status::Assessed
            && let Some((source, score)) = row.risk.current()
        {
            let threat = match source {
                RiskSource::Direct => None,
                RiskSource::Threat(id) => Some(id),
            };
            let note = row.answer.note.as_deref();
            self.unknown_level(row.id, threat, score.likelihood, (Said::Note, note));
        }
    }

    fn unknown_likelihood(
        &mut self,
        activity: &ActivityId,
        threat: Option<&ThreatId>,
        risk: &RiskAnswer,
    ) {
        if let Some(level) = risk.likelihood.rated() {
            self.unknown_level(activity, threat, level, (Said::Reason, risk.reason.as_deref()));
        }
    }

    fn unknown_level(
        &mut self,
        activity: &ActivityId,
        threat: Option<&ThreatId>,
        level: Likelihood,
        (said, text): (Said, Option<&str>),
    ) {
        let scale = &self.method.likelihood;
        if is_low(scale, level)
            && let Some(quote) = text.and_then(admits_unknown)
        {
            let label = name(scale, level);
            let counted = CountedAs::Low { field: Field::Likelihood, level: level.number(), label };
            self.ask(activity, threat, Fact::UnknownAsLow { counted, said, quote });
        }
    }

    fn unknown_consequence(
        &mut self,
        activity: &ActivityId,
        (perspective, dimension): (Perspective, Dimension),
        figure: &ConsequenceFigure,
    ) {
        let field = Field::Consequence(perspective, dimension);
        let reason = figure.reason.as_deref();
        let level = match figure.rating {
            Rating::Rated(level) => level,
            Rating::NotApplicable => {
                return self.unknown_as_not_applicable(activity, None, Some(field), reason);
            }
            Rating::NotRated => return,
        };
        let scale = &self.method.consequence;
        if is_low(scale, level)
            && let Some(quote) = reason.and_then(admits_unknown)
        {
            let label = name(scale, level);
            let counted = CountedAs::Low { field, level: level.number(), label };
            self.ask(activity, None, Fact::UnknownAsLow { counted, said: Said::Reason, quote });
        }
    }

    fn unknown_as_not_applicable(
        &mut self,
        activity: &ActivityId,
        threat: Option<&ThreatId>,
        field: Option<Field>,
        reason: Option<&str>,
    ) {
        if let Some(quote) = reason.and_then(admits_unknown) {
            let counted = CountedAs::NotApplicable(field);
            self.ask(activity, threat, Fact::UnknownAsLow { counted, said: Said::Reason, quote });
        }
    }
}

/// The threats of an activity that arise there.
fn relevant<'a>(
    row: &OverviewRow<'a>,
) -> impl Iterator<Item = (&'a ThreatId, &'a ThreatAnswer)> + use<'a> {
    row.answer.threats.iter().filter(|(_, threat)| threat.not_relevant.is_none())
}

/// The answer that a risk comes from.
fn deciding<'a>(row: &OverviewRow<'a>, source: &RiskSource) -> Option<&'a RiskAnswer> {
    match source {
        RiskSource::Direct => Some(&row.answer.direct),
        RiskSource::Threat(id) => row.answer.threats.get(id).map(|threat| &threat.risk),
    }
}

/// Whether a level lies so low that it stands for "not worth mentioning".
fn is_low<L: LevelNumber>(scale: &Scale<L>, level: L) -> bool {
    level.number() <= LOW_LEVELS && level.number() <= scale.top_number() / 2
}

fn name<L: LevelNumber>(scale: &Scale<L>, level: L) -> Name {
    let number = || Name::new(level.to_string(), level.to_string());
    scale.describe(level).map_or_else(number, Name::from)
}

/// On what a figure rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground<'a> {
    /// Nobody said.
    Unsaid,
    /// The catalogue says so, activity by activity.
    Catalogue,
    /// A reason, which may hold nothing but marks.
    Text(&'a str),
}

impl<'a> Ground<'a> {
    fn text(reason: Option<&'a str>) -> Self {
        reason.map_or(Self::Unsaid, Self::Text)
    }
}

/// One level that nearly all figures have.
struct Alike<L> {
    level: L,
    /// How many have it.
    alike: usize,
    /// How many of these stand on grounds of their own: the catalogue's, or different texts.
    grounded: usize,
}

/// The level that nearly all figures have, and at least `least` of them; `None` where there is
/// none, and where at least half have grounds of their own: somebody has looked at them one by one.
///
/// The bound is on those that are alike and not on all, so that a figure that differs can end a
/// finding and never bring one about.
fn alike<L: LevelNumber>(figures: &[(L, Ground<'_>)], least: usize) -> Option<Alike<L>> {
    let mut counts = BTreeMap::new();
    for (level, _) in figures {
        *counts.entry(*level).or_insert(0_usize) += 1;
    }
    let (level, alike) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    if alike < least || alike * 100 < figures.len() * NEARLY_ALL {
        return None;
    }
    let grounds = || figures.iter().filter(|(of, _)| *of == level).map(|(_, ground)| ground);
    let catalogue = grounds().filter(|ground| **ground == Ground::Catalogue).count();
    let texts = grounds().filter_map(|ground| match ground {
        Ground::Text(text) => Some(plain(text)),
        _ => None,
    });
    let texts: BTreeSet<String> = texts.filter(|text| !text.is_empty()).collect();
    let grounded = catalogue + texts.len();
    (grounded * 2 < alike).then_some(Alike { level, alike, grounded })
}

/// What a reason stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under<'a> {
    Direct,
    Consequence,
    Threat(&'a ThreatId),
}

/// Where one text is used.
struct Use<'a> {
    /// As it is written.
    text: &'a str,
    activity: &'a ActivityId,
    under: Under<'a>,
}

/// A text without case, punctuation and blanks that do not matter.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut push = |c: char, is_letter: bool| {
        if is_letter {
            plain.push(c);
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    };
    for c in text.chars() {
        // Nearly all letters are ASCII, which needs no table.
        if c.is_ascii() {
            push(c.to_ascii_lowercase(), c.is_ascii_alphanumeric());
        } else {
            c.to_lowercase().for_each(|c| push(c, c.is_alphanumeric()));
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// A text on one line, cut where it is long.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= EXCERPT {
        return line;
    }
    let cut: String = line.chars().take(EXCERPT).collect();
    // The last word may be cut in two.
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{} …", whole.trim_end_matches([',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures<'a>(levels: &[(u8, &'a str)]) -> Vec<(Likelihood, Ground<'a>)> {
        let figure = |(level, reason): &(u8, &'a str)| {
            (Likelihood::checked(*level), Ground::text(Some(reason)))
        };
        levels.iter().map(figure).collect()
    }

    fn counted(levels: &[(u8, &str)]) -> Option<(u8, usize, usize)> {
        let found = alike(&figures(levels), 6)?;
        Some((found.level.number(), found.alike, found.grounded))
    }

    #[test]
    fn nine_of_ten_are_nearly_all_and_eight_of_nine_are_not() {
        let mut levels = vec![(2, ""); 9];
        levels.push((3, ""));
        assert_eq!(counted(&levels), Some((2, 9, 0)));
        levels.remove(0);
        assert_eq!(counted(&levels), None);
    }

    #[test]
    fn a_figure_that_differs_never_makes_up_the_number() {
        assert_eq!(counted(&[(2, ""); 5]), None);
        assert_eq!(counted(&[(2, ""), (2, ""), (2, ""), (2, ""), (2, ""), (3, "")]), None);
        assert_eq!(counted(&[(2, ""); 6]), Some((2, 6, 0)));
    }

    #[test]
    fn half_with_a_reason_of_their_own_are_not_asked_about() {
        let below = [(2, "a"), (2, "b"), (2, ""), (2, ""), (2, ""), (2, "")];
        assert_eq!(counted(&below), Some((2, 6, 2)));
        let half = [(2, "a"), (2, "b"), (2, "c"), (2, ""), (2, ""), (2, "")];
        assert_eq!(counted(&half), None);
        let copied = [(2, "A."), (2, "a"), (2, " a "), (2, "a!"), (2, "a"), (2, "a")];
        assert_eq!(counted(&copied), Some((2, 6, 1)));
    }

    #[test]
    fn texts_are_the_same_whatever_their_case_and_punctuation() {
        assert_eq!(plain("Ingen hændelser, i 2025."), plain("ingen  HÆNDELSER i 2025"));
        assert_ne!(plain("Ingen hændelser i 2025"), plain("Ingen hændelser i 2024"));
        assert_eq!(plain(" – ?!"), "");
    }

    #[test]
    fn low_is_one_of_the_two_lowest_and_not_above_the_middle() {
        let scale = |top: u8| {
            let level = |number: u8| crate::domain::Level {
                number,
                label: number.to_string(),
                label_en: number.to_string(),
                brief: None,
                definition: String::new(),
                examples: Vec::new(),
                elsewhere: BTreeMap::new(),
            };
            Scale::<Likelihood>::new((1..=top).map(level).collect()).unwrap()
        };
        let low = |top: u8| {
            let scale = scale(top);
            let levels = (1..=top).filter(|number| is_low(&scale, scale.level(*number).unwrap()));
            levels.collect::<Vec<_>>()
        };
        assert_eq!((low(3), low(4), low(5)), (vec![1], vec![1, 2], vec![1, 2]));
        assert_eq!((low(6), low(10)), (vec![1, 2], vec![1, 2]));
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(excerpt("se\n bilag"), "se bilag");
        let long = "Ingen hændelser, hverken her eller i nabokommunerne, siden vi fik det nye system i foråret";
        let cut = excerpt(long);
        assert!(long.starts_with(cut.trim_end_matches(" …")), "{cut}");
        assert!(cut.ends_with("det nye …"), "{cut}");
        assert!(excerpt(&"x".repeat(200)).chars().count() <= EXCERPT + 2);
    }
}
