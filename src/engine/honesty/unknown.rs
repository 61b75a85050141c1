//! Whether a reason says that nobody knows: "det ved vi ikke", "uvist", "?".
//!
//! What people write, not what the program says; so the words stand here and not in `text`. In
//! doubt it keeps silent. The same words often mean something else: "borgeren ved ikke, at …" is
//! about the citizen, "ved ikke at låse skærmen" has the other *ved*, "fejl er ikke kendt her" says
//! that there were none, and "ukendte har ikke adgang" is a measure. So a rule asks who does not
//! know, and what follows.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{excerpt, plain};

/// A text that is nothing but this says that nobody knows; compared without punctuation.
const WHOLE: [&str; 30] = [
    "ukendt",
    "er ukendt",
    "uvist",
    "er uvist",
    "uklart",
    "uafklaret",
    "uoplyst",
    "ikke oplyst",
    "ej oplyst",
    "ikke kendt",
    "kendes ikke",
    "ingen viden",
    "manglende viden",
    "intet kendskab",
    "svært at sige",
    "svært at vurdere",
    "vanskeligt at vurdere",
    "umuligt at vurdere",
    "afventer",
    "usikker",
    "usikkert",
    "gæt",
    "xxx",
    "unknown",
    "not known",
    "no data",
    "hard to say",
    "unsure",
    "unclear",
    "idk",
];

/// Bytes of the longest of them, or more.
const LONGEST_WHOLE: usize = 30;

/// Who says it of themselves.
const WE: &[&str] = &[
    "vi",
    "jeg",
    "man",
    "kommunen",
    "forvaltningen",
    "afdelingen",
    "centret",
    "centeret",
    "it",
    "teamet",
];
const WE_EN: &[&str] = &["we", "i"];

/// Small words that may stand anywhere between.
const FILLERS: &[&str] = &[
    "endnu",
    "reelt",
    "faktisk",
    "dog",
    "pt",
    "desværre",
    "heller",
    "simpelthen",
    "ærligt",
    "talt",
    "i",
    "dag",
    "her",
    "nu",
    "det",
    "et",
    "fulde",
    "fuldt",
    "samlet",
    "samlede",
    "noget",
    "nok",
    "tilstrækkelig",
    "tilstrækkeligt",
    "præcis",
    "præcist",
    "helt",
    "rigtig",
    "rigtigt",
    "jo",
    "nærmere",
    "endeligt",
    "os",
    "yet",
    "really",
    "simply",
    "currently",
    "exactly",
    "the",
    "any",
    "blevet",
    "been",
];

/// With one of these a subordinate question begins.
const QUESTION: &[&str] = &[
    "om", "hvor", "hvem", "hvad", "hvilke", "hvilken", "hvilket", "hvornår", "hvordan", "hvorvidt",
    "hvorfor", "whether", "if", "how", "who", "what", "which", "where", "when", "why",
];

/// What a figure is about; unknown, it is the figure that is.
const MATTER: &[&str] = &[
    "omfang",
    "omfanget",
    "antal",
    "antallet",
    "sandsynlighed",
    "sandsynligheden",
    "konsekvens",
    "konsekvensen",
    "konsekvenser",
    "konsekvenserne",
    "risiko",
    "risikoen",
    "hyppighed",
    "hyppigheden",
    "udbredelse",
    "udbredelsen",
    "følgerne",
    "skaden",
    "tallet",
    "tallene",
    "extent",
    "number",
    "likelihood",
    "consequence",
    "consequences",
    "risk",
    "frequency",
    "impact",
];

/// Before the phrase, these turn it round or make it a condition.
const TURNED: &[&str] = &[
    "ikke",
    "aldrig",
    "sjældent",
    "når",
    "hvis",
    "såfremt",
    "medmindre",
    "not",
    "never",
    "if",
    "when",
    "unless",
];

/// Between such a word and the phrase.
const LEADING: &[&str] =
    &["er", "det", "dette", "der", "længere", "is", "it", "vi", "no", "longer"];

/// What stands before the phrase.
#[derive(Clone, Copy)]
enum Before {
    /// Anything.
    Any,
    /// The beginning of a sentence, where whoever writes speaks of themselves: "ved ikke" behind
    /// a comma may be about somebody else.
    Start,
}

/// What follows the phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// Anything.
    Any,
    /// The end of the sentence or of its part.
    End,
    /// The end of the sentence or of its part, or a question, but no "at" and no other word.
    Open,
    /// A question: "…, hvor mange".
    Question,
    /// As `Open`, or what a figure is about.
    Matter,
    /// As `Matter`, or "om", "over", "til".
    About,
    /// A question or what a figure is about, also behind "om" and "til".
    AboutMatter,
}

/// Words in this order, with fillers between them.
struct Rule {
    before: Before,
    words: &'static [&'static [&'static str]],
    after: After,
}

const fn rule(before: Before, words: &'static [&'static [&'static str]], after: After) -> Rule {
    Rule { before, words, after }
}

const NOT: &[&str] = &["ikke", "aldrig"];
const NO: &[&str] = &["ikke", "intet"];
const NO_KNOWLEDGE: &[&str] = &["ikke", "intet", "ingen"];
const KNOWLEDGE: &[&str] = &["viden", "kendskab", "overblik", "datagrundlag", "vidensgrundlag"];
const LOOKED_INTO: &[&str] =
    &["undersøgt", "kortlagt", "afdækket", "afklaret", "vurderet", "målt", "opgjort"];
const LOOKED_INTO_EN: &[&str] = &["investigated", "assessed", "examined", "clarified", "measured"];
const ANSWER: &[&str] = &["svar", "afklaring", "tilbagemelding", "oplysninger"];
const DONT: &[&str] = &["dont", "cannot"];

use After::{About, AboutMatter, End, Matter, Open, Question};
use Before::Start;

#[rustfmt::skip]
const RULES: &[Rule] = &[
    // At vide.
    rule(Before::Any, &[WE, &["ved"], &["ikke"]], Open),
    rule(Before::Any, &[&["ved"], WE, &["ikke"]], Open),
    rule(Before::Any, &[WE, &["ikke"], &["ved"]], Open),
    rule(Start, &[&["ved"], &["ikke"]], Open),
    rule(Before::Any, &[&["vides"], &["ikke"]], Open),
    rule(Before::Any, &[&["ikke"], &["vides"]], Open),
    rule(Before::Any, &[&["ingen"], &["ved"]], Question),
    rule(Before::Any, &[WE, &["aner"], &["ikke"]], After::Any),
    rule(Before::Any, &[&["aner"], WE, &["ikke"]], After::Any),
    rule(Start, &[&["aner"], &["ikke"]], Open),
    rule(Start, &[&["ingen"], &["anelse"]], After::Any),
    rule(Before::Any, &[WE, &["har"], &["ingen"], &["anelse"]], After::Any),
    // Uvist, uklart, ukendt, usikkert.
    rule(Start, &[&["uvist"]], Open),
    rule(Before::Any, &[&["er"], &["uvist"]], Open),
    rule(Before::Any, &[&["uvist", "uklart", "ukendt"]], Question),
    rule(Start, &[&["ukendt", "uklart"]], End),
    rule(Before::Any, &[&["det"], &["er"], &["uklart", "uafklaret"]], Open),
    rule(Before::Any, &[MATTER, &["er"], &["ukendt", "uvist", "uklart"]], After::Any),
    rule(Before::Any, &[MATTER, &["ukendt", "uvist", "uklart"]], End),
    rule(Before::Any, &[&["ukendt", "uvist"], MATTER], After::Any),
    rule(Before::Any, &[MATTER, &["kendes"], &["ikke"]], Open),
    rule(Before::Any, &[MATTER, &["er"], &["ikke"], &["kendt"]], Open),
    rule(Before::Any, &[WE, &["kender"], &["ikke"], MATTER], After::Any),
    rule(Before::Any, &[&["kender"], WE, &["ikke"], MATTER], After::Any),
    rule(Before::Any, &[&["er"], &["usikkert"]], Question),
    rule(Before::Any, &[WE, &["er"], &["usikre", "usikker"]], After::Any),
    rule(Before::Any, &[&["er"], WE, &["usikre", "usikker"]], After::Any),
    // Ikke undersøgt.
    rule(Start, &[NOT, LOOKED_INTO], Open),
    rule(Before::Any, &[&["er", "har"], NOT, LOOKED_INTO], Open),
    rule(Before::Any, &[WE, &["har"], NOT, LOOKED_INTO], After::Any),
    rule(Before::Any, &[WE, NOT, &["har"], LOOKED_INTO], After::Any),
    rule(Before::Any, &[&["har"], WE, NOT, LOOKED_INTO], After::Any),
    rule(Before::Any, &[WE, &["kan"], &["ikke"], &["vurdere"]], Matter),
    rule(Before::Any, &[&["kan"], WE, &["ikke"], &["vurdere"]], Matter),
    rule(Start, &[&["kan"], &["ikke"], &["vurderes"]], Open),
    rule(Before::Any, &[&["det", "dette"], &["kan"], &["ikke"], &["vurderes"]], Open),
    rule(Before::Any, &[MATTER, &["kan"], &["ikke"], &["vurderes"]], Open),
    rule(Before::Any, &[&["ikke"], &["muligt"], &["at"], &["vurdere"]], Matter),
    // Mangler viden, intet overblik.
    rule(Start, &[&["mangler"], KNOWLEDGE], About),
    rule(Before::Any, &[&["der"], &["mangler"], KNOWLEDGE], About),
    rule(Before::Any, &[WE, &["mangler"], KNOWLEDGE], About),
    rule(Before::Any, &[&["mangler"], WE, KNOWLEDGE], About),
    rule(Start, &[&["intet"], &["overblik"]], About),
    rule(Before::Any, &[WE, &["har"], NO, &["overblik"]], About),
    rule(Before::Any, &[WE, NO, &["har"], &["overblik"]], About),
    rule(Before::Any, &[&["har"], WE, NO, &["overblik"]], About),
    rule(Before::Any, &[WE, &["har"], NO_KNOWLEDGE, &["viden", "kendskab"]], AboutMatter),
    rule(Before::Any, &[&["har"], WE, NO_KNOWLEDGE, &["viden", "kendskab"]], AboutMatter),
    rule(Start, &[&["afventer"], ANSWER], After::Any),
    rule(Before::Any, &[WE, &["afventer"], ANSWER], After::Any),
    // Gæt.
    rule(Before::Any, &[&["rent", "bare", "blot", "kun"], &["gæt"]], After::Any),
    rule(Before::Any, &[&["gætværk", "gætteri"]], After::Any),
    rule(Before::Any, &[WE, &["gætter"]], After::Any),
    // Placeholders and English.
    rule(Before::Any, &[&["tbd", "tba", "todo"]], After::Any),
    rule(Before::Any, &[&["to"], &["be"], &["determined", "decided", "clarified"]], After::Any),
    rule(Before::Any, &[WE_EN, &["dont"], &["know"]], Open),
    rule(Before::Any, &[WE_EN, &["do"], &["not"], &["know"]], Open),
    rule(Start, &[DONT, &["know", "say"]], Open),
    rule(Start, &[&["do"], &["not"], &["know"]], Open),
    rule(Before::Any, &[&["nobody"], &["knows"]], Open),
    rule(Before::Any, &[&["unknown", "unclear"]], Question),
    rule(Start, &[&["unknown"]], End),
    rule(Before::Any, &[MATTER, &["is", "are"], &["unknown", "unclear"]], After::Any),
    rule(Before::Any, &[MATTER, &["is", "are"], &["not"], &["known"]], Open),
    rule(Before::Any, &[WE_EN, &["have"], &["no"], &["idea"]], After::Any),
    rule(Start, &[&["no"], &["idea"]], After::Any),
    rule(Before::Any, &[WE_EN, &["are", "am"], &["not"], &["sure"]], After::Any),
    rule(Before::Any, &[WE_EN, &["are", "am"], &["unsure"]], After::Any),
    rule(Start, &[&["not"], &["sure"]], After::Any),
    rule(Start, &[&["not"], LOOKED_INTO_EN], Open),
    rule(Before::Any, &[&["is", "are", "been"], &["not"], LOOKED_INTO_EN], Open),
    rule(Before::Any, &[WE_EN, &["have"], &["not"], LOOKED_INTO_EN], After::Any),
];

/// The rules by each word that they may begin with: most words begin none.
static RULES_BY_WORD: LazyLock<BTreeMap<&str, Vec<&Rule>>> = LazyLock::new(|| {
    let mut by_word: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for rule in RULES {
        for word in rule.words.first().into_iter().copied().flatten() {
            by_word.entry(*word).or_default().push(rule);
        }
    }
    by_word
});

/// What in a text says that nobody knows, for people to see; `None` where nothing does.
pub(super) fn admits_unknown(text: &str) -> Option<String> {
    let text = text.trim();
    if says_only_that(text) {
        return Some(excerpt(text));
    }
    let sentences = sentences(text);
    // A question at the end is left open; one before it is answered.
    let ends_open = sentences.last().filter(|last| last.text.trim().ends_with('?'));
    let admitting = sentences.iter().find(|sentence| sentence.admits_unknown());
    admitting.or(ends_open).map(Sentence::shown)
}

/// Whether a text is one of [`WHOLE`], or nothing but question marks.
fn says_only_that(text: &str) -> bool {
    // Most reasons are far longer, and making them plain is slow.
    if text.bytes().filter(u8::is_ascii_alphanumeric).count() > LONGEST_WHOLE {
        return false;
    }
    let words = plain(text);
    (words.is_empty() && text.contains('?')) || WHOLE.contains(&words.as_str())
}

/// A word or a mark between words.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    /// In lower case, without apostrophes; a compound with hyphens is one word.
    Word(String),
    /// A comma, a dash, a bracket: a part of a sentence ends.
    Part,
}

/// A sentence with its text.
#[derive(Debug)]
struct Sentence<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

/// The sentences of a text. A full stop inside a word ("p.t.") ends none.
fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut rest = text;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let before = text.get(text.len() - rest.len()..at).unwrap_or_default();
        let is_abbreviated = || {
            let last = before.split_whitespace().next_back().unwrap_or_default();
            c == '.' && last.contains('.') && !last.ends_with('.')
        };
        let goes_on = chars.peek().is_some_and(|(_, next)| !next.is_whitespace());
        let ends = match c {
            '\n' | '\r' | ';' | '!' => true,
            '.' | ':' | '?' => !goes_on && !is_abbreviated(),
            _ => false,
        };
        if ends && let Some((sentence, after)) = rest.split_at_checked(before.len() + c.len_utf8())
        {
            sentences.push(sentence);
            rest = after;
        }
    }
    sentences.push(rest);
    let parsed = sentences.into_iter().filter(|sentence| !sentence.trim().is_empty());
    parsed.map(Sentence::new).collect()
}

fn tokens(sentence: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let lower = sentence.to_lowercase();
    for piece in lower.split_whitespace() {
        let mut word = String::new();
        for c in piece.chars().filter(|c| !matches!(c, '\'' | '’' | '.')) {
            if c.is_alphanumeric() || (c == '-' && !word.is_empty()) {
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                tokens.push(Token::Word(std::mem::take(&mut word)));
            }
            // Marks without a blank, as in "og/eller" or quotation marks, part nothing.
            if matches!(c, ',' | '-' | '–' | '—' | '(' | ')' | ':' | '?') {
                tokens.push(Token::Part);
            }
        }
        if !word.is_empty() {
            tokens.push(Token::Word(word));
        }
    }
    tokens
}

impl<'t> Sentence<'t> {
    fn new(text: &'t str) -> Self {
        Self { tokens: tokens(text), text }
    }

    fn admits_unknown(&self) -> bool {
        let is_marked = self.text.contains("(?)") || self.text.contains("??");
        is_marked || (0..self.tokens.len()).any(|start| self.follows_from(start))
    }

    /// The sentence for people to see; of a long one the part that says it.
    fn shown(&self) -> String {
        let text = self.text.trim();
        let whole = excerpt(text);
        if !whole.ends_with('…') {
            return whole;
        }
        let parts = text.rmatch_indices(", ").filter_map(|(at, _)| text.get(at + 2..));
        let part = parts.map(Self::new).find(Self::admits_unknown);
        part.map_or(whole, |part| format!("… {}", excerpt(part.text)))
    }

    /// Whether the words from here on follow a rule.
    fn follows_from(&self, start: usize) -> bool {
        let rules = self.word(start).and_then(|word| RULES_BY_WORD.get(word));
        rules.into_iter().flatten().any(|rule| {
            self.end_of(rule, start).is_some_and(|end| {
                self.starts_as(rule.before, start)
                    && !self.is_turned(start)
                    && self.ends_as(rule.after, end)
            })
        })
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.tokens.get(at)? {
            Token::Word(word) => Some(word),
            Token::Part => None,
        }
    }

    /// Where the words of a rule end, if they begin here.
    fn end_of(&self, rule: &Rule, start: usize) -> Option<usize> {
        let mut at = start;
        for (position, allowed) in rule.words.iter().enumerate() {
            let is_met = |at| self.word(at).is_some_and(|word| allowed.contains(&word));
            while position > 0 && !is_met(at) && self.is_filler(at) {
                at += 1;
            }
            if !is_met(at) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    fn is_filler(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| FILLERS.contains(&word))
    }

    fn starts_as(&self, before: Before, start: usize) -> bool {
        match before {
            Before::Any => true,
            Before::Start => {
                let mut at = start;
                while at > 0 && self.is_filler(at - 1) {
                    at -= 1;
                }
                at == 0
            }
        }
    }

    /// Whether a word before the phrase makes it a condition, or says the opposite.
    fn is_turned(&self, start: usize) -> bool {
        let before = self.tokens.iter().take(start).rev().map_while(|token| match token {
            Token::Word(word) => Some(word.as_str()),
            Token::Part => None,
        });
        let mut near = before.skip_while(|word| FILLERS.contains(word) || LEADING.contains(word));
        near.next().is_some_and(|word| TURNED.contains(&word))
    }

    fn ends_as(&self, after: After, end: usize) -> bool {
        let mut at = end;
        while self.is_filler(at) {
            at += 1;
        }
        let has_part = self.tokens.get(at) == Some(&Token::Part);
        while self.tokens.get(at) == Some(&Token::Part) {
            at += 1;
        }
        let word = self.word(at);
        let is_question = word.is_some_and(|word| QUESTION.contains(&word));
        // "vi ved ikke, at …" says that nothing has been heard of.
        let is_open = word.is_none() || is_question || (has_part && word != Some("at"));
        let is_matter = word.is_some_and(|word| MATTER.contains(&word));
        match after {
            After::Any => true,
            After::End => word.is_none() || has_part,
            After::Open => is_open,
            After::Question => is_question,
            After::Matter => is_open || is_matter,
            After::About => {
                is_open || is_matter || matches!(word, Some("om" | "over" | "til" | "of"))
            }
            After::AboutMatter => self.asks_about(at),
        }
    }

    /// A question or what a figure is about, behind "om" or "til".
    fn asks_about(&self, at: usize) -> bool {
        let is_link = |at| matches!(self.word(at), Some("om" | "til" | "over"));
        let behind = (at..).find(|at| {
            !is_link(*at) && !self.is_filler(*at) && self.tokens.get(*at) != Some(&Token::Part)
        });
        let word = behind.and_then(|at| self.word(at));
        word.is_some_and(|word| {
            MATTER.contains(&word) || (QUESTION.contains(&word) && word != "om")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WHOLE, WHOLE, admits_unknown};

    #[test]
    fn a_text_too_long_to_be_looked_up_is_none_of_those_that_are() {
        assert!(WHOLE.iter().all(|text| text.len() <= LONGEST_WHOLE));
    }

    #[test]
    fn each_of_the_whole_texts_says_it_alone_in_any_case_and_with_a_full_stop() {
        for text in WHOLE {
            for said in [text.to_owned(), text.to_uppercase(), format!("  {text}. ")] {
                assert!(admits_unknown(&said).is_some(), "{said:?}");
            }
        }
        let longest = WHOLE.iter().max_by_key(|text| text.len()).unwrap();
        assert!(admits_unknown(&format!("{longest}{}", " ".repeat(80))).is_some());
        assert!(admits_unknown("").is_none() && admits_unknown(" - ").is_none());
    }

    #[test]
    fn a_mark_of_doubt_inside_a_sentence_is_enough() {
        assert!(admits_unknown("Lav (?) efter vores skøn").is_some());
        assert!(admits_unknown("Lav?? efter vores skøn").is_some());
        assert!(admits_unknown("Lav efter vores skøn (se bilag)").is_none());
    }

    #[test]
    fn a_line_a_semicolon_and_an_exclamation_mark_end_a_sentence() {
        for between in ["\n", "\r\n", "; ", "! "] {
            let open = format!("Hvem har adgang?{between}Alle i teamet, siden maj");
            assert!(admits_unknown(&open).is_none(), "{open:?}: what is answered is not open");
            let asked = format!("Alle i teamet{between}Hvor længe?");
            assert_eq!(admits_unknown(&asked).as_deref(), Some("Hvor længe?"), "{asked:?}");
        }
    }

    /// People say that they do not know.
    const UNKNOWN: &[&str] = &[
        "?",
        "???",
        "(?)",
        "2?",
        "Måske lav?",
        "Hvem har egentlig adgang til mappen?",
        "Ukendt",
        "ukendt.",
        "UVIST",
        "Ved ikke",
        "ved ikke!",
        "ved ikke endnu",
        "Ved ikke, om der logges",
        "Ved p.t. ikke hvor mange der har adgang",
        "Det ved vi ikke",
        "Det ved vi reelt ikke.",
        "Det ved jeg ikke noget om",
        "Vi ved ikke, hvor mange der har adgang.",
        "Vi ved p.t. ikke, hvor listerne ligger.",
        "Vi ved det ikke",
        "Vi ved faktisk ikke om leverandøren sletter",
        "Ingen hændelser er meldt, men vi ved ikke, om nogen ville melde dem.",
        "Arkivet står i kælderen. Hvem der har nøgle, ved vi ikke.",
        "Leverandøren har en kopi, som vi endnu ikke ved, hvor ligger",
        "Kommunen ved ikke, hvem der kan se sagerne",
        "IT ved ikke, hvor mange",
        "Det vides ikke.",
        "Det vides endnu ikke, om der er fejl",
        "Kan ikke vides",
        "Ingen ved, hvor længe billederne ligger",
        "Aner det ikke",
        "Vi aner ikke, hvor tit det sker",
        "Ingen anelse",
        "Det er uvist, om de gamle sager er slettet",
        "Uvist",
        "Uvist, da systemet er nyt",
        "Uklart hvem der er dataansvarlig",
        "Det er uklart, hvor længe de gemmes.",
        "Ukendt hvor mange der deler login",
        "Omfanget er ukendt",
        "Omfanget er os ukendt, fordi der ikke logges",
        "Sandsynlighed ukendt",
        "Ukendt omfang",
        "Et ukendt antal borgere har fået brevet",
        "Antallet kendes ikke",
        "Antallet er ikke kendt",
        "Vi kender ikke omfanget",
        "Vi kender ikke det fulde omfang",
        "Vi kender endnu ikke tallene fra 2025",
        "Vi er usikre på, om det sker",
        "Det er usikkert, om backuppen virker",
        "Ikke undersøgt",
        "Ikke undersøgt endnu",
        "Endnu ikke undersøgt",
        "Ikke nærmere undersøgt",
        "Det er ikke undersøgt.",
        "Det har vi ikke undersøgt",
        "Vi har ikke undersøgt logningen",
        "Vi har aldrig undersøgt, hvem der kigger",
        "Er ikke blevet undersøgt",
        "Adgangene er aldrig kortlagt",
        "Ikke vurderet",
        "Det er endnu ikke afklaret, hvem der sletter",
        "Kan ikke vurderes",
        "Det kan ikke vurderes",
        "Det kan vi ikke vurdere",
        "Vi kan ikke vurdere sandsynligheden",
        "Sandsynligheden kan ikke vurderes endnu",
        "Ukendt, da leverandøren er ny",
        "Ukendt (ny leverandør)",
        "Det er ikke muligt at vurdere risikoen",
        "Mangler viden",
        "Mangler viden om leverandørens drift",
        "Der mangler viden om omfanget",
        "Her mangler vi viden",
        "Vi mangler overblik over, hvem der har adgang",
        "Vi har ikke overblik over drevene",
        "Vi har intet overblik",
        "Vi har ingen viden om, hvor ofte det sker",
        "Vi har ikke kendskab til omfanget",
        "Afventer svar fra leverandøren",
        "Vi afventer tilbagemelding fra it",
        "Rent gæt",
        "Kun et gæt",
        "Vi gætter på 2",
        "TBD",
        "tbd – spørg it",
        "T.B.D.",
        "TODO",
        "Don't know",
        "don’t know",
        "We don't know how many",
        "We do not know.",
        "Unknown",
        "Unknown whether logs are kept",
        "The extent is unknown",
        "Not investigated",
        "Not yet assessed",
        "We have not examined it",
        "No idea",
        "We are not sure",
        "To be determined",
    ];

    /// Real reasons with the same words, in which somebody does know.
    const KNOWN: &[&str] = &[
        "",
        " – ",
        "Ukendte personer har ikke adgang",
        "Ukendte har ikke adgang til lokalet",
        "Opkald fra ukendt nummer besvares ikke med personoplysninger",
        "En ukendt person kan ikke få udleveret sagen uden legitimation",
        "Mail fra ukendt afsender bliver sat i karantæne",
        "Borgere med ukendt adresse får brevet i borgerservice",
        "Faderen er ukendt i få sager, og det fremgår af sagen",
        "Adressen er ukendt for andre end sagsbehandleren",
        "Den slags fejl er ukendt hos os",
        "Det er ikke ukendt, at breve bliver pakket forkert, men det er sket én gang på tre år",
        "Bortkomst kendes ikke hverken her eller hos sammenlignelige kommuner",
        "Læk er ikke kendt hos os eller i nabokommunerne",
        "Forkert sletning er ikke kendt.",
        "Ingen kendte hændelser de seneste tre år",
        "Ingen hændelser, hverken her eller i nabokommunerne",
        "Vi kender ikke til hændelser",
        "Vi kender ikke til fejl siden 2021",
        "Vi har ikke kendskab til hændelser",
        "Vi har ingen viden om brud på sikkerheden",
        "Vi ved ikke af, at det er sket",
        "Vi ved ikke af hændelser de seneste fem år",
        "Vi ved ikke, at det skulle være sket",
        "Vi ved, at fejlen ikke sker mere",
        "Vi ved af erfaring, at det ikke sker",
        "Vi ved ikke altid, hvem der ringer, og ringer derfor op igen",
        "Borgeren ved ikke, at sagen er flyttet, før brevet kommer",
        "Medarbejderne ved ikke altid, hvor blanketten ligger",
        "Den, der finder papiret, ved ikke, hvem det handler om",
        "Nye medarbejdere mangler viden om reglerne, men får et kursus første uge",
        "Borgeren mangler overblik over sine sager",
        "Borgeren har ikke overblik over, hvem der har fået oplysningerne",
        "Risikoen mindskes ved ikke at gemme kopier",
        "Ved ikke at logge ud kan andre se skærmen, men den låser efter to minutter",
        "Ved ikke-planlagte nedbrud bruges papir",
        "Ingen ved skranken kan se skærmen",
        "Fejl opdages ved gennemgang, ikke ved tilfældighed",
        "Hvis vi ikke ved, hvem borgeren er, beder vi om legitimation",
        "Når det er uklart, hvem der må give samtykke, spørger vi juristen",
        "Når vi ikke ved, hvor brevet skal hen, åbner to medarbejdere det sammen",
        "Det er ikke længere uklart, hvem der ejer drevet",
        "Brevet er uklart formuleret, men det rettes i marts",
        "Usikker mail er spærret",
        "Data sendes ikke usikkert om natten",
        "Usikkert netværk bruges ikke",
        "Et kvalificeret gæt fra it-chefen, som bygger på driftsloggen",
        "Sagen kan ikke vurderes uden lægens erklæring, og den er altid der",
        "Vi kan ikke vurdere en ansøgning uden cpr-nummer",
        "Barnet er ikke undersøgt af lægen endnu, når sagen oprettes",
        "Skaden er ikke vurderet som alvorlig",
        "Det vides at være sket én gang i 2019",
        "Der mangler aldrig mere end to dage i backuppen",
        "Den automatiske sletning mangler endnu",
        "Mangler begyndelsen af sagen, står det i journalen",
        "Notatpligten ved anonym rådgivning bliver overholdt",
        "Er det sket? Nej, ikke siden 2018.",
        "Se https://fjordby.example/sag?id=7 om logningen",
        "Omtalt i afventer-listen fra i går",
        "Unknown senders are blocked",
        "Citizens do not know that the case was moved",
        "We do not know of any incident",
        "No incidents are known",
        "If it is unknown who calls, we call back",
        "Not assessed as serious",
    ];

    #[test]
    fn hears_that_nobody_knows() {
        let missed: Vec<_> = UNKNOWN.iter().filter(|text| admits_unknown(text).is_none()).collect();
        assert!(missed.is_empty(), "{missed:#?}");
    }

    #[test]
    fn keeps_silent_where_the_words_mean_something_else() {
        let wrong: Vec<_> = KNOWN.iter().filter_map(|text| admits_unknown(text)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn quotes_the_sentence_that_says_it() {
        let text = "Arkivet står i kælderen. Hvem der har nøgle, ved vi ikke. Døren er låst.";
        assert_eq!(admits_unknown(text).unwrap(), "Hvem der har nøgle, ved vi ikke.");
        assert_eq!(admits_unknown(" ? ").unwrap(), "?");
        let long = "De gamle sager ligger i et arkiv, som lukkede i 2014, og som museet har nøglen \
            til, men vi ved ikke, hvem der ellers kommer der.";
        let quote = "… men vi ved ikke, hvem der ellers kommer der.";
        assert_eq!(admits_unknown(long).unwrap(), quote);
    }
}
