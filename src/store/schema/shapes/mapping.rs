//! The shape of a mapping, as `store::mapping` reads it.

use std::collections::BTreeMap;

use super::{Id, Level, MappedWords, RowNumber, Text, Whole, shapes};

shapes! {
    /// Hvordan kommunens eget ark læses: hvilken kolonne der indeholder hvad.
    MappingFile {
        /// Filformatets version: 1.
        risiko_map: Whole,
        /// Arkets navn. Udelades det, bruges det eneste ark, der har alle overskrifterne.
        sheet: Option<Text>,
        /// Nummeret på rækken med overskrifter, som Excel tæller. Udelades det, ledes der i de første 20 rækker.
        header_row: Option<RowNumber>,
        /// Overskrift for overskrift: hvad kolonnen indeholder. En af dem skal være activity.
        columns: BTreeMap<String, MappedWords>,
        /// Hvad arkets ord for niveauer betyder, hvor metoden har andre ord.
        levels: Option<LevelWordsShape>,
        /// Hvad arket kalder en aktivitet, og dens nummer.
        activities: Option<BTreeMap<String, Id>>,
        /// Hvad arket kalder en trussel, og dens nummer.
        threats: Option<BTreeMap<String, Id>>,
    }
    LevelWordsShape {
        /// Ord for niveauer af sandsynlighed.
        likelihood: Option<BTreeMap<String, Level>>,
        /// Ord for niveauer af konsekvens.
        consequence: Option<BTreeMap<String, Level>>,
    }
}
