//! The wording of the workbook: sheets, headers, instructions.
//!
//! Headers are the names by which the import finds columns again, so a header that has been in a
//! released version may get a synonym but is never given to another column.

use super::Lang;
use super::words::{dimension, perspective};
use crate::domain::{Dimension, Perspective};

/// One text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// Danish.
    pub da: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    pub(super) const fn new(da: &'static str, en: &'static str) -> Self {
        Self { da, en }
    }

    /// The text in a language.
    #[must_use]
    pub fn pick(self, lang: Lang) -> &'static str {
        lang.pick(self.da, self.en)
    }
}

/// Upper case for the first letter.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Names on the tabs.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod sheets {
    use super::Phrase;

    pub const FRONT: Phrase = Phrase::new("Forside", "Front page");
    pub const ACTIVITIES: Phrase = Phrase::new("Vurdering", "Assessment");
    pub const THREATS: Phrase = Phrase::new("Trusler", "Threats");
    pub const ACTIONS: Phrase = Phrase::new("Handlinger", "Actions");
    pub const PICTURE: Phrase = Phrase::new("Risikobillede", "Risk picture");
    pub const SCALES: Phrase = Phrase::new("Skalaer", "Scales");
    pub const THREAT_CATALOGUE: Phrase = Phrase::new("Trusselskatalog", "Threat catalogue");
}

/// Headers of columns whose wording is fixed.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod headers {
    use super::Phrase;

    pub const ACTIVITY_ID: Phrase = Phrase::new("Nr.", "No.");
    pub const TITLE: Phrase = Phrase::new("Behandlingsaktivitet", "Processing activity");
    pub const AREA: Phrase = Phrase::new("Område", "Area");
    pub const STATUS: Phrase = Phrase::new("Status", "Status");
    pub const STATUS_REASON: Phrase =
        Phrase::new("Begrundelse for status", "Reason for the status");
    pub const STARTING: Phrase =
        Phrase::new("Udgangsværdi (F · I · T)", "Starting value (C · I · A)");
    pub const CONFIRMED: Phrase = Phrase::new("Udgangsværdi bekræftet", "Starting value confirmed");
    pub const LIKELIHOOD: Phrase = Phrase::new("Sandsynlighed", "Likelihood");
    pub const LIKELIHOOD_REASON: Phrase =
        Phrase::new("Begrundelse for sandsynlighed", "Reason for the likelihood");
    pub const DECIDING_LIKELIHOOD: Phrase =
        Phrase::new("Afgørende sandsynlighed", "Deciding likelihood");
    pub const DECIDING_CONSEQUENCE: Phrase =
        Phrase::new("Afgørende konsekvens", "Deciding consequence");
    pub const SCORE: Phrase = Phrase::new("Risikoscore", "Risk score");
    pub const BAND: Phrase = Phrase::new("Risikoniveau", "Risk level");
    pub const DRIVER_THREAT: Phrase = Phrase::new("Afgøres af", "Decided by");
    pub const DRIVER_PAIR: Phrase = Phrase::new("Konsekvensen gælder", "The consequence is about");
    pub const MEASURES: Phrase = Phrase::new("Foranstaltninger, der findes", "Measures in place");
    pub const TREATMENT: Phrase = Phrase::new("Håndtering", "Treatment");
    pub const ACTIONS: Phrase =
        Phrase::new("Handlinger: hvad (ansvarlig; frist)", "Actions: what (responsible; deadline)");
    pub const RESIDUAL_LIKELIHOOD: Phrase =
        Phrase::new("Sandsynlighed efter handling", "Likelihood after action");
    pub const RESIDUAL_CONSEQUENCE: Phrase =
        Phrase::new("Konsekvens efter handling", "Consequence after action");
    pub const RESIDUAL_DECIDING_LIKELIHOOD: Phrase =
        Phrase::new("Rest: afgørende sandsynlighed", "Residual: deciding likelihood");
    pub const RESIDUAL_DECIDING_CONSEQUENCE: Phrase =
        Phrase::new("Rest: afgørende konsekvens", "Residual: deciding consequence");
    pub const RESIDUAL_SCORE: Phrase = Phrase::new("Restscore", "Residual score");
    pub const RESIDUAL_BAND: Phrase = Phrase::new("Restrisiko", "Residual risk");
    pub const OWNER: Phrase = Phrase::new("Risikoejer", "Risk owner");
    pub const SYSTEMS: Phrase = Phrase::new(
        "Systemer: navn (databehandler; tålt nedetid)",
        "Systems: name (processor; tolerable downtime)",
    );
    pub const NOTE: Phrase = Phrase::new("Bemærkning", "Note");
    pub const ASSESSED_BY: Phrase = Phrase::new("Vurderet af", "Assessed by");
    pub const ASSESSED_ON: Phrase = Phrase::new("Vurderet den", "Assessed on");
    pub const REVIEW_BY: Phrase = Phrase::new("Næste gennemgang", "Next review");
    pub const THREAT_ID: Phrase = Phrase::new("Trussel nr.", "Threat no.");
    pub const THREAT_TITLE: Phrase = Phrase::new("Trussel", "Threat");
    pub const THREAT_HITS: Phrase = Phrase::new("Rammer", "Hits");
    pub const NOT_RELEVANT: Phrase = Phrase::new("Ikke relevant, fordi", "Not relevant because");
    pub const ACTION_NUMBER: Phrase = Phrase::new("Handling nr.", "Action no.");
    pub const ACTION: Phrase = Phrase::new("Handling", "Action");
    pub const ACTION_OWNER: Phrase = Phrase::new("Ansvarlig", "Responsible");
    pub const ACTION_DEADLINE: Phrase = Phrase::new("Frist", "Deadline");
    pub const THREAT_KIND: Phrase = Phrase::new("Slags", "Kind");
    pub const THREAT_DESCRIPTION: Phrase = Phrase::new("Hvad der kan ske", "What can happen");
    pub const THREAT_EXAMPLE: Phrase = Phrase::new("Eksempel", "Example");
    pub const THREAT_MEASURES: Phrase =
        Phrase::new("Foranstaltninger, der virker", "Measures that work");
    pub const CONSEQUENCE_MET: Phrase = Phrase::new("Konsekvens", "Consequence");
}

/// Header of a consequence figure.
#[must_use]
pub fn consequence_header(lang: Lang, whose: Perspective, kind: Dimension) -> String {
    format!("{}, {}", capitalised(dimension(lang, kind)), perspective(lang, whose))
}

/// Header of the reasons for a perspective's figures.
#[must_use]
pub fn consequence_reason_header(lang: Lang, whose: Perspective) -> String {
    format!("{}, {}", lang.pick("Begrundelse", "Reason"), perspective(lang, whose))
}

/// Titles above groups of columns.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod groups {
    use super::Phrase;

    pub const ACTIVITY: Phrase = Phrase::new("Aktivitet", "Activity");
    pub const THREAT: Phrase = Phrase::new("Trussel", "Threat");
    pub const CONSEQUENCE: Phrase = Phrase::new("Konsekvens", "Consequence");
    pub const LIKELIHOOD: Phrase = Phrase::new("Sandsynlighed", "Likelihood");
    pub const CURRENT: Phrase = Phrase::new("Nuværende risiko", "Current risk");
    pub const TREATMENT: Phrase = Phrase::new("Håndtering", "Treatment");
    pub const RESIDUAL: Phrase = Phrase::new("Restrisiko", "Residual risk");
    pub const ACTION: Phrase = Phrase::new("Handling", "Action");
    pub const RISK: Phrase = Phrase::new("Risiko", "Risk");
    pub const FOLLOW_UP: Phrase = Phrase::new("Ansvar og opfølgning", "Ownership and follow-up");
    pub const OWN: Phrase = Phrase::new("Egne kolonner", "Own columns");
    pub const CALCULATION: Phrase = Phrase::new("Mellemregning", "Calculation");
}

/// Words on the sheets.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod labels {
    use super::Phrase;

    pub const NUMBER: Phrase = Phrase::new("#", "#");
    pub const TITLE: Phrase = Phrase::new(
        "Risikovurdering af behandlingsaktiviteter",
        "Risk assessment of processing activities",
    );
    pub const MUNICIPALITY: Phrase = Phrase::new("Kommune", "Municipality");
    pub const ROUND: Phrase = Phrase::new("Runde", "Round");
    pub const AS_OF: Phrase = Phrase::new("Tallene gælder pr.", "Figures as of");
    pub const EXPORTED: Phrase = Phrase::new("Eksporteret", "Workbook exported");
    pub const METHOD: Phrase = Phrase::new("Metode", "Method");
    pub const CATALOGUE: Phrase = Phrase::new("Katalog", "Catalogue");
    pub const PERSPECTIVES: Phrase = Phrase::new("Konsekvens for", "Consequence for");
    pub const EXCERPT: Phrase = Phrase::new("Udsnit", "Excerpt");
    pub const BLANK_FORM: Phrase = Phrase::new(
        "tomt skema uden de svar, der er givet",
        "empty form without the answers given",
    );
    pub const EMPTY_FORM: Phrase = Phrase::new("Tomt skema", "Empty form");
    pub const VERSION: Phrase = Phrase::new("version", "version");
    pub const PROGRESS: Phrase = Phrase::new("Fremdrift", "Progress");
    pub const WITH_BAND: Phrase =
        Phrase::new("Aktiviteter med et risikoniveau", "Activities with a risk level");
    pub const OF: Phrase = Phrase::new("af", "of");
    pub const ACTIVITIES: Phrase = Phrase::new("aktiviteter", "activities");
    pub const LEVELS: Phrase = Phrase::new("Risikoniveauer", "Risk levels");
    pub const LEVEL: Phrase = Phrase::new("Niveau", "Level");
    pub const NOW: Phrase = Phrase::new("Nu", "Now");
    pub const AFTER: Phrase = Phrase::new("Efter handling", "After action");
    pub const RESPONSE: Phrase = Phrase::new("Hvad ledelsen skal gøre", "What management must do");
    pub const HOW: Phrase = Phrase::new("Sådan udfylder du", "How to fill in");
    pub const CURRENT: Phrase = Phrase::new("Nuværende risiko", "Current risk");
    pub const RESIDUAL: Phrase = Phrase::new("Restrisiko", "Residual risk");
    pub const WORST: Phrase = Phrase::new("De ti alvorligste", "The ten worst");
    pub const CONSEQUENCE_SCALE: Phrase = Phrase::new("Konsekvens", "Consequence");
    pub const LIKELIHOOD_SCALE: Phrase = Phrase::new("Sandsynlighed", "Likelihood");
    pub const MEANING: Phrase = Phrase::new("Betydning", "Meaning");
    pub const EXAMPLE: Phrase = Phrase::new("Eksempel", "Example");
    pub const MATRIX: Phrase = Phrase::new("Risikomatrix", "Risk matrix");
    pub const CHOICES: Phrase = Phrase::new("Valg i rullelisterne", "Choices in the drop-downs");
    pub const DIRECT: Phrase =
        Phrase::new("Aktivitetens egen sandsynlighed", "The activity's own likelihood");
    pub const YES: Phrase = Phrase::new("ja", "yes");
    pub const NOT_APPLICABLE: Phrase = Phrase::new("ikke relevant", "not applicable");
    pub const HOURS: Phrase = Phrase::new("timer", "hours");
    pub const TRUNCATED: Phrase = Phrase::new(
        "… (for lang til en celle; hele teksten står i filen)",
        "… (too long for a cell; the file has the whole text)",
    );
    pub const A_FIGURE: Phrase = Phrase::new(
        "først et konsekvenstal, der kan begrundes",
        "a consequence figure first, to give a reason for",
    );
    pub const A_DATE: Phrase = Phrase::new("en dato som 31-12-2026", "a date such as 2026-12-31");
    pub const PAGE: Phrase = Phrase::new("Side", "Page");
    pub const PICK_LEVEL: Phrase = Phrase::new(
        "Vælg fra listen. Tom celle betyder ikke vurderet.",
        "Pick from the list. An empty cell means not rated.",
    );
    pub const PICK_NUMBER: Phrase =
        Phrase::new("Vælg et nummer fra listen.", "Pick a number from the list.");
    pub const NOT_IN_LIST: Phrase = Phrase::new("Står ikke på listen", "Not in the list");
    pub const HINT: Phrase = Phrase::new(
        "Udfyld de lyseblå felter. Hvide og grå felter regnes ud eller kommer fra kataloget.",
        "Fill in the light blue cells. White and grey cells are computed or come from the catalogue.",
    );
    pub const ACTIONS_HINT: Phrase = Phrase::new(
        "Ret handling, ansvarlig og frist her, eller skriv nye handlinger i de tomme rækker nederst med aktivitetens nummer og eventuelt truslens. Tøm de tre felter for at slette en handling. En rød dato betyder, at fristen er overskredet.",
        "Change action, responsible and deadline here, or write new ones in the empty rows at the bottom with the number of the activity and, if it concerns one, of the threat. Empty the three cells to delete an action. A red date means that the deadline has passed.",
    );
    pub const THREATS_HINT: Phrase = Phrase::new(
        "Opslag: hvad truslerne betyder, og hvad der peger på hvilken sandsynlighed. Her skal ikke udfyldes noget.",
        "For reference: what the threats mean, and what points to which likelihood. Nothing is to be filled in here.",
    );
    pub const EVIDENCE: Phrase =
        Phrase::new("Hvad peger på hvilken sandsynlighed", "What points to which likelihood");
    pub const AN_ACTION: Phrase =
        Phrase::new("en tekst, der siger, hvad der skal ske", "a text that says what will be done");
    pub const BY_LEVEL: Phrase =
        Phrase::new("Aktiviteter pr. risikoniveau", "Activities by risk level");
    pub const BY_AREA: Phrase = Phrase::new("Risikoniveau pr. område", "Risk level by area");
    pub const BY_LEVEL_ALT: Phrase = Phrase::new(
        "Søjler: antal aktiviteter på hvert risikoniveau, nu og efter handling",
        "Columns: number of activities on each risk level, now and after action",
    );
    pub const BY_AREA_ALT: Phrase = Phrase::new(
        "Bjælker: antal aktiviteter på hvert risikoniveau, fordelt på område",
        "Bars: number of activities on each risk level, by area",
    );
    pub const TOTAL: Phrase = Phrase::new("I alt", "Total");
    pub const NO_LEVEL: Phrase = Phrase::new("Intet niveau endnu", "No level yet");
    pub const PICTURE_HINT: Phrase = Phrase::new(
        "Tallet i et felt er antallet af aktiviteter. Farven er risikoniveauet.",
        "The number in a cell is the number of activities. The colour is the risk level.",
    );
}

/// The steps on the front page.
#[must_use]
pub fn instructions(lang: Lang) -> [&'static str; 7] {
    lang.pick(
        [
            "Gå til arket Vurdering. Hver række er en behandlingsaktivitet. Udfyld kun de lyseblå felter.",
            "Se på konsekvensen for den registrerede. Tallene fra kataloget er et udgangspunkt: ret dem, eller skriv ja i \"Udgangsværdi bekræftet\". Skriv, hvorfor tallet er, som det er.",
            "Vælg en sandsynlighed ud fra hverdagen hos jer. Skal vurderingen være grundigere, så brug arket Trusler: er bare én trussel vurderet, er det truslerne, der afgør aktivitetens risikoniveau.",
            "En tom celle betyder \"ikke vurderet\". Den tæller aldrig som lav risiko.",
            "Flere foranstaltninger, handlinger eller systemer skrives på hver sin linje (Alt+Enter). En handling kan skrives som: Slå logning til (it-chefen; 2027-03-01).",
            "Skal risikoen ned, så vælg en håndtering, skriv handlingerne, og angiv, hvad sandsynlighed og konsekvens bliver, når de er gennemført. Arket Handlinger samler alle handlinger med ansvarlig og frist; de kan også rettes og skrives dér.",
            "Du må filtrere, skjule og flytte kolonner. Ret ikke numrene i kolonnen Nr., for de er nøglen, når projektmappen læses ind igen. Betydningen af hvert niveau står på arket Skalaer, og truslerne er forklaret på arket Trusselskatalog.",
        ],
        [
            "Go to the sheet Assessment. Each row is a processing activity. Fill in the light blue cells only.",
            "Look at the consequence for the data subject. The catalogue's figures are a start: change them, or write yes in \"Starting value confirmed\". Say why the figure is what it is.",
            "Pick a likelihood from everyday life in your municipality. For a closer look use the sheet Threats: once a single threat is rated, the threats decide the activity's risk level.",
            "An empty cell means \"not rated\". It never counts as low risk.",
            "Write several measures, actions or systems on a line each (Alt+Enter). An action may be written as: Turn logging on (head of IT; 2027-03-01).",
            "If the risk must come down, pick a treatment, write the actions, and give likelihood and consequence for when they are done. The sheet Actions gathers all actions with responsible and deadline; they can be changed and added there, too.",
            "You may filter, hide and move columns. Leave the numbers in the column No. alone: they are the key when the workbook is read back. The sheet Scales says what each level means, and the sheet Threat catalogue explains the threats.",
        ],
    )
}
