//! All municipalities side by side, against reading and scoring the same files alone.

use std::time::Duration;

use risiko::domain::Assessment;
use risiko::engine::benchmark::{Member, Question, anonymous, benchmark};
use risiko::engine::compare::{Common, Side};
use risiko::engine::overview;
use risiko::store::{format_assessment, parse_assessment};

use crate::full::Shipped;
use crate::{median_of, ratio, time};

/// As many as there are municipalities.
const MUNICIPALITIES: usize = 98;
/// Passes over all of them on each side, in turn; the median is quoted.
const PASSES: usize = 3;

/// Prints how long it takes to lay all municipalities side by side, file by file on one core.
pub(crate) fn measure(shipped: &Shipped) {
    let Shipped { catalogue, method } = shipped;
    let texts: Vec<String> =
        (0..MUNICIPALITIES).map(|at| format_assessment(&shipped.full(at)).unwrap()).collect();
    let read = |text: &String| -> Assessment {
        parse_assessment("a.yml", text, catalogue, |_| Ok(method.clone())).unwrap().assessment
    };
    let mut bare = || {
        for text in &texts {
            assert!(overview(&read(text), catalogue, method).coverage.assessed > 0);
        }
    };
    let mut ours = || {
        let common = Common { method, levels: &[] };
        let member = |text| {
            let assessment = read(text);
            let side = Side { assessment: &assessment, catalogue, method };
            Member::read(side, common, None).unwrap()
        };
        let members: Vec<Member> = texts.iter().map(member).collect();
        let question = Question { catalogue, method, own: Some(members[0].code), chosen: None };
        let all = benchmark(&members, Vec::new(), question);
        assert!(anonymous(&all).is_some_and(|hidden| hidden.size == MUNICIPALITIES));
    };
    let passes = (0..PASSES).map(|_| (time(&mut bare), time(&mut ours)));
    let (bare, ours): (Vec<Duration>, Vec<Duration>) = passes.unzip();
    ratio(&format!("{MUNICIPALITIES} assessments side by side"), median_of(ours), median_of(bare));
}
