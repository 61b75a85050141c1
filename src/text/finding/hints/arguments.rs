//! Ways out of wrong arguments.

use super::Ways;

pub(super) const AMBIGUOUS_MUNICIPALITY: Ways =
    ("skriv hele navnet eller kommunekoden", "write the whole name or the municipality code");

pub(super) const UNKNOWN_KLE: Ways = (
    "skriv en gruppe som 27.60 eller et emne som 27.60.14",
    "write a group such as 27.60 or a topic such as 27.60.14",
);

pub(super) const NOTHING_TO_SET: Ways = (
    "se, hvad der kan sættes, med: risiko assess --help",
    "see what can be set with: risiko assess --help",
);

pub(super) const ACTIVITY_NOT_IN_ASSESSMENT: Ways = (
    "se de aktiviteter, der er med, med: risiko list",
    "see the activities that are there with: risiko list",
);

pub(super) const OUTPUT_EXISTS: Ways = (
    "vælg et andet navn med -o, eller overskriv filen med --force",
    "choose another name with -o, or overwrite the file with --force",
);

pub(super) const OUTPUT_EXISTS_IN_FOLDER: Ways = (
    "vælg en anden mappe, eller overskriv filen med --force",
    "choose another folder, or overwrite the file with --force",
);

pub(super) const METHOD_SIZE_DIFFERS: Ways = (
    "vælg en metode med lige så mange niveauer; se dem med: risiko method list",
    "choose a method with as many levels; see them with: risiko method list",
);

pub(super) const NOTHING_CHOSEN: Ways =
    ("se, hvordan kommandoen skrives, med --help", "see how the command is written with --help");

pub(super) const NO_CATALOGUE_IN: Ways = (
    "peg på mappen med filen, eller lad --catalog være",
    "point to the folder with the file, or leave --catalog out",
);

pub(super) const UNKNOWN_CATALOGUE_VERSION: Ways = (
    "hent den udgave af risiko, der har versionen med, eller peg på katalogets mappe med --catalog",
    "get the release of risiko that ships the version, or point to the catalogue's folder with --catalog",
);

pub(super) const TERMINAL_REQUIRED: Ways = (
    "udelad --watch, så vises resultatet én gang; et script kan selv gentage kommandoen",
    "leave out --watch, and the result is shown once; a script can repeat the command itself",
);

pub(super) const UNKNOWN_MUNICIPALITY: Ways = (
    "skriv kommunens navn eller dens kode på tre cifre, for eksempel 101",
    "write the name of the municipality or its three-digit code, such as 101",
);

pub(super) const UNKNOWN_CODE: Ways = (
    "koden står i kantede parenteser i beskeden, for eksempel ASM105",
    "the code stands in square brackets in the message, such as ASM105",
);

pub(super) const UNKNOWN_ENTRY: Ways =
    ("søg efter den med: risiko catalog search", "search for it with: risiko catalog search");

pub(super) const REASON_REQUIRED: Ways =
    ("skriv hvorfor med --reason \"...\"", "say why with --reason \"...\"");
