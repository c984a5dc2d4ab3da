## Sign in
sign-in = Sign in
sign-in-help = No account or password? Ask your administrator for a link.
field-password = Password
error-sign-in = Email or password is wrong. Check both and try again; after several attempts wait a minute.
session-ended = The time of your session has run out. Sign in again.
session-ended-kept = Your form is kept for an hour: you will see it again once you have signed in.
parked-title = Your form is kept
parked-help = The session had ended when you submitted the form, so nothing was done. Open it, check it and submit it again.
parked-show = Show my form

## Link that sets a password
link-title = Set a password
link-used = This link or code has been used: the password is set. Sign in, or ask for a new password.
link-for = For { $name }.
link-hint = At least { $n } characters; a sentence is easy to remember. The link works once.
field-new-password = New password
field-password-again = The new password again

## Forgotten password
reset-title = Forgotten password
reset-help = Give your address. If an account has it, a link that sets a new password comes by mail and is valid for 30 minutes.
reset-asked = If an account has this address, a link is on its way and valid for 30 minutes. Nothing came? Check the address, or ask your administrator.
reset-button = Send the link

## Code on paper
code-enter = I have a code
code-enter-help = Type the code that your administrator handed you on paper. You will then set your password.
field-code = Code
field-code-hint = 26 letters and digits; capitals, blanks and hyphens do not matter.
error-code-unknown = The code is wrong, used or expired. Check each letter, or ask your administrator for a new one.

## Account
account = My account
account-language = Language of screens and mails
account-theme = Light or dark
theme-system = As the device says
theme-light = Light
theme-dark = Dark
digest = Mails for information
digest-choice = Get mails for information together, each morning
digest-help = Mails that ask for something, reminders and mails about your account always come at once.
account-done-digest = Your choice is saved.

## Password
password-change = Change the password
password-change-button = Change the password
account-done-password = The password is changed. Your other sessions are ended.
password-hint = At least { $n } characters; a sentence is easy to remember.
field-old-password = Present password
error-password-short = The password is too short: at least 12 characters.
error-password-long = The password is too long: at most 256 characters.
error-password-differs = The two passwords differ. Type both again.
error-password-guessable = The password must not hold your email name. Choose another.
error-old-password = The present password is wrong. Try again; after several attempts wait a minute.

## Sessions
device = Browser and system
device-unknown = Unknown
session-began = Signed in
session-seen = Last used
session-this = This session
session-end = End
session-end-others = End all other sessions
session-end-others-confirm = All other devices will have to sign in again. Go on?
account-done-accepted = The duties are yours. They open cases once somebody of that body has confirmed them.
account-done-declined = The offer is declined, and its link is void.
offers = Offers
offers-help = The administrators of these bodies offer you a duty. Nothing changes until you accept.
offer-accept = Accept
offer-decline = Decline
offer-waits = This address has an account: your password stays as it is. Sign in, and accept the offer on the page of your account. If it is not there, ask for a new password by mail first: this shows that you read the mail of this address.
link-has-account = Do you have an account with this address? Sign in instead, and accept the offer on the page of your account.
