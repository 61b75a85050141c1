//! What a method's matrix says against itself, its witnesses and its printed legend.

use crate::domain::{Consequence, LevelNumber, Likelihood, Method, Symmetry};
use crate::finding::{Fact, Findings, Location, Name};

/// Checks a complete method.
///
/// Findings: `MTX003`–`MTX009` and `MTX012`; a method with errors among them must not be used.
#[must_use]
pub fn lint(method: &Method) -> Findings {
    let mut findings = Findings::new();
    let mut report = |fact| findings.push(Location::Method(method.id.clone()), fact);
    unreachable_bands(method, &mut report);
    not_monotone(method, &mut report);
    legend(method, &mut report);
    larger_products(method, &mut report);
    witnesses(method, &mut report);
    symmetry(method, &mut report);
    findings
}

type Cell = (Likelihood, Consequence);

fn product(likelihood: Likelihood, consequence: Consequence) -> u16 {
    u16::from(likelihood.number()) * u16::from(consequence.number())
}

fn unreachable_bands(method: &Method, report: &mut impl FnMut(Fact)) {
    for band in &method.bands {
        if !method.cells().any(|(_, _, cell)| cell.id == band.id) {
            report(Fact::UnreachableBand { band: band.id.clone() });
        }
    }
}

/// The neighbour one step up on either axis must not be milder.
fn not_monotone(method: &Method, report: &mut impl FnMut(Fact)) {
    for (likelihood, consequence, band) in method.cells() {
        let right = method.likelihood.level(likelihood.number() + 1).map(|l| (l, consequence));
        let below = method.consequence.level(consequence.number() + 1).map(|c| (likelihood, c));
        for (l, c) in [right, below].into_iter().flatten() {
            if method.band(l, c).is_some_and(|neighbour| neighbour.rank < band.rank) {
                report(Fact::NotMonotone { from: (likelihood, consequence), to: (l, c) });
            }
        }
    }
}

fn legend(method: &Method, report: &mut impl FnMut(Fact)) {
    if method.legend.is_empty() {
        return;
    }
    for (likelihood, consequence, band) in method.cells() {
        let product = product(likelihood, consequence);
        let named: Vec<_> = method
            .legend
            .iter()
            .filter(|range| (range.from..=range.to).contains(&product))
            .map(|range| &range.band)
            .collect();
        if named != [&band.id] {
            let name = |id| method.band_by_id(id).map(Name::from);
            report(Fact::LegendDisagrees {
                cell: (likelihood, consequence),
                product,
                legend: named.into_iter().filter_map(name).collect(),
                matrix: band.into(),
            });
        }
    }
}

/// For each larger product in a milder band, the smallest product that it loses to.
fn larger_products(method: &Method, report: &mut impl FnMut(Fact)) {
    for (l, c, band) in method.cells() {
        let smaller = method
            .cells()
            .filter(|(l2, c2, other)| product(*l2, *c2) < product(l, c) && other.rank > band.rank)
            .min_by_key(|(l2, c2, _)| (product(*l2, *c2), *c2));
        if let Some((l2, c2, other)) = smaller {
            report(Fact::LargerProductLowerBand {
                larger: (l, c),
                larger_band: band.into(),
                smaller: (l2, c2),
                smaller_band: other.into(),
            });
        }
    }
}

/// The cell with the axes swapped, where both scales have the levels.
fn mirror(method: &Method, (likelihood, consequence): Cell) -> Option<Cell> {
    let likelihood_of_mirror = method.likelihood.level(consequence.number())?;
    let consequence_of_mirror = method.consequence.level(likelihood.number())?;
    Some((likelihood_of_mirror, consequence_of_mirror))
}

fn witnesses(method: &Method, report: &mut impl FnMut(Fact)) {
    const NEEDED: usize = 2;
    if method.symmetry == Symmetry::Asymmetric && method.witnesses.len() < NEEDED {
        report(Fact::WitnessMissing { found: method.witnesses.len() });
    }
    for witness in &method.witnesses {
        let cell = (witness.likelihood, witness.consequence);
        let Some(band) = method.band(cell.0, cell.1) else { continue };
        let text = witness.text.clone();
        if band.id != witness.band {
            report(Fact::WitnessDisagrees { text: text.clone(), matrix: band.into() });
        }
        // A cell that equals its mirror would not notice swapped axes.
        let mirrored = mirror(method, cell).and_then(|(l, c)| method.band(l, c));
        if mirrored.is_some_and(|mirrored| mirrored.id == band.id) {
            report(Fact::WitnessGuardsNothing { text });
        }
    }
}

fn symmetry(method: &Method, report: &mut impl FnMut(Fact)) {
    if method.symmetry == Symmetry::Asymmetric {
        return;
    }
    for (likelihood, consequence, band) in method.cells() {
        let mirrored =
            mirror(method, (likelihood, consequence)).and_then(|(l, c)| method.band(l, c));
        if mirrored.is_none_or(|mirrored| mirrored.id != band.id) {
            report(Fact::SymmetryWrong { cell: (likelihood, consequence) });
            return;
        }
    }
}
