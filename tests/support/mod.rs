//! Builders shared by the tests.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]
#![allow(dead_code, unreachable_pub, reason = "each test crate uses its own part")]

pub mod anything;
pub mod console;
pub mod forms;
pub mod shipped;
pub mod whole;
pub mod workbooks;

pub use shipped::{catalogue, method};

use risiko::domain::{
    Activity, ActivityAnswer, ActivityId, Assessment, Catalogue, Consequence, ConsequenceFigure,
    Dimension, Likelihood, Method, Origin, Perspective, Rating, ThreatAnswer, ThreatId,
};
use risiko::engine::new_assessment;
use risiko::render::{About, Language, Look, PageWords};
use risiko::store::embedded_municipalities;

/// What the pages of a Danish result say beside it.
pub fn about(title: &str) -> About {
    About {
        title: title.to_owned(),
        subject: String::new(),
        language: Language::Danish,
        day: "2026-11-01".parse().unwrap(),
        footer: "Tal fra 1. november 2026".to_owned(),
        words: PageWords {
            page: "Side",
            of: "af",
            continued: "(fortsat)",
            unshown: "Nogle tegn kan ikke vises i PDF.",
            logo: "Logo",
            contents: "Indhold",
        },
        look: Look::default(),
    }
}

/// How many random cases a round trip tries: as `RISIKO_ROUNDS` says, else so many.
pub fn rounds(default: u32) -> u32 {
    std::env::var("RISIKO_ROUNDS").map_or(default, |text| text.parse().unwrap())
}

/// Skovby's new assessment.
pub fn assessment(catalogue: &Catalogue, method: &Method) -> Assessment {
    let municipalities = embedded_municipalities().unwrap();
    let skovby = municipalities.iter().find(|m| m.name == "Skovby").unwrap();
    new_assessment(skovby, "2026", "2026-11-01".parse().unwrap(), catalogue, method)
}

pub fn activity_id(text: &str) -> ActivityId {
    ActivityId::parse(text).unwrap()
}

pub fn threat_id(text: &str) -> ThreatId {
    ThreatId::parse(text).unwrap()
}

pub fn activity<'a>(catalogue: &'a Catalogue, id: &str) -> &'a Activity {
    &catalogue.activities[&activity_id(id)]
}

pub fn likelihood(method: &Method, number: u8) -> Likelihood {
    method.likelihood.level(number).unwrap()
}

pub fn consequence(method: &Method, number: u8) -> Consequence {
    method.consequence.level(number).unwrap()
}

/// An answer built figure by figure.
pub struct AnswerBuilder<'m> {
    method: &'m Method,
    answer: ActivityAnswer,
}

pub fn answer(method: &Method) -> AnswerBuilder<'_> {
    AnswerBuilder { method, answer: ActivityAnswer::default() }
}

impl AnswerBuilder<'_> {
    pub fn consequence(self, dimension: Dimension, level: u8) -> Self {
        self.of(Perspective::DataSubject, dimension, level)
    }

    pub fn of(mut self, perspective: Perspective, dimension: Dimension, level: u8) -> Self {
        let figure = ConsequenceFigure {
            rating: Rating::Rated(consequence(self.method, level)),
            origin: Origin::Own,
            reason: None,
        };
        self.answer.consequences.figures.insert((perspective, dimension), figure);
        self
    }

    pub fn direct(mut self, level: u8) -> Self {
        self.answer.direct.likelihood = Rating::Rated(likelihood(self.method, level));
        self
    }

    pub fn threat(mut self, id: &str, level: u8) -> Self {
        self.entry(id).risk.likelihood = Rating::Rated(likelihood(self.method, level));
        self
    }

    pub fn residual(mut self, id: &str, l: Option<u8>, c: Option<u8>) -> Self {
        let (l, c) =
            (l.map(|l| likelihood(self.method, l)), c.map(|c| consequence(self.method, c)));
        let risk = &mut self.entry(id).risk;
        risk.residual_likelihood = l.into();
        risk.residual_consequence = c.into();
        self
    }

    pub fn not_relevant(mut self, id: &str, reason: &str) -> Self {
        self.entry(id).not_relevant = Some(reason.to_owned());
        self
    }

    fn entry(&mut self, id: &str) -> &mut ThreatAnswer {
        self.answer.threats.entry(threat_id(id)).or_default()
    }

    pub fn build(self) -> ActivityAnswer {
        self.answer
    }
}
