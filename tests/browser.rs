//! Pages in a real browser: nothing that keeps somebody out (WCAG 2.2 AA), tables that sort, headers that are
//! printed. Needs Chromium, and axe-core in the file that `RISIKO_AXE` names; `.ci/run` has both.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and may fail")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::console::{run, words};

const FILE: &str = "skovby-2026.risiko.yml";

/// Rules that a page must keep: those of the law, and good practice.
const RULES: &str = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

fn axe() -> String {
    let file = std::env::var("RISIKO_AXE").unwrap();
    fs::read_to_string(file).unwrap()
}

fn municipalities(at: &Path) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    fs::copy(root.join("01-skovby").join(FILE), at.join(FILE)).unwrap();
    let fjordby = "fjordby-2026.risiko.yml";
    fs::copy(root.join("02-fjordby").join(fjordby), at.join(fjordby)).unwrap();
}

/// The page as it stands in the browser once its scripts have run.
fn shown(page: &Path, is_dark: bool) -> String {
    let scheme = if is_dark { 0 } else { 1 };
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        .args(["--disable-sync", "--no-first-run", "--virtual-time-budget=60000", "--dump-dom"])
        .arg(format!("--blink-settings=preferredColorScheme={scheme}"))
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The page with another script; the page itself would not let it run.
fn with_script(page: &str, script: &str) -> String {
    let policy = page.find("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let end = policy + page.get(policy..).unwrap().find('>').unwrap() + 1;
    let open = format!("{}{}", page.get(..policy).unwrap(), page.get(end..).unwrap());
    open.replace("</body>", &format!("<script>{script}</script></body>"))
}

/// What axe finds wrong with a page.
fn faults(at: &Path, page: &str, is_dark: bool) -> String {
    let look = format!(
        "{};addEventListener('load',()=>axe.run(document,{{runOnly:{RULES}}}).then(found=>{{\
         const list=document.createElement('pre');list.id='found';\
         list.textContent=found.violations.map(one=>one.id+': '+one.nodes[0].html).join('\\n')+';slut';\
         document.body.replaceChildren(list)}}))",
        axe()
    );
    let file = at.join("axe.html");
    fs::write(&file, with_script(page, &look)).unwrap();
    let shown = shown(&file, is_dark);
    between(&shown, "<pre id=\"found\">", ";slut")
}

/// What stands between two marks, which must be there.
fn between(text: &str, begin: &str, end: &str) -> String {
    let found = text.split_once(begin).and_then(|(_, rest)| rest.split_once(end));
    assert!(found.is_some(), "{text}");
    found.unwrap().0.to_owned()
}

fn written(at: &Path, command: &str) -> String {
    let said = run(at, &words(&format!("{command} -o side.html --force")), None);
    assert!(said.code < 2, "{command}: {}", said.stderr);
    fs::read_to_string(at.join("side.html")).unwrap()
}

#[test]
#[ignore = "needs Chromium and axe-core"]
fn nobody_is_kept_out_of_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    municipalities(at);
    let report =
        format!("report {FILE} --as-of 2026-11-23 --against fjordby-2026.risiko.yml --for");
    let commands = [
        format!("{report} direktion"),
        format!("{report} byraad"),
        format!("{report} fagomraade --area boern-familie"),
        format!("{report} direktion --lang en"),
        format!("report {FILE} --as-of 2026-11-23 --for art30 --area boern-familie"),
        format!("report {FILE} --as-of 2026-11-23 --for dpo --area boern-familie"),
        format!("diff {FILE} fjordby-2026.risiko.yml --top 20 --explain 3"),
        format!("benchmark {FILE} fjordby-2026.risiko.yml --own {FILE}"),
    ];
    for command in commands {
        let page = written(at, &command);
        for is_dark in [false, true] {
            assert_eq!(faults(at, &page, is_dark), "", "{command}, dark: {is_dark}");
        }
    }
    // The tool finds something where there is something.
    let page = written(at, &format!("{report} byraad"));
    let without_name = page.replacen("<html lang=\"da\">", "<html>", 1);
    assert!(faults(at, &without_name, false).contains("html-has-lang"));
}

#[test]
#[ignore = "needs Chromium and axe-core"]
fn a_table_is_sorted_by_bands_days_and_words() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    municipalities(at);
    let page = written(at, &format!("report {FILE} --as-of 2026-11-23 --for direktion"));
    // The page's own script runs under its own policy.
    let untouched = shown(&at.join("side.html"), false);
    assert!(untouched.contains("<span role=\"button\" tabindex=\"0\">Nr.</span>"), "{untouched}");
    for (column, first, last) in [
        ("I dag", "Lav", "Høj"),
        ("Frist", "4. december 2026", "17. december 2027"),
        ("Område", "Beredskab", "Ældre"),
    ] {
        let click = format!(
            "addEventListener('load',()=>{{const head=[...document.querySelectorAll('th')]\
             .filter(th=>th.textContent.startsWith('{column}')).pop();\
             head.firstChild.click();const at=head.cellIndex;\
             const rows=[...head.closest('table').tBodies[0].rows].map(row=>row.cells[at].innerText.split('\\n')[0]);\
             const list=document.createElement('pre');list.id='rows';\
             list.textContent=rows[0]+'|'+rows[rows.length-1]+'|'+head.getAttribute('aria-sort');\
             document.body.replaceChildren(list)}})"
        );
        let file = at.join("sort.html");
        fs::write(&file, with_script(&page, &click)).unwrap();
        let shown = shown(&file, false);
        let rows = between(&shown, "<pre id=\"rows\">", "</pre>");
        assert_eq!(rows, format!("{first}|{last}|ascending"), "{column}");
    }
}
