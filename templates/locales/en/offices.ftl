## People
people-empty = Nobody holds or held a duty here yet.
person-invite = Invite a person
person-invite-help = You can invite into your own body and those below it. Whoever has an account already is only granted the duty.
person-invite-button = Invite
person-name-hint = Surname, given name and patronymic as in the identity card
person-is-me = This is your own account. Somebody else administers it; what is yours to change stands here:
field-email = Email
field-email-or-login = Email or login
field-language = Language

## Results of acts on a person
person-done-invited = The invitation is on its way by mail. It is valid for 72 hours.
person-done-granted = The duty is granted. This person works in one of your bodies already, so no invitation was sent.
person-done-duty = The duty is granted.
person-done-linked = A new link is on its way by mail. Links sent before are void.
person-done-ended = The end of the duty is noted.
person-done-disabled = The account is disabled and its sessions are ended.
person-done-sessions = All sessions of this person are ended.
person-code-once = A code is shown only once: if it was lost, make a new one.
confirmations = Duties that wait to be confirmed
confirmations-help = Until somebody else confirms a duty that an administrator has granted, it opens no squads, lists or people. Confirm it only if you know the person and the duty was really given.
confirmations-by = granted by { $name }
confirmations-button = Confirm the duty
confirmations-none = There are no duties for you to confirm.
error-duty-confirmed = This duty is confirmed already.

## Duties
duties = Duties
duty-grant = Grant another duty
duty-grant-button = Grant
duty-end = End the duty
duty-end-button = End
duty-from = from { $from }
duty-from-to = { $from } to { $to }
deputy-for = deputy for { $name }
deputy-none = Nobody
field-duty = Duty
field-from = First day
field-from-hint = Left open: from now on.
field-to = Last day
field-to-hint = Left open: without an end. A deputy needs one.
field-deputy-for = Deputy for
field-deputy-for-hint = Somebody who holds the same duty in the same body
field-ends-on = Last day
field-ends-on-hint = Left open: the duty ends now.

## Link or code for a password
means = How does the link reach the person?
means-mail = By mail to the person's address
means-code = As a code on paper, shown once
link-new = New link for the password
link-new-help = Links and codes made before become void. A code can be printed only for people who hold no duty outside your bodies.
link-new-button = Make a new link
code-title = Code for a password
code-once = This code is shown only now. Print the page or write the code down, and hand it over in person.
code-how = Open { $url } and type this code:
code-until = Valid until

## Sessions and disabling
sessions = Sessions
sessions-end-help = Ends every session of this person at once, as when a telephone was lost.
sessions-end-button = End all sessions
disable = Disable the account
disable-help = The person can no longer sign in. What the person has done stays.
disable-button = Disable

## Bodies
body = Body
body-kind = Kind
holders = Who holds which duty
nobody-holds = Nobody holds it now: mails go to the mailbox of the body.
field-mailbox = Mailbox of the body
field-mailbox-hint = Gets the mails for duties that nobody holds
body-change = Name and mailbox
body-change-help = Decisions, lists and histories keep the name that was in force at their time.
body-changed = The changes are saved.
field-body-name-kk = Name in Kazakh
field-body-name-ru = Name in Russian
field-body-name-en = Name in English
field-vetting-days = Internal target for vetting a list, in days
field-vetting-days-hint = 1 to { $n } days. An internal target of the subdivision; not set by the Rules.
field-serves = Akimats whose squads the unit may lead
field-serves-mailbox = Mailbox of another akimat
field-serves-mailbox-hint = For an akimat that no unit of the subdivision serves yet

## Bodies below, and succession
bodies-below = Bodies below
body-add = Add a body
body-succession = Close and hand over
body-succession-help = Open work, squads and served akimats go to the successor at once, and the duties held here end. What has happened stays under this body.
body-succession-button = Close and hand over
body-succeeded = Closed on { $date }. Successor: { $name }.
field-successor = Successor

## Faults of people and duties
error-address = Give an address such as name@example.kz.
error-address-letter = The letter «{ $detail }» is not Latin. Type the address again with Latin letters.
error-person-name = Give the full name, up to 120 characters.
error-language = Choose a language.
error-means = Choose how the link reaches the person.
error-account-disabled = This account is disabled. Choose another user.
error-account-not-ours = This person holds a duty outside your bodies: end the duties in yours instead.
error-account-elsewhere = This person holds duties outside your bodies by now. Invite the address instead: its owner accepts.
error-own-account = You cannot disable your own account. Ask another administrator.
error-code-has-password = A code is printed only for somebody who has not set a password yet. Send the link by mail.
error-code-not-ours = This person holds a duty outside your bodies: send the link by mail.
error-duty-missing = Choose a duty of one of your bodies.
error-duty-held = This person holds the duty in this body in that time already. Change the days or the duty.
error-duty-other = An administrator holds no other duty, and whoever holds another duty is no administrator. Choose another duty or another user.
error-duty-to-early = The last day lies before the first or in the past. Check it.
error-own-duty = You cannot end your own duty. Ask another administrator.
error-date-past = This day lies in the past. Check it.
error-deputy-end = A deputy's duty needs a last day: give it.
error-deputy-not-holder = This person does not hold the same duty in the same body. Choose another.

## Faults of bodies
error-body-name = Give the name, up to 200 characters.
error-mailbox-taken = Another body has this mailbox. Give another.
error-vetting-days = Give a number of days from 1 to 90.
error-akimat-not-served = Choose from the akimats that are shown.
error-akimat-unknown = No akimat has this mailbox. Check the address.
error-successor = Choose another open body of the same kind.
