//! The workbench: one assessment on a full screen, for a meeting that looks at it together.
//!
//! Pure: keys go in ([`Workbench::press`]) and pasted texts ([`Workbench::paste`]), what must be done outside comes out ([`Effect`]), and
//! [`draw`] shows the state. No clock, no files and no terminal; whoever owns those is `cli`.

mod answers;
mod editor;
mod item;
mod keys;
mod list;
mod meeting;
mod popup;
mod update;
mod view;

pub use keys::{Action, Key, Keymap};
pub use list::Filter;
pub use view::draw;

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::domain::{
    Activity, ActivityAnswer, ActivityId, Assessment, Catalogue, Date, Method, Others, Status,
};
use crate::engine::{Clash, Coverage, Scope, activity_risk, check, honesty, untouched_answer};
use crate::finding::Findings;
use crate::text::{Lang, workbench as words};
use editor::Editor;
use item::{Column, Item};
use list::List;
use meeting::Sitting;
use popup::{Clashes, Popup};

/// What must be done outside after a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Nothing.
    None,
    /// The assessment is to be kept, and [`Workbench::kept`] or [`Workbench::not_kept`] told.
    Keep(Box<Assessment>),
    /// What others wrote in these fields is to be taken over, and told as for `Keep`.
    TakeTheirs(Vec<Clash>),
    /// The text is to be written in the user's own editor, and [`Workbench::edited`] told.
    Edit(String),
    /// The program is to stand aside until it is called back.
    Suspend,
    /// The screen is left.
    Leave,
}

/// The part of the screen that keys go to; on a narrow screen the only one that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The activities.
    List,
    /// The answers to one of them.
    Activity,
    /// Where it lies in the matrix, why, and what is to be looked at.
    Picture,
}

/// What an answer comes to: ranks of bands, missing where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Standing {
    current: Option<u8>,
    residual: Option<u8>,
}

/// A change of one activity, to go over.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    id: ActivityId,
    before: Option<ActivityAnswer>,
    after: Option<ActivityAnswer>,
}

/// What the workbench is opened with.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The assessment.
    pub assessment: Assessment,
    /// What the municipality answered in earlier rounds, in any order.
    pub earlier: Vec<Assessment>,
    /// What other municipalities chose; missing where nobody named a comparison.
    pub others: Option<Others>,
    /// For titles, texts and threats.
    pub catalogue: Catalogue,
    /// For levels and bands.
    pub method: Method,
    /// The language to begin with.
    pub lang: Lang,
    /// The day on which it is assessed.
    pub today: Date,
    /// Who sits at the keyboard; empty where nobody knows.
    pub by: String,
    /// The activity to begin with.
    pub at: Option<ActivityId>,
    /// Which keys do what.
    pub keys: Keymap,
    /// Whether the terminal has no signs but letters.
    pub is_plain: bool,
}

/// The state of the workbench.
#[derive(Debug, Clone)]
pub struct Workbench {
    assessment: Assessment,
    /// Newest first.
    earlier: Vec<Assessment>,
    others: Option<Others>,
    catalogue: Catalogue,
    method: Method,
    lang: Lang,
    today: Date,
    by: String,
    keys: Keymap,
    is_plain: bool,
    list: List,
    pane: Pane,
    /// Which item of the activity, and which of its figures.
    cursor: (usize, Column),
    /// From which line on the picture is shown.
    scrolled: usize,
    /// How far one can move through what was drawn last, which only drawing knows.
    reach: Cell<usize>,
    /// Whether every threat that the catalogue suggests is shown, or only those of the activity.
    all_threats: bool,
    popup: Option<Popup>,
    /// What clashed and has not been asked about yet.
    clashed: Vec<Clash>,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// What was said last, at the bottom.
    message: Option<String>,
    /// Whether something is not in the file yet.
    is_unkept: bool,
    standings: BTreeMap<ActivityId, Standing>,
    /// The meeting that is held; missing where somebody works alone.
    sitting: Option<Sitting>,
}

impl Workbench {
    /// Opens on the list, or on the activity that is asked for.
    #[must_use]
    pub fn new(opening: Opening) -> Self {
        let Opening {
            assessment,
            mut earlier,
            others,
            catalogue,
            method,
            lang,
            today,
            by,
            at,
            keys,
            is_plain,
        } = opening;
        earlier.sort_by_key(|round| std::cmp::Reverse(round.as_of));
        let mut workbench = Self {
            list: List::new(),
            pane: if at.is_some() { Pane::Activity } else { Pane::List },
            cursor: (0, Column::Likelihood),
            scrolled: 0,
            reach: Cell::new(0),
            all_threats: false,
            popup: None,
            clashed: Vec::new(),
            done: Vec::new(),
            undone: Vec::new(),
            message: None,
            is_unkept: false,
            standings: BTreeMap::new(),
            sitting: None,
            assessment,
            earlier,
            others,
            catalogue,
            method,
            lang,
            today,
            by,
            keys,
            is_plain,
        };
        workbench.weigh_all();
        workbench.list_again();
        if let Some(id) = at {
            workbench.list.select(&id);
        }
        workbench
    }

    /// The assessment as it stands on the screen.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Whether something is not in the file yet.
    #[must_use]
    pub fn is_unkept(&self) -> bool {
        self.is_unkept || self.unkept_minutes().is_some()
    }

    /// Whether everything is in the file and nothing is being written or chosen.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        self.popup.is_none() && !self.is_unkept()
    }

    /// Opens on the activity that was worked on last, and says so.
    pub fn offer_to_continue(&mut self, id: &ActivityId) {
        let Some(activity) = self.catalogue.activities.get(id) else { return };
        self.list.select(id);
        let key = self.keys.keys(Action::Open).first().map(ToString::to_string);
        let title = format!("{id} {}", activity.title);
        self.message = Some(words::worked_on_last(self.lang, &title, &key.unwrap_or_default()));
    }

    /// It was kept; `there` is what stands in the file now, `said` what is to be told about it.
    pub fn kept(&mut self, there: Assessment, said: Option<String>) {
        self.is_unkept = false;
        if there != self.assessment {
            self.assessment = there;
            self.weigh_all();
            self.list_again();
        }
        if said.is_some() {
            self.message = said;
        }
    }

    /// What became of a text in the user's own editor; nothing where it is as before, and `said` why.
    pub fn edited(&mut self, text: Option<String>, said: Option<String>) {
        if let (Some(text), Some(Popup::Text(_, editor))) = (text, &mut self.popup) {
            *editor = Editor::new(&text);
        }
        self.message = said;
    }

    /// Others changed these fields at the same time, to something else. Ours was kept; whose is to
    /// stand is asked as soon as nothing else lies over the screen.
    pub fn clashed(&mut self, fields: Vec<Clash>) {
        self.clashed.extend(fields);
        self.ask_about_clashes();
    }

    fn ask_about_clashes(&mut self) {
        if self.popup.is_none() && !self.clashed.is_empty() {
            let fields = std::mem::take(&mut self.clashed).into_iter();
            let list = fields.map(|clash| (clash, false)).collect();
            self.popup = Some(Popup::Clashes(Clashes { list, chosen: 0 }));
        }
    }

    /// It could not be kept, and why; it stays on the screen and is tried again with the next change.
    pub fn not_kept(&mut self, why: String) {
        self.is_unkept = true;
        self.message = Some(why);
    }

    /// The last round before this one.
    fn last(&self) -> Option<&Assessment> {
        self.earlier.first()
    }

    fn scope(&self) -> Scope<'_> {
        Scope {
            catalogue: &self.catalogue,
            method: &self.method,
            perspectives: &self.assessment.perspectives,
        }
    }

    /// The activity that is shown; missing where the list is empty.
    fn activity(&self) -> Option<&Activity> {
        self.catalogue.activities.get(self.list.selected()?)
    }

    fn answer_of(&self, id: &ActivityId) -> ActivityAnswer {
        let answer = self.assessment.activities.get(id).cloned();
        answer.unwrap_or_else(|| untouched_answer(id, &self.catalogue, &self.method))
    }

    fn standing_of(&self, answer: &ActivityAnswer) -> Standing {
        let risk = activity_risk(answer, self.scope());
        Standing {
            current: risk.current().map(|(_, score)| score.band.rank),
            residual: risk.residual().map(|(_, score)| score.band.rank),
        }
    }

    fn weigh_all(&mut self) {
        let weigh =
            |(id, answer): (&ActivityId, &ActivityAnswer)| (id.clone(), self.standing_of(answer));
        self.standings = self.assessment.activities.iter().map(weigh).collect();
    }

    /// How much is assessed, counted as `list` counts it: activities with a band.
    fn coverage(&self) -> Coverage {
        let answers = self.assessment.activities.values();
        let not_applicable =
            answers.clone().filter(|answer| answer.status == Status::NotApplicable).count();
        let assessed = self.standings.values().filter(|of| of.current.is_some()).count();
        Coverage { assessed, whole: answers.count() - not_applicable, not_applicable }
    }

    /// What the shown activity is to be looked at for.
    fn findings(&self) -> Findings {
        let mut findings = Findings::new();
        let Some((id, answer)) =
            self.list.selected().and_then(|id| self.assessment.activities.get_key_value(id))
        else {
            return findings;
        };
        // Without the others: they are not asked about here, and there are many.
        let whole = &self.assessment;
        let one = Assessment {
            municipality: whole.municipality,
            municipality_name: whole.municipality_name.clone(),
            round: whole.round.clone(),
            as_of: whole.as_of,
            catalogue: whole.catalogue.clone(),
            method: whole.method.clone(),
            perspectives: whole.perspectives.clone(),
            activities: BTreeMap::from([(id.clone(), answer.clone())]),
            own_sheets: Vec::new(),
        };
        let checked = check(&one, &self.catalogue, &self.method, self.today, "");
        let pattern = honesty(&one, &self.catalogue, &self.method, "");
        for finding in checked.into_iter().chain(pattern) {
            let is_it = matches!(
                &finding.location,
                crate::finding::Location::Answer { activity, .. } if activity == id
            );
            if is_it {
                findings.push(finding.location, finding.fact);
            }
        }
        findings.sorted()
    }

    fn items(&self) -> Vec<Item> {
        let Some(activity) = self.activity() else { return Vec::new() };
        let answer = self.answer_of(&activity.id);
        item::items(activity, &answer, self.scope(), self.all_threats)
    }

    /// The item under the cursor.
    fn item(&self) -> Option<Item> {
        self.items().into_iter().nth(self.cursor.0)
    }
}
