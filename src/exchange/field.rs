//! Every input that an answer holds, as one entry to read and to write.
//!
//! The column table names fields; export reads them, import writes them, the baseline compares
//! them. Knows no cells, columns or files.

use super::entry::{Entry, Shape, Words, clean};
use super::lines;
use crate::domain::{
    ActivityAnswer, Consequence, ConsequenceFigure, Dimension, LevelNumber, Likelihood, Origin,
    Perspective, Rating, RiskAnswer, Scale, Status, System, ThreatId,
};
use crate::engine::confirm_starting;
use crate::finding::Axis;
use crate::text::workbook::{
    Phrase, consequence_header, consequence_reason_header, headers, labels,
};
use crate::text::{Lang, dimension_letter, status};

/// One input of an answer: of the activity, or of a threat in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// How far the activity has come.
    Status,
    /// Why it does not apply.
    StatusReason,
    /// A consequence figure.
    Consequence(Perspective, Dimension),
    /// Whether the municipality has taken the starting figures over.
    Confirmed,
    /// The reasons for a perspective's figures.
    ConsequenceReason(Perspective),
    /// Why a threat does not arise.
    NotRelevant,
    /// Likelihood, direct or of a threat.
    Likelihood,
    /// Why this likelihood.
    LikelihoodReason,
    /// Measures that exist.
    Measures,
    /// What is done about the risk.
    Treatment,
    /// What will be done.
    Actions,
    /// Likelihood when the actions are done.
    ResidualLikelihood,
    /// Consequence when the actions are done.
    ResidualConsequence,
    /// Risk owner.
    Owner,
    /// Systems used.
    Systems,
    /// Free note.
    Note,
    /// Who assessed.
    AssessedBy,
    /// When.
    AssessedOn,
    /// Next review.
    ReviewBy,
}

/// Why an entry cannot be written: what would be allowed.
pub(super) type Allowed = Vec<String>;

impl Field {
    /// The key in the hidden sheet; never changed once released.
    #[must_use]
    pub fn key(self) -> String {
        let fixed = match self {
            Self::Consequence(whose, kind) => {
                return format!("consequence.{}.{}", whose.key(), kind.key());
            }
            Self::ConsequenceReason(whose) => return format!("consequence-reason.{}", whose.key()),
            Self::Status => "status",
            Self::StatusReason => "status-reason",
            Self::Confirmed => "starting-confirmed",
            Self::NotRelevant => "not-relevant",
            Self::Likelihood => "likelihood",
            Self::LikelihoodReason => "likelihood-reason",
            Self::Measures => "measures",
            Self::Treatment => "treatment",
            Self::Actions => "actions",
            Self::ResidualLikelihood => "residual-likelihood",
            Self::ResidualConsequence => "residual-consequence",
            Self::Owner => "owner",
            Self::Systems => "systems",
            Self::Note => "note",
            Self::AssessedBy => "assessed-by",
            Self::AssessedOn => "assessed-on",
            Self::ReviewBy => "review-by",
        };
        fixed.to_owned()
    }

    /// As [`super::input::Input::holds`].
    pub(super) fn holds(self, keys: &[&str]) -> bool {
        match (self, keys) {
            (Self::Consequence(whose, kind), ["consequence", of, figure, "level" | "origin"]) => {
                *of == whose.key() && *figure == kind.key()
            }
            (Self::ConsequenceReason(whose), ["consequence", of, _, "reason"]) => {
                *of == whose.key()
            }
            (Self::Confirmed, ["consequence", _, _, "origin"])
            | (Self::LikelihoodReason, ["reason"])
            | (Self::ResidualLikelihood, ["residual", "likelihood"])
            | (Self::ResidualConsequence, ["residual", "consequence"])
            | (Self::AssessedBy, ["assessed", "by"])
            | (Self::AssessedOn, ["assessed", "on"]) => true,
            (field, [key]) => field.key() == *key,
            _ => false,
        }
    }

    /// The header of its column.
    #[must_use]
    pub fn header(self, lang: Lang) -> String {
        let phrase: Phrase = match self {
            Self::Consequence(whose, kind) => return consequence_header(lang, whose, kind),
            Self::ConsequenceReason(whose) => return consequence_reason_header(lang, whose),
            Self::Status => headers::STATUS,
            Self::StatusReason => headers::STATUS_REASON,
            Self::Confirmed => headers::CONFIRMED,
            Self::NotRelevant => headers::NOT_RELEVANT,
            Self::Likelihood => headers::LIKELIHOOD,
            Self::LikelihoodReason => headers::LIKELIHOOD_REASON,
            Self::Measures => headers::MEASURES,
            Self::Treatment => headers::TREATMENT,
            Self::Actions => headers::ACTIONS,
            Self::ResidualLikelihood => headers::RESIDUAL_LIKELIHOOD,
            Self::ResidualConsequence => headers::RESIDUAL_CONSEQUENCE,
            Self::Owner => headers::OWNER,
            Self::Systems => headers::SYSTEMS,
            Self::Note => headers::NOTE,
            Self::AssessedBy => headers::ASSESSED_BY,
            Self::AssessedOn => headers::ASSESSED_ON,
            Self::ReviewBy => headers::REVIEW_BY,
        };
        phrase.pick(lang).to_owned()
    }

    /// What kind of entry it takes.
    pub(super) fn shape(self) -> Shape {
        match self {
            Self::Status => Shape::Status,
            Self::Consequence(..) => Shape::LevelOrNot(Axis::Consequence),
            Self::Confirmed => Shape::Yes,
            Self::Likelihood | Self::ResidualLikelihood => Shape::Level(Axis::Likelihood),
            Self::ResidualConsequence => Shape::Level(Axis::Consequence),
            Self::Treatment => Shape::Treatment,
            Self::AssessedOn | Self::ReviewBy => Shape::Date,
            Self::StatusReason
            | Self::ConsequenceReason(_)
            | Self::NotRelevant
            | Self::LikelihoodReason
            | Self::Measures
            | Self::Actions
            | Self::Owner
            | Self::Systems
            | Self::Note
            | Self::AssessedBy => Shape::Text,
        }
    }

    /// Whether its text is a list, one thing on a line.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Measures | Self::Actions | Self::Systems)
    }

    /// A list as the answer would say it, were this entry written into it.
    ///
    /// Missing: `None` where it would be empty or say just the same, and for a field that is no list.
    pub(super) fn listed(
        self,
        answer: &ActivityAnswer,
        threat: Option<&ThreatId>,
        entry: &Entry,
        lang: Lang,
    ) -> Option<Entry> {
        let text = cell_text(Some(entry));
        let risk = answer.risk(threat);
        match self {
            // The only measure stands there as it is written.
            Self::Measures if !text.contains('\n') => None,
            Self::Systems => listed(&systems(answer, &text, lang), |system: &System| {
                lines::show_system(system, lang)
            }),
            Self::Measures => {
                let old = risk.map_or(&[][..], |risk| &risk.measures);
                listed(&measures(old, &text), String::clone)
            }
            Self::Actions => {
                let old = risk.map_or(&[][..], |risk| &risk.actions);
                listed(&lines::split_actions(&text, old), lines::show_action)
            }
            _ => None,
        }
    }

    /// Whether a change of it means that somebody has begun to assess.
    pub(super) fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Consequence(..)
                | Self::Confirmed
                | Self::NotRelevant
                | Self::Likelihood
                | Self::ResidualLikelihood
                | Self::ResidualConsequence
        )
    }

    /// What the answer holds.
    ///
    /// Missing: `None` where it holds nothing, which a cell shows as blank.
    pub(super) fn read(
        self,
        answer: &ActivityAnswer,
        threat: Option<&ThreatId>,
        lang: Lang,
    ) -> Option<Entry> {
        let risk = answer.risk(threat);
        match self {
            Self::Status => Some(Entry::Status(answer.status)),
            Self::StatusReason => text(answer.status_reason.as_deref()),
            Self::Consequence(whose, kind) => match answer.consequences.rating(whose, kind) {
                Rating::Rated(level) => Some(Entry::Level(Axis::Consequence, level.number())),
                Rating::NotApplicable => Some(Entry::NotApplicable),
                Rating::NotRated => None,
            },
            Self::Confirmed => {
                let figures = &answer.consequences.figures;
                let left = figures.values().any(|figure| figure.origin == Origin::Catalogue);
                (!left && !figures.is_empty()).then_some(Entry::Yes)
            }
            Self::ConsequenceReason(whose) => read_reasons(answer, whose, lang).map(Entry::Text),
            Self::NotRelevant => {
                text(answer.threats.get(threat?).and_then(|threat| threat.not_relevant.as_deref()))
            }
            Self::Owner => text(answer.owner.as_deref()),
            Self::Systems => {
                listed(&answer.systems, |system: &System| lines::show_system(system, lang))
            }
            Self::Note => text(answer.note.as_deref()),
            Self::AssessedBy => text(answer.assessed.by.as_deref()),
            Self::AssessedOn => answer.assessed.on.map(Entry::Date),
            Self::ReviewBy => answer.review_by.map(Entry::Date),
            _ => self.read_risk(risk?),
        }
    }

    fn read_risk(self, risk: &RiskAnswer) -> Option<Entry> {
        let likelihood = |rating: Rating<Likelihood>| {
            rating.rated().map(|level| Entry::Level(Axis::Likelihood, level.number()))
        };
        match self {
            Self::Likelihood => likelihood(risk.likelihood),
            Self::LikelihoodReason => text(risk.reason.as_deref()),
            Self::Measures => listed(&risk.measures, String::clone),
            Self::Treatment => risk.treatment.map(Entry::Treatment),
            Self::Actions => listed(&risk.actions, lines::show_action),
            Self::ResidualLikelihood => likelihood(risk.residual_likelihood),
            Self::ResidualConsequence => risk
                .residual_consequence
                .rated()
                .map(|level| Entry::Level(Axis::Consequence, level.number())),
            _ => None,
        }
    }

    /// Puts an entry into the answer; `None` takes out what is there.
    ///
    /// A consequence figure that is written becomes the municipality's own.
    ///
    /// # Errors
    /// What would be allowed, where the entry cannot stand there.
    pub(super) fn write(
        self,
        answer: &mut ActivityAnswer,
        threat: Option<&ThreatId>,
        entry: Option<&Entry>,
        words: Words<'_>,
    ) -> Result<(), Allowed> {
        match self {
            Self::Status => match entry {
                Some(Entry::Status(status)) => answer.status = *status,
                _ => return Err(status_words(words.lang)),
            },
            Self::StatusReason => answer.status_reason = own_text(entry),
            Self::Consequence(whose, kind) => {
                write_consequence(answer, (whose, kind), entry, words);
            }
            Self::Confirmed => {
                if entry.is_none() || answer.consequences.figures.is_empty() {
                    let needed = if entry.is_none() { labels::YES } else { labels::A_FIGURE };
                    return Err(vec![needed.pick(words.lang).to_owned()]);
                }
                confirm_starting(answer);
            }
            Self::ConsequenceReason(whose) => return write_reasons(answer, whose, entry, words),
            Self::NotRelevant => {
                if let Some(id) = threat {
                    answer.threats.entry(id.clone()).or_default().not_relevant = own_text(entry);
                }
            }
            Self::Owner => answer.owner = own_text(entry),
            Self::Systems => answer.systems = systems(answer, &cell_text(entry), words.lang),
            Self::Note => answer.note = own_text(entry),
            Self::AssessedBy => answer.assessed.by = own_text(entry),
            Self::AssessedOn => answer.assessed.on = date(entry),
            Self::ReviewBy => answer.review_by = date(entry),
            _ => self.write_risk(answer.risk_mut(threat), entry, words),
        }
        Ok(())
    }

    fn write_risk(self, risk: &mut RiskAnswer, entry: Option<&Entry>, words: Words<'_>) {
        let (likelihood, consequence) = (&words.method.likelihood, &words.method.consequence);
        match self {
            Self::Likelihood => risk.likelihood = level(entry, likelihood),
            Self::LikelihoodReason => risk.reason = own_text(entry),
            Self::Measures => risk.measures = measures(&risk.measures, &cell_text(entry)),
            Self::Treatment => {
                risk.treatment = match entry {
                    Some(Entry::Treatment(treatment)) => Some(*treatment),
                    _ => None,
                };
            }
            Self::Actions => {
                risk.actions = lines::split_actions(&cell_text(entry), &risk.actions);
            }
            Self::ResidualLikelihood => risk.residual_likelihood = level(entry, likelihood),
            Self::ResidualConsequence => risk.residual_consequence = level(entry, consequence),
            _ => {}
        }
    }
}

fn status_words(lang: Lang) -> Allowed {
    Status::KEYS.iter().map(|(_, value)| status(lang, *value).to_owned()).collect()
}

fn text(text: Option<&str>) -> Option<Entry> {
    let text = clean(text?);
    (!text.is_empty()).then(|| Entry::Text(text.into_owned()))
}

fn listed<T>(items: &[T], show: impl Fn(&T) -> String) -> Option<Entry> {
    let joined = lines::join(items, show);
    (!joined.is_empty()).then_some(Entry::Text(joined))
}

fn systems(answer: &ActivityAnswer, text: &str, lang: Lang) -> Vec<System> {
    let show = |system: &System| lines::show_system(system, lang);
    lines::split(text, &answer.systems, show, lines::parse_system)
}

fn measures(old: &[String], text: &str) -> Vec<String> {
    lines::split(text, old, String::clone, str::to_owned)
}

fn own_text(entry: Option<&Entry>) -> Option<String> {
    match entry {
        Some(Entry::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn cell_text(entry: Option<&Entry>) -> String {
    own_text(entry).unwrap_or_default()
}

fn date(entry: Option<&Entry>) -> Option<crate::domain::Date> {
    match entry {
        Some(Entry::Date(date)) => Some(*date),
        _ => None,
    }
}

fn level<L: LevelNumber>(entry: Option<&Entry>, scale: &Scale<L>) -> Rating<L> {
    match entry {
        Some(Entry::Level(_, number)) => scale.level(*number).into(),
        _ => Rating::NotRated,
    }
}

fn write_consequence(
    answer: &mut ActivityAnswer,
    pair: (Perspective, Dimension),
    entry: Option<&Entry>,
    words: Words<'_>,
) {
    let figures = &mut answer.consequences.figures;
    let rating: Rating<Consequence> = match entry {
        Some(Entry::NotApplicable) => Rating::NotApplicable,
        entry => level(entry, &words.method.consequence),
    };
    if rating == Rating::NotRated {
        figures.remove(&pair);
        return;
    }
    let figure = figures.entry(pair).or_insert(ConsequenceFigure {
        rating,
        origin: Origin::Own,
        reason: None,
    });
    figure.rating = rating;
    figure.origin = Origin::Own;
}

/// The reasons of a perspective as one text: plain where all figures share it, else one paragraph
/// per reason with the letters of its dimensions in front ("F, I: …").
fn read_reasons(answer: &ActivityAnswer, whose: Perspective, lang: Lang) -> Option<String> {
    let mut groups: Vec<(String, Vec<&'static str>)> = Vec::new();
    let mut without = false;
    for ((_, kind), figure) in
        answer.consequences.figures.iter().filter(|(pair, _)| pair.0 == whose)
    {
        let reason = clean(figure.reason.as_deref().unwrap_or_default());
        if reason.is_empty() {
            without = true;
            continue;
        }
        let letter = dimension_letter(lang, *kind);
        match groups.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, letters)) => letters.push(letter),
            None => groups.push((reason.into_owned(), vec![letter])),
        }
    }
    match groups.as_slice() {
        [] => None,
        // A reason that looks like ours by dimension is written by dimension, too.
        [(reason, _)] if !without && reasons_by_dimension(reason, lang).is_none() => {
            Some(reason.clone())
        }
        groups => {
            let parts: Vec<String> = groups
                .iter()
                .map(|(reason, letters)| {
                    format!("{}: {}", letters.join(", "), reason.replace('\n', "\n  "))
                })
                .collect();
            Some(parts.join("\n"))
        }
    }
}

/// Gives the figures of a perspective their reasons: each its own where the text names dimensions
/// as [`read_reasons`] writes them, else the whole text to every figure that is the
/// municipality's own (to all, where none is yet).
fn write_reasons(
    answer: &mut ActivityAnswer,
    whose: Perspective,
    entry: Option<&Entry>,
    words: Words<'_>,
) -> Result<(), Allowed> {
    let text = own_text(entry);
    let mut figures: Vec<_> = answer
        .consequences
        .figures
        .iter_mut()
        .filter(|(pair, _)| pair.0 == whose)
        .map(|((_, kind), figure)| (*kind, figure))
        .collect();
    let needed = || vec![labels::A_FIGURE.pick(words.lang).to_owned()];
    let Some(text) = text else {
        figures.iter_mut().for_each(|(_, figure)| figure.reason = None);
        return Ok(());
    };
    if figures.is_empty() {
        return Err(needed());
    }
    match reasons_by_dimension(&text, words.lang) {
        Some(reasons) => {
            let known = |kind| figures.iter().any(|(figure, _)| *figure == kind);
            if !reasons.iter().all(|(kind, _)| known(*kind)) {
                return Err(needed());
            }
            for (kind, figure) in figures {
                let reason = reasons.iter().find(|(named, _)| *named == kind);
                figure.reason = reason.map(|(_, reason)| reason.clone());
            }
        }
        None => {
            let any_own = figures.iter().any(|(_, figure)| figure.origin == Origin::Own);
            for (_, figure) in figures {
                if !any_own || figure.origin == Origin::Own {
                    figure.reason = Some(text.clone());
                }
            }
        }
    }
    Ok(())
}

/// Takes "F, I: …" paragraphs apart; `None` where the text does not begin with such letters.
fn reasons_by_dimension(text: &str, lang: Lang) -> Option<Vec<(Dimension, String)>> {
    let mut parts: Vec<(Vec<Dimension>, String)> = Vec::new();
    for line in text.lines() {
        // A line that goes on is set in.
        let named = line.split_once(':').filter(|_| !line.starts_with("  "));
        let named = named.and_then(|(letters, rest)| {
            let kinds: Option<Vec<_>> = letters
                .split(',')
                .map(|letter| {
                    let is_it = |kind: &Dimension| dimension_letter(lang, *kind) == letter.trim();
                    Dimension::ALL.into_iter().find(is_it)
                })
                .collect();
            Some((kinds?, rest.trim_start().to_owned()))
        });
        match (named, parts.last_mut()) {
            (Some(part), _) => parts.push(part),
            (None, Some((_, reason))) => {
                reason.push('\n');
                reason.push_str(line.strip_prefix("  ").unwrap_or(line));
            }
            (None, None) => return None,
        }
    }
    let spread = parts
        .into_iter()
        .flat_map(|(kinds, reason)| kinds.into_iter().map(move |kind| (kind, reason.clone())));
    Some(spread.collect())
}
