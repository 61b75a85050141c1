//! Answers with anything in any field, for the properties of files and workbooks.

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use risiko::domain::{
    Acceptance, Action, ActivityAnswer, Address, Assessed, BandId, Consequence, ConsequenceFigure,
    Consequences, Date, Dimension, Extra, Likelihood, Origin, OwnCell, OwnSheet, Perspective,
    Rating, RiskAnswer, Status, System, ThreatAnswer, Treatment,
};

use super::{catalogue, consequence, likelihood, method};

/// Texts that YAML reads as something else, or that its writers lose a part of.
pub const TRAPS: [&str; 52] = [
    "",
    " ",
    "no",
    "ja",
    "~",
    "null",
    "true",
    "08",
    "27.60",
    "1_000",
    "0x1F",
    ".inf",
    "1e3",
    "1:30",
    "2026-11-01",
    "=1+1",
    "+45 12 34 56 78",
    "- a",
    "-",
    "# b",
    "a # b",
    "a: b",
    "a:",
    ": a",
    "? a",
    "  foran",
    "bagved  ",
    "bagved\t",
    "\tfaneblad\tinde",
    "\n",
    "\n\nforan",
    "linje\n\nlinje\n",
    "linje\n\n\n",
    "linje  \n  indrykket\n\tfane\n",
    "  først indrykket\nså ikke",
    "a\r\nb\r\n",
    "a\rb",
    "'",
    "\"",
    "\\",
    "%",
    "@",
    "---",
    "...",
    "|",
    ">",
    "🚑 👩‍👧 é",
    "\u{202e}vendt\u{202c}",
    "\u{feff}bom",
    "\u{85}nel\u{2028}ls\u{2029}ps",
    "\u{0}\u{7}\u{1b}[31m\u{7f}",
    "\u{a0}hårdt mellemrum\u{a0}",
];

/// What texts are made of.
pub type Texts = fn() -> BoxedStrategy<String>;

/// Texts that people write, and those that YAML writers get wrong.
pub fn nasty() -> BoxedStrategy<String> {
    prop_oneof![
        2 => "[a-zæøåA-ZÆØÅ0-9 .,:;#'\"\\[\\]{}&*!|>%@`?=~\t\n-]{1,120}",
        1 => "\\PC{1,40}",
        1 => "(ord og flere  ord ){8,90}",
        1 => "[æøåa-z]{300,1500}",
        4 => select(&TRAPS[..]).prop_map(str::to_owned),
    ]
    .boxed()
}

/// Texts as a cell keeps them: nothing around them, and nothing that XML cannot hold.
pub fn plain() -> BoxedStrategy<String> {
    let kept =
        |c: &char| *c == '\n' || *c == '\t' || !(c.is_control() || "\u{fffe}\u{ffff}".contains(*c));
    let plain = nasty().prop_map(move |text| {
        let unix = text.replace("\r\n", "\n").replace('\r', "\n");
        unix.chars().filter(kept).collect::<String>().trim().to_owned()
    });
    plain.prop_filter("something is written", |text| !text.is_empty()).boxed()
}

pub fn date() -> impl Strategy<Value = Date> {
    // A workbook cannot tell days of 1905 from years.
    (1910..2100_i16, 1..=12_i8, 1..=28_i8)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}").parse().unwrap())
}

pub fn a_likelihood() -> impl Strategy<Value = Rating<Likelihood>> {
    of(1..=4_u8).prop_map(|level| level.map(|level| likelihood(method("kl-4x4"), level)).into())
}

pub fn a_consequence() -> impl Strategy<Value = Rating<Consequence>> {
    of(1..=4_u8).prop_map(|level| level.map(|level| consequence(method("kl-4x4"), level)).into())
}

pub fn figure(text: Texts) -> impl Strategy<Value = ConsequenceFigure> {
    // Not rated is written by leaving the figure out.
    let rating = a_consequence().prop_map(|rating| match rating {
        Rating::NotRated => Rating::NotApplicable,
        rated => rated,
    });
    let origin = select(Origin::KEYS.map(|(_, origin)| origin).to_vec());
    (rating, origin, of(text())).prop_map(|(rating, origin, reason)| ConsequenceFigure {
        rating,
        origin,
        reason,
    })
}

pub fn risk(text: Texts) -> impl Strategy<Value = RiskAnswer> {
    let action = (text(), of(text()), of(date()), extra(text));
    let action =
        action.prop_map(|(what, owner, deadline, extra)| Action { what, owner, deadline, extra });
    let treatment = select(Treatment::KEYS.map(|(_, treatment)| treatment).to_vec());
    (
        a_likelihood(),
        of(text()),
        vec(text(), 0..3),
        of(treatment),
        vec(action, 0..3),
        a_likelihood(),
        a_consequence(),
    )
        .prop_map(
            |(
                likelihood,
                reason,
                measures,
                treatment,
                actions,
                residual_likelihood,
                residual_consequence,
            )| {
                RiskAnswer {
                    likelihood,
                    reason,
                    measures,
                    treatment,
                    actions,
                    residual_likelihood,
                    residual_consequence,
                }
            },
        )
}

/// What stands in columns that people added, with anything that a cell can hold.
pub fn extra(text: Texts) -> impl Strategy<Value = Extra> {
    btree_map(text(), own_cell(text), 0..3)
}

fn own_cell(text: Texts) -> impl Strategy<Value = OwnCell> {
    prop_oneof![
        3 => text().prop_map(OwnCell::Text),
        1 => any::<f64>()
            .prop_filter("finite", |number| number.is_finite())
            .prop_map(|number| OwnCell::Number((number + 0.0).to_string())),
        1 => (-9999..9999_i32).prop_map(|n| OwnCell::Number((f64::from(n) / 4.0).to_string())),
        1 => date().prop_map(OwnCell::Date),
        1 => any::<bool>().prop_map(OwnCell::Boolean),
    ]
}

pub fn threat(text: Texts) -> impl Strategy<Value = ThreatAnswer> {
    (of(text()), risk(text), extra(text)).prop_map(|(not_relevant, risk, extra)| ThreatAnswer {
        not_relevant,
        risk,
        extra,
    })
}

pub fn system(text: Texts) -> impl Strategy<Value = System> {
    (text(), of(text()), of(any::<u32>())).prop_map(|(name, processor, max_downtime_hours)| {
        System { name, processor, max_downtime_hours }
    })
}

pub fn acceptance(text: Texts) -> impl Strategy<Value = Acceptance> {
    let band =
        || of(select(["lav", "over-middel", "4"].map(|id| BandId::parse(id).unwrap()).to_vec()));
    (text(), text(), date(), of(date()), (band(), band()), text()).prop_map(
        |(by, role, on, until, (current, residual), digest)| Acceptance {
            by,
            role,
            on,
            until,
            current,
            residual,
            digest,
        },
    )
}

pub fn answer(text: Texts) -> impl Strategy<Value = ActivityAnswer> {
    let status = select(Status::KEYS.map(|(_, status)| status).to_vec());
    let pairs: Vec<_> = Perspective::ALL
        .iter()
        .flat_map(|p| Dimension::ALL.map(|dimension| (*p, dimension)))
        .collect();
    let figures = btree_map(select(pairs), figure(text), 0..5);
    let threats: Vec<_> = catalogue().threats.keys().cloned().collect();
    let threats = btree_map(select(threats), threat(text), 0..4);
    let assessed = (of(text()), of(date())).prop_map(|(by, on)| Assessed { by, on });
    (
        (status, of(text()), figures, risk(text), threats, of(text())),
        (
            vec(system(text), 0..3),
            of(text()),
            assessed,
            of(date()),
            of(acceptance(text)),
            extra(text),
        ),
    )
        .prop_map(
            |(
                (status, status_reason, figures, direct, threats, owner),
                (systems, note, assessed, review_by, acceptance, extra),
            )| {
                ActivityAnswer {
                    status,
                    status_reason,
                    consequences: Consequences { figures },
                    direct,
                    threats,
                    owner,
                    systems,
                    note,
                    assessed,
                    review_by,
                    acceptance,
                    extra,
                }
            },
        )
}

/// Sheets that people added, with anything that a cell can hold.
pub fn own_sheets(text: Texts) -> impl Strategy<Value = Vec<OwnSheet>> {
    let address = (0..20_000_u32, 0..512_u32).prop_map(|(row, column)| Address { row, column });
    let names = subsequence(vec!["Noter fra mødet", "Ark1", "=1", "no", "1"], 0..=3);
    (names, vec((any::<bool>(), btree_map(address, own_cell(text), 0..4)), 3)).prop_map(
        |(names, sheets)| {
            let sheet = |(name, (hidden, cells)): (&str, _)| OwnSheet {
                name: name.to_owned(),
                hidden,
                cells,
            };
            names.into_iter().zip(sheets).map(sheet).collect()
        },
    )
}
