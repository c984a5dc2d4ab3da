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
import-save = { $n ->
    [one] Save { $n } person
   *[other] Save { $n } people
}
import-propose = { $n ->
    [one] Propose the squad with { $n } person
   *[other] Propose the squad with { $n } people
}
import-expires = What was read and the file wait sealed, for you alone. Both are deleted when you save, after 24 hours at the latest.
known-squad = Stands in this squad already
known-district = Stands in another squad of your district (city)

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
holds-address = Place of residence
holds-workplace = Workplace (not kept)
holds-note = Note: looked through for the leader only
holds-nothing = Nothing that is needed: is not read
holds-not-held = Not read: such information must not be held here

remedy-name = Type surname, given name and patronymic as they stand on the identity card, or say that they are right.
remedy-iin = Type the 12 digits as they stand on the identity card, or leave the person out.
remedy-birth-date = Type day, month and year, or empty the cell.
remedy-document-number = Type the nine digits, or empty the cell.
remedy-cell = Type what belongs here, or empty the cell.
remedy-another = Say that it is another person, or leave one of the two out.
remedy-belongs = Say that the person belongs to the list, or leave the row out.
remedy-person = Type the person as the row has it, or leave the row out.
remedy-equal = Correct the IIN of one of the two rows, or leave one out.
answer-duplicate-person = It is another person
answer-row-struck-out = Belongs to the list

error-columns-open = Say what the columns that were not recognised hold, and press “The columns are right”.
error-rows-open = This row is still to be settled: correct it, answer, or leave it out.
error-candidates-none = Nobody is left to be saved. Take at least one person back into the list.
answer-name-order = The name is right as it stands here
answer-name-unclear = The name is right as it stands here
answer-name-odd-characters = The name is right as it stands here
answer-cell-error = Leave the cell empty
answer-control-characters = Leave the cell empty
remedy-columns = Say above, under “Columns”, what it holds.
remedy-not-held = Nothing is to be done. Next time send the list without this column.
remedy-sheet = If people stand there, show the sheet or write titles above them, and send the file again.
remedy-total = Compare with your own list whether anybody is missing.
remedy-leaders = Nothing is to be done here: the council appoints one leader.

error-row-typed = What you typed in this row raises a remark. Look at it and save again.
error-draft-changed = The report was changed in another window or on another page. This is how it stands now; what you sent last was not taken in.

## A list as a spreadsheet
export-sent = As sent (.xlsx)
export-answered = As it stands (.xlsx)
export-to-mend = To be mended
