//! The workbench on a screen of text: golden screens in both languages at three sizes, what keys do,
//! and any keys at all.
//!
//! `RISIKO_BLESS=1 cargo test --test workbench` rewrites `tests/screens`; read the difference.
//! `cargo test --test workbench -- --ignored` is the long run of keys.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{RngSeed, TestRunner};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use risiko::domain::{
    Assessment, Date, Dimension, Meeting, MeetingItem, Others, Perspective, Rating, Spread, Status,
    Timestamp, Treatment,
};
use risiko::engine::{Clash, Scope, figures_of, in_order_for_review, overview};
use risiko::finding::BranchValue;
use risiko::store::{format_assessment, format_meeting, parse_assessment, parse_meeting};
use risiko::text::Lang;
use risiko::text::workbench::{action, action_in_full};
use risiko::workbench::{Action, Effect, Key, Keymap, Opening, Workbench, draw};
use support::console::{is_blessing, tests_folder};
use support::{activity_id, assessment, catalogue, method, threat_id};

fn opened(lang: Lang, at: Option<&str>) -> Workbench {
    let mut whole = assessment(catalogue(), method("kl-4x4"));
    let answer = whole.activities.get_mut(&activity_id("30")).unwrap();
    answer.status = Status::NotApplicable;
    answer.status_reason = Some("Havnen drives af et selskab".to_owned());
    let mut last = whole.clone();
    last.round = "2025".to_owned();
    last.as_of = Date::constant(2025, 11, 1);
    last.activities.get_mut(&activity_id("74")).unwrap().owner = Some("Familiechefen".to_owned());
    let at = at.map(activity_id);
    Workbench::new(Opening {
        at,
        earlier: vec![last],
        others: Some(others()),
        ..opening(whole, lang)
    })
}

/// What twelve municipalities chose; some of it withheld.
fn others() -> Others {
    let spread = Spread {
        assessed: 9,
        bands: vec![Some(0), Some(3), Some(6), None, None],
        likelihoods: vec![Some(3), Some(6), Some(0), Some(0)],
        consequences: Vec::new(),
    };
    Others {
        municipalities: 12,
        method: method("kl-4x4").id.clone(),
        method_version: method("kl-4x4").version,
        activities: [(activity_id("74"), spread)].into(),
    }
}

fn opening(assessment: Assessment, lang: Lang) -> Opening {
    Opening {
        assessment,
        earlier: Vec::new(),
        others: None,
        catalogue: catalogue().clone(),
        method: method("kl-4x4").clone(),
        lang,
        today: Date::constant(2026, 11, 26),
        by: "Anna".to_owned(),
        at: None,
        keys: Keymap::default(),
        is_plain: false,
    }
}

/// Minutes behind nine in the morning of the day of the meeting.
fn at(minutes: i64) -> Timestamp {
    let nine: Timestamp = "2026-11-26T08:00:00Z".parse().unwrap();
    Timestamp::from_second(nine.as_second() + minutes * 60).unwrap()
}

/// A meeting about three activities.
fn in_meeting(lang: Lang) -> Workbench {
    let mut workbench = opened(lang, None);
    let assessment = workbench.assessment().clone();
    let mut meeting = Meeting::new(&assessment, Date::constant(2026, 11, 26), at(0));
    let perspectives = &assessment.perspectives;
    let scope = Scope { catalogue: catalogue(), method: method("kl-4x4"), perspectives };
    for id in ["74", "61", "75"] {
        let before = figures_of(&assessment.activities[&activity_id(id)], scope);
        meeting.items.push(MeetingItem::new(activity_id(id), before, false));
    }
    meeting.present = vec!["Mette (DPO)".to_owned(), "Jens".to_owned()];
    workbench.hold(meeting, at(0));
    workbench.minutes_kept(None);
    workbench
}

/// Presses keys as `Keys` writes them: characters for themselves, names in angle brackets.
fn press(workbench: &mut Workbench, keys: &str) {
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|named| named.split_once('>'));
        let key = match named {
            Some((name, behind)) => {
                rest = behind;
                match name {
                    "enter" => Key::Enter,
                    "esc" => Key::Esc,
                    "tab" => Key::Tab,
                    "up" => Key::Up,
                    "down" => Key::Down,
                    "right" => Key::Right,
                    "del" => Key::Delete,
                    "redo" => Key::Ctrl('r'),
                    other => panic!("{other}"),
                }
            }
            None => {
                rest = &rest[c.len_utf8()..];
                Key::Char(c)
            }
        };
        if let Effect::Keep(kept) = workbench.press(key) {
            workbench.kept(*kept, None);
        }
    }
}

fn screen(workbench: &Workbench, (width, height): (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(workbench, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let line = |y: u16| {
        let line: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
        line.trim_end().to_owned() + "\n"
    };
    (0..height).map(line).collect()
}

/// Keys, and the name of the screen that they lead to.
const SCREENS: [(&str, &str); 10] = [
    ("liste", ""),
    ("aktivitet", "/74<enter><enter><down>3<down>4"),
    ("trusler", "/74<enter>t3rTo breve i år<enter><right>2"),
    ("billede", "/74<enter>t3<tab>"),
    ("begrundelse", "/74<enter>t3rEn lang begrundelse om breve"),
    (
        "handlinger",
        "/74<enter>t3b4<enter>Kontrol før afsendelse<enter>Børnechefen<enter>1.3.2027<enter>",
    ),
    ("foranstaltninger", "/74<enter>tm "),
    ("hjaelp", "?"),
    ("sidste-runde", "/74<enter>c"),
    ("sammenstoed", "/74<enter><enter>"),
];

/// What somebody else wrote at the same time in two fields.
fn clashes() -> Vec<Clash> {
    let value = |text: &str| BranchValue::Value(text.to_owned());
    let clash = |threat: Option<&str>, field: &str, [ours, theirs]: [&str; 2]| Clash {
        activity: Some(activity_id("74")),
        threat: threat.map(threat_id),
        field: field.to_owned(),
        base: value(""),
        ours: value(ours),
        theirs: value(theirs),
    };
    vec![
        clash(None, "owner", ["Familiechefen", "Direktøren"]),
        clash(Some("T01"), "treatment", ["mitigate", "accept"]),
        clash(None, "consequence.data-subject.integrity", ["1 (own)", "not-applicable (kl)"]),
        clash(Some("T01"), "residual.likelihood", ["2", ""]),
    ]
}

#[test]
fn where_others_wrote_something_else_people_choose_what_stands() {
    let mut workbench = opened(Lang::Da, Some("74"));
    workbench.clashed(clashes());
    assert_eq!(workbench.press(Key::Char('2')), Effect::None);
    assert_eq!(workbench.press(Key::Down), Effect::None);
    let Effect::TakeTheirs(fields) = workbench.press(Key::Enter) else { panic!() };
    assert_eq!(fields, clashes()[..1]);
    // Whoever chooses nothing keeps their own, which stands in the file already.
    for keys in [&[Key::Enter][..], &[Key::Char('2'), Key::Char('1'), Key::Enter], &[Key::Esc]] {
        workbench.clashed(clashes());
        let effects: Vec<Effect> = keys.iter().map(|key| workbench.press(*key)).collect();
        assert!(effects.iter().all(|effect| *effect == Effect::None));
    }
}

#[test]
fn a_slip_in_the_search_finds_what_resembles_it_and_says_so() {
    let mut workbench = opened(Lang::Da, None);
    press(&mut workbench, "/anbirngelse");
    let shown = screen(&workbench, (80, 24));
    assert!(
        shown.contains("ligner \"anbirngelse\"") && shown.contains("Anbringelse af"),
        "{shown}"
    );
    press(&mut workbench, "<esc>/anbringelse");
    assert!(!screen(&workbench, (80, 24)).contains("ligner"));
}

#[test]
fn below_stands_since_when_a_figure_is_as_it_is() {
    let now = assessment(catalogue(), method("kl-4x4"));
    let round = |year: u16, level: Option<u8>| {
        let mut round = now.clone();
        round.round = year.to_string();
        round.as_of = format!("{year}-11-01").parse().unwrap();
        if let Some(level) = level {
            let key = (Perspective::DataSubject, Dimension::Confidentiality);
            let answer = round.activities.get_mut(&activity_id("74")).unwrap();
            answer.consequences.figures.get_mut(&key).unwrap().rating =
                Rating::Rated(method("kl-4x4").consequence.level(level).unwrap());
        }
        round
    };
    let with = |earlier: Vec<Assessment>| {
        let mut workbench = Workbench::new(Opening { earlier, ..opening(now.clone(), Lang::Da) });
        press(&mut workbench, "/74<enter><enter><down>");
        screen(&workbench, (120, 40))
    };
    let since = with(vec![round(2023, None), round(2025, None), round(2022, Some(1))]);
    assert!(since.contains("betyder her · uændret siden 2023"), "{since}");
    assert!(with(vec![round(2025, Some(1))]).contains("betyder her · i 2025: 1"));
    assert!(with(Vec::new()).contains("betyder her ─"));
}

#[test]
fn a_comparison_by_another_method_shows_no_levels() {
    let now = assessment(catalogue(), method("kl-4x4"));
    let mut other = others();
    other.method_version = 9;
    let others = Some(other);
    let mut workbench = Workbench::new(Opening { others, ..opening(now, Lang::Da) });
    press(&mut workbench, "/74<enter><enter><tab>");
    let shown = screen(&workbench, (120, 40));
    assert!(shown.contains("en anden metode") && !shown.contains("Sandsynlighed –"), "{shown}");
}

#[test]
fn a_simple_terminal_gets_only_letters_and_plain_signs() {
    for (_, keys) in SCREENS {
        for lang in [Lang::Da, Lang::En] {
            let whole = assessment(catalogue(), method("kl-4x4"));
            let plain = Opening { is_plain: true, others: Some(others()), ..opening(whole, lang) };
            let mut workbench = Workbench::new(plain);
            press(&mut workbench, keys);
            workbench.clashed(clashes());
            let shown = screen(&workbench, (200, 60));
            let other = shown.chars().find(|c| !c.is_ascii() && !c.is_alphabetic());
            assert_eq!(other, None, "{shown}");
        }
    }
}

#[test]
fn keys_of_ones_own_are_shown_and_the_usual_ones_for_it_do_nothing() {
    let mut keys = Keymap::default();
    keys.bind(Action::Undo, vec![Key::F(2)]);
    let whole = assessment(catalogue(), method("kl-4x4"));
    let mut workbench = Workbench::new(Opening { keys, ..opening(whole.clone(), Lang::Da) });
    press(&mut workbench, "/74<enter><enter>t3u");
    assert_ne!(*workbench.assessment(), whole);
    assert!(screen(&workbench, (120, 40)).contains("F2 fortryd"));
    let Effect::Keep(kept) = workbench.press(Key::F(2)) else { panic!() };
    assert_eq!(*kept, whole);
}

#[test]
fn a_text_goes_to_the_users_own_editor_and_comes_back() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "t3rEn grund");
    assert_eq!(workbench.press(Key::Ctrl('o')), Effect::Edit("En grund".to_owned()));
    workbench.edited(None, Some("Skriveprogrammet gik galt".to_owned()));
    let shown = screen(&workbench, (120, 40));
    assert!(shown.contains("En grund") && shown.contains("gik galt"));
    workbench.edited(Some("En bedre grund\npå to linjer".to_owned()), None);
    press(&mut workbench, "<enter>");
    let kept = format_assessment(workbench.assessment()).unwrap();
    assert!(kept.contains("En bedre grund"));
}

#[test]
fn a_clash_waits_until_what_is_being_written_is_done() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "t3rEn grund");
    workbench.clashed(clashes());
    assert!(screen(&workbench, (120, 40)).contains("En grund"));
    press(&mut workbench, "<enter>");
    assert!(screen(&workbench, (120, 40)).contains("Direktøren"));
}

/// The screen of that name, where it is not as it was; `RISIKO_BLESS` writes it anew.
fn not_as_before(name: &str, shown: &str) -> Option<String> {
    let file = format!("screens/{name}.txt");
    let path = tests_folder(&file);
    if is_blessing() {
        fs::write(&path, shown).unwrap();
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    (before != shown).then(|| format!("{file}\n{shown}"))
}

#[test]
fn every_pane_looks_as_it_did_when_somebody_looked_at_it() {
    let mut wrong = Vec::new();
    for (name, keys) in SCREENS {
        for (lang, word) in [(Lang::Da, "da"), (Lang::En, "en")] {
            for size in [(80, 24), (120, 40), (200, 60)] {
                let mut workbench = opened(lang, None);
                press(&mut workbench, keys);
                if name == "sammenstoed" {
                    workbench.clashed(clashes());
                }
                let shown = screen(&workbench, size);
                wrong
                    .extend(not_as_before(&format!("{name}-{}x{}-{word}", size.0, size.1), &shown));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Keys at a meeting, and the name of the screen that they lead to.
const AT_A_MEETING: [(&str, &str); 4] = [
    ("moede", "<down>3dSikker mail inden 1. marts<enter>oHvem ejer postkassen?<enter>"),
    ("moede-dagsorden", "v.oHvem?<enter>.<esc>"),
    ("moede-beslutning", "dVi lukker postkassen"),
    ("moede-til-stede", "p, Åse"),
];

#[test]
fn a_meeting_looks_as_it_did_when_somebody_looked_at_it() {
    let mut wrong = Vec::new();
    for (name, keys) in AT_A_MEETING {
        for (lang, word) in [(Lang::Da, "da"), (Lang::En, "en")] {
            for size in [(80, 24), (120, 40), (200, 60)] {
                let mut workbench = in_meeting(lang);
                press(&mut workbench, keys);
                workbench.minutes_kept(None);
                let shown = screen(&workbench, size);
                wrong
                    .extend(not_as_before(&format!("{name}-{}x{}-{word}", size.0, size.1), &shown));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_meeting_follows_its_agenda_and_says_nothing_of_pace_before_it_can() {
    let mut workbench = in_meeting(Lang::Da);
    let title =
        |workbench: &Workbench| screen(workbench, (120, 40)).lines().next().unwrap().to_owned();
    assert!(title(&workbench).contains("0 af 3 behandlet ·"));
    workbench.tell_time(at(4));
    press(&mut workbench, "v.");
    workbench.tell_time(at(8));
    press(&mut workbench, "dVi venter<enter>.");
    assert!(title(&workbench).contains("2 af 3 behandlet ·"));
    workbench.tell_time(at(12));
    press(&mut workbench, "v");
    assert!(title(&workbench).contains("3 af 3 behandlet, ca. 15 pr. time ·"));
    press(&mut workbench, ".");
    assert!(screen(&workbench, (80, 24)).contains("Dagsordenen er behandlet til ende"));
    press(&mut workbench, "v,,,");
    assert!(screen(&workbench, (80, 24)).contains("Det er det første punkt"));
    assert!(title(&workbench).contains("2 af 3 behandlet"));
}

#[test]
fn minutes_keep_how_an_activity_stood_before_and_how_it_was_left() {
    let mut workbench = in_meeting(Lang::Da);
    let item = |workbench: &Workbench, id: &str| {
        workbench.minutes().unwrap().item(&activity_id(id)).cloned()
    };
    press(&mut workbench, "<down>3<down>3<down>3t4s");
    let assessed = item(&workbench, "74").unwrap();
    assert_eq!(assessed.after.unwrap().status, Status::Assessed);
    assert!(assessed.treated.is_some() && assessed.before != assessed.after.unwrap());
    assert!(workbench.unkept_minutes().is_some());
    press(&mut workbench, "u");
    assert!(item(&workbench, "74").unwrap().treated.is_none());
    // What is not on the agenda is kept behind it, and does not count.
    press(&mut workbench, "f/76<enter><enter>dOgså den<enter>");
    let extra = item(&workbench, "76").unwrap();
    assert!(extra.is_extra && extra.decision == "Også den");
    assert_eq!(workbench.minutes().unwrap().progress(), (0, 3));
}

#[test]
fn what_was_assessed_earlier_and_is_looked_at_again_stays_assessed() {
    let mut workbench = in_meeting(Lang::Da);
    let status =
        |workbench: &Workbench| workbench.assessment().activities[&activity_id("74")].status;
    press(&mut workbench, "t3sv");
    assert_eq!(status(&workbench), Status::Assessed);
    assert_eq!(workbench.minutes().unwrap().progress(), (0, 3));
    press(&mut workbench, "s");
    assert_eq!(status(&workbench), Status::Assessed);
    assert_eq!(workbench.minutes().unwrap().progress(), (1, 3));
    press(&mut workbench, "s");
    assert_eq!(status(&workbench), Status::InProgress);
    assert_eq!(workbench.minutes().unwrap().progress(), (0, 3));
}

#[test]
fn a_meeting_looks_again_at_the_worst_then_the_overdue_then_the_oldest() {
    let mut whole = opened(Lang::Da, None).assessment().clone();
    whole.activities.retain(|id, _| ["30", "61", "74", "75", "76", "77"].contains(&id.as_str()));
    let mut set =
        |id: &str, status, likelihood: Option<u8>, on: Option<Date>, due: Option<Date>| {
            let answer = whole.activities.get_mut(&activity_id(id)).unwrap();
            (answer.status, answer.assessed.on, answer.review_by) = (status, on, due);
            let level = likelihood.and_then(|number| method("kl-4x4").likelihood.level(number));
            answer.direct.likelihood = level.map_or(Rating::NotRated, Rating::Rated);
        };
    let day = |month| Some(Date::constant(2026, month, 1));
    set("74", Status::Assessed, Some(1), day(3), None);
    set("75", Status::Assessed, Some(1), day(2), None);
    set("76", Status::Assessed, Some(1), day(9), day(10));
    set("77", Status::InProgress, Some(4), None, None);
    set("61", Status::NotStarted, None, None, None);
    let perspectives = whole.perspectives.clone();
    let scope =
        Scope { catalogue: catalogue(), method: method("kl-4x4"), perspectives: &perspectives };
    let today = Date::constant(2026, 11, 26);
    let ids: Vec<_> = whole.activities.keys().cloned().collect();
    let order = in_order_for_review(ids.iter().rev().cloned(), &whole, scope, today);
    let order: Vec<&str> = order.iter().map(|id| id.as_str()).collect();
    assert_eq!(order, ["77", "76", "75", "74", "61"]);
}

#[test]
fn what_is_looked_at_and_left_changes_no_minutes() {
    let mut workbench = in_meeting(Lang::Da);
    press(&mut workbench, "..,d<enter>o<esc>p<esc>?<esc>LLf");
    assert!(workbench.unkept_minutes().is_none());
    let mut alone = opened(Lang::Da, Some("74"));
    press(&mut alone, "d");
    assert!(screen(&alone, (80, 24)).contains("start med --meeting"));
    assert!(alone.minutes().is_none());
}

#[test]
fn any_keys_at_a_meeting_leave_minutes_that_can_be_read() {
    let config = ProptestConfig { rng_seed: RngSeed::Fixed(2027), ..ProptestConfig::default() };
    let mut runner = TestRunner::new(config);
    let mut workbench = in_meeting(Lang::Da);
    for number in 0..2_000_usize {
        workbench.tell_time(at(i64::try_from(number / 10).unwrap()));
        let key = prop_oneof![3 => key(), 1 => prop::sample::select(".,dovp".chars().collect::<Vec<_>>())
            .prop_map(Key::Char)];
        if let Effect::Keep(kept) = workbench.press(key.new_tree(&mut runner).unwrap().current()) {
            workbench.kept(*kept, None);
        }
        if let Some(meeting) = workbench.unkept_minutes().cloned() {
            let text = format_meeting(&meeting).unwrap();
            let read = parse_meeting("m.yml", &text, catalogue(), method("kl-4x4"));
            assert_eq!(read.unwrap().meeting, meeting, "{text}");
            workbench.minutes_kept(None);
        }
        if number % 50 == 0 {
            screen(&workbench, [(80, 24), (120, 40), (200, 60), (20, 5), (1, 1)][number / 50 % 5]);
        }
    }
}

#[test]
fn ten_activities_are_assessed_with_keys_alone() {
    let mut workbench = opened(Lang::Da, None);
    for _ in 0..10 {
        // The next open one, its three consequences, its first threat, and done.
        press(&mut workbench, "a<down>3<down>2<down>4t3rSet i fjor<enter>s");
    }
    let done = workbench.assessment().activities.values();
    let done: Vec<_> = done.filter(|answer| answer.status == Status::Assessed).collect();
    assert_eq!(done.len(), 10);
    for answer in done {
        assert_eq!(answer.assessed.by.as_deref(), Some("Anna"));
        assert!(answer.threats.values().any(|t| t.risk.reason.as_deref() == Some("Set i fjor")));
    }
    press(&mut workbench, &"u".repeat(200));
    assert_eq!(workbench.assessment(), opened(Lang::Da, None).assessment());
    press(&mut workbench, &"<redo>".repeat(200));
    let done = workbench.assessment().activities.values();
    assert_eq!(done.filter(|answer| answer.status == Status::Assessed).count(), 10);
}

#[test]
fn an_action_is_written_part_by_part_and_a_wrong_day_is_asked_for_again() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "t4b4<enter>Lås<enter>Chefen<enter>31.2.2027<enter>");
    assert!(screen(&workbench, (80, 24)).contains("Det er ikke en dato"));
    press(&mut workbench, "<esc><esc>");
    let answer = &workbench.assessment().activities[&activity_id("74")];
    let first = catalogue().activities[&activity_id("74")].threats[0].threat.clone();
    let risk = &answer.threats[&first].risk;
    assert_eq!(risk.treatment, Some(Treatment::Mitigate));
    assert_eq!((risk.actions[0].what.as_str(), risk.actions[0].deadline), ("Lås", None));
    press(&mut workbench, "b<up><del>");
    let answer = &workbench.assessment().activities[&activity_id("74")];
    assert!(answer.threats[&first].risk.actions.is_empty());
}

#[test]
fn a_reason_stays_when_its_level_is_set_anew_and_it_is_asked_whether_it_still_holds() {
    let mut workbench = opened(Lang::Da, Some("74"));
    let asks = |workbench: &Workbench, level: u8| {
        let shown = screen(workbench, (80, 24));
        shown.contains(&format!("Begrundelsen er skrevet til {level}. Passer den stadig? r: ret"))
    };
    press(&mut workbench, "t3rTo breve i 2025<enter>2");
    assert!(asks(&workbench, 3));
    press(&mut workbench, "1");
    assert!(asks(&workbench, 3));
    // Back at the level that it was written for there is nothing to ask.
    press(&mut workbench, "3");
    assert!(!asks(&workbench, 3));
    press(&mut workbench, "04");
    assert!(asks(&workbench, 3));
    let first = catalogue().activities[&activity_id("74")].threats[0].threat.clone();
    let answer = &workbench.assessment().activities[&activity_id("74")];
    assert_eq!(answer.threats[&first].risk.reason.as_deref(), Some("To breve i 2025"));
    // So do those of consequences.
    let mut other = opened(Lang::Da, Some("74"));
    press(&mut other, "<down>3rAdresser<enter>4");
    assert!(asks(&other, 3));
    let kept = format_assessment(other.assessment()).unwrap();
    assert!(kept.contains("reason: Adresser"), "{kept}");
}

#[test]
fn a_threat_that_is_relevant_again_counts_with_the_figures_that_it_had() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "t4rTo breve i 2025<enter>");
    let before = workbench.assessment().clone();
    press(&mut workbench, "nKan ikke ske<enter>");
    let without = workbench.assessment().clone();
    let scope = Scope {
        catalogue: catalogue(),
        method: method("kl-4x4"),
        perspectives: &before.perspectives,
    };
    let band = |whole: &Assessment| {
        let answer = &whole.activities[&activity_id("74")];
        figures_of(answer, scope).current
    };
    assert!(band(&before).is_some() && band(&without).is_none());
    press(&mut workbench, "n");
    assert_eq!(workbench.assessment(), &before);
    assert!(screen(&workbench, (80, 24)).contains("tæller med igen, med sandsynlighed 4"));
    // Where there is no likelihood, it is asked for, and nobody takes the activity for assessed.
    press(&mut workbench, "s<down>nKan ikke ske<enter>n");
    assert!(screen(&workbench, (80, 24)).contains("mangler en sandsynlighed"));
    let answer = &workbench.assessment().activities[&activity_id("74")];
    assert_eq!(answer.status, Status::InProgress);
}

#[test]
fn a_pasted_text_is_a_text_and_none_of_it_a_command() {
    let pasted = "Linje et\r\n1 sted: 4 breve\rsn";
    let mut workbench = opened(Lang::Da, Some("74"));
    let before = workbench.assessment().clone();
    press(&mut workbench, "t");
    workbench.paste(pasted);
    assert_eq!(workbench.assessment(), &before);
    assert!(screen(&workbench, (80, 24)).contains("Teksten er ikke sat ind"));
    press(&mut workbench, "3r");
    workbench.paste(pasted);
    press(&mut workbench, "<enter>");
    let first = catalogue().activities[&activity_id("74")].threats[0].threat.clone();
    let risk = |workbench: &Workbench| {
        workbench.assessment().activities[&activity_id("74")].threats[&first].risk.clone()
    };
    assert_eq!(risk(&workbench).reason.as_deref(), Some("Linje et\n1 sted: 4 breve\nsn"));
    // An action is one line, and so is what is looked for.
    press(&mut workbench, "b<enter>");
    workbench.paste("Lås\nskabet");
    press(&mut workbench, "<enter><esc><esc>/");
    assert_eq!(risk(&workbench).actions[0].what, "Lås skabet");
    workbench.paste("anbringelse\n4");
    assert!(screen(&workbench, (80, 24)).contains("\"anbringelse\""));
}

#[test]
fn every_key_that_works_here_is_on_the_screen_at_any_width() {
    for lang in [Lang::Da, Lang::En] {
        for keys in ["", "/74<enter><enter>"] {
            let mut workbench = opened(lang, None);
            press(&mut workbench, keys);
            for width in 60..220 {
                let shown = screen(&workbench, (width, 40));
                let quit = format!("q {}", action(lang, "quit"));
                assert!(shown.contains(&quit), "{width}\n{shown}");
            }
        }
    }
}

#[test]
fn what_a_level_means_is_told_in_full_and_with_its_example_where_rows_are_free() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "t3");
    let below = |workbench: &Workbench, size| {
        let shown = screen(workbench, size);
        shown.split_once("Hvad niveauerne betyder her").unwrap().1.to_owned()
    };
    let likelihood = &method("kl-4x4").likelihood;
    let set = likelihood.level(3).unwrap();
    let (_, level) = likelihood.levels().find(|(level, _)| *level == set).unwrap();
    let example = &level.meaning(Perspective::DataSubject).1[0];
    let begins: String = example.chars().take(40).collect();
    for size in [(120, 40), (200, 50)] {
        let shown = below(&workbench, size);
        assert!(!shown.lines().take(9).any(|line| line.ends_with('…')), "{shown}");
        assert!(shown.contains(&format!("fx 3: {begins}")), "{shown}");
    }
    // Where there is one row to spare, the level that is set has it.
    let shown = below(&workbench, (80, 24));
    let lines: Vec<&str> = shown.lines().filter(|line| line.ends_with('…')).collect();
    assert!(lines.len() == 3 && lines.iter().all(|line| !line.starts_with('3')), "{shown}");
}

#[test]
fn what_is_written_at_a_threat_is_marked_in_front_of_it_and_told_in_full_where_rows_are_free() {
    let mut workbench = opened(Lang::Da, Some("74"));
    let reason =
        "Brevene er sendt til den gamle adresse tre gange i år, og ingen opdagede det før klagen";
    let actions = "b4<enter>Kontrol før afsendelse<enter>Børnechefen<enter>1.3.2027<enter><esc>";
    press(&mut workbench, &format!("t3r{reason}<enter>m <enter>{actions}"));
    let first = catalogue().activities[&activity_id("74")].threats[0].threat.clone();
    for size in [(80, 24), (120, 40), (200, 50)] {
        let shown = screen(&workbench, size);
        assert!(shown.contains(&format!(" rmb {first} ")), "{shown}");
    }
    for size in [(120, 40), (200, 50)] {
        // Broken over lines of the pane.
        let shown = screen(&workbench, size);
        let pane = shown.lines().filter_map(|line| line.split('║').nth(1));
        let pane: Vec<&str> = pane.flat_map(str::split_whitespace).collect();
        let pane = pane.join(" ");
        assert!(pane.contains(reason), "{shown}");
        assert!(pane.contains("Kontrol før afsendelse (Børnechefen; 1. marts 2027)"), "{shown}");
    }
    // What the heads of the figures mean stands there as well, where it fits.
    assert!(screen(&workbench, (200, 50)).contains("S nu: sandsynlighed i dag."));
}

#[test]
fn what_is_longer_than_the_screen_says_so_and_can_be_moved_through_to_its_end() {
    let small = (80, 24);
    // What others chose and what is to be looked at stand below the matrix.
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "t4<tab>");
    let top = screen(&workbench, small);
    assert!(top.contains('↓') && !top.contains("Til sammenligning"), "{top}");
    press(&mut workbench, &"<down>".repeat(100));
    let end = screen(&workbench, small);
    assert!(end.contains("↑") && !end.contains('↓') && end.contains("Se på"), "{end}");
    // It stopped at the end, so one up is one up.
    press(&mut workbench, "<up>");
    assert_ne!(screen(&workbench, small), end);
    press(&mut workbench, "?");
    let help = screen(&workbench, small);
    assert!(help.contains('↓') && !help.contains("afslut; alt"), "{help}");
    press(&mut workbench, &"<down>".repeat(100));
    let help = screen(&workbench, small);
    assert!(help.contains("afslut; alt er gemt") && help.contains("hjælp"), "{help}");
    for (size, shown) in [((40, 24), "ikke relevante"), ((80, 24), "ikke relevante")] {
        let mut workbench = opened(Lang::Da, None);
        press(&mut workbench, "?");
        let mut seen = String::new();
        for _ in 0..60 {
            seen.push_str(&screen(&workbench, size));
            press(&mut workbench, "<down>");
        }
        assert!(seen.contains(shown), "{seen}");
    }
    assert!(screen(&opened(Lang::Da, None), small).contains('↓'));
}

#[test]
fn what_is_to_be_looked_at_is_told_where_the_pane_for_it_is_not_on_the_screen() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "t4<down>");
    assert!(screen(&workbench, (80, 24)).contains("Se på ("), "{}", screen(&workbench, (80, 24)));
}

#[test]
fn bands_of_the_matrix_do_not_run_together() {
    let workbench = opened(Lang::Da, Some("74"));
    for width in [160, 170, 200, 220] {
        let shown = screen(&workbench, (width, 50));
        let run_together = ["middelUnder", "middelMiddel", "middelOver", "LavLav", "HøjHøj"];
        assert!(!run_together.iter().any(|words| shown.contains(words)), "{shown}");
    }
}

#[test]
fn what_clashes_is_told_in_words_and_not_in_keys_of_the_file() {
    for (lang, told) in [
        (
            Lang::Da,
            ["Konsekvens: integritet, den registrerede", "1 Lav (egen)", "2 Mindre sandsynligt"],
        ),
        (Lang::En, ["Consequence: integrity, the data subject", "1 Low (", "2 Less likely"]),
    ] {
        let mut workbench = opened(lang, Some("74"));
        workbench.clashed(clashes());
        let shown = screen(&workbench, (120, 40));
        assert!(told.iter().all(|text| shown.contains(text)), "{shown}");
        let raw = ["data-subject", "(kl)", "not-applicable", "residual."];
        assert!(!raw.iter().any(|key| shown.contains(key)), "{shown}");
    }
}

#[test]
fn the_start_offers_to_go_on_where_one_left_off() {
    let mut workbench = opened(Lang::Da, None);
    workbench.offer_to_continue(&activity_id("C"));
    assert!(screen(&workbench, (80, 24)).contains("Enter: fortsæt, hvor I slap: C "));
    press(&mut workbench, "<enter>");
    assert!(screen(&workbench, (80, 24)).contains("▶ C "));
}

#[test]
fn what_is_counted_as_assessed_is_what_the_list_counts_and_nothing_is_done_without_a_band() {
    let mut workbench = opened(Lang::Da, Some("74"));
    let as_list = |workbench: &Workbench| {
        let coverage = overview(workbench.assessment(), catalogue(), method("kl-4x4")).coverage;
        let shown = screen(workbench, (120, 40));
        let told = format!("{} af {} vurderet", coverage.assessed, coverage.whole);
        assert!(shown.lines().next().unwrap().contains(&told), "{told}\n{shown}");
        coverage.assessed
    };
    let status =
        |workbench: &Workbench| workbench.assessment().activities[&activity_id("74")].status;
    assert_eq!(as_list(&workbench), 0);
    press(&mut workbench, "s");
    assert_ne!(status(&workbench), Status::Assessed);
    assert!(screen(&workbench, (80, 24)).contains("der mangler en sandsynlighed"));
    press(&mut workbench, "t3");
    assert_eq!(as_list(&workbench), 1);
    press(&mut workbench, "s");
    assert_eq!((as_list(&workbench), status(&workbench)), (1, Status::Assessed));
    press(&mut workbench, "nGør vi ikke<enter><esc>nGør vi ikke<enter>");
    as_list(&workbench);
}

#[test]
fn enter_that_is_pressed_before_the_screen_is_there_is_enter() {
    let mut workbench = opened(Lang::Da, None);
    press(&mut workbench, "/74");
    workbench.press(Key::Ctrl('j'));
    workbench.press(Key::Ctrl('j'));
    assert!(screen(&workbench, (80, 24)).contains("▶ 74 "));
    press(&mut workbench, "t3rEt");
    workbench.press(Key::Ctrl('j'));
    press(&mut workbench, "to<enter>");
    let text = format_assessment(workbench.assessment()).unwrap();
    assert!(text.contains("Et\n"), "{text}");
}

#[test]
fn ctrl_c_throws_away_no_text_and_says_how_to_leave() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "t3rLangt og godt");
    assert_eq!(workbench.press(Key::Ctrl('c')), Effect::None);
    let shown = screen(&workbench, (80, 24));
    assert!(shown.contains("Langt og godt") && shown.contains("Esc går uden"), "{shown}");
    press(&mut workbench, "<esc>");
    assert_eq!(workbench.press(Key::Ctrl('c')), Effect::Leave);
}

#[test]
fn an_empty_list_names_what_limits_it_by_the_keys_that_change_it() {
    let mut keys = Keymap::default();
    keys.bind(Action::Filter, vec![Key::F(3)]);
    let whole = assessment(catalogue(), method("kl-4x4"));
    let mut workbench = Workbench::new(Opening { keys, ..opening(whole, Lang::Da) });
    press(&mut workbench, "/xyzzyx<enter>");
    let shown = screen(&workbench, (120, 40));
    assert!(shown.contains("Ingen passer. /: søg efter andet"), "{shown}");
    press(&mut workbench, "<esc>");
    workbench.press(Key::F(3));
    workbench.press(Key::F(3));
    let shown = screen(&workbench, (120, 40));
    assert!(shown.contains("Ingen passer. F3: et andet udvalg"), "{shown}");
    // An area stands in the title.
    let mut workbench = opened(Lang::Da, None);
    press(&mut workbench, "g<down><enter>");
    let area = &catalogue().areas[0].label;
    let title = screen(&workbench, (200, 40)).lines().nth(1).unwrap().to_owned();
    assert!(title.contains(&**area) || title.contains(&area[..12]), "{title}");
}

#[test]
fn a_search_from_far_down_the_list_stands_on_the_first_that_is_found() {
    let mut workbench = opened(Lang::Da, Some("90"));
    press(&mut workbench, "<esc>/børn");
    let first = screen(&workbench, (80, 24));
    let mut other = opened(Lang::Da, None);
    press(&mut other, "/børn");
    assert_eq!(first, screen(&other, (80, 24)));
}

#[test]
fn what_is_looked_at_and_left_changes_nothing() {
    let mut workbench = opened(Lang::Da, Some("74"));
    let before = workbench.assessment().clone();
    press(
        &mut workbench,
        "t<right><right>m<enter>r<enter>b<esc>n<esc>?<esc>g<esc>f/<esc>LL<tab><tab>",
    );
    assert_eq!(workbench.assessment(), &before);
    assert!(!workbench.is_unkept());
}

#[test]
fn not_relevant_needs_a_reason_and_can_be_taken_back() {
    let mut workbench = opened(Lang::Da, Some("74"));
    let before = workbench.assessment().clone();
    press(&mut workbench, "n<enter>");
    assert_eq!(workbench.assessment(), &before);
    press(&mut workbench, "nGør vi ikke<enter>");
    let status =
        |workbench: &Workbench| workbench.assessment().activities[&activity_id("74")].status;
    assert_eq!(status(&workbench), Status::NotApplicable);
    press(&mut workbench, "n");
    assert_eq!(status(&workbench), Status::InProgress);
}

#[test]
fn what_cannot_be_kept_stays_and_leaving_asks() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "<down>");
    let Effect::Keep(_) = workbench.press(Key::Char('3')) else { panic!("nothing to keep") };
    workbench.not_kept("disken er fuld".to_owned());
    assert!(screen(&workbench, (80, 24)).contains("IKKE GEMT"));
    assert_eq!(workbench.press(Key::Char('q')), Effect::None);
    assert!(matches!(workbench.press(Key::Char('n')), Effect::Keep(_)));
    workbench.not_kept("disken er fuld".to_owned());
    workbench.press(Key::Char('q'));
    assert_eq!(workbench.press(Key::Char('j')), Effect::Leave);
}

#[test]
fn a_change_of_a_colleague_is_not_taken_back_with_ours() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "<down>3");
    let mut theirs: Assessment = workbench.assessment().clone();
    theirs.activities.get_mut(&activity_id("74")).unwrap().owner = Some("Direktør".to_owned());
    workbench.kept(theirs.clone(), None);
    press(&mut workbench, "u");
    assert_eq!(workbench.assessment(), &theirs);
    assert!(screen(&workbench, (80, 24)).contains("ændret af en anden"));
}

#[test]
fn undo_goes_on_behind_a_step_that_somebody_else_has_touched() {
    let mut workbench = opened(Lang::Da, Some("61"));
    let untouched = workbench.assessment().activities[&activity_id("61")].clone();
    press(&mut workbench, "<down>3<esc>/74<enter><enter><down>3<down>2");
    let mut theirs: Assessment = workbench.assessment().clone();
    theirs.activities.get_mut(&activity_id("74")).unwrap().owner = Some("Direktør".to_owned());
    workbench.kept(theirs.clone(), None);
    press(&mut workbench, "u");
    assert_eq!(workbench.assessment(), &theirs);
    let shown = screen(&workbench, (120, 40));
    assert!(
        shown.contains("74 er ændret af en anden siden") && shown.contains("u: videre til 61"),
        "{shown}"
    );
    press(&mut workbench, "u");
    assert_eq!(workbench.assessment().activities[&activity_id("61")], untouched);
    assert_eq!(
        workbench.assessment().activities[&activity_id("74")],
        theirs.activities[&activity_id("74")]
    );
}

#[test]
fn the_last_rounds_answer_is_carried_on_and_not_taken_for_assessed() {
    let mut workbench = opened(Lang::Da, Some("74"));
    press(&mut workbench, "cj");
    let answer = &workbench.assessment().activities[&activity_id("74")];
    assert_eq!(answer.owner.as_deref(), Some("Familiechefen"));
    assert_ne!(answer.status, Status::Assessed);
    let _ = threat_id("T01");
    // Only a yes is one, and what becomes of the status is said.
    let mut whole = opened(Lang::Da, None).assessment().clone();
    whole.activities.get_mut(&activity_id("74")).unwrap().status = Status::Assessed;
    let (now, earlier) = (opened(Lang::Da, None).assessment().clone(), vec![whole]);
    let mut workbench = Workbench::new(Opening { earlier, ..opening(now, Lang::Da) });
    press(&mut workbench, "/74<enter><enter>c");
    assert!(screen(&workbench, (120, 40)).contains("Status bliver \"i gang\""));
    assert_eq!(workbench.press(Key::Enter), Effect::None);
    assert!(!workbench.is_unkept());
}

#[test]
fn every_action_is_told_in_both_languages() {
    for (key, _) in Action::KEYS {
        for lang in [Lang::Da, Lang::En] {
            assert!(!action_in_full(lang, key).is_empty(), "{key}");
        }
    }
    assert!(!action(Lang::Da, "reason").is_empty());
}

fn key() -> impl Strategy<Value = Key> {
    let named = prop::sample::select(vec![
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Backspace,
        Key::Delete,
        Key::Ctrl('r'),
        Key::Ctrl('j'),
        Key::Ctrl('u'),
        Key::Ctrl('x'),
    ]);
    let letters =
        prop::sample::select("0123456789rtmbnsa/fgculL?jkhx. ø".chars().collect::<Vec<_>>());
    prop_oneof![4 => named, 6 => letters.prop_map(Key::Char), 1 => any::<char>().prop_map(Key::Char)]
}

/// Any keys: nothing panics, everything can be drawn, and what is kept can be read.
fn any_keys(count: usize) {
    let config = ProptestConfig { rng_seed: RngSeed::Fixed(2026), ..ProptestConfig::default() };
    let mut runner = TestRunner::new(config);
    let mut workbench = opened(Lang::Da, None);
    let method = method("kl-4x4");
    let mut kept_last = None;
    for number in 0..count {
        let key = key().new_tree(&mut runner).unwrap().current();
        match workbench.press(key) {
            Effect::Keep(kept) => {
                kept_last = Some(kept.clone());
                workbench.kept(*kept, None);
            }
            Effect::TakeTheirs(_) => panic!("nothing clashes here"),
            Effect::Edit(text) => workbench.edited(Some(format!("{text}!")), None),
            Effect::Suspend => {}
            Effect::Leave | Effect::None => {}
        }
        if number % 50 == 0 {
            let sizes = [(80, 24), (120, 40), (200, 60), (20, 5), (1, 1)];
            screen(&workbench, sizes[number / 50 % sizes.len()]);
            if let Some(kept) = kept_last.take() {
                let text = format_assessment(&kept).unwrap();
                let read = parse_assessment("a.yml", &text, catalogue(), |_| Ok(method.clone()));
                assert_eq!(read.unwrap().assessment, *kept);
            }
        }
    }
    for _ in 0..count {
        // Out of whatever is open, and then all the way back.
        workbench.press(Key::Esc);
        if let Effect::Keep(kept) = workbench.press(Key::Char('u')) {
            workbench.kept(*kept, None);
        }
    }
    assert_eq!(workbench.assessment(), opened(Lang::Da, None).assessment());
}

#[test]
fn three_thousand_keys_of_any_kind_leave_a_file_that_can_be_read() {
    any_keys(3_000);
}

#[test]
#[ignore = "the long run: cargo test --release --test workbench -- --ignored"]
fn a_hundred_thousand_keys_of_any_kind_leave_a_file_that_can_be_read() {
    any_keys(100_000);
}
