//! Methods (`MTX`), in English.

use super::super::Explanation;

pub(in super::super) const MTX001: Explanation = Explanation {
    says: "The matrix has too few, too many or wrongly numbered rows or cells.",
    why: "Each pair of consequence and likelihood must give exactly one band. A gap would leave a \
        risk without a colour.",
    example: "Row 2 has three cells, but the likelihood scale has four levels.",
    fix: "Write one row for each level of consequence, numbered 1, 2, 3 and so on, with one cell \
        for each level of likelihood.",
};

pub(in super::super) const MTX002: Explanation = Explanation {
    says: "A cell names a band that the method does not have.",
    why: "The cell cannot be given a name, a colour or a demand on management.",
    example: "The cell says \"red\", but the id of the band is \"hoej\".",
    fix: "Use one of the ids that stand under \"bands\".",
};

pub(in super::super) const MTX003: Explanation = Explanation {
    says: "A band is described, but no cell of the matrix gives it.",
    why: "It is either a slip in the matrix, or a band that management waits for and never sees.",
    example: "The legend has the band \"critical\", but even the worst cell is \"high\".",
    fix: "Put the band in where it belongs, or delete it.",
};

pub(in super::super) const MTX004: Explanation = Explanation {
    says: "The band becomes milder although the consequence or the likelihood grows.",
    why: "Nobody can explain to a manager that a worse event is a smaller risk. It is almost \
        always a mistake in one cell.",
    example: "Consequence 2 gives \"Medium\", but consequence 3 with the same likelihood gives \
        \"Low\".",
    fix: "Compare the two cells with the source and correct the wrong one.",
};

pub(in super::super) const MTX005: Explanation = Explanation {
    says: "The printed legend says something else than the matrix about the same cell.",
    why: "Several published methods disagree with themselves like this. The program follows the \
        matrix, but whoever multiplies by hand gets another answer.",
    example: "The legend calls the product 4 \"Below medium\", while the cell of consequence 1 \
        and likelihood 4 is \"Medium\".",
    fix: "If the method is your own, correct what is wrong. If it comes from others, leave it as \
        it is and use the matrix.",
};

pub(in super::super) const MTX006: Explanation = Explanation {
    says: "A larger product gives a lower band than a smaller product.",
    why: "This is allowed and often intended, since serious consequences should weigh more. But \
        it shows that risks cannot be ranked by their product alone.",
    example: "3 times 3 is 9 and gives \"Medium\", while consequence 4 times likelihood 2 is 8 \
        and gives \"Above medium\".",
    fix: "If the method is published like this, there is nothing to correct. Always compare by \
        band first.",
};

pub(in super::super) const MTX007: Explanation = Explanation {
    says: "A cell that the source describes in words does not agree with the matrix.",
    why: "Witness cells reveal a matrix whose rows and columns are swapped. That mistake is \
        invisible to the eye and makes every assessment wrong.",
    example: "The source says that consequence 4 and likelihood 2 is high, but the matrix has \
        \"Medium\" in that cell.",
    fix: "Look the cell up in the source. If the mirrored cell fits, the axes are swapped; \
        otherwise this one cell is wrong.",
};

pub(in super::super) const MTX008: Explanation = Explanation {
    says: "The matrix is not symmetric, but has too few witness cells.",
    why: "Without at least two cells described in words, nothing would notice if consequence and \
        likelihood were swapped.",
    example: "The file says \"symmetric: false\" and has one witness cell only.",
    fix: "Find two cells in the source whose mirror has another band, and write them under \
        \"witnesses\".",
};

pub(in super::super) const MTX009: Explanation = Explanation {
    says: "The method says that its matrix is symmetric, but it is not.",
    why: "A symmetric matrix needs no witness cells. If the claim is wrong, the guard against \
        swapped axes is missing.",
    example: "Consequence 1 and likelihood 4 is \"Low\", but consequence 4 and likelihood 1 is \
        \"Medium\".",
    fix: "Correct the cell if it is wrong. Otherwise set \"symmetric\" to false and write two \
        witness cells.",
};

pub(in super::super) const MTX010: Explanation = Explanation {
    says: "A scale has too few or too many levels, or their numbers do not run 1, 2, 3 without \
        gaps.",
    why: "With fewer than three levels risks cannot be told apart, and more than ten nobody can \
        keep in mind in a meeting.",
    example: "The consequence scale has levels 1, 2 and 4.",
    fix: "Write 3–10 levels in order from the lowest, numbered from 1.",
};

pub(in super::super) const MTX011: Explanation = Explanation {
    says: "The list of bands cannot be used.",
    why: "The rank decides what is worst. If it is unclear, the worst risk cannot be found.",
    example: "Two bands both have rank 2, or two bands have the same id.",
    fix: "Write at least two bands, the mildest first, with ranks 1, 2, 3 and an id each.",
};

pub(in super::super) const MTX012: Explanation = Explanation {
    says: "A witness cell has the same band as its mirror and therefore reveals nothing.",
    why: "A witness cell must fail when the axes are swapped. This one would fit either way and \
        give false comfort.",
    example: "Consequence 4 and likelihood 2 is \"Medium\", and so is consequence 2 and \
        likelihood 4.",
    fix: "Choose a cell whose band changes when consequence and likelihood trade places.",
};
