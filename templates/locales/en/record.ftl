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

## Off the record
off-record = Take off the record
off-record-help = The structural unit takes a person off the record when a circumstance of clause 15 arises, and informs that person. Only the item and its day are recorded.
off-record-item = Item of clause 15
off-record-item-15-1 = brought to criminal liability
off-record-item-15-2 = intentional administrative offences, two or more within one year
off-record-item-15-3 = left for permanent residence outside the border space
off-record-item-15-4 = a circumstance that excludes further participation
off-record-item-15-5 = no longer wishes to take part
off-record-death = The person has died
off-record-death-help = With item 15.4 only. Nobody is written to then.
field-arose-on = Day the circumstance arose
field-arose-on-hint = The day of recording is kept apart.
off-record-next = Show what follows
off-record-check = Look over the end of the record
off-record-follows = What follows:
off-record-follows-book = The person leaves the record. An entry is made in the unit's book and is never deleted.
off-record-follows-leader = The person leads the squad: the term ends, and the council is asked to appoint another leader.
off-record-follows-told = The akimat and the council are told that a person was taken off the record, without the item.
off-record-follows-notice = Your unit owes the person a notice; it waits under “Notices”.
off-record-follows-nobody = Nobody is informed, and nothing is sent to the person.
off-record-save = Take off the record
off-record-recorded = Recorded
off-record-line = item { $item }, arose on { $date }
off-record-others = Other records of this person
off-record-others-help = Each record ends by an act of its own unit.
notices-help = The unit informs each person whom it takes off the record. The Rules set no term for it.
notices-waiting = To be informed
notices-since = Off the record since { $at }
notices-letter = Letter to be printed
notices-discharge = Record that the person was informed
notices-discharge-button = Record
notices-none = Nobody waits to be informed.
notices-informed = Informed last
notices-failed = did not arrive
notices-reopen = It did not arrive
notices-reopen-confirm = The person is to be informed again. This attempt stays in the history. Go on?
notices-owed = Inform people
notices-go = Inform the person
field-channel = How
field-given-on = Date informed
field-proof = Proof
field-proof-hint = Number of the letter, who signed, or the hour of the call. Nothing on the circumstance itself.
notice-letter-title = Notice
notice-letter-says = { $unit } informs you that since { $date } you are no longer on the record of the persons who take part in protecting the State Border (squad «{ $squad }»), under clause 22 of the Rules.
notice-letter-after = You may ask the unit for an explanation.
notice-letter-signed = Representative of the structural unit:
notice-letter-delivered = Delivered on
error-off-record-item = Choose the item of clause 15.
error-off-record-death = Death belongs to item 15.4: choose it, or take the mark away.
error-notice-channel = Choose how the person was informed.
error-notice-too-early = The person was still on the record that day. Give a later day.
error-notice-proof = Give the proof, up to 120 characters.
put-back-title = Taken off by mistake?
put-back-help = The wrong person can be put back today. The entry of the book stays, with a correction beside it. Later only a new list leads back.
put-back-confirm = The person is put back on the record, and all that followed is undone and told. Go on?
put-back-button = Put back on the record
error-put-back-too-late = A slip can be mended on the same day only. Later the person comes back by a new list.
error-put-back-in-squad = The person has come back to the squad by a new list.
