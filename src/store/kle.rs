//! KL Emnesystematik: the lists of groups and of topics with their activity.

use crate::domain::{ActivityId, KleGroup};

/// Every line of the mapping, as it stands: topic (`27.60.14`) and activity. A line that is
/// neither is left out.
pub(super) fn parse_topics(text: &str) -> Vec<(String, ActivityId)> {
    let rows = text.lines().skip(1).filter_map(|line| line.trim_end().split_once(','));
    rows.filter_map(|(topic, activity)| Some((topic.to_owned(), ActivityId::parse(activity).ok()?)))
        .collect()
}

/// Groups (`27.60`) with their titles.
pub(super) fn parse_groups(text: &str) -> Vec<KleGroup> {
    let rows = text.lines().skip(1).filter_map(|line| line.trim_end().split_once(','));
    rows.map(|(code, title)| KleGroup {
        code: code.to_owned(),
        title: title.trim_matches('"').to_owned(),
    })
    .collect()
}
