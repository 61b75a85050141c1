//! `report`: one assessment for somebody, in every form that is passed on.

use std::collections::BTreeSet;
use std::path::Path;

use super::args::{ReaderArg, ReportArgs, form_of};
use super::chosen::{activities_of_area, area_named};
use super::diff::level_maps;
use super::failure::{Refused, refuse, refuse_argument};
use super::names::ending;
use super::output::{Console, check_free};
use super::session::{Opened, day, open};
use super::sides::{OpenedSide, open_side};
use super::{Done, clock};
use crate::domain::{
    ActivityId, Area, Assessment, Date, LevelMap, MethodId, Others, Reader, Template, Wording,
};
use crate::engine::briefing::briefing;
use crate::engine::compare::{Common, Side, compare};
use crate::engine::{self, overview, part_of};
use crate::exchange::guard::stated_checksum;
use crate::finding::{Fact, Findings, Location, LogoProblem};
use crate::render::{Logo, LogoError, Look, Rgb};
use crate::report::{Against, ManagementReport, TemplatesReport};
use crate::store;
use crate::text::management::{self as said, wording};

pub(super) fn run(console: Console<'_>, args: &ReportArgs) -> anyhow::Result<Done> {
    if args.list_templates {
        return list_templates(console, args);
    }
    if let Some(folder) = &args.export_templates {
        return export_templates(console, folder, args.output.force);
    }
    let Some(reader) = args.reader.map(Reader::from) else {
        let allowed = Reader::KEYS.map(|(key, _)| key.to_owned()).into();
        return Err(refuse_argument("--for", Fact::ChoiceMissing { allowed }));
    };
    let material = Material::read(console, args, reader)?;
    if let Some(path) = &args.verify {
        return material.told(reader, |report| verify(console, path, (report, &material.look)));
    }
    let look = &material.look;
    material.told(reader, |report| console.publish_as(&args.output, report, look))?;
    Ok(Done::Clean)
}

/// Checks that a file is the report, byte for byte: the same facts give the same file. Where it is not, the
/// checksum tells whether the facts are others or only the file.
fn verify(
    console: Console<'_>,
    path: &Path,
    (report, look): (&ManagementReport<'_>, &Look),
) -> anyhow::Result<Done> {
    let bytes = store::read_bytes(path)?;
    let name = path.display().to_string();
    for lang in [console.lang, console.lang.other()] {
        let other = Console { lang, ..console };
        if other.rendered(form_of(Some(path)), report, look)? == bytes {
            let verified = said::verified(console.lang, &name, &report.digest());
            console.print_line(&verified);
            return Ok(Done::Clean);
        }
    }
    let now = report.digest();
    let fact = match stated_checksum(&bytes) {
        None => Fact::NotAReport {},
        Some(stated) if stated != now => Fact::ReportOutdated { stated, now },
        Some(_) => Fact::ReportAltered {},
    };
    let mut findings = Findings::new();
    findings.push(Location::File(name), fact);
    console.findings(&findings);
    Ok(Done::Findings)
}

/// Everything that a report is made of.
struct Material {
    opened: Opened,
    as_of: Date,
    template: Template,
    look: Look,
    /// The area and its activities, where one is chosen.
    chosen: Option<(Area, BTreeSet<ActivityId>)>,
    levels: Vec<LevelMap>,
    since: Option<OpenedSide>,
    against: Option<Held>,
}

impl Material {
    fn read(console: Console<'_>, args: &ReportArgs, reader: Reader) -> anyhow::Result<Self> {
        // What is wrong with the assessment stands in the report.
        let quiet = Console { quiet: true, ..console };
        let opened = open(quiet, args.file.as_deref())?;
        let template =
            args.template.as_deref().map(|folder| template_in(console, folder)).transpose()?;
        let (template, look) = template.unwrap_or_default();
        let since = args.since.as_deref().map(|path| earlier(quiet, path, &opened));
        let against = args.against.as_deref().map(|path| others(quiet, path, &opened));
        Ok(Self {
            as_of: day(args.as_of.as_deref(), clock::today)?,
            template,
            look,
            chosen: chosen_area(&opened, args, reader)?,
            levels: level_maps(console, &args.levels)?,
            since: since.transpose()?,
            against: against.transpose()?,
            opened,
        })
    }

    /// The part of an assessment that the report is about.
    fn part(&self, assessment: &Assessment) -> Assessment {
        match &self.chosen {
            Some((_, ids)) => part_of(assessment, ids),
            None => assessment.clone(),
        }
    }

    /// Makes the report to a reader, and does something with it.
    fn told<T>(&self, reader: Reader, tell: impl FnOnce(&ManagementReport<'_>) -> T) -> T {
        let assessment = self.part(&self.opened.loaded.assessment);
        let (catalogue, method) = (&self.opened.catalogue, &self.opened.loaded.method);
        let overview = overview(&assessment, catalogue, method);
        let own = Side { assessment: &assessment, catalogue, method };
        let common = Common { method, levels: &self.levels };
        let then = self.since.as_ref().map(|side| (side, self.part(&side.assessment)));
        let since = then.as_ref().map(|(side, assessment)| {
            compare(Side { assessment, ..side.side() }, own, common, &[])
        });
        let theirs = match &self.against {
            Some(Held::One(side)) => Some((side, self.part(&side.assessment))),
            _ => None,
        };
        let one = theirs.as_ref().map(|(side, assessment)| {
            compare(own, Side { assessment, ..side.side() }, common, &[])
        });
        let against = match (&self.against, &one) {
            (Some(Held::Many(others)), _) => Some(Against::Many(others)),
            (_, Some(comparison)) => Some(Against::One(comparison)),
            _ => None,
        };
        tell(&ManagementReport {
            reader,
            assessment: &assessment,
            catalogue,
            method,
            as_of: self.as_of,
            briefing: &briefing(&assessment, catalogue, method, &overview, self.as_of),
            area: self.chosen.as_ref().map(|(area, _)| area),
            since: since.as_ref(),
            against,
            findings: &self.findings(&assessment),
            template: &self.template,
        })
    }

    /// What the check and the pattern of the answers say of the part that is shown.
    fn findings(&self, assessment: &Assessment) -> Findings {
        let (catalogue, method) = (&self.opened.catalogue, &self.opened.loaded.method);
        let file = self.opened.file();
        let mut findings = engine::check(assessment, catalogue, method, self.as_of, &file);
        if self.chosen.is_some() {
            // Of a part, what is left out is not missing.
            findings.retain(|finding| !matches!(finding.fact, Fact::ActivityMissing { .. }));
        }
        findings.extend(engine::honesty(assessment, catalogue, method, &file));
        findings.sorted()
    }
}

impl From<ReaderArg> for Reader {
    fn from(reader: ReaderArg) -> Self {
        match reader {
            ReaderArg::Direktion => Self::Board,
            ReaderArg::Byraad => Self::Council,
            ReaderArg::Fagomraade => Self::Department,
            ReaderArg::Dpo => Self::Dpo,
            ReaderArg::Art30 => Self::Record,
        }
    }
}

/// The area that `--area` names, with its activities. The report to an area needs one.
fn chosen_area(
    opened: &Opened,
    args: &ReportArgs,
    reader: Reader,
) -> anyhow::Result<Option<(Area, BTreeSet<ActivityId>)>> {
    let Some(written) = &args.area else {
        if reader == Reader::Department {
            let (given, missing) = ("--for fagomraade".to_owned(), "--area".to_owned());
            return Err(refuse_argument("--for", Fact::RequiresArgument { given, missing }));
        }
        return Ok(None);
    };
    if matches!(reader, Reader::Board | Reader::Council) {
        // They answer for the whole: a part would read as if it were.
        let (first, second) = ("--area".to_owned(), format!("--for {}", reader.key()));
        return Err(refuse_argument("--area", Fact::ConflictingArguments { first, second }));
    }
    let mut findings = Findings::new();
    let Some(area) = area_named(&opened.catalogue, written, &mut findings) else {
        return Err(Refused(findings).into());
    };
    let ids = activities_of_area(&opened.catalogue, written, &mut findings);
    Ok(Some((area.clone(), ids.into_iter().collect())))
}

/// The last round: the same municipality's.
fn earlier(console: Console<'_>, path: &Path, opened: &Opened) -> anyhow::Result<OpenedSide> {
    let side = open_side(console, path)?;
    let own = &opened.loaded.assessment;
    if side.assessment.municipality != own.municipality {
        let (found, expected) =
            (side.assessment.municipality_name.clone(), own.municipality_name.clone());
        let place = Location::File(path.display().to_string());
        return Err(refuse(place, Fact::EarlierOfOther { found, expected }));
    }
    let (found, day) = (&side.assessment.round, side.assessment.as_of);
    if day > own.as_of || (day == own.as_of && *found == own.round) {
        let (found, day) = (found.clone(), day.to_string());
        let (own, own_day) = (own.round.clone(), own.as_of.to_string());
        let place = Location::File(path.display().to_string());
        return Err(refuse(place, Fact::RoundNotEarlier { found, day, own, own_day }));
    }
    Ok(side)
}

/// What `--against` names.
enum Held {
    One(Box<OpenedSide>),
    Many(Others),
}

/// Another assessment, or what `benchmark` says of many.
fn others(console: Console<'_>, path: &Path, opened: &Opened) -> anyhow::Result<Held> {
    let own = &opened.loaded.method;
    if ending(path).as_deref() == Some("json") {
        let (file, text) = (path.display().to_string(), store::read_text(path)?);
        if store::is_others(&text) {
            let others = store::parse_others(&file, &text).map_err(Refused)?;
            if (&others.method, others.method_version) != (&own.id, own.version) {
                let name = |id: &MethodId, version| format!("{id} ({version})");
                let found = name(&others.method, others.method_version);
                let fact = Fact::OthersOfOtherMethod { found, own: name(&own.id, own.version) };
                return Err(refuse(Location::File(file), fact));
            }
            return Ok(Held::Many(others));
        }
    }
    let side = open_side(console, path)?;
    let (ours, theirs) = (&opened.loaded.assessment, &side.assessment);
    if (&ours.municipality, &ours.round) == (&theirs.municipality, &theirs.round) {
        let (municipality, round) = (theirs.municipality_name.clone(), theirs.round.clone());
        let fact = Fact::SameRoundTwice { municipality, round, other: opened.file() };
        return Err(refuse(Location::File(path.display().to_string()), fact));
    }
    Ok(Held::One(Box::new(side)))
}

/// The template in a folder, and how it makes a report look.
fn template_in(console: Console<'_>, folder: &Path) -> anyhow::Result<(Template, Look)> {
    let path = folder.join(store::TEMPLATE_NAME);
    let text = store::read_text(&path)?;
    let template = store::parse_template(&path.display().to_string(), &text).map_err(Refused)?;
    let mut look = Look::default();
    if let Some([red, green, blue]) = template.accent {
        let accent = Rgb(red, green, blue);
        look.accent = accent.readable();
        if look.accent != accent {
            let [found, used] = [accent, look.accent].map(|colour| format!("#{}", colour.hex()));
            let mut findings = Findings::new();
            let place = Location::File(path.display().to_string());
            findings.push(place, Fact::ColourTooLight { found, used });
            console.findings(&findings);
        }
    }
    look.logo = template.logo.as_ref().map(|name| logo(&folder.join(name))).transpose()?;
    Ok((template, look))
}

fn logo(path: &Path) -> anyhow::Result<Logo> {
    Logo::new(store::read_bytes(path)?).map_err(|error| {
        let problem = match error {
            LogoError::NotPng | LogoError::Damaged => LogoProblem::NoPng,
            LogoError::TooLarge => LogoProblem::TooLarge,
            LogoError::Kind => LogoProblem::Kind,
        };
        refuse(Location::File(path.display().to_string()), Fact::LogoUnusable { problem })
    })
}

fn list_templates(console: Console<'_>, args: &ReportArgs) -> anyhow::Result<Done> {
    console.publish(&args.output, &TemplatesReport { day: clock::today() })?;
    Ok(Done::Clean)
}

/// Writes a template to begin with: every text as it is, in the language chosen.
fn export_templates(console: Console<'_>, folder: &Path, force: bool) -> anyhow::Result<Done> {
    let path = folder.join(store::TEMPLATE_NAME);
    check_free(&path, force)?;
    let texts = Wording::KEYS.map(|(_, which)| (which, wording(console.lang, which)));
    store::create_folder(folder)?;
    store::write_atomically(&path, store::format_template(&texts).as_bytes())?;
    console.say(&crate::text::written(console.lang, &path.display().to_string()));
    Ok(Done::Clean)
}
