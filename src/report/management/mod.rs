//! `report`: one assessment for somebody: the board, the council, an area, the data protection officer, or
//! whoever asks for the record. Everything shown is taken from one [`Briefing`], so that no two formats and
//! no two readers are told different figures.

mod board;
mod changes;
mod council;
mod department;
mod dpo;
mod facts;
mod pictures;
mod record;
mod record_fields;
mod records;
mod slides;
mod tables;

use serde_json::Value;

use super::accepted::line;
use super::document::{Block, Cell, Document, Slide};
use super::list::band_counts;
use super::{AcceptanceFacts, Publication, Records, severity_counts};
use crate::domain::{
    Area, Assessment, Band, Catalogue, Date, Method, Others, Reader, Template, Wording, digest,
    filled,
};
use crate::engine::OverviewRow;
use crate::engine::briefing::{Acceptances, Briefing};
use crate::engine::compare::Comparison;
use crate::finding::Findings;
use crate::text::management as said;
use crate::text::{self, Lang};

/// What an assessment is held against.
#[derive(Debug, Clone, Copy)]
pub enum Against<'a> {
    /// Another municipality; the first side is ours.
    One(&'a Comparison<'a>),
    /// Many, by what `benchmark` says of them.
    Many(&'a Others),
}

/// What `report` shows.
#[derive(Debug)]
pub struct ManagementReport<'a> {
    /// Whom it is for.
    pub reader: Reader,
    /// The assessment.
    pub assessment: &'a Assessment,
    /// For titles.
    pub catalogue: &'a Catalogue,
    /// The assessment's own method.
    pub method: &'a Method,
    /// The day that it is made up for.
    pub as_of: Date,
    /// Everything, summed up; of one area where one is chosen.
    pub briefing: &'a Briefing<'a>,
    /// The area, for [`Reader::Department`].
    pub area: Option<&'a Area>,
    /// The last round (the first side) and this one.
    pub since: Option<&'a Comparison<'a>>,
    /// Others.
    pub against: Option<Against<'a>>,
    /// What the check and the pattern of the answers say, of what is shown.
    pub findings: &'a Findings,
    /// What the municipality says in its own way.
    pub template: &'a Template,
}

/// Rows of a table on the first page.
const FIRST_PAGE: usize = 5;
/// Questions on the first page.
const SHORT_LIST: usize = 3;
/// Rows of a picture.
const PICTURED: usize = 12;

impl Publication for ManagementReport<'_> {
    fn title(&self, lang: Lang) -> String {
        let title = self.wording(
            lang,
            match self.reader {
                Reader::Board => Wording::BoardTitle,
                Reader::Council => Wording::CouncilTitle,
                Reader::Department => Wording::DepartmentTitle,
                Reader::Dpo => Wording::DpoTitle,
                Reader::Record => Wording::RecordTitle,
            },
        );
        // A part never passes for the whole, whatever words a municipality has for it.
        match self.area {
            Some(area) if !title.contains(lang.pick(&area.label, &area.label_en).as_str()) => {
                said::title_of_area(lang, &title, lang.pick(&area.label, &area.label_en))
            }
            _ => title,
        }
    }

    fn day(&self) -> Date {
        self.as_of
    }

    fn checksum(&self) -> Option<String> {
        Some(self.digest())
    }

    fn foot(&self, lang: Lang) -> String {
        self.wording(lang, Wording::Footer)
    }

    fn document(&self, lang: Lang, whole: bool) -> Document {
        let mut document = Document::default();
        document.heading(self.title(lang));
        match self.reader {
            Reader::Board => self.board(lang, &mut document),
            Reader::Council => self.council(lang, &mut document),
            Reader::Department => self.department(lang, &mut document),
            Reader::Dpo => self.dpo(lang, &mut document),
            Reader::Record => self.record(lang, &mut document),
        }
        // On a screen the first part is enough to begin with.
        let rest = document.blocks.iter().position(|block| *block == Block::NewPage);
        if let Some(first) = rest.filter(|_| !whole) {
            document.blocks.truncate(first);
            document.paragraph(said::rest_in_a_file(lang));
        }
        document.small(self.footnote(lang));
        document
    }

    fn facts(&self) -> Value {
        self.as_json()
    }

    fn records(&self, lang: Lang) -> Records {
        self.rows(lang)
    }

    fn pages(&self, lang: Lang) -> Vec<(String, Document)> {
        self.sheets(lang)
    }

    fn slides(&self, lang: Lang) -> Vec<Slide> {
        match self.reader {
            Reader::Board => self.board_slides(lang),
            Reader::Council => self.council_slides(lang),
            Reader::Department | Reader::Dpo | Reader::Record => Vec::new(),
        }
    }
}

impl<'a> ManagementReport<'a> {
    /// A text in the municipality's own words, else as shipped, with its places filled in.
    fn wording(&self, lang: Lang, which: Wording) -> String {
        let own = self.template.texts.get(&which).map(String::as_str);
        let day = text::date(lang, self.as_of);
        let area = self.area.map_or("", |area| lang.pick(&area.label, &area.label_en));
        let values = [
            ("kommune", self.assessment.municipality_name.as_str()),
            ("runde", self.assessment.round.as_str()),
            ("dato", day.as_str()),
            ("omraade", area),
        ];
        filled(own.unwrap_or_else(|| said::wording(lang, which)), &values)
    }

    /// The number by which a reader can check that the report says what the assessment says: over the facts,
    /// so that it is the same in every format and language.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(self.stated().to_string().as_bytes())
    }

    fn footnote(&self, lang: Lang) -> String {
        let Assessment { catalogue, .. } = self.assessment;
        said::footnote(
            lang,
            (self.method.id.as_str(), self.method.version),
            (&catalogue.version, &catalogue.digest),
            self.as_of,
            &self.digest(),
        )
    }

    fn stand(&self, lang: Lang) -> String {
        let days = (self.assessment.as_of, self.as_of);
        let stand = said::stand(lang, days, self.briefing.overview.coverage);
        match self.area {
            Some(area) => said::stand_of_area(lang, lang.pick(&area.label, &area.label_en), &stand),
            None => stand,
        }
    }

    /// The worst band of the method.
    fn worst_band(&self) -> Option<&'a Band> {
        self.method.bands.last()
    }

    /// Activities in the worst band today and when what is planned is done, and all that are assessed.
    fn in_worst_band(&self) -> Option<(&'a Band, (usize, usize, usize))> {
        let band = self.worst_band()?;
        let Briefing { current, residual, overview, .. } = self.briefing;
        Some((band, (current.at(band.rank), residual.at(band.rank), overview.coverage.assessed)))
    }

    /// "Høj 4 · Over middel 12 · …".
    fn bands_today(&self, lang: Lang) -> Vec<Cell> {
        band_counts(lang, self.method, |band| self.briefing.current.at(band.rank))
    }

    /// The title of an activity with its number.
    fn label(row: &OverviewRow<'_>) -> String {
        match row.title() {
            title if title == row.id.as_str() => title.to_owned(),
            title => format!("{} {title}", row.id),
        }
    }

    fn area_name(lang: Lang, area: Option<&Area>) -> String {
        area.map_or("–", |area| lang.pick(&area.label, &area.label_en)).to_owned()
    }

    /// Whom the assessment is held against, and how: activities where most stand milder, worse, of how many.
    fn place(&self, lang: Lang) -> Option<(String, (usize, usize, usize))> {
        match self.against? {
            Against::One(comparison) => {
                let of = comparison.summary;
                let name = comparison.right.assessment.municipality_name.clone();
                // The first side is ours: what is raised is worse at the other's.
                Some((name, (of.lowered, of.raised, of.both)))
            }
            Against::Many(others) => {
                let places = self.places(others);
                let worse = places.iter().filter(|place| place.is_worse()).count();
                let milder = places.iter().filter(|place| place.is_milder()).count();
                let name = match lang {
                    Lang::Da => format!("{} kommuner", others.municipalities),
                    Lang::En => format!("{} municipalities", others.municipalities),
                };
                Some((name, (worse, milder, places.len())))
            }
        }
    }

    /// Our place among others, the worst activities first; only those that can be compared.
    fn places(&self, others: &Others) -> Vec<Place<'a>> {
        if others.method != self.method.id || others.method_version != self.method.version {
            return Vec::new();
        }
        let rows = self.briefing.worst_first().into_iter();
        rows.filter_map(|row| {
            let own = row.risk.current()?.1.band.rank;
            let spread = others.activities.get(row.id)?;
            let bands: Option<Vec<usize>> = spread.bands.iter().copied().collect();
            let bands = bands.filter(|bands| bands.len() == self.method.bands.len())?;
            Some(Place { row, own, bands })
        })
        .collect()
    }

    /// What to read first.
    fn brief(&self, lang: Lang) -> Vec<String> {
        let coverage = self.briefing.overview.coverage;
        if coverage.assessed == 0 {
            return vec![said::nothing_assessed(lang, coverage.whole, false)];
        }
        let mut lines = Vec::new();
        lines.extend(self.in_worst_band().map(|(band, counts)| said::worst(lang, band, counts)));
        lines.extend(self.since_line(lang));
        match self.against {
            Some(Against::One(of)) => {
                lines.push(said::against(lang, &of.right.assessment.municipality_name, of.summary));
            }
            Some(Against::Many(others)) => {
                if let Some((_, counts)) = self.place(lang) {
                    lines.push(said::among(lang, others.municipalities, counts));
                }
            }
            None => {}
        }
        let decisions = &self.briefing.decisions;
        let activities: std::collections::BTreeSet<_> =
            decisions.iter().map(|decision| decision.row.id).collect();
        let open = coverage.whole - coverage.assessed;
        lines.push(said::to_decide(lang, decisions.len(), activities.len(), open));
        let takes = [Some(self.action_summary(lang)), self.deadlines(lang), self.cost_line(lang)];
        lines.push(takes.into_iter().flatten().collect::<Vec<_>>().join(" "));
        lines.extend(self.accepted_summary(lang));
        lines.extend(said::sure(lang, self.briefing.sureness).into_iter().next());
        lines
    }

    /// How many risks are accepted by name; nothing where nobody has accepted any.
    fn accepted_summary(&self, lang: Lang) -> Option<String> {
        let of = self.briefing.acceptances;
        let activities = self.briefing.overview.coverage.assessed;
        (of != Acceptances::default()).then(|| said::accepted_by_name(lang, of, activities))
    }

    /// Who has accepted the risk of an activity, where somebody has.
    fn acceptance(&self, row: &OverviewRow<'_>) -> Option<AcceptanceFacts> {
        AcceptanceFacts::of(row.answer, self.assessment, self.catalogue, self.method)
    }

    /// Who has accepted what, and until when.
    fn accepted(&self, lang: Lang, document: &mut Document) {
        let line = |row: &OverviewRow<'_>| {
            let said = line(lang, row.answer, &self.acceptance(row)?)?;
            Some(format!("{}: {said}", Self::label(row)))
        };
        let lines: Vec<String> = self.briefing.overview.rows.iter().filter_map(line).collect();
        if !lines.is_empty() {
            document.heading(said::accepted_heading(lang));
            document.list(lines);
        }
    }

    /// Findings by severity: errors, warnings, notes.
    fn found(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for (place, (_, count)) in counts.iter_mut().zip(severity_counts(self.findings)) {
            *place = count;
        }
        counts
    }

    /// How sure it is, with what the check says.
    fn sure(&self, lang: Lang) -> Vec<String> {
        let mut lines = match self.briefing.overview.coverage.assessed {
            0 => Vec::new(),
            _ => said::sure(lang, self.briefing.sureness),
        };
        let [errors, warnings, notes] = self.found();
        lines.push(said::raised_by_check(lang, errors, warnings, notes));
        lines
    }
}

/// Our place in an activity among others.
struct Place<'a> {
    row: &'a OverviewRow<'a>,
    /// Rank of our band.
    own: u8,
    /// Municipalities by rank of the band, rank 1 first.
    bands: Vec<usize>,
}

impl Place<'_> {
    /// Municipalities milder than a rank, and worse.
    fn around(&self) -> (usize, usize, usize) {
        let own = usize::from(self.own);
        let milder = self.bands.iter().take(own.saturating_sub(1)).sum();
        let worse = self.bands.iter().skip(own).sum();
        (milder, worse, self.bands.iter().sum())
    }

    /// Whether more than half stand milder than we do.
    fn is_worse(&self) -> bool {
        let (milder, _, all) = self.around();
        milder * 2 > all
    }

    /// Whether more than half stand worse than we do.
    fn is_milder(&self) -> bool {
        let (_, worse, all) = self.around();
        worse * 2 > all
    }
}
