## The product
app-name = Jasaq
footer = Rules approved by Government Resolution No. 866 of 27 August 2013, edition of 26.05.2023 No. 405
skip = Skip to content
language = Language
menu = Main menu
menu-inbox = Inbox
menu-squads = Squads
menu-lists = Lists
menu-decisions = Decisions
menu-book = Book
sign-in = Sign in
sign-out = Sign out
sign-in-help = No account or password? Ask your administrator for a link.
save = Save
cancel = Cancel
next = Next
upload = Upload
choose = Choose
filter-all = All
history = History
about = About
state = State
number-sign = No.
steps = Steps
waits-title = Waits on
by-system = By itself
journal = Journal
journal-number = journal No. { $n }
clause = Clause { $n } of the Rules
clause-edition = clause { $n }, edition { $edition }
dev-mail = Mail sent (development)
dev-mail-empty = No mail has been sent yet.

## Forms
form-optional = optional
form-summary = Please correct:
form-error-title = Error: { "" }
field-email = Email
field-password = Password
field-new-password = New password
field-password-again = The new password again
field-squad-name-kk = Name of the squad in Kazakh
field-squad-name-ru = Name of the squad in Russian
field-area = Area
field-area-hint = Where the squad will help: rural district, village, section of the border space
field-file = File with the candidates
field-file-hint = .xlsx, .xls, .ods or .csv, up to 10 MB. Columns about convictions, registers or health are not read.
field-date = Date
field-decision-number = Number of the decision
field-decision-date = Date of the decision
field-presided-by = Who presided
field-votes-for = For
field-votes-against = Against
field-votes-abstained = Abstained
field-leader = Squad leader
field-leader-hint = From among the members of this squad. No end date: the term lasts until a circumstance of clause 15 arises.
field-outgoing-number = Outgoing number
field-incoming-number = Incoming number

## Words of tables
name = Full name
iin = IIN
birth-date = Date of birth
document = Document
address = Place of residence
phone = Telephone
people = People
members = Members
squad = Squad
list = List
akimat = Akimat
leader = Leader
leading-unit = Leading structural unit
decision = Decision
decision-kind = What was decided
votes = Votes
outcome = Outcome
copy = ID-card copy
registers = Registers
entry = Entry
entered-at = Entered
created-at = Made
particulars = Particulars
without-leader = Without a leader

## Link that sets a password
link-title = Set a password
link-for = For { $name }.
link-hint = At least { $n } characters; a sentence is easy to remember. The link works once.

## Inbox
inbox-title = Inbox
inbox-count = { $n ->
    [0] Nothing waits on you.
    [one] { $n } thing waits on you.
   *[other] { $n } things wait on you.
 }
inbox-opened = Handed over { $at }
inbox-read = I have read it
inbox-empty = Nothing waits on you. When another body hands something over to you, it will stand here and you will get an email.
due-statutory = Term set by the Rules: { $date }
due-internal = Internal target, not set by the Rules: { $date }
urgency-statutory-passed = Term set by the Rules has passed
urgency-internal-passed = Internal target has passed
urgency-due-soon = Due within 5 days
urgency-new = New
urgency-waiting = Waits on you
urgency-information = For information

## Squads
squad-heading = Squad «{ $name }»
squad-propose = Propose a squad
squad-propose-button = Propose to the council
squad-propose-help = The coordination council creates squads and appoints their leaders. The proposal goes to its secretary.
squads-empty = There are no squads here yet.
members-empty = Nobody has been proposed yet. Candidates come from a file of the akimat.
decisions-none = There are no decisions yet.
decision-record = Record the council's decision
decision-appoint-button = Record the appointment of a leader
decision-help = Write it as it stands in the council's minutes. A recorded decision is not changed afterwards.
decision-save = Record the decision
decision-line = No. { $number } of { $date }
decision-votes = for { $for }, against { $against }, abstained { $abstained }
leader-later = In a later decision

## Candidates and import
candidates-add = Add candidates from a file
import-help = Nothing is saved before you have seen the list row by row. Later people come on a new list; the Rules ask for no new decision of the council for that (not set by the Rules).
import-template = Download an empty table to fill in (.xlsx)
import-read = Read the file
import-title = Check what was read
import-check = Ticked rows will be saved. Rows with an error or a question are not ticked: correct them here, or leave them out and add them later.
import-proposal = new squad «{ $name }»
import-about-file = About the file
import-take = Take
import-row = row { $n }
import-findings = Findings
import-iin-label = IIN of the person in row { $n }
import-leader-hint = Named as leader in the file: only the council appoints
import-save = Save the ticked rows
import-propose = Propose the squad with the ticked rows
import-expires = What was read is kept for 24 hours and then deleted. The file itself is not kept.
known-squad = Stands in this squad already
known-district = Stands in another squad of your district

## Lists
list-heading = List { $reference }
lists-empty = There are no lists here yet.
entries-empty = Nobody stands on this list.
copy-there = attached
copy-none = No copy attached
copy-attach = Attach a copy
copy-replace = Replace the copy
copy-download = Download the copy (PDF)
copy-alt = ID-card copy of { $name }
copy-hint = JPEG, PNG, WebP or PDF, up to 10 MB
passport-warning = Passport: clause 19 names the identity card
opening-note = Opening this page and the copy leaves a trace.
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
no-term-note = The Rules set no term for vetting a squad list. Internal target of the subdivision: { $n } days.
day = day { $n }
day-n = day { $n }, internal target { $target }
registers-title = Registers for the whole list
registers-help = Note only that a register was asked and has answered. What it said is held nowhere.
registers-note = What the register said is held nowhere.
register-asked = asked { $at }
register-answered = answered { $at }
register-asked-all = Asked for all
register-answered-all = Answered for all
register-asked-button = Note: asked
register-answered-button = Note: answered
outcome-of = Outcome for { $name }
outcome-later = Not yet
outcomes-preview = Look over and return outcomes
outcomes-hint = You will see everything once more before anything is returned.
outcomes-check = Check the outcomes
outcomes-registered = To be registered in the border-service book: { $n }
outcomes-to-be-removed = The akimat is to remove from the squad: { $n }
outcomes-what-happens = The akimat learns who is registered and whom to remove, and never why. «To be removed» can be taken back until the akimat acts.
outcomes-return = Return the outcomes
remove-title = Remove from the squad
remove-help = The territorial subdivision has told that these people are to be removed from the squad. No reasons are given.
remove-button = Remove from the squad
return-title = Return for correction
return-what = What is to be mended?
return-button = Return to the akimat
withdraw-title = Withdraw the candidate
withdraw-help = The person leaves the list. No reason is asked for. Coming back means a new list.
withdraw-button = Withdraw
take-back-help = The akimat has not acted yet: this outcome can be taken back, and the person is being vetted again.
take-back-button = Take the outcome back
book-heading = Border-service book: people
book-help = Entries are added and never changed; each is bound to its entry in the journal.
book-empty = Nobody has been registered yet. People appear here when the territorial subdivision registers them.
mail-queued = waits to be sent
mail-retried = could not be sent yet, will be tried again
mail-sent = sent { $at }
mail-failed = could not be delivered

## What is missing
missing-title = This cannot be done yet:
missing-automatic = It follows by itself.
missing-duty = It is done by: { $duty }.
missing-state = It now stands at: { $state }.
missing-squad-not-created = The council has not created the squad yet.
missing-entries = There is nobody to do it for.
missing-copies = { $n ->
    [one] { $n } person has no ID-card copy.
   *[other] { $n } people have no ID-card copy.
 }
missing-leader-open = The squad has a leader or an appointed one.
missing-members = There is no member who could be appointed.

## Faults of forms
error-sign-in = Email or password is wrong. Check both and try again; after several attempts wait a minute.
error-password-short = The password is too short: at least 12 characters.
error-password-long = The password is too long: at most 256 characters.
error-password-differs = The two passwords differ. Type both again.
error-password-guessable = The password must not hold your email name.
error-squad-name-kk = Give the name in Kazakh, up to 120 characters.
error-squad-name-ru = Give the name in Russian, up to 120 characters.
error-squad-area = Give the area, up to 120 characters.
error-squad-unit = Choose the structural unit that is to lead the squad.
error-candidates-none = Tick at least one row.
error-candidates-already-in-squad = One of the ticked people stands in this squad already. Take the tick away.
error-row-iin = The IIN of a ticked row is missing or wrong. Give its 12 digits or take the tick away.
error-row-name = A ticked row has no surname or given name. Correct the file or take the tick away.
error-row-duplicate = Two ticked rows have the same IIN. Leave one of them.
error-file-missing = Choose a file.
error-file-too-large = The file is larger than 10 MB. Choose a smaller one.
error-copy-type = This is neither JPEG, PNG, WebP nor PDF. Choose another file.
error-copy-damaged = The file is damaged. Scan or photograph the card again.
error-copy-pixels = The picture is too large. Photograph the card at 12,000 pixels a side or less.
error-copy-not-open = A copy can be attached to a draft or to a returned entry only.
error-decision-number = Give the number of the decision, up to 40 characters.
error-decision-number-taken = The council has a decision of this number this year already. Check the number.
error-date-missing = Give the date as day, month, year.
error-date-in-future = The date lies in the future. Check it.
error-decision-presided-by = Give who presided, up to 120 characters.
error-decision-votes = Give the number of votes in figures.
error-decision-not-carried = Nobody voted for it. Check the votes, or record that the proposal was rejected.
error-decision-leader = Choose who is appointed.
error-leader-must-be-member = The leader must be a member of this squad.
error-outgoing-number = Give the outgoing number, up to 40 characters.
error-incoming-number = Give the incoming number, up to 40 characters.
error-statement-missing = The list is sent with this statement. Tick it when it is true for each person.
error-entries-none = Choose at least one person.
error-outcomes-none = Choose an outcome for at least one person.
error-return-code = Choose what is to be mended.
error-withdraw-decided = The outcome has been returned: the candidate can no longer be withdrawn.
error-take-back-not-possible = This outcome cannot be taken back.

## Pages instead of pages
problem-sign-in-title = Sign in
problem-sign-in-what = Sign in to go on.
problem-not-found-title = There is no such page
problem-not-found-what = The address is wrong, the link has been used or has expired, or the page is not yours to see.
problem-denied-title = You may not do this
problem-denied-what = Your duty does not allow it, or something is missing first. Nothing was changed.
problem-stale-title = Somebody was faster
problem-stale-what = Since you opened the page, this has moved on. Nothing of yours was saved. Look at how it stands now.
problem-happened = What happened meanwhile
problem-foreign-form-title = The form has expired
problem-foreign-form-what = The form was made in another session. Go back, reload the page and submit it again. Nothing was changed.
problem-bad-request-title = The request cannot be read
problem-bad-request-what = Go back, reload the page and try again. Nothing was changed.
problem-away-title = The database is away
problem-away-what = Nothing was changed. Wait a minute, go back and submit the form again.
problem-failed-title = Something failed on our side
problem-failed-what = The act was not carried out. Try again; if it fails again, tell your administrator.
problem-back = Show how it stands now
problem-home = To the inbox
problem-request = Request { $id }

## Search, filters, groups of the inbox
search-title = Search
search-label = Search for a squad, list or person
search-hint = Words of a name, a whole reference such as Ж-2026-0001, the whole number of a paper, or a whole IIN
search-button = Search
search-people = People
search-by-iin = You searched by IIN. The number is not shown again.
search-nothing = Nothing was found among what is yours to see. Check the spelling, or use fewer letters.
search-more = There are more: narrow the search with one more word.
error-search-terms = Type at least two letters of a word, and no more than 120 characters.
filter-title = Filter
filter-show = Show
filter-reset = Reset
filter-remove = : remove
filter-state = State
filter-squad = Squad
filter-body = Akimat
filter-trouble = Only those
filter-from = From
filter-to = To
filter-leader = Leader
filter-unit = Structural unit
filter-year = Year
filter-kind = Kind
filter-case = About
filter-from-body = Handed over by
filter-group = Group
trouble-returned = With something returned for correction
trouble-past-target = Past the internal target
post-none = Without a leader
case-squad = A squad
case-list = A list
badge-waits = : waits on you
inbox-count-many = More than 99 things wait on you.
inbox-group-empty = Nothing stands in this group.
inbox-all = All in this group
inbox-closed = done { $at }
urgency-others = Waits on others
urgency-done = Done in the last 14 days
due-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
 }
due-today = Today is the day
due-past-internal = { $n ->
    [one] { $n } day past the internal target
   *[other] { $n } days past the internal target
 }
due-past-statutory = { $n ->
    [one] { $n } day past the term set by the Rules
   *[other] { $n } days past the term set by the Rules
 }
leaderless-title = Squads without a leader
leaderless-since = since { $date }
leaderless-never = no leader has been appointed yet
leaderless-lapsed = the appointment lapsed
leaderless-ended = the leader's term ended
leaderless-all = All squads without a leader
leaderless-none = Every squad that the council has created has a leader or an appointed one.
lists-of-squad = All lists of the squad
