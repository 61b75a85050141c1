//! What Word and PowerPoint files have in common: a package of XML parts, and shapes.

mod package;
mod picture;
mod xml;

#[cfg(test)]
pub(super) use package::opened::parts;
pub(super) use package::{Package, Relation};
pub(super) use picture::{Kind, Scale, described, group};
pub(super) use xml::{attribute, content};
