//! The shape of a correspondence between levels, as `store::level_map` reads it.

use std::collections::BTreeMap;

use super::{Id, Level, Text, Whole, shapes};

shapes! {
    /// Hvilke niveauer der svarer til hinanden i to metoder af forskellig størrelse, til sammenligning.
    LevelMapFile {
        /// Filformatets version: 1.
        risiko_levels: Whole,
        /// Den metode, tallene er givet i.
        from: Id,
        /// Den metode, de læses gennem.
        to: Id,
        /// Niveau for niveau af sandsynlighed. Et niveau uden modstykke udelades.
        likelihood: BTreeMap<String, Level>,
        /// Niveau for niveau af konsekvens. Et niveau uden modstykke udelades.
        consequence: BTreeMap<String, Level>,
        /// Hvorfor netop disse niveauer svarer til hinanden.
        reason: Option<Text>,
    }
}
