//! What an assessment would have shown in every input cell: stands in for the hidden baseline.

use std::collections::BTreeMap;

use super::super::entry::{Entry, Words};
use super::super::field::Field;
use super::super::layout::{Form, added_by, inputs};
use super::super::lines::lines_of;
use super::super::own_sheets::as_written;
use super::super::protocol::{Baseline, Extras, Protocol, RowBaseline, kept};
use crate::domain::{ActivityAnswer, ActivityId, Assessment, Catalogue, Extra, OwnCell, ThreatId};
use crate::engine::new_answer;
use crate::text::Lang;

/// The hidden sheet as it would be, had the workbook been written from this assessment.
pub(super) fn protocol(
    base: &Assessment,
    catalogue: &Catalogue,
    words: Words<'_>,
) -> Protocol<'static> {
    let mut baseline = Baseline::new();
    let mut extras = Extras::new();
    for (id, activity) in &catalogue.activities {
        if !base.activities.contains_key(id) {
            rows(id, &new_answer(activity, catalogue, words.method), words, &mut baseline);
        }
    }
    for (id, answer) in &base.activities {
        rows(id, answer, words, &mut baseline);
        extras.insert((Form::Activities, id.clone(), None), texts(&answer.extra, words.lang));
        for (threat, answer) in &answer.threats {
            let key = (Form::Threats, id.clone(), Some(threat.clone()));
            extras.insert(key, texts(&answer.extra, words.lang));
        }
    }
    let columns = Form::ALL.map(|form| (form, added_by(form, base, words.lang)));
    let mut protocol = Protocol::assumed(words.lang, (baseline, extras));
    for (id, answer) in &base.activities {
        let threats = answer.threats.iter().map(|(id, threat)| (Some(id), &threat.risk));
        for (threat, risk) in std::iter::once((None, &answer.direct)).chain(threats) {
            for (number, (_, action)) in (1..).zip(lines_of(&risk.actions)) {
                let key = (id.clone(), threat.cloned(), number);
                protocol.action_extras.insert(key, texts(&action.extra, words.lang));
            }
        }
    }
    protocol.extra_columns = columns.into();
    let hidden = base.own_sheets.iter().filter(|sheet| sheet.hidden);
    protocol.hidden = hidden.map(|sheet| sheet.name.clone()).collect();
    let sheets = base.own_sheets.iter();
    protocol.sheets =
        sheets.map(|sheet| (sheet.name.clone(), as_written(&sheet.cells, words.lang))).collect();
    protocol
}

/// What stands in columns that people added, as the hidden sheet keeps it.
fn texts(extra: &Extra, lang: Lang) -> BTreeMap<String, String> {
    let text =
        |(key, cell): (&String, &OwnCell)| Some((key.clone(), kept(&Entry::of_own(cell)?, lang)));
    extra.iter().filter_map(text).collect()
}

fn rows(id: &ActivityId, answer: &ActivityAnswer, words: Words<'_>, baseline: &mut Baseline<'_>) {
    let of_activity = row(Form::Activities, answer, None, words);
    baseline.insert((Form::Activities, id.clone(), None), of_activity);
    for threat in answer.threats.keys() {
        let of_threat = row(Form::Threats, answer, Some(threat), words);
        baseline.insert((Form::Threats, id.clone(), Some(threat.clone())), of_threat);
    }
}

fn row(
    form: Form,
    answer: &ActivityAnswer,
    threat: Option<&ThreatId>,
    words: Words<'_>,
) -> RowBaseline<'static> {
    let of_field = |field: Field| {
        let entry = field.read(answer, threat, words.lang)?;
        Some((field, kept(&entry, words.lang).into()))
    };
    inputs(form).filter_map(of_field).collect()
}
