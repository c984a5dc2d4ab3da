## Every mail. Never a name, an IIN, an outcome of a person or a reason.
mail-link = Open in Jasaq
mail-why = You receive this mail as { $duty }, { $body }.
mail-why-mailbox = This mail came to the mailbox of { $body } because nobody holds the duty { $duty } there.
mail-why-above-mailbox = This mail came to the mailbox of { $body } because those who hold the duty { $duty } have not done what it names.
mail-why-person = You receive this mail because { $body } has made sure of this address with you. If it is not yours, tell the unit.
mail-why-applicant = You receive this mail because an application to { $body } gives this address. If you have not applied, tell the subdivision.
mail-above-head = the head of the subdivision
mail-above-mailbox = the mailbox of the body
mail-automatic = It was sent by the system: replies are not read by anybody. It holds no personal data.
mail-due-internal = Internal target of the subdivision: { $date }. The Rules set no term.
mail-due-statutory = Term set by the Rules: { $date } (that day counts in full).
mail-row = Row { $row }: { $what }

## Mails of handoffs
mail-basis-clause = clause { $n }
mail-basis-own-message = this message is not set by the Rules
mail-basis-own-step = this step is not set by the Rules
mail-put-to-council-title = put the squad to the council
mail-put-to-council-what = The akimat proposes the squad { $reference }. Candidates: { $people }.
mail-put-to-council-todo = Put it to the coordination council and record its decision ({ $basis }).
mail-squad-rejected-title = the council rejected the squad
mail-squad-rejected-what = The coordination council rejected the squad «{ $squad }»: decision No. { $number } of { $date } ({ $basis }).
mail-squad-rejected-todo = Nothing is to be done now.
mail-send-list-title = the squad is created, send the list
mail-send-list-what = The coordination council created the squad «{ $squad }»: decision No. { $number } of { $date }.
mail-send-list-todo = Send the list of members with copies of their identity cards to the territorial subdivision ({ $basis }).
mail-squad-created-title = a squad was created
mail-squad-created-what = The coordination council created the squad «{ $squad }», which your unit is to lead: decision No. { $number } of { $date } ({ $basis }).
mail-squad-created-todo = Nothing is to be done now.
mail-receive-list-title = { $corrected ->
        [0] receive the list
       *[other] receive the corrected entries ({ $corrected })
    }
mail-receive-list-what = { $corrected ->
        [0] The akimat sent a list of squad members. People: { $people }.
       *[other] The akimat corrected entries that you returned and sent them again. Entries: { $corrected }.
    }
mail-receive-list-todo = { $corrected ->
        [0] Receive it and give it an incoming number ({ $basis }).
       *[other] Receive them and give them an incoming number ({ $basis }).
    }
mail-vet-list-title = vet the list
mail-vet-list-what = The list is received. People to be vetted: { $people }.
mail-vet-list-todo = Vet them and return an outcome for each ({ $basis }).
mail-correct-list-title = correct the list
mail-correct-list-what = The territorial subdivision returned entries of the list. Rows: { $people }.
mail-correct-list-todo = Mend these rows and send them again ({ $basis }).
mail-remove-people-title = an answer has come
mail-remove-people-what = The territorial subdivision returned outcomes. Registered: { $registered }. To be removed from the squad: { $removed }. Still open: { $open }.
mail-remove-people-todo = Remove from the squad the people named on the page ({ $basis }).
mail-people-in-book-title = new people in the book
mail-people-in-book-what = The territorial subdivision registered people in your unit's border-service book: { $registered } ({ $basis }).
mail-people-in-book-todo = Nothing is to be done now.
mail-officer-in-book-title = a new freelance officer in the book
mail-officer-in-book-what = The territorial subdivision registered a freelance officer in your unit's border-service book ({ $basis }).
mail-officer-in-book-todo = Nothing is to be done now. Legal training comes before any task.
mail-decide-application-title = an application has come, decide it
mail-decide-application-what = An application to become a freelance officer was received on { $received }.
mail-decide-application-todo = Vet the applicant and decide ({ $basis }).
mail-inform-applicant-title = inform the applicant of the decision
mail-inform-applicant-what = The application is decided, and no mail could tell the applicant ({ $basis }).
mail-inform-applicant-todo = Inform the applicant by letter, by telephone or in person, and record how and when.
mail-tell-refusal-title = tell the applicant of the refusal
mail-tell-refusal-what = The application was refused, and no mail could tell the applicant ({ $basis }).
mail-tell-refusal-todo = Tell the applicant by letter, by telephone or in person, and record how and when. No reason is given.
mail-appoint-leader-title = the squad has no leader
mail-appoint-leader-what = The squad «{ $squad }» has no leader.
mail-appoint-leader-todo = Put the appointment of a leader to the coordination council ({ $basis }).

## Mails for information
mail-list-received-title = the list is received
mail-list-received-what = The territorial subdivision received the list under No. { $number } of { $date } ({ $basis }). Nothing is to be done now.
mail-decision-corrected-title = the number or date of a decision was corrected
mail-decision-corrected-what = The right number and date of the coordination council's decision about the squad «{ $squad }»: No. { $number } of { $date }. The decision itself has not changed ({ $basis }). Nothing is to be done now.
mail-decision-corrected-at-unit-title = the number or date of a decision was corrected
mail-decision-corrected-at-unit-what = The right number and date of the coordination council's decision about the squad «{ $squad }»: No. { $number } of { $date }. The decision itself has not changed ({ $basis }). Nothing is to be done now.
mail-outcomes-returned-title = an answer has come
mail-outcomes-returned-what = The territorial subdivision returned outcomes. Registered: { $registered }. To be removed from the squad: { $removed }. Still open: { $open } ({ $basis }). Nothing is to be done now.
mail-people-removed-title = the akimat has acted
mail-people-removed-what = The akimat removed people from the squad: { $removed } ({ $basis }). Nothing is to be done now.
mail-inform-people-title = inform people who are off the record
mail-inform-people-what = People of the squad «{ $squad }» were taken off the record, and your unit is to inform them ({ $basis }).
mail-inform-people-todo = Inform each of them, and record how and when. The page “Notices” shows how many wait.
mail-record-own-wish-title = a person asks to leave the record
mail-record-own-wish-what = A person of the squad «{ $squad }» asks to be taken off the record ({ $basis }).
mail-record-own-wish-todo = Make sure of the wish and record it, or set it aside. The page of the squad shows who asks.
mail-invite-leader-title = invite the leader
mail-invite-leader-what = The squad «{ $squad }» has a leader in office who has no way into the pages for leaders yet ({ $basis }).
mail-invite-leader-todo = Make sure of the address with the leader and send the link, or print login and code and hand them over.
mail-agree-plan-title = agree to the plan of a duty
mail-agree-plan-what = The leader of the squad «{ $squad }» proposes a duty ({ $basis }).
mail-agree-plan-todo = Agree to the plan, or return it with what you want otherwise.
mail-plan-agreed-title = the unit agrees to the duty
mail-plan-agreed-what = The unit agrees to a duty of the squad «{ $squad }» ({ $basis }). Choose who goes.
mail-plan-returned-title = the unit wants the duty otherwise
mail-plan-returned-what = The unit returned a plan of the squad «{ $squad }» ({ $basis }). The page says what it wants otherwise.
mail-plan-cancelled-title = the duty is cancelled
mail-plan-cancelled-what = The unit cancelled a duty of the squad «{ $squad }» ({ $basis }). Nobody goes.
mail-plan-amended-title = the plan was amended
mail-plan-amended-what = The unit amended an agreed plan of the squad «{ $squad }» ({ $basis }). Look again who goes.
mail-assignment-declined-title = somebody can’t come
mail-assignment-declined-what = A member of the squad «{ $squad }» can’t come ({ $basis }). You may choose another one.
mail-enter-result-title = enter the result of a duty in the book
mail-enter-result-what = The leader of the squad «{ $squad }» recorded the result of a duty ({ $basis }).
mail-enter-result-todo = Check the result and enter it in the book.
mail-acknowledge-report-title = a breach was reported
mail-acknowledge-report-what = A breach was reported in the squad «{ $squad }» ({ $basis }).
mail-acknowledge-report-todo = Read the report now and say that you have.
mail-sign-certificates-title = certificates wait for a signature
mail-sign-certificates-what = { $count } certificates were prepared ({ $basis }).
mail-sign-certificates-todo = Open the register and sign them.
mail-hand-over-certificates-title = certificates are to be handed over
mail-hand-over-certificates-what = The head has signed { $count } certificates ({ $basis }).
mail-hand-over-certificates-todo = Print them and hand them over to their holders.
mail-settle-papers-title = where is the paper of a void certificate
mail-settle-papers-what = A certificate has become void ({ $basis }).
mail-settle-papers-todo = Record whether its paper was handed in, destroyed or not returned.
mail-certificate-ready-title = your certificate is ready
mail-certificate-ready-what = Your certificate № { $number } was signed ({ $basis }). Where to collect it: { $place }
mail-certificate-ready-todo = Bring your identity card.
mail-person-assigned-title = a duty
mail-person-assigned-what = You are asked to come on duty with the squad «{ $squad }»: { $begins } – { $ends } ({ $plan }; { $basis }).
mail-person-assigned-todo = The link below shows where to meet; say there whether you will come. No account is needed.
mail-assignment-changed-title = time or place of the duty changed
mail-assignment-changed-what = The duty of the squad «{ $squad }» changed: { $begins } – { $ends } ({ $plan }; { $basis }).
mail-assignment-changed-todo = By the link below, say once more whether you will come.
mail-assignment-near-title = the duty is near
mail-assignment-near-what = A reminder: the duty of the squad «{ $squad }» is { $begins } – { $ends } ({ $plan }; { $basis }).
mail-assignment-near-todo = If you can’t come, say so by the link below.
mail-assignment-cancelled-title = you need not come
mail-assignment-cancelled-what = You need not come on the duty of the squad «{ $squad }», { $begins } – { $ends } ({ $plan }; { $basis }).
mail-place = Meeting point: { $place }
calendar-summary = Meeting { $reference }
mail-leader-invited-title = your way in as leader of the squad
mail-leader-invited-what = You lead the squad «{ $squad }» ({ $basis }). Your login is { $login }. By the link below you set a password; it is good until { $until }. After that you sign in with login and password, on one telephone.
mail-record-ended-title = the record has ended
mail-record-ended-what = { $of ->
        [officer] { $body } informs you that since { $date } you are no longer on the record of the persons who take part in protecting the State Border (freelance officer; { $basis }). You may ask the unit for an explanation.
       *[squad] { $body } informs you that since { $date } you are no longer on the record of the persons who take part in protecting the State Border (squad «{ $squad }»; { $basis }). You may ask the unit for an explanation.
    }
mail-application-received-title = your application is received
mail-application-received-what = { $body } received your application to become a freelance officer on { $received }. Number: { $reference }. It is decided within { $days } calendar days from that day, until { $last } inclusive ({ $basis }).
mail-application-received-todo = You will be informed of the decision.
mail-application-accepted-title = the decision on your application
mail-application-accepted-what = On { $date } { $body } took a positive decision on your application ({ $reference }): you are registered as a freelance officer of the Border Service ({ $basis }).
mail-application-accepted-todo = You will be told where to collect your certificate. Service begins with legal training.
mail-application-refused-title = the decision on your application
mail-application-refused-what = On { $date } { $body } refused your application to become a freelance officer ({ $reference }). Under clause 17 of the Rules the reasons of a refusal are not stated ({ $basis }).
mail-contact-confirmed-title = this is how the unit writes to you
mail-contact-confirmed-what = { $body } writes to you at this address about the squad «{ $squad }» ({ $basis }). By the link below you can ask to be taken off the record if you no longer wish to take part; it is good for { $days } days. You need no account.
mail-taken-off-record-title = a person was taken off the record
mail-taken-off-record-what = The structural unit took a person of the squad «{ $squad }» off the record ({ $basis }).
mail-taken-off-record-at-council-title = a person was taken off the record
mail-taken-off-record-at-council-what = The structural unit took a person of the squad «{ $squad }» off the record ({ $basis }).
mail-put-back-on-record-title = a person is on the record again
mail-put-back-on-record-what = A person of the squad «{ $squad }» was taken off the record by mistake and is on it again ({ $basis }).
mail-put-back-on-record-at-council-title = a person is on the record again
mail-put-back-on-record-at-council-what = A person of the squad «{ $squad }» was taken off the record by mistake and is on it again ({ $basis }). A leader whose term had ended by this is in office.
mail-digest-title = information of the day
mail-digest-what = Messages laid aside: { $news }. Nothing is to be done about it. You chose to get such mails together; your account is the place to change that.

## Mails of the account
mail-invitation-title = invitation
mail-invitation-what = An administrator has invited you to the system that keeps the volunteer squads of border districts.
mail-invitation-todo = Set your password by the link below. Whoever has an account signs in instead and accepts the offer on its page. The link works once and is valid until { $until }.
mail-duty-granted-title = a duty was granted to you
mail-duty-granted-what = An administrator has granted you a duty in the system.
mail-duty-granted-todo = Sign in with your present password: your new duty stands in your account.
mail-grant-told-title = a duty was granted
mail-grant-told-what = A duty in the system was granted to one more person in your body: { $duty }.
mail-grant-told-todo = If this is right, confirm the duty in the system: until then it opens no squads, lists or people. If you do not know of it, tell the head of your body or your administrator at once.
mail-password-reset-title = link for a new password
mail-password-reset-what = A link that sets a new password was asked for your account.
mail-password-reset-todo = The link works once and is valid until { $until }. If you did not ask for it, leave it alone: your password stays as it is.
mail-password-changed-title = your password was changed
mail-password-changed-what = The password of your account was changed, and other sessions were ended.
mail-password-changed-todo = If it was not you, tell your administrator at once.
mail-address-corrected-title = your address was corrected
mail-address-corrected-what = Mails to your former address could not be delivered, so an administrator has corrected it to this one.
mail-address-corrected-todo = Sign in with this address and your present password from now on. If you did not expect this, tell your administrator at once.
mail-address-replaced-title = your address was replaced
mail-address-replaced-what = An administrator has replaced this address of your account by another, because mails to it did not arrive.
mail-address-replaced-todo = If you read this mail and did not ask for the change, tell your administrator at once.

## Reminders
mail-reminder-due-soon-title = reminder No. { $number }: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } to the internal target
mail-reminder-due-soon-what = This waits on you: «{ $what }».
mail-reminder-due-soon-todo = Do it before the internal target passes ({ $basis }).
mail-reminder-due-tomorrow-title = reminder No. { $number }: internal target { $date }
mail-reminder-due-tomorrow-what = The internal target is about to pass, and this is not done: «{ $what }».
mail-reminder-due-tomorrow-todo = Do it by the end of { $date } ({ $basis }).
mail-reminder-due-passed-title = reminder No. { $number }: the internal target has passed
mail-reminder-due-passed-what = The internal target passed on { $date }, and this is not done: «{ $what }». A mail about it has gone to { $above }.
mail-reminder-due-passed-todo = Do it without delay ({ $basis }).
mail-reminder-due-long-passed-title = reminder No. { $number }: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } past the internal target
mail-reminder-due-long-passed-what = Even after the internal target this is not done: «{ $what }». Another mail about it has gone to { $above }.
mail-reminder-due-long-passed-todo = Do it today ({ $basis }). If you can't, ask the administrator for a deputy.
mail-reminder-term-in-ten-title = reminder No. { $number }: term of the Rules in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-reminder-term-in-ten-what = This waits on you: «{ $what }». The last day: { $date }.
mail-reminder-term-in-ten-todo = Do it within the term ({ $basis }).
mail-reminder-term-in-five-title = reminder No. { $number }: the term ends in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-reminder-term-in-five-what = The term set by the Rules ends on { $date }, and this is not done yet: «{ $what }».
mail-reminder-term-in-five-todo = See whether the registers have answered, and decide ({ $basis }).
mail-reminder-term-tomorrow-title = reminder No. { $number }: the term ends tomorrow
mail-reminder-term-tomorrow-what = Tomorrow is the last day of the term set by the Rules: «{ $what }».
mail-reminder-term-tomorrow-todo = Decide by 23:59 of { $date } ({ $basis }).
mail-reminder-term-today-title = reminder No. { $number }: today is the last day of the term
mail-reminder-term-today-what = Today is the last day of the term set by the Rules: «{ $what }».
mail-reminder-term-today-todo = Decide today, by 23:59 ({ $basis }).
mail-reminder-term-passed-title = reminder No. { $number }: the term of the Rules has passed
mail-reminder-term-passed-what = The term set by the Rules ended on { $date }, and this is not done: «{ $what }». A mail about it has gone to { $above }.
mail-reminder-term-passed-todo = Decide without delay ({ $basis }).
mail-reminder-term-long-passed-title = reminder No. { $number }: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } past the term
mail-reminder-term-long-passed-what = Even after the term this is not done: «{ $what }». Another mail about it has gone to { $above }.
mail-reminder-term-long-passed-todo = Decide today ({ $basis }). If you can't, ask the administrator for a deputy.
mail-reminder-waiting-title = reminder No. { $number }: it has waited for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-reminder-waiting-what = This waits on you: «{ $what }». The Rules set no term for it.
mail-reminder-waiting-todo = Open the page and do it ({ $basis }).
mail-reminder-still-waiting-title = reminder No. { $number }: not done for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-reminder-still-waiting-what = Without it the case can't go on: «{ $what }». The Rules set no term for it.
mail-reminder-still-waiting-todo = Do it: other bodies wait for it ({ $basis }).
mail-reminder-long-waiting-title = reminder No. { $number }: nothing has moved for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-reminder-long-waiting-what = This has not been done for { $days } days: «{ $what }». The Rules set no term for it. A mail about it has gone to { $above }.
mail-reminder-long-waiting-todo = Do it ({ $basis }). If you can't, ask the administrator for a deputy.

## Reminders to those above
mail-above-due-passed-title = an internal target has passed
mail-above-due-passed-what = The internal target passed on { $date }, and this is not done: «{ $what }». Reminders sent to those whose duty it is: { $number }.
mail-above-due-passed-todo = See to it that it is done ({ $basis }).
mail-above-due-long-passed-title = an internal target passed { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ago
mail-above-due-long-passed-what = This is still not done: «{ $what }». Reminders sent to those whose duty it is: { $number }.
mail-above-due-long-passed-todo = Make sure that it is done ({ $basis }). An administrator can name a deputy.
mail-above-term-today-title = today is the last day of a term
mail-above-term-today-what = The term ends today, and this is not done: «{ $what }». Reminders so far: { $number }.
mail-above-term-today-todo = See to it that it is decided today, by 23:59 ({ $basis }).
mail-above-term-passed-title = a term set by the Rules has passed
mail-above-term-passed-what = The term set by the Rules ended on { $date }, and this is not done: «{ $what }». Reminders sent to those whose duty it is: { $number }.
mail-above-term-passed-todo = See to it that it is decided without delay ({ $basis }).
mail-above-term-long-passed-title = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } past a term set by the Rules
mail-above-term-long-passed-what = This is still not done: «{ $what }». Reminders sent to those whose duty it is: { $number }.
mail-above-term-long-passed-todo = Make sure that it is decided today ({ $basis }). An administrator can name a deputy.
mail-above-long-waiting-title = nothing has moved for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
mail-above-long-waiting-what = This has not been done for { $days } days: «{ $what }». The Rules set no term for it. Reminders sent to those whose duty it is: { $number }.
mail-above-long-waiting-todo = Make sure that it is done ({ $basis }). An administrator can name a deputy.

## Kinds of mails
mail-kind-reminder-due-soon = Reminder
mail-kind-reminder-due-tomorrow = Reminder
mail-kind-reminder-due-passed = Reminder of a passed target
mail-kind-reminder-due-long-passed = Reminder of a passed target
mail-kind-reminder-term-in-ten = Reminder of a term of the Rules
mail-kind-reminder-term-in-five = Reminder of a term of the Rules
mail-kind-reminder-term-tomorrow = Reminder of a term of the Rules
mail-kind-reminder-term-today = Reminder of a term of the Rules
mail-kind-reminder-term-passed = Reminder of a passed term of the Rules
mail-kind-reminder-term-long-passed = Reminder of a passed term of the Rules
mail-kind-reminder-waiting = Reminder
mail-kind-reminder-still-waiting = Another reminder
mail-kind-reminder-long-waiting = Reminder of a long wait
mail-kind-above-due-passed = Mail to those above about a passed target
mail-kind-above-due-long-passed = Another mail to those above about a passed target
mail-kind-above-term-today = Mail to those above about the last day of a term
mail-kind-above-term-passed = Mail to those above about a passed term
mail-kind-above-term-long-passed = Another mail to those above about a passed term
mail-kind-above-long-waiting = Mail to those above about a long wait
mail-kind-digest = Information of the day
mail-kind-address-corrected = Mail about a corrected address
mail-kind-address-replaced = Notice to a former address
mail-kind-put-to-council = Mail to the council secretary
mail-kind-squad-rejected = Mail to the akimat
mail-kind-send-list = Mail to the akimat
mail-kind-squad-created = Mail to the structural unit
mail-kind-receive-list = Mail to the territorial subdivision
mail-kind-vet-list = Mail to the vetting officers
mail-kind-correct-list = Mail to the akimat
mail-kind-remove-people = Mail to the akimat
mail-kind-people-in-book = Mail to the structural unit
mail-kind-appoint-leader = Mail to the council secretary
mail-kind-list-received = Receipt to the akimat
mail-kind-decision-corrected = Corrected decision, to the akimat
mail-kind-decision-corrected-at-unit = Corrected decision, to the unit
mail-kind-outcomes-returned = Mail to the akimat
mail-kind-people-removed = Mail to the territorial subdivision
mail-kind-inform-people = Mail to the structural unit about notices
mail-kind-decide-application = Mail to the territorial subdivision about an application
mail-kind-inform-applicant = Mail to the territorial subdivision about informing an applicant
mail-kind-tell-refusal = Mail to the territorial subdivision about telling a refusal
mail-kind-officer-in-book = Mail to the structural unit about a freelance officer
mail-kind-record-own-wish = Mail to the structural unit about a wish to leave the record
mail-kind-invite-leader = Mail to the structural unit about the invitation of a leader
mail-kind-agree-plan = Mail to the structural unit about a plan
mail-kind-plan-agreed = Mail to the leader about an agreed duty
mail-kind-plan-returned = Mail to the leader about a returned plan
mail-kind-plan-cancelled = Mail to the leader about a cancelled duty
mail-kind-plan-amended = Mail to the leader about an amended plan
mail-kind-assignment-declined = Mail to the leader about somebody who can’t come
mail-kind-enter-result = Mail to the structural unit about a result
mail-kind-acknowledge-report = Mail to the structural unit about a breach
mail-kind-sign-certificates = Mail to the head about certificates to be signed
mail-kind-hand-over-certificates = Mail to the territorial subdivision about certificates to be handed over
mail-kind-settle-papers = Mail to the territorial subdivision about the paper of a void certificate
mail-kind-certificate-ready = Mail to the holder of a certificate
mail-kind-person-assigned = Mail to a person about a duty
mail-kind-assignment-changed = Mail to a person about a change
mail-kind-assignment-near = Mail to remind a person
mail-kind-assignment-cancelled = Mail to a person about a cancelled duty
mail-kind-leader-invited = Mail to a leader with the way in
mail-kind-record-ended = Mail to a person about the end of the record
mail-kind-application-received = Mail to a person about the receipt of an application
mail-kind-application-accepted = Mail to a person about a decision
mail-kind-application-refused = Mail to a person about a decision
mail-kind-contact-confirmed = Mail to a person about the address
mail-kind-taken-off-record = Mail to the akimat about the end of a record
mail-kind-taken-off-record-at-council = Mail to the council about the end of a record
mail-kind-put-back-on-record = Mail to the akimat about a mended record
mail-kind-put-back-on-record-at-council = Mail to the council about a mended record
mail-kind-invitation = Invitation
mail-kind-duty-granted = Mail about a new duty
mail-kind-grant-told = Mail to the body about a new duty
mail-kind-password-reset = Link for a new password
mail-kind-password-changed = Mail about a changed password

## Fate of a mail
mail-queued = waits to be sent
mail-retried = could not be sent yet, will be tried again
mail-retried-since = could not be sent since { $at }, is tried again
mail-held = goes with the morning's digest
mail-sending = is being sent
mail-duty-ended = not sent: the duty of its reader had ended. Those who hold the duty now have their own mail.
mail-work-done = not sent: what it is about was done before
mail-work-done-by = not sent: done on { $at } by { $by }
mail-sent = sent { $at }
mail-failed = could not be delivered
mail-attempts = attempts: { $n }
mail-to-mailbox = the body's mailbox
mail-waits = Mail has been waiting since { $since }. All that was done is kept, and mails leave by themselves as soon as they can: there is nothing for you to do.

## Causes of failure, and what mends them
mail-fault-address-refused = the mail server did not take this address
mail-fault-address-doubted = the mail server refused the reader without a cause: it may not know the address
mail-fault-address-marked = an administrator says that it did not arrive
mail-fault-sender-refused = the mail server takes nothing from this system for this reader
mail-fault-too-large = the mail is larger than the server allows
mail-fault-mail-refused = the mail server did not take the mail
mail-fault-time-over = the server has put the mail off for 72 hours
mail-fault-unclear = nobody knows whether it arrived: the connection broke three times
mail-fault-own-fault = the system could not make the mail
mail-fault-duty-ended = its reader does not hold the duty any more
mail-fault-work-done = what it is about was done before
mail-mend-address-refused = Find out the right address and correct it.
mail-mend-address-doubted = Ask the reader for the address. If it is wrong, correct it; if it is right, send the mail again.
mail-mend-address-marked = Find out the right address and correct it.
mail-mend-sender-refused = Tell those who run the mail server, then send the mail again.
mail-mend-too-large = Tell those who run the system.
mail-mend-mail-refused = Tell those who run the mail server, then send the mail again.
mail-mend-time-over = Check that the address is in use, then send the mail again.
mail-mend-unclear = Ask whether the mail came; if not, send it again.
mail-mend-own-fault = Tell those who run the system.
mail-mend-duty-ended = Nothing is to be done.
mail-mend-work-done = Nothing is to be done.

## Pages of mails
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
mails-latest = Latest mails
mails-latest-mailbox = Latest mails to the mailbox
mails-fate = What became of it
mails-queued-at = Written
mails-vacant = Duties that nobody holds
mails-vacant-help = Mails for these duties go to the mailbox of the body. Grant the duty to somebody.
mails-resend = Send again
mails-resend-help = The mail goes as it was to the present address of its reader.
mails-resend-button = Send again
mails-resend-all-help = All mails below go again as they are, except those whose address is wrong.
mails-resend-all-button = Send all again
mails-mark = It did not arrive
mails-mark-help = A notice of failure came to the sender’s mailbox, or the reader says so. This mail and later ones to the address then count as not delivered, and the address can be corrected.
mails-mark-button = Mark as not delivered
mails-correct = Correct the address
mails-correct-help = The reader signs in with the new address from now on. What could not be delivered to the old one goes to the new one.
mails-correct-notice = The server has not said that nobody reads the former address, so a notice of the change goes there, too.
mails-correct-button = Correct and send
mails-done-resent = The mail waits to be sent again.
mails-done-corrected = The address is corrected, and what could not be delivered is sent again.
mails-done-marked = The mail counts as not delivered. Correct the address.
mails-done-resent_all = The mails wait to be sent again.
badge-undelivered = mails not delivered
field-new-address = Right address

## Queue
queue = Queue
queue-away = Waiting since
queue-error = Last answer of the mail server
queue-waiting = Mails that wait
queue-oldest = The oldest was written
queue-sent = Sent within the last hour
server-fault-greeting = The mail server wants another name in the greeting: those who run the system set mail_greeting to the name of this machine.
server-fault-relay = The mail server passes nothing on for this system: those who run it check user, password and sender in mail_url and mail_from.
server-fault-blocked = The mail server takes nothing from this machine: those who run the system ask its operator to take the machine off the list.

## Letter on paper
letter = Letter on paper
letter-help = Print this page and hand it to whoever has no email, or whom the mail did not reach.
letter-delivered = Delivered on
letter-by = Delivered by
letter-signature = Signature of the reader

## Faults of acts on a mail
error-mail-link-gone = The link in this mail is void: send a new one from the person's page.
error-mail-reader-gone = The account of its reader is disabled: no mail is sent there.
error-mail-kept-back = Nobody needs this mail any more: it is not sent.
error-mail-address-changed = Its reader has another address now: mark a mail to that one.
error-mails-nothing-to-resend = No mail can be sent again as it is: correct the addresses first.
error-mail-address-same = This is the former address. Give the right one.
error-mail-address-taken = Another person signs in with this address. Give another.
error-mail-address-not-refused = The server has not refused the reader's present address: send the mail again.
error-mail-address-not-ours = This person holds a duty outside your bodies, so the address is not yours alone to correct. Turn to those who run the system.
