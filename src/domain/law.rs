//! Laws and retention periods that activities refer to.

use super::Date;
use super::keyed::keyed;

/// What a legal source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LawKind {
    /// An act of parliament.
    Act,
    /// An executive order.
    Order,
    /// A regulation or directive of the EU.
    Eu,
    /// A collective or other agreement.
    Agreement,
    /// An unwritten principle, such as kommunalfuldmagten.
    Principle,
}

keyed!(LawKind {
    "lov" => Act,
    "bekendtgoerelse" => Order,
    "eu" => Eu,
    "aftale" => Agreement,
    "princip" => Principle,
});

/// A law by its popular name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Popular name: the key that activities use.
    pub name: String,
    /// Official title; missing where it is not certain.
    pub title: Option<String>,
    /// What it is.
    pub kind: LawKind,
    /// First day in force; missing where it is not certain.
    pub valid_from: Option<Date>,
    /// Last day in force; missing while it holds.
    pub valid_to: Option<Date>,
    /// Names of the laws that took over.
    pub replaced_by: Vec<String>,
    /// What an assessor must know, in Danish.
    pub note: Option<String>,
}

/// A retention period of KLE.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetentionPeriod {
    /// Code such as `P1825D`.
    pub code: String,
    /// Length in days.
    pub days: u32,
    /// Danish.
    pub label: String,
    /// English.
    pub label_en: String,
    /// What it is used for, in Danish.
    pub used_for: String,
    /// Id of a source of the catalogue.
    pub source: String,
    /// Where code and text of the source disagree, in Danish.
    pub note: Option<String>,
}
