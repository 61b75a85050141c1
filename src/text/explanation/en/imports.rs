//! Workbooks and CSV coming in, in English.

use super::super::Explanation;

pub(in super::super) const IMP001: Explanation = Explanation {
    says: "The file is not a workbook that the program can read.",
    why: "Old formats and files with a password cannot be opened safely, so the program leaves \
        them alone.",
    example: "The file is called vurdering.xls, is saved in the format of Excel 97, or is \
        protected by a password.",
    fix: "Open the file in Excel or LibreOffice, remove the password and save it as .xlsx.",
};

pub(in super::super) const IMP002: Explanation = Explanation {
    says: "The workbook is larger, or built differently, than an ordinary workbook, or something \
        stands far outside the form.",
    why: "A small file can be made so that it fills the whole memory of the computer when it is \
        opened. The program stops before that happens.",
    example: "The sheet is formatted all the way down to row one million.",
    fix: "Delete what stands far outside the form and save. If that does not help, export a new \
        workbook and move the answers into it. If you do not know the sender, ask your IT department first.",
};

pub(in super::super) const IMP003: Explanation = Explanation {
    says: "A sheet that the program needs is not in the workbook.",
    why: "The program looks for the sheet by its name and else by its headers. It does not guess at \
        another, since figures might then be read from a draft.",
    example: "The sheet \"Trusler\" was deleted.",
    fix: "Put the sheet back, or export a new workbook.",
};

pub(in super::super) const IMP004: Explanation = Explanation {
    says: "A column that must be there is missing from the sheet.",
    why: "Columns are found by their header. Without the header the program cannot know what the \
        figures mean.",
    example: "The header \"Sandsynlighed\" was deleted together with an empty row.",
    fix: "Write the header again. The column may stand in another place than before.",
};

pub(in super::super) const IMP005: Explanation = Explanation {
    says: "The sheet has a column that the program does not know.",
    why: "Columns of your own are welcome: they are kept in the file and come out with the next \
        export. But if it is a known column with a slip in its header, its figures do not become \
        answers.",
    example: "The header is \"Konsekvns\" instead of \"Konsekvens\".",
    fix: "Correct the header if it should be read. If it is a column of your own, there is \
        nothing to do.",
};

pub(in super::super) const IMP006: Explanation = Explanation {
    says: "A cell holds an error, or a value that cannot be read.",
    why: "The cell is not empty, so somebody meant something. It is therefore neither skipped nor \
        read as nought.",
    example: "The cell shows #REF!, because a formula points to a deleted sheet.",
    fix: "Write the value itself into the cell, or empty it where nobody has decided.",
};

pub(in super::super) const IMP007: Explanation = Explanation {
    says: "A row has an activity number that is not in the catalogue.",
    why: "Without a known number the program cannot tell which activity the figures belong to, \
        and they would be lost.",
    example: "The cell says O3 with the letter O instead of 03.",
    fix: "Correct the number in the cell that the message points to, and import the workbook \
        again.",
};

pub(in super::super) const IMP008: Explanation = Explanation {
    says: "A cell has a level that is not on the scale.",
    why: "The figure is neither rounded nor skipped, since either would change your assessment.",
    example: "The cell says 5 on a scale with four levels, or it says \"2-3\".",
    fix: "Write one of the levels in the message, as a number or by name. Leave the cell empty \
        where nobody has decided.",
};

pub(in super::super) const IMP009: Explanation = Explanation {
    says: "A row that was in the workbook at export is no longer there.",
    why: "A deleted row may be a mistake. The answer therefore stays in the assessment, and you \
        are told.",
    example: "A colleague deleted the row of an activity to make room on the paper.",
    fix: "If it was a mistake, there is nothing to do. If the answer should go, mark the activity \
        or threat as not applicable with a reason.",
};

pub(in super::super) const IMP010: Explanation = Explanation {
    says: "The same activity, or the same threat of an activity, stands in two rows.",
    why: "The rows may have different figures, and the program does not choose for you.",
    example: "The rows of two colleagues were pasted below each other, and both have activity 74.",
    fix: "Keep the right row and delete the other.",
};

pub(in super::super) const IMP011: Explanation = Explanation {
    says: "A row has a threat number that is not in the catalogue.",
    why: "Without a known threat the risk cannot be found, and the answer would be lost.",
    example: "The cell says T1O with the letter O instead of T10.",
    fix: "Correct the number by the threat catalogue in the workbook, and import it again.",
};

pub(in super::super) const IMP012: Explanation = Explanation {
    says: "A cell has a value that cannot be chosen in its column.",
    why: "The drop-down of a cell can be bypassed by pasting over it, so the values are checked \
        again here.",
    example: "The cell says \"maybe\" in a column where the answer is yes or no.",
    fix: "Choose one of the values in the message, or empty the cell.",
};

pub(in super::super) const IMP013: Explanation = Explanation {
    says: "The workbook was exported from another assessment than the one you want to import it \
        into.",
    why: "The figures would otherwise land in the wrong municipality or the wrong year.",
    example: "The workbook is from Fjordby, but the file is Skovby's.",
    fix: "Choose the assessment that the workbook comes from. If you want to compare the two, do \
        that instead of importing.",
};

pub(in super::super) const IMP014: Explanation = Explanation {
    says: "The text of a cell that is not meant to be filled in was changed.",
    why: "Titles and calculated fields come from the catalogue and are not read back. The change \
        has not come along.",
    example: "The title of activity 74 was edited right in the sheet.",
    fix: "If something special should be said about the activity, write it in the note. Otherwise \
        there is nothing to do.",
};

pub(in super::super) const IMP015: Explanation = Explanation {
    says: "The workbook was made by a newer version of the program.",
    why: "It may have fields that this version does not know and would skip.",
    example: "A colleague with a newer version exported the workbook.",
    fix: "Get the latest version of risiko and import the workbook again.",
};

pub(in super::super) const IMP016: Explanation = Explanation {
    says: "Two columns of the sheet have the same header.",
    why: "The program cannot know which of them has the right figures.",
    example: "The column \"Konsekvens\" was copied to keep last year's figures beside it.",
    fix: "Rename the column that should not be read, for example to \"Konsekvens 2025\".",
};

pub(in super::super) const IMP017: Explanation = Explanation {
    says: "The file does not come with the record of what stood in it at export. A workbook has it on \
        a hidden sheet; CSV and JSON never have it.",
    why: "The record shows what your colleagues changed and what is merely old. Without it an old \
        figure could overwrite a new one.",
    example: "The sheets were copied to a new workbook, and the hidden sheet did not come along.",
    fix: "Name the assessment that the file was exported from with --assume-base: a copy from then or \
        today's. Else export a new workbook and copy the answers into its fields.",
};

pub(in super::super) const IMP018: Explanation = Explanation {
    says: "A line of the CSV file has another number of fields than its header.",
    why: "With one field too many or too few, the rest of the line is shifted, and figures would \
        land in the wrong column.",
    example: "The text of a note holds a semicolon and does not stand in quotation marks.",
    fix: "Put quotation marks around the text, or remove the character that splits it.",
};

pub(in super::super) const IMP019: Explanation = Explanation {
    says: "The file is saved in another encoding than UTF-8, so æ, ø and å cannot be read safely.",
    why: "A wrong encoding ruins names and reasons without an error anywhere else.",
    example: "\"Ærø\" turns into characters that nobody can read when the file is saved as plain \
        CSV in Excel.",
    fix: "Open the file in Excel, choose Save as, and choose the file type \"CSV UTF-8\".",
};

pub(in super::super) const IMP020: Explanation = Explanation {
    says: "Several sheets of the workbook look like the one to be read.",
    why: "One of them may be a draft or an old copy, and the program does not guess which.",
    example: "The workbook has both \"Vurdering\" and \"Vurdering (2)\".",
    fix: "Delete the sheet that should not be read, or give the right one its name back.",
};

pub(in super::super) const IMP021: Explanation = Explanation {
    says: "The same field was changed both in the workbook and in the file since the export, and \
        to different values.",
    why: "One of the two changes would be lost. Nothing has been written until somebody has \
        chosen.",
    example: "The likelihood was 2 at export; a colleague wrote 3 in the workbook, and you set 4 \
        in the file.",
    fix: "Talk to whoever wrote the other figure, then take sides with --prefer workbook or \
        --prefer file. With several, use --decisions choices.csv: the list \
        is written, you fill it in, and you run the same command again.",
};

pub(in super::super) const IMP022: Explanation = Explanation {
    says: "A column that was in the workbook at export is no longer there.",
    why: "A deleted column may be a mistake. The answers therefore stay in the assessment, and you \
        are told.",
    example: "A colleague deleted the column \"Note\" before the sheet went to management.",
    fix: "If it is meant, there is nothing to do. Otherwise export again and move your changes to \
        the new workbook.",
};

pub(in super::super) const IMP023: Explanation = Explanation {
    says: "A decision on the list is about other values than those that stand there now.",
    why: "Whoever decided saw other figures. That is why it is not used for the new ones.",
    example: "The list had 2 against 3, and the workbook won. Since then a colleague has changed 3 to \
        4 in the workbook.",
    fix: "Let the program write the list anew under another name, and decide about the new values.",
};

pub(in super::super) const IMP024: Explanation = Explanation {
    says: "A decision on the list was not used, because there is no conflict about the field.",
    why: "It may be a leftover of an earlier import, or a slip in the number or the field.",
    example: "The list names the workbook jobcenter.xlsx, which is now called jobcenter-2.xlsx.",
    fix: "Correct the row if it is wrong. Otherwise there is nothing to do.",
};

pub(in super::super) const IMP025: Explanation = Explanation {
    says: "A column of a foreign form is not taken, because nobody has said what it holds.",
    why: "The program does not guess what a column means, and nothing shall vanish without a word.",
    example: "The form has a column \"Farve\" that the file for --map does not name.",
    fix: "To take the column, give its header a line under columns in the file for --map. Otherwise \
        there is nothing to do.",
};

pub(in super::super) const IMP026: Explanation = Explanation {
    says: "A row of a foreign form is not taken, with the reason.",
    why: "Every row is either taken or named, so that the count can be checked.",
    example: "The row \"Social og sundhed\" is a heading and no activity.",
    fix: "If the row should have been taken, write the number of the activity or threat and read the \
        form again.",
};

pub(in super::super) const IMP027: Explanation = Explanation {
    says: "Two rows of a foreign form, or of the list of its threats, say different things about the same.",
    why: "There is room for one answer, and the program does not choose between your own rows.",
    example: "Activity 74 has a row for each threat, and one of them names another risk owner.",
    fix: "Write the same in the rows, or let one of them alone have a value.",
};

pub(in super::super) const IMP028: Explanation = Explanation {
    says: "The threats of the form from OS2compliance have different figures for the same consequence, \
        and the highest is taken.",
    why: "In OS2compliance a consequence stands with each threat, but here an activity has one figure \
        for each kind of consequence. The highest never makes the risk look smaller than it is.",
    example: "Confidentiality is 4 for letters sent to others and 2 for lost keys; the activity gets 4.",
    fix: "Check that the highest figure holds for the activity as a whole, and change it with risiko \
        assess where it does not.",
};

pub(in super::super) const IMP029: Explanation = Explanation {
    says: "Some threats of the form from OS2compliance are texts that the catalogue does not have.",
    why: "A threat is known by its number here, and the program does not guess which one was meant.",
    example: "The form has \"Snageri i sager\", and the catalogue calls something like it T11.",
    fix: "Run the import with --threats threats.csv. The list is written with a suggestion for each \
        threat; fill in the numbers and run the same command again.",
};

pub(in super::super) const IMP030: Explanation = Explanation {
    says: "A sheet that the workbook had when it was written is gone.",
    why: "A deleted sheet may be a mistake, so nothing of what stood on it is deleted.",
    example: "The sheet \"Actions\" was deleted before the workbook was sent back.",
    fix: "If the sheet was meant to go, do nothing: the file is untouched. Otherwise export again \
        and move the changes over.",
};

pub(in super::super) const IMP031: Explanation = Explanation {
    says: "The same actions were changed on the sheet \"Actions\" and in the cell of the row that \
        they belong to, but not to the same.",
    why: "The program cannot know which holds, and must not choose for you.",
    example: "\"Actions\" has 1 March as the deadline, the cell on \"Threats\" has 1 April.",
    fix: "Write what is right in one of the places and leave the other as it was exported, or \
        write the same in both.",
};

pub(in super::super) const IMP032: Explanation = Explanation {
    says: "An action had a row on the sheet \"Actions\", but the row is gone.",
    why: "A deleted row may be a mistake in sorting or copying. The action stays in the file.",
    example: "Somebody deleted the row because the action is done.",
    fix: "To delete an action, keep its row and empty the cells of action, responsible and \
        deadline.",
};

pub(in super::super) const IMP033: Explanation = Explanation {
    says: "The workbook has a sheet of your own. What stands on it is kept with the assessment and \
        comes out with the next export.",
    why: "What is written in the workbook must not be lost, on your own sheets either. But only \
        texts, numbers and dates can be kept; formats, pictures and the formulas themselves \
        cannot.",
    example: "The sheet \"Notes\" with 12 cells is kept.",
    fix: "There is nothing to do. If the sheet should go again, empty it, or delete it under \
        own-sheets in the file.",
};

pub(in super::super) const IMP034: Explanation = Explanation {
    says: "Two sheets look like the same form. Only one of them is read.",
    why: "The program cannot know whether a copy is a draft or what holds. So only the sheet with \
        the right name is read.",
    example: "\"Vurdering (2)\" is a copy of \"Vurdering\".",
    fix: "If it is the copy that was filled in, move the answers to the right sheet. Otherwise \
        delete it.",
};

pub(in super::super) const IMP035: Explanation = Explanation {
    says: "A sheet of your own is too large to be kept with the assessment.",
    why: "The file must be readable and comparable line by line. An extract of thousands of cells \
        belongs in a file of its own.",
    example: "The sheet \"Extract\" has 9,000 cells; there is room for 5,000 in all.",
    fix: "Save the sheet in another workbook. It was not changed in the one you sent.",
};

pub(in super::super) const IMP036: Explanation = Explanation {
    says: "The CSV file is none of the tables that can be read: Assessment, Threats or Actions.",
    why: "A table is known by its headers. Without them the program cannot know what the figures are \
        about, and it does not guess.",
    example: "The header \"No.\" was deleted, or the file is a list from another system.",
    fix: "Put the headers of the export back. If it is a form of your own, use --map; if it holds \
        figures for many activities at once, use \"risiko assess --batch\".",
};

pub(in super::super) const IMP037: Explanation = Explanation {
    says: "A table as CSV or JSON does not have the form that it must have, so it cannot be read.",
    why: "If the file is cut off, or something else stands where a value belongs, answers would be \
        lost or land in the wrong place. So nothing of it is read.",
    example: "The JSON ends in the middle of a row, or a row lacks a field that the others have.",
    fix: "Mend the place that the message points to, or make the file again with \"risiko export\".",
};

pub(in super::super) const IMP038: Explanation = Explanation {
    says: "Cells of the form are merged into one.",
    why: "When cells are merged, the spreadsheet deletes what stood in all but the first. The \
        program cannot know whether the figures were meant to go, and must not take them for \
        blank.",
    example: "The consequences for confidentiality, integrity and availability are merged into a 3.",
    fix: "Unmerge the cells, write what should stand in each, and read the workbook in again.",
};

pub(in super::super) const IMP039: Explanation = Explanation {
    says: "The workbook has macros.",
    why: "A macro is a program that can do anything on the computer that runs it. risiko runs no \
        macros; it reads only what stands in the cells.",
    example: "The file was saved as .xlsm because a colleague made a button.",
    fix: "There is nothing to do. When the workbook is written again, the macros are not in it.",
};

pub(in super::super) const IMP040: Explanation = Explanation {
    says: "The workbook has links to other files.",
    why: "A link may take figures from a file that is not here, or from another machine. risiko \
        opens no other files; it reads the result that was stored last.",
    example: "A cell takes the likelihood from last year's workbook.",
    fix: "See whether the figures that are taken are those you mean. Otherwise write them.",
};

pub(in super::super) const IMP041: Explanation = Explanation {
    says: "Something stands on the sheet that belongs to no row or no column of the form, or was written on \
        a sheet that nobody fills in.",
    why: "The program keeps what stands in the rows of the form, in your own columns and on your own \
        sheets. Anything else is not read, so it is not in the next export.",
    example: "Below the last row it says: \"Gone through at the meeting on 3 November\".",
    fix: "Move it into the row of the activity, such as to \"Note\". If it stands in a column without a \
        header, give it one. If it is about the whole assessment, write it on a sheet of its own.",
};

pub(in super::super) const IMP042: Explanation = Explanation {
    says: "Somebody wrote comments on cells of the workbook.",
    why: "A comment hangs on a cell and is no part of the assessment, so it is not in the next export. \
        The comments that the program itself wrote do not count here.",
    example: "On the cell with the likelihood hangs a comment that the figure is too high.",
    fix: "Write it in the column \"Note\" or in the reason if it should be kept. Else keep the workbook \
        until you have talked about it.",
};

pub(in super::super) const IMP043: Explanation = Explanation {
    says: "The row has one of the municipality's own numbers, but it belongs to another activity.",
    why: "Two departments may have given the same number to a new activity each. Read as one, their \
        answers would be mixed.",
    example: "Culture has written X07 Lighthouse, and Health has written X07 Crematorium.",
    fix: "Give one of the activities another number, such as X08. To correct the title, correct it in the \
        municipality's own catalogue in the folder catalog.",
};

pub(in super::super) const IMP044: Explanation = Explanation {
    says: "An action is gone or was rewritten, and what stood beside it in columns of your own on the \
        sheet \"Actions\" is no longer part of the assessment.",
    why: "In the cell on \"Assessment\" and \"Threats\" an action is a line of text. When the lines are \
        changed there, the program cannot always tell which action is which, and it must not guess.",
    example: "Beside the action \"Skift lås\" the column \"Budget\" says 40,000, and the line is deleted in \
        the cell while two new ones come.",
    fix: "If it should be kept, export again and write it beside the right action. It is best to edit \
        actions on the sheet \"Actions\", where each has its row.",
};

pub(in super::super) const IMP045: Explanation = Explanation {
    says: "Somebody wrote into a field that is computed. What stands in it is not taken.",
    why: "The risk follows from the likelihood, the consequence and the matrix of the method. If it could \
        be written directly, figures and risk level would no longer agree.",
    example: "Beside activity 61 the risk level was changed to \"Low\", but the likelihood is still 4.",
    fix: "If the risk should be lower, correct the likelihood or the consequence and say why. If it is a \
        remark, move it to the column \"Note\".",
};

pub(in super::super) const IMP046: Explanation = Explanation {
    says: "The file does not have all the rows that the assessment has. The answers in those rows are \
        untouched.",
    why: "A CSV file does not say whether it is the whole assessment or a part of it. So the program cannot \
        know whether the rows were deleted by mistake, and it never deletes anything because of that.",
    example: "The department was given a CSV file with its 12 activities, and the assessment has 95.",
    fix: "If the file is only a part, nothing needs to be done. If it should be whole, export again and see \
        which rows are missing.",
};

pub(in super::super) const IMP047: Explanation = Explanation {
    says: "The list of decisions has a reason beside a field where none is read.",
    why: "The meeting's reason has a place beside a likelihood only. Beside other fields it would be mixed \
        with what each has written, or get lost.",
    example: "The meeting agreed on consequence 3 and wrote \"Few people\" in the column \"reason\".",
    fix: "Record the reason afterwards with risiko assess, or decide the row with the field's own reason.",
};
