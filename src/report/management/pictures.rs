//! The pictures. Each says in numbers and words what its shapes say, so that it can be read without colour,
//! and its text sums it up for those who cannot see it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::tables::shortened;
use super::{ManagementReport, PICTURED, Place};
use crate::domain::{Band, Consequence, LevelNumber as _, Likelihood, Reader};
use crate::engine::RiskPoint;
use crate::engine::briefing::{AreaStand, BandCounts};
use crate::engine::compare::Difference;
use crate::engine::{Overview, Score, overview, picture};
use crate::report::drawing::{Anchor, Drawing, Paint};
use crate::text::management::{self as said, Picture};
use crate::text::{self, Lang};

/// Width of every picture.
const WIDTH: i32 = 720;
/// Height of a row with a line of text.
const ROW: i32 = 26;
/// Size of ordinary text.
const TEXT: i32 = 12;
/// Where names end and what is drawn begins.
const NAMES: i32 = 250;
/// Characters of a name.
const NAME: usize = 38;
/// Most arrows in the matrix: more could not be told apart.
const ARROWS: usize = 8;
/// Narrowest part of a bar that a number fits in.
const FITS: i32 = 16;

fn whole(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 4)
}

/// A cell of the matrix.
type Place2 = (Consequence, Likelihood);

impl ManagementReport<'_> {
    fn drawing(lang: Lang, which: Picture, facts: &str, height: i32) -> Drawing {
        let (title, alt) = said::picture(lang, which, facts);
        Drawing::new(title, alt, (WIDTH, height))
    }

    /// The matrix: how many stand in each cell today and when what is planned is done, with arrows for the
    /// moves that most activities make.
    pub(super) fn risk_picture(&self, lang: Lang) -> Drawing {
        let (rows, columns) = (
            i32::from(self.method.consequence.top_number()),
            i32::from(self.method.likelihood.top_number()),
        );
        let (left, top, cell) = (150, 8, 62);
        let wide = (WIDTH - left - 8) / columns.max(1);
        let corner = |(consequence, likelihood): Place2| {
            let row = rows - i32::from(consequence.number());
            (left + (i32::from(likelihood.number()) - 1) * wide, top + row * cell)
        };
        let counts: Vec<String> = self
            .method
            .bands
            .iter()
            .rev()
            .map(|band| {
                let (now, then) =
                    (self.briefing.current.at(band.rank), self.briefing.residual.at(band.rank));
                format!("{} {now} → {then}", text::band(lang, band))
            })
            .collect();
        let mut drawing =
            Self::drawing(lang, Picture::Risk, &counts.join(", "), top + rows * cell + 48);
        let overview = self.briefing.overview;
        let now = picture(overview, RiskPoint::Current).cells;
        let then = picture(overview, RiskPoint::Residual).cells;
        let count = |cells: &BTreeMap<Place2, Vec<_>>, at| cells.get(&at).map_or(0, Vec::len);
        for (likelihood, consequence, band) in self.method.cells() {
            let at = corner((consequence, likelihood));
            drawing.rect(at, (wide, cell), Paint::Band(band.colour));
            let (here, later) =
                (count(&now, (consequence, likelihood)), count(&then, (consequence, likelihood)));
            if here + later > 0 {
                let text = format!("{here} → {later}");
                drawing.on_band((at.0 + 8, at.1 + 20), Anchor::Start, 15, text);
            }
            let name = text::band(lang, band);
            drawing.on_band((at.0 + wide - 6, at.1 + cell - 8), Anchor::End, 10, name);
        }
        for ((from, to), moved) in moves(overview).into_iter().take(ARROWS) {
            let middle = |(x, y): (i32, i32)| (x + wide / 2, y + cell / 2 + 4);
            let (start, end) = (middle(corner(from)), middle(corner(to)));
            drawing.arrow(start, end, if moved > 4 { 4 } else { 2 }, Paint::OnBand);
        }
        let names = said::labels(lang);
        for (level, meaning) in self.method.consequence.levels() {
            let y = top + (rows - i32::from(level.number())) * cell + cell / 2 + 4;
            let name = format!("{level} {}", text::level_label(lang, meaning));
            drawing.text((left - 8, y), Anchor::End, TEXT, shortened(&name, 20));
        }
        for (level, meaning) in self.method.likelihood.levels() {
            let x = left + (i32::from(level.number()) - 1) * wide + wide / 2;
            let name = format!("{level} {}", text::level_label(lang, meaning));
            drawing.text((x, top + rows * cell + 16), Anchor::Middle, 11, shortened(&name, 22));
        }
        let [.., likelihood, consequence] = names;
        let foot = top + rows * cell + 38;
        drawing.bold((left + columns * wide / 2, foot), Anchor::Middle, TEXT, likelihood);
        drawing.bold((8, top + 14), Anchor::Start, TEXT, format!("↑ {consequence}"));
        drawing
    }

    /// A bar for each name, divided by band, worst first; what is not assessed stays empty.
    pub(super) fn bars(
        &self,
        lang: Lang,
        which: Picture,
        bars: &[(String, &BandCounts, usize)],
    ) -> Drawing {
        let bands: Vec<&Band> = self.method.bands.iter().rev().collect();
        let total = |(_, counts, open): &(String, &BandCounts, usize)| {
            bands.iter().map(|band| counts.at(band.rank)).sum::<usize>() + open
        };
        let longest = whole(bars.iter().map(total).max().unwrap_or_default().max(1));
        let facts: Vec<String> = bars
            .iter()
            .map(|bar| {
                let parts = bands.iter().map(|band| (text::band(lang, band), bar.1.at(band.rank)));
                let parts: Vec<String> = parts
                    .filter(|(_, count)| *count > 0)
                    .map(|(name, count)| format!("{name} {count}"))
                    .collect();
                format!("{}: {}.", bar.0, parts.join(", "))
            })
            .collect();
        let height = ROW * whole(bars.len()) + 40;
        let mut drawing = Self::drawing(lang, which, &facts.join(" "), height);
        let room = WIDTH - NAMES - 40;
        for (line, bar) in (0..).zip(bars) {
            let y = line * ROW + 4;
            drawing.text((NAMES - 8, y + 15), Anchor::End, TEXT, shortened(&bar.0, NAME));
            let mut x = NAMES;
            let parts = bands.iter().map(|band| (Some(band), bar.1.at(band.rank)));
            for (band, count) in parts.chain([(None, bar.2)]).filter(|(_, count)| *count > 0) {
                let wide = (whole(count) * room / longest).max(2);
                let fill = band.map(|band| Paint::Band(band.colour));
                drawing.rect((x, y), (wide, ROW - 6), fill);
                if wide >= FITS {
                    let at = (x + wide / 2, y + 14);
                    match band {
                        Some(_) => drawing.on_band(at, Anchor::Middle, 11, count.to_string()),
                        None => drawing.text(at, Anchor::Middle, 11, count.to_string()),
                    }
                }
                x += wide;
            }
            drawing.text((x + 6, y + 15), Anchor::Start, TEXT, total(bar).to_string());
        }
        let is_open = bars.iter().any(|bar| bar.2 > 0);
        self.legend(lang, &mut drawing, height - 22, is_open);
        drawing
    }

    /// The bands by name beside their colour, worst first.
    fn legend(&self, lang: Lang, drawing: &mut Drawing, y: i32, has_open: bool) {
        let mut x = 8;
        for band in self.method.bands.iter().rev() {
            let name = text::band(lang, band);
            drawing.rect((x, y), (14, 14), Paint::Band(band.colour));
            drawing.text((x + 20, y + 12), Anchor::Start, TEXT, name);
            x += 40 + whole(name.chars().count()) * 7;
        }
        if has_open {
            let [_, _, _, open, ..] = said::labels(lang);
            drawing.rect((x, y), (14, 14), None);
            drawing.text((x + 20, y + 12), Anchor::Start, TEXT, open);
        }
    }

    pub(super) fn area_picture(&self, lang: Lang, areas: &[AreaStand<'_>]) -> Drawing {
        let bars: Vec<_> = areas
            .iter()
            .map(|stand| {
                let open = stand.coverage.whole - stand.coverage.assessed;
                (Self::area_name(lang, stand.area), &stand.current, open)
            })
            .collect();
        self.bars(lang, Picture::Areas, &bars)
    }

    /// All activities, today and when what is planned is done.
    pub(super) fn then_and_now(&self, lang: Lang) -> Drawing {
        let [today, later, ..] = said::labels(lang);
        let covered = self.briefing.overview.coverage;
        let open = covered.whole - covered.assessed;
        let bars = [
            (today.to_owned(), &self.briefing.current, open),
            (later.to_owned(), &self.briefing.residual, open),
        ];
        self.bars(lang, Picture::Bands, &bars)
    }

    /// All activities in the last round and in this one.
    pub(super) fn rounds_picture(&self, lang: Lang) -> Option<Drawing> {
        let since = self.since?;
        let earlier = overview(since.left.assessment, since.left.catalogue, since.left.method);
        let then = BandCounts::of(&earlier.rows, RiskPoint::Current);
        let open = |overview: &Overview<'_>| overview.coverage.whole - overview.coverage.assessed;
        let bars = [
            (since.left.assessment.round.clone(), &then, open(&earlier)),
            (
                since.right.assessment.round.clone(),
                &self.briefing.current,
                open(self.briefing.overview),
            ),
        ];
        Some(self.bars(lang, Picture::Rounds, &bars))
    }

    /// Columns for the bands, mildest first: where each stands.
    fn columns(&self, lang: Lang, drawing: &mut Drawing, rows: i32) -> BTreeMap<u8, i32> {
        let bands = &self.method.bands;
        let step = (WIDTH - NAMES - 20) / whole(bands.len()).max(1);
        let mut places = BTreeMap::new();
        for (column, band) in (0..).zip(bands) {
            let x = NAMES + 10 + column * step + step / 2;
            places.insert(band.rank, x);
            drawing.rect((x - 7, 2), (14, 14), Paint::Band(band.colour));
            drawing.text((x, 32), Anchor::Middle, TEXT, text::band(lang, band));
            drawing.line((x, 40), (x, 40 + rows * ROW), 1, Paint::Quiet);
        }
        places
    }

    /// Activities whose band moved: the ring is then, the arrow points to now.
    pub(super) fn change_picture(&self, lang: Lang, moved: &[&Difference<'_>]) -> Drawing {
        let lines: Vec<_> = moved
            .iter()
            .take(PICTURED)
            .filter_map(|difference| {
                let score = |stand: &Option<crate::engine::compare::Stand<'_>>| {
                    stand.as_ref().and_then(|stand| stand.common().map(|score| score.band.rank))
                };
                let title = self.catalogue.activities.get(&difference.id);
                let title = title.map_or("", |activity| activity.title.as_str());
                let name = format!("{} {title}", difference.id);
                Some((name, score(&difference.left)?, score(&difference.right)?))
            })
            .collect();
        self.arrows(lang, Picture::Change, &lines)
    }

    /// Activities with actions: from today's band to what remains.
    pub(super) fn action_picture(&self, lang: Lang) -> Drawing {
        let mut lines: Vec<(String, u8, u8)> = Vec::new();
        for planned in &self.briefing.actions {
            let name = Self::label(planned.row);
            let Some(relief) = planned.relief() else { continue };
            if relief.from > relief.to && !lines.iter().any(|(known, ..)| *known == name) {
                lines.push((name, relief.from, relief.to));
            }
        }
        lines.truncate(PICTURED);
        self.arrows(lang, Picture::Actions, &lines)
    }

    fn arrows(&self, lang: Lang, which: Picture, lines: &[(String, u8, u8)]) -> Drawing {
        let band = |rank: u8| self.method.bands.iter().find(|band| band.rank == rank);
        let name = |rank: u8| band(rank).map_or("", |band| text::band(lang, band));
        let facts: Vec<String> = lines
            .iter()
            .map(|(title, from, to)| format!("{title}: {} → {}.", name(*from), name(*to)))
            .collect();
        let rows = whole(lines.len());
        let mut drawing = Self::drawing(lang, which, &facts.join(" "), 48 + rows * ROW);
        let places = self.columns(lang, &mut drawing, rows);
        for (line, (title, from, to)) in (0..).zip(lines) {
            let y = 40 + line * ROW + ROW / 2;
            drawing.text((8, y + 4), Anchor::Start, TEXT, shortened(title, NAME));
            let (Some(&start), Some(&end)) = (places.get(from), places.get(to)) else { continue };
            let tip = if end > start { end - 8 } else { end + 8 };
            drawing.arrow((start, y), (tip, y), 2, Paint::Ink);
            drawing.dot((start, y), 6, Paint::Pale);
            drawing.dot((end, y), 7, band(*to).map(|band| Paint::Band(band.colour)));
        }
        drawing
    }

    /// Our place among many: a dot for the municipalities in each band, a square around ours.
    pub(super) fn place_picture(&self, lang: Lang, places: &[Place<'_>]) -> Drawing {
        let shown: Vec<&Place<'_>> = places.iter().take(PICTURED).collect();
        let facts: Vec<String> = shown
            .iter()
            .map(|place| {
                let own = self.method.bands.iter().find(|band| band.rank == place.own);
                let own = own.map_or("", |band| text::band(lang, band));
                let (milder, worse, all) = place.around();
                let label = Self::label(place.row);
                match lang {
                    Lang::Da => format!(
                        "{label}: vi er {own}; {milder} af {all} er lavere, {worse} højere."
                    ),
                    Lang::En => format!(
                        "{label}: we are {own}; {milder} of {all} are milder, {worse} worse."
                    ),
                }
            })
            .collect();
        let rows = whole(shown.len());
        let mut drawing = Self::drawing(lang, Picture::Others, &facts.join(" "), 48 + rows * ROW);
        let columns = self.columns(lang, &mut drawing, rows);
        for (line, place) in (0..).zip(&shown) {
            let y = 40 + line * ROW + ROW / 2;
            drawing.text((8, y + 4), Anchor::Start, TEXT, shortened(&Self::label(place.row), NAME));
            let most = place.bands.iter().copied().max().unwrap_or_default().max(1);
            for (band, count) in self.method.bands.iter().zip(&place.bands) {
                let Some(&x) = columns.get(&band.rank) else { continue };
                if band.rank == place.own {
                    drawing.rect((x - 14, y - 12), (28, 24), Paint::Accent);
                    drawing.rect((x - 11, y - 10), (22, 20), Paint::Band(band.colour));
                    drawing.on_band((x, y + 4), Anchor::Middle, 11, count.to_string());
                } else if *count > 0 {
                    let radius = 5 + whole(*count * 6 / most);
                    drawing.dot((x, y), radius, Paint::Band(band.colour));
                    drawing.on_band((x, y + 4), Anchor::Middle, 10, count.to_string());
                }
            }
        }
        drawing
    }

    /// How much is assessed, and how many figures are the municipality's own.
    pub(super) fn coverage_picture(&self, lang: Lang) -> Drawing {
        let [_, _, assessed, open, _, own, starting, ..] = said::labels(lang);
        let (which, [own, starting]) = match self.reader {
            Reader::Council => (Picture::CouncilCoverage, said::council_origins(lang)),
            _ => (Picture::Coverage, [own, starting]),
        };
        let covered = self.briefing.overview.coverage;
        let sure = self.briefing.sureness;
        let rest = sure.consequences - sure.own;
        let bars = [
            [(assessed, covered.assessed), (open, covered.whole - covered.assessed)],
            [(own, sure.own), (starting, rest)],
        ];
        let facts: Vec<String> = bars
            .iter()
            .flatten()
            .map(|(name, count)| format!("{name} {}", text::count(lang, *count)))
            .collect();
        let mut drawing = Self::drawing(lang, which, &facts.join(", "), 84);
        let room = WIDTH - 16;
        for (line, bar) in (0..).zip(&bars) {
            let all = whole(bar.iter().map(|(_, count)| count).sum::<usize>().max(1));
            let mut x = 8;
            for (part, (name, count)) in bar.iter().enumerate().filter(|(_, (_, count))| *count > 0)
            {
                let wide = (whole(*count) * room / all).max(2);
                let fill = (part == 0).then_some(Paint::Pale);
                drawing.rect((x, 4 + line * 40), (wide, 30), fill);
                let text = format!("{name} {}", text::count(lang, *count));
                if wide > whole(text.chars().count()) * 7 {
                    drawing.text((x + 6, 24 + line * 40), Anchor::Start, TEXT, text);
                }
                x += wide;
            }
        }
        drawing
    }
}

/// How many activities move from which cell to which: out of the worst bands first, and then those that most
/// make.
fn moves(overview: &Overview<'_>) -> Vec<((Place2, Place2), usize)> {
    let place = |score: &Score<'_>| (score.consequence, score.likelihood);
    let mut moves: BTreeMap<(Reverse<u8>, Place2, Place2), usize> = BTreeMap::new();
    for row in &overview.rows {
        if let (Some((_, now)), Some((_, then))) = (row.risk.current(), row.risk.residual())
            && place(now) != place(then)
        {
            *moves.entry((Reverse(now.band.rank), place(now), place(then))).or_default() += 1;
        }
    }
    let mut moves: Vec<_> = moves.into_iter().collect();
    moves.sort_by_key(|((rank, from, to), count)| (*rank, Reverse(*count), *from, *to));
    moves.into_iter().map(|((_, from, to), count)| ((from, to), count)).collect()
}
