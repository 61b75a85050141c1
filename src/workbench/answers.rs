//! Answering: every change is one step that can be taken back.

use super::item::{Column, Item};
use super::keys::Action;
use super::{Effect, Step, Workbench};
use crate::domain::{
    ActivityAnswer, ActivityId, Consequence, Dimension, Likelihood, Perspective, Rating, Status,
    ThreatAnswer, ThreatId, Treatment,
};
use crate::engine::{
    ConsequenceEdit, Edit, FigureAt, RiskEdit, apply, level_at, reason_at, untouched_answer,
};
use crate::text::workbench as words;

impl Workbench {
    /// Changes the shown activity.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut ActivityAnswer)) -> Effect {
        let Some(id) = self.list.selected().cloned() else { return Effect::None };
        let before = self.assessment.activities.get(&id).cloned();
        let mut after = self.answer_of(&id);
        change(&mut after);
        // A threat that was only looked at says nothing, and what is written begins an activity.
        after.threats.retain(|threat, answer| {
            let was_there = before.as_ref().is_some_and(|was| was.threats.contains_key(threat));
            was_there || *answer != ThreatAnswer::default()
        });
        let untouched = untouched_answer(&id, &self.catalogue, &self.method);
        if after.status == Status::NotStarted && after != untouched {
            after.status = Status::InProgress;
        }
        if before.as_ref() == Some(&after) {
            return Effect::None;
        }
        let after = Some(after);
        self.put(&id, after.clone());
        self.done.push(Step { id, before, after });
        self.undone.clear();
        self.keep()
    }

    pub(super) fn keep(&mut self) -> Effect {
        self.is_unkept = true;
        Effect::Keep(Box::new(self.assessment.clone()))
    }

    fn put(&mut self, id: &ActivityId, answer: Option<ActivityAnswer>) {
        self.note_change(id, answer.as_ref());
        match answer {
            Some(answer) => {
                let standing = self.standing_of(&answer);
                self.standings.insert(id.clone(), standing);
                self.assessment.activities.insert(id.clone(), answer);
            }
            None => {
                self.standings.remove(id);
                self.assessment.activities.remove(id);
            }
        }
    }

    /// Takes the last step back, or makes it again.
    pub(super) fn go_over(&mut self, back: bool) -> Effect {
        let (from, lang) = (if back { &self.done } else { &self.undone }, self.lang);
        let Some(step) = from.last().cloned() else {
            self.message = Some(words::nothing_to_go_over(lang, back).to_owned());
            return Effect::None;
        };
        let (now, then) =
            if back { (&step.after, &step.before) } else { (&step.before, &step.after) };
        if self.assessment.activities.get(&step.id) != now.as_ref() {
            self.pass_over(back, &step.id);
            return Effect::None;
        }
        self.put(&step.id, then.clone());
        self.message = Some(words::gone_over(lang, back, step.id.as_str()));
        match back {
            true => self.done.pop().map(|step| self.undone.push(step)),
            false => self.undone.pop().map(|step| self.done.push(step)),
        };
        self.list_again();
        self.list.select(&step.id);
        self.keep()
    }

    /// Somebody else has changed an activity since; what they wrote is not ours to take back. The steps of it that come
    /// next are dropped, so that the ones behind them can be reached.
    fn pass_over(&mut self, back: bool, id: &ActivityId) {
        let action = if back { Action::Undo } else { Action::Redo };
        let key = self.keys.keys(action).first().map(ToString::to_string).unwrap_or_default();
        let steps = if back { &mut self.done } else { &mut self.undone };
        while steps.last().is_some_and(|step| step.id == *id) {
            steps.pop();
        }
        let next = steps.last().map(|step| (step.id.as_str(), key.as_str()));
        self.message = Some(words::changed_since(self.lang, back, id.as_str(), next));
    }

    /// A digit: the level of the figure under the cursor.
    pub(super) fn set_level(&mut self, number: u8) -> Effect {
        let Some(item) = self.item() else { return Effect::None };
        let (column, lang) = (self.cursor.1, self.lang);
        let likelihood = self.method.likelihood.level(number);
        let consequence = self.method.consequence.level(number);
        let edit = match (&item, column) {
            (Item::Consequence(perspective, dimension), _) => consequence.map(|level| {
                let (perspective, dimension) = (*perspective, *dimension);
                let change = ConsequenceEdit { perspective, dimension, level };
                Edit { consequences: vec![change], ..Edit::default() }
            }),
            (Item::Threat(_) | Item::Direct, column) => {
                risk_edit(&item, column, (likelihood, consequence))
            }
            _ => {
                self.message = Some(words::no_level_here(lang).to_owned());
                return Effect::None;
            }
        };
        match edit {
            Some(edit) => {
                let effect = self.change(|answer| apply(answer, &edit));
                self.ask_about_the_reason(&item);
                effect
            }
            None => {
                let top = match (&item, column) {
                    (Item::Consequence(..), _) | (_, Column::ResidualConsequence) => {
                        self.method.consequence.top_number()
                    }
                    _ => self.method.likelihood.top_number(),
                };
                self.message = Some(words::no_such_level(lang, top));
                Effect::None
            }
        }
    }

    /// A reason stays when its level is set anew: whether it still argues for it is asked.
    fn ask_about_the_reason(&mut self, item: &Item) {
        let Some(at) = item.figure(self.cursor.1) else { return };
        let Some(id) = self.list.selected() else { return };
        let now = level_at(&self.answer_of(id), &at);
        if let Some(then) = self.reason_was_for(id, &at).filter(|then| Some(*then) != now) {
            let key = self.keys.keys(Action::Reason).first().map(ToString::to_string);
            self.message =
                Some(words::reason_for_another(self.lang, then, &key.unwrap_or_default()));
        }
    }

    /// The level that the reason of a figure was written for: the one it stood at first, as far back as what was
    /// changed here reaches.
    fn reason_was_for(&self, id: &ActivityId, at: &FigureAt) -> Option<u8> {
        let now = self.answer_of(id);
        let reason = reason_at(&now, at)?;
        let before = self.done.iter().rev().filter(|step| step.id == *id);
        let before = before.map_while(|step| step.before.as_ref());
        let same = before.take_while(|before| reason_at(before, at) == Some(reason));
        same.filter_map(|before| level_at(before, at)).last()
    }

    /// The figure under the cursor is not rated any more.
    pub(super) fn clear(&mut self) -> Effect {
        let Some(item) = self.item() else { return Effect::None };
        let column = self.cursor.1;
        self.change(|answer| match &item {
            Item::Consequence(whose, kind) => {
                answer.consequences.figures.remove(&(*whose, *kind));
            }
            Item::Threat(_) | Item::Direct => {
                let threat = item.risk().flatten();
                if answer.risk(threat).is_none() {
                    return;
                }
                let risk = answer.risk_mut(threat);
                match column {
                    Column::Likelihood => risk.likelihood = Rating::NotRated,
                    Column::ResidualLikelihood => risk.residual_likelihood = Rating::NotRated,
                    Column::ResidualConsequence => risk.residual_consequence = Rating::NotRated,
                }
            }
            Item::Owner => answer.owner = None,
            Item::Note => answer.note = None,
            Item::Status => {}
        })
    }

    /// Whether a consequence has a figure that a reason can stand at.
    pub(super) fn is_rated(&self, whose: Perspective, kind: Dimension) -> bool {
        let answer = self.list.selected().map(|id| self.answer_of(id));
        answer.is_some_and(|answer| answer.consequences.figures.contains_key(&(whose, kind)))
    }

    /// The reason that stands at the item under the cursor.
    pub(super) fn reason(&self) -> Option<String> {
        let answer = self.answer_of(self.list.selected()?);
        match self.item()? {
            Item::Consequence(whose, kind) => {
                answer.consequences.figures.get(&(whose, kind))?.reason.clone()
            }
            item @ (Item::Threat(_) | Item::Direct) => {
                let threat = item.risk()?;
                let not = threat.and_then(|id| answer.threats.get(id)?.not_relevant.clone());
                not.or_else(|| answer.risk(threat)?.reason.clone())
            }
            Item::Owner => answer.owner,
            Item::Note => answer.note,
            Item::Status => answer.status_reason,
        }
    }

    /// Puts a reason at the item under the cursor; an empty one takes it out.
    pub(super) fn set_reason(&mut self, text: &str) -> Effect {
        let Some(item) = self.item() else { return Effect::None };
        let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        self.change(|answer| match &item {
            Item::Consequence(whose, kind) => {
                if let Some(figure) = answer.consequences.figures.get_mut(&(*whose, *kind)) {
                    figure.reason = text;
                }
            }
            Item::Threat(id) => {
                let threat = answer.threats.entry(id.clone()).or_default();
                match &mut threat.not_relevant {
                    // Without a reason it would arise again.
                    Some(why) => *why = text.unwrap_or_else(|| why.clone()),
                    None => threat.risk.reason = text,
                }
            }
            Item::Direct => answer.direct.reason = text,
            Item::Owner => answer.owner = text,
            Item::Note => answer.note = text,
            Item::Status => answer.status_reason = text,
        })
    }

    /// The threat under the cursor does not arise, or else the activity does not apply; or they do
    /// again.
    pub(super) fn set_not_applicable(&mut self, why: &str) -> Effect {
        let why = why.trim().to_owned();
        if why.is_empty() {
            self.message = Some(words::needs_reason(self.lang).to_owned());
            return Effect::None;
        }
        let item = self.item();
        let effect = self.change(|answer| match item {
            Some(Item::Threat(id)) => {
                // Its figures stay, and count for nothing until it is relevant again.
                answer.threats.entry(id).or_default().not_relevant = Some(why);
            }
            _ => {
                answer.status = Status::NotApplicable;
                answer.status_reason = Some(why);
            }
        });
        self.list_again();
        effect
    }

    /// Whether `n` takes back that something does not apply.
    pub(super) fn applies_again(&mut self) -> Option<Effect> {
        let answer = self.answer_of(self.list.selected()?);
        let item = self.item()?;
        if let Item::Threat(id) = &item {
            answer.threats.get(id)?.not_relevant.as_ref()?;
            return Some(self.threat_arises_again(id, &answer));
        }
        (answer.status == Status::NotApplicable).then(|| {
            self.change(|answer| {
                answer.status = Status::InProgress;
                answer.status_reason = None;
            })
        })
    }

    /// A threat counts again with the figures that it had. One without a likelihood is to be rated first.
    fn threat_arises_again(&mut self, id: &ThreatId, before: &ActivityAnswer) -> Effect {
        let level = level_at(before, &FigureAt::Likelihood(Some(id.clone())));
        let effect = self.change(|answer| {
            if let Some(threat) = answer.threats.get_mut(id) {
                threat.not_relevant = None;
            }
            if level.is_none() && answer.status == Status::Assessed {
                answer.status = Status::InProgress;
            }
        });
        self.cursor.1 = Column::Likelihood;
        self.message = Some(words::relevant_again(self.lang, level));
        effect
    }

    /// The activity is done, or not any more.
    pub(super) fn finish(&mut self) -> Effect {
        let (today, by) = (self.today, self.by.clone());
        let by = Some(by).filter(|by| !by.is_empty());
        // A meeting that looks at it again says once more that it is assessed.
        let is_again = self.awaits_meeting();
        if let Some(missing) = self.missing_to_finish(is_again) {
            self.message = Some(missing.to_owned());
            return Effect::None;
        }
        if is_again {
            self.mark_treated();
        }
        self.change(|answer| match answer.status {
            Status::Assessed if !is_again => answer.status = Status::InProgress,
            Status::NotApplicable => {}
            Status::NotStarted | Status::InProgress | Status::Assessed => {
                let edit = Edit {
                    status: Some(Status::Assessed),
                    assessed_on: Some(today),
                    assessed_by: by.filter(|_| answer.assessed.by.is_none()),
                    ..Edit::default()
                };
                apply(answer, &edit);
            }
        })
    }

    /// What the shown activity lacks to be assessed; nothing where it is done already, or does not apply.
    fn missing_to_finish(&self, is_again: bool) -> Option<&'static str> {
        let answer = self.answer_of(self.list.selected()?);
        let is_open = match answer.status {
            Status::NotApplicable => false,
            Status::Assessed => is_again,
            Status::NotStarted | Status::InProgress => true,
        };
        let has_band = self.standing_of(&answer).current.is_some();
        (is_open && !has_band).then(|| {
            let levels = answer.consequences.figures.values();
            let has_consequence = levels.into_iter().any(|of| of.rating.rated().is_some());
            words::missing_to_finish(self.lang, has_consequence)
        })
    }

    pub(super) fn set_treatment(&mut self, item: &Item, treatment: Treatment) -> Effect {
        let threat = item.risk().flatten().cloned();
        self.change(|answer| {
            let risk = answer.risk_mut(threat.as_ref());
            // The same key again takes it out.
            risk.treatment = (risk.treatment != Some(treatment)).then_some(treatment);
        })
    }
}

fn risk_edit(
    item: &Item,
    column: Column,
    (likelihood, consequence): (Option<Likelihood>, Option<Consequence>),
) -> Option<Edit> {
    let mut risk = RiskEdit { threat: item.risk()?.cloned(), ..RiskEdit::default() };
    match column {
        Column::Likelihood => risk.likelihood = Some(likelihood?),
        Column::ResidualLikelihood => risk.residual_likelihood = Some(likelihood?),
        Column::ResidualConsequence => risk.residual_consequence = Some(consequence?),
    }
    Some(Edit { risk, ..Edit::default() })
}
