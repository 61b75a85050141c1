//! What the pattern of the answers asks, in English.

use super::super::Explanation;

pub(in super::super) const HON001: Explanation = Explanation {
    says: "All or nearly all rated threats of an activity were given the same likelihood, and most \
        of the figures have no reason of their own.",
    why: "Threats are rarely equally likely, and where the figures are alike, nobody can see where \
        to begin. It may be right, so this is a question and no criticism. Where at least half of \
        the figures have a reason each, nothing is asked.",
    example: "All 12 threats of activity 74 have likelihood 2, and only one of them has a reason. \
        Perhaps the meeting only had time for that one.",
    fix: "Leave the threats that you have not talked about without a figure. Where the figures are \
        right, write at each of them what it rests on.",
};

pub(in super::super) const HON002: Explanation = Explanation {
    says: "The same figure for likelihood or consequence decides the risk in at least nine of ten \
        activities, and few of them have a reason of their own.",
    why: "A risk picture is to show what is most urgent, and it cannot where everything is alike. \
        Often the figure was set as a beginning, so that something stood there; this is a \
        question and no criticism. Where the consequences follow the catalogue, or at least half \
        of the figures have a reason each, nothing is asked.",
    example: "The deciding likelihood is 2 in 31 of 33 activities, from elections to child \
        protection, and there are two different reasons in all.",
    fix: "Begin with the activities that had incidents or have the most sensitive data. The rest \
        may stand as not rated until you get there.",
};

pub(in super::super) const HON003: Explanation = Explanation {
    says: "The same reason is given for seven activities or more.",
    why: "A reason is to carry the very figure that it stands beside, and a text that fits \
        everywhere rarely says anything about one place. Some grounds are shared, and rightly so: \
        a whole sentence under one and the same threat, such as on backups against ransomware, is \
        not asked about.",
    example: "\"See annex\" is given for 12 activities, and in a year nobody remembers which annex it \
        was.",
    fix: "Write a sentence at each activity about what is special there: incidents, systems, who \
        has access. Where the grounds really hold for all of them, they may stay.",
};

pub(in super::super) const HON004: Explanation = Explanation {
    says: "At least nine of ten assessed activities have exactly the catalogue's starting values \
        for consequence, and not a word on why.",
    why: "The starting values are written for an ordinary Danish municipality, so it is quite \
        right that many of them fit. But where nearly all stand without a word, an auditor cannot \
        see whether anybody took a decision. So it is asked once about the whole assessment and \
        not at each activity.",
    example: "31 of 33 activities were confirmed in one go, to get on to the likelihoods.",
    fix: "Take some activities that you know well, and write a sentence on why the figures fit, or \
        on what is different with you. Where all figures have been read, nothing needs to be done.",
};

pub(in super::super) const HON005: Explanation = Explanation {
    says: "The figure is low, or the answer is not applicable, but the reason or the note says \
        that nobody knows.",
    why: "What nobody knows may as well be serious, and a low figure makes it look examined. An \
        empty field is an honest answer: it is counted apart and never turns green. The program \
        only reads the words, so where they are about something else, the figure may be quite \
        right.",
    example: "The likelihood is 1, and the reason is \"We don't know, nothing is logged\".",
    fix: "Delete the figure, and write an action to find the answer. Where the figure rests on \
        something, write that in the reason instead.",
};
