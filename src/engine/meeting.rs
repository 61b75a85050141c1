//! What a meeting goes through, in which order, and how fast.

use std::cmp::Reverse;

use super::{Scope, activity_risk};
use crate::domain::{
    ActivityAnswer, ActivityId, Assessment, Date, Meeting, MeetingFigures, Status, Timestamp,
};

/// Fewer activities, or a shorter time, say nothing of how fast a meeting is.
const ENOUGH: (usize, i64) = (3, 10 * 60);

/// What an answer comes to.
#[must_use]
pub fn figures_of(answer: &ActivityAnswer, scope: Scope<'_>) -> MeetingFigures {
    let risk = activity_risk(answer, scope);
    let pair = |score: &super::Score<'_>| (score.likelihood, score.consequence);
    MeetingFigures {
        status: answer.status,
        current: risk.current().map(|(_, score)| pair(score)),
        residual: risk.residual().map(|(_, score)| pair(score)),
    }
}

/// Activities in the order in which a meeting looks at them again; what does not apply is left out.
///
/// 1. Those whose band must be treated: the worst band first.
/// 2. Those whose review is due: the longest overdue first.
/// 3. Other assessed ones: the one first that was assessed longest ago, before it those without a day.
/// 4. Those that nobody has finished.
///
/// Within the first, the review that is due first, then what was assessed longest ago; at last the number.
#[must_use]
pub fn in_order_for_review(
    ids: impl IntoIterator<Item = ActivityId>,
    assessment: &Assessment,
    scope: Scope<'_>,
    today: Date,
) -> Vec<ActivityId> {
    let none = ActivityAnswer::default();
    let answer = |id: &ActivityId| assessment.activities.get(id).unwrap_or(&none);
    let mut ids: Vec<ActivityId> =
        ids.into_iter().filter(|id| answer(id).status != Status::NotApplicable).collect();
    ids.sort();
    ids.dedup();
    ids.sort_by_cached_key(|id| {
        let answer = answer(id);
        let risk = activity_risk(answer, scope);
        let band = risk.current().map(|(_, score)| score.band);
        let red = band.filter(|band| band.requires_treatment).map(|band| band.rank);
        let due = answer.review_by.filter(|day| *day <= today);
        let group = match (red, due) {
            (Some(_), _) => 1,
            (None, Some(_)) => 2,
            (None, None) if answer.status == Status::Assessed => 3,
            (None, None) => 4,
        };
        (group, Reverse(red), due.is_none(), due, answer.assessed.on, id.clone())
    });
    ids
}

/// What a meeting left for the next: what it did not get to, and what it left open, with the question.
#[must_use]
pub fn left_over(meeting: &Meeting) -> Vec<(ActivityId, String)> {
    let left = meeting.items.iter().filter(|item| {
        let is_missed = !item.is_extra && item.treated.is_none();
        is_missed || !item.question.is_empty()
    });
    left.map(|item| (item.id.clone(), item.question.clone())).collect()
}

/// How many activities an hour a meeting goes through since it sat down; missing where it is too early to
/// say.
#[must_use]
pub fn pace(meeting: &Meeting, since: Timestamp, now: Timestamp) -> Option<usize> {
    let times = meeting.items.iter().filter_map(|item| item.treated);
    let count = times.filter(|at| *at >= since).count();
    let seconds = now.as_second().saturating_sub(since.as_second());
    if count < ENOUGH.0 || seconds < ENOUGH.1 {
        return None;
    }
    let seconds = usize::try_from(seconds).ok()?;
    // Rounded to the nearest whole one.
    count.saturating_mul(3600).saturating_add(seconds / 2).checked_div(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{MeetingItem, MethodId, MunicipalityCode};

    fn at(minutes: i64) -> Timestamp {
        let start: Timestamp = "2026-11-01T10:00:00Z".parse().unwrap();
        Timestamp::from_second(start.as_second() + minutes * 60).unwrap()
    }

    /// A meeting that went through an activity at each of these minutes.
    fn meeting(minutes: &[i64]) -> Meeting {
        let ids = ["61", "72", "74", "75", "76", "88"].into_iter();
        let items = ids.zip(minutes).map(|(id, minute)| {
            let id = ActivityId::parse(id).unwrap();
            let item = MeetingItem::new(id, MeetingFigures::default(), false);
            MeetingItem { treated: Some(at(*minute)), ..item }
        });
        Meeting {
            municipality: MunicipalityCode::parse("998").unwrap(),
            round: "2026".to_owned(),
            method: MethodId::parse("kl-4x4").unwrap(),
            held: "2026-11-01".parse().unwrap(),
            began: at(0),
            latest: at(0),
            present: Vec::new(),
            items: items.collect(),
        }
    }

    #[test]
    fn the_pace_is_told_from_three_activities_and_ten_minutes_on() {
        let of = |minutes: &[i64], now| pace(&meeting(minutes), at(0), at(now));
        assert_eq!(of(&[2, 4], 30), None);
        assert_eq!(of(&[2, 4, 6], 9), None);
        assert_eq!(of(&[2, 4, 6], 10), Some(18));
        // 4 in 25 minutes are 9.6 an hour.
        assert_eq!(of(&[2, 4, 6, 20], 25), Some(10));
        assert_eq!(of(&[2, 4, 6], 60), Some(3));
        // What an earlier sitting went through does not count for this one.
        assert_eq!(pace(&meeting(&[2, 4, 6, 90]), at(60), at(90)), None);
    }

    #[test]
    fn a_meeting_leaves_what_it_did_not_get_to_and_what_it_left_open() {
        let mut held = meeting(&[1, 2, 3, 4]);
        let [missed, open, extra, _done] = held.items.as_mut_slice() else { panic!("four") };
        missed.treated = None;
        open.question = "Hvem ejer den?".to_owned();
        extra.is_extra = true;
        extra.treated = None;
        let left: Vec<_> = left_over(&held);
        let left: Vec<_> = left.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
        assert_eq!(left, [("61", ""), ("72", "Hvem ejer den?")]);
    }
}
