//! Reports and their templates, explained in English.

use super::super::Explanation;

pub(in super::super) const RPT001: Explanation = Explanation {
    says: "The logo of the report template cannot be used.",
    why: "The logo goes into every report. PNG looks the same in Word, PowerPoint, PDF and on a page, and a \
        very large picture would make every report large.",
    example: "The logo is saved as JPEG or SVG, or it is the one of 40 MB that the printer got.",
    fix: "Save the logo as an ordinary PNG (8 bits per colour, not interlaced) of at most 4 MB and 4 million \
        pixels, in the template's folder.",
};

pub(in super::super) const RPT002: Explanation = Explanation {
    says: "The report does not say what the assessment says now.",
    why: "At the foot of a report stands a checksum over everything that it tells. It is worked out again, \
        and the two differ. So the assessment has changed since the report was written, or it is checked \
        with something else than it was written with.",
    example: "The board got the report in May, and in June three activities were assessed again.",
    fix: "Write a new report. To check the old one, use the assessment as it was then, the same day after \
        \"--as-of\", and the same files after \"--since\" and \"--against\".",
};

pub(in super::super) const RPT003: Explanation = Explanation {
    says: "The checksum fits, but the file is not the one that risiko wrote.",
    why: "The same assessment gives the same file, byte for byte. If the file is another, somebody has \
        edited it, or it was saved by another program, or written by another version of risiko.",
    example: "The report was opened in Word and saved, so that Word wrote the file anew.",
    fix: "Write the report again with the same version, language and template, and read the two side by side.",
};

pub(in super::super) const RPT004: Explanation = Explanation {
    says: "The file is no report of risiko, or its checksum is gone.",
    why: "Without the checksum nobody can see which assessment the report rests on.",
    example: "The workbook of risiko export was pointed to instead of the report.",
    fix: "Point to the file that risiko report has written. The footnote with the checksum must still be there.",
};

pub(in super::super) const RPT005: Explanation = Explanation {
    says: "The template's colour is so light that headings in it cannot be read on white paper.",
    why: "Everybody must be able to read the report, in print and with weak sight, too. So the colour is made darker \
        until it can be read: a contrast of 4.5 to 1 (WCAG 2.2).",
    example: "In skabelon.yml it says colour: \"#ffee00\", a bright yellow.",
    fix: "Choose a darker one of the municipality's colours, or leave the darker one. The report is right either way.",
};
