//! Which question follows which, and what becomes of an answer.

use super::asking::{Chosen, LevelQuestion, Reply};
use super::{Guide, Talk, number};
use crate::domain::{
    Action, Activity, ActivityAnswer, Consequence, Dimension, LevelNumber, Likelihood, Origin,
    Perspective, Status, Threat, ThreatId, Treatment,
};
use crate::engine::{ConsequenceEdit, Edit, RiskEdit, RiskSource, Scope, activity_risk};
use crate::text::guide as words;

/// The dimensions that everybody is asked about; authenticity is for those who know that they need it.
const ASKED: [Dimension; 3] =
    [Dimension::Confidentiality, Dimension::Integrity, Dimension::Availability];

/// A question about an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Whether to assess it now.
    Begin,
    /// Whether the municipality does this at all.
    Applies,
    /// How bad it is, whose and of which kind.
    Consequence(Perspective, Dimension),
    /// Why these figures.
    ConsequenceReason(Perspective),
    /// How likely a threat is; without one, how likely it is that anything happens.
    Likelihood(Option<ThreatId>),
    /// Why this likelihood.
    LikelihoodReason(Option<ThreatId>),
    /// What is done against it already.
    Measures(Option<ThreatId>),
    /// What it comes to; nothing is asked.
    Result,
    /// What is done about the risk that decides.
    Treatment,
    /// What will be done.
    Action,
    /// Who does it.
    ActionOwner,
    /// By when.
    ActionDeadline,
    /// How likely it is afterwards.
    ResidualLikelihood,
    /// How bad it is afterwards.
    ResidualConsequence,
    /// Who owns the risk.
    Owner,
    /// Whether the activity is done.
    Finish,
}

/// The threat that a risk comes from.
pub(super) fn threat_of(source: &RiskSource) -> Option<&ThreatId> {
    match source {
        RiskSource::Direct => None,
        RiskSource::Threat(id) => Some(id),
    }
}

impl Step {
    /// Whether somebody answers it, so that one can come back to it.
    pub(super) fn is_question(&self) -> bool {
        *self != Self::Result
    }

    /// The question that follows; `None` behind the last.
    pub(super) fn following(
        &self,
        activity: &Activity,
        answer: &ActivityAnswer,
        scope: Scope<'_>,
    ) -> Option<Self> {
        let is_out = answer.status == Status::NotApplicable;
        Some(match self {
            Self::Begin => Self::Applies,
            Self::Applies | Self::Finish if is_out => return None,
            Self::Finish => return None,
            Self::Applies => {
                Self::Consequence(Perspective::DataSubject, Dimension::Confidentiality)
            }
            Self::Consequence(whose, kind) => {
                match ASKED.iter().skip_while(|known| *known != kind).nth(1) {
                    Some(next) => Self::Consequence(*whose, *next),
                    None => Self::ConsequenceReason(*whose),
                }
            }
            Self::ConsequenceReason(whose) => {
                let next = scope.perspectives.iter().skip_while(|known| *known != whose).nth(1);
                match next {
                    Some(next) => Self::Consequence(*next, Dimension::Confidentiality),
                    None => Self::Likelihood(
                        answer.threats_to_rate(activity, scope.catalogue).into_iter().next(),
                    ),
                }
            }
            Self::Likelihood(threat) if is_rated(answer, threat.as_ref()) => {
                Self::LikelihoodReason(threat.clone())
            }
            Self::LikelihoodReason(threat) => Self::Measures(threat.clone()),
            Self::Likelihood(threat) | Self::Measures(threat) => {
                next_threat(threat.as_ref(), activity, answer, scope)
            }
            Self::Result => match deciding(answer, scope) {
                Some(_) => Self::Treatment,
                None => Self::Owner,
            },
            Self::Treatment if planned(answer, scope).is_none() => Self::Owner,
            Self::Treatment => Self::Action,
            Self::Action if last_action(answer, scope).is_none() => Self::ResidualLikelihood,
            Self::Action => Self::ActionOwner,
            Self::ActionOwner => Self::ActionDeadline,
            Self::ActionDeadline => Self::ResidualLikelihood,
            Self::ResidualLikelihood => Self::ResidualConsequence,
            Self::ResidualConsequence => Self::Owner,
            Self::Owner => Self::Finish,
        })
    }
}

/// The next threat; the result behind the last.
fn next_threat(
    threat: Option<&ThreatId>,
    activity: &Activity,
    answer: &ActivityAnswer,
    scope: Scope<'_>,
) -> Step {
    let Some(threat) = threat else { return Step::Result };
    let threats = answer.threats_to_rate(activity, scope.catalogue);
    match threats.iter().skip_while(|known| *known != threat).nth(1) {
        Some(next) => Step::Likelihood(Some(next.clone())),
        // Without any likelihood there is no risk level.
        None if deciding(answer, scope).is_none() => Step::Likelihood(None),
        None => Step::Result,
    }
}

/// Whether a likelihood counts; that of a threat which is not relevant is kept, but does not.
fn is_rated(answer: &ActivityAnswer, threat: Option<&ThreatId>) -> bool {
    let of = threat.and_then(|id| answer.threats.get(id));
    let is_out = of.is_some_and(|threat| threat.not_relevant.is_some());
    !is_out && answer.risk(threat).is_some_and(|risk| risk.likelihood.rated().is_some())
}

/// The threat that decides the band, or that the direct figure does.
fn deciding(answer: &ActivityAnswer, scope: Scope<'_>) -> Option<Option<ThreatId>> {
    let risk = activity_risk(answer, scope);
    risk.current().map(|(source, _)| threat_of(source).cloned())
}

/// The deciding risk, where something is done about it.
fn planned(answer: &ActivityAnswer, scope: Scope<'_>) -> Option<Treatment> {
    let threat = deciding(answer, scope)?;
    let treatment = answer.risk(threat.as_ref())?.treatment?;
    (treatment != Treatment::Accept).then_some(treatment)
}

fn last_action(answer: &ActivityAnswer, scope: Scope<'_>) -> Option<Action> {
    let threat = deciding(answer, scope)?;
    answer.risk(threat.as_ref())?.actions.last().cloned()
}

type Done<E> = Result<Reply<()>, E>;

impl<'a, T: Talk> Guide<'_, 'a, T> {
    /// Asks a question and keeps the answer.
    pub(super) fn step(&mut self, activity: &'a Activity, step: &Step) -> Done<T::Error> {
        let lang = self.subject.lang;
        match step {
            Step::Begin => match self.yes_or_no(words::begin(lang)) {
                Reply::Answer(false) => Ok(Reply::Skip),
                reply => reply.and_then(|_| Ok(())),
            },
            Step::Applies => self.applies(activity),
            Step::Consequence(whose, kind) => self.consequence(activity, *whose, *kind),
            Step::ConsequenceReason(whose) => self.consequence_reason(activity, *whose),
            Step::Likelihood(threat) => self.likelihood(activity, threat.as_ref()),
            Step::LikelihoodReason(threat) => self.likelihood_reason(activity, threat.as_ref()),
            Step::Measures(threat) => self.measures(activity, threat.as_ref()),
            Step::Result => {
                self.result(activity);
                Ok(Reply::Answer(()))
            }
            Step::Treatment => self.treatment(activity),
            Step::Action | Step::ActionOwner | Step::ActionDeadline => self.action(activity, step),
            Step::ResidualLikelihood => self.residual_likelihood(activity),
            Step::ResidualConsequence => self.residual_consequence(activity),
            Step::Owner => {
                let now = self.answer(activity).owner;
                let reply = self.words(words::owner(lang), now.as_deref(), words::owner_more(lang));
                reply.and_then(|owner| {
                    self.change(activity, &Edit { owner: Some(owner), ..Edit::default() })
                })
            }
            Step::Finish => self.finish(activity),
        }
    }

    fn applies(&mut self, activity: &Activity) -> Done<T::Error> {
        let lang = self.subject.lang;
        match self.yes_or_no(words::applies(lang)) {
            Reply::Answer(false) => {}
            Reply::Answer(true) | Reply::Skip => {
                let was_out = self.answer(activity).status == Status::NotApplicable;
                let status = was_out.then_some(Status::InProgress);
                self.change(activity, &Edit { status, ..Edit::default() })?;
                return Ok(Reply::Answer(()));
            }
            reply => return reply.and_then(|_| Ok(())),
        }
        let reply = self.words(words::why_not(lang), None, words::why_not_more(lang));
        if reply == Reply::Skip {
            // Without a reason nobody can see later whether it still holds.
            self.talk.say(words::needs_reason(lang));
            return Ok(Reply::Back);
        }
        reply.and_then(|reason| {
            let status = Some(Status::NotApplicable);
            self.change(activity, &Edit { status, reason: Some(reason), ..Edit::default() })
        })
    }

    fn consequence(
        &mut self,
        activity: &Activity,
        whose: Perspective,
        kind: Dimension,
    ) -> Done<T::Error> {
        let (lang, scale) = (self.subject.lang, &self.subject.method.consequence);
        let answer = self.answer(activity);
        let is_first = kind == Dimension::Confidentiality;
        let figure = answer.consequences.figures.get(&(whose, kind));
        let now = figure.and_then(|figure| figure.rating.rated());
        let is_start = figure.is_some_and(|figure| figure.origin != Origin::Own);
        let mut beside = Vec::new();
        if let (Some(level), true) = (now, is_start) {
            let starting = activity.starting.as_ref().filter(|_| whose == Perspective::DataSubject);
            // One reason for all three; it is said once.
            let reason = starting.filter(|_| is_first).map(|starting| starting.reason.as_str());
            let reason = reason.unwrap_or_default();
            beside.push(words::suggested(lang, level.number(), reason));
        }
        if !self.is_brief && is_first {
            self.talk.say("");
            self.talk.say(words::about_consequence(lang, whose));
        }
        let asked = LevelQuestion {
            question: words::consequence(lang, whose, kind).to_owned(),
            scale,
            meanings: self.meanings(scale, whose, is_first),
            now: number(now),
            beside,
            more: self.examples(scale, whose),
        };
        let chosen = match self.level(&asked, false) {
            // An empty answer takes over what stands there, also where the catalogue suggested it.
            Reply::Skip => now.map_or(Reply::Skip, Reply::Answer),
            Reply::Answer(Chosen::Level(level)) => Reply::Answer(level),
            Reply::Answer(Chosen::NotRelevant) => Reply::Skip,
            Reply::Back => Reply::Back,
            Reply::Stop => Reply::Stop,
        };
        chosen.and_then(|level: Consequence| {
            let change = ConsequenceEdit { perspective: whose, dimension: kind, level };
            self.change(activity, &Edit { consequences: vec![change], ..Edit::default() })
        })
    }

    fn consequence_reason(&mut self, activity: &Activity, whose: Perspective) -> Done<T::Error> {
        let lang = self.subject.lang;
        let answer = self.answer(activity);
        let mut reasons: Vec<&str> = Vec::new();
        for ((of, _), figure) in &answer.consequences.figures {
            if let Some(reason) = figure.reason.as_deref().filter(|_| *of == whose)
                && !reasons.contains(&reason)
            {
                reasons.push(reason);
            }
        }
        let now = reasons.join(" / ");
        let now = Some(now.as_str()).filter(|now| !now.is_empty());
        let reply = self.words(words::consequence_reason(lang), now, words::reason_more(lang));
        reply.and_then(|reason| {
            self.change_with(activity, |answer| {
                for ((of, _), figure) in &mut answer.consequences.figures {
                    if *of == whose && figure.rating.rated().is_some() {
                        figure.reason = Some(reason.clone());
                    }
                }
            })
        })
    }

    fn likelihood(&mut self, activity: &Activity, id: Option<&ThreatId>) -> Done<T::Error> {
        let (lang, method) = (self.subject.lang, self.subject.method);
        let scale = &method.likelihood;
        let threat = id.and_then(|id| self.subject.catalogue.threats.get(id));
        let answer = self.answer(activity);
        if let (Some(id), Some(threat)) = (id, threat) {
            self.introduce(activity, &answer, (id, threat));
        }
        let now = answer.risk(id).filter(|_| is_rated(&answer, id));
        let now = now.and_then(|risk| risk.likelihood.rated());
        let mut beside = Vec::new();
        if let Some(reason) = id.and_then(|id| answer.threats.get(id)?.not_relevant.as_deref()) {
            beside.push(words::is_not_relevant(lang, reason));
        }
        // What points to each level is written for four of them.
        let evidence = threat.map(|threat| &threat.evidence);
        let meanings = match evidence.filter(|list| list.len() == usize::from(scale.top_number())) {
            Some(evidence) => evidence.clone(),
            None => self.meanings(scale, Perspective::DataSubject, true),
        };
        let asked = LevelQuestion {
            question: words::likelihood(lang, id.is_some()).to_owned(),
            scale,
            meanings,
            now: number(now),
            beside,
            more: self.examples(scale, Perspective::DataSubject),
        };
        match self.level(&asked, id.is_some()) {
            Reply::Answer(Chosen::Level(level)) => {
                let risk = RiskEdit {
                    threat: id.cloned(),
                    likelihood: Some(level),
                    ..RiskEdit::default()
                };
                self.change(activity, &Edit { risk, ..Edit::default() })?;
                Ok(Reply::Answer(()))
            }
            Reply::Answer(Chosen::NotRelevant) => self.not_relevant(activity, id),
            reply => reply.and_then(|_| Ok(())),
        }
    }

    /// A threat, before it is asked about.
    fn introduce(
        &mut self,
        activity: &Activity,
        answer: &ActivityAnswer,
        (id, threat): (&ThreatId, &Threat),
    ) {
        let lang = self.subject.lang;
        let all = answer.threats_to_rate(activity, self.scope().catalogue);
        let place = all.iter().position(|known| known == id).map_or(0, |place| place + 1);
        if place == 1 && !self.is_brief {
            self.talk.say("");
            self.talk.say(words::about_threats(lang));
        }
        self.talk.say("");
        self.talk.say(&words::threat(lang, (place, all.len()), id.as_str(), &threat.title));
        if !self.is_brief {
            self.talk.say(&threat.description);
        }
        let named = activity.threats.iter().find(|named| named.threat == *id);
        if let Some(named) = named {
            self.talk.say(&words::why_here(lang, &named.reason));
        }
    }

    fn not_relevant(&mut self, activity: &Activity, id: Option<&ThreatId>) -> Done<T::Error> {
        let lang = self.subject.lang;
        let reply = self.words(words::why_not_relevant(lang), None, words::why_not_more(lang));
        if reply == Reply::Skip {
            self.talk.say(words::needs_reason(lang));
            return Ok(Reply::Skip);
        }
        let not_relevant = |reason| RiskEdit {
            threat: id.cloned(),
            not_relevant: Some(reason),
            ..RiskEdit::default()
        };
        reply.and_then(|reason| {
            self.change(activity, &Edit { risk: not_relevant(reason), ..Edit::default() })
        })
    }

    fn likelihood_reason(&mut self, activity: &Activity, id: Option<&ThreatId>) -> Done<T::Error> {
        let lang = self.subject.lang;
        let answer = self.answer(activity);
        let risk = answer.risk(id).cloned().unwrap_or_default();
        let level = number(risk.likelihood.rated()).unwrap_or_default();
        let question = words::likelihood_reason(lang, level);
        let reply = self.words(&question, risk.reason.as_deref(), words::reason_more(lang));
        reply.and_then(|reason| {
            let likelihood = risk.likelihood.rated();
            let risk = RiskEdit { threat: id.cloned(), likelihood, ..RiskEdit::default() };
            self.change(activity, &Edit { risk, reason: Some(reason), ..Edit::default() })
        })
    }

    fn measures(&mut self, activity: &Activity, id: Option<&ThreatId>) -> Done<T::Error> {
        let lang = self.subject.lang;
        let answer = self.answer(activity);
        let now = answer.risk(id).map(|risk| risk.measures.join("; ")).unwrap_or_default();
        let known: Vec<&str> = self
            .subject
            .catalogue
            .measures
            .values()
            .filter(|measure| id.is_some_and(|id| measure.threats.contains(id)))
            .map(|measure| measure.title.as_str())
            .collect();
        let more = words::measures_more(lang, &known);
        let now = Some(now.as_str()).filter(|now| !now.is_empty());
        let reply = self.words(words::measures(lang), now, &more);
        reply.and_then(|line| {
            let measures = listed(&line, &known);
            let risk =
                RiskEdit { threat: id.cloned(), measures: Some(measures), ..RiskEdit::default() };
            self.change(activity, &Edit { risk, ..Edit::default() })
        })
    }

    fn treatment(&mut self, activity: &Activity) -> Done<T::Error> {
        let lang = self.subject.lang;
        let answer = self.answer(activity);
        let Some(threat) = deciding(&answer, self.scope()) else { return Ok(Reply::Skip) };
        let ways = Treatment::KEYS.map(|(_, way)| way);
        let options = ways.map(|way| words::treatment(lang, way).to_owned());
        let now = answer.risk(threat.as_ref()).and_then(|risk| risk.treatment);
        let now = now.and_then(|now| ways.iter().position(|way| *way == now));
        self.talk.say("");
        let reply = self.choice(words::what_about_it(lang), &options, now);
        reply.and_then(|chosen| {
            let treatment = ways.get(chosen).copied();
            let risk = RiskEdit { threat, treatment, ..RiskEdit::default() };
            self.change(activity, &Edit { risk, ..Edit::default() })
        })
    }

    /// What, who or by when: an action that was begun here is the last of the risk's.
    fn action(&mut self, activity: &Activity, step: &Step) -> Done<T::Error> {
        let lang = self.subject.lang;
        let answer = self.answer(activity);
        let Some(threat) = deciding(&answer, self.scope()) else { return Ok(Reply::Skip) };
        let mut actions =
            answer.risk(threat.as_ref()).map(|risk| risk.actions.clone()).unwrap_or_default();
        let last = actions.last().cloned();
        let reply = match step {
            Step::Action => {
                let now = last.as_ref().map(|action| action.what.as_str());
                let more = words::action_more(lang);
                self.words(words::action(lang), now, more).and_then(|what| {
                    let action = Action { what, ..Action::default() };
                    actions.push(action);
                    Ok(())
                })
            }
            Step::ActionOwner => {
                let now = last.as_ref().and_then(|action| action.owner.as_deref());
                let more = words::owner_more(lang);
                self.words(words::action_owner(lang), now, more).and_then(|owner| {
                    if let Some(action) = actions.last_mut() {
                        action.owner = Some(owner);
                    }
                    Ok(())
                })
            }
            _ => {
                let now = last.as_ref().and_then(|action| action.deadline);
                self.day(words::action_deadline(lang), now).and_then(|day| {
                    if let Some(action) = actions.last_mut() {
                        action.deadline = Some(day);
                    }
                    Ok(())
                })
            }
        }?;
        reply.and_then(|()| {
            let risk = RiskEdit { threat, actions: Some(actions), ..RiskEdit::default() };
            self.change(activity, &Edit { risk, ..Edit::default() })
        })
    }

    fn residual_likelihood(&mut self, activity: &Activity) -> Done<T::Error> {
        let (lang, scale) = (self.subject.lang, &self.subject.method.likelihood);
        let answer = self.answer(activity);
        let Some(threat) = deciding(&answer, self.scope()) else { return Ok(Reply::Skip) };
        let risk = answer.risk(threat.as_ref()).cloned().unwrap_or_default();
        let asked = LevelQuestion {
            question: words::residual_likelihood(lang).to_owned(),
            scale,
            meanings: self.meanings(scale, Perspective::DataSubject, false),
            now: number(risk.residual_likelihood.rated()),
            beside: vec![words::today_is(lang, number(risk.likelihood.rated()))],
            more: self.examples(scale, Perspective::DataSubject),
        };
        let reply = self.level(&asked, false);
        self.take_residual(activity, threat, reply, |risk, level: Likelihood| {
            risk.residual_likelihood = Some(level);
        })
    }

    fn residual_consequence(&mut self, activity: &Activity) -> Done<T::Error> {
        let (lang, scale) = (self.subject.lang, &self.subject.method.consequence);
        let answer = self.answer(activity);
        let scored = activity_risk(&answer, self.scope())
            .current()
            .map(|(source, score)| (threat_of(source).cloned(), score.consequence));
        let Some((threat, today)) = scored else { return Ok(Reply::Skip) };
        let risk = answer.risk(threat.as_ref()).cloned().unwrap_or_default();
        let asked = LevelQuestion {
            question: words::residual_consequence(lang).to_owned(),
            scale,
            meanings: self.meanings(scale, Perspective::DataSubject, false),
            now: number(risk.residual_consequence.rated()),
            beside: vec![words::today_is(lang, Some(today.number()))],
            more: self.examples(scale, Perspective::DataSubject),
        };
        let reply = self.level(&asked, false);
        let reply = self.take_residual(activity, threat, reply, |risk, level: Consequence| {
            risk.residual_consequence = Some(level);
        })?;
        self.residual(activity);
        Ok(reply)
    }

    fn take_residual<L>(
        &mut self,
        activity: &Activity,
        threat: Option<ThreatId>,
        reply: Reply<Chosen<L>>,
        put: impl FnOnce(&mut RiskEdit, L),
    ) -> Done<T::Error> {
        reply.and_then(|chosen| {
            let mut risk = RiskEdit { threat, ..RiskEdit::default() };
            if let Chosen::Level(level) = chosen {
                put(&mut risk, level);
            }
            self.change(activity, &Edit { risk, ..Edit::default() })
        })
    }

    fn finish(&mut self, activity: &Activity) -> Done<T::Error> {
        let lang = self.subject.lang;
        let answer = self.answer(activity);
        // Assessed without a risk level would be no assessment.
        if deciding(&answer, self.scope()).is_none() {
            self.talk.say(words::cannot_finish(lang));
            return Ok(Reply::Answer(()));
        }
        match self.yes_or_no(words::finish(lang)) {
            Reply::Answer(true) => {
                let by = (!self.subject.by.is_empty()).then(|| self.subject.by.to_owned());
                let edit = Edit {
                    status: Some(Status::Assessed),
                    assessed_by: answer.assessed.by.is_none().then_some(by).flatten(),
                    assessed_on: Some(self.subject.today),
                    ..Edit::default()
                };
                self.change(activity, &edit)?;
                self.talk.say(&words::is_finished(lang, activity.id.as_str()));
                Ok(Reply::Answer(()))
            }
            reply => reply.and_then(|_| Ok(())),
        }
    }
}

/// Measures from a line: numbers stand for those of the list, texts for themselves.
fn listed(line: &str, known: &[&str]) -> Vec<String> {
    let parts = line.split(';').map(str::trim).filter(|part| !part.is_empty());
    let mut measures: Vec<String> = Vec::new();
    for part in parts {
        let numbers: Option<Vec<usize>> =
            part.split([',', ' ']).filter(|n| !n.is_empty()).map(|n| n.parse().ok()).collect();
        let titles = numbers.and_then(|numbers| {
            let title = |number: &usize| known.get(number.checked_sub(1)?).map(|&t| t.to_owned());
            numbers.iter().map(title).collect::<Option<Vec<_>>>()
        });
        for measure in titles.unwrap_or_else(|| vec![part.to_owned()]) {
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
    }
    measures
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn numbers_stand_for_the_measures_of_the_list_and_texts_for_themselves() {
        let known = ["Sikker mail", "Kursus"];
        assert_eq!(listed("2, 1", &known), ["Kursus", "Sikker mail"]);
        assert_eq!(listed("1; Makulator; 1", &known), ["Sikker mail", "Makulator"]);
        assert_eq!(listed("3", &known), ["3"]);
        assert_eq!(listed("Kursus i 2025, hvert år", &known), ["Kursus i 2025, hvert år"]);
    }
}
