//! The four published matrices, cell by cell, and what the linter says of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use risiko::domain::{Colour, LevelNumber, Method, Symmetry};
use risiko::engine::lint;
use risiko::finding::{Code, Fact, Severity};
use support::{consequence, likelihood, method};

/// Rows consequence 1..4 from the top, columns likelihood 1..4; G grøn, L lysegrøn, Y gul, O
/// orange, R rød.
///
/// Source: the scale tables of OS2compliance (ScaleService), read September 2025.
const PUBLISHED: [(&str, [&str; 4]); 4] = [
    ("standard-4x4", ["GGGY", "GGYY", "GYYR", "YYRR"]),
    ("kl-4x4", ["GGGL", "GLLY", "GLYO", "LYOR"]),
    ("herning-4x4", ["GGLY", "GLYO", "LYOR", "YORR"]),
    ("datatilsynet-4x4", ["GGYO", "GYOO", "YOOR", "ORRR"]),
];

fn letter(colour: Colour) -> char {
    match colour {
        Colour::Green => 'G',
        Colour::LightGreen => 'L',
        Colour::Yellow => 'Y',
        Colour::Orange => 'O',
        Colour::Red => 'R',
    }
}

#[test]
fn every_cell_of_every_published_matrix_has_its_published_colour() {
    for (id, rows) in PUBLISHED {
        let method = method(id);
        for (c, row) in (1..).zip(rows) {
            for (l, expected) in (1..).zip(row.chars()) {
                let band = method.band(likelihood(method, l), consequence(method, c)).unwrap();
                assert_eq!(
                    letter(band.colour),
                    expected,
                    "{id}: konsekvens {c}, sandsynlighed {l}"
                );
            }
        }
    }
}

#[test]
fn only_datatilsynets_matrix_is_asymmetric_and_it_carries_witnesses() {
    for (id, _) in PUBLISHED {
        let method = method(id);
        let expected =
            if id == "datatilsynet-4x4" { Symmetry::Asymmetric } else { Symmetry::Symmetric };
        assert_eq!(method.symmetry, expected, "{id}");
    }
    assert!(method("datatilsynet-4x4").witnesses.len() >= 2);
}

fn legend_findings(method: &Method) -> usize {
    lint(method).iter().filter(|finding| finding.code() == Code::MTX005).count()
}

#[test]
fn only_kls_printed_legend_agrees_with_its_matrix() {
    assert_eq!(legend_findings(method("kl-4x4")), 0);
    for id in ["standard-4x4", "herning-4x4", "datatilsynet-4x4"] {
        assert!(legend_findings(method(id)) > 0, "{id}");
    }
}

#[test]
fn datatilsynets_legend_disagrees_with_its_orange_cells() {
    // Published legend: 3–7 gul; the matrix has 1×4 = 4 and 2×3 = 6 orange.
    let method = method("datatilsynet-4x4");
    let products: Vec<u16> = lint(method)
        .iter()
        .filter_map(|finding| match &finding.fact {
            Fact::LegendDisagrees { product, .. } => Some(*product),
            _ => None,
        })
        .collect();
    assert!(products.contains(&4) && products.contains(&6), "{products:?}");
}

#[test]
fn the_linter_finds_where_a_larger_product_has_a_lower_band() {
    let method = method("datatilsynet-4x4");
    let found = lint(method).iter().any(|finding| {
        matches!(&finding.fact, Fact::LargerProductLowerBand { larger: (l, c), smaller: (l2, c2), .. }
            if (l.number(), c.number()) == (3, 3) && (l2.number(), c2.number()) == (2, 4))
    });
    assert!(found);
}

/// The shipped file with one piece of text replaced.
fn changed(from: &str, to: &str) -> Method {
    let text = include_str!("../catalog/methods/datatilsynet-4x4.yml");
    assert_eq!(text.matches(from).count(), 1, "{from}");
    risiko::store::parse_method("egen.yml", &text.replace(from, to)).unwrap()
}

#[test]
fn a_transposed_matrix_is_caught_by_its_witnesses() {
    // Row 4 is hoej three times; written as a column instead, likelihood 4 would be.
    let text = include_str!("../catalog/methods/datatilsynet-4x4.yml");
    let rows: Vec<Vec<&str>> = (1..=4)
        .map(|row| {
            let start = text.find(&format!("\n  {row}: [")).unwrap();
            let line = text[start + 1..].lines().next().unwrap();
            line.split(['[', ']']).nth(1).unwrap().split(", ").collect()
        })
        .collect();
    let mut transposed = text.to_owned();
    for (row, cells) in rows.iter().enumerate() {
        let old = format!("  {}: [{}]", row + 1, cells.join(", "));
        let new: Vec<&str> = rows.iter().map(|other| other[row]).collect();
        transposed = transposed.replace(&old, &format!("  {}: <{}>", row + 1, new.join(", ")));
    }
    let transposed = transposed.replace(": <", ": [").replace(">\n", "]\n");
    let method = risiko::store::parse_method("transponeret.yml", &transposed).unwrap();
    let findings = lint(&method);
    assert!(findings.iter().any(|f| f.code() == Code::MTX007), "{findings:?}");
    assert!(findings.any_at_least(Severity::Error));
}

#[test]
fn a_matrix_that_is_called_symmetric_must_be() {
    let method = changed("symmetric: false", "symmetric: true");
    assert!(lint(&method).iter().any(|finding| finding.code() == Code::MTX009));
}
