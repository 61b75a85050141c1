//! The shape of a municipality's own catalogue, as `store::catalogue::local` reads it.

use std::collections::BTreeMap;

use super::catalogue::{
    ActivityShape, BasisShape, ChangeShape, DowntimeShape, LevelsShape, MeasureShape,
    RetentionShape, ThreatReferenceShape, ThreatShape,
};
use super::{
    Article6, Article9, Day, DimensionWord, EffectWord, Flag, Id, Level, LocalOriginWord,
    MeasureKindWord, Month, Section, SuggestionWord, Text, Whole, described_as, shapes,
};

shapes! {
    /// Kommunens eget katalog: egne poster og det, der skal være anderledes.
    LocalFile {
        /// Filformatets version: 1.
        local: Whole,
        /// Hvor filen kommer fra. Udelades i en fil, kommunen selv skriver.
        origin: Option<LocalOriginWord>,
        /// Poster i det fælles katalog, som kommunen ser anderledes på.
        overrides: Option<Vec<OverrideShape>>,
        /// Kommunens egne aktiviteter, X01-X99.
        activities: Option<Vec<LocalActivityShape>>,
        /// Kommunens egne trusler, TX01-TX99.
        threats: Option<Vec<LocalThreatShape>>,
        /// Kommunens egne foranstaltninger, MX01-MX99.
        measures: Option<Vec<LocalMeasureShape>>,
    }
    // Of a threat or a measure only the texts can be said otherwise.
    #[schemars(extend(
        "if" = { "properties": { "id": { "pattern": "^[TtMm]" } } },
        "then" = { "propertyNames": { "enum": ["id", "reason", "title", "description"] } },
    ))]
    OverrideShape {
        /// Nummeret på en aktivitet, trussel eller foranstaltning i det fælles katalog.
        id: Id,
        /// Hvorfor kommunen ser anderledes på den.
        reason: Text,
        /// En anden titel.
        title: Option<Text>,
        /// En anden beskrivelse.
        description: Option<Text>,
        /// Kategorien i KL's skema.
        category: Option<Text>,
        /// Andre startkonsekvenser. De erstatter katalogets helt: en, der mangler, er ikke vurderet.
        starting_consequence: Option<PartialLevelsShape>,
        /// Det samlede tal for konsekvens i KL's skema.
        kl_consequence: Option<Whole>,
        /// Andre KLE-grupper.
        kle_groups: Option<Vec<Text>>,
        /// Et andet retligt grundlag.
        legal_basis: Option<LocalBasisShape>,
    }
    LocalBasisShape {
        /// Bogstaver i databeskyttelsesforordningens artikel 6, stk. 1.
        article_6 ("article-6"): Option<Vec<Article6>>,
        /// Bogstaver i databeskyttelsesforordningens artikel 9, stk. 2.
        article_9 ("article-9"): Option<Vec<Article9>>,
        /// Paragraffer i databeskyttelsesloven.
        sections: Option<Vec<Section>>,
        /// Lovene som tekst.
        text: Option<Text>,
    }
    #[schemars(transform = described_as::<LevelsShape>)]
    PartialLevelsShape {
        confidentiality: Option<Level>,
        integrity: Option<Level>,
        availability: Option<Level>,
    }
    // Starting figures have a reason; without them nobody has looked at the activity yet.
    #[schemars(
        transform = described_as::<ActivityShape>,
        extend(
            "dependentRequired" = { "starting-consequence": ["starting-reason"] },
        )
    )]
    LocalActivityShape {
        /// Aktivitetens nummer, X01-X99. Det bruges aldrig igen.
        id: Id,
        /// Områdets navn, som det står i areas.yml.
        area: Text,
        title: Text,
        description: Text,
        kle_groups: Option<Vec<Text>>,
        data_subjects: Option<Vec<Text>>,
        personal_data: Option<Vec<Text>>,
        legal_basis: Option<BasisShape>,
        recipients: Option<Vec<Text>>,
        systems: Option<Vec<Text>>,
        retention: Option<RetentionShape>,
        starting_consequence: Option<LevelsShape>,
        starting_reason: Option<Text>,
        availability: Option<DowntimeShape>,
        threats: Option<Vec<ThreatReferenceShape>>,
        dpia_criteria: Option<Vec<Text>>,
        changes: Option<Vec<ChangeShape>>,
        valid_from: Option<Day>,
        valid_to: Option<Day>,
        sources: Option<Vec<Text>>,
        note: Option<Text>,
        reviewed: Option<Flag>,
        retired: Option<Month>,
        replaced_by: Option<Id>,
        /// Den aktivitet i det fælles katalog, som kommunens egen træder i stedet for, når kommuner
        /// sammenlignes.
        replaces: Option<Id>,
    }
    #[schemars(transform = described_as::<ThreatShape>)]
    LocalThreatShape {
        /// Truslens nummer, TX01-TX99. Det bruges aldrig igen.
        id: Id,
        title: Text,
        ty ("type"): Text,
        dimensions: Option<Vec<DimensionWord>>,
        rights: Option<Flag>,
        description: Text,
        example: Option<Text>,
        likelihood: Option<BTreeMap<String, Text>>,
        suggested: SuggestionWord,
        source: Option<Text>,
    }
    #[schemars(transform = described_as::<MeasureShape>)]
    LocalMeasureShape {
        /// Foranstaltningens nummer, MX01-MX99. Det bruges aldrig igen.
        id: Id,
        title: Text,
        kind: MeasureKindWord,
        description: Text,
        effect: Option<Vec<EffectWord>>,
        dimensions: Option<Vec<DimensionWord>>,
        rights: Option<Flag>,
        threats: Option<Vec<Id>>,
        iso_27002 ("iso-27002"): Option<Vec<Text>>,
        nis2: Option<Vec<Text>>,
        state_minimum: Option<Text>,
        evidence: Option<Text>,
        source: Option<Text>,
    }
}
