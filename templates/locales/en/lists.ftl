## Lists
list = List
list-heading = List { $reference }
lists-empty = There are no lists here yet.
entry = Entry
entries-empty = Nobody stands on this list.
particulars = Particulars
passport-warning = Passport: clause 19 names the identity card
opening-note = Opening this page and the copy leaves a trace.
corrected-note = Corrected. The subdivision will see it when you send the entry again.
came-back = Came back corrected
mended = Corrected, not sent yet
not-mended = Not corrected yet
changes-title = Corrected
changes-now = now:
changes-copy = Pages of the copy were replaced or added
history-corrected = Corrected:
history-copies-changed = copy (entries: { $n })
known-elsewhere = This person stands, or has stood, on another list. That by itself is no ground for anything.
known-elsewhere-tag = on another list, too
person-before = Previous person
person-after = Next person

## One candidate
candidates-add = Add candidates from a file
candidate-add = Add one candidate
candidate-correct = Correct the particulars
candidate-help = Write it as it stands on the identity card. Do not write the grounds or findings of the check.
candidate-save-another = Save and add another
field-surname = Surname
field-given-name = Given name
field-one-name = The document holds one name only: write it as the surname
field-patronymic = Patronymic
field-iin-hint = 12 digits
field-document-hint = Identity card: 9 digits
error-candidate-already-in-squad = This person stands in this squad already. Check the IIN.
error-candidate-phone = This is no telephone number of Kazakhstan. Give ten digits after +7, or leave the field empty.
error-candidate-phone-several = Give one telephone number.
error-candidate-too-long = The text is too long: up to 300 characters.
error-candidate-one-name = You wrote a given name, and that the document holds one name only. Empty the given name, or take the tick away.
error-candidate-is-leader = The council has appointed this person leader. For somebody else, withdraw this candidate and add the other one.
error-candidates-already-in-squad = Somebody on this list stands in the squad already: leave that person out.
error-correction-not-possible = A correction names somebody who stands in this squad already, or whom the council has not appointed. Look at the corrected entries.

## Copies of ID cards
copy = ID-card copy
copy-there = attached
copy-none = No copy attached
copy-deleted = The copy has been deleted. The name and the particulars stay encrypted in the closed record.
copy-kept-until = The copy is kept until { $date }. Then it is deleted; the name and the particulars stay encrypted in the closed record.
copy-attach = Attach a copy
copy-download = Download the copy (PDF)
copy-alt = ID-card copy of { $name }
copy-hint = JPEG, PNG, WebP, TIFF or PDF, up to 10 MB
copy-attach-more = Attach another page
copy-replace = Replace the copy
copy-replaces = The new pages replace the earlier ones
copy-replaced = Pages replaced by new ones: { $n }
copy-remove = Delete page { $n }
copy-short = Copy
copy-remove-confirm = This page of the copy will be deleted. Go on?
copies-title = Copies of ID cards
copies-add = Add files
copies-hint = Photographs, scans or one PDF of everybody: JPEG, PNG, WebP, TIFF, PDF, each up to 10 MB, 40 MB at once. A file whose name holds a person's IIN goes to that person by itself.
copies-without = { $n ->
    [one] { $n } person without a copy
   *[other] { $n } people without a copy
 }
copies-all = Everybody has a copy
copies-refused = These files were not added, or not all of them:
copies-loose = Pages whose people are to be named: { $n }
copies-loose-help = Choose whose each page is. Several pages may be one person's: front and back.
copies-in-order = Are the pages in the order of the list?
copies-per = { $n ->
    [one] Suggest { $n } page each
   *[other] Suggest { $n } pages each
 }
copies-page = page { $n }
copies-page-alt = Page { $n }, small
copies-whose = Whose is page { $n }?
copies-later = not yet known
copies-has = has a copy
copies-useless = of no use, delete it
copies-match = Save the choice
copies-progress = { $n } of { $of } have a copy
field-copies = Files with copies
error-copy-type = This is neither a picture nor a PDF. Photograph or scan the document.
error-copy-damaged = The file is damaged or lacks a part. Scan or photograph the document again.
error-copy-pixels = The picture has too many pixels. Choose the ordinary mode of the camera (12 MP), or send a smaller picture.
error-copy-not-open = A copy can be attached to a draft or to a returned entry only.
error-copy-too-much = That is too much for one go: up to 200 pages. Add the rest in another go.
error-copy-too-many = That is too many pages: up to 12 for one person, up to 600 waiting on one list. Delete some, or first name whose the waiting ones are.
error-copy-locked = The PDF asks for a password. Save it without one and choose it again.
error-copy-pages = The file has more than 200 pages. Divide it and add the parts one by one.
error-copy-fonts = Some letters of the PDF do not show: their font is not in the file. Print the document to PDF with its fonts, or scan it.
error-copy-empty = The file is empty. Choose another one.
error-copy-heic = This is a picture of an iPhone (HEIC). On the iPhone choose Settings, Camera, Formats, Most Compatible, and photograph the document again. Or send the picture as JPEG.
error-copy-avif = This is a picture for web pages (AVIF or JPEG XL). Save it as JPEG, or photograph the document.
error-copy-gif = This is a GIF picture. Save it as JPEG or PNG and add it again.
error-copy-bmp = This is a BMP picture. Save it as JPEG or PNG and add it again.
error-copy-jpeg-2000 = This is a JPEG 2000 picture. Save it as JPEG, or scan the document to PDF.
error-copy-tiff = This kind of TIFF can't be read. Choose PDF at the copier, or save the picture as JPEG.
error-copy-word = This is a document of Word. Save it as PDF in Word and add that PDF.
error-copy-excel = This is a spreadsheet. Photograph or scan the document itself.
error-copy-document = This is a text or a presentation. Save it as PDF and add that PDF.
error-copy-web-page = This is a web page. Print it to PDF, or photograph the document.
error-copy-archive = This is an archive. Unpack it and add the files in it.
error-copy-film = This is a film. Photograph the document.
error-copy-same = This page is here already. It was not added again.
error-copy-same-returned = This is the copy that the subdivision could not read. Photograph or scan the document again.
error-copy-same-waiting = The file waits already as page { $n }. It was not added again.
error-copy-same-attached = The file is on the copy of person No. { $n } already. It was not added again.
error-copy-same-unreadable = This is the copy of person No. { $n } that the subdivision could not read. Photograph or scan the document again.
error-copy-same-form = One file was chosen twice. It was added once.
error-copy-same-partly = Some pages of the file are here already. The other pages were added.
error-files-none-taken = No file was added. The reason stands beside each file.
error-files-some-refused = Some files were not added; the others are saved. The reason stands beside each file.
error-pages-none = Choose a person for at least one page.

## Sending and receipt
list-send = Send the list
list-send-button = Send for vetting
statement = I state that each person on this list is a citizen of the Republic of Kazakhstan, takes part of their own will and has consented to the processing of their personal data.
dispatches = Sendings
dispatch-line = Outgoing No. { $number } of { $date }: { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
receipt-line = Received under No. { $number } of { $date }
receipt-none = Not received yet
list-receive = Receive the list
list-receive-button = Confirm receipt
field-outgoing-number = Outgoing number
field-incoming-number = Incoming number
no-term-note = The Rules set no term for vetting a squad list. Internal target of the subdivision: { $n } days.
day = day { $n }
day-n = day { $n }, internal target { $target }
help-no-term = There is no legal term for vetting a squad list. The system shows the subdivision's internal target only.
error-outgoing-number = Give the outgoing number, up to 40 characters.
error-incoming-number = Give the incoming number, up to 40 characters.
error-statement-missing = The list is sent with this statement. Tick it when it is true for each person.
error-entries-none = Choose at least one person.

## Registers
registers = Registers
registers-title = Registers for the whole list
registers-help = Note only that a register was asked and has answered. What it said is held nowhere.
registers-note = What the register said is held nowhere.
register-asked = asked { $at }
register-asked-all = Asked
register-asked-button = Note: asked
register-answered = answered { $at }
register-answered-all = Answered
register-answered-button = Note: answered
register-has-been-asked = asked
register-has-answered = answered
register-not-asked = not noted as asked

## Outcomes
outcome = Outcome
outcome-of = Outcome for { $name }
outcome-later = Not yet
outcomes-preview = Look over and return outcomes
outcomes-hint = You will see everything once more before anything is returned.
outcomes-check = Check the outcomes
outcomes-registered = To be registered in the border-service book: { $n }
outcomes-to-be-removed = The akimat is to remove from the squad: { $n }
outcomes-what-happens = The akimat learns who is registered and whom to remove, and never why. «To be removed» can be taken back until the akimat acts.
outcomes-return = Return the outcomes
outcomes-rest = Register all others
outcomes-unanswered = { $n ->
    [one] For { $n } person not every register is noted to have answered.
   *[other] For { $n } people not every register is noted to have answered.
 } Check before you return the outcomes.
outcomes-leader = appointed leader by the council: the appointment stays until the akimat removes the person, and lapses then
help-outcomes = First choose who is to be removed, then register all others together. No reason is asked for anywhere.
help-no-reason = The akimat never learns why: the Rules order to tell whom to remove, and nothing else.
take-back-help = The akimat has not acted yet: this outcome can be taken back, and the person is being vetted again.
take-back-button = Take the outcome back
error-outcomes-none = Choose an outcome for at least one person.
error-take-back-not-possible = This outcome cannot be taken back. Look at how it stands now.

## Removal from the squad
remove-title = Remove from the squad
remove-help = The territorial subdivision has told that these people are to be removed from the squad. No reasons are given.
remove-button = Remove from the squad
remove-confirm = The people chosen will be removed from the squad. Go on?

## Return for correction
return-title = Return for correction
return-what = What is to be mended?
return-button = Return to the akimat
return-help = Choose what is to be mended in each entry that goes back. The rest of the list goes on being vetted.
return-none = not returned
return-hint = An entry with a mistake can go back for correction. That is no outcome.
error-return-code = Choose what is to be mended.
error-entry-not-open = This entry can no longer be corrected. Look at how it stands now.

## Withdrawal
withdraw-title = Withdraw the candidate
withdraw-help = The person leaves the list. No reason is asked for. Coming back means a new list.
withdraw-copy-deleted = The list was not sent yet: the copy of the ID card is deleted at once. The name and the particulars stay encrypted in the closed record.
withdraw-copy-kept = { $n ->
    [one] The copy of the ID card that was sent is deleted after { $n } day.
   *[other] The copy of the ID card that was sent is deleted after { $n } days.
} The name and the particulars stay encrypted in the closed record.
withdraw-button = Withdraw
withdraw-confirm = The candidate will leave the list. Go on?
error-withdraw-decided = The outcome has been returned: the candidate can no longer be withdrawn. Look at how it stands now.

## A list as a spreadsheet
export-sent = As sent (.xlsx)
export-answered = As it stands (.xlsx)
export-to-mend = To be mended
