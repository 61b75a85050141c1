//! What `assess --guided` says and asks.

use super::Lang;
use super::words::{count, counted};
use crate::domain::{Activity, Dimension, Perspective, Treatment};

/// The first words.
#[must_use]
pub fn welcome(lang: Lang, activities: usize, is_kept: bool) -> Vec<String> {
    let number = counted(
        lang,
        activities,
        lang.pick(("aktivitet", "aktiviteter"), ("activity", "activities")),
    );
    let kept = match is_kept {
        true => lang.pick("Hvert svar gemmes med det samme.", "Each answer is saved at once."),
        false => lang.pick("Intet bliver gemt i dag.", "Nothing is saved this time."),
    };
    match lang {
        Lang::Da => vec![
            format!("Vi gennemgår {number}, ét spørgsmål ad gangen. {kept}"),
            "Skriv \"stop\" for at holde op, \"tilbage\" for at gå et spørgsmål tilbage og \"?\" for \
             hjælp. Enter springer et spørgsmål over; står der noget efter \"Enter:\", tager Enter det som jeres svar."
                .to_owned(),
        ],
        Lang::En => vec![
            format!("We go through {number}, one question at a time. {kept}"),
            "Write \"stop\" to end, \"back\" to go back one question and \"?\" for help. Enter skips a \
             question; where something stands behind \"Enter:\", Enter takes it as your answer."
                .to_owned(),
        ],
    }
}

/// Whether they know the method.
#[must_use]
pub fn done_before(lang: Lang) -> &'static str {
    lang.pick(
        "Har I gjort det før, så vi kan udelade forklaringerne?",
        "Have you done this before, so that we can leave out the explanations?",
    )
}

/// What works at every question.
#[must_use]
pub fn always(lang: Lang) -> &'static str {
    lang.pick(
        "Enter springer over, eller tager det, der står efter \"Enter:\", som jeres svar. \"tilbage\" går til spørgsmålet før, \"stop\" holder op.",
        "Enter skips, or takes what stands behind \"Enter:\" as your answer. \"back\" goes to the question before, \"stop\" ends.",
    )
}

/// That an answer cannot be used.
#[must_use]
pub fn not_understood(lang: Lang, line: &str) -> String {
    match lang {
        Lang::Da => format!("\"{line}\" kan ikke bruges her. Skriv \"?\" for hjælp."),
        Lang::En => format!("\"{line}\" cannot be used here. Write \"?\" for help."),
    }
}

/// That there is no question before.
#[must_use]
pub fn at_the_start(lang: Lang) -> &'static str {
    lang.pick("Det er det første spørgsmål.", "This is the first question.")
}

/// A question with yes or no.
#[must_use]
pub fn yes_no_prompt(lang: Lang, question: &str) -> String {
    format!("{question} [{}] ", lang.pick("j/n", "y/n"))
}

/// What may be answered to it.
#[must_use]
pub fn yes_no_more(lang: Lang) -> &'static str {
    lang.pick("Svar j for ja eller n for nej.", "Answer y for yes or n for no.")
}

/// A question in words, with what stands there.
#[must_use]
pub fn text_prompt(lang: Lang, question: &str, now: Option<&str>) -> String {
    match (lang, now) {
        (Lang::Da, Some(now)) => format!("{question} [Enter: {now}] "),
        (Lang::En, Some(now)) => format!("{question} [Enter: {now}] "),
        (_, None) => format!("{question} "),
    }
}

/// A choice from a list.
#[must_use]
pub fn choice_prompt(lang: Lang, options: usize, now: Option<usize>) -> String {
    let keep = now.map(|now| format!(", Enter: {now}")).unwrap_or_default();
    format!("{} [1-{options}{keep}] ", lang.pick("Vælg", "Choose"))
}

/// A choice of a level.
#[must_use]
pub fn level_prompt(lang: Lang, top: u8, now: Option<u8>, may_not_arise: bool) -> String {
    let not = match (lang, may_not_arise) {
        (_, false) => "",
        (Lang::Da, true) => ", i: ikke relevant",
        (Lang::En, true) => ", i: not relevant",
    };
    let keep = match (lang, now) {
        (_, Some(now)) => format!(", Enter: {now}"),
        (Lang::Da, None) => ", Enter: ved ikke endnu".to_owned(),
        (Lang::En, None) => ", Enter: do not know yet".to_owned(),
    };
    format!("{} [1-{top}{not}{keep}] ", lang.pick("Niveau", "Level"))
}

/// An example of a level.
#[must_use]
pub fn example(lang: Lang, level: &str, example: &str) -> String {
    format!("  {} {level}: {example}", lang.pick("Eksempel på", "Example of"))
}

/// How a day may be written.
#[must_use]
pub fn day_more(lang: Lang) -> &'static str {
    lang.pick("Skriv en dato, fx 1.3.2027 eller 2027-03-01.", "Write a date, such as 2027-03-01.")
}

/// An activity, before it is asked about.
#[must_use]
pub fn activity(lang: Lang, activity: &Activity, area: &str) -> String {
    format!("{} {} {} ({area})", lang.pick("Aktivitet", "Activity"), activity.id, activity.title)
}

/// Whether to begin.
#[must_use]
pub fn begin(lang: Lang) -> &'static str {
    lang.pick("Skal vi tage den nu?", "Shall we take it now?")
}

/// Whether the municipality does it.
#[must_use]
pub fn applies(lang: Lang) -> &'static str {
    lang.pick("Udfører kommunen denne opgave?", "Does the municipality carry out this task?")
}

/// Why it does not.
#[must_use]
pub fn why_not(lang: Lang) -> &'static str {
    lang.pick("Hvorfor ikke?", "Why not?")
}

/// What a good reason is.
#[must_use]
pub fn why_not_more(lang: Lang) -> &'static str {
    lang.pick(
        "Én sætning er nok. Den viser næste år, om det stadig gælder, fx \"Havnen drives af et selskab\".",
        "One sentence is enough. Next year it shows whether it still holds, such as \"A company runs the harbour\".",
    )
}

/// That there is no way around a reason.
#[must_use]
pub fn needs_reason(lang: Lang) -> &'static str {
    lang.pick(
        "Uden en begrundelse bliver det ikke gemt: ingen kunne senere se, om det stadig gælder.",
        "Without a reason it is not saved: nobody could see later whether it still holds.",
    )
}

/// What consequence means, once for each perspective.
#[must_use]
pub fn about_consequence(lang: Lang, whose: Perspective) -> &'static str {
    match (lang, whose) {
        (Lang::Da, Perspective::DataSubject) => {
            "Først konsekvensen: hvor galt kan det gå for de mennesker, oplysningerne handler om? Tænk på \
             det værste, der med rimelighed kan ske, og ikke på, hvor sandsynligt det er."
        }
        (Lang::En, Perspective::DataSubject) => {
            "First the consequence: how badly can it turn out for the people whom the data are about? Think \
             of the worst that can reasonably happen, not of how likely it is."
        }
        (Lang::Da, Perspective::Organisation) => {
            "Nu det samme for kommunen selv: drift, økonomi og omdømme."
        }
        (Lang::En, Perspective::Organisation) => {
            "Now the same for the municipality itself: operations, money and reputation."
        }
        (Lang::Da, Perspective::Society) => "Nu det samme for samfundet uden for kommunen.",
        (Lang::En, Perspective::Society) => "Now the same for society outside the municipality.",
    }
}

/// How bad it is, in plain words.
#[must_use]
pub fn consequence(lang: Lang, whose: Perspective, kind: Dimension) -> &'static str {
    match (kind, whose) {
        (Dimension::Confidentiality, Perspective::DataSubject) => lang.pick(
            "Fortrolighed: hvor alvorligt er det for borgeren, hvis uvedkommende ser oplysningerne?",
            "Confidentiality: how serious is it for the citizen if the wrong people see the data?",
        ),
        (Dimension::Integrity, Perspective::DataSubject) => lang.pick(
            "Integritet: hvor alvorligt er det for borgeren, hvis oplysningerne er forkerte eller mangler noget?",
            "Integrity: how serious is it for the citizen if the data are wrong or incomplete?",
        ),
        (Dimension::Availability, Perspective::DataSubject) => lang.pick(
            "Tilgængelighed: hvor alvorligt er det for borgeren, hvis ingen kan komme til oplysningerne?",
            "Availability: how serious is it for the citizen if nobody can get at the data?",
        ),
        (Dimension::Authenticity, Perspective::DataSubject) => lang.pick(
            "Autenticitet: hvor alvorligt er det for borgeren, hvis nogen udgiver sig for en anden?",
            "Authenticity: how serious is it for the citizen if somebody poses as another?",
        ),
        (Dimension::Confidentiality, _) => lang.pick(
            "Fortrolighed: hvor alvorligt er det her, hvis uvedkommende ser oplysningerne?",
            "Confidentiality: how serious is it here if the wrong people see the data?",
        ),
        (Dimension::Integrity, _) => lang.pick(
            "Integritet: hvor alvorligt er det her, hvis oplysningerne er forkerte eller mangler noget?",
            "Integrity: how serious is it here if the data are wrong or incomplete?",
        ),
        (Dimension::Availability, _) => lang.pick(
            "Tilgængelighed: hvor alvorligt er det her, hvis ingen kan komme til oplysningerne?",
            "Availability: how serious is it here if nobody can get at the data?",
        ),
        (Dimension::Authenticity, _) => lang.pick(
            "Autenticitet: hvor alvorligt er det her, hvis nogen udgiver sig for en anden?",
            "Authenticity: how serious is it here if somebody poses as another?",
        ),
    }
}

/// What the catalogue suggests, labelled as such.
#[must_use]
pub fn suggested(lang: Lang, level: u8, reason: &str) -> String {
    let said = match lang {
        Lang::Da => format!("Kataloget foreslår {level}. I bestemmer selv."),
        Lang::En => format!("The catalogue suggests {level}. You decide."),
    };
    if reason.is_empty() { said } else { format!("{said} {reason}") }
}

/// Why these figures.
#[must_use]
pub fn consequence_reason(lang: Lang) -> &'static str {
    lang.pick("Hvorfor netop disse niveauer?", "Why these levels?")
}

/// What a good reason is.
#[must_use]
pub fn reason_more(lang: Lang) -> &'static str {
    lang.pick(
        "Én sætning om det, I ved: hændelser, antal, hvem det rammer. Skriv ikke navne på borgere.",
        "One sentence about what you know: incidents, numbers, whom it hits. Do not write names of citizens.",
    )
}

/// What threats are, once.
#[must_use]
pub fn about_threats(lang: Lang) -> &'static str {
    lang.pick(
        "Nu truslerne: hvad kan ske, og hvor sandsynligt er det hos jer i dag, med det, I allerede gør? \
         Spring dem over, som I ikke ved noget om; de tæller ikke med og regnes ikke for lave.",
        "Now the threats: what can happen, and how likely is it with you today, with what you already do? \
         Skip those that you know nothing about; they do not count, and are not taken for low.",
    )
}

/// A threat, before it is asked about.
#[must_use]
pub fn threat(lang: Lang, (place, all): (usize, usize), id: &str, title: &str) -> String {
    let (place, all) = (count(lang, place), count(lang, all));
    match lang {
        Lang::Da => format!("Trussel {place} af {all}: {title} ({id})"),
        Lang::En => format!("Threat {place} of {all}: {title} ({id})"),
    }
}

/// Why the threat matters in this activity.
#[must_use]
pub fn why_here(lang: Lang, reason: &str) -> String {
    format!("{}: {reason}", lang.pick("Hvorfor her", "Why here"))
}

/// How likely it is.
#[must_use]
pub fn likelihood(lang: Lang, of_threat: bool) -> &'static str {
    if of_threat {
        lang.pick("Hvor sandsynligt er det hos jer i dag?", "How likely is it with you today?")
    } else {
        lang.pick(
            "Hvor sandsynligt er det i det hele taget, at noget af dette går galt hos jer i dag?",
            "How likely is it altogether that any of this goes wrong with you today?",
        )
    }
}

/// That a threat was found not to arise.
#[must_use]
pub fn is_not_relevant(lang: Lang, reason: &str) -> String {
    match lang {
        Lang::Da => format!("I har sagt, at den ikke er relevant: {reason}"),
        Lang::En => format!("You have said that it is not relevant: {reason}"),
    }
}

/// Why a threat does not arise.
#[must_use]
pub fn why_not_relevant(lang: Lang) -> &'static str {
    lang.pick("Hvorfor kan det ikke ske hos jer?", "Why can it not happen with you?")
}

/// Why a likelihood.
#[must_use]
pub fn likelihood_reason(lang: Lang, level: u8) -> String {
    match lang {
        Lang::Da => format!("Hvorfor {level}?"),
        Lang::En => format!("Why {level}?"),
    }
}

/// What is done already.
#[must_use]
pub fn measures(lang: Lang) -> &'static str {
    lang.pick(
        "Hvad gør I allerede mod det? Adskil med semikolon.",
        "What do you already do against it? Separate with semicolons.",
    )
}

/// The measures of the catalogue by number.
#[must_use]
pub fn measures_more(lang: Lang, known: &[&str]) -> String {
    if known.is_empty() {
        let text = lang.pick("Skriv det med jeres egne ord.", "Write it in your own words.");
        return text.to_owned();
    }
    let list: Vec<String> =
        known.iter().enumerate().map(|(number, title)| format!("{} {title}", number + 1)).collect();
    match lang {
        Lang::Da => format!(
            "Skriv det med jeres egne ord, eller tallene for dem, I har: {}.",
            list.join("; ")
        ),
        Lang::En => format!(
            "Write it in your own words, or the numbers of those you have: {}.",
            list.join("; ")
        ),
    }
}

/// The band.
#[must_use]
pub fn band_is(lang: Lang, band: &str) -> String {
    match lang {
        Lang::Da => format!("Det giver risikoniveauet: {band}."),
        Lang::En => format!("That gives the risk level: {band}."),
    }
}

/// That there is no band, and what is missing.
#[must_use]
pub fn no_band(lang: Lang) -> &'static str {
    lang.pick(
        "Der er endnu intet risikoniveau: det kræver mindst én sandsynlighed og én konsekvens. Ikke \
         vurderet er ikke det samme som lav.",
        "There is no risk level yet: that takes at least one likelihood and one consequence. Not assessed \
         is not the same as low.",
    )
}

/// What to do about it.
#[must_use]
pub fn what_about_it(lang: Lang) -> &'static str {
    lang.pick("Hvad vil I gøre ved den risiko?", "What will you do about this risk?")
}

/// A treatment in plain words.
#[must_use]
pub fn treatment(lang: Lang, treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Accept => lang.pick(
            "Acceptere: den ansvarlige leder tager risikoen, som den er",
            "Accept: the responsible manager takes the risk as it is",
        ),
        Treatment::Avoid => lang.pick(
            "Undgå: holde op med det, der giver risikoen, eller gøre det på en anden måde",
            "Avoid: stop what causes the risk, or do it in another way",
        ),
        Treatment::Share => lang.pick(
            "Dele: med en leverandør eller en forsikring",
            "Share: with a supplier or an insurer",
        ),
        Treatment::Mitigate => lang
            .pick("Mitigere: sænke den med foranstaltninger", "Mitigate: lower it with measures"),
    }
}

/// What will be done.
#[must_use]
pub fn action(lang: Lang) -> &'static str {
    lang.pick("Hvad skal der gøres?", "What is to be done?")
}

/// What a good action is.
#[must_use]
pub fn action_more(lang: Lang) -> &'static str {
    lang.pick(
        "Én handling, som man kan se, om er gjort, fx \"Sikker mail i postprogrammet\".",
        "One action that can be seen to be done, such as \"Secure mail in the mail program\".",
    )
}

/// Who does it.
#[must_use]
pub fn action_owner(lang: Lang) -> &'static str {
    lang.pick("Hvem gør det?", "Who does it?")
}

/// By when.
#[must_use]
pub fn action_deadline(lang: Lang) -> &'static str {
    lang.pick("Hvornår skal det være gjort?", "By when is it to be done?")
}

/// How likely it is afterwards.
#[must_use]
pub fn residual_likelihood(lang: Lang) -> &'static str {
    lang.pick(
        "Når det er gjort: hvor sandsynligt er det så?",
        "When that is done: how likely is it then?",
    )
}

/// How bad it is afterwards.
#[must_use]
pub fn residual_consequence(lang: Lang) -> &'static str {
    lang.pick(
        "Og hvor alvorligt er det så, hvis det alligevel sker?",
        "And how serious is it then if it happens all the same?",
    )
}

/// The level of today, beside the one of afterwards.
#[must_use]
pub fn today_is(lang: Lang, level: Option<u8>) -> String {
    match (lang, level) {
        (Lang::Da, Some(level)) => {
            format!("I dag er det {level}. Sænk det kun, hvis handlingen virker på det.")
        }
        (Lang::En, Some(level)) => {
            format!("Today it is {level}. Lower it only if the action has an effect on it.")
        }
        (_, None) => String::new(),
    }
}

/// The band afterwards.
#[must_use]
pub fn residual_is(lang: Lang, band: &str) -> String {
    match lang {
        Lang::Da => format!("Restrisikoen er så: {band}."),
        Lang::En => format!("The residual risk is then: {band}."),
    }
}

/// Who owns the risk.
#[must_use]
pub fn owner(lang: Lang) -> &'static str {
    lang.pick("Hvem ejer risikoen?", "Who owns the risk?")
}

/// What to write for a person.
#[must_use]
pub fn owner_more(lang: Lang) -> &'static str {
    lang.pick(
        "En stilling holder længere end et navn, fx \"Familiechefen\".",
        "A position lasts longer than a name, such as \"Head of families\".",
    )
}

/// Whether the activity is done.
#[must_use]
pub fn finish(lang: Lang) -> &'static str {
    lang.pick("Er I færdige med at vurdere denne aktivitet?", "Are you done with this activity?")
}

/// That it cannot be done yet.
#[must_use]
pub fn cannot_finish(lang: Lang) -> &'static str {
    lang.pick(
        "Aktiviteten er ikke færdig: uden risikoniveau er den ikke vurderet.",
        "The activity is not done: without a risk level it is not assessed.",
    )
}

/// That it is.
#[must_use]
pub fn is_finished(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Da => format!("Aktivitet {id} er vurderet."),
        Lang::En => format!("Activity {id} is assessed."),
    }
}

/// The last words.
#[must_use]
pub fn goodbye(lang: Lang, finished: usize, stopped: bool) -> String {
    let finished = count(lang, finished);
    let said = match stopped {
        true => lang.pick("Stoppet.", "Stopped."),
        false => lang.pick("Det var det.", "That was all."),
    };
    match lang {
        Lang::Da => format!("{said} Færdige aktiviteter: {finished}. Alle svar er gemt."),
        Lang::En => format!("{said} Activities finished: {finished}. All answers are saved."),
    }
}

/// That there is nothing to ask about.
#[must_use]
pub fn nothing_open(lang: Lang) -> &'static str {
    lang.pick(
        "Alle aktiviteter er vurderet. Nævn dem, I vil se igen, fx: risiko assess --guided 74",
        "Every activity is assessed. Name those that you want to see again, such as: risiko assess --guided 74",
    )
}

/// That somebody else changed the file meanwhile.
#[must_use]
pub fn changed_meanwhile(lang: Lang) -> &'static str {
    lang.pick(
        "Filen er imens ændret af en anden. Det, I ikke har rørt, er taget med.",
        "Somebody else changed the file meanwhile. What you have not touched is taken along.",
    )
}

/// A field that both changed; ours stands.
#[must_use]
pub fn both_changed(lang: Lang, field: &str, ours: &str, theirs: &str) -> String {
    match lang {
        Lang::Da => format!(
            "I har begge ændret {field}. Jeres svar \"{ours}\" står der nu; den anden skrev \"{theirs}\"."
        ),
        Lang::En => format!(
            "You both changed {field}. Your answer \"{ours}\" stands there now; the other wrote \"{theirs}\"."
        ),
    }
}
