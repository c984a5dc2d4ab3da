## The face of every page
crumbs = Where this page is
pages = Pages
step-done = , done
search-place = Squad, list or person
drop-here = Choose files, or drop them here
upload-sending = Files are on their way
upload-reading = Files have arrived, their pages are being read
confirm-grave = This cannot be undone. Go on?
figures-count = Number
figures-share = Share
ui-title = Components
ui-help = Every part of the pages in each of its states. People and bodies here are made up.

## Inbox
inbox-tabs = Handoffs
inbox-tab-mine = Waits on me
inbox-tab-others = Waits on others
inbox-tab-done = Done

## Squad
squad-members = { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
squad-step-proposed = Proposed
squad-step-created = Created by the council
squad-step-rejected = Rejected by the council
squad-step-sent = List sent
squad-step-vetted = Members vetted
squad-step-led = Leader in office
members-by-state = Members by state
history-recent = What happened lately
help-leader-term = A leader is appointed without an end date: the office lasts until one of the circumstances of clause 15 arises.

## Lists and vetting
copy-short = Copy
copies-progress = { $n } of { $of } have a copy
outcomes-rest = Register all others
outcomes-unanswered = { $n ->
    [one] For { $n } person not every register is noted to have answered.
   *[other] For { $n } people not every register is noted to have answered.
 } Check before you return the outcomes.
outcomes-leader = appointed leader by the council: the appointment will lapse
help-outcomes = First choose who is to be removed, then register all others together. No reason is asked for anywhere.
help-no-reason = The akimat never learns why: the Rules order to tell whom to remove, and nothing else.
help-no-term = There is no legal term for vetting a squad list. The system shows the subdivision's internal target only.
help-days = There is no legal term for vetting: days are counted from the receipt of the list to the outcome.
register-has-been-asked = asked
register-has-answered = answered
register-not-asked = not noted as asked
return-hint = An entry with a mistake can go back for correction. That is no outcome.
remove-confirm = The people chosen will be removed from the squad. Go on?
withdraw-confirm = The candidate will leave the list. Go on?
copy-remove-confirm = This page of the copy will be deleted. Go on?

## Dashboard
statistics-help = Figures of the bodies that you may see. Nobody is named here.
statistics-median = Days to an outcome, median
statistics-failed-mails = Mails that failed
statistics-failed-mails-what = The recipients' mail servers refused these mails. Check the addresses, and tell the bodies in another way.
statistics-squads = Squads by state
statistics-members = Members by state
statistics-days = Days to an outcome, the last 12 months
statistics-days-head = From the receipt of the list
statistics-days-span = { $from }–{ $to } days
statistics-days-over = More than { $n } days
statistics-days-empty = No outcomes were returned in the last 12 months. After the first one the days appear here.

## Account
account-theme = Light or dark
theme-system = As the device says
theme-light = Light
theme-dark = Dark
session-end-others-confirm = All other devices will have to sign in again. Go on?
