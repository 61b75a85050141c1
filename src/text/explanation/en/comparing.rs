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

pub(in super::super) const CMP004: Explanation = Explanation {
    says: "Two branches in git changed the same field to different things.",
    why: "Only a person can decide which holds. What only one branch changed is merged; this field \
        has ours until somebody has chosen.",
    example: "On one branch the likelihood of T08 was set to 3, on the other to 2. Or one branch says \
        that the threat is not relevant while the other assessed it.",
    fix: "Open the file at the line named, correct the field where theirs is right, and finish with \
        git add and git commit. If one branch is to hold everywhere, use --prefer ours or --prefer \
        theirs with risiko merge-driver. If method or municipality differ, the whole file is ours, \
        since the figures then do not mean the same.",
};

pub(in super::super) const CMP005: Explanation = Explanation {
    says: "There are too few files to show where several people disagree.",
    why: "What is worth a meeting is where the answers of two people differ. One file cannot show that.",
    example: "It says --assessors and Anna's file only.",
    fix: "Name the files of all. They are made where each answers alone with risiko assess --blind NAME.",
};

pub(in super::super) const CMP006: Explanation = Explanation {
    says: "The same file is named twice where there should be one for each person.",
    why: "A file always agrees with itself. It then looks as if two people had answered alike.",
    example: "Anna's file is named twice, and Bo's is forgotten.",
    fix: "Name each person's file once.",
};

pub(in super::super) const CMP007: Explanation = Explanation {
    says: "The round since which a report is to tell the development is no earlier than the assessment itself.",
    why: "The report would turn the development round: what has improved would stand as worse.",
    example: "It says --since skovby-2026.risiko.yml in a report about skovby-2025.risiko.yml.",
    fix: "Name the round before the assessment's own with --since, or swap the two files.",
};

pub(in super::super) const BMK001: Explanation = Explanation {
    says: "There are too few municipalities for what was asked for.",
    why: "One municipality cannot be laid side by side with itself. Without names it takes at least \
        five, or anybody could work out who answered what.",
    example: "It says --anonymous and names four municipalities' files. Several rounds of one \
        municipality count as one.",
    fix: "Name the files of more municipalities. To compare two rounds or two municipalities, use \
        risiko diff.",
};

pub(in super::super) const BMK002: Explanation = Explanation {
    says: "The same municipality is given twice in the same round.",
    why: "Each municipality counts once. Where two files say that they are the same round, nothing \
        tells which of them holds.",
    example: "Both skovby-2026.risiko.yml and a copy of it are named.",
    fix: "Name only one of the files. If they are two different rounds, correct round in one of them.",
};

pub(in super::super) const BMK003: Explanation = Explanation {
    says: "The other municipalities are laid side by side with another method than the assessment uses.",
    why: "Our place among the others can only be told where all are read by the same measure. A band of \
        one method is not the same band in another.",
    example: "The file was made with Datatilsynet's matrix, and the municipality uses KL's.",
    fix: "Run \"risiko benchmark\" again with \"--method\" and the assessment's method, and use the new file.",
};

pub(in super::super) const BMK004: Explanation = Explanation {
    says: "A folder that is named holds no assessment.",
    why: "A folder stands for the assessments that lie in it. Where there are none, somebody is \
        missing from the comparison, and the figures do not show it.",
    example: "The municipalities' files lie in the folder answers/2026, and only answers is named.",
    fix: "Name the folder that the files lie in themselves. Check that their names end as they should.",
};
