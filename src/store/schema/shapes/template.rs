//! The shape of a report template, as `store::template` reads it.

use super::{Text, Whole, shapes};

shapes! {
    /// Kommunens egen rapportskabelon. Det, der mangler, er, som det følger med programmet. I teksterne
    /// udfyldes {kommune}, {runde}, {dato} og {omraade} af sig selv.
    TemplateFile {
        /// Filformatets version: 1.
        risiko_template: Whole,
        /// Farven på titler, som #rrggbb.
        colour: Option<Text>,
        /// Navnet på et PNG-billede i samme mappe.
        logo: Option<Text>,
        /// Den dataansvarlige, som fortegnelsen skal nævne den.
        controller: Option<ContactShape>,
        /// Databeskyttelsesrådgiveren.
        dpo: Option<ContactShape>,
        /// Tekster med kommunens egne ord.
        texts: Option<WordingShape>,
    }
    ContactShape {
        /// Navn.
        name: Option<Text>,
        /// Vej og by.
        address: Option<Text>,
        /// Mailadresse.
        email: Option<Text>,
        /// Telefonnummer.
        phone: Option<Text>,
    }
    WordingShape {
        /// Titlen på rapporten til direktionen.
        direktion_titel: Option<Text>,
        /// Titlen på rapporten til byrådet.
        byraad_titel: Option<Text>,
        /// Titlen på rapporten til et fagområde.
        fagomraade_titel: Option<Text>,
        /// Titlen på rapporten til databeskyttelsesrådgiveren.
        dpo_titel: Option<Text>,
        /// Titlen på fortegnelsen.
        art30_titel: Option<Text>,
        /// Hvad informationssikkerhed er, til byrådet.
        byraad_hvad: Option<Text>,
        /// Hvad byrådets rolle er.
        byraad_rolle: Option<Text>,
        /// Hvad tallene ikke siger, til byrådet.
        byraad_forbehold: Option<Text>,
        /// Hvad fortegnelsen er.
        art30_indledning: Option<Text>,
        /// Overskriften over det, der skal læses først.
        overskrift_kort_sagt: Option<Text>,
        /// Overskriften over det værste.
        overskrift_vaerst: Option<Text>,
        /// Overskriften over det, der skal afgøres.
        overskrift_beslut: Option<Text>,
        /// Overskriften over det, det kræver.
        overskrift_kraever: Option<Text>,
        /// Overskriften over det, der er ændret.
        overskrift_aendret: Option<Text>,
        /// Overskriften over det, der er anderledes hos andre.
        overskrift_andre: Option<Text>,
        /// Overskriften over, hvor sikkert det er.
        overskrift_sikkert: Option<Text>,
        /// En linje nederst på hver side.
        sidefod: Option<Text>,
    }
}
