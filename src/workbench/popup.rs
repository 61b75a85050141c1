//! What lies over the screen: a text, a choice, the actions of a risk, help.

use super::editor::Editor;
use crate::domain::{Action, ActivityId, AreaId, ThreatId};
use crate::engine::Clash;
use crate::text::meeting::Writing;

/// A text that is being written, and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Why the figures of the item under the cursor.
    Reason,
    /// Why a threat does not arise, or an activity does not apply.
    NotApplicable,
    /// The risk owner.
    Owner,
    /// The note.
    Note,
    /// What to look for in the list; it is filtered while one types.
    Search,
    /// Something for the minutes of a meeting.
    Minutes(Writing),
}

/// A part of an action, in the order in which they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    What,
    Owner,
    Deadline,
}

/// The actions of a risk, as they are being changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Actions {
    pub(super) threat: Option<ThreatId>,
    pub(super) list: Vec<Action>,
    /// Which one; behind the last stands a new one.
    pub(super) chosen: usize,
    /// The part that is being written, and its text.
    pub(super) writing: Option<(Part, Editor)>,
    /// What is wrong with what was written.
    pub(super) wrong: bool,
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measures {
    pub(super) threat: Option<ThreatId>,
    /// Titles, and whether they are in place.
    pub(super) list: Vec<(String, bool)>,
    pub(super) chosen: usize,
}

/// What others changed to something else at the same time; ours stands until theirs is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clashes {
    /// Fields, and whether theirs is to stand there.
    pub(super) list: Vec<(Clash, bool)>,
    pub(super) chosen: usize,
}

/// What lies over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Popup {
    /// A text.
    Text(Purpose, Editor),
    /// How a risk is treated, and its actions.
    Actions(Actions),
    /// Measures in place.
    Measures(Measures),
    /// Areas to limit the list to; the first is all.
    Areas(Vec<Option<AreaId>>, usize),
    /// Every key, from a line on.
    Help(usize),
    /// Whether to leave though something is not kept.
    Leave,
    /// What was answered in the earlier round, to be taken over.
    Carry(ActivityId),
    /// Whose values stand.
    Clashes(Clashes),
}
