//! Assessing one question at a time, in plain words: what `assess --guided` says and asks.
//!
//! Pure: whoever talks ([`Talk`]) shows what is said, brings the answers and keeps what was answered.
//! Lines of text only, in reading order and never redrawn, so that a screen reader reads them as they
//! come. Every answer is kept at once; stopping loses nothing.

mod asking;
mod steps;

use std::collections::VecDeque;

use crate::domain::{
    Activity, ActivityAnswer, ActivityId, Assessment, Catalogue, Date, LevelNumber, Method, Status,
};
use crate::engine::{Edit, Scope, activity_risk, apply, reasons_for_another, untouched_answer};
use crate::text::{self, Lang, guide as words};
use asking::Reply;
use steps::Step;

/// The person at the other end.
pub trait Talk {
    /// Why an answer could not be kept.
    type Error;

    /// Shows a paragraph or a line of a list.
    fn say(&mut self, text: &str);

    /// Asks, and waits for a line; `None` where nothing more will come.
    fn ask(&mut self, prompt: &str) -> Option<String>;

    /// Keeps the assessment as it is now. Gives it back as it stands in the file, where others may
    /// have changed something meanwhile.
    ///
    /// # Errors
    /// It could not be kept; the conversation ends.
    fn keep(&mut self, assessment: &Assessment) -> Result<Assessment, Self::Error>;
}

/// What the conversation is about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// For titles, texts and threats.
    pub catalogue: &'a Catalogue,
    /// For levels and bands.
    pub method: &'a Method,
    /// Language of everything said.
    pub lang: Lang,
    /// The day on which it is assessed.
    pub today: Date,
    /// Who is asking to assess, as the computer knows them; empty where it does not.
    pub by: &'a str,
    /// Whether answers are kept, or only tried out.
    pub is_kept: bool,
}

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// How many activities were gone through and are assessed, or do not apply, by now.
    pub finished: usize,
    /// Whether somebody stopped it before the end.
    pub stopped: bool,
}

/// Goes through activities in the order given.
///
/// # Errors
/// As [`Talk::keep`].
pub fn guide<T: Talk>(
    talk: &mut T,
    assessment: &Assessment,
    agenda: &[ActivityId],
    subject: Subject<'_>,
) -> Result<Ended, T::Error> {
    let mut guide = Guide { talk, subject, assessment: assessment.clone(), is_brief: false };
    let mut finished = 0;
    for line in words::welcome(subject.lang, agenda.len(), subject.is_kept) {
        guide.talk.say(&line);
    }
    match guide.yes_or_no(words::done_before(subject.lang)) {
        Reply::Answer(is_brief) => guide.is_brief = is_brief,
        Reply::Skip | Reply::Back => {}
        Reply::Stop => return Ok(Ended { finished, stopped: true }),
    }
    let mut agenda: VecDeque<&ActivityId> = agenda.iter().collect();
    while let Some(id) = agenda.pop_front() {
        let Some(activity) = subject.catalogue.activities.get(id) else { continue };
        match guide.activity(activity)? {
            // Gone through to the end is not assessed.
            Way::Done if guide.is_done(activity) => finished += 1,
            Way::Done | Way::Passed => {}
            Way::Stopped => return Ok(Ended { finished, stopped: true }),
        }
    }
    Ok(Ended { finished, stopped: false })
}

/// How the questions about an activity ended.
enum Way {
    Done,
    Passed,
    Stopped,
}

struct Guide<'t, 'a, T> {
    talk: &'t mut T,
    subject: Subject<'a>,
    assessment: Assessment,
    /// Whether explanations are left out until somebody asks for them.
    is_brief: bool,
}

impl<'a, T: Talk> Guide<'_, 'a, T> {
    fn lang(&self) -> Lang {
        self.subject.lang
    }

    /// The questions about one activity, with a way back from each to the one before.
    fn activity(&mut self, activity: &'a Activity) -> Result<Way, T::Error> {
        let (catalogue, lang) = (self.subject.catalogue, self.lang());
        let area = catalogue.areas.iter().find(|area| area.id == activity.area);
        let area = area.map(|area| lang.pick(area.label.as_str(), area.label_en.as_str()));
        self.talk.say("");
        self.talk.say(&words::activity(lang, activity, area.unwrap_or_default()));
        self.talk.say(&activity.description);
        let mut behind: Vec<Step> = Vec::new();
        let mut next = Some(Step::Begin);
        while let Some(step) = next {
            let reply = self.step(activity, &step)?;
            next = match reply {
                Reply::Stop => return Ok(Way::Stopped),
                Reply::Back => {
                    let before = behind.pop();
                    if before.is_none() {
                        self.talk.say(words::at_the_start(lang));
                    }
                    Some(before.unwrap_or(step))
                }
                Reply::Skip if step == Step::Begin => return Ok(Way::Passed),
                Reply::Skip | Reply::Answer(()) => {
                    let following = step.following(activity, &self.answer(activity), self.scope());
                    if step.is_question() {
                        behind.push(step);
                    }
                    following
                }
            };
        }
        Ok(Way::Done)
    }

    fn is_done(&self, activity: &Activity) -> bool {
        matches!(self.answer(activity).status, Status::Assessed | Status::NotApplicable)
    }

    fn scope(&self) -> Scope<'_> {
        Scope {
            catalogue: self.subject.catalogue,
            method: self.subject.method,
            perspectives: &self.assessment.perspectives,
        }
    }

    /// The answer as it stands; untouched where there is none.
    fn answer(&self, activity: &Activity) -> ActivityAnswer {
        self.assessment.activities.get(&activity.id).cloned().unwrap_or_else(|| {
            untouched_answer(&activity.id, self.subject.catalogue, self.subject.method)
        })
    }

    /// Changes an answer and keeps it, where it is different afterwards.
    fn change(&mut self, activity: &Activity, edit: &Edit) -> Result<(), T::Error> {
        self.change_with(activity, |answer| apply(answer, edit))
    }

    fn change_with(
        &mut self,
        activity: &Activity,
        change: impl FnOnce(&mut ActivityAnswer),
    ) -> Result<(), T::Error> {
        let before = self.answer(activity);
        let mut answer = before.clone();
        change(&mut answer);
        if self.assessment.activities.get(&activity.id) == Some(&answer) {
            return Ok(());
        }
        for reason in reasons_for_another(&before, &answer) {
            self.talk.say(&text::reason_for_another(self.lang(), activity.id.as_str(), &reason));
        }
        let mut changed = self.assessment.clone();
        changed.activities.insert(activity.id.clone(), answer);
        self.assessment = self.talk.keep(&changed)?;
        Ok(())
    }

    /// What the figures give: the band, why, and what management must do.
    fn result(&mut self, activity: &Activity) {
        let answer = self.answer(activity);
        let (lang, subject) = (self.lang(), self.subject);
        let said = {
            let risk = activity_risk(&answer, self.scope());
            match risk.current() {
                None => vec![words::no_band(lang).to_owned()],
                Some((source, score)) => {
                    let threat =
                        steps::threat_of(source).and_then(|id| subject.catalogue.threats.get(id));
                    vec![
                        words::band_is(lang, text::band(lang, score.band)),
                        text::why_this_band(lang, subject.method, (source, threat), score),
                        score.band.response.clone(),
                    ]
                }
            }
        };
        self.talk.say("");
        for line in said {
            self.talk.say(&line);
        }
    }

    /// What the actions change: the band afterwards.
    fn residual(&mut self, activity: &Activity) {
        let answer = self.answer(activity);
        let lang = self.lang();
        let said = activity_risk(&answer, self.scope())
            .residual()
            .map(|(_, score)| words::residual_is(lang, text::band(lang, score.band)));
        if let Some(said) = said {
            self.talk.say(&said);
        }
    }
}

/// Activities that nobody has finished, in the order of their numbers.
#[must_use]
pub fn unfinished(assessment: &Assessment, catalogue: &Catalogue) -> Vec<ActivityId> {
    let is_open = |id: &ActivityId| {
        let status = assessment.activities.get(id).map(|answer| answer.status);
        matches!(status, None | Some(Status::NotStarted | Status::InProgress))
    };
    catalogue.active().map(|activity| &activity.id).filter(|id| is_open(id)).cloned().collect()
}

/// Number of a level, where there is one.
fn number<L: LevelNumber>(level: Option<L>) -> Option<u8> {
    level.map(LevelNumber::number)
}
