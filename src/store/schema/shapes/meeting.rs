//! The shape of the minutes of a meeting, as `store::meeting` reads them.

use super::{Day, Flag, Id, Level, Moment, StatusWord, Text, Whole, shapes};

shapes! {
    /// Referatet af et møde om en vurdering. Det skrives af programmet, mens mødet holdes.
    MeetingFile {
        /// Filformatets version: 1.
        risiko_meeting: Whole,
        /// Kommunens nummer, som i vurderingen.
        municipality: Whole,
        /// Vurderingens runde.
        round: Text,
        /// Den metode, tallene er givet i.
        method: Id,
        /// Mødets dag.
        held: Day,
        /// Hvornår mødet begyndte, i UTC.
        began: Moment,
        /// Hvornår der sidst blev skrevet noget, i UTC.
        latest: Moment,
        /// Hvem der var til stede.
        present: Option<Vec<Text>>,
        /// Dagsordenen i den rækkefølge, den blev gennemgået; til sidst det, der ellers blev taget op.
        agenda: Option<Vec<AgendaItem>>,
    }

    /// En aktivitet på mødet.
    AgendaItem {
        /// Aktivitetens nummer.
        id: Id,
        /// Om den blev taget op uden at stå på dagsordenen.
        extra: Option<Flag>,
        /// Som den stod, da mødet tog den op.
        before: MeetingFigures,
        /// Som mødet efterlod den.
        after: Option<MeetingFigures>,
        /// Hvornår den var behandlet; mangler, når den ikke er.
        treated: Option<Moment>,
        /// Hvad der blev besluttet.
        decision: Option<Text>,
        /// Hvad der stadig skal findes svar på.
        question: Option<Text>,
    }

    /// Status, og de tal, der afgør risikoniveauet.
    MeetingFigures {
        /// Hvor langt aktiviteten er.
        status: StatusWord,
        /// Sandsynlighed i dag.
        likelihood: Option<Level>,
        /// Konsekvens i dag.
        consequence: Option<Level>,
        /// Sandsynlighed, når handlingerne er udført.
        residual_likelihood: Option<Level>,
        /// Konsekvens, når handlingerne er udført.
        residual_consequence: Option<Level>,
    }
}
