//! Questions of every kind, and what people may answer to all of them.

use super::{Guide, Talk};
use crate::domain::{Date, Level, LevelNumber, Perspective, Scale};
use crate::text::{self, guide as words};

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reply<A> {
    /// An answer.
    Answer(A),
    /// Nothing was answered; what stood there stays.
    Skip,
    /// To the question before.
    Back,
    /// Enough for now.
    Stop,
}

impl<A> Reply<A> {
    /// The same reply, with what becomes of an answer.
    pub(super) fn and_then<B, E>(
        self,
        take: impl FnOnce(A) -> Result<B, E>,
    ) -> Result<Reply<B>, E> {
        Ok(match self {
            Self::Answer(answer) => Reply::Answer(take(answer)?),
            Self::Skip => Reply::Skip,
            Self::Back => Reply::Back,
            Self::Stop => Reply::Stop,
        })
    }
}

/// A choice of a level.
pub(super) struct LevelQuestion<'q, L> {
    /// What is asked, in one sentence.
    pub(super) question: String,
    /// Levels to choose from.
    pub(super) scale: &'q Scale<L>,
    /// What each level means here, from the lowest.
    pub(super) meanings: Vec<String>,
    /// What stands there, which an empty answer keeps.
    pub(super) now: Option<u8>,
    /// What is said of `now`, or of what others suggest.
    pub(super) beside: Vec<String>,
    /// What `?` explains.
    pub(super) more: Vec<String>,
}

/// What may be answered in place of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen<L> {
    /// A level.
    Level(L),
    /// The question does not arise here.
    NotRelevant,
}

impl<T: Talk> Guide<'_, '_, T> {
    /// Asks until there is an answer that can be used. `None` where what came is none.
    fn asked<A>(
        &mut self,
        prompt: &str,
        more: &[String],
        is_text: bool,
        mut read: impl FnMut(&str) -> Option<A>,
    ) -> Reply<A> {
        let lang = self.subject.lang;
        loop {
            let Some(line) = self.talk.ask(prompt) else { return Reply::Stop };
            let line = line.trim();
            let word = line.to_lowercase();
            // A single letter may be the whole of a text.
            let short = if is_text { "" } else { word.as_str() };
            match (word.as_str(), short) {
                ("", _) => return Reply::Skip,
                ("stop" | "slut", _) | (_, "s") => return Reply::Stop,
                ("tilbage" | "back", _) | (_, "t" | "b") => return Reply::Back,
                ("?" | "hjælp" | "help", _) => {
                    for line in more {
                        self.talk.say(line);
                    }
                    self.talk.say(words::always(lang));
                }
                _ => match read(line) {
                    Some(answer) => return Reply::Answer(answer),
                    None => self.talk.say(&words::not_understood(lang, line)),
                },
            }
        }
    }

    /// A question with yes or no.
    pub(super) fn yes_or_no(&mut self, question: &str) -> Reply<bool> {
        let lang = self.subject.lang;
        let prompt = words::yes_no_prompt(lang, question);
        let more = vec![words::yes_no_more(lang).to_owned()];
        self.asked(&prompt, &more, false, |line| match line.to_lowercase().as_str() {
            "j" | "ja" | "y" | "yes" => Some(true),
            "n" | "nej" | "no" => Some(false),
            _ => None,
        })
    }

    /// A question that is answered in words.
    pub(super) fn words(&mut self, question: &str, now: Option<&str>, more: &str) -> Reply<String> {
        let prompt = words::text_prompt(self.subject.lang, question, now);
        self.asked(&prompt, &[more.to_owned()], true, |line| Some(line.to_owned()))
    }

    /// A question for a day.
    pub(super) fn day(&mut self, question: &str, now: Option<Date>) -> Reply<Date> {
        let lang = self.subject.lang;
        let now = now.map(|day| text::date(lang, day));
        let prompt = words::text_prompt(lang, question, now.as_deref());
        self.asked(&prompt, &[words::day_more(lang).to_owned()], true, text::read_day)
    }

    /// A choice from a numbered list, counted from 0.
    pub(super) fn choice(
        &mut self,
        question: &str,
        options: &[String],
        now: Option<usize>,
    ) -> Reply<usize> {
        let lang = self.subject.lang;
        self.talk.say(question);
        for (number, option) in options.iter().enumerate() {
            self.talk.say(&format!("  {}  {option}", number + 1));
        }
        let prompt = words::choice_prompt(lang, options.len(), now.map(|now| now + 1));
        self.asked(&prompt, &[], false, |line| {
            let number: usize = line.parse().ok()?;
            (1..=options.len()).contains(&number).then(|| number - 1)
        })
    }

    /// A choice of a level.
    pub(super) fn level<L: LevelNumber>(
        &mut self,
        asked: &LevelQuestion<'_, L>,
        may_not_arise: bool,
    ) -> Reply<Chosen<L>> {
        let lang = self.subject.lang;
        self.talk.say("");
        self.talk.say(&asked.question);
        for ((level, known), meaning) in asked.scale.levels().zip(&asked.meanings) {
            let label = text::level_label(lang, known);
            let meaning = if meaning.is_empty() { String::new() } else { format!(": {meaning}") };
            self.talk.say(&format!("  {level}  {label}{meaning}"));
        }
        for line in &asked.beside {
            self.talk.say(line);
        }
        let prompt = words::level_prompt(lang, asked.scale.top_number(), asked.now, may_not_arise);
        let scale = asked.scale;
        self.asked(&prompt, &asked.more, false, |line| {
            let word = line.to_lowercase();
            if may_not_arise && matches!(word.as_str(), "i" | "ikke relevant" | "not relevant") {
                return Some(Chosen::NotRelevant);
            }
            let by_number = word.parse().ok().and_then(|number| scale.level(number));
            let by_name = || {
                let is_it = |(_, level): &(L, &Level)| {
                    [&level.label, &level.label_en].iter().any(|name| name.to_lowercase() == word)
                };
                scale.levels().find(is_it).map(|(level, _)| level)
            };
            by_number.or_else(by_name).map(Chosen::Level)
        })
    }

    /// What each level means, from the lowest: in full the first time for those who are new to it,
    /// else briefly.
    pub(super) fn meanings<L: LevelNumber>(
        &self,
        scale: &Scale<L>,
        perspective: Perspective,
        is_first: bool,
    ) -> Vec<String> {
        let meaning = |level: &Level| {
            let brief = level.brief(perspective).filter(|_| self.is_brief || !is_first);
            brief.unwrap_or(level.meaning(perspective).0).to_owned()
        };
        scale.levels().map(|(_, level)| meaning(level)).collect()
    }

    /// An example of each level, for `?`.
    pub(super) fn examples<L: LevelNumber>(
        &self,
        scale: &Scale<L>,
        perspective: Perspective,
    ) -> Vec<String> {
        let lang = self.subject.lang;
        let examples = scale.levels().filter_map(|(number, level)| {
            let example = level.meaning(perspective).1.first()?;
            Some(words::example(lang, &number.to_string(), example))
        });
        examples.collect()
    }
}
