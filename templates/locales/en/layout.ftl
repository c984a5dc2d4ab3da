## The product
app-name = Jasaq
footer = Rules approved by Government Resolution No. 866 of 27 August 2013, edition of 26.05.2023 No. 405
skip = Skip to content
language = Language
number-sign = No.
dev-mail = Mail sent (development)
dev-mail-empty = No mail has been sent yet.
dev-emails = Samples of mails (development)
ui-title = Components
ui-help = Every part of the pages in each of its states. People and bodies here are made up.

## Menu and place
menu = Main menu
menu-inbox = Inbox
menu-squads = Squads
menu-lists = Lists
menu-applications = Applications
menu-decisions = Decisions
menu-book = Book
menu-trainings = Training
menu-notices = Notices
menu-people = People
menu-bodies = Bodies
menu-mails = Mail
crumbs = Where this page is
pages = Pages
next = Next
sign-out = Sign out

## Buttons
save = Save
cancel = Cancel
upload = Upload
choose = Choose
confirm-grave = This cannot be undone. Go on?

## Forms
form-optional = optional
form-summary = Please correct:
form-repeated = This form was recorded already: nothing was done again. Its result is on this page.
duty-waits = Your duty waits to be confirmed: { $duty }, { $body }. Until another administrator, the head of the body or somebody who holds the same duty confirms it (for the body's first holder: the operator of the system), it opens no squads, lists or people.
form-error-title = Error: { "" }
field-date = Date
drop-here = Choose files, or drop them here
upload-sending = Files are on their way
upload-reading = Files have arrived, their pages are being read

## Words of tables
name = Full name
iin = IIN
birth-date = Date of birth
document = Document
address = Place of residence
phone = Telephone
field-written-in = Language of letters
language-not-given = Not given (Kazakh)
people = People
state = State
about = About
created-at = Made

## Filters
filter-all = All
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
filter-number = Number

## Figures and steps
figures-count = Number
figures-share = Share
steps = Steps
step-done = , done

## History
history = History
history-empty = There is nothing to show yet.
history-recent = What happened lately
journal-number = journal No. { $n }
by-system = By itself
by-link = By a person, by the link of a mail
by-leader = The leader of the squad
by-applicant = The person who applies
menu-my-squad = My squad
menu-plans = Duties
waits-title = Waits on
finished-title = Done
clause = Clause { $n } of the Rules
clause-edition = clause { $n }, edition { $edition }
clause-none = Not set by the Rules
edition-not-determined = edition not determined

## Conditions that are not met
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
missing-identity-copy = The application has no copy of the identity card or passport (clause 16).
missing-corrections = None of the returned entries ({ $n }) is corrected yet. Only corrected entries are sent again.
missing-leader-open = The squad has a leader or an appointed one.
missing-members = There is no member who could be appointed.
missing-registered = Nobody of the squad is in the book.
missing-council-open = The akimat has a council already.
missing-own-body = The body in which you administer cannot be closed by you.

## Faults of many forms
error-date-missing = Give the date as day, month, year.
error-date-in-future = The date lies in the future. Check it.
error-date-long-past = The date lies more than a year back. Check it.
error-file-missing = Choose a file.
file-again = Choose the file again: { $names }
error-file-too-large = The file is larger than 10 MB. Choose a smaller one.
error-files-too-large = The files are too large: each up to 10 MB, together up to 40 MB. Add them in several goes.

## Pages in place of the page
problem-sign-in-title = Sign in
problem-sign-in-what = Sign in to go on.
problem-not-found-title = There is no such page
problem-not-found-what = The address is wrong, the link has been used or has expired, or the page is not yours to see. Check the address, or ask your administrator for a new link.
problem-denied-title = You may not do this
problem-denied-what = Your duty does not allow it, or something is missing first. Nothing was changed.
problem-stale-title = Somebody was faster
problem-stale-what = Since you opened the page, this has moved on. Nothing of yours was saved. Look at how it stands now.
problem-happened = What happened meanwhile
problem-stale-own-title = You have done this already
problem-stale-own-what = Since this page was opened you changed it yourself, in another window or with this form. Nothing was saved this time. Look at how it stands now.
problem-you = you
problem-now = Now
problem-typed = Your form (not saved)
problem-foreign-form-title = The form has expired
problem-foreign-form-what = The form was made in another session. Go back, reload the page and submit it again. Nothing was changed.
problem-bad-request-title = The request cannot be read
problem-bad-request-what = Go back, reload the page and try again. Nothing was changed.
problem-away-title = The database is away
problem-away-what = Nothing was changed. Wait a minute, go back and submit the form again.
problem-busy-title = Too much is being done at once
problem-busy-what = Nothing was changed. Wait a minute, go back and send it again: what you typed is still there.
problem-too-large-title = The form is too large
problem-too-large-what = Nothing was saved. Go back and send it in parts: each file up to 10 MB, together up to 40 MB.
problem-too-often-title = Too many attempts have failed
problem-too-often-what = Too many attempts have failed from your network, in browsers that have not signed in before. Wait 10 minutes and try again. In a browser that you have signed in with before you need not wait.
foreign-title = The form was not taken
foreign-unsaid = This browser does not say which page sent the form: it is too old. Nothing was carried out.
foreign-address = The form came from another address than that of this system. Nothing was carried out.
foreign-todo = Open this address in an up-to-date browser:
problem-unprintable-title = The paper cannot be printed
problem-unprintable-what = A name or an address has a letter that the font lacks, or is too long. Correct the entry and open the paper again.
problem-unprintable-letter = The letter that the font lacks: «{ $letter }»
problem-failed-title = Something failed on our side
problem-failed-what = The act was not carried out. Try again; if it fails again, tell your administrator.
problem-back = Show how it stands now
problem-home = To the inbox
problem-request = Request { $id }
