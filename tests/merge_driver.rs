//! Two branches of an assessment: nothing that only one of them changed is lost, what both changed to
//! different things is said, and git gets what it expects.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use proptest::prelude::*;
use risiko::domain::{
    ActivityAnswer, ActivityId, Assessment, BandId, Dimension, MethodId, MethodRef, OwnSheet,
    RiskAnswer, Status, ThreatAnswer,
};
use risiko::engine::{Branch, Clash, merge_branches};
use risiko::finding::BranchValue;
use risiko::store::format_assessment;
use support::anything::{answer, nasty};
use support::console::{Said, copy_filled, replace, run, tests_folder, words};
use support::whole::anything;
use support::{activity_id, assessment, catalogue, method, threat_id};

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

fn value(text: &str) -> BranchValue {
    BranchValue::Value(text.to_owned())
}

/// Both sides of a clash the other way round.
fn mirrored(clashes: Vec<Clash>) -> Vec<Clash> {
    let turn = |clash: Clash| Clash { ours: clash.theirs, theirs: clash.ours, ..clash };
    clashes.into_iter().map(turn).collect()
}

/// The file that a folder of the tests begins with, as two branches then change it.
fn skovby() -> Assessment {
    assessment(catalogue(), method("kl-4x4"))
}

/// Each field from one of two answers, so that a new field must say where it comes from.
fn mixed(one: &ActivityAnswer, other: &ActivityAnswer, bits: u32) -> ActivityAnswer {
    macro_rules! from {
        ($bit:expr, $($field:ident).+) => {
            if bits & (1 << $bit) == 0 { one.$($field).+.clone() } else { other.$($field).+.clone() }
        };
    }
    ActivityAnswer {
        status: from!(0, status),
        status_reason: from!(1, status_reason),
        owner: from!(2, owner),
        systems: from!(3, systems),
        note: from!(4, note),
        assessed: from!(5, assessed),
        review_by: from!(6, review_by),
        extra: from!(7, extra),
        // What is accepted is what stands there: these come together.
        acceptance: from!(8, acceptance),
        consequences: from!(8, consequences),
        threats: from!(8, threats),
        direct: RiskAnswer {
            likelihood: from!(8, direct.likelihood),
            reason: from!(8, direct.reason),
            measures: from!(8, direct.measures),
            treatment: from!(8, direct.treatment),
            actions: from!(8, direct.actions),
            residual_likelihood: from!(8, direct.residual_likelihood),
            residual_consequence: from!(8, direct.residual_consequence),
        },
    }
}

/// As [`mixed`], for the figures of a risk.
fn mixed_risk(one: &RiskAnswer, other: &RiskAnswer, bits: u32) -> RiskAnswer {
    macro_rules! from {
        ($bit:expr, $field:ident) => {
            if bits & (1 << $bit) == 0 { one.$field.clone() } else { other.$field.clone() }
        };
    }
    RiskAnswer {
        likelihood: from!(0, likelihood),
        reason: from!(1, reason),
        measures: from!(2, measures),
        treatment: from!(3, treatment),
        actions: from!(4, actions),
        residual_likelihood: from!(5, residual_likelihood),
        residual_consequence: from!(6, residual_consequence),
    }
}

/// As [`mixed`], for what stands above the activities.
fn mixed_header(one: &Assessment, other: &Assessment, bits: u32) -> Assessment {
    macro_rules! from {
        ($bit:expr, $field:ident) => {
            if bits & (1 << $bit) == 0 { one.$field.clone() } else { other.$field.clone() }
        };
    }
    Assessment {
        municipality: from!(0, municipality),
        municipality_name: from!(1, municipality_name),
        round: from!(2, round),
        as_of: from!(3, as_of),
        catalogue: from!(4, catalogue),
        method: from!(5, method),
        perspectives: from!(6, perspectives),
        activities: from!(7, activities),
        own_sheets: from!(8, own_sheets),
    }
}

/// One activity that is answered so.
fn only(answer: ActivityAnswer) -> Assessment {
    let mut assessment = skovby();
    assessment.activities.clear();
    assessment.activities.insert(activity_id("61"), answer);
    assessment
}

fn answered(direct: RiskAnswer) -> ActivityAnswer {
    ActivityAnswer { direct, ..ActivityAnswer::default() }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_side_that_changed_nothing_takes_the_other(base in anything(), other in anything()) {
        for prefer in [Branch::Ours, Branch::Theirs] {
            let theirs = merge_branches(Some(&base), &base, &other, prefer);
            prop_assert_eq!(&theirs, &(other.clone(), vec![]));
            let ours = merge_branches(Some(&base), &other, &base, prefer);
            prop_assert_eq!(&ours, &(other.clone(), vec![]));
        }
    }

    #[test]
    fn what_both_changed_alike_is_taken(base in anything(), other in anything()) {
        let both = merge_branches(Some(&base), &other, &other, Branch::Ours);
        prop_assert_eq!(&both, &(other.clone(), vec![]));
        let added = merge_branches(None, &other, &other, Branch::Ours);
        prop_assert_eq!(&added, &(other.clone(), vec![]));
    }

    #[test]
    fn the_branches_the_other_way_round_are_the_mirror(
        base in proptest::option::of(anything()),
        ours in anything(),
        theirs in anything(),
        method_of_theirs in any::<bool>(),
    ) {
        let mut theirs = theirs;
        if method_of_theirs {
            theirs.method.version += 1;
        }
        let base = base.as_ref();
        let (merged, clashes) = merge_branches(base, &ours, &theirs, Branch::Ours);
        let (turned, of_turned) = merge_branches(base, &theirs, &ours, Branch::Theirs);
        prop_assert_eq!(&merged, &turned);
        prop_assert_eq!(&clashes, &mirrored(of_turned));
        // Who is preferred does not change what they disagree about.
        let (_, others) = merge_branches(base, &ours, &theirs, Branch::Theirs);
        prop_assert_eq!(clashes, others);
    }

    #[test]
    fn every_field_that_only_one_side_changed_is_kept(
        (before, after) in (answer(nasty), answer(nasty)),
        bits in 0..512_u32,
    ) {
        let (mut before, mut after) = (before, after);
        for side in [&mut before, &mut after] {
            if side.status == Status::NotApplicable {
                side.status = Status::Assessed;
            }
        }
        let base = only(before.clone());
        let (ours, theirs) = (mixed(&before, &after, bits), mixed(&before, &after, !bits));
        let merged = merge_branches(Some(&base), &only(ours), &only(theirs), Branch::Ours);
        prop_assert_eq!(merged, (only(after), vec![]));
    }

    #[test]
    fn every_figure_that_only_one_side_changed_is_kept(
        (before, after) in (answer(nasty), answer(nasty)),
        bits in 0..128_u32,
    ) {
        let (before, after) = (before.direct, after.direct);
        let in_threat = |risk: &RiskAnswer| {
            let mut answer = answered(risk.clone());
            let threat = ThreatAnswer { risk: risk.clone(), ..ThreatAnswer::default() };
            answer.threats.insert(threat_id("T08"), threat);
            only(answer)
        };
        let ours = in_threat(&mixed_risk(&before, &after, bits));
        let theirs = in_threat(&mixed_risk(&before, &after, !bits));
        let merged = merge_branches(Some(&in_threat(&before)), &ours, &theirs, Branch::Ours);
        prop_assert_eq!(merged, (in_threat(&after), vec![]));
    }

    #[test]
    fn every_part_of_the_file_that_only_one_side_changed_is_kept(
        (before, after) in (anything(), anything()),
        bits in 0..512_u32,
    ) {
        let mut after = after;
        after.round = "2027".to_owned();
        after.as_of = "2027-11-01".parse().unwrap();
        after.municipality_name = "Ny Skovby".to_owned();
        after.catalogue.version = "2027.1".to_owned();
        after.method.version += 1;
        let ours = mixed_header(&before, &after, bits);
        let theirs = mixed_header(&before, &after, !bits);
        let merged = merge_branches(Some(&before), &ours, &theirs, Branch::Ours);
        prop_assert_eq!(merged, (after, vec![]));
    }

    #[test]
    fn edits_of_different_activities_are_both_kept(
        base in anything(),
        edits in proptest::collection::vec(answer(nasty), 8),
    ) {
        let ids: Vec<ActivityId> = base.activities.keys().step_by(11).cloned().collect();
        let edited = |parity: usize| {
            let mut side = base.clone();
            let chosen = ids.iter().zip(&edits).enumerate();
            for (_, (id, edit)) in chosen.filter(|(at, _)| at % 2 == parity || parity == 2) {
                side.activities.insert(id.clone(), edit.clone());
            }
            side
        };
        let mut both = base.clone();
        for (id, edit) in ids.iter().zip(&edits) {
            both.activities.insert(id.clone(), edit.clone());
        }
        let merged = merge_branches(Some(&base), &edited(0), &edited(1), Branch::Ours);
        prop_assert_eq!(merged, (both, vec![]));
    }
}

#[test]
fn a_field_that_both_changed_is_said_and_the_preferred_side_stands() {
    let with_owner = |owner: &str| {
        only(ActivityAnswer { owner: Some(owner.to_owned()), ..ActivityAnswer::default() })
    };
    let (base, ours, theirs) = (with_owner("A"), with_owner("B"), with_owner("C"));
    let clash = Clash {
        activity: Some(activity_id("61")),
        threat: None,
        field: "owner".to_owned(),
        base: value("A"),
        ours: value("B"),
        theirs: value("C"),
    };
    for (prefer, stands) in [(Branch::Ours, &ours), (Branch::Theirs, &theirs)] {
        let merged = merge_branches(Some(&base), &ours, &theirs, prefer);
        assert_eq!(merged, (stands.clone(), vec![clash.clone()]));
    }
}

#[test]
fn a_clash_shows_both_values_of_every_kind_of_field_as_the_file_has_them() {
    use risiko::domain::{Acceptance, Action, System};

    let kl = method("kl-4x4");
    let action = |what: &str| Action {
        what: what.to_owned(),
        owner: Some("Ida".to_owned()),
        deadline: Some("2027-02-01".parse().unwrap()),
        ..Action::default()
    };
    let filled = |level: u8, word: &str| {
        let mut answer = support::answer(kl).consequence(Dimension::Integrity, level).build();
        let direct = &mut answer.direct;
        direct.likelihood = Some(support::likelihood(kl, level)).into();
        direct.measures = vec!["M01".to_owned(), word.to_owned()];
        direct.actions = vec![action(word), action("Kursus")];
        answer.systems = vec![System {
            name: word.to_owned(),
            processor: Some("KMD".to_owned()),
            max_downtime_hours: Some(4),
        }];
        answer.acceptance = Some(Acceptance {
            by: word.to_owned(),
            role: "Direktør".to_owned(),
            on: "2026-11-01".parse().unwrap(),
            until: Some("2027-11-01".parse().unwrap()),
            current: Some(BandId::parse("hoej").unwrap()),
            residual: Some(BandId::parse("lav").unwrap()),
            digest: "sha256:0".to_owned(),
        });
        answer.review_by = Some(format!("2027-0{level}-01").parse().unwrap());
        only(answer)
    };
    let merged = merge_branches(
        Some(&filled(1, "Alarm")),
        &filled(2, "Lås"),
        &filled(3, "Nøgle"),
        Branch::Ours,
    );
    let told: Vec<(String, BranchValue)> =
        merged.1.into_iter().map(|clash| (clash.field, clash.ours)).collect();
    for (field, ours) in [
        ("consequence.data-subject.integrity", "2 (own)"),
        ("likelihood", "2"),
        ("measures", "M01; Lås"),
        ("actions", "Lås, Ida, 2027-02-01; Kursus, Ida, 2027-02-01"),
        ("systems", "Lås, KMD, 4"),
        ("acceptance", "Lås, Direktør, 2026-11-01–2027-11-01, hoej–lav, sha256:0"),
        ("review-by", "2027-02-01"),
    ] {
        assert!(told.contains(&(field.to_owned(), value(ours))), "{field}: {told:?}");
    }
}

#[test]
fn an_answer_that_one_side_deleted_and_the_other_changed_is_a_clash() {
    let (base, mut ours) = (skovby(), skovby());
    let mut theirs = skovby();
    ours.activities.remove(&activity_id("61"));
    theirs.activities.get_mut(&activity_id("61")).unwrap().note = Some("Ny".to_owned());
    let (merged, clashes) = merge_branches(Some(&base), &ours, &theirs, Branch::Ours);
    assert_eq!(merged, ours);
    assert_eq!(clashes[0].field, "activities");
    assert_eq!([&clashes[0].ours, &clashes[0].theirs], [&value(""), &BranchValue::Answers]);
}

/// No red may be hidden by taking "not relevant" from one side and the figures from the other.
#[test]
fn answers_that_the_other_side_shut_out_or_accepted_are_a_clash() {
    let kl = method("kl-4x4");
    let base = support::answer(kl).threat("T08", 2).build();
    let raised = support::answer(kl).threat("T08", 4).build();
    let irrelevant = support::answer(kl).threat("T08", 2).not_relevant("T08", "Nej").build();
    let not_ours = ActivityAnswer { status: Status::NotApplicable, ..base.clone() };
    let acceptance = risiko::domain::Acceptance {
        by: "Ida".to_owned(),
        role: "Direktør".to_owned(),
        on: "2026-11-01".parse().unwrap(),
        until: None,
        current: None,
        residual: None,
        digest: "sha256:0".to_owned(),
    };
    let accepted = ActivityAnswer { acceptance: Some(acceptance), ..base.clone() };
    for (shut, field) in
        [(irrelevant, "not-relevant"), (not_ours, "status"), (accepted, "acceptance")]
    {
        let (base, raised, shut) = (only(base.clone()), only(raised.clone()), only(shut));
        let (_, clashes) = merge_branches(Some(&base), &raised, &shut, Branch::Ours);
        let fields: Vec<&str> = clashes.iter().map(|clash| clash.field.as_str()).collect();
        assert_eq!(fields, [field]);
        assert_eq!(clashes[0].ours, BranchValue::Answers);
    }
}

#[test]
fn figures_of_two_methods_are_not_mixed() {
    let kl = method("kl-4x4");
    let base = only(support::answer(kl).direct(2).build());
    let ours = only(support::answer(kl).direct(3).build());
    let mut theirs = base.clone();
    theirs.method = MethodRef { id: MethodId::parse("herning-4x4").unwrap(), version: 1 };
    let (merged, clashes) = merge_branches(Some(&base), &ours, &theirs, Branch::Ours);
    assert_eq!(merged, ours);
    assert_eq!(clashes[0].field, "method");
    // Where the other side answered nothing meanwhile, the new method is taken.
    assert_eq!(merge_branches(Some(&base), &base, &theirs, Branch::Ours), (theirs, vec![]));
}

#[test]
fn a_starting_figure_that_nobody_confirmed_yields_where_both_added_the_file() {
    let untouched = skovby();
    let mut confirmed = skovby();
    let answers = confirmed.activities.values_mut();
    let figures = answers.flat_map(|answer| answer.consequences.figures.values_mut());
    figures.for_each(|figure| figure.origin = risiko::domain::Origin::Own);
    for (ours, theirs) in [(&untouched, &confirmed), (&confirmed, &untouched)] {
        let merged = merge_branches(None, ours, theirs, Branch::Ours);
        assert_eq!(merged, (confirmed.clone(), vec![]));
    }
}

#[test]
fn sheets_stand_in_the_order_of_whoever_moved_them() {
    let with = |names: &[&str]| {
        let sheet = |name: &&str| OwnSheet { name: (*name).to_owned(), ..OwnSheet::default() };
        Assessment { own_sheets: names.iter().map(sheet).collect(), ..skovby() }
    };
    let (base, ours, theirs) = (with(&["A", "B"]), with(&["A", "B"]), with(&["C", "B", "A"]));
    let (merged, _) = merge_branches(Some(&base), &ours, &theirs, Branch::Ours);
    assert_eq!(merged, theirs);
    let ours = with(&["A", "B", "D"]);
    let (merged, _) = merge_branches(Some(&base), &ours, &theirs, Branch::Ours);
    assert_eq!(merged, with(&["A", "B", "D", "C"]));
}

// The command.

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_filled(&tests_folder("checks/CMP004-flettekonflikt"), folder.path());
    folder
}

fn merge(folder: &Path, more: &str) -> Said {
    let command = format!("merge-driver foer.risiko.yml vores.risiko.yml deres.risiko.yml {more}");
    run(folder, &words(&command), None)
}

fn text(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

#[test]
fn a_conflict_leaves_ours_with_everything_else_merged_and_readable() {
    let folder = folder();
    let said = merge(folder.path(), "skovby.risiko.yml");
    assert_eq!(said.code, 1, "{}", said.stderr);
    let merged = text(folder.path(), "vores.risiko.yml");
    assert!(
        merged.contains("likelihood: 2\n") && merged.contains("owner: Ældrechefen"),
        "{merged}"
    );
    let line = merged.lines().position(|line| line.contains("id: T08")).unwrap() + 1;
    assert!(said.stderr.contains(&format!("trussel T08, linje {line}")), "{}", said.stderr);
    assert_eq!(run(folder.path(), &words("list vores.risiko.yml"), None).code, 0);
}

#[test]
fn prefer_settles_every_conflict() {
    for (side, likelihood) in [("ours", 2), ("theirs", 4)] {
        let folder = folder();
        let said = merge(folder.path(), &format!("--prefer {side}"));
        assert_eq!((said.code, said.stderr.contains("1 konflikt afgjort")), (0, true));
        let merged = text(folder.path(), "vores.risiko.yml");
        assert!(merged.contains(&format!("likelihood: {likelihood}\n")), "{merged}");
    }
}

#[test]
fn both_may_have_added_the_file() {
    for base in [Some(""), None] {
        let folder = folder();
        match base {
            Some(text) => fs::write(folder.path().join("foer.risiko.yml"), text).unwrap(),
            None => fs::remove_file(folder.path().join("foer.risiko.yml")).unwrap(),
        }
        let said = merge(folder.path(), "");
        assert_eq!(said.code, 1);
        assert_eq!(said.stderr.matches("CMP004 ").count(), 3, "{}", said.stderr);
    }
}

#[test]
fn what_cannot_be_read_or_has_comments_leaves_ours_as_it_is() {
    let comment = |file: &'static str| (file, "activities:", "# egen kommentar\nactivities:");
    let broken = |file: &'static str| (file, "likelihood:", "likelihod:");
    for ((file, from, to), code) in [
        (comment("vores.risiko.yml"), "YML008"),
        (comment("deres.risiko.yml"), "YML008"),
        (broken("foer.risiko.yml"), "YML002"),
        (broken("vores.risiko.yml"), "YML002"),
        (broken("deres.risiko.yml"), "YML002"),
    ] {
        let folder = folder();
        replace(&folder.path().join(file), from, to);
        let before = text(folder.path(), "vores.risiko.yml");
        let said = merge(folder.path(), "skovby.risiko.yml");
        assert_eq!(said.code, 2, "{}", said.stderr);
        assert!(said.stderr.contains(code) && said.stderr.contains("--> skovby.risiko.yml ("));
        assert_eq!(text(folder.path(), "vores.risiko.yml"), before);
        if code == "YML008" {
            assert_eq!(merge(folder.path(), "--force --prefer ours").code, 0);
        }
    }
}

#[test]
fn everything_wrong_with_the_three_versions_is_said_in_one_run() {
    let folder = folder();
    for file in ["foer.risiko.yml", "vores.risiko.yml", "deres.risiko.yml"] {
        replace(&folder.path().join(file), "likelihood:", "likelihod:");
    }
    let said = merge(folder.path(), "");
    let sides = ["(før grenene skiltes)", "(vores)", "(deres)"];
    assert!(sides.iter().all(|side| said.stderr.contains(side)), "{}", said.stderr);
}

#[test]
fn a_file_with_comments_that_nothing_is_merged_into_stays_as_it_is() {
    let folder = folder();
    fs::copy(folder.path().join("foer.risiko.yml"), folder.path().join("deres.risiko.yml"))
        .unwrap();
    let ours = folder.path().join("vores.risiko.yml");
    replace(&ours, "activities:", "# egen kommentar\nactivities:");
    let before = fs::read(&ours).unwrap();
    assert_eq!(merge(folder.path(), "").code, 0);
    assert_eq!(fs::read(&ours).unwrap(), before);
}

// In git.

/// Runs git deaf to the configuration of whoever runs the tests.
fn git(folder: &Path, arguments: &[&str]) -> Output {
    let identity = ["-c", "user.name=Ida", "-c", "user.email=ida@skovby.example"];
    Command::new("git")
        .args(identity)
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("NO_COLOR", "1")
        .env_remove("RISIKO_LANG")
        .output()
        .unwrap()
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = git(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}\n{said}");
    String::from_utf8(output.stdout).unwrap()
}

/// A repository with Skovby's assessment in a folder, and the README's configuration.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    done(root, &["init", "--quiet", "--initial-branch=main"]);
    let program = env!("CARGO_BIN_EXE_risiko");
    let driver = format!("'{program}' merge-driver %O %A %B %P");
    done(root, &["config", "merge.risiko.driver", &driver]);
    let textconv = format!("'{program}' diff --textconv");
    done(root, &["config", "diff.risiko.textconv", &textconv]);
    fs::write(root.join(".gitattributes"), "*.risiko.yml diff=risiko merge=risiko\n").unwrap();
    fs::write(root.join(".gitignore"), "*.risiko*.log\n").unwrap();
    fs::create_dir(root.join("person data")).unwrap();
    fs::write(root.join(FILE), format_assessment(&skovby()).unwrap()).unwrap();
    commit(root, "Ny vurdering");
    folder
}

/// Git quotes the place; it may have blanks and Danish letters.
const FILE: &str = "person data/søby.risiko.yml";

fn commit(root: &Path, message: &str) {
    done(root, &["add", "--all"]);
    done(root, &["commit", "--quiet", "--message", message]);
}

fn assess(root: &Path, what: &str) {
    let said = run(root, &words(&format!("assess \"{FILE}\" {what}")), None);
    assert_eq!(said.code, 0, "{what}\n{}", said.stderr);
}

/// Two branches from main, each with its assessments; the first is checked out.
fn branches(root: &Path, [ours, theirs]: [&str; 2]) {
    for (branch, what) in [("theirs", theirs), ("ours", ours)] {
        done(root, &["checkout", "--quiet", "-b", branch, "main"]);
        assess(root, what);
        commit(root, what);
    }
}

#[test]
fn git_merges_what_two_branches_answered_about_the_same_activity() {
    let repository = repository();
    let root = repository.path();
    branches(
        root,
        ["61 --threat T08 --likelihood 3", "61 --threat T13 --likelihood 2 --owner Ida"],
    );
    done(root, &["merge", "--quiet", "--no-edit", "theirs"]);
    let merged = text(root, FILE);
    for part in ["id: T08\n", "id: T13\n", "owner: Ida\n"] {
        assert!(merged.contains(part), "{merged}");
    }
    assert_eq!(done(root, &["status", "--porcelain"]), "");
}

#[test]
fn nothing_that_the_program_leaves_beside_an_assessment_is_offered_to_git() {
    let repository = repository();
    let root = repository.path();
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let ignored = readme
        .lines()
        .filter_map(|line| line.strip_prefix("echo '")?.strip_suffix("' >> .gitignore"));
    fs::write(root.join(".gitignore"), ignored.collect::<Vec<_>>().join("\n")).unwrap();
    commit(root, "Som i README");
    assess(root, "61 --threat T08 --likelihood 3");
    assess(root, "61 --threat T08 --likelihood 2 --blind Anna");
    let untracked = done(root, &["status", "--porcelain", "--untracked-files=all"]);
    let untracked: Vec<&str> = untracked.lines().filter(|line| line.starts_with("??")).collect();
    assert_eq!(untracked.len(), 1, "only Anna's answers: {untracked:?}");
}

#[test]
fn git_leaves_a_conflict_to_people_in_a_file_that_can_be_read() {
    let repository = repository();
    let root = repository.path();
    branches(
        root,
        ["61 --threat T08 --likelihood 3", "61 --threat T08 --likelihood 2 --owner Ida"],
    );
    let output = git(root, &["merge", "--no-edit", "theirs"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    for part in ["CMP004", FILE, "aktivitet 61, trussel T08", "\"3\"", "\"2\""] {
        assert!(said.contains(part), "{said}");
    }
    assert!(done(root, &["status", "--porcelain"]).starts_with("UU "));
    assert!(text(root, FILE).contains("owner: Ida\n"));
    assess(root, "61 --threat T08 --likelihood 2");
    commit(root, "Flettet");
    assert_eq!(done(root, &["status", "--porcelain"]), "");
}

/// git merges the local catalogue, too, but not before it calls us.
#[test]
fn git_merges_answers_about_an_activity_that_only_the_other_branch_has() {
    let repository = repository();
    let root = repository.path();
    done(root, &["checkout", "--quiet", "-b", "theirs"]);
    fs::create_dir(root.join("person data/catalog")).unwrap();
    let local = fs::read_to_string(tests_folder("schemas/local.yml")).unwrap();
    fs::write(root.join("person data/catalog/local.yml"), local).unwrap();
    assess(root, "X01 --owner Ida");
    commit(root, "Egen aktivitet");
    done(root, &["checkout", "--quiet", "-b", "ours", "main"]);
    assess(root, "61 --owner Bo");
    commit(root, "Bo");
    // What is not there yet cannot be looked up by textconv, either.
    let shown = done(root, &["diff", "ours", "theirs", "--", FILE]);
    assert!(shown.contains("X01") && shown.contains("-61"), "{shown}");
    done(root, &["merge", "--quiet", "--no-edit", "theirs"]);
    let merged = text(root, FILE);
    assert!(merged.contains("id: X01\n") && merged.contains("owner: Bo\n"), "{merged}");
    assert_eq!(run(root, &words(&format!("list \"{FILE}\"")), None).code, 0);
}

#[test]
fn git_diff_shows_lines_that_say_what_they_are_about() {
    let repository = repository();
    let root = repository.path();
    branches(root, ["61 --threat T08 --likelihood 3", "74 --owner Ida"]);
    let shown = done(root, &["diff", "main", "ours", "--", FILE]);
    let added: Vec<&str> = shown.lines().filter(|line| line.starts_with("+61")).collect();
    assert!(added.iter().any(|line| line.contains("T08")), "{shown}");
    assert!(!shown.contains("likelihood: 3"), "{shown}");
}

#[test]
fn git_shows_every_file_beside_workbooks_and_versions_that_are_no_assessments() {
    let repository = repository();
    let root = repository.path();
    let attributes = text(root, ".gitattributes") + "*.xlsx diff=risiko\n";
    fs::write(root.join(".gitattributes"), attributes).unwrap();
    fs::write(root.join("budget.xlsx"), b"PK\x03\x04 none of ours").unwrap();
    fs::write(root.join("a.risiko.yml"), "risiko: 1\nround: halv\n").unwrap();
    fs::write(root.join("z.txt"), "last\n").unwrap();
    commit(root, "Andre filer");
    let shown = done(root, &["log", "-p", "-1"]);
    let digest = "+Kendetegn: sha256:";
    for part in ["+Kan ikke vises som en vurdering: ", digest, "+round: halv", "+last"] {
        assert!(shown.contains(part), "{part} is missing from\n{shown}");
    }
    fs::write(root.join("budget.xlsx"), b"PK\x03\x04 none of ours either").unwrap();
    let changed = done(root, &["diff"]);
    assert!(changed.contains("-Størrelse: 17 byte"), "{changed}");
    assert!(changed.contains(digest), "{changed}");
}

#[test]
fn a_branch_that_alone_moved_to_another_method_is_taken_whole() {
    let base = skovby();
    let mut other = base.clone();
    let of = |id: &str| MethodRef { id: MethodId::parse(id).unwrap(), version: 1 };
    other.method = of("standard-4x4");
    other.round = "2027".to_owned();
    let merged = |ours: &Assessment, theirs: &Assessment| {
        let (merged, clashes) = merge_branches(Some(&base), ours, theirs, Branch::Ours);
        (merged, clashes.len())
    };
    assert_eq!(merged(&base, &other), (other.clone(), 0));
    assert_eq!(merged(&other, &base), (other.clone(), 0));
    assert_eq!(merged(&other, &other), (other.clone(), 0));
    // Both moved, to different methods: figures of the two are never mixed.
    let mut third = base.clone();
    third.method = of("herning-4x4");
    third.round = "2028".to_owned();
    let note = |assessment: &mut Assessment, id: &str| {
        let answer = assessment.activities.entry(activity_id(id)).or_default();
        answer.note = Some("Drøftet".to_owned());
    };
    note(&mut other, "61");
    note(&mut third, "74");
    let (both, clashes) = merged(&other, &third);
    assert!(clashes > 0);
    assert!(both == other || both == third, "{:?} {:?}", both.method, both.round);
}

#[test]
fn what_one_branch_says_does_not_apply_and_the_other_rated_is_a_clash() {
    let id = activity_id("61");
    let answered = || {
        let answer = support::answer(method("kl-4x4"));
        let answer = answer.consequence(Dimension::Confidentiality, 3).direct(2).threat("T08", 2);
        only(answer.build())
    };
    let base = answered();
    let with = |change: &dyn Fn(&mut ActivityAnswer)| {
        let mut changed = base.clone();
        change(changed.activities.get_mut(&id).unwrap());
        changed
    };
    let shut = with(&|answer| answer.status = Status::NotApplicable);
    let method = method("kl-4x4");
    let level = || support::likelihood(method, 4);
    let clashes =
        |other: &Assessment| merge_branches(Some(&base), &shut, other, Branch::Ours).1.len();
    assert_eq!(clashes(&with(&|answer| answer.note = Some("Drøftet".to_owned()))), 0);
    assert_eq!(clashes(&with(&|answer| answer.direct.likelihood = Some(level()).into())), 1);
    assert_eq!(
        clashes(&with(&|answer| {
            answer.threats.get_mut(&threat_id("T08")).unwrap().risk.likelihood =
                Some(level()).into();
        })),
        1
    );
    assert_eq!(clashes(&with(&|answer| answer.consequences.figures.clear())), 1);
}
