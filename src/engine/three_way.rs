//! Two branches of an assessment into one, field by field.
//!
//! What one side changed is taken, what both changed alike is taken, and what both changed to
//! different things is a clash: the preferred side's value stands in the result, and both are told.
//! Every struct is made anew field by field, so that a new field does not compile before it is
//! merged.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Acceptance, Action, ActivityAnswer, ActivityId, Address, Assessed, Assessment, BandId,
    CatalogueRef, ConsequenceFigure, Consequences, Dimension, Extra, LevelNumber, MethodRef,
    Origin, OwnCell, OwnSheet, Perspective, Rating, RiskAnswer, Status, System, ThreatAnswer,
    ThreatId,
};
use crate::finding::BranchValue;

/// Whose value stands where both sides changed a field to different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Branch {
    /// The branch that is merged into.
    Ours,
    /// The branch that is merged.
    Theirs,
}

/// A field that both sides changed to different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Activity; missing for what stands above the activities.
    pub activity: Option<ActivityId>,
    /// Threat, where the field is one of a threat.
    pub threat: Option<ThreatId>,
    /// Key of the field in the file, such as `residual.likelihood`.
    pub field: String,
    /// Before the branches parted.
    pub base: BranchValue,
    /// On the branch that is merged into.
    pub ours: BranchValue,
    /// On the branch that is merged.
    pub theirs: BranchValue,
}

impl Clash {
    /// Keys that lead to the field in the file, below its activity and threat.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        self.field.split('.').map(str::to_owned).collect()
    }
}

/// Merges what two branches made of `base`; without one, both made it from nothing.
///
/// Figures of two methods do not mean the same, and two municipalities' answers are no two versions of
/// one: there the preferred side stands whole, and only what parts the two is a clash.
#[must_use]
pub fn merge_branches(
    base: Option<&Assessment>,
    ours: &Assessment,
    theirs: &Assessment,
    prefer: Branch,
) -> (Assessment, Vec<Clash>) {
    merged((base, ours, theirs), prefer, &|_| prefer)
}

/// As [`merge_branches`], asking at each clash whose value stands.
#[must_use]
pub fn merge_branches_by(
    base: Option<&Assessment>,
    (ours, theirs): (&Assessment, &Assessment),
    choose: &dyn Fn(&Clash) -> Branch,
) -> (Assessment, Vec<Clash>) {
    merged((base, ours, theirs), Branch::Ours, choose)
}

fn merged(
    (base, ours, theirs): Sides<'_, Assessment>,
    leads: Branch,
    choose: &dyn Fn(&Clash) -> Branch,
) -> (Assessment, Vec<Clash>) {
    let mut merging = Merging { leads, choose, activity: None, threat: None, clashes: Vec::new() };
    let merged = merging.assessment((base, ours, theirs));
    (merged, merging.clashes)
}

/// Before the branches parted, on ours, on theirs.
type Sides<'a, T> = (Option<&'a T>, &'a T, &'a T);

struct Merging<'c> {
    /// Whose order sheets come in where both changed it, which is no clash.
    leads: Branch,
    choose: &'c dyn Fn(&Clash) -> Branch,
    activity: Option<ActivityId>,
    threat: Option<ThreatId>,
    clashes: Vec<Clash>,
}

/// Takes the same field out of each side.
macro_rules! of {
    ($sides:expr, $($field:ident).+) => {{
        let (base, ours, theirs) = $sides;
        (base.map(|side| &side.$($field).+), &ours.$($field).+, &theirs.$($field).+)
    }};
}

impl Merging<'_> {
    /// Whose value stands after the clash that was noted last.
    fn preferred<'a, T: ?Sized>(&self, ours: &'a T, theirs: &'a T) -> &'a T {
        match self.clashes.last().map_or(Branch::Ours, self.choose) {
            Branch::Ours => ours,
            Branch::Theirs => theirs,
        }
    }

    /// One value: whoever changed it is right, and where both did, the preferred side is.
    fn pick<T: PartialEq + Clone>(
        &mut self,
        field: &str,
        (base, ours, theirs): Sides<'_, T>,
        told: impl Fn(&T) -> String,
    ) -> T {
        if ours == theirs || base == Some(theirs) {
            return ours.clone();
        }
        if base == Some(ours) {
            return theirs.clone();
        }
        let told = |side: &T| BranchValue::Value(told(side));
        let base = base.map_or_else(BranchValue::nothing, told);
        self.clash(field, [base, told(ours), told(theirs)]);
        self.preferred(ours, theirs).clone()
    }

    fn clash(&mut self, field: &str, [base, ours, theirs]: [BranchValue; 3]) {
        let (activity, threat) = (self.activity.clone(), self.threat.clone());
        self.clashes.push(Clash { activity, threat, field: field.to_owned(), base, ours, theirs });
    }

    /// Entries by key. One that only one side has is new there or was deleted on the other; `clash`
    /// tells of one that the other side changed meanwhile, `merge` brings together what both have.
    fn entries<K: Ord + Clone, T: PartialEq + Clone>(
        &mut self,
        (base, ours, theirs): Sides<'_, BTreeMap<K, T>>,
        clash: impl Fn(&mut Self, &K, [Option<&T>; 3]),
        merge: impl Fn(&mut Self, &K, Sides<'_, T>) -> T,
    ) -> BTreeMap<K, T> {
        let keys: BTreeSet<&K> = ours.keys().chain(theirs.keys()).collect();
        let mut merged = BTreeMap::new();
        for key in keys {
            let before = base.and_then(|base| base.get(key));
            let value = match (ours.get(key), theirs.get(key)) {
                (Some(ours), Some(theirs)) => Some(merge(self, key, (before, ours, theirs))),
                (ours, theirs) if before.is_none() => ours.or(theirs).cloned(),
                (ours, theirs) if before == ours.or(theirs) => None,
                (ours, theirs) => {
                    clash(self, key, [before, ours, theirs]);
                    self.preferred(&ours, &theirs).cloned()
                }
            };
            merged.extend(value.map(|value| (key.clone(), value)));
        }
        merged
    }

    fn assessment(&mut self, sides: Sides<'_, Assessment>) -> Assessment {
        let (base, ours, theirs) = sides;
        let code = self.pick("municipality.code", of!(sides, municipality), told);
        let method = self.method(sides);
        let is_unmixed = ours == theirs || base == Some(ours) || base == Some(theirs);
        let is_parted = ours.method.id != theirs.method.id || !self.clashes.is_empty();
        if is_parted && !is_unmixed {
            return self.preferred(ours, theirs).clone();
        }
        Assessment {
            municipality: code,
            municipality_name: self.pick("municipality.name", of!(sides, municipality_name), told),
            round: self.pick("round", of!(sides, round), told),
            as_of: self.pick("as-of", of!(sides, as_of), told),
            catalogue: self.pick("catalogue", of!(sides, catalogue), |catalogue| {
                let CatalogueRef { id, version, digest } = catalogue;
                format!("{id} {version} {digest}")
            }),
            method,
            perspectives: self.pick("perspectives", of!(sides, perspectives), |list| {
                list.iter().map(|perspective| perspective.key()).collect::<Vec<_>>().join(", ")
            }),
            activities: self.entries(
                of!(sides, activities),
                |merging, id, sides| {
                    merging.activity = Some(id.clone());
                    merging.clash("activities", sides.map(whole));
                    merging.activity = None;
                },
                Self::activity,
            ),
            own_sheets: self.own_sheets(of!(sides, own_sheets)),
        }
    }

    /// A method that one side chose anew is a clash, too, where the other side answered meanwhile: a 3
    /// of the old method would be read as a 3 of the new one.
    fn method(&mut self, sides: Sides<'_, Assessment>) -> MethodRef {
        let (base, ours, theirs) = sides;
        let told = |method: &MethodRef| {
            let MethodRef { id, version } = method;
            format!("{id} {version}")
        };
        let is_unmixed = base == Some(ours) || base == Some(theirs);
        if ours.method.id == theirs.method.id || is_unmixed {
            return self.pick("method", of!(sides, method), told);
        }
        let told = |side: &Assessment| BranchValue::Value(told(&side.method));
        let base = base.map_or_else(BranchValue::nothing, told);
        self.clash("method", [base, told(ours), told(theirs)]);
        self.preferred(ours, theirs).method.clone()
    }

    fn activity(&mut self, id: &ActivityId, sides: Sides<'_, ActivityAnswer>) -> ActivityAnswer {
        self.activity = Some(id.clone());
        let blank = ActivityAnswer::default();
        let sides = (Some(sides.0.unwrap_or(&blank)), sides.1, sides.2);
        let merged = ActivityAnswer {
            status: self.status(sides),
            status_reason: self.text("status-reason", of!(sides, status_reason)),
            consequences: Consequences { figures: self.figures(of!(sides, consequences.figures)) },
            direct: self.risk(of!(sides, direct)),
            threats: self.entries(
                of!(sides, threats),
                |merging, id, sides| {
                    merging.threat = Some(id.clone());
                    merging.clash("threats", sides.map(whole));
                    merging.threat = None;
                },
                Self::threat,
            ),
            owner: self.text("owner", of!(sides, owner)),
            systems: self.pick("systems", of!(sides, systems), |list| joined(list, system)),
            note: self.text("note", of!(sides, note)),
            assessed: self.assessed(of!(sides, assessed)),
            review_by: self.pick("review-by", of!(sides, review_by), maybe),
            acceptance: self.acceptance(sides),
            extra: self.extra(of!(sides, extra)),
        };
        self.activity = None;
        merged
    }

    /// An activity that does not apply any more on one side while the other side answered it: taking
    /// both would hide the answers.
    fn status(&mut self, sides: Sides<'_, ActivityAnswer>) -> Status {
        let told = |status: &Status| status.key().to_owned();
        let is_set = |side: &ActivityAnswer| side.status == Status::NotApplicable;
        match shut_out(sides, is_set, has_same_figures) {
            Some(shut) => self.shut("status", shut, of!(sides, status), told),
            None => self.pick("status", of!(sides, status), told),
        }
    }

    /// A risk that one side accepted while the other side changed it: what is accepted is no longer
    /// what stands there.
    fn acceptance(&mut self, sides: Sides<'_, ActivityAnswer>) -> Option<Acceptance> {
        let told =
            |acceptance: &Option<Acceptance>| acceptance.as_ref().map(accepted).unwrap_or_default();
        let is_set = |side: &ActivityAnswer| side.acceptance.is_some();
        match shut_out(sides, is_set, has_same_figures) {
            Some(shut) => self.shut("acceptance", shut, of!(sides, acceptance), told),
            None => self.pick("acceptance", of!(sides, acceptance), told),
        }
    }

    /// A clash between a value of one side and the answers of the other.
    fn shut<T: Clone>(
        &mut self,
        field: &str,
        setter: Branch,
        (base, ours, theirs): Sides<'_, T>,
        told: impl Fn(&T) -> String,
    ) -> T {
        let told = |side: &T| BranchValue::Value(told(side));
        let before = base.map_or_else(BranchValue::nothing, told);
        let sides = match setter {
            Branch::Ours => [before, told(ours), BranchValue::Answers],
            Branch::Theirs => [before, BranchValue::Answers, told(theirs)],
        };
        self.clash(field, sides);
        self.preferred(ours, theirs).clone()
    }

    fn text(&mut self, field: &str, sides: Sides<'_, Option<String>>) -> Option<String> {
        self.pick(field, sides, maybe)
    }

    fn extra(&mut self, sides: Sides<'_, Extra>) -> Extra {
        let field = |key: &String| format!("extra.{key}");
        self.entries(
            sides,
            |merging, key, sides| merging.clash(&field(key), sides.map(|side| shown(side, told))),
            |merging, key, sides| merging.pick(&field(key), sides, told),
        )
    }

    fn assessed(&mut self, sides: Sides<'_, Assessed>) -> Assessed {
        Assessed {
            by: self.text("assessed.by", of!(sides, by)),
            on: self.pick("assessed.on", of!(sides, on), maybe),
        }
    }

    /// A level and who says so belong together; the reason is a field of its own.
    fn figures(
        &mut self,
        sides: Sides<'_, BTreeMap<(Perspective, Dimension), ConsequenceFigure>>,
    ) -> BTreeMap<(Perspective, Dimension), ConsequenceFigure> {
        let field = |(whose, kind): &(Perspective, Dimension)| {
            format!("consequence.{}.{}", whose.key(), kind.key())
        };
        let clash = |merging: &mut Self, key: &_, sides: [Option<&ConsequenceFigure>; 3]| {
            let level = |figure: &ConsequenceFigure| figured(&(figure.rating, figure.origin));
            merging.clash(&field(key), sides.map(|side| shown(side, level)));
        };
        self.entries(sides, clash, |merging, key, (base, ours, theirs)| {
            // Both began with the catalogue's figure where only one of them still has it.
            let start = match (ours.origin, theirs.origin) {
                (Origin::Catalogue, Origin::Catalogue) => None,
                (Origin::Catalogue, _) => Some(ours),
                (_, Origin::Catalogue) => Some(theirs),
                _ => None,
            };
            let sides = (base.or(start), ours, theirs);
            let level = |figure: &ConsequenceFigure| (figure.rating, figure.origin);
            let (base, ours, theirs) = (sides.0.map(level), level(sides.1), level(sides.2));
            let (rating, origin) =
                merging.pick(&field(key), (base.as_ref(), &ours, &theirs), figured);
            let (none, reason) = (None, of!(sides, reason));
            let reason = (Some(reason.0.unwrap_or(&none)), reason.1, reason.2);
            let reason = merging.text(&format!("{}.reason", field(key)), reason);
            ConsequenceFigure { rating, origin, reason }
        })
    }

    fn threat(&mut self, id: &ThreatId, sides: Sides<'_, ThreatAnswer>) -> ThreatAnswer {
        self.threat = Some(id.clone());
        let blank = ThreatAnswer::default();
        let sides = (Some(sides.0.unwrap_or(&blank)), sides.1, sides.2);
        let merged = ThreatAnswer {
            not_relevant: self.not_relevant(sides),
            risk: self.risk(of!(sides, risk)),
            extra: self.extra(of!(sides, extra)),
        };
        self.threat = None;
        merged
    }

    /// A threat that is not relevant any more on one side while the other side answered it.
    fn not_relevant(&mut self, sides: Sides<'_, ThreatAnswer>) -> Option<String> {
        let is_set = |side: &ThreatAnswer| side.not_relevant.is_some();
        match shut_out(sides, is_set, |one, other| one.risk == other.risk) {
            Some(shut) => self.shut("not-relevant", shut, of!(sides, not_relevant), maybe),
            None => self.text("not-relevant", of!(sides, not_relevant)),
        }
    }

    fn risk(&mut self, sides: Sides<'_, RiskAnswer>) -> RiskAnswer {
        let likelihood = of!(sides, residual_likelihood);
        let consequence = of!(sides, residual_consequence);
        RiskAnswer {
            likelihood: self.pick("likelihood", of!(sides, likelihood), rated),
            reason: self.text("reason", of!(sides, reason)),
            measures: self.pick("measures", of!(sides, measures), |list| joined(list, told)),
            treatment: self.pick("treatment", of!(sides, treatment), |treatment| {
                treatment.map(|treatment| treatment.key().to_owned()).unwrap_or_default()
            }),
            actions: self.pick("actions", of!(sides, actions), |list| joined(list, action)),
            residual_likelihood: self.pick("residual.likelihood", likelihood, rated),
            residual_consequence: self.pick("residual.consequence", consequence, rated),
        }
    }

    /// Sheets by name, in the order of whoever changed it; what the other side has besides stands
    /// behind them.
    fn own_sheets(&mut self, (base, ours, theirs): Sides<'_, Vec<OwnSheet>>) -> Vec<OwnSheet> {
        let names = |sheets: &[OwnSheet]| -> Vec<String> {
            sheets.iter().map(|sheet| sheet.name.clone()).collect()
        };
        let before = base.map(|base| by_name(base));
        let (own, other) = (by_name(ours), by_name(theirs));
        let gone = |merging: &mut Self, name: &String, sides: [Option<&_>; 3]| {
            merging.clash(&format!("own-sheets.{name}"), sides.map(whole));
        };
        let sides = (before.as_ref(), &own, &other);
        let mut merged = self.entries(sides, gone, Self::own_sheet);
        let before = base.map(|base| names(base));
        let (ours, theirs) = (names(ours), names(theirs));
        let leads = match self.leads {
            _ if before.as_ref() == Some(&ours) => Branch::Theirs,
            _ if before.as_ref() == Some(&theirs) => Branch::Ours,
            leads => leads,
        };
        let order = match leads {
            Branch::Ours => [ours, theirs],
            Branch::Theirs => [theirs, ours],
        };
        order.into_iter().flatten().filter_map(|name| merged.remove(&name)).collect()
    }

    /// A sheet cell by cell; one that both sides added is merged as if it had been blank.
    fn own_sheet(&mut self, name: &String, (base, ours, theirs): Sides<'_, OwnSheet>) -> OwnSheet {
        let none = OwnSheet::default();
        let sides = (Some(base.unwrap_or(&none)), ours, theirs);
        let field = |at: &Address| format!("own-sheets.{name}.{at}");
        let told = |cell: &OwnCell| told(cell);
        OwnSheet {
            name: name.clone(),
            hidden: self.pick(
                &format!("own-sheets.{name}.hidden"),
                of!(sides, hidden),
                bool::to_string,
            ),
            cells: self.entries(
                of!(sides, cells),
                |merging, at, sides| {
                    merging.clash(&field(at), sides.map(|side| shown(side, told)));
                },
                |merging, at, sides| merging.pick(&field(at), sides, told),
            ),
        }
    }
}

fn by_name(sheets: &[OwnSheet]) -> BTreeMap<String, OwnSheet> {
    sheets.iter().map(|sheet| (sheet.name.clone(), sheet.clone())).collect()
}

/// Which side newly has what `is_set` says, while the other, without it, changed the answers.
fn shut_out<T>(
    (base, ours, theirs): Sides<'_, T>,
    is_set: impl Fn(&T) -> bool,
    is_same: impl Fn(&T, &T) -> bool,
) -> Option<Branch> {
    let base = base.filter(|base| !is_set(base))?;
    match (is_set(ours), is_set(theirs)) {
        (true, false) if !is_same(base, theirs) => Some(Branch::Ours),
        (false, true) if !is_same(base, ours) => Some(Branch::Theirs),
        _ => None,
    }
}

fn has_same_figures(one: &ActivityAnswer, other: &ActivityAnswer) -> bool {
    one.consequences == other.consequences
        && one.direct == other.direct
        && one.threats == other.threats
}

/// An entry that was deleted on one side and changed on the other.
fn whole<T>(side: Option<&T>) -> BranchValue {
    side.map_or_else(BranchValue::nothing, |_| BranchValue::Answers)
}

fn shown<T>(side: Option<&T>, told: impl Fn(&T) -> String) -> BranchValue {
    BranchValue::Value(side.map(told).unwrap_or_default())
}

fn told(value: &impl ToString) -> String {
    value.to_string()
}

fn maybe<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn rated<L: LevelNumber>(rating: &Rating<L>) -> String {
    match rating {
        Rating::Rated(level) => level.to_string(),
        Rating::NotRated => String::new(),
        Rating::NotApplicable => "not-applicable".to_owned(),
    }
}

fn figured<L: LevelNumber>((rating, origin): &(Rating<L>, Origin)) -> String {
    format!("{} ({})", rated(rating), origin.key())
}

fn joined<T>(list: &[T], told: impl Fn(&T) -> String) -> String {
    list.iter().map(told).collect::<Vec<_>>().join("; ")
}

fn action(action: &Action) -> String {
    let Action { what, owner, deadline, extra } = action;
    let extra = extra.iter().map(|(key, text)| format!("{key}: {text}"));
    let more = [owner.clone(), deadline.map(|day| day.to_string())].into_iter().flatten();
    [what.clone()].into_iter().chain(more).chain(extra).collect::<Vec<_>>().join(", ")
}

fn system(system: &System) -> String {
    let System { name, processor, max_downtime_hours } = system;
    let more = [processor.clone(), max_downtime_hours.map(|hours| hours.to_string())];
    [Some(name.clone())].into_iter().chain(more).flatten().collect::<Vec<_>>().join(", ")
}

fn accepted(acceptance: &Acceptance) -> String {
    let Acceptance { by, role, on, until, current, residual, digest } = acceptance;
    let until = until.map(|day| format!("–{day}")).unwrap_or_default();
    let bands = [current, residual].into_iter().flatten().map(BandId::as_str);
    let bands = bands.collect::<Vec<_>>().join("–");
    format!("{by}, {role}, {on}{until}, {bands}, {digest}")
}
