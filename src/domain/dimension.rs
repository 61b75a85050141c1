//! What a threat can hit, and whose consequence is meant.

use super::keyed::keyed;

/// The property of information that a threat breaks.
///
/// Source: ISO/IEC 27000; authenticity is added for society under NIS 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Fortrolighed: only those who may know, know.
    Confidentiality,
    /// Integritet: the information is right and complete.
    Integrity,
    /// Tilgængelighed: the information is there when it is needed.
    Availability,
    /// Autenticitet: sender and origin are who they claim to be.
    Authenticity,
}

impl Dimension {
    /// Every dimension, in the order of print.
    pub const ALL: [Self; 4] =
        [Self::Confidentiality, Self::Integrity, Self::Availability, Self::Authenticity];
}

/// Whose consequence is assessed.
///
/// The data subject is always in scope: a GDPR risk is the risk to the person registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Perspective {
    /// Den registrerede: the person whose data are processed.
    DataSubject,
    /// Organisationen: the municipality itself.
    Organisation,
    /// Samfundet: citizens and society at large (NIS 2).
    Society,
}

impl Perspective {
    /// Every perspective, in the order of print.
    pub const ALL: [Self; 3] = [Self::DataSubject, Self::Organisation, Self::Society];
}

keyed!(Dimension {
    "confidentiality" => Confidentiality,
    "integrity" => Integrity,
    "availability" => Availability,
    "authenticity" => Authenticity,
});

keyed!(Perspective {
    "data-subject" => DataSubject,
    "organisation" => Organisation,
    "society" => Society,
});
