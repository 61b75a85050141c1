//! The shape of a method, as `store::method` reads it.

use std::collections::BTreeMap;

use super::{ColourWord, Flag, Level, Text, Whole, described_as, shapes};

shapes! {
    /// En metode: skalaer, matrix og risikoniveauer.
    MethodFile {
        /// Metodens navn med små bogstaver, tal og bindestreg, fx kl-4x4.
        id: Text,
        /// Metodens version. Sættes op, når indholdet ændres.
        version: Whole,
        /// Titlen på dansk.
        title: Text,
        /// Titlen på engelsk.
        title_en: Text,
        /// Hvor metoden er udgivet.
        source: Text,
        /// Skalaen for sandsynlighed, fra laveste niveau: matricens kolonner.
        likelihood: Vec<LevelShape>,
        /// Skalaen for konsekvens, fra laveste niveau: matricens rækker.
        consequence: Vec<ConsequenceLevelShape>,
        /// Risikoniveauerne, det mildeste først.
        bands: Vec<BandShape>,
        /// Risikoniveauet i hvert felt: en række for hver konsekvens, en kolonne for hver sandsynlighed.
        matrix: BTreeMap<String, Vec<Text>>,
        /// Om matricen er den samme, når sandsynlighed og konsekvens bytter plads.
        symmetric: Flag,
        /// Felter, der viser, at akserne ikke er byttet om.
        witnesses: Option<Vec<WitnessShape>>,
        /// Den trykte signaturforklaring. Tabellen gælder, også hvor de to er uenige.
        legend: Option<Vec<LegendShape>>,
    }
    LevelShape {
        /// Niveauets tal; 1 er det laveste.
        level: Level,
        /// Niveauets navn på dansk.
        label: Text,
        /// Niveauets navn på engelsk.
        label_en: Text,
        /// Definitionen i få ord, til rullelisten i projektmappen.
        brief: Option<Text>,
        /// Hvad niveauet betyder.
        definition: Text,
        /// To eller tre eksempler.
        examples: Vec<Text>,
    }
    #[schemars(transform = described_as::<LevelShape>)]
    ConsequenceLevelShape {
        level: Level,
        label: Text,
        label_en: Text,
        brief: Option<Text>,
        definition: Text,
        examples: Vec<Text>,
        /// Hvad niveauet betyder for kommunen som organisation.
        organisation: Option<MeaningShape>,
        /// Hvad niveauet betyder for samfundet.
        society: Option<MeaningShape>,
    }
    #[schemars(transform = described_as::<LevelShape>)]
    MeaningShape { brief: Option<Text>, definition: Text, examples: Vec<Text> }
    BandShape {
        /// Rangen; 1 er det mildeste.
        rank: Level,
        /// Niveauets navn i matricen, med små bogstaver, tal og bindestreg.
        id: Text,
        /// Navnet på dansk.
        label: Text,
        /// Navnet på engelsk.
        label_en: Text,
        /// Farven.
        colour: ColourWord,
        /// Om risikoen skal håndteres eller accepteres af en navngiven person.
        requires_treatment: Flag,
        /// Hvad ledelsen skal gøre.
        response: Text,
    }
    WitnessShape {
        /// Hvad der står i kilden.
        text: Text,
        /// Rækken.
        consequence: Level,
        /// Kolonnen.
        likelihood: Level,
        /// Det risikoniveau, feltet skal have.
        band: Text,
    }
    LegendShape {
        /// Risikoniveauet.
        band: Text,
        /// Mindste produkt af sandsynlighed og konsekvens.
        from: Whole,
        /// Største produkt af sandsynlighed og konsekvens.
        to: Whole,
    }
}
