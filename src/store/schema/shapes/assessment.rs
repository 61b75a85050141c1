//! The shape of an assessment, as `store::assessment` reads it.

use std::collections::BTreeMap;

use super::{
    Day, Flag, Id, Level, LevelOrNot, Number, OriginWord, PerspectiveWord, StatusWord, Text,
    TreatmentWord, Whole, described_as, shapes,
};

/// Indholdet af en egen kolonne: en tekst, eller et tal, en dag eller sandt/falsk med sin slags.
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
pub(super) enum OwnValue {
    Text(Text),
    Typed(TypedShape),
}

shapes! {
    /// En kommunes risikovurdering.
    AssessmentFile {
        /// Filformatets version. Skrives af programmet.
        risiko: Whole,
        /// Den kommune, vurderingen gælder.
        municipality: MunicipalityRef,
        /// Runden, som regel året, fx "2026".
        round: Text,
        /// Den dag, tallene gælder for, ÅÅÅÅ-MM-DD.
        as_of: Day,
        /// Det katalog, vurderingen er lavet med. Ændres med `risiko upgrade`.
        catalogue: CatalogueRef,
        /// Den metode, der giver niveauer og farver.
        method: MethodRef,
        /// Hvem konsekvenserne vurderes for. Den registrerede er altid med.
        perspectives: Vec<PerspectiveWord>,
        /// Svarene, ét for hver behandlingsaktivitet.
        activities: Option<Vec<AnswerShape>>,
        /// Ark, som nogen har føjet til projektmappen. De kommer med ud igen og tæller ikke med.
        own_sheets: Option<Vec<OwnSheetShape>>,
    }
    OwnSheetShape {
        /// Arkets navn.
        name: Text,
        /// Om arkets fane er skjult.
        hidden: Option<Flag>,
        /// De udfyldte celler.
        cells: Option<Vec<OwnCellShape>>,
    }
    // Holds one of text, number, date and boolean.
    OwnCellShape {
        /// Cellens plads, fx B17.
        at: Text,
        /// En tekst.
        text: Option<Text>,
        /// Et tal.
        number: Option<Number>,
        /// En dag, ÅÅÅÅ-MM-DD.
        date: Option<Day>,
        /// Sandt eller falsk.
        boolean: Option<Flag>,
    }
    // Holds one of them.
    TypedShape {
        /// En tekst.
        text: Option<Text>,
        /// Et tal.
        number: Option<Number>,
        /// En dag, ÅÅÅÅ-MM-DD.
        date: Option<Day>,
        /// Sandt eller falsk.
        boolean: Option<Flag>,
    }
    MunicipalityRef {
        /// Kommunens nummer, 1-999.
        code: Id,
        /// Kommunens navn.
        name: Text,
    }
    CatalogueRef {
        /// Katalogets navn.
        id: Text,
        /// Katalogets version.
        version: Text,
        /// Aftryk af katalogets indhold. Skrives af programmet.
        digest: Text,
    }
    MethodRef {
        /// Metodens navn, fx kl-4x4.
        id: Text,
        /// Metodens version.
        version: Whole,
    }
    /// Svaret for én behandlingsaktivitet.
    #[schemars(transform = described_as::<RiskShape>)]
    AnswerShape {
        /// Aktivitetens nummer i kataloget.
        id: Id,
        /// Hvor langt vurderingen er.
        status: StatusWord,
        /// Hvorfor kommunen ikke har aktiviteten.
        status_reason: Option<Text>,
        /// Hvor alvorligt et brud ville være.
        consequence: Option<ConsequencesShape>,
        likelihood: Option<Level>,
        reason: Option<Text>,
        measures: Option<Vec<Text>>,
        treatment: Option<TreatmentWord>,
        actions: Option<Vec<ActionShape>>,
        residual: Option<ResidualShape>,
        /// Svarene om hver trussel. Er én vurderet, tæller aktivitetens egen sandsynlighed ikke.
        threats: Option<Vec<ThreatAnswerShape>>,
        /// Risikoejeren, ved navn eller stilling.
        owner: Option<Text>,
        /// De it-systemer, der bruges.
        systems: Option<Vec<SystemShape>>,
        /// En note i fri tekst.
        note: Option<Text>,
        /// Hvem der har vurderet, og hvornår.
        assessed: Option<AssessedShape>,
        /// Dagen for næste revision, ÅÅÅÅ-MM-DD.
        review_by: Option<Day>,
        /// Hvem der har accepteret risikoen.
        acceptance: Option<AcceptanceShape>,
        extra: Option<BTreeMap<String, OwnValue>>,
    }
    // What an activity and a threat have in common; says what the keys mean, and is no place itself.
    RiskShape {
        /// Hvor sandsynligt det er i dag, med de foranstaltninger, der findes. Et niveau på skalaen.
        likelihood: Option<Level>,
        /// Begrundelsen for sandsynligheden.
        reason: Option<Text>,
        /// De foranstaltninger, der findes i dag.
        measures: Option<Vec<Text>>,
        /// Hvad der gøres ved risikoen: den accepteres, undgås, deles eller mindskes.
        treatment: Option<TreatmentWord>,
        /// Det, der skal gøres.
        actions: Option<Vec<ActionShape>>,
        /// Restrisikoen, når handlingerne er gennemført.
        residual: Option<ResidualShape>,
        /// Egne kolonner fra projektmappen: navn og indhold. Et tal, en dag eller sandt/falsk står som {number: 42.5}, {date: "2027-02-26"} eller {boolean: true}.
        extra: Option<BTreeMap<String, OwnValue>>,
    }
    ConsequencesShape {
        /// For den registrerede.
        data_subject: Option<DimensionsShape>,
        /// For kommunen som organisation.
        organisation: Option<DimensionsShape>,
        /// For samfundet.
        society: Option<DimensionsShape>,
    }
    DimensionsShape {
        /// Når uvedkommende får oplysningerne at se.
        confidentiality: Option<FigureShape>,
        /// Når oplysningerne er forkerte eller ændret.
        integrity: Option<FigureShape>,
        /// Når oplysningerne ikke er til at få fat i.
        availability: Option<FigureShape>,
        /// Når det ikke er sikkert, hvem oplysningerne kommer fra.
        authenticity: Option<FigureShape>,
    }
    FigureShape {
        /// Et niveau på metodens skala, eller at det ikke kan vurderes her.
        level: LevelOrNot,
        /// Hvem tallet kommer fra. Er det ikke kommunens eget, er det ikke bekræftet.
        origin: OriginWord,
        /// Begrundelsen for tallet.
        reason: Option<Text>,
    }
    ResidualShape {
        /// Sandsynligheden, når handlingerne er gennemført.
        likelihood: Option<Level>,
        /// Konsekvensen, når handlingerne er gennemført.
        consequence: Option<Level>,
    }
    ActionShape {
        /// Hvad der skal gøres.
        what: Text,
        /// Hvem der har ansvaret, ved navn eller stilling.
        owner: Option<Text>,
        /// Fristen, ÅÅÅÅ-MM-DD.
        deadline: Option<Day>,
        /// Egne kolonner fra arket Handlinger: navn og indhold. Et tal, en dag eller sandt/falsk står som {number: 42.5}, {date: "2027-02-26"} eller {boolean: true}.
        extra: Option<BTreeMap<String, OwnValue>>,
    }
    #[schemars(transform = described_as::<RiskShape>)]
    ThreatAnswerShape {
        /// Truslens nummer, fx T13.
        id: Id,
        /// Hvorfor truslen ikke er relevant her.
        not_relevant: Option<Text>,
        likelihood: Option<Level>,
        reason: Option<Text>,
        measures: Option<Vec<Text>>,
        treatment: Option<TreatmentWord>,
        actions: Option<Vec<ActionShape>>,
        residual: Option<ResidualShape>,
        extra: Option<BTreeMap<String, OwnValue>>,
    }
    SystemShape {
        /// Systemets navn.
        name: Text,
        /// Databehandleren.
        processor: Option<Text>,
        /// Hvor mange timer systemet højst må være nede.
        max_downtime_hours: Option<Whole>,
    }
    AssessedShape {
        /// Hvem, ved navn eller stilling.
        by: Option<Text>,
        /// Hvornår, ÅÅÅÅ-MM-DD.
        on: Option<Day>,
    }
    AcceptanceShape {
        /// Hvem.
        by: Text,
        /// I hvilken stilling.
        role: Text,
        /// Hvornår, ÅÅÅÅ-MM-DD.
        on: Day,
        /// Til og med hvornår, ÅÅÅÅ-MM-DD. Uden dato gælder den til næste runde.
        until: Option<Day>,
        /// Risikoniveauet, da det blev accepteret, fx hoej. Skrives af programmet.
        current: Option<Id>,
        /// Niveauet for den restrisiko, der blev accepteret. Skrives af programmet.
        residual: Option<Id>,
        /// Aftryk af det, der blev accepteret.
        digest: Text,
    }
}
