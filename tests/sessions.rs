//! The program from outside: wrong input, exit codes, and files that stay as they were.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and may fail")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn risiko(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_risiko"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env_remove("RISIKO_LANG");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    said(&risiko(folder, arguments).output().unwrap())
}

fn said(output: &Output) -> (i32, String, String) {
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout.clone()).unwrap(),
        String::from_utf8(output.stderr.clone()).unwrap(),
    )
}

/// A folder with Skovby's new assessment.
fn skovby() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, errors) = run(folder.path(), &["init", "skovby", "--as-of", "2026-11-01"]);
    assert_eq!(code, 0, "{errors}");
    folder
}

const FILE: &str = "skovby-2026.risiko.yml";

#[test]
fn every_mistake_of_a_file_is_named_in_one_run_with_line_and_way_out() {
    let folder = skovby();
    let path = folder.path().join(FILE);
    let text = fs::read_to_string(&path).unwrap();
    let broken = text
        .replacen("id: \"03\"", "id: \"O3\"", 1)
        .replacen("{level: 3, origin: catalogue}", "{level: 7, origin: catalogue}", 1)
        .replacen("status: not-started", "staus: not-started", 1)
        .replacen("round: \"2026\"", "round: \"2026\"\nround: \"2027\"", 1);
    fs::write(&path, &broken).unwrap();
    let (code, _, errors) = run(folder.path(), &["list"]);
    assert_eq!(code, 2, "{errors}");
    for part in
        ["ASM002", "mente du \"03\"?", "ASM001", "1–4", "YML002", "status", "YML003", "linje"]
    {
        assert!(errors.contains(part), "{part} is missing from\n{errors}");
    }
    let (code, ..) = run(folder.path(), &["assess", "74", "--likelihood", "3"]);
    assert_eq!(code, 2);
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
}

#[test]
fn a_batch_is_all_or_nothing_and_names_every_wrong_cell() {
    let folder = skovby();
    let before = fs::read(folder.path().join(FILE)).unwrap();
    let batch = "activity;threat;likelihood;reason\n01;;3;Godt\n99;;3;Ukendt\n02;T99;5;To fejl\n";
    fs::write(folder.path().join("b.csv"), batch).unwrap();
    let (code, _, errors) = run(folder.path(), &["assess", "--batch", "b.csv"]);
    assert_eq!(code, 2);
    for part in ["b.csv, celle A3", "b.csv, celle B4", "b.csv, celle C4", "Usandsynligt"] {
        assert!(errors.contains(part), "{part} is missing from\n{errors}");
    }
    assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), before);
}

#[test]
fn a_batch_from_standard_input_is_taken() {
    let folder = skovby();
    let mut child = risiko(folder.path(), &["assess", "--batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let rows = "\u{feff}activity,likelihood,reason\n74,sandsynligt,\"En, to\nog tre\"\n";
    child.stdin.take().unwrap().write_all(rows.as_bytes()).unwrap();
    let (code, shown, errors) = said(&child.wait_with_output().unwrap());
    assert_eq!(code, 0, "{errors}");
    assert!(shown.contains("Over middel"), "{shown}");
    let (_, shown, _) = run(folder.path(), &["show", "74", "--format", "json"]);
    assert!(shown.contains("En, to\\nog tre"), "{shown}");
}

#[test]
fn arguments_that_fit_nothing_are_all_named_with_the_nearest() {
    let folder = skovby();
    let arguments =
        ["assess", "O3", "--likelihood", "5", "--treatment", "mitigat", "--threat", "T99"];
    let (code, _, errors) = run(folder.path(), &arguments);
    assert_eq!(code, 2);
    for part in ["ARG003", "\"03\"", "ARG011", "ARG012", "mitigate", "ARG004"] {
        assert!(errors.contains(part), "{part} is missing from\n{errors}");
    }
}

#[test]
fn a_municipality_that_fits_two_or_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (code, _, errors) = run(folder.path(), &["init", "frederik"]);
    assert_eq!(code, 2);
    assert!(errors.contains("Frederiksberg") && errors.contains("Frederikshavn"), "{errors}");
    let (code, _, errors) = run(folder.path(), &["init", "Kobenhavm"]);
    assert_eq!(code, 2);
    assert!(errors.contains("København"), "{errors}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn nothing_is_overwritten_without_being_asked() {
    let folder = skovby();
    let before = fs::read(folder.path().join(FILE)).unwrap();
    let (code, _, errors) =
        run(folder.path(), &["init", "skovby", "--as-of", "2027-01-01", "--round", "2026"]);
    assert_eq!(code, 2);
    assert!(errors.contains("ARG013") && errors.contains("--force"), "{errors}");
    assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), before);
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = skovby();
    let before = fs::read(folder.path().join(FILE)).unwrap();
    for arguments in [
        &["assess", "74", "--likelihood", "3", "--dry-run"][..],
        &["export", "--dry-run"],
        &["init", "Fanø", "--dry-run"],
    ] {
        let (code, _, errors) = run(folder.path(), arguments);
        assert_eq!(code, 0, "{errors}");
        assert!(errors.contains("prøvekørsel"), "{errors}");
    }
    assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), before);
    assert!(!folder.path().join("skovby-2026.xlsx").exists());
}

#[test]
fn comments_in_a_file_are_not_lost_in_silence() {
    let folder = skovby();
    let path = folder.path().join(FILE);
    let text = format!("# vores egen bemærkning\n{}", fs::read_to_string(&path).unwrap());
    fs::write(&path, &text).unwrap();
    let (code, shown, errors) = run(folder.path(), &["assess", "74", "--likelihood", "3"]);
    assert_eq!(code, 2);
    assert!(errors.contains("YML008"), "{errors}");
    assert_eq!(shown, "", "a refused change is not shown as a result");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn files_that_are_no_workbooks_are_refused_in_words() {
    let folder = skovby();
    for (content, part) in [
        (&b"<html>"[..], "webside"),
        (b"", "tom"),
        (b"\xd0\xcf\x11\xe0", "gem som .xlsx"),
        (b"PK\x03\x04", "beskadiget"),
        (b"%PDF-1.7", "PDF"),
    ] {
        fs::write(folder.path().join("x.xlsx"), content).unwrap();
        let (code, _, errors) = run(folder.path(), &["import", "x.xlsx"]);
        assert_eq!(code, 2);
        assert!(errors.contains("IMP001") && errors.contains(part), "{part}\n{errors}");
    }
}

#[test]
fn a_missing_or_locked_file_and_a_wrong_folder_are_said_in_danish() {
    let folder = skovby();
    let (code, _, errors) = run(folder.path(), &["list", "findes-ikke.yml"]);
    assert_eq!(code, 2);
    assert!(errors.starts_with("fejl: ") && errors.contains("findes-ikke.yml"), "{errors}");
    let (code, _, errors) = run(folder.path(), &["export", "-o", "ingen/mappe/x.xlsx"]);
    assert_eq!(code, 2);
    assert!(errors.contains("mappe"), "{errors}");
    let held = risiko::store::lock(&folder.path().join(FILE)).unwrap();
    let (code, _, errors) = run(folder.path(), &["assess", "74", "--likelihood", "3"]);
    drop(held);
    assert_eq!(code, 2);
    assert!(errors.starts_with("fejl: "), "{errors}");
}

#[test]
fn two_writers_at_once_lose_nothing() {
    let folder = skovby();
    let mut children = Vec::new();
    for id in ["01", "02", "03", "04", "05", "06"] {
        let arguments = ["assess", id, "--likelihood", "3", "--reason", "samtidig", "-q"];
        children.push(risiko(folder.path(), &arguments).spawn().unwrap());
    }
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
    assert_eq!(text.matches("reason: samtidig").count(), 6);
}

#[test]
fn an_unedited_workbook_does_not_undo_what_the_file_got_meanwhile() {
    let folder = skovby();
    assert_eq!(run(folder.path(), &["assess", "74", "--owner", "Chef A", "-q"]).0, 0);
    assert_eq!(run(folder.path(), &["export", "-q"]).0, 0);
    // The workbook still says Chef A, but nobody wrote that there.
    assert_eq!(run(folder.path(), &["assess", "74", "--owner", "Chef B", "-q"]).0, 0);
    let before = fs::read(folder.path().join(FILE)).unwrap();
    let (code, shown, _) = run(folder.path(), &["import", "skovby-2026.xlsx"]);
    assert_eq!(code, 0, "{shown}");
    assert_eq!(fs::read(folder.path().join(FILE)).unwrap(), before);
}

#[test]
fn help_and_errors_speak_the_chosen_language() {
    let folder = tempfile::tempdir().unwrap();
    let (code, shown, _) = run(folder.path(), &["--help"]);
    assert_eq!(code, 0);
    assert!(shown.contains("Kommandoer") && !shown.contains("Usage"), "{shown}");
    let (_, shown, _) = run(folder.path(), &["assess", "--help", "--lang", "en"]);
    assert!(shown.contains("Usage:") && shown.contains("Likelihood"), "{shown}");
    let (code, _, errors) = run(folder.path(), &["impotr"]);
    assert_eq!(code, 2);
    assert!(errors.contains("mente du") && errors.contains("import"), "{errors}");
    let (code, _, errors) = run(folder.path(), &["list", "--fomat", "json"]);
    assert_eq!(code, 2);
    assert!(errors.contains("--format"), "{errors}");
}

#[test]
fn check_ends_with_1_where_a_finding_is_serious_enough() {
    let folder = skovby();
    assert_eq!(run(folder.path(), &["check"]).0, 0);
    assert_eq!(run(folder.path(), &["check", "--fail-on", "note"]).0, 1);
    let red = ["assess", "74", "--likelihood", "4", "--reason", "Sker tit", "-q"];
    assert_eq!(run(folder.path(), &red).0, 0);
    let (code, shown, _) = run(folder.path(), &["check"]);
    assert_eq!(code, 1);
    assert!(shown.contains("ASM105"), "{shown}");
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for code in risiko::finding::Code::ALL {
        for lang in ["da", "en"] {
            let (exit, shown, _) = run(folder.path(), &["explain", code.id(), "--lang", lang]);
            assert_eq!(exit, 0);
            assert!(shown.contains(code.id()) && shown.lines().count() > 8, "{shown}");
        }
    }
}

#[test]
fn a_flag_that_needs_another_says_so_and_not_that_the_two_exclude_each_other() {
    let folder = skovby();
    let (code, _, errors) = run(folder.path(), &["assess", "74", "--action-owner", "Chef"]);
    assert_eq!(code, 2);
    assert!(errors.contains("ARG019") && !errors.contains("ARG009"), "{errors}");
    fs::write(folder.path().join("b.csv"), "activity,processor\n74,KMD\n").unwrap();
    let (code, _, errors) = run(folder.path(), &["assess", "--batch", "b.csv"]);
    assert_eq!(code, 2);
    // A column of a batch file has no dashes.
    assert!(errors.contains("processor kan kun bruges sammen med system"), "{errors}");
    assert!(!errors.contains("--processor"), "{errors}");
}

#[test]
fn an_activity_that_the_file_lacks_is_not_said_to_be_unknown_to_the_catalogue() {
    let folder = skovby();
    let (code, _, errors) = run(folder.path(), &["show", "81"]);
    assert_eq!(code, 2);
    assert!(errors.contains("ARG020") && errors.contains("ikke i vurderingen"), "{errors}");
}

#[test]
fn every_file_that_cannot_be_laid_beside_the_others_is_named_in_one_run() {
    let folder = skovby();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let (code, _, errors) = run(folder.path(), &["init", "fjordby", "--as-of", "2026-11-01"]);
    assert_eq!(code, 0, "{errors}");
    let fjordby = fs::read_to_string(folder.path().join("fjordby-2026.risiko.yml")).unwrap();
    write("kopi.risiko.yml", &fjordby);
    write("brudt.risiko.yml", &fjordby.replacen("id: \"03\"", "id: \"O3\"", 1));
    write("noter.csv", "a;b\n");
    let files = [FILE, "fjordby-2026.risiko.yml", "kopi.risiko.yml", "brudt.risiko.yml"];
    let arguments = [&["benchmark"], &files[..], &["noter.csv", "mangler.risiko.yml"]].concat();
    let (code, shown, errors) = run(folder.path(), &arguments);
    assert_eq!((code, shown.as_str()), (2, ""), "{errors}");
    for part in ["BMK002", "kopi.risiko.yml", "ASM002", "brudt.risiko.yml", "CMP001", "noter.csv"] {
        assert!(errors.contains(part), "{part} is missing from\n{errors}");
    }
    assert!(errors.contains("mangler.risiko.yml findes ikke"), "{errors}");
}

#[test]
fn one_municipality_is_not_laid_beside_itself_and_nameless_ones_are_five() {
    let folder = skovby();
    let (code, _, errors) = run(folder.path(), &["benchmark"]);
    assert_eq!(code, 2, "{errors}");
    let (code, _, errors) = run(folder.path(), &["benchmark", FILE, "--own", FILE]);
    assert_eq!(code, 2);
    assert!(errors.contains("BMK001"), "{errors}");
    for name in ["fjordby", "fanø", "samsø"] {
        let (code, _, errors) =
            run(folder.path(), &["init", name, "--as-of", "2026-11-01", "--round", "2026"]);
        assert_eq!(code, 0, "{errors}");
    }
    let others = ["fjordby-2026.risiko.yml", "fanø-2026.risiko.yml", "samsø-2026.risiko.yml"];
    let arguments = [&["benchmark", FILE], &others[..], &["--anonymous"]].concat();
    let (code, shown, errors) = run(folder.path(), &arguments);
    assert_eq!((code, shown.as_str()), (2, ""));
    assert!(errors.contains("mindst 5 kommuner"), "{errors}");
    let (code, shown, errors) = run(folder.path(), &arguments[..5]);
    assert_eq!(code, 0, "{errors}");
    assert!(shown.contains("4 kommuner side om side"), "{shown}");
}

#[test]
fn our_own_file_counts_once_whether_or_not_it_is_named_among_the_others() {
    let folder = skovby();
    let (code, _, errors) = run(folder.path(), &["init", "fjordby", "--as-of", "2026-11-01"]);
    assert_eq!(code, 0, "{errors}");
    let other = "fjordby-2026.risiko.yml";
    let (_, once, _) = run(folder.path(), &["benchmark", other, "--own", FILE]);
    let (_, twice, _) = run(folder.path(), &["benchmark", other, FILE, "--own", FILE]);
    let dotted = format!("./{FILE}");
    let (_, dotted, _) = run(folder.path(), &["benchmark", other, &dotted, "--own", FILE]);
    assert!(once.contains("set fra Skovby"), "{once}");
    assert_eq!((&once, &once), (&twice, &dotted));
}
