//! Comparing assessments, in English.

use super::super::Explanation;

pub(in super::super) const CMP001: Explanation = Explanation {
    says: "The file is no assessment that the program can compare.",
    why: "Figures can only be compared where it is known which municipality, which round and which \
        method they belong to.",
    example: "It says vurdering.csv, which is only a table, or names a sheet that the municipality \
        made itself.",
    fix: "Use the assessment (.risiko.yml), a workbook from risiko export (.xlsx) or a shared file \
        (.risiko-share.json). Another form is first read with risiko import.",
};

pub(in super::super) const CMP002: Explanation = Explanation {
    says: "An earlier round named for the comparison is another municipality's.",
    why: "Earlier rounds tell for how long an answer has stood unchanged. That makes sense within \
        one municipality only.",
    example: "It says --earlier fjordby-2024.risiko.yml, but the two files that are compared are \
        Skovby's.",
    fix: "Name the municipality's own earlier rounds with --earlier, or leave it out.",
};

pub(in super::super) const CMP003: Explanation = Explanation {
    says: "A higher level is said to mean less than the level below it does.",
    why: "A worse risk would then look milder in the comparison.",
    example: "Likelihood 3 corresponds to 3, but likelihood 4 is said to correspond to 2.",
    fix: "Correct the figures so that they rise or stay level all the way. A level without a \
        counterpart is left out.",
};
