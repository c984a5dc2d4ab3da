## Reminders, digests and corrected addresses: mails
mail-above-head = the head of the subdivision
mail-above-mailbox = the mailbox of the body
mail-why-above-mailbox = This mail came to the mailbox of { $body } because those who hold the duty { $duty } have not done what it names.

mail-reminder-due-soon-title = reminder No. { $number }: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } to the internal target
mail-reminder-due-soon-what = This waits on you: «{ $what }».
mail-reminder-due-soon-todo = Do it before the internal target passes (clause { $clause }).
mail-reminder-due-tomorrow-title = reminder No. { $number }: internal target { $date }
mail-reminder-due-tomorrow-what = The internal target is about to pass, and this is not done: «{ $what }».
mail-reminder-due-tomorrow-todo = Do it by the end of { $date } (clause { $clause }).
mail-reminder-due-passed-title = reminder No. { $number }: the internal target has passed
mail-reminder-due-passed-what = The internal target passed on { $date }, and this is not done: «{ $what }». A mail about it has gone to { $above }.
mail-reminder-due-passed-todo = Do it without delay (clause { $clause }).
mail-reminder-due-long-passed-title = reminder No. { $number }: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } past the internal target
mail-reminder-due-long-passed-what = Even after the internal target this is not done: «{ $what }». Another mail about it has gone to { $above }.
mail-reminder-due-long-passed-todo = Do it today (clause { $clause }). If you can't, ask the administrator for a deputy.
mail-reminder-waiting-title = reminder No. { $number }: it has waited for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-reminder-waiting-what = This waits on you: «{ $what }». The Rules set no term for it.
mail-reminder-waiting-todo = Open the page and do it (clause { $clause }).
mail-reminder-still-waiting-title = reminder No. { $number }: not done for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-reminder-still-waiting-what = Without it the case can't go on: «{ $what }». The Rules set no term for it.
mail-reminder-still-waiting-todo = Do it: other bodies wait for it (clause { $clause }).
mail-reminder-long-waiting-title = reminder No. { $number }: nothing has moved for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-reminder-long-waiting-what = This has not been done for { $days } days: «{ $what }». The Rules set no term for it. A mail about it has gone to { $above }.
mail-reminder-long-waiting-todo = Do it (clause { $clause }). If you can't, ask the administrator for a deputy.

mail-above-due-passed-title = an internal target has passed
mail-above-due-passed-what = The internal target passed on { $date }, and this is not done: «{ $what }». Reminders sent to those whose duty it is: { $number }.
mail-above-due-passed-todo = See to it that it is done (clause { $clause }).
mail-above-due-long-passed-title = an internal target passed { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ago
mail-above-due-long-passed-what = This is still not done: «{ $what }». Reminders sent to those whose duty it is: { $number }.
mail-above-due-long-passed-todo = Make sure that it is done (clause { $clause }). An administrator can name a deputy.
mail-above-long-waiting-title = nothing has moved for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-above-long-waiting-what = This has not been done for { $days } days: «{ $what }». The Rules set no term for it. Reminders sent to those whose duty it is: { $number }.
mail-above-long-waiting-todo = Make sure that it is done (clause { $clause }). An administrator can name a deputy.

mail-digest-title = information of the day
mail-digest-what = Messages laid aside: { $news }. Nothing is to be done about it. You chose to get such mails together; your account is the place to change that.
mail-address-corrected-title = your address was corrected
mail-address-corrected-what = Mails to your former address could not be delivered, so an administrator has corrected it to this one.
mail-address-corrected-todo = Sign in with this address and your present password from now on. If you did not expect this, tell your administrator at once.

mail-kind-reminder-due-soon = Reminder
mail-kind-reminder-due-tomorrow = Reminder
mail-kind-reminder-due-passed = Reminder of a passed target
mail-kind-reminder-due-long-passed = Reminder of a passed target
mail-kind-reminder-waiting = Reminder
mail-kind-reminder-still-waiting = Another reminder
mail-kind-reminder-long-waiting = Reminder of a long wait
mail-kind-above-due-passed = Mail to those above about a passed target
mail-kind-above-due-long-passed = Another mail to those above about a passed target
mail-kind-above-long-waiting = Mail to those above about a long wait
mail-kind-digest = Information of the day
mail-kind-address-corrected = Mail about a corrected address

## Why a mail failed, and what mends it
mail-fault-address-refused = the mail server did not take this address
mail-fault-too-large = the mail is larger than the server allows
mail-fault-mail-refused = the mail server did not take the mail
mail-fault-time-over = the server has put the mail off for 72 hours
mail-fault-unclear = nobody knows whether it arrived: the connection broke three times
mail-fault-own-fault = the system could not make the mail
mail-mend-address-refused = Find out the right address and correct it.
mail-mend-too-large = Tell those who run the system.
mail-mend-mail-refused = Tell those who run the mail server, then send the mail again.
mail-mend-time-over = Check that the address is in use, then send the mail again.
mail-mend-unclear = Ask whether the mail came; if not, send it again.
mail-mend-own-fault = Tell those who run the system.

## Pages about mail
menu-mails = Mail
badge-undelivered = mails not delivered
mail-held = goes with the morning's digest
mail-retried-since = could not be sent since { $at }, is tried again
mail-waits = Mail has been waiting since { $since }. All that was done is kept, and mails leave by themselves as soon as they can: there is nothing for you to do.
mails-help = These mails could not be delivered. What they are about is in the system and is not lost.
mails-help-administrator = Correct the address or send the mail again, and get in touch with its reader yourself.
mails-help-officer = The administrator of the body that it is for corrects the address. If it is urgent, get in touch with that body.
mails-empty = Every mail has been delivered.
mails-failed = Not delivered
mails-refused = Tried again
mails-put-off = the server asks to come back later
mails-case = Case and mail
mails-owner = For
mails-cause = Cause
mails-since = Since
mails-over = What it is about is done already.
mails-fate = What became of it
mails-queued-at = Written
mails-vacant = Duties that nobody holds
mails-vacant-help = Mails for these duties go to the mailbox of the body. Grant the duty to somebody.
mails-resend = Send again
mails-resend-help = The mail goes as it was to the present address of its reader.
mails-resend-button = Send again
mails-correct = Correct the address
mails-correct-help = The reader signs in with the new address from now on. What could not be delivered to the old one goes to the new one.
mails-correct-button = Correct and send
mails-done-resent = The mail waits to be sent again.
mails-done-corrected = The address is corrected, and what could not be delivered is sent again.
field-new-address = Right address
queue = Queue
queue-away = Waiting since
queue-error = Last answer of the mail server
queue-waiting = Mails that wait
queue-oldest = The oldest was written
queue-sent = Sent within the last hour
letter = Letter on paper
letter-help = Print this page and hand it to whoever has no email, or whom the mail did not reach.
letter-delivered = Delivered on
letter-by = Delivered by
letter-signature = Signature of the reader
digest = Mails for information
digest-choice = Get mails for information together, each morning
digest-help = Mails that ask for something, reminders and mails about your account always come at once.
digest-saved = Your choice is saved.
dev-emails = Samples of mails (development)

## Acts, and what is wrong with them
act-resend-mail = A mail was sent again
act-correct-address = An address was corrected
subject-mail = Mail
own-reminders = What is not done is reminded of: with a due date 5 days and 1 day before it and 1 day and 8 days after it, without one after 7, 14 and 28 days. Of a passed date and of 28 days the head of the subdivision is told, in a body without a head the body's own mailbox.
error-mail-link-gone = The link in this mail is void: send a new one from the person's page.
error-mail-reader-gone = The account of its reader is disabled: no mail is sent there.
error-mail-address-same = This is the former address. Give the right one.
error-mail-address-taken = Another person signs in with this address. Give another.
error-mail-address-not-refused = The server has not refused the reader's present address: send the mail again.
error-mail-address-not-ours = This person holds a duty outside your bodies, so the address is not yours alone to correct. Turn to those who run the system.
