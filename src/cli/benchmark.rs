//! `benchmark`: many municipalities side by side.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::args::BenchmarkArgs;
use super::chosen::activities_of_area;
use super::diff::{count, level_maps};
use super::failure::{Refused, error_lines, refuse_argument};
use super::output::Console;
use super::session::{find_method, local_folder, shared_catalogue};
use super::sides::{OpenedSide, open_side};
use super::{Done, many};
use crate::domain::{ActivityId, Catalogue, LevelMap, Method, MethodId, MunicipalityCode};
use crate::engine::benchmark::{
    LeftOut, MIN_GROUP, Member, Members, Question, anonymous, benchmark,
};
use crate::engine::compare::Common;
use crate::exchange::batch::BatchScope;
use crate::finding::{Fact, Findings, Location};
use crate::report::BenchmarkReport;
use crate::store;

/// Fewest municipalities that can be laid side by side.
const FEWEST: usize = 2;

pub(super) fn run(console: Console<'_>, args: &BenchmarkArgs) -> anyhow::Result<Done> {
    let top = count(args.top.as_deref(), "--top")?;
    let levels = level_maps(console, &args.levels)?;
    let catalogue = shared_catalogue(console)?.1.clone();
    let (paths, empty) = paths(args)?;
    match args.skip_broken && !paths.is_empty() {
        true => console.findings(&empty),
        false if empty.has_errors() => return Err(Refused(empty).into()),
        false => {}
    }
    let local = local_folder(console, paths.first().and_then(|path| path.parent()));
    let method = args.method.as_deref().map(|name| find_method(name, &local, "--method"));
    let method = method.transpose()?;
    let chosen = chosen(args, &catalogue, method.as_ref())?;
    let files = Files {
        paths: &paths,
        levels: &levels,
        chosen: chosen.as_ref(),
        has_own: args.own.is_some(),
        skip_broken: args.skip_broken,
    };
    let read = files.read_through_one(console, method.as_ref())?;
    let own = args.own.is_some().then_some(read.own);
    let question =
        Question { catalogue: &catalogue, method: &read.method, own, chosen: chosen.as_ref() };
    let full = benchmark(&read.members, read.left_out, question);
    let needed = if args.anonymous { MIN_GROUP } else { FEWEST };
    if full.size < needed {
        let fact = Fact::TooFewMunicipalities { found: full.size, needed };
        return Err(refuse_argument("FILER", fact));
    }
    let shown = match args.anonymous {
        true => anonymous(&full).unwrap_or(full),
        false => full,
    };
    let day = read.members.latest_day().unwrap_or(catalogue.valid_from);
    let skipped = read.skipped.len();
    let report = BenchmarkReport { benchmark: &shown, catalogue: &catalogue, day, top, skipped };
    console.publish(&args.output, &report)?;
    Ok(Done::Clean)
}

/// What a folder is searched for; other files in it are none of ours.
const ENDS: [&str; 3] = [".risiko.yml", ".risiko-share.json", ".xlsx"];

/// Every file once, our own first; a folder stands for the files in it, since a command line has no
/// room for thousands of names. A folder that stands for nothing is named, or nobody would miss it.
fn paths(args: &BenchmarkArgs) -> anyhow::Result<(Vec<PathBuf>, Findings)> {
    let mut empty = Findings::new();
    let mut paths: Vec<PathBuf> = args.own.iter().cloned().collect();
    for path in &args.files {
        let files = match store::is_folder(path) {
            true => store::files_in(path, &ENDS)?,
            false => vec![path.clone()],
        };
        if files.is_empty() {
            let wanted = ENDS.map(str::to_owned).into();
            let folder = Location::File(path.display().to_string());
            empty.push(folder, Fact::FolderWithoutAssessments { wanted });
        }
        paths.extend(files.into_iter().filter(|path| Some(path) != args.own.as_ref()));
    }
    Ok((paths, empty))
}

/// The activities that `--area` and `--activity` name; `None` where neither is given.
fn chosen(
    args: &BenchmarkArgs,
    catalogue: &Catalogue,
    method: Option<&Method>,
) -> anyhow::Result<Option<BTreeSet<ActivityId>>> {
    if args.area.is_empty() && args.activity.is_empty() {
        return Ok(None);
    }
    let mut findings = Findings::new();
    let mut chosen = BTreeSet::new();
    for area in &args.area {
        chosen.extend(activities_of_area(catalogue, area, &mut findings));
    }
    let default = find_method("kl-4x4", Path::new(""), "--method")?;
    let scope = BatchScope { catalogue, method: method.unwrap_or(&default) };
    let words = args.activity.iter().flat_map(|words| words.split(',')).map(str::trim);
    chosen.extend(words.filter(|word| !word.is_empty()).filter_map(|word| {
        scope.activity(word, Location::Argument("--activity".to_owned()), &mut findings)
    }));
    if findings.has_errors() { Err(Refused(findings).into()) } else { Ok(Some(chosen)) }
}

/// What is read, and how.
struct Files<'a> {
    paths: &'a [PathBuf],
    levels: &'a [LevelMap],
    chosen: Option<&'a BTreeSet<ActivityId>>,
    /// Whether the first is our own.
    has_own: bool,
    /// Whether the others go on without a file that cannot be used; never without our own.
    skip_broken: bool,
}

/// Every assessment, as little of it as is needed.
struct Read {
    method: Method,
    members: Members,
    left_out: Vec<LeftOut>,
    /// The municipality of the first file.
    own: MunicipalityCode,
    /// How many are scored with which method, by themselves.
    methods: BTreeMap<MethodId, (usize, Method)>,
    /// Our own, where it could be read: a folder may hold it, too.
    own_member: Option<Member>,
    /// File of each municipality's round.
    files: BTreeMap<(MunicipalityCode, String), String>,
    /// Files that could not be used and were left out on request.
    skipped: BTreeSet<PathBuf>,
}

impl Files<'_> {
    /// Reads the files through the method that was named, else our own, else the one that most
    /// have. Only where that turns out to be another than the first file's are they read twice.
    fn read_through_one(
        &self,
        console: Console<'_>,
        named: Option<&Method>,
    ) -> anyhow::Result<Read> {
        let is_settled = named.is_some() || self.has_own;
        let read = self.read(console, named)?;
        let most =
            read.methods.values().max_by_key(|(count, method)| (*count, Reverse(&method.id)));
        match most {
            Some((_, most)) if !is_settled && most.id != read.method.id => {
                let sound = self.paths.iter().filter(|path| !read.skipped.contains(*path));
                let paths: Vec<PathBuf> = sound.cloned().collect();
                let Self { levels, chosen, has_own, skip_broken, .. } = *self;
                let again = Files { paths: &paths, levels, chosen, has_own, skip_broken };
                let all = again.read(Console { quiet: true, ..console }, Some(most))?;
                Ok(Read { skipped: read.skipped, ..all })
            }
            _ => Ok(read),
        }
    }

    /// Reads the files on all cores, and of each only as much as is needed. What is wrong with any of
    /// them is said in one run.
    fn read(&self, console: Console<'_>, method: Option<&Method>) -> anyhow::Result<Read> {
        let mut reading = Reading {
            files: self,
            console,
            read: None,
            findings: Findings::new(),
            skipped: BTreeSet::new(),
            is_broken: false,
        };
        let mut paths = self.paths;
        // Everything is read through one method, so that must be known first.
        while let (None, Some((path, rest))) = (&reading.read, paths.split_first()) {
            match open_side(console, path) {
                Ok(opened) => {
                    let read = Read::through(method, &opened);
                    let part = self.part(&opened, &read.method);
                    reading.read = Some(read);
                    reading.take(path, Ok(part));
                }
                Err(error) => reading.take(path, Err(error)),
            }
            paths = rest;
        }
        if let Some(method) = reading.read.as_ref().map(|read| read.method.clone()) {
            let part = |console: Console<'_>, path: &Path| {
                open_side(console, path).map(|opened| self.part(&opened, &method))
            };
            many::each(console, paths, part, |path, part| reading.take(path, part));
        }
        reading.done()
    }

    /// What is needed of an assessment.
    fn part(&self, opened: &OpenedSide, method: &Method) -> Part {
        let common = Common { method, levels: self.levels };
        let assessment = &opened.assessment;
        Part {
            member: Member::read(opened.side(), common, self.chosen),
            file: opened.file.clone(),
            municipality: (assessment.municipality, assessment.municipality_name.clone()),
            round: assessment.round.clone(),
            method: opened.method.clone(),
        }
    }
}

/// What is needed of an assessment.
struct Part {
    member: Result<Member, LeftOut>,
    file: String,
    municipality: (MunicipalityCode, String),
    round: String,
    /// Its own.
    method: Method,
}

/// What has been read so far.
struct Reading<'f, 'c> {
    files: &'f Files<'f>,
    console: Console<'c>,
    read: Option<Read>,
    findings: Findings,
    skipped: BTreeSet<PathBuf>,
    is_broken: bool,
}

impl Reading<'_, '_> {
    fn take(&mut self, path: &Path, part: anyhow::Result<Part>) {
        let error = match part {
            Ok(part) => {
                if let Some(read) = &mut self.read {
                    read.take(part, self.files.has_own, &mut self.findings);
                }
                return;
            }
            Err(error) => error,
        };
        let is_own = self.files.has_own && self.files.paths.first().is_some_and(|own| own == path);
        let may_skip = self.files.skip_broken && !is_own;
        match error.downcast::<Refused>() {
            Ok(Refused(of_file)) if may_skip => self.console.findings(&of_file.sorted()),
            Ok(Refused(of_file)) => self.findings.extend(of_file),
            Err(other) => self.console.complain(&error_lines(self.console.lang, &other)),
        }
        if may_skip {
            self.skipped.insert(path.to_owned());
        } else {
            self.is_broken = true;
        }
    }

    fn done(self) -> anyhow::Result<Read> {
        let Self { read, findings, skipped, is_broken, .. } = self;
        match read {
            Some(read) if !is_broken && !findings.has_errors() => Ok(Read { skipped, ..read }),
            _ => Err(Refused(findings).into()),
        }
    }
}

impl Read {
    /// Nothing read yet; the first file's own method counts where none was named.
    fn through(method: Option<&Method>, first: &OpenedSide) -> Self {
        Self {
            method: method.unwrap_or(&first.method).clone(),
            members: Members::default(),
            own_member: None,
            left_out: Vec::new(),
            own: first.assessment.municipality,
            methods: BTreeMap::new(),
            files: BTreeMap::new(),
            skipped: BTreeSet::new(),
        }
    }

    fn take(&mut self, part: Part, has_own: bool, findings: &mut Findings) {
        let (code, name) = part.municipality;
        let key = (code, part.round);
        if let Some(other) = self.files.get(&key) {
            // Our own may be named in two ways, since a shell lists it among the others, too.
            if self.own_member.is_some() && self.own_member.as_ref() == part.member.as_ref().ok() {
                return;
            }
            let (municipality, round, other) = (name, key.1, other.clone());
            let fact = Fact::SameRoundTwice { municipality, round, other };
            findings.push(Location::File(part.file), fact);
            return;
        }
        if has_own && self.files.is_empty() {
            self.own_member = part.member.as_ref().ok().cloned();
        }
        self.files.insert(key, part.file);
        let own_method = self.methods.entry(part.method.id.clone());
        own_method.or_insert_with(|| (0, part.method)).0 += 1;
        match part.member {
            Ok(member) => self.members.add(member),
            Err(left_out) => self.left_out.push(left_out),
        }
    }
}
