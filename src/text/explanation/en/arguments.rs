//! What was asked for, and the form of YAML files, in English.

use super::super::Explanation;

pub(in super::super) const ARG001: Explanation = Explanation {
    says: "The municipality you wrote is neither the name nor the code of one of the 98 \
        municipalities.",
    why: "The municipality heads the assessment and is used when municipalities are compared. A \
        wrong name would make an assessment that nobody can find again.",
    example: "You write \"Skovbi\" instead of \"Skovby\".",
    fix: "Write the name of the municipality, or use its three-digit code. Either works wherever \
        a municipality is asked for.",
};

pub(in super::super) const ARG002: Explanation = Explanation {
    says: "What you wrote fits several municipalities, and the program does not guess.",
    why: "An assessment in the name of the wrong municipality is worse than none.",
    example: "\"Her\" can be Herlev or Herning.",
    fix: "Write the whole name or the municipality code.",
};

pub(in super::super) const ARG003: Explanation = Explanation {
    says: "The catalogue has no processing activity with this number.",
    why: "The number is the key by which municipalities compare. It must be in the catalogue \
        before figures can be set on it.",
    example: "You write O3 with the letter O instead of 03 with a zero.",
    fix: "Correct the number. \"risiko list\" shows all activities.",
};

pub(in super::super) const ARG004: Explanation = Explanation {
    says: "The catalogue has no threat with this number.",
    why: "The threat decides which consequences count. Without a known threat the risk cannot be \
        found.",
    example: "You ask for T77, but the catalogue has no threat with that number.",
    fix: "Correct the number. Threats are called T01, T02 and so on; \"risiko show\" lists \
        those suggested for an activity.",
};

pub(in super::super) const ARG005: Explanation = Explanation {
    says: "There is no method with this name.",
    why: "The method is the two scales and the matrix that gives the band. The same figures may \
        give another band under another method, so the choice matters.",
    example: "You write \"kl\", but the method is called \"kl-4x4\".",
    fix: "Choose one of the methods in the message. \"risiko method list\" shows them too.",
};

pub(in super::super) const ARG006: Explanation = Explanation {
    says: "The catalogue has no area with this name.",
    why: "Areas divide the activities by department. An unknown area would give an empty list, \
        which could look like a good result.",
    example: "You write \"skole\", but the area is called \"skole-unge\".",
    fix: "Choose one of the areas in the message.",
};

pub(in super::super) const ARG007: Explanation = Explanation {
    says: "The KLE number belongs to no activity in the catalogue.",
    why: "KLE, the subject index of the Danish municipalities, leads from the cases in your \
        records system to a processing activity. KLE changes several times a year, so a new topic \
        may be missing.",
    example: "27.99.01 does not exist, but the group 27.60 does.",
    fix: "Check the number, or look for the group with two parts instead of the topic with three.",
};

pub(in super::super) const ARG008: Explanation = Explanation {
    says: "The command says which activity to change, but not what to change.",
    why: "With nothing to change, the file would be written for no reason and you might believe \
        that your answer was saved.",
    example: "You give a reason, but no figure that it is the reason for.",
    fix: "Add at least one figure, a status or another value. \"risiko assess --help\" shows what \
        can be set.",
};

pub(in super::super) const ARG009: Explanation = Explanation {
    says: "Two choices in the command contradict each other.",
    why: "The program can follow only one of them, and you should be the one to choose.",
    example: "You ask to confirm the starting values and to set the status to not applicable at \
        the same time.",
    fix: "Leave one of them out, or run two commands after each other.",
};

pub(in super::super) const ARG010: Explanation = Explanation {
    says: "There is no message with this code.",
    why: "Every message of the program has a fixed code, so that it can be looked up and \
        mentioned in an email.",
    example: "You write ASM1O5 with the letter O instead of ASM105.",
    fix: "Write the code as it stands in square brackets in the message: three letters and three \
        digits.",
};

pub(in super::super) const ARG011: Explanation = Explanation {
    says: "The level is not on the scale of the method of this assessment.",
    why: "A figure outside the scale has no definition and no cell in the matrix. It is therefore \
        never moved to the nearest level.",
    example: "You set consequence 5 under a method with four levels.",
    fix: "Choose one of the levels in the message. \"risiko method show\" gives the definition of \
        each.",
};

pub(in super::super) const ARG012: Explanation = Explanation {
    says: "The value is not one of those that can be chosen here.",
    why: "Fixed words make it possible to count and compare assessments across municipalities.",
    example: "You write \"reduce\" as the treatment, but the word is \"mitigate\".",
    fix: "Use one of the values in the message.",
};

pub(in super::super) const ARG013: Explanation = Explanation {
    says: "The file to be written exists already, and it has not been touched.",
    why: "An assessment is often the work of months. No file is overwritten unless somebody asked \
        for it.",
    example: "You make the assessment of 2026 in a folder where it lies already.",
    fix: "Choose another file name. If you are sure that the old file can go, add --force.",
};

pub(in super::super) const ARG014: Explanation = Explanation {
    says: "The command was given no file, and there is no assessment in the folder you are in.",
    why: "Where a folder holds exactly one assessment you can leave out the file name. Here there \
        is none to take.",
    example: "You are in the folder Documents, but the assessment lies in Documents/risiko.",
    fix: "Write the file name, change folder, or make a new assessment with \"risiko init\".",
};

pub(in super::super) const ARG015: Explanation = Explanation {
    says: "The command was given no file, and there are several assessments in the folder.",
    why: "The program does not guess which one you mean, since a guess could change last year's \
        assessment.",
    example: "The folder holds both skovby-2025.risiko.yml and skovby-2026.risiko.yml.",
    fix: "Write the file name in the command.",
};

pub(in super::super) const ARG016: Explanation = Explanation {
    says: "The change is of a kind that needs a reason, and the reason is missing.",
    why: "A supervisory authority or a new colleague must be able to see why you chose as you did.",
    example: "You set an activity to not applicable without saying why.",
    fix: "Add --reason with a sentence, such as \"The neighbouring municipality does this for us \
        by agreement\".",
};

pub(in super::super) const ARG017: Explanation = Explanation {
    says: "The two methods differ in their number of levels, so figures cannot be read from one \
        into the other.",
    why: "Level 3 of 4 is not the same as level 3 of 5. Figures are never stretched or squeezed \
        behind your back.",
    example: "The assessment uses kl-4x4 with four levels, and you want to see it through a \
        method with five.",
    fix: "Choose a method with as many levels on both scales, or assess the activities anew.",
};

pub(in super::super) const ARG018: Explanation = Explanation {
    says: "The command names no activity, so it is not known what to change.",
    why: "A change to all activities at once would nearly always be a mistake.",
    example: "The command is \"risiko assess --likelihood 3\" without the number of an activity.",
    fix: "Write the number of the activity, an area with --area, a KLE number with --kle or a file with \
        --batch.",
};

pub(in super::super) const ARG019: Explanation = Explanation {
    says: "Something is given without the option that it belongs to.",
    why: "A deadline without an action, or a processor without a system, has no place to be kept, \
        and would otherwise be lost in silence.",
    example: "The command has --action-deadline 2026-12-31, but --action is missing.",
    fix: "Add the option that the message names, or take the lonely one away.",
};

pub(in super::super) const ARG020: Explanation = Explanation {
    says: "The activity is in the catalogue, but the assessment has no answer about it.",
    why: "Without an answer there is no band to show or explain.",
    example: "The command is \"risiko show 81\", but 81 was retired before the assessment was made.",
    fix: "Choose an activity that is there, or give an answer about it with: risiko assess.",
};

pub(in super::super) const YML001: Explanation = Explanation {
    says: "The form of the file is broken at the line that the message points to, so the rest \
        cannot be read.",
    why: "A single misplaced blank can move an answer to another activity. The program therefore \
        stops instead of guessing.",
    example: "The line \"note: urgent: call first\" has a colon in its text and must be written \
        note: \"urgent: call first\".",
    fix: "Look at the line and the one before. It is usually crooked indentation, a missing \
        quotation mark, a missing colon, or a tab character instead of blanks.",
};

pub(in super::super) const YML002: Explanation = Explanation {
    says: "The file has a key that the program does not know in this place.",
    why: "An answer under an unknown key would otherwise be overlooked, and its figure would be \
        missing from the risk picture.",
    example: "The file says \"probability: 3\", but the key is called \"likelihood\".",
    fix: "Change the key to one of those named in the message. Keys are English words in lower \
        case.",
};

pub(in super::super) const YML003: Explanation = Explanation {
    says: "The same key stands twice in the same block.",
    why: "Only one of them can hold, and nothing in the file says which.",
    example: "An activity has \"likelihood: 2\" and, further down, \"likelihood: 3\".",
    fix: "Keep the line that is right and delete the other.",
};

pub(in super::super) const YML004: Explanation = Explanation {
    says: "A key that must always be there is missing or has no value.",
    why: "Without it the rest has no meaning: an activity without an id, for example, is an \
        answer to nothing.",
    example: "A block under \"activities\" has a status and figures, but no line with \"id\".",
    fix: "Add the key to the block that the message points to.",
};

pub(in super::super) const YML005: Explanation = Explanation {
    says: "The value is of another kind than the one that belongs here.",
    why: "The program does not convert in silence, for example a date written day first, because \
        day and month are so easily swapped.",
    example: "The file says \"review-by: 31-12-2026\", but the date must be written 2026-12-31.",
    fix: "Write the value as the kind that the message names.",
};

pub(in super::super) const YML006: Explanation = Explanation {
    says: "The value is not one of those that can stand here.",
    why: "Fixed words make it possible to count and compare status and treatment between \
        municipalities.",
    example: "The file says \"status: done\", but the value is called \"assessed\".",
    fix: "Use one of the values in the message, written exactly as there.",
};

pub(in super::super) const YML007: Explanation = Explanation {
    says: "The file is larger, longer or deeper than an assessment or a list can become.",
    why: "The limits protect against files that are damaged, or made to bring the program down.",
    example: "A file of 40 MB is hardly an assessment; a full one takes less than 1 MB.",
    fix: "Check that it is the right file, and that it arrived whole if somebody sent it to you.",
};

pub(in super::super) const YML008: Explanation = Explanation {
    says: "The file has comments (lines with #), and they would be lost if the program wrote the \
        file.",
    why: "The program always writes the file in the same fixed form and cannot know where a \
        comment belongs. It does not delete what you wrote without asking.",
    example: "Above an activity it says \"# waiting for IT\", and you want to set a figure on the \
        activity.",
    fix: "Move the text to the \"note\" of the activity, which is kept, and delete the comment.",
};

pub(in super::super) const ARG021: Explanation = Explanation {
    says: "The catalogue has no activity, threat, measure or law of that name.",
    why: "The program does not guess, since two entries may be close to each other.",
    example: "It says T99, but the threats end before that.",
    fix: "Search for it with risiko catalog search, or see the list with risiko catalog list.",
};

pub(in super::super) const ARG022: Explanation = Explanation {
    says: "The folder has neither a catalogue nor a local catalogue.",
    why: "A catalogue that is named but not there must not silently become the shipped one.",
    example: "It says --catalog . in the folder above the one that holds local.yml.",
    fix: "Point to the folder with local.yml, kl.yml or catalog.yml, or leave --catalog out.",
};

pub(in super::super) const ARG023: Explanation = Explanation {
    says: "That version of the catalogue is not here.",
    why: "The program ships one version. Another one must be in a folder that --catalog points to.",
    example: "It says 2027.1, but the program ships 2026.1.",
    fix: "Get the release of risiko that ships the version, or point to the catalogue's folder with --catalog.",
};

pub(in super::super) const ARG024: Explanation = Explanation {
    says: "The command is to stay on the screen with --watch, but there is no screen.",
    why: "What is drawn again and again would become a file without an end, and whoever waits for the result \
        would wait for ever.",
    example: "It says \"risiko list --watch > list.txt\".",
    fix: "Leave out --watch, or run the command in a terminal window without redirection.",
};

pub(in super::super) const ARG025: Explanation = Explanation {
    says: "The risk cannot be accepted as it stands, since nobody can see what they say yes to.",
    why: "Whoever accepts must know the risk of today and the one that is left when what is planned \
        is done. Otherwise it is a signature on a blank sheet.",
    example: "The activity is in progress, but nobody has said that it is done. Or a threat is to \
        be mitigated, but the residual risk is missing.",
    fix: "Finish the assessment and run the command again. Everything that is missing is said in \
        one run, and nothing is written.",
};

pub(in super::super) const ARG026: Explanation = Explanation {
    says: "The acceptance would be over before it begins.",
    why: "An acceptance that holds for not a single day is usually a slip in the year.",
    example: "Somebody wrote --until 2025-11-01, but the day is 1 November 2026.",
    fix: "Give a later day, or leave out --until.",
};

pub(in super::super) const ARG027: Explanation = Explanation {
    says: "The command has to know what is chosen before it can write anything.",
    why: "A report for the council says something else than one for the board. The program does not guess whom it is for.",
    example: "Somebody wrote \"risiko report\" without saying whom the report is for.",
    fix: "Choose one of the words of the message, such as \"--for direktion\". \"risiko report --list-templates\" says what they tell.",
};
