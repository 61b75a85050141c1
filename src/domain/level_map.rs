//! Which level of one method means the same as which level of another.

use std::collections::BTreeMap;

use super::MethodId;

/// A declared correspondence between the levels of two methods of different size.
///
/// Only what somebody has declared is read: a level without a counterpart stays without one, and
/// nothing is stretched or interpolated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelMap {
    /// The method whose figures are read.
    pub from: MethodId,
    /// The method that they are read through.
    pub to: MethodId,
    /// Likelihood of `from` to likelihood of `to`. Missing: no counterpart.
    pub likelihood: BTreeMap<u8, u8>,
    /// Consequence of `from` to consequence of `to`. Missing: no counterpart.
    pub consequence: BTreeMap<u8, u8>,
    /// Why these levels correspond, in Danish.
    pub reason: Option<String>,
}
