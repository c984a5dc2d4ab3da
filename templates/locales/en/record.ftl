## Border-service book
book-heading = Border-service book: people
book-help = Entries are added and never changed; each is bound to its entry in the journal.
book-empty = Nobody has been registered yet. People appear here when the territorial subdivision registers them.
entered-at = Entered
