//! People who have answered apart from each other, by the files that hold their answers.

use std::collections::BTreeMap;

use super::import::ConflictingField;

/// Names by file, as the user named it; empty where what comes in is a form that people passed around.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assessors(BTreeMap<String, String>);

impl Assessors {
    /// Whether nobody has answered apart.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Who has answered in a file.
    fn name(&self, file: &str) -> Option<&str> {
        self.0.get(file).map(String::as_str)
    }

    /// Whether what stands there now is what one of them answered, and not the assessment itself.
    pub(super) fn holds(&self, conflict: &ConflictingField) -> bool {
        self.name(&conflict.holder_file()).is_some()
    }

    /// Whose the value is that stands there now, and whose the one that came in: a name, else the file.
    pub(super) fn sides(&self, conflict: &ConflictingField) -> [String; 2] {
        [conflict.holder_file(), conflict.file_and_cell().0]
            .map(|file| self.name(&file).map(str::to_owned).unwrap_or(file))
    }
}

impl FromIterator<(String, String)> for Assessors {
    /// Two of one name go by their files, or nobody could say whose answer is right.
    fn from_iter<T: IntoIterator<Item = (String, String)>>(names: T) -> Self {
        let mut all: BTreeMap<String, String> = names.into_iter().collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in all.values() {
            *counts.entry(name.to_lowercase()).or_default() += 1;
        }
        for (file, name) in &mut all {
            if counts.get(&name.to_lowercase()).is_some_and(|count| *count > 1) {
                name.clone_from(file);
            }
        }
        Self(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_one_name_go_by_their_files() {
        let named = |names: &[(&str, &str)]| -> Assessors {
            names.iter().map(|(file, name)| ((*file).to_owned(), (*name).to_owned())).collect()
        };
        let of = |all: &Assessors, file| all.name(file).map(str::to_owned);
        let apart = named(&[("a.yml", "Anna"), ("b.yml", "Bo")]);
        assert_eq!(of(&apart, "b.yml").as_deref(), Some("Bo"));
        let same = named(&[("a.yml", "Anna"), ("b.yml", "anna"), ("c.yml", "Bo")]);
        assert_eq!(of(&same, "a.yml").as_deref(), Some("a.yml"));
        assert_eq!(of(&same, "c.yml").as_deref(), Some("Bo"));
        assert_eq!(of(&same, "d.yml"), None);
    }
}
