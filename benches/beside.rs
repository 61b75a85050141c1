//! All municipalities side by side: the program itself, against reading the same files alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use risiko::domain::Assessment;
use risiko::store::format_assessment;

use crate::bare::bare_read;
use crate::full::Shipped;
use crate::many::on_all_cores;
use crate::{median_of, ratio};

/// As many as there are municipalities.
const MUNICIPALITIES: usize = 98;
/// Passes over all of them on each side, in turn; the median is quoted.
const PASSES: usize = 5;
/// How often the program is asked how much memory it has.
const LOOK: Duration = Duration::from_millis(10);

/// Prints how long `risiko benchmark` takes over workbooks and over assessments, each against a bare
/// loop over the workbooks on the same cores, and how time and memory grow with the number of files.
pub(crate) fn measure(shipped: &Shipped) {
    let folder = tempfile::tempdir().unwrap();
    let [workbooks, assessments] =
        ["xlsx", "risiko.yml"].map(|end| folder.path().join(end.replace('.', "-")));
    for of in [&workbooks, &assessments] {
        fs::create_dir(of).unwrap();
    }
    on_all_cores(MUNICIPALITIES, |at| {
        let assessment = shipped.full(at);
        fs::write(workbooks.join(format!("{at}.xlsx")), shipped.export(&assessment)).unwrap();
        write(&assessments, at, &assessment);
    });
    let bare = || {
        on_all_cores(MUNICIPALITIES, |at| {
            let bytes = fs::read(workbooks.join(format!("{at}.xlsx"))).unwrap();
            assert!(bare_read(&bytes) > 0);
        })
    };
    let passes = (0..PASSES).map(|_| (bare(), run(&workbooks).time, run(&assessments).time));
    let (mut bare, mut of_workbooks, mut of_assessments) = (Vec::new(), Vec::new(), Vec::new());
    for (one, other, third) in passes {
        bare.push(one);
        of_workbooks.push(other);
        of_assessments.push(third);
    }
    let bare = median_of(bare);
    ratio(&format!("benchmark of {MUNICIPALITIES} workbooks"), median_of(of_workbooks), bare);
    ratio(&format!("benchmark of {MUNICIPALITIES} assessments"), median_of(of_assessments), bare);
    grow(shipped);
}

/// Ten and a hundred rounds of every municipality, each answered in a few threats.
fn grow(shipped: &Shipped) {
    for rounds in [1, 10, 100] {
        let folder = tempfile::tempdir().unwrap();
        on_all_cores(MUNICIPALITIES, |at| {
            let mut assessment = shipped.full(at);
            for answer in assessment.activities.values_mut() {
                while answer.threats.len() > 2 {
                    answer.threats.pop_last();
                }
            }
            for round in 0..rounds {
                assessment.round = (1930 + round).to_string();
                write(folder.path(), at * rounds + round, &assessment);
            }
        });
        let Ran { time, peak } = run(folder.path());
        let files = MUNICIPALITIES * rounds;
        let each = time / u32::try_from(files).unwrap();
        println!("  {files} small assessments: {each:.2?} each, peak memory {peak} MB");
    }
}

fn write(folder: &Path, number: usize, assessment: &Assessment) {
    let file: PathBuf = folder.join(format!("{number:05}.risiko.yml"));
    fs::write(file, format_assessment(assessment).unwrap()).unwrap();
}

struct Ran {
    time: Duration,
    /// The most memory that it had, in MB; 0 where the system does not tell.
    peak: usize,
}

/// Runs the program over the files of a folder.
fn run(files: &Path) -> Ran {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_risiko"))
        .args(["benchmark", "--format", "json", "--quiet"])
        .arg(files)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<usize>().ok());
        peak = peak.max(now.unwrap_or_default() / 1000);
        thread::sleep(LOOK);
    }
    assert!(child.wait().unwrap().success());
    Ran { time: start.elapsed(), peak }
}
