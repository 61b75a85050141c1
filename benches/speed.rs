//! Speed as ratios against a bare baseline in the same run: `cargo bench`.
//!
//! Absolute times depend on the machine and are printed only to show that none is far off.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a benchmark measures time and prints it"
)]

mod bare;
mod beside;
mod full;
mod many;
mod reports;
mod screen;

use std::time::{Duration, Instant};

use bare::{bare_cells, bare_read, bare_write};
use full::{Shipped, THREATS};
use risiko::engine::{check, overview};
use risiko::exchange::guard::read_workbook;
use risiko::store::{embedded_catalogue, format_assessment, parse_assessment};

/// Runs of each; the median is quoted.
const RUNS: usize = 9;

/// How long two things take that are done in turn, so that whatever else the machine does hits both.
fn in_turn(mut first: impl FnMut(), mut second: impl FnMut()) -> (Duration, Duration) {
    let (firsts, seconds): (Vec<_>, Vec<_>) =
        (0..RUNS).map(|_| (time(&mut first), time(&mut second))).unzip();
    (median_of(firsts), median_of(seconds))
}

fn median(mut run: impl FnMut()) -> Duration {
    median_of((0..RUNS).map(|_| time(&mut run)).collect())
}

fn time(run: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn median_of(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ratio(name: &str, ours: Duration, bare: Duration) {
    let times = ours.as_secs_f64() / bare.as_secs_f64();
    println!("{name}: {times:.2} × bare ({ours:.1?} against {bare:.1?})");
}

fn main() {
    let shipped = Shipped::load();
    let Shipped { catalogue, method } = &shipped;
    let assessment = shipped.full(0);
    let day = assessment.as_of;
    let bytes = shipped.export(&assessment);
    let workbook = read_workbook(&bytes).unwrap();
    let cells: usize = workbook.sheets.iter().map(|sheet| sheet.cells().count()).sum();
    println!("{} activities × {THREATS} threats, {cells} cells", assessment.activities.len());

    let sheets = bare_cells(&bytes, &workbook);
    let write = || drop(bare_write(&sheets));
    let (bare, ours) = in_turn(write, || drop(shipped.export(&assessment)));
    ratio("export", ours, bare);
    let read = || assert!(bare_read(&bytes) > 0);
    let import = || drop(shipped.import(&read_workbook(&bytes).unwrap(), &assessment));
    let (bare, ours) = in_turn(read, import);
    ratio("import", ours, bare);
    let (bare, ours) = in_turn(read, || drop(read_workbook(&bytes)));
    ratio("  of which reading behind the guard", ours, bare);
    many::measure(&shipped);
    beside::measure(&shipped);
    screen::measure(&shipped);
    reports::measure();

    let yaml = format_assessment(&assessment).unwrap();
    let read = median(|| {
        let catalogue = embedded_catalogue().unwrap();
        parse_assessment("a.yml", &yaml, &catalogue, |_| Ok(method.clone())).unwrap();
    });
    println!("catalogue and assessment read ({} kB): {read:.1?}", yaml.len() / 1000);
    let scored = median(|| drop(overview(&assessment, catalogue, method)));
    println!("scored: {scored:.1?}");
    let checked = median(|| drop(check(&assessment, catalogue, method, day, "a.yml")));
    println!("checked: {checked:.1?}");
}
