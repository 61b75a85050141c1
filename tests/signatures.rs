//! Signatures: made, checked, stale after an edit, and at one with minisign itself.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use risiko::domain::SignatureComment;
use risiko::store::{SecretKey, SignatureFault, verify_signature};
use serde_json::Value;
use support::console::{Said, copy_catalogue, run, tests_folder, words};

const FILE: &str = "skovby-2026.risiko.yml";
const APPROVE: &str =
    "approve --activity 74 --name \"Ida Holm\" --role Direktør --as-of 2026-11-01";

fn said(folder: &Path, command: &str) -> Said {
    run(folder, &words(command), None)
}

/// Runs a command that must succeed.
fn done(folder: &Path, command: &str) -> Said {
    let said = said(folder, command);
    assert_eq!(said.code, 0, "{command}\n{}{}", said.stdout, said.stderr);
    said
}

/// A folder with Skovby's assessment and a key pair without password.
fn skovby() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/01-skovby");
    fs::copy(examples.join(FILE), folder.path().join(FILE)).unwrap();
    done(folder.path(), "key new ida --no-password");
    folder
}

/// The codes that `verify` reports.
fn codes(folder: &Path, command: &str) -> Vec<String> {
    let said = said(folder, &format!("{command} --format json"));
    let json: Value = serde_json::from_str(&said.stdout).unwrap();
    let findings = json["findings"].as_array().unwrap().iter();
    let codes: Vec<String> =
        findings.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect();
    assert_eq!(said.code, i32::from(!codes.is_empty()), "{}", said.stdout);
    codes
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(tests_folder("fixtures/signatures").join(name)).unwrap()
}

#[test]
fn a_key_pair_is_private_is_never_overwritten_and_only_its_public_half_is_printed() {
    let folder = skovby();
    let at = folder.path();
    let secret = fs::read_to_string(at.join("ida.key")).unwrap();
    let again = said(at, "key new ida --no-password");
    assert_eq!(again.code, 2);
    assert!(again.stderr.contains("SIG009"), "{}", again.stderr);
    assert_eq!(fs::read_to_string(at.join("ida.key")).unwrap(), secret);

    let made = done(at, "key new bo --no-password --lang en");
    assert!(made.stderr.contains("SECRET"), "{}", made.stderr);
    let (key, public) =
        (fs::read_to_string(at.join("bo.key")), fs::read_to_string(at.join("bo.pub")));
    assert_eq!(public.unwrap().lines().nth(1), Some(made.stdout.trim()));
    let line = key.unwrap().lines().nth(1).unwrap().to_owned();
    assert!(!made.stdout.contains(&line) && !made.stderr.contains(&line));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |name: &str| fs::metadata(at.join(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode("bo.key"), mode("bo.pub") & 0o600), (0o600, 0o600));
    }
}

#[test]
fn an_approved_assessment_is_signed_and_a_later_edit_makes_the_signature_stale() {
    let folder = skovby();
    let at = folder.path();
    assert_eq!(codes(at, "verify"), ["SIG001"]);
    assert!(!done(at, "check --fail-on never").stdout.contains("SIG"));

    let tried = done(at, &format!("{APPROVE} --sign ida.key --dry-run"));
    assert!(!at.join(format!("{FILE}.minisig")).exists(), "{}", tried.stderr);
    done(at, &format!("{APPROVE} --sign ida.key"));
    assert_eq!(codes(at, "verify"), [""; 0]);
    let json: Value = serde_json::from_str(&done(at, "verify --format json").stdout).unwrap();
    let signed = &json["signed"][0];
    assert_eq!(
        (&signed["by"], &signed["key-file"]),
        (&"Ida Holm, Direktør".into(), &"ida.pub".into())
    );
    let digest = risiko::domain::digest(&fs::read(at.join(FILE)).unwrap());
    assert_eq!(signed["digest"], digest.as_str());
    assert!(signed["comment"].as_str().unwrap().contains(&format!("file:{FILE}\tdigest:{digest}")));
    assert!(!done(at, "check --fail-on never").stdout.contains("SIG"));
    let shown = done(at, "verify").stdout;
    assert!(shown.contains("underskriften holder") && shown.contains("Ida Holm"), "{shown}");
    assert!(done(at, "verify --format csv").stdout.contains(&digest));

    done(at, "assess 74 --note \"Rettet bagefter\"");
    assert_eq!(codes(at, "verify"), ["SIG004"]);
    let check = done(at, "check --fail-on never").stdout;
    assert!(check.contains("SIG004") && check.contains("Ida Holm"), "{check}");
    done(at, &format!("{APPROVE} --sign ida.key"));
    assert_eq!(codes(at, "verify"), [""; 0]);
}

#[test]
fn a_signed_assessment_vouches_for_the_journal_up_to_its_approval() {
    let folder = skovby();
    let at = folder.path();
    done(at, "assess 74 --note \"Før godkendelsen\"");
    done(at, &format!("{APPROVE} --sign ida.key"));
    let log = at.join("skovby-2026.risiko.log");
    let signed = fs::read_to_string(&log).unwrap();
    let ends = signed.lines().count();
    assert!(ends >= 2, "{signed}");
    let json: Value = serde_json::from_str(&done(at, "verify --format json").stdout).unwrap();
    assert_eq!(json["signed"][0]["journal"]["number"], ends);
    let shown = done(at, "verify").stdout;
    assert!(shown.contains(&format!("journal: til og med ændring {ends}")), "{shown}");

    // What comes after it is in order.
    done(at, "assess 74 --note \"Efter godkendelsen\"");
    done(at, "undo");
    assert_eq!(fs::read_to_string(&log).unwrap().lines().count(), ends + 2);
    assert_eq!(codes(at, "verify"), [""; 0]);

    let lines: Vec<&str> = signed.split_inclusive('\n').collect();
    let without_the_one_before = [&lines[..ends - 2], &lines[ends - 1..]].concat().concat();
    let faults = [
        (None, "her ikke"),
        (Some(lines[..ends - 1].concat()), "slutter før"),
        (Some(signed.replace("Før godkendelsen", "Bagefter")), "siden rettet"),
        (Some(without_the_one_before), "siden rettet"),
    ];
    for (text, said_of_it) in faults {
        match text {
            Some(text) => fs::write(&log, text).unwrap(),
            None => fs::remove_file(&log).unwrap(),
        }
        assert_eq!(codes(at, "verify"), ["SIG010"]);
        let shown = said(at, "verify").stdout;
        let shown: Vec<&str> = shown.split_whitespace().collect();
        assert!(shown.join(" ").contains(said_of_it), "{said_of_it}: {shown:?}");
        assert!(said(at, "check --fail-on never").stdout.contains("SIG010"));
    }
    // The signed line itself is gone, and the journal goes on: it does not end before.
    fs::write(&log, &signed).unwrap();
    done(at, "assess 74 --note \"Senere\"");
    done(at, "undo");
    let lines = fs::read_to_string(&log).unwrap();
    let without: Vec<&str> = lines
        .split_inclusive('\n')
        .enumerate()
        .filter_map(|(nth, line)| (nth + 1 != ends).then_some(line))
        .collect();
    fs::write(&log, without.concat()).unwrap();
    assert_eq!(codes(at, "verify"), ["SIG010"]);
    let shown = said(at, "verify").stdout;
    assert!(!shown.contains("slutter"), "{shown}");
    // One that was made anew from the assessment, with the right number of changes and a chain that is whole.
    fs::remove_file(&log).unwrap();
    for note in ["a", "b", "c"].iter().cycle().take(2 * ends) {
        done(at, &format!("assess 74 --note {note}"));
    }
    done(at, &format!("undo {}", 2 * ends));
    assert_eq!(codes(at, "verify"), ["SIG010"]);
    assert!(said(at, "verify").stdout.contains("er ikke den"));
    fs::write(&log, &signed).unwrap();
    assert_eq!(codes(at, "verify"), [""; 0]);
}

#[test]
fn the_public_key_comes_beside_the_assessment_and_never_over_another_file() {
    let folder = skovby();
    let at = folder.path();
    fs::create_dir(at.join("noegler")).unwrap();
    for file in ["ida.key", "ida.pub"] {
        fs::rename(at.join(file), at.join("noegler").join(file)).unwrap();
    }
    done(at, &format!("{APPROVE} --sign noegler/ida.key"));
    let public = fs::read_to_string(at.join("ida.pub")).unwrap();
    assert_eq!(public, fs::read_to_string(at.join("noegler/ida.pub")).unwrap());
    assert_eq!(codes(at, "verify"), [""; 0]);

    fs::write(at.join("ida.pub"), "noget andet\n").unwrap();
    done(at, &format!("{APPROVE} --sign noegler/ida.key"));
    assert_eq!(fs::read_to_string(at.join("ida.pub")).unwrap(), "noget andet\n");
    assert_eq!(codes(at, "verify"), ["SIG006", "SIG002"]);
    assert_eq!(codes(at, "verify --key noegler/ida.pub"), [""; 0]);
}

#[test]
fn what_else_ends_like_a_key_beside_a_signed_file_is_in_nobodys_way() {
    let folder = skovby();
    let at = folder.path();
    done(at, &format!("{APPROVE} --sign ida.key"));
    fs::write(at.join("brochure.pub"), [0xd0, 0xcf, 0x11, 0xe0].repeat(5_000)).unwrap();
    fs::create_dir(at.join("mappe.pub")).unwrap();
    assert_eq!(codes(at, "verify"), [""; 0]);
    done(at, "assess 74 --note Rettet");
    assert_eq!(codes(at, "verify"), ["SIG004"]);
}

#[test]
fn another_key_a_missing_key_and_a_key_that_is_none_are_told_apart() {
    let folder = skovby();
    let at = folder.path();
    done(at, "key new bo --no-password");
    done(at, &format!("{APPROVE} --sign ida.key"));
    assert_eq!(codes(at, "verify --key bo.pub"), ["SIG003"]);
    assert_eq!(codes(at, "verify --key bo.pub --key ida.pub"), [""; 0]);
    let none = said(at, &format!("verify --key {FILE}"));
    assert_eq!(none.code, 2);
    assert!(none.stderr.contains("SIG006"), "{}", none.stderr);
    fs::remove_file(at.join("ida.pub")).unwrap();
    assert_eq!(codes(at, "verify"), ["SIG003"]);
    fs::remove_file(at.join("bo.pub")).unwrap();
    assert_eq!(codes(at, "verify"), ["SIG002"]);

    let before = fs::read(at.join(FILE)).unwrap();
    for key in [FILE, "findes-ikke.key"] {
        let wrong = said(at, &format!("{APPROVE} --until 2027-01-01 --sign {key}"));
        assert_eq!(wrong.code, 2, "{}", wrong.stderr);
    }
    assert_eq!(fs::read(at.join(FILE)).unwrap(), before);
    let missing = said(at, "verify findes-ikke.yml");
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("findes ikke"), "{}", missing.stderr);
}

#[test]
fn a_key_that_has_the_same_id_and_is_another_does_not_do() {
    let folder = skovby();
    let at = folder.path();
    done(at, &format!("{APPROVE} --sign ida.key"));
    // The id stands in front of the key, and anybody can write it before their own.
    let lines = fs::read_to_string(at.join("ida.pub")).unwrap();
    let line = lines.lines().nth(1).unwrap();
    let forged = format!("{}{}", &line[..20], "A".repeat(line.len() - 20));
    fs::write(at.join("ida.pub"), lines.replace(line, &forged)).unwrap();
    let codes = codes(at, "verify");
    assert!(codes == ["SIG005"] || codes == ["SIG004"], "{codes:?}");
}

#[test]
fn signatures_that_minisign_made_hold_the_old_kind_too() {
    let key = [("skovby.pub".to_owned(), String::from_utf8(fixture("skovby.pub")).unwrap())];
    for (file, comment) in [("brev.txt", "Underskrevet i Skovby"), ("gammelt.txt", "timestamp:")] {
        let signature = String::from_utf8(fixture(&format!("{file}.minisig"))).unwrap();
        let signed = verify_signature(&fixture(file), &signature, &key).unwrap();
        assert_eq!(signed.key, "452C61BC5C2A4537");
        assert!(signed.comment.starts_with(comment), "{}", signed.comment);
        let changed = verify_signature(b"Et andet brev\n", &signature, &key);
        assert!(matches!(changed, Err(SignatureFault::Changed { .. })), "{changed:?}");
        let windows = signature.replace('\n', "\r\n");
        assert!(verify_signature(&fixture(file), &windows, &key).is_ok());
    }
}

#[test]
fn a_signature_of_ours_has_the_form_of_minisign() {
    let folder = skovby();
    let at = folder.path();
    done(at, &format!("{APPROVE} --sign ida.key"));
    let text = fs::read_to_string(at.join(format!("{FILE}.minisig"))).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(
        lines[0].starts_with("untrusted comment: ") && lines[2].starts_with("trusted comment: ")
    );
    // "ED" in base 64: over the BLAKE2b digest.
    assert!(lines[1].starts_with("RU") && (lines[1].len(), lines[3].len()) == (100, 88), "{text}");
}

#[test]
fn a_catalogue_is_signed_whole_and_every_change_in_its_folder_is_named() {
    let folder = skovby();
    let at = folder.path();
    let catalogue = at.join("katalog");
    copy_catalogue(&catalogue);
    assert_eq!(codes(at, "verify katalog"), ["SIG001"]);
    done(at, "catalog sign katalog --key ida.key --dry-run");
    assert!(!catalogue.join("catalog.sha256").exists());
    done(at, "catalog sign katalog --key ida.key");
    assert_eq!(codes(at, "verify katalog"), [""; 0]);
    let check = done(at, "catalog check katalog").stdout;
    assert!(check.contains("underskrevet med nøglen"), "{check}");

    // Git may hand out the files with other line ends.
    let areas = fs::read_to_string(catalogue.join("areas.yml")).unwrap();
    fs::write(catalogue.join("areas.yml"), areas.replace('\n', "\r\n")).unwrap();
    assert_eq!(codes(at, "verify katalog"), [""; 0]);

    let method = catalogue.join("methods/kl-4x4.yml");
    let text = fs::read_to_string(&method).unwrap();
    fs::write(&method, format!("{text}# rettet\n")).unwrap();
    fs::write(catalogue.join("methods/egen.yml"), "ny\n").unwrap();
    fs::remove_file(catalogue.join("LICENSE")).unwrap();
    assert_eq!(codes(at, "verify katalog"), ["SIG008"]);
    let said = said(at, "catalog check katalog");
    for name in ["SIG008", "methods/kl-4x4.yml", "methods/egen.yml", "LICENSE"] {
        assert!(said.stdout.contains(name), "{name}: {}", said.stdout);
    }
    // Whoever mends the list instead has no key for it.
    let list = fs::read_to_string(catalogue.join("catalog.sha256")).unwrap();
    fs::write(catalogue.join("catalog.sha256"), list.replace("LICENSE", "LICENCE")).unwrap();
    assert_eq!(codes(at, "verify katalog"), ["SIG004"]);
}

#[test]
fn what_a_municipality_adds_to_the_catalogue_is_signed_as_one_is() {
    let folder = skovby();
    let at = folder.path();
    fs::create_dir(at.join("catalog")).unwrap();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let own = examples.join("03-eget-katalog/catalog/local.yml");
    fs::copy(own, at.join("catalog/local.yml")).unwrap();
    assert_eq!(codes(at, "verify catalog"), ["SIG001"]);
    done(at, "catalog sign catalog --key ida.key");
    assert_eq!(codes(at, "verify catalog"), [""; 0]);
    fs::write(at.join("catalog/workbook.yml"), "x").unwrap();
    assert_eq!(codes(at, "verify catalog"), ["SIG008"]);
}

#[test]
fn a_catalogue_with_errors_is_not_signed_and_a_folder_without_one_neither() {
    let folder = skovby();
    let at = folder.path();
    let catalogue = at.join("katalog");
    copy_catalogue(&catalogue);
    fs::remove_file(catalogue.join("laws.yml")).unwrap();
    let refused = said(at, "catalog sign katalog --key ida.key");
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("CAT005"), "{}", refused.stderr);
    assert!(!catalogue.join("catalog.sha256").exists());
    let none = said(at, "catalog sign . --key ida.key");
    assert!(none.code == 2 && none.stderr.contains("ARG022"), "{}", none.stderr);
}

#[test]
fn no_key_is_shown_where_one_is_printed_for_people_who_look_for_faults() {
    let folder = skovby();
    let text = fs::read_to_string(folder.path().join("ida.key")).unwrap();
    let key = SecretKey::open(&text, || None).unwrap();
    assert_eq!(format!("{key:?}"), format!("SecretKey({})", key.id()));
}

/// A key without a password, what it signed, and its public half.
fn pair() -> &'static (String, String) {
    static PAIR: std::sync::LazyLock<(String, String)> = std::sync::LazyLock::new(|| {
        let folder = skovby();
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        (read("ida.key"), read("ida.pub"))
    });
    &PAIR
}

#[test]
fn no_other_character_at_the_ends_of_a_line_of_base_64_holds() {
    // There stand the mark of the algorithm and the bits that no byte needs.
    const CHARACTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    let (secret, public) = pair();
    let key = SecretKey::open(secret, || None).unwrap();
    let signature = key.sign(b"x", SignatureComment::default()).unwrap();
    let holds = |signature: &str, public: &str| {
        verify_signature(b"x", signature, &[("ida.pub".to_owned(), public.to_owned())]).is_ok()
    };
    assert!(holds(&signature, public));
    for (text, line, is_key) in [(public, 1, true), (&signature, 1, false), (&signature, 3, false)]
    {
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let length = text.lines().nth(line).unwrap().len();
        for place in (0..4).chain(length - 4..length).map(|place| start + place) {
            for character in CHARACTERS.chars().filter(|other| !text[place..].starts_with(*other)) {
                let mut other = text.clone();
                other.replace_range(place..=place, &character.to_string());
                let still = if is_key { holds(&signature, &other) } else { holds(&other, public) };
                assert!(!still, "line {line}, place {place}, {character}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_signed_holds_and_no_changed_byte_of_anything_does(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        by in ".{0,40}",
        at in any::<prop::sample::Index>(),
        which in 0_usize..3,
        flip in 1_u8..=255,
    ) {
        let (secret, public) = pair();
        let key = SecretKey::open(secret, || None).unwrap();
        let comment = SignatureComment { by, ..SignatureComment::default() };
        let signature = key.sign(&bytes, comment).unwrap();
        let keys = vec![("ida.pub".to_owned(), public.clone())];
        prop_assert!(verify_signature(&bytes, &signature, &keys).is_ok());

        let changed = |text: &[u8], from: usize| {
            let mut text = text.to_vec();
            if text.is_empty() {
                return vec![flip];
            }
            let place = from + at.index(text.len() - from);
            text[place] ^= flip;
            text
        };
        // The first line of each is said to be untrusted, and blanks at a line's end do not count.
        let other = |text: &str| {
            let first = text.find('\n').unwrap() + 1;
            String::from_utf8_lossy(&changed(text.as_bytes(), first)).into_owned()
        };
        let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
        let (bytes, signature, keys) = match which {
            0 => (changed(&bytes, 0), signature, keys),
            1 => {
                let other = other(&signature);
                prop_assume!(lines(&other) != lines(&signature));
                (bytes, other, keys)
            }
            _ => {
                let other = other(public);
                prop_assume!(lines(&other) != lines(public));
                (bytes, signature, vec![("ida.pub".to_owned(), other)])
            }
        };
        prop_assert!(verify_signature(&bytes, &signature, &keys).is_err());
    }

    #[test]
    fn any_text_is_read_as_signature_and_key_without_a_crash(
        signature in "(untrusted comment: .{0,20}\n)?[A-Za-z0-9+/=]{0,110}\n(trusted comment: .{0,20}\n)?[A-Za-z0-9+/=]{0,100}\n?",
        key in "(untrusted comment: x\n)?(RWR|RWQ)?[A-Za-z0-9+/=]{0,220}\n?",
        long in 80_usize..110,
    ) {
        let keys = [("a.pub".to_owned(), key.clone())];
        let _no_crash = verify_signature(b"x", &signature, &keys);
        let _no_crash = SecretKey::open(&key, || None);
        let (one, other) = ("R".repeat(long), "A".repeat(long));
        let text = format!("untrusted comment: \n{one}\ntrusted comment: \n{other}\n");
        let _no_crash = verify_signature(b"x", &text, &keys);
    }
}
