## Filters
audit-body = Body
audit-act = Act
audit-who = Who
audit-from = From
audit-to = To
audit-show = Show

## Journal
journal = Journal
journal-help = What was done in the bodies that you audit. Entries are added and never changed.
journal-at = When
journal-subject = Subject
journal-basis = Basis
journal-system = The system's chain
journal-empty = No entries were found.
journal-chain = Chain
journal-verify = Verify the journal
journal-verified = Result of verifying the journal
journal-sound = Every entry is what was written.
journal-entries = Entries: { $n }
journal-head = Hash of the last entry (SHA-256): { $hash }
journal-fault-changed = First fault: entry { $n } was changed.
journal-fault-missing = First fault: entry { $n } is missing.
journal-fault-head = First fault: the end of the chain does not match entry { $n }.
journal-fault-unreadable = First fault: the form of entry { $n } is unknown.
journal-fault-what = Keep this page and tell whoever answers for the database: what stands there is not what was written.

## Openings of copies and IINs
openings = Openings
openings-help = When officers of the bodies that you audit opened ID-card copies and IINs. Names and documents of members are not shown here.
openings-counts = { $n ->
    [one] By officer and day, last { $n } day, the most first
   *[other] By officer and day, last { $n } days, the most first
 }
openings-one-by-one = One by one
openings-copies = Copies
openings-iins = IINs
openings-what = What was opened
openings-position = No. { $n } on the list
openings-empty = Nothing was opened.

## Statistics
statistics = Statistics
statistics-past-target = Lists past the internal target: { $n }
statistics-without-leader = Squads without a leader: { $n }
statistics-none = None.
statistics-no-members = There are no members to count.
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
figures-few = fewer than 5
figures-total = Sum of the figures shown
figures-frozen = Figures of the beginning of the month ({ $at }): they do not change until the next one. They are rounded to 5, and small ones are not shown.
figures-none-yet = Figures are counted at the beginning of each month. The first will be here on the 1st of the next month.
figures-too-few = not shown for fewer than 10 outcomes
figures-more = To be noticed
figures-without-leader = Squads without a leader
figures-past-target = Lists past the internal target
help-days = There is no legal term for vetting: days are counted from the receipt of the list to the outcome.
