//! `init`: a new assessment.

use std::path::PathBuf;

use super::args::InitArgs;
use super::failure::{Refused, refuse_argument};
use super::output::{Console, check_free};
use super::saving::record_new;
use super::session::{catalogue, day, find_method, local_folder};
use super::{Done, clock};
use crate::domain::{Municipality, MunicipalityCode, Perspective};
use crate::engine::new_assessment;
use crate::finding::{Fact, nearest, spelled_out};
use crate::store;
use crate::text;

pub(super) fn run(console: Console<'_>, args: &InitArgs) -> anyhow::Result<Done> {
    let municipalities = store::embedded_municipalities().map_err(Refused)?;
    let municipality = find_municipality(&args.municipality.join(" "), &municipalities)?;
    let as_of = day(args.as_of.as_deref(), clock::today)?;
    let round = args.round.clone().unwrap_or_else(|| as_of.year().to_string());
    let extra = perspectives(&args.perspective)?;
    let path = args.output.clone().unwrap_or_else(|| default_path(municipality, &round));
    let method = find_method(&args.method, &local_folder(console, path.parent()), "--method")?;
    let catalogue = catalogue(console, path.parent())?;
    let mut assessment = new_assessment(municipality, round.trim(), as_of, &catalogue, &method);
    assessment.perspectives = Perspective::ALL
        .into_iter()
        .filter(|p| *p == Perspective::DataSubject || extra.contains(p))
        .collect();
    if args.numbered_only {
        assessment.activities.retain(|id, _| {
            let activity = catalogue.activities.get(id);
            activity.is_some_and(|activity| activity.is_numbered() || activity.is_own())
        });
    }
    check_free(&path, args.write.force)?;
    if !args.write.dry_run {
        let _lock = store::lock(&path)?;
        check_free(&path, args.write.force)?;
        record_new(&path, &assessment)?;
    }
    let count = assessment.activities.len();
    let file = path.display().to_string();
    let starting = catalogue.consequence_levels == method.consequence.top_number();
    console.say(&text::created(console.lang, &file, count, &method, starting));
    if args.write.dry_run {
        console.say(text::dry_run(console.lang));
    }
    Ok(Done::Clean)
}

/// `skovby-2026.risiko.yml`
fn default_path(municipality: &Municipality, round: &str) -> PathBuf {
    let name = format!("{}-{}", municipality.name, round).to_lowercase();
    let safe = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    PathBuf::from(format!("{}.risiko.yml", safe.collect::<String>().trim_matches('-')))
}

fn perspectives(words: &[String]) -> anyhow::Result<Vec<Perspective>> {
    let mut chosen = Vec::new();
    for word in words.iter().flat_map(|words| words.split(',')).map(str::trim) {
        let found = Perspective::ALL.into_iter().find(|perspective| perspective.key() == word);
        let Some(perspective) = found else {
            let keys: Vec<&str> = Perspective::ALL.iter().map(|p| p.key()).collect();
            let fact = Fact::ValueArgument {
                found: word.to_owned(),
                nearest: nearest(word, keys.iter().copied()).map(str::to_owned),
                allowed: keys.into_iter().map(str::to_owned).collect(),
            };
            return Err(refuse_argument("--perspective", fact));
        };
        chosen.push(perspective);
    }
    Ok(chosen)
}

/// The municipality that a name or code means: exactly, or by the only beginning that fits.
fn find_municipality<'a>(
    written: &str,
    municipalities: &'a [Municipality],
) -> anyhow::Result<&'a Municipality> {
    let code = MunicipalityCode::parse(written).ok();
    if let Some(found) = municipalities.iter().find(|known| Some(known.code) == code) {
        return Ok(found);
    }
    let wanted = spelled_out(written);
    let wanted = wanted.trim_end_matches(" kommune");
    if let Some(found) = municipalities.iter().find(|known| spelled_out(&known.name) == wanted) {
        return Ok(found);
    }
    let begins: Vec<_> = municipalities
        .iter()
        .filter(|known| spelled_out(&known.name).starts_with(wanted))
        .collect();
    match begins.as_slice() {
        [only] => Ok(only),
        [] => {
            let names = municipalities.iter().map(|known| known.name.as_str());
            let nearest = nearest(written, names).map(str::to_owned);
            let fact = Fact::UnknownMunicipality { found: written.to_owned(), nearest };
            Err(refuse_argument("KOMMUNE", fact))
        }
        several => {
            let matches =
                several.iter().map(|known| format!("{} {}", known.code, known.name)).collect();
            let found = written.to_owned();
            Err(refuse_argument("KOMMUNE", Fact::AmbiguousMunicipality { found, matches }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(written: &str) -> Option<String> {
        let municipalities = store::embedded_municipalities().unwrap();
        find_municipality(written, &municipalities).ok().map(|m| m.name.clone())
    }

    #[test]
    fn finds_a_municipality_by_code_name_old_spelling_or_unique_beginning() {
        for (written, name) in [
            ("101", "København"),
            ("0751", "Aarhus"),
            ("Århus", "Aarhus"),
            ("københavn kommune", "København"),
            ("ringkøbing", "Ringkøbing-Skjern"),
            ("aeroe", "Ærø"),
        ] {
            assert_eq!(found(written).as_deref(), Some(name), "{written}");
        }
    }

    #[test]
    fn refuses_a_beginning_that_fits_several() {
        assert_eq!(found("frederik"), None);
        assert_eq!(found("102"), None);
    }
}
