//! The shapes of a catalogue's files, as `store::catalogue` reads them.

use std::collections::BTreeMap;

use super::{
    Anything, DataKindWord, Day, DimensionWord, EffectWord, Flag, Id, LawKindWord, Level,
    MeasureKindWord, Month, SuggestionWord, Text, Whole, shapes,
};

shapes! {
    /// Behandlingsaktiviteterne i ét område.
    ActivitiesFile {
        /// Områdets navn, som det står i areas.yml.
        area: Text,
        /// Aktiviteterne, sorteret efter nummer.
        activities: Option<Vec<ActivityShape>>,
    }
    // An active entry must have starting figures, and starting figures a reason.
    #[schemars(extend(
        "if" = { "not": { "required": ["retired"] } },
        "then" = { "required": ["starting-consequence"] },
        "dependentRequired" = { "starting-consequence": ["starting-reason"] },
    ))]
    ActivityShape {
        /// Aktivitetens nummer. Det bruges aldrig igen.
        id: Id,
        /// En kort titel med egne ord.
        title: Text,
        /// Hvad der sker, og for hvem.
        description: Text,
        /// De KLE-grupper, aktiviteten dækker, fx "27.60".
        kle_groups: Option<Vec<Text>>,
        /// Hvem oplysningerne handler om, som i data-subjects.yml.
        data_subjects: Option<Vec<Text>>,
        /// Hvilke oplysninger det drejer sig om, som i personal-data.yml.
        personal_data: Option<Vec<Text>>,
        /// Det retlige grundlag.
        legal_basis: Option<BasisShape>,
        /// Hvem der typisk får oplysninger, som i recipients.yml.
        recipients: Option<Vec<Text>>,
        /// Hvilke slags systemer der typisk bruges.
        systems: Option<Vec<Text>>,
        /// Hvor længe oplysningerne som regel gemmes.
        retention: Option<RetentionShape>,
        /// Forslag til konsekvens for den registrerede, før kommunen har set på det.
        starting_consequence: Option<LevelsShape>,
        /// Hvorfor netop de tal.
        starting_reason: Option<Text>,
        /// Hvor længe opgaven kan undvære sine oplysninger.
        availability: Option<DowntimeShape>,
        /// De trusler, der betyder mest her, de vigtigste først.
        threats: Option<Vec<ThreatReferenceShape>>,
        /// De kriterier for konsekvensanalyse, der er opfyldt, som i dpia-criteria.yml.
        dpia_criteria: Option<Vec<Text>>,
        /// Lovændringer og opgaver, der flytter.
        changes: Option<Vec<ChangeShape>>,
        /// Første dag, posten gælder i denne form, ÅÅÅÅ-MM-DD.
        valid_from: Day,
        /// Sidste dag, posten gælder, ÅÅÅÅ-MM-DD.
        valid_to: Option<Day>,
        /// Kilderne, som de hedder i catalog.yml.
        sources: Vec<Text>,
        /// Forbehold, som kommunen bør tage stilling til.
        note: Option<Text>,
        /// Om posten er fagligt gennemset.
        reviewed: Option<Flag>,
        /// År og måned, nummeret udgik, fx "2025-08".
        retired: Option<Month>,
        /// Den aktivitet, der er kommet i stedet.
        replaced_by: Option<Id>,
    }
    BasisShape {
        /// Bogstaver i databeskyttelsesforordningens artikel 6, stk. 1.
        article_6 ("article-6"): Option<Vec<Text>>,
        /// Bogstaver i databeskyttelsesforordningens artikel 9, stk. 2.
        article_9 ("article-9"): Option<Vec<Text>>,
        /// Om der behandles cpr-numre (databeskyttelsesloven § 11).
        section_11 ("section-11"): Option<Flag>,
        /// Om der behandles oplysninger om strafbare forhold (artikel 10).
        criminal_offences: Option<Flag>,
        /// De vigtigste love bag opgaven.
        laws: Option<Vec<LawReferenceShape>>,
    }
    LawReferenceShape {
        /// Lovens populære navn, som i laws.yml.
        law: Text,
        /// Paragrafferne.
        provisions: Option<Text>,
    }
    RetentionShape {
        /// Slettefristens kode i KLE, som i retention.yml.
        code: Option<Text>,
        /// Hvornår fristen regnes fra.
        from: Option<Text>,
        /// Hvad kommunen selv må afgøre.
        note: Option<Text>,
    }
    LevelsShape {
        /// Når uvedkommende får oplysningerne at se.
        confidentiality: Level,
        /// Når oplysningerne er forkerte eller ændret.
        integrity: Level,
        /// Når oplysningerne ikke er til at få fat i.
        availability: Level,
    }
    DowntimeShape {
        /// Hvor mange timer højst.
        max_downtime_hours: Whole,
        /// Hvad der går i stå, og hvad man gør imens.
        reason: Text,
    }
    ThreatReferenceShape {
        /// Truslens nummer, fx T13.
        id: Id,
        /// Hvorfor den betyder noget her.
        reason: Text,
    }
    ChangeShape {
        /// Første dag, ændringen gælder, ÅÅÅÅ-MM-DD.
        date: Day,
        /// Hvad der ændres.
        text: Text,
    }

    /// Truslerne.
    ThreatsFile {
        /// Truslerne, sorteret efter nummer.
        threats: Vec<ThreatShape>,
    }
    ThreatShape {
        /// Truslens nummer, fx T13. Det bruges aldrig igen.
        id: Id,
        /// Titlen.
        title: Text,
        /// Hvilken slags trussel det er.
        ty ("type"): Text,
        /// Hvad den rammer.
        dimensions: Option<Vec<DimensionWord>>,
        /// Om den angår den registreredes rettigheder; så rammer den det hele.
        rights: Option<Flag>,
        /// Hvad den går ud på.
        description: Text,
        /// En hændelse fra en kommune.
        example: Text,
        /// Det, der peger på hvert niveau af sandsynlighed: "1", "2" og så videre.
        likelihood: BTreeMap<String, Text>,
        /// Om enhver aktivitet bør overveje den, eller kun nogle.
        suggested: SuggestionWord,
        /// Kilden, som den hedder i catalog.yml.
        source: Text,
    }
    /// Foranstaltningerne.
    MeasuresFile {
        /// Foranstaltningerne, sorteret efter nummer.
        measures: Vec<MeasureShape>,
    }
    MeasureShape {
        /// Foranstaltningens nummer, fx M12. Det bruges aldrig igen.
        id: Id,
        /// Titlen.
        title: Text,
        /// Hvilken slags foranstaltning det er.
        kind: MeasureKindWord,
        /// Hvad den går ud på.
        description: Text,
        /// Om den sænker sandsynlighed, konsekvens eller begge.
        effect: Option<Vec<EffectWord>>,
        /// Hvad den beskytter.
        dimensions: Option<Vec<DimensionWord>>,
        /// Om den beskytter den registreredes rettigheder.
        rights: Option<Flag>,
        /// De trusler, den virker på.
        threats: Option<Vec<Id>>,
        /// Punkter i ISO/IEC 27002:2022, fx "5.15".
        iso_27002 ("iso-27002"): Option<Vec<Text>>,
        /// Områder i NIS 2-loven § 6, som i nis2-areas.yml.
        nis2: Option<Vec<Text>>,
        /// Statens tekniske minimumskrav, hvor det er sikkert, at de nævner den.
        state_minimum: Option<Text>,
        /// Hvordan man viser, at den er på plads.
        evidence: Text,
        /// Kilden, som den hedder i catalog.yml.
        source: Text,
    }
    /// Love og andre retskilder.
    LawsFile {
        /// Lovene, sorteret efter navn.
        laws: Vec<LawShape>,
    }
    LawShape {
        /// Det populære navn, som aktiviteterne bruger.
        name: Text,
        /// Den officielle titel.
        title: Option<Text>,
        /// Hvilken slags retskilde det er.
        kind: LawKindWord,
        /// Første dag i kraft, ÅÅÅÅ-MM-DD.
        valid_from: Option<Day>,
        /// Sidste dag i kraft, ÅÅÅÅ-MM-DD.
        valid_to: Option<Day>,
        /// Navnene på de love, der er kommet i stedet.
        replaced_by: Option<Vec<Text>>,
        /// Hvad den, der vurderer, skal vide.
        note: Option<Text>,
    }
    /// Slettefrister i KLE.
    RetentionFile {
        /// Slettefristerne.
        retention: Vec<PeriodShape>,
    }
    PeriodShape {
        /// Koden, fx P1825D.
        code: Text,
        /// Fristen i dage.
        days: Whole,
        /// Fristen i ord, på dansk.
        label: Text,
        /// Fristen i ord, på engelsk.
        label_en: Text,
        /// Hvad den bruges til.
        used_for: Text,
        /// Kilden.
        source: Text,
        /// Hvor kode og tekst i kilden er uenige.
        note: Option<Text>,
    }
    TermShape {
        /// Det ord, andre filer bruger.
        id: Text,
        /// Navnet på dansk.
        label: Text,
        /// Navnet på engelsk.
        label_en: Text,
    }
    DataKindShape {
        /// Det ord, andre filer bruger.
        id: Text,
        /// Navnet på dansk.
        label: Text,
        /// Navnet på engelsk.
        label_en: Text,
        /// Hvor godt loven beskytter oplysningerne.
        kind: DataKindWord,
    }
    /// Områderne i den rækkefølge, de vises.
    AreasFile {
        /// Områderne.
        areas: Vec<TermShape>,
    }
    /// Grupper af registrerede.
    DataSubjectsFile {
        /// Grupperne.
        data_subjects: Vec<TermShape>,
    }
    /// Typer af personoplysninger.
    PersonalDataFile {
        /// Typerne.
        personal_data: Vec<DataKindShape>,
    }
    /// Modtagere af oplysninger.
    RecipientsFile {
        /// Modtagerne.
        recipients: Vec<TermShape>,
    }
    /// Områderne i NIS 2-loven § 6.
    Nis2AreasFile {
        /// Områderne.
        nis2_areas ("nis2-areas"): Vec<TermShape>,
    }
    /// Kriterier for konsekvensanalyse.
    DpiaCriteriaFile {
        /// Kriterierne.
        dpia_criteria: Vec<CriterionShape>,
        /// De tilfælde, hvor loven eller Datatilsynets liste kræver en konsekvensanalyse.
        dpia_triggers: Option<Anything>,
    }
    CriterionShape {
        /// Det ord, aktiviteterne bruger.
        id: Text,
        /// Kriteriets nummer.
        number: Level,
        /// Navnet på dansk.
        label: Text,
        /// Navnet på engelsk.
        label_en: Text,
        /// Spørgsmålet, der afgør, om kriteriet er opfyldt.
        question: Text,
        /// Hvad kriteriet går ud på.
        description: Text,
        /// Et eksempel fra en kommune.
        example: Text,
        /// Kilden.
        source: Text,
    }
    /// Kommunerne.
    MunicipalitiesFile {
        /// Kommunerne.
        municipalities: Vec<MunicipalityShape>,
    }
    MunicipalityShape {
        /// Kommunens nummer, 1-999.
        code: Id,
        /// Kommunens navn.
        name: Text,
        /// Regionen.
        region: Text,
        /// Om kommunen var med i partnerskabet i 2021.
        partnership_2021 ("partnership-2021"): Option<Flag>,
        /// Om kommunen er opdigtet.
        invented: Option<Flag>,
    }
    /// Katalogets hoved.
    CatalogFile {
        /// Katalogets navn.
        id: Text,
        /// Katalogets version. Sættes op, når noget i kataloget ændres.
        version: Text,
        /// Første dag, versionen gælder, ÅÅÅÅ-MM-DD.
        valid_from: Day,
        /// Hvornår versionen er udgivet.
        released: Text,
        /// Katalogets sprog.
        language: Text,
        /// Katalogets licens.
        licence: Text,
        /// Hvor mange niveauer startkonsekvenserne er givet på.
        consequence_levels: Level,
        /// De kilder, posterne henviser til.
        sources: Option<Vec<SourceShape>>,
    }
    SourceShape {
        /// Det navn, posterne bruger.
        id: Text,
        /// Kilden, så den kan findes.
        text: Text,
    }
}
