//! The arithmetic of the sheets, as formulas and as the numbers that they amount to.
//!
//! A *figure* is level × 100 + (99 − place of the pair). A *key* is, from the left, band rank,
//! consequence, likelihood (two digits each), 999 − place of the threat (three digits) and the
//! pair's two digits of the figure. The largest figure names the highest consequence and the first
//! pair; the largest key is the worst risk, as `engine::worst` has it. Both stay far below the 15
//! digits that a sheet keeps exactly.

use crate::domain::LevelNumber as _;
use crate::engine::Score;

/// Place that stands for the direct likelihood; no threat has it.
pub(super) const DIRECT: u64 = 0;
/// Threats are numbered from here, so that 999 is left for the direct likelihood.
pub(super) const FIRST_THREAT: u64 = 1;

/// The figure of a consequence level.
pub(super) fn figure(level: u8, pair_place: u64) -> u64 {
    u64::from(level) * 100 + (99 - pair_place.min(99))
}

/// The key of a scored risk.
pub(super) fn key(score: &Score<'_>, source_place: u64, pair_place: u64) -> u64 {
    let cell = u64::from(score.band.rank) * 10_000
        + u64::from(score.consequence.number()) * 100
        + u64::from(score.likelihood.number());
    (cell * 1000 + (999 - source_place.min(999))) * 100 + (99 - pair_place.min(99))
}

/// The number of a level in a cell such as "3 – Høj", `3` or blank; 0 where there is none.
pub(super) fn level_number(cell: &str) -> String {
    format!(
        "IF({cell}=\"\",0,IFERROR(IF(ISNUMBER({cell}),{cell},VALUE(LEFT({cell},FIND(\" \",{cell}&\" \")-1))),0))"
    )
}

/// The figure of a consequence cell; 0 where it is blank.
pub(super) fn figure_of(cell: &str, pair_place: u64) -> String {
    let number = level_number(cell);
    let place = 99 - pair_place.min(99);
    format!("IF({number}=0,0,{number}*100+{place})")
}

/// The key of a likelihood and a figure, both cells; 0 where one of them is 0.
pub(super) fn key_of(
    likelihood: &str,
    consequence: &str,
    figure: &str,
    source_place: u64,
) -> String {
    let source = 999 - source_place.min(999);
    format!(
        "IFERROR(((INDEX(rang_matrix,{consequence},{likelihood})*10000+{consequence}*100\
         +{likelihood})*1000+{source})*100+MOD({figure},100),0)"
    )
}

/// Parts of a key.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Likelihood,
    Consequence,
    Score,
    Band,
    Threat,
    Pair,
}

/// A part of the key in a cell; an empty text where the key is 0.
pub(super) fn part_of(key: &str, part: Part) -> String {
    let likelihood = || format!("MOD(INT({key}/100000),100)");
    let consequence = || format!("MOD(INT({key}/10000000),100)");
    let part = match part {
        Part::Likelihood => likelihood(),
        Part::Consequence => consequence(),
        Part::Score => format!("{}*{}", likelihood(), consequence()),
        Part::Band => format!("INDEX(niveau_ord,INT({key}/1000000000))"),
        Part::Threat => format!("INDEX(trussel_navne,1000-MOD(INT({key}/100),1000))"),
        Part::Pair => format!("INDEX(par_navne,100-MOD({key},100))"),
    };
    format!("=IF({key}=0,\"\",{part})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_consequence_beats_an_earlier_pair() {
        assert!(figure(3, 90) > figure(2, 0));
        assert!(figure(3, 0) > figure(3, 1));
    }
}
