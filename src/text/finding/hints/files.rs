//! Ways out of what is wrong with a file.

use super::Ways;
use crate::finding::SyntaxFault;
use crate::text::{Lang, count};

pub(super) const DUPLICATE_KEY: Ways = (
    "behold den rigtige af de to linjer, og slet den anden",
    "keep the right one of the two lines and delete the other",
);

pub(super) const COMMENTS_WOULD_BE_LOST: Ways = (
    "flyt det vigtige til aktivitetens \"note\", som bliver bevaret, og slet kommentarerne",
    "move what matters to the \"note\" of the activity, which is kept, and delete the comments",
);

pub(super) fn syntax(lang: Lang, fault: &SyntaxFault) -> Vec<String> {
    let way = match fault {
        SyntaxFault::Tab => lang.pick(
            "slet tabulatortegnet, og ryk ind med mellemrum",
            "delete the tab character, and indent with blanks",
        ),
        SyntaxFault::MissingColon => lang.pick(
            "skriv nøgle, kolon, mellemrum og værdi; se også linjen før",
            "write key, colon, blank and value; see the line before too",
        ),
        SyntaxFault::UnclosedQuote => {
            lang.pick("luk anførselstegnet, eller slet det", "close the quotation mark or delete it")
        }
        SyntaxFault::SecondColon => lang.pick(
            "sæt teksten i anførselstegn, hvis den har kolon i; ryk ellers linjen ud til de andre",
            "put the text in quotation marks if it holds a colon; else align the line with the others",
        ),
        SyntaxFault::Indentation => lang.pick(
            "ryk linjen, så den begynder lige under de linjer, den hører sammen med",
            "move the line so that it begins right under those it belongs with",
        ),
        SyntaxFault::OpenBracket => lang.pick(
            "luk parentesen, eller sæt teksten i anførselstegn",
            "close the bracket, or put the text in quotation marks",
        ),
        SyntaxFault::AfterQuote => lang.pick(
            "sæt hele teksten i anførselstegn, og skriv to anførselstegn for ét inde i teksten",
            "put the whole text in quotation marks, and write two marks for one inside the text",
        ),
        SyntaxFault::Escape => lang.pick(
            "brug enkelte anførselstegn, når teksten har omvendte skråstreger",
            "use single quotation marks where the text holds backslashes",
        ),
        SyntaxFault::Character(_) => {
            lang.pick("sæt teksten i anførselstegn", "put the text in quotation marks")
        }
        SyntaxFault::Other => lang.pick(
            "se efter skæv indrykning, et manglende anførselstegn eller et manglende kolon, også på linjen før",
            "look for crooked indentation, a missing quotation mark or a missing colon, also in the line before",
        ),
    };
    vec![way.to_owned()]
}

pub(super) fn wrong_type(lang: Lang, expected: &str) -> Vec<String> {
    let way = match expected {
        "date" => lang.pick(
            "skriv år, måned og dag, for eksempel 2026-12-31",
            "write year, month and day, such as 2026-12-31",
        ),
        "number" => lang.pick(
            "skriv tallet med punktum, fx 12.5",
            "write the number with a point, such as 12.5",
        ),
        "whole number" => lang.pick(
            "skriv tallet alene, uden komma og enhed, for eksempel 4",
            "write the number alone, without decimals or unit, such as 4",
        ),
        "list" => lang.pick(
            "skriv hvert punkt på sin egen linje med \"- \" foran",
            "write each item in a line of its own with \"- \" in front",
        ),
        "map" => lang.pick(
            "skriv \"nøgle: værdi\" på linjer under hinanden med samme indrykning",
            "write \"key: value\" in lines below each other with the same indentation",
        ),
        "text" => lang.pick(
            "skriv teksten efter kolon på samme linje",
            "write the text after the colon in the same line",
        ),
        _ => return Vec::new(),
    };
    vec![way.to_owned()]
}

pub(super) fn yaml_limit(lang: Lang, what: &str) -> Vec<String> {
    let way = match what {
        "documents" => lang.pick(
            "slet linjen med ---, eller gem hver del i sin egen fil",
            "delete the line with ---, or save each part in a file of its own",
        ),
        "anchors" => lang.pick(
            "skriv værdien helt ud; begynder en tekst med & eller *, skal den stå i anførselstegn",
            "write the value in full; a text that begins with & or * must stand in quotation marks",
        ),
        "rows" => lang.pick(
            "se efter, om det er den rigtige fil, eller del den i flere",
            "check that it is the right file, or split it into several",
        ),
        "depth" => lang.pick(
            "se efter indrykning, der vokser uden grund",
            "look for indentation that grows for no reason",
        ),
        _ => {
            let normal = count(lang, 15_000);
            return vec![match lang {
                Lang::Da => format!(
                    "se efter, om det er den rigtige fil; en fuld vurdering har cirka {normal} \
                     værdier"
                ),
                Lang::En => format!(
                    "check that it is the right file; a full assessment has about {normal} values"
                ),
            }];
        }
    };
    vec![way.to_owned()]
}
