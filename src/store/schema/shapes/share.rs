//! The shape of an exchange file, as `store::share` reads it.

use std::collections::BTreeMap;

use super::assessment::{
    CatalogueRef, ConsequencesShape, MunicipalityRef, ResidualShape, RiskShape,
};
use super::{
    ColourWord, Day, DimensionWord, Flag, Id, Level, PerspectiveWord, StatusWord, Text,
    TreatmentWord, Whole, described_as, shapes,
};

shapes! {
    /// En delefil: tal og metode, som `risiko share` skriver dem.
    ShareFile {
        /// Filformatets navn og version, risiko.share/1.
        schema: Text,
        /// Kontrolsum: SHA-256 over alt andet i filen, skrevet som JSON uden mellemrum og med sorterede nøgler.
        digest: Text,
        /// Om begrundelserne er med.
        with_reasons: Flag,
        /// Den kommune, der har vurderet.
        municipality: MunicipalityRef,
        /// Runden, som regel året, fx "2026".
        round: Text,
        /// Den dag, tallene gælder for, ÅÅÅÅ-MM-DD.
        as_of: Day,
        /// Det katalog, vurderingen er lavet med.
        catalogue: CatalogueRef,
        /// Den metode, tallene er givet med, så de kan læses uden andre filer.
        method: SharedMethodShape,
        /// Hvem konsekvenserne er vurderet for.
        perspectives: Vec<PerspectiveWord>,
        /// De trusler, der er svaret på, og hvad de rammer.
        threats: Option<Vec<SharedThreatShape>>,
        /// Svarene, ét for hver behandlingsaktivitet.
        activities: Option<Vec<SharedAnswerShape>>,
    }
    SharedMethodShape {
        /// Metodens navn, fx kl-4x4.
        id: Text,
        /// Metodens version.
        version: Whole,
        /// Om matricen er ens på begge led.
        symmetric: Flag,
        /// Skalaen for sandsynlighed, det laveste niveau først.
        likelihood: Vec<SharedLevelShape>,
        /// Skalaen for konsekvens, det laveste niveau først.
        consequence: Vec<SharedLevelShape>,
        /// Risikoniveauerne, det mildeste først.
        bands: Vec<SharedBandShape>,
        /// Én række for hver konsekvens ("1", "2" og så videre) med et risikoniveau for hver sandsynlighed.
        matrix: BTreeMap<String, Vec<Text>>,
        /// Felter, der viser, at rækker og kolonner ikke er byttet om.
        witnesses: Option<Vec<SharedWitnessShape>>,
    }
    SharedLevelShape {
        /// Niveauets nummer; 1 er det laveste.
        level: Level,
        /// Navnet på dansk.
        label: Text,
        /// Navnet på engelsk.
        label_en: Text,
    }
    SharedBandShape {
        /// Rangen; 1 er den mildeste.
        rank: Level,
        /// Det ord, matricen bruger.
        id: Text,
        /// Navnet på dansk.
        label: Text,
        /// Navnet på engelsk.
        label_en: Text,
        /// Farven.
        colour: ColourWord,
        /// Om en risiko her skal håndteres eller accepteres.
        requires_treatment: Flag,
    }
    SharedWitnessShape {
        /// Rækken.
        consequence: Level,
        /// Kolonnen.
        likelihood: Level,
        /// Det risikoniveau, der skal stå der.
        band: Text,
    }
    SharedThreatShape {
        /// Truslens nummer, fx T13. TX01-TX99 er afsenderens egne.
        id: Id,
        /// Hvad den rammer.
        dimensions: Option<Vec<DimensionWord>>,
        /// Om den angår den registreredes rettigheder; så rammer den det hele.
        rights: Flag,
    }
    /// Tallene for én behandlingsaktivitet.
    #[schemars(transform = described_as::<SharedRiskShape>)]
    SharedAnswerShape {
        /// Aktivitetens nummer. X01-X99 er afsenderens egne.
        id: Id,
        /// Det område, den hører til.
        area: Text,
        /// Den fælles aktivitet, som afsenderens egen træder i stedet for.
        replaces: Option<Id>,
        /// Hvor langt vurderingen er.
        status: StatusWord,
        /// Hvorfor kommunen ikke har aktiviteten; kun når begrundelserne er med.
        status_reason: Option<Text>,
        /// Hvor alvorligt et brud ville være.
        consequence: Option<ConsequencesShape>,
        likelihood: Option<Level>,
        reason: Option<Text>,
        measures: Option<Vec<Id>>,
        measure_texts: Option<Vec<Text>>,
        other_measures: Option<Whole>,
        treatment: Option<TreatmentWord>,
        actions: Option<Whole>,
        residual: Option<ResidualShape>,
        /// Svarene om hver trussel.
        threats: Option<Vec<SharedThreatAnswerShape>>,
    }
    // What an activity and a threat have in common; says what the keys mean, and is no place itself.
    #[schemars(transform = described_as::<RiskShape>)]
    SharedRiskShape {
        likelihood: Option<Level>,
        /// Begrundelsen for sandsynligheden; kun når begrundelserne er med.
        reason: Option<Text>,
        /// De foranstaltninger, der findes i dag, med deres numre i kataloget, fx M12.
        measures: Option<Vec<Id>>,
        /// Foranstaltninger med kommunens egne ord; kun når begrundelserne er med.
        measure_texts: Option<Vec<Text>>,
        /// Hvor mange foranstaltninger der er med kommunens egne ord.
        other_measures: Option<Whole>,
        treatment: Option<TreatmentWord>,
        /// Hvor mange handlinger der er planlagt.
        actions: Option<Whole>,
        residual: Option<ResidualShape>,
    }
    #[schemars(transform = described_as::<SharedRiskShape>)]
    SharedThreatAnswerShape {
        /// Truslens nummer, som det står på listen over trusler.
        id: Id,
        /// Om truslen ikke er relevant her.
        not_relevant: Option<Flag>,
        /// Hvorfor den ikke er relevant; kun når begrundelserne er med.
        not_relevant_reason: Option<Text>,
        likelihood: Option<Level>,
        reason: Option<Text>,
        measures: Option<Vec<Id>>,
        measure_texts: Option<Vec<Text>>,
        other_measures: Option<Whole>,
        treatment: Option<TreatmentWord>,
        actions: Option<Whole>,
        residual: Option<ResidualShape>,
    }
}
