//! Words of the workbench on the full screen.

mod keys;
mod messages;
mod panes;
mod popups;

pub use keys::{action, action_in_full, digits, help_title, sets_level};
pub use messages::{
    changed_since, editor_failed, gone_over, missing_to_finish, needs_level, needs_reason,
    no_editor, no_last_round, no_level_here, no_such_level, not_carried, nothing_open,
    nothing_to_go_over, nothing_to_paste_into, only_at_a_risk, reason_for_another, relevant_again,
    still_written, worked_on_last,
};
pub use panes::{
    Group, Limit, after, direct, empty_list, example, figure_heads, group, heads_explained,
    in_last_round, kept, last_was, law, legend, list_title, look_at, mark_after, mark_both,
    mark_now, marks_are, matrix_head, meaning_title, no_activity, no_band, not_applicable,
    not_rated, note, nothing_to_explain, now, others_assessed, others_consequence, others_have_not,
    others_likelihood, others_title, others_use_another, owner, picture_title, progress,
    starting_was, status, status_mark, tabs, text_item, to_look_at, unchanged_since, withheld,
};
pub use popups::{
    Writing, actions_head, actions_keys, actions_title, all_areas, areas_title, carry_question,
    carry_title, clashes_explained, clashes_keys, clashes_title, leave_question, leave_title,
    measures_keys, measures_title, new_action, no_day, no_measures, other_answers, our_value,
    part_deadline, part_owner, part_what, purpose, their_value, treatment_head, writing_keys,
};
