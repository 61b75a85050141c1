//! Danish for the keys and values of the files, which are English words.
//!
//! A Dane writes `sandsynlighed:` where the file wants `likelihood:`; string distance cannot guess
//! that, this table can.

/// Key or value of a file with the Danish words that people write for it, the usual one first.
const WORDS: &[(&str, &[&str])] = &[
    ("acceptance", &["accept", "risikoaccept"]),
    ("actions", &["handlinger", "handling"]),
    ("activities", &["aktiviteter", "behandlingsaktiviteter"]),
    ("activity", &["aktivitet"]),
    ("agenda", &["dagsorden"]),
    ("area", &["område"]),
    ("as-of", &["dato", "pr-dato", "opgjort"]),
    ("assessed", &["vurderet"]),
    ("authenticity", &["autenticitet"]),
    ("availability", &["tilgængelighed"]),
    ("band", &["risikoniveau"]),
    ("bands", &["risikoniveauer"]),
    ("by", &["af", "hvem"]),
    ("catalogue", &["katalog"]),
    ("code", &["kode", "kommunekode"]),
    ("colour", &["farve"]),
    ("confidentiality", &["fortrolighed"]),
    ("consequence", &["konsekvens"]),
    ("data-subject", &["registreret", "den registrerede", "registrerede"]),
    ("deadline", &["frist"]),
    ("decision", &["beslutning"]),
    ("definition", &["definition"]),
    ("description", &["beskrivelse"]),
    ("digest", &["fingeraftryk"]),
    ("dimensions", &["dimensioner"]),
    ("example", &["eksempel"]),
    ("from", &["fra"]),
    ("integrity", &["integritet"]),
    ("label", &["betegnelse"]),
    ("legend", &["signaturforklaring"]),
    ("level", &["niveau"]),
    ("likelihood", &["sandsynlighed"]),
    ("matrix", &["matrice"]),
    ("max-downtime-hours", &["maksimal nedetid i timer", "nedetid"]),
    ("measures", &["foranstaltninger", "foranstaltning"]),
    ("method", &["metode"]),
    ("municipality", &["kommune"]),
    ("name", &["navn"]),
    ("not-relevant", &["ikke-relevant"]),
    ("note", &["bemærkning", "notat"]),
    ("on", &["den", "dato", "hvornår"]),
    ("organisation", &["organisationen"]),
    ("origin", &["oprindelse"]),
    ("owner", &["ejer", "risikoejer", "ansvarlig"]),
    ("personal-data", &["personoplysninger"]),
    ("perspectives", &["perspektiver"]),
    ("present", &["til stede", "til-stede", "deltagere"]),
    ("processor", &["databehandler"]),
    ("question", &["spørgsmål", "åbent spørgsmål"]),
    ("reason", &["begrundelse"]),
    ("requires-treatment", &["kræver håndtering"]),
    ("residual", &["restrisiko"]),
    ("response", &["reaktion"]),
    ("review-by", &["næste gennemgang", "revision"]),
    ("role", &["rolle"]),
    ("round", &["runde"]),
    ("society", &["samfundet", "samfund"]),
    ("source", &["kilde"]),
    ("status-reason", &["statusbegrundelse"]),
    ("symmetric", &["symmetrisk"]),
    ("systems", &["systemer"]),
    ("text", &["tekst"]),
    ("threat", &["trussel"]),
    ("threats", &["trusler"]),
    ("title", &["titel"]),
    ("to", &["til"]),
    ("treated", &["behandlet"]),
    ("treatment", &["håndtering", "risikohåndtering"]),
    ("until", &["indtil"]),
    ("what", &["hvad"]),
    ("witnesses", &["vidneceller"]),
    // Values.
    ("not-started", &["ikke startet"]),
    ("in-progress", &["i gang", "igang"]),
    ("not-applicable", &["ikke relevant"]),
    ("accept", &["accepter", "acceptér", "acceptere"]),
    ("avoid", &["undgå"]),
    ("share", &["del"]),
    ("mitigate", &["mitiger", "mitigér", "reducer"]),
    ("own", &["egen", "eget"]),
    ("kl", &["KL's tal"]),
    ("green", &["grøn"]),
    ("light-green", &["lysegrøn"]),
    ("yellow", &["gul"]),
    ("orange", &["orange"]),
    ("red", &["rød"]),
    ("true", &["ja", "sand"]),
    ("false", &["nej", "falsk"]),
    ("all", &["alle"]),
    ("some", &["nogle"]),
];

/// The usual Danish word for a key or value.
#[must_use]
pub(in super::super) fn danish(key: &str) -> Option<&'static str> {
    let (_, words) = WORDS.iter().find(|(known, _)| *known == key)?;
    words.first().copied()
}

/// The usual Danish words for a path of keys such as `residual.likelihood`, where all are known.
#[must_use]
pub(super) fn danish_path(path: &str) -> Option<String> {
    let words: Option<Vec<&str>> = path.split('.').map(danish).collect();
    words.map(|words| words.join(", "))
}

/// The allowed key or value that somebody meant with a Danish word.
pub(super) fn meant<'a>(written: &str, allowed: &'a [String]) -> Option<&'a str> {
    let wanted = fold(written);
    allowed.iter().map(String::as_str).find(|key| {
        let words = WORDS.iter().find(|(known, _)| known == key).map(|(_, words)| *words);
        words.unwrap_or_default().iter().any(|word| fold(word) == wanted)
    })
}

/// Lower case, Danish letters spelled out, and hyphens and underscores read as blanks.
fn fold(text: &str) -> String {
    text.trim()
        .to_lowercase()
        .replace('å', "aa")
        .replace('æ', "ae")
        .replace('ø', "oe")
        .replace(['-', '_'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Colour, Dimension, Origin, Perspective, Status, Treatment};

    #[test]
    fn finds_the_key_behind_a_danish_word() {
        let allowed = ["id", "likelihood", "treatment"].map(str::to_owned);
        assert_eq!(meant("Sandsynlighed", &allowed), Some("likelihood"));
        assert_eq!(meant("haandtering", &allowed), Some("treatment"));
        assert_eq!(meant("konsekvens", &allowed), None);
    }

    #[test]
    fn knows_every_value_that_a_file_can_hold() {
        let mut keys: Vec<&str> = Vec::new();
        keys.extend(Status::KEYS.map(|(key, _)| key));
        keys.extend(Treatment::KEYS.map(|(key, _)| key));
        keys.extend(Origin::KEYS.map(|(key, _)| key));
        keys.extend(Colour::KEYS.map(|(key, _)| key));
        keys.extend(Dimension::ALL.map(Dimension::key));
        keys.extend(Perspective::ALL.map(Perspective::key));
        for key in keys {
            assert!(danish(key).is_some(), "{key} has no Danish word");
        }
    }
}
