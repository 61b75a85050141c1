//! What each code means, for `risiko explain CODE`: four short sections in both languages.

mod da;
mod en;

use super::Lang;
use crate::finding::Code;

/// A code explained, for somebody who has just met it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// What the finding says.
    pub says: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example of how it comes about.
    pub example: &'static str,
    /// What to do.
    pub fix: &'static str,
}

/// One arm per code, whose texts are constants of the same name in `da` and `en`.
macro_rules! explained {
    ($lang:expr, $code:expr; $($name:ident)*) => {
        match $code {
            $(Code::$name => $lang.pick(da::$name, en::$name),)*
        }
    };
}

/// The explanation of a code.
#[must_use]
pub fn explanation(lang: Lang, code: Code) -> Explanation {
    explained! { lang, code;
        ARG001 ARG002 ARG003 ARG004 ARG005 ARG006 ARG007 ARG008 ARG009
        ARG010 ARG011 ARG012 ARG013 ARG014 ARG015 ARG016 ARG017 ARG018
        ARG019 ARG020 ARG021 ARG022 ARG023 ARG024 ARG025 ARG026
        ARG027
        YML001 YML002 YML003 YML004 YML005 YML006 YML007 YML008
        ASM001 ASM002 ASM003 ASM004 ASM005 ASM006 ASM007 ASM008 ASM009
        ASM101 ASM102 ASM103 ASM104 ASM105 ASM106 ASM107 ASM108 ASM109
        ASM110 ASM111 ASM112 ASM113 ASM114 ASM115 ASM116
        HON001 HON002 HON003 HON004 HON005
        MTX001 MTX002 MTX003 MTX004 MTX005 MTX006 MTX007 MTX008 MTX009
        MTX010 MTX011 MTX012
        CAT001 CAT002 CAT003 CAT004 CAT005 CAT006 CAT007 CAT008 CAT009
        CAT010 CAT011 CAT012 CAT013 CAT014 CAT015 CAT016 CAT017 CAT018
        CAT019 CAT020 CAT021 CAT022 CAT023 CAT024
        CMP001 CMP002 CMP003 CMP004 CMP005 CMP006 CMP007
        BMK001 BMK002 BMK003 BMK004
        IMP001 IMP002 IMP003 IMP004 IMP005 IMP006 IMP007 IMP008 IMP009
        IMP010 IMP011 IMP012 IMP013 IMP014 IMP015 IMP016 IMP017 IMP018
        IMP019 IMP020 IMP021 IMP022 IMP023 IMP024 IMP025 IMP026 IMP027
        IMP028 IMP029 IMP030 IMP031 IMP032 IMP033 IMP034 IMP035 IMP036
        IMP037 IMP038 IMP039 IMP040 IMP041 IMP042 IMP043 IMP044 IMP045
        IMP046 IMP047
        SHR001 SHR002 SHR003 SHR004
        JRN001 JRN002 JRN003 JRN004 JRN005 JRN006 JRN007 JRN008 JRN009
        JRN010
        SIG001 SIG002 SIG003 SIG004 SIG005 SIG006 SIG007 SIG008 SIG009
        SIG010
        MIN001 MIN002 MIN003
        RPT001 RPT002 RPT003 RPT004 RPT005
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// Words that show that an English text stands where a Danish one should; file keys and
    /// commands stand in quotation marks and are left out.
    const ENGLISH: [&str; 14] = [
        "the", "and", "is", "of", "with", "this", "that", "which", "should", "your", "you", "not",
        "are", "was",
    ];
    const DANISH: [&str; 11] =
        ["og", "ikke", "er", "det", "som", "med", "på", "skal", "eller", "du", "af"];

    fn sections(explanation: Explanation) -> [&'static str; 4] {
        [explanation.says, explanation.why, explanation.example, explanation.fix]
    }

    fn words_outside_quotes(text: &str) -> Vec<String> {
        let outside: Vec<_> = text.split('"').step_by(2).collect();
        outside
            .join(" ")
            .split(|c: char| !c.is_alphanumeric())
            .map(str::to_lowercase)
            .filter(|word| !word.is_empty())
            .collect()
    }

    #[test]
    fn every_section_is_one_to_three_whole_sentences() {
        for &code in Code::ALL {
            for lang in [Lang::Da, Lang::En] {
                for text in sections(explanation(lang, code)) {
                    assert!(text.ends_with(['.', '?', '!']), "{}: {text}", code.id());
                    assert!(!text.contains("  ") && !text.contains('\n'), "{}: {text}", code.id());
                    let first = text.trim_start_matches('"').chars().next().unwrap();
                    let whole = first.is_uppercase() || first.is_numeric();
                    assert!(whole, "{}: {text}", code.id());
                    let sentences = text.matches(". ").count() + 1;
                    assert!(sentences <= 3, "{}: {text}", code.id());
                }
            }
        }
    }

    #[test]
    fn each_language_speaks_itself() {
        for &code in Code::ALL {
            let (da, en) = (explanation(Lang::Da, code), explanation(Lang::En, code));
            for (danish, english) in sections(da).into_iter().zip(sections(en)) {
                assert_ne!(danish, english, "{}", code.id());
                for word in words_outside_quotes(danish) {
                    assert!(!ENGLISH.contains(&word.as_str()), "{word}: {danish}");
                }
                for word in words_outside_quotes(english) {
                    assert!(!DANISH.contains(&word.as_str()), "{word}: {english}");
                }
            }
        }
    }

    #[test]
    fn no_text_is_used_for_two_codes() {
        let mut seen = BTreeMap::new();
        for &code in Code::ALL {
            for lang in [Lang::Da, Lang::En] {
                let explanation = explanation(lang, code);
                for text in [explanation.says, explanation.why] {
                    let earlier = seen.insert(text, code);
                    assert!(earlier.is_none(), "{earlier:?} and {code:?}: {text}");
                }
            }
        }
    }
}
