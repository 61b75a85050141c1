//! The workbooks of all municipalities: read, validated and scored on every core.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use risiko::domain::Assessment;
use risiko::engine::{check, overview};
use risiko::exchange::guard::read_workbook;

use crate::bare::bare_read;
use crate::full::Shipped;
use crate::{median_of, ratio};

/// As many as there are municipalities.
const WORKBOOKS: usize = 98;
/// Passes over all of them on each side, in turn; the median is quoted.
const PASSES: usize = 5;
/// Workbooks that openpyxl reads, since it takes seconds for each.
const FOR_OPENPYXL: usize = 3;

/// Calls `work` with every number below `count`, on all cores.
pub(crate) fn on_all_cores(count: usize, work: impl Fn(usize) + Sync) -> Duration {
    let start = Instant::now();
    let next = AtomicUsize::new(0);
    let take_some = || {
        loop {
            match next.fetch_add(1, Ordering::Relaxed) {
                at if at < count => work(at),
                _ => break,
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(take_some);
        }
    });
    start.elapsed()
}

/// Prints how long all workbooks take against both baselines, and how much memory.
pub(crate) fn measure(shipped: &Shipped) {
    let folder = tempfile::tempdir().unwrap();
    let file = |at: usize| folder.path().join(format!("{at}.xlsx"));
    let assessments: Vec<Assessment> = (0..WORKBOOKS).map(|at| shipped.full(at)).collect();
    on_all_cores(WORKBOOKS, |at| {
        fs::write(file(at), shipped.export(&assessments[at])).unwrap();
    });
    let ours = |at: usize| {
        let workbook = read_workbook(&fs::read(file(at)).unwrap()).unwrap();
        let outcome = shipped.import(&workbook, &assessments[at]);
        let (catalogue, method) = (&shipped.catalogue, &shipped.method);
        drop(check(&outcome.assessment, catalogue, method, outcome.assessment.as_of, "a.yml"));
        let rows = overview(&outcome.assessment, catalogue, method).rows;
        assert!(rows.iter().all(|row| row.risk.risks.len() >= crate::full::THREATS));
    };
    let bare = |at: usize| {
        assert!(bare_read(&fs::read(file(at)).unwrap()) > 0);
    };
    let peaks = [10, WORKBOOKS].map(|count| {
        let from = restart_peak();
        on_all_cores(count, ours);
        from.and(peak()).map(|peak| (count, peak))
    });
    let passes =
        (0..PASSES).map(|_| (on_all_cores(WORKBOOKS, bare), on_all_cores(WORKBOOKS, ours)));
    let (bare, ours): (Vec<_>, Vec<_>) = passes.unzip();
    let (bare, ours) = (median_of(bare), median_of(ours));
    ratio(&format!("{WORKBOOKS} workbooks read, validated and scored"), ours, bare);
    for (count, peak) in peaks.into_iter().flatten() {
        println!("  peak memory of {count}: {peak} MB, the assessments included");
    }
    let files: Vec<PathBuf> = (0..FOR_OPENPYXL).map(file).collect();
    against_openpyxl(&files, ours / u32::try_from(WORKBOOKS).unwrap());
}

/// Starts the peak of this process anew; `None` where the system has no such thing.
fn restart_peak() -> Option<()> {
    fs::write("/proc/self/clear_refs", "5").ok()
}

/// The most memory that this process has had, in MB.
fn peak() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<usize>().ok()? / 1000)
}

/// Prints how many times as long an openpyxl script takes for a workbook, on the one core it can
/// use. It prints a line for each of its two ways: name, workbooks, seconds.
fn against_openpyxl(files: &[PathBuf], ours: Duration) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/openpyxl_read.py");
    let output = Command::new("python3").arg(script).args(files).output();
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        println!("  openpyxl: not measured, since python3 cannot import it");
        return;
    };
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let [name, count, seconds] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        let each = Duration::from_secs_f64(seconds.parse().unwrap())
            / u32::try_from(count.parse::<usize>().unwrap()).unwrap();
        let times = each.as_secs_f64() / ours.as_secs_f64();
        println!(
            "  openpyxl, {name}: {times:.0} × ours ({each:.1?} against {ours:.1?} a workbook)"
        );
    }
}
