//! Finding entries of a catalogue by the words that people use.
//!
//! Words are compared by their Danish stem, with the letters spelled out, so that "boernehaver"
//! finds "børnehave". A word inside a longer one counts, since Danish writes compounds together.

use rust_stemmers::{Algorithm, Stemmer};

use crate::domain::{ActivityId, Catalogue, KleGroup, MeasureId, ThreatId};
use crate::finding::spelled_out;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// An activity.
    Activity(ActivityId),
    /// A threat.
    Threat(ThreatId),
    /// A measure.
    Measure(MeasureId),
}

/// An entry that has every word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which.
    pub found: Found,
    /// The higher the better; comparable within one search only.
    pub score: u32,
    /// The field that matched best, such as `title`.
    pub field: &'static str,
}

/// Length in letters from which a word may be found inside another.
const INSIDE: usize = 4;
/// Similarity (Jaro–Winkler) from which a word counts as misspelt and not as another.
const MISSPELT: f64 = 0.93;

/// Searches activities, threats and measures; best first, then by id.
///
/// Missing: a query without a letter or digit finds nothing.
#[must_use]
pub fn search(catalogue: &Catalogue, groups: &[KleGroup], query: &str) -> Vec<Hit> {
    let stemmer = Stemmer::create(Algorithm::Danish);
    let wanted = stems(&stemmer, query);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = Vec::new();
    for activity in catalogue.activities.values() {
        let area = catalogue.area(&activity.area);
        let group_titles: Vec<&str> = groups
            .iter()
            .filter(|group| activity.kle_groups.contains(&group.code))
            .map(|group| group.title.as_str())
            .collect();
        let laws: Vec<&str> =
            activity.legal_basis.laws.iter().map(|reference| reference.law.as_str()).collect();
        let fields = [
            ("title", 12, activity.title.clone()),
            ("kle-groups", 8, group_titles.join(" ")),
            ("area", 6, area.map(|area| area.label.clone()).unwrap_or_default()),
            ("laws", 5, laws.join(" ")),
            ("systems", 5, activity.systems.join(" ")),
            ("description", 4, activity.description.clone()),
        ];
        let found = Found::Activity(activity.id.clone());
        hits.extend(hit(&stemmer, &wanted, found, &fields));
    }
    for threat in catalogue.threats.values() {
        let fields = [
            ("title", 12, threat.title.clone()),
            ("description", 4, threat.description.clone()),
            ("example", 2, threat.example.clone()),
        ];
        hits.extend(hit(&stemmer, &wanted, Found::Threat(threat.id.clone()), &fields));
    }
    for measure in catalogue.measures.values() {
        let fields =
            [("title", 12, measure.title.clone()), ("description", 4, measure.description.clone())];
        hits.extend(hit(&stemmer, &wanted, Found::Measure(measure.id.clone()), &fields));
    }
    hits.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.found.cmp(&b.found)));
    hits
}

fn hit(
    stemmer: &Stemmer,
    wanted: &[String],
    found: Found,
    fields: &[(&'static str, u32, String)],
) -> Option<Hit> {
    let fields: Vec<(&'static str, u32, Vec<String>)> =
        fields.iter().map(|(name, weight, text)| (*name, *weight, stems(stemmer, text))).collect();
    let mut score = 0;
    let mut best = (0, "");
    for word in wanted {
        let of_word = fields
            .iter()
            .map(|(name, weight, stems)| (weight * closeness(word, stems), *name))
            .max_by_key(|(points, _)| *points)
            .filter(|(points, _)| *points > 0)?;
        score += of_word.0;
        best = best.max(of_word);
    }
    Some(Hit { found, score, field: best.1 })
}

/// 10 for the same stem, less for a word within a word and for a misspelt one, 0 for none.
fn closeness(word: &str, stems: &[String]) -> u32 {
    let inside = word.chars().count() >= INSIDE;
    stems
        .iter()
        .map(|stem| {
            if stem == word {
                10
            } else if inside && (stem.starts_with(word) || same_beginning(stem, word)) {
                7
            } else if inside && stem.contains(word) {
                5
            } else if inside && strsim::jaro_winkler(stem, word) >= MISSPELT {
                3
            } else {
                0
            }
        })
        .max()
        .unwrap_or(0)
}

/// Whether two stems share three quarters of the longer: `middel` and `midler` have two stems.
fn same_beginning(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let longer = a.chars().count().max(b.chars().count());
    shared >= 2 * INSIDE && shared * 4 >= longer * 3
}

/// The words of a text as stems with the Danish letters spelled out.
fn stems(stemmer: &Stemmer, text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| spelled_out(&stemmer.stem(&with_letters(word))))
        .collect()
}

/// Lower case; the stemmer knows endings with æ, ø and å only where they are written so.
fn with_letters(word: &str) -> String {
    let lower = word.to_lowercase();
    if lower.is_ascii() {
        lower.replace("ae", "æ").replace("oe", "ø").replace("aa", "å")
    } else {
        lower
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_begin_alike_from_eight_letters_and_three_quarters_of_the_longer_on() {
        assert!(same_beginning("kommuner", "kommunerne"));
        assert!(!same_beginning("abcdefgh", "abcdefghijx"), "eight of eleven");
        assert!(same_beginning("abcdefghi", "abcdefghixyz"), "nine of twelve");
        assert!(!same_beginning("abcdefgh", "abcdefghxyzw"), "eight of twelve");
        assert!(!same_beginning("abcdefg", "abcdefg"), "too short to say anything");
    }

    #[test]
    fn one_word_in_its_forms_has_one_stem() {
        let stemmer = Stemmer::create(Algorithm::Danish);
        for forms in [
            ["børnehave", "børnehaver", "boernehaverne"],
            ["sygedagpenge", "Sygedagpengene", "sygedagpenge"],
            ["anbringelse", "anbringelser", "Anbringelsen"],
        ] {
            let [a, b, c] = forms.map(|form| stems(&stemmer, form));
            assert!(a == b && b == c, "{forms:?}: {a:?} {b:?} {c:?}");
        }
    }

    #[test]
    fn a_word_counts_inside_a_compound_and_misspelt_but_less() {
        let stems = vec!["plejehjem".to_owned()];
        assert_eq!(closeness("plejehjem", &stems), 10);
        assert_eq!(closeness("pleje", &stems), 7);
        assert_eq!(closeness("hjem", &stems), 5);
        assert_eq!(closeness("plejejhem", &stems), 3);
        assert_eq!(closeness("vej", &stems), 0);
    }
}
