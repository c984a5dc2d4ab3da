## File with candidates
field-file = File with the candidates
field-file-hint = .xlsx, .xls, .ods or .csv, up to 10 MB. Columns about convictions, registers or health are not read.
import-template = Download the template, an empty table to fill in (.xlsx)
import-help = Nothing is saved before you have seen the list row by row. Later people come on a new list; the Rules ask for no new decision of the council for that (not set by the Rules).
import-read = Read the file

## The report on a file, before anything of it is saved
import-title = Check what was read
import-proposal = new squad «{ $name }»
import-to-squad = To the squad
import-check = Nothing is saved yet. Correct what is asked, or leave a person out: whoever stands ready is saved, all at once.
import-about-file = About the file
import-see = Check again
import-show = Rows shown
import-show-all = All ({ $n })
import-show-open = To settle ({ $n })
import-show-ask = Questions ({ $n })
import-show-error = Errors ({ $n })
import-show-warning = Please check ({ $n })
import-show-restored = Restored ({ $n })
import-show-ok = In order ({ $n })
import-show-left-out = Left out ({ $n })
import-show-none = No row is of this kind.
import-row-title = Row
import-row = row { $n }
import-leave-out = Leave out
import-state = State
import-left-out = Left out
import-contacts = Telephone, place of residence
import-findings = Findings
import-edit = Correct
import-leader-hint = Named as leader in the file: only the council appoints (clause 7)
import-page = Page { $n } of { $of }
import-page-before = Back
import-open = { $n ->
    [one] { $n } row is still to be settled: it is corrected, answered or left out before saving.
   *[other] { $n } rows are still to be settled: they are corrected, answered or left out before saving.
}
import-leave-out-open = Leave out all that is to be settled ({ $n })
import-equal = Equal questions
import-equal-help = One button settles all rows that ask the same. Afterwards each row can still be changed by itself.
import-equal-count = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
import-answer-all = { $answer }: all ({ $n })
import-ask-all = Ask again ({ $n })
import-leave-out-all = Leave out all ({ $n })
import-save = { $n ->
    [one] Save { $n } person
   *[other] Save { $n } people
}
import-propose = { $n ->
    [one] Propose the squad with { $n } person
   *[other] Propose the squad with { $n } people
}
import-expires = What was read and the file wait sealed, for you alone. Both are deleted when you save, after 24 hours at the latest.

## People who are known already
known-squad = Stands in this squad already
known-district = Stands in another squad of your district (city)

## Columns
columns-title = Columns
columns-known = The columns are settled: look at them or change them
columns-asked = Some columns need your word: what does each hold?
columns-help = Choose what each column holds. Columns about convictions, registers or health are never read. Rows are read anew; what you have corrected stays.
columns-table-on = Sheet «{ $sheet }», titles in row { $n }
columns-table = Titles in row { $n }
columns-letter = Column
columns-heading = Its title
columns-untitled = without a title
columns-samples = What stands in it
columns-holds = Is read as
columns-choose = What column { $letters } holds
columns-confirm = The columns are right

## Faults of the report
error-columns-open = Say what the columns that were not recognised hold, and press “The columns are right”.
error-rows-open = This row is still to be settled: correct it, answer, or leave it out.
error-candidates-none = Nobody is left to be saved. Take at least one person back into the list.
error-row-typed = What you typed in this row raises a remark. Look at it and save again.
error-draft-changed = The report was changed in another window or on another page. This is how it stands now; what you sent last was not taken in.

## Contents of a column
holds-number = No. of the row
holds-full-name = Full name
holds-surname-first = Full name, surname first
holds-given-first = Full name, given name first
holds-name-and-more = Name, and birth date or IIN in the same cell
holds-surname = Surname
holds-given-name = Given name
holds-patronymic = Patronymic
holds-iin = IIN
holds-birth-date = Date of birth
holds-document = Number of the identity card
holds-phone = Telephone
holds-email = Email
holds-language = Language of letters
holds-address = Place of residence
holds-workplace = Workplace (not kept)
holds-note = Note: looked through for the leader only
holds-nothing = Nothing that is needed: is not read
holds-not-held = Not read: such information must not be held here

## Findings
level-ok = In order
level-restored = Restored
level-warning = Please check
level-ask = Question
level-error = Error
finding-iin-zeros-restored = Leading zeros of the IIN were restored
finding-iin-normalised = Blanks or signs inside the IIN were removed
finding-iin-no-date = The first six digits of the IIN are no date: please check
finding-iin-birth-date-differs = The first six digits of the IIN differ from the date of birth: please check
finding-iin-restored-birth-date-differs = The IIN lost digits and the date of birth does not confirm its zeros: please give the IIN
finding-iin-missing = The IIN is missing
finding-iin-length = The IIN must have 12 digits
finding-iin-not-digits = The IIN must be made of digits only
finding-iin-digits-lost = The spreadsheet rounded the IIN and its last digits are lost: please give it again
finding-iin-check-digit = The IIN check digit is wrong
finding-iin-no-such-number = No IIN with these digits is ever issued
finding-iin-entity-number = This is the number of an organisation (BIN), not of a person
finding-iin-placeholder = The IIN is filled with zeros
finding-duplicate-iin = The same IIN stands in the list already
finding-duplicate-person = The same name and date of birth stand in the list already: is it another person
finding-name-missing = The name is missing
finding-name-incomplete = Surname and given name are both needed, unless the document holds one name only
finding-name-order = Which word is the surname cannot be told for certain
finding-name-unclear = The parts of the name cannot be told apart
finding-name-initials = The name is shortened to initials: please give it in full
finding-name-mixed-scripts = Latin letters that look like Cyrillic ones were replaced in the name
finding-name-look-alikes = Letters of another Cyrillic alphabet that look like Kazakh ones were replaced in the name
finding-name-other-letters = The name holds letters that neither Kazakh nor Russian has: please check
finding-name-hyphens = Dashes in the name were replaced by hyphens
finding-name-latin = The name is written in Latin letters
finding-name-odd-characters = The name holds characters that do not belong in a name
finding-birth-date-from-serial = The date of birth was stored as a number of days and was read as a date
finding-birth-date-century-restored = The year of birth was written without the century, which the IIN tells
finding-birth-date-century-unknown = The year of birth is written without the century and no IIN confirms it
finding-birth-date-day-month-unclear = Day and month of birth seem to be swapped
finding-birth-date-other-calendar = The date of birth and the IIN differ by four years and a day, as dates of another spreadsheet program do
finding-birth-date-year-only = Only the year of birth is given
finding-birth-date-unreadable = The date of birth cannot be read
finding-document-zero-restored = The leading zero of the identity card number was restored
finding-document-extracted = The identity card number was taken out of a longer text
finding-document-passport = This looks like a passport number: clause 19 names identity cards
finding-document-unreadable = The identity card number must have 9 digits
finding-document-repeated = Another person in the list has the same document number
finding-phone-several = Several telephone numbers were given and the first was kept
finding-phone-unreadable = This is no telephone number of Kazakhstan and was left out
finding-email-unreadable = This is no email address and was left out
finding-language-unreadable = This is none of the three languages and was left out
finding-control-characters = The text holds invisible control characters and was not read
finding-invisible-removed = Invisible characters were taken out of the text
finding-text-too-long = The text is too long and was left out
finding-cell-error = The spreadsheet shows an error in this cell
finding-formula-unanswered = The cell holds a formula without its result
finding-letters-broken = Some letters are broken in the file
finding-row-struck-out = The row is crossed out: does this person belong to the list
finding-row-hidden = The row is hidden in the file: does this person belong to the list
finding-quote-unclosed = A quotation mark in the row is not closed. The row was read cell by cell
finding-quote-unclear = The quotation marks in the file do not show where cells or rows end
finding-row-unclear = The row holds data but no person could be read from it
finding-column-not-held = The column was not read: such information must not be held here
finding-column-unknown = The column is not known and was not read
finding-column-repeated = The column stands in the table twice and only the first was read
finding-column-missing = The table has no such column
finding-sheet-hidden = The hidden sheet was not read
finding-sheet-without-table = No table of people was found on the sheet
finding-pictures-not-taken = Pictures in the file were not taken
finding-total-differs = The total written under the table differs from the number of different people read
finding-leaders-several = Several people are marked as squad leader; a squad has one (clause 7)

## Remedies and answers
remedy-name = Type surname, given name and patronymic as they stand on the identity card, or answer below.
remedy-iin = Type the 12 digits as they stand on the identity card, or leave the person out.
remedy-birth-date = Type day, month and year, take the date of the IIN if it is offered below, or empty the cell.
remedy-document-number = Type the nine digits, or empty the cell.
remedy-cell = Type what belongs here, or empty the cell.
remedy-another = Say that it is another person, or leave one of the two out.
remedy-belongs = Say that the person belongs to the list, or leave the row out.
remedy-compare = Compare this row and the rows after it with your file. Correct what differs, or say that the row is right.
remedy-person = Type the person as the row has it, or leave the row out.
remedy-equal = Correct the IIN of one of the two rows, or leave one out.
remedy-columns = Say above, under “Columns”, what it holds.
remedy-not-held = Nothing is to be done. Next time send the list without this column.
remedy-sheet = If people stand there, show the sheet or write titles above them, and send the file again.
remedy-pictures = Attach copies of identity cards on the page of the list.
remedy-total = Compare with your own list whether anybody is missing.
remedy-leaders = Nothing is to be done here: the council appoints one leader.
answer-duplicate-person = It is another person
answer-row-struck-out = Belongs to the list
answer-name-incomplete = The document holds one name only
answer-row-hidden = Belongs to the list
answer-quote-unclear = The row is right as it stands here
answer-name-order = The name is right as it stands here
answer-name-unclear = The name is right as it stands here
answer-name-odd-characters = The name is right as it stands here
answer-cell-error = Leave the cell empty
answer-control-characters = Leave the cell empty
answer-birth-date-day-month-unclear = Take the date that the IIN tells
answer-birth-date-other-calendar = Take the date that the IIN tells
answer-birth-date-year-only = Take the date that the IIN tells
answer-birth-date-century-unknown = Take the date that the IIN tells
answer-birth-date-unreadable = Take the date that the IIN tells
answer-iin-birth-date-differs = Take the date that the IIN tells

## Refused files
error-refusal-empty-file = The file is empty. Choose another.
error-refusal-too-large = The file is larger than 50 MB when unpacked. Delete empty rows and pictures, and send the list of members only.
error-refusal-suspicious-archive = The file is not packed the way spreadsheet programs do; please save it anew as .xlsx.
error-refusal-too-many-rows = The file has more than 50,000 rows; please divide the list.
error-refusal-letters-unknown = The letters of the file could not be recognised. Save the list as CSV UTF-8 or as .xlsx.
error-refusal-formulas-unanswered = Cells of the list hold formulas without results. Open the file in Excel, save it and send it again.
error-refusal-not-a-spreadsheet = This is not a spreadsheet; please send the list as .xlsx, .xls, .ods or .csv.
error-refusal-web-page = This is a web page without a table. Open it in Excel and save it as .xlsx.
error-refusal-old-excel = This is a file of a very old Excel. Open it and save it as .xlsx.
error-refusal-other-spreadsheet = This kind of spreadsheet cannot be read; please open it and save it as .xlsx.
error-refusal-encrypted = The file is protected with a password; please save it without one.
error-refusal-workbook-protected = The workbook is protected. In Excel choose Review, Protect Workbook, take the protection off, and save the file.
error-refusal-damaged = The file is damaged and cannot be read; please save it anew as .xlsx.
error-refusal-no-header = No row of column titles was found; please write the titles (name, IIN, date of birth …) above the people.
error-refusal-no-table = No table of people was found; please use the template, one person in a row.
error-refusal-cards = Each person stands on a card of its own; please write the list as a table, one person in a row (see the template).
error-refusal-no-people = The table has column titles but no people; please write the people below the titles.
