## Border-service book
book-heading = Border-service book: people
book-help = Entries are added and never changed; each is bound to its entry in the journal.
book-empty = Nobody has been registered yet. People appear here when the territorial subdivision registers them.
entered-at = Entered
book-general = General record: people
book-general-help = Entries of the books of the territorial subdivision's structural units. Entries are added and never changed; a correction is a new entry.
book-corrects = Corrects entry No. { $n }
book-corrected-by = Corrected by entry No. { $n }
book-print-title = Print a book
book-printed-at = Printed: { $at }
book-entry-hash = Check mark of its journal entry
book-head = Check mark of the journal's last entry:
book-head-help = The mark depends on every entry of the journal: once an entry is changed, the mark is another one.

## Legal training
trainings-heading = Legal training
trainings-help = The measures of clause 10 begin with legal training. The first head of the territorial subdivision controls how it is organised.
trainings-by-unit = By structural unit
trainings-waiting = Squads that wait for training
trainings-held = Trainings held last
trainings-empty = Nobody is in the book yet.
trainings-people = Not trained: { $n }
trainings-attended = Attended: { $n }
trainings-more = { $n ->
    [one] { $n } more squad. Those who have waited longest come first.
   *[other] { $n } more squads. Those who have waited longest come first.
}
unit = Structural unit
trained = Trained
untrained = Not trained
untrained-since = Longest wait
untrained-since-day = the first was registered on { $date }
waits-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
trained-on = Legal training done on { $date }
training-record = Record legal training
training-help = Only people in the book are shown. Each attendance is entered in the book.
field-training-date = Date held
field-training-base = Military unit
field-training-base-hint = The military unit at whose base it was held
field-training-held-by = Held by
field-training-attended = Who attended
training-save = Record
training-withdraw-title = Entry made by mistake
training-withdraw-help = If a person did not attend, withdraw the entry. The old entry stays in the book, with a correction beside it.
training-withdraw-confirm = A correction is entered in the book, and the person is shown as not trained. Go on?
training-withdraw-button = Withdraw
error-training-base = Give the military unit, up to 120 characters.
error-training-held-by = Give who held the training, up to 120 characters.
error-training-nobody = Tick who attended, at least one person.
