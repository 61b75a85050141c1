//! Many files on all cores: what is said and what comes of each stands in the order of the files,
//! however the work is shared out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::clock;
use super::output::Console;

/// From when on somebody who waits is told how far it is.
const PATIENCE: Duration = Duration::from_secs(1);

/// What came of a file, and what was to be said about it.
struct Done<T> {
    place: usize,
    result: T,
    said: Vec<String>,
}

/// Reads every file, as many at a time as there are cores, and takes the results in the order of the
/// files. Only `result`s are held back until their turn, so `read` keeps what is needed of a file and
/// no more.
pub(super) fn each<T: Send>(
    console: Console<'_>,
    paths: &[PathBuf],
    read: impl Fn(Console<'_>, &Path) -> T + Sync,
    mut take: impl FnMut(&Path, T),
) {
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from).min(paths.len());
    let (sender, receiver) = mpsc::channel();
    let work = |sender: mpsc::Sender<Done<T>>| {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = paths.get(place) else { return };
            let lines = Mutex::new(Vec::new());
            let result = read(Console { lines: Some(&lines), ..console }, path);
            let said = lines.into_inner().unwrap_or_default();
            // Nobody listens any more only where the other side has failed.
            let _ = sender.send(Done { place, result, said });
        }
    };
    thread::scope(|scope| {
        for _ in 0..cores {
            let sender = sender.clone();
            scope.spawn(|| work(sender));
        }
        drop(sender);
        let mut progress = Progress::new(console, paths.len());
        let mut early = BTreeMap::new();
        let mut turn = 0;
        for (count, done) in receiver.iter().enumerate() {
            progress.show(count + 1);
            early.insert(done.place, done);
            while let Some(done) = early.remove(&turn) {
                if !done.said.is_empty() {
                    progress.clear();
                }
                console.say_later(&done.said);
                if let Some(path) = paths.get(turn) {
                    take(path, done.result);
                }
                turn += 1;
            }
        }
        progress.clear();
    });
}

/// How far it is, on a line of its own that is gone afterwards; only for somebody who watches.
struct Progress<'c> {
    console: Console<'c>,
    of: usize,
    begun: clock::Stopwatch,
    /// What stands there: in whole percent, so that the line is not rewritten for nothing.
    shown: Option<usize>,
}

impl<'c> Progress<'c> {
    fn new(console: Console<'c>, of: usize) -> Self {
        Self { console, of, begun: clock::Stopwatch::start(), shown: None }
    }

    fn show(&mut self, count: usize) {
        let percent = percent(count, self.of);
        if self.shown != Some(percent) && self.begun.elapsed() > PATIENCE {
            self.console.progress(Some((count, self.of)));
            self.shown = Some(percent);
        }
    }

    fn clear(&mut self) {
        if self.shown.take().is_some() {
            self.console.progress(None);
        }
    }
}

fn percent(count: usize, of: usize) -> usize {
    count.saturating_mul(100).checked_div(of).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::super::args::{ColorArg, Global, LangArg};
    use super::super::session::SharedCatalogue;
    use super::*;
    use crate::text::Lang;

    #[test]
    fn results_come_in_the_order_of_the_files_however_long_each_takes() {
        let global =
            Global { lang: LangArg::Da, color: ColorArg::Never, quiet: true, catalog: None };
        let shared = SharedCatalogue::default();
        let console = Console::new(Lang::Da, &global, &shared);
        let paths: Vec<PathBuf> = (0..50).map(|number| PathBuf::from(number.to_string())).collect();
        let read = |_: Console<'_>, path: &Path| {
            let number: u64 = path.to_string_lossy().parse().unwrap();
            thread::sleep(Duration::from_millis(number * 13 % 7));
            number
        };
        let mut taken = Vec::new();
        each(console, &paths, read, |path, number| {
            assert_eq!(path.to_string_lossy(), number.to_string());
            taken.push(number);
        });
        assert_eq!(taken, (0..50).collect::<Vec<_>>());
        each(console, &[], read, |_, _| panic!("there is no file"));
    }

    #[test]
    fn percent_of_nothing_is_all_of_it() {
        assert_eq!((percent(1, 3), percent(98, 98), percent(0, 0)), (33, 100, 100));
    }
}
