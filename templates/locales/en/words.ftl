## Duties
duty-akimat-officer = Akimat officer
duty-council-secretary = Council secretary
duty-vetting-officer = Vetting officer
duty-head = Head of the territorial subdivision
duty-unit-representative = Structural unit representative
duty-administrator = Administrator
duty-auditor = Auditor
duty-state-held = Held now
duty-state-later = Begins later
duty-state-ended = Ended

## Squads
squad-proposed = Proposed
squad-created = Created
squad-rejected = Rejected

## Lists
list-draft = Draft
list-sent = Sent
list-received = Received
list-answered = Answered
list-closed = Closed

## Entries
entry-open = Open
entry-returned = Returned for correction
entry-answered = Answered
entry-withdrawn = Withdrawn
particular-surname = Surname
particular-given-name = Given name
particular-patronymic = Patronymic
particular-iin = IIN
particular-birth-date = Date of birth
particular-document-kind = Kind of document
particular-document-number = Document number
particular-address = Address
particular-phone = Telephone
particular-email = Email address
particular-language = Language

## Memberships
membership-proposed = Proposed
membership-listed = On the list sent
membership-being-vetted = Being vetted
membership-registered = Registered
membership-to-be-removed = To be removed from the squad
membership-removed = Removed from the squad
membership-refused = Refused
membership-off-record = Taken off the record
membership-withdrawn = Withdrawn

## Leaderships
leadership-awaiting-registration = Appointed, awaits registration
leadership-in-office = In office
leadership-ended = Ended
leadership-lapsed = Ended
post-none = Without a leader

## Outcomes
outcome-registered = Register
outcome-to-be-removed = To be removed from the squad

## Decisions
decision-create = Create the squad
decision-appoint = Appoint a leader
decision-reject = Reject the proposal
decision-field-number = Number
decision-field-decided-on = Date
decision-field-presided-by = Chair

## Documents, registers and texts of return
document-id-card = Identity card
document-passport = Passport
register-criminal-record = Criminal record
register-narcological = Narcological register
register-psychoneurological = Psycho-neurological register
return-unreadable-copy = The copy cannot be read
return-other-persons-copy = The copy is another person's
return-number-differs = A number differs from the copy
return-name-differs = The name differs from the copy
return-ask-subdivision = Ask the subdivision

## Entries of the book
book-registered = Registered
book-trained = Legal training done
book-training-withdrawn = Correction: did not attend the training
book-off-record = Taken off the record
book-off-record-withdrawn = Correction: not taken off the record
book-result = Result of a duty
book-result-corrected = Correction: result of a duty

## Copies and IINs that were opened
opened-copy = ID-card copy
opened-iin = IIN
opened-certificate = Certificate

## Handoffs
handoff-put-to-council = Put the squad to the council
handoff-squad-rejected = The council has rejected a squad
handoff-send-list = Send the list of members
handoff-squad-created = A squad has been created
handoff-receive-list = Receive the list
handoff-vet-list = Vet the list
handoff-correct-list = Correct the returned entries and send them again
handoff-remove-people = Remove people from the squad
handoff-people-in-book = New people in the book
handoff-appoint-leader = Squad without a leader: put it to the council
handoff-inform-people = Inform people who were taken off the record
handoff-decide-application = Decide the application
handoff-inform-applicant = Inform the applicant of the decision
handoff-tell-refusal = Tell the applicant of the refusal
handoff-officer-in-book = A new freelance officer in the book
handoff-record-own-wish = Record the wish to leave the record
handoff-invite-leader = Invite the leader
handoff-agree-plan = Agree to the plan of a duty
handoff-enter-result = Enter the result of a duty in the book
handoff-acknowledge-report = Read the report of a breach
handoff-sign-certificates = Sign certificates
handoff-hand-over-certificates = Hand certificates over to their holders
handoff-settle-papers = Find out where void papers are

## Acts
act-resend-mail = A mail was sent again
act-mark-undelivered = A mail was marked as not delivered
act-correct-address = An address was corrected
act-propose-squad = A squad was proposed
act-create-squad = The council created the squad
act-reject-squad = The council rejected the proposal
act-appoint-leader = The council appointed a leader
act-correct-decision = Slip of the pen in a decision mended
act-add-candidates = Candidates were added
act-correct-candidate = A candidate's particulars were corrected
act-attach-copies = Copies were attached
act-match-copies = Copies were matched to people
act-withdraw-candidate = A candidate was withdrawn
act-send-list = The list was sent
act-receive-list = The list was received
act-return-entries = Entries were returned for correction
act-note-registers = Registers were noted
act-record-training = Legal training was recorded
act-withdraw-training = An entry on legal training was withdrawn
act-take-off-record = A person was taken off the record
act-put-back-on-record = A person was put back on the record
act-leadership-restored = The leader's term goes on
act-leadership-ends = The leader's term ended
act-discharge-notice = A person was informed
act-reopen-notice = A notice did not arrive
act-receive-application = Application received
act-correct-application = Application corrected
act-attach-application-copies = Copies attached to an application
act-remove-application-copy = A copy of an application removed
act-note-application-registers = Registers noted about an applicant
act-accept-application = Application accepted
act-refuse-application = Application refused
act-withdraw-application = Application withdrawn
act-inform-applicant = Applicant informed
act-tell-refusal = Applicant told of the refusal
act-reopen-applicant-notice = Notice to an applicant did not arrive
act-confirm-contact = Contact made sure of
act-ask-to-leave = A person asks to leave the record
act-withdraw-wish = A person withdraws the wish to leave the record
act-set-wish-aside = A wish to leave the record set aside
act-invite-leader = Leader invited
act-end-leader-sessions = Leader signed out by the unit
act-propose-plan = Duty proposed
act-propose-plan-again = Duty proposed once more
act-agree-plan = Duty agreed
act-return-plan = Plan returned
act-cancel-plan = Duty cancelled
act-assign-people = People assigned
act-amend-plan = Agreed plan amended
act-copy-plan = Duty proposed on other dates
act-confirm-assignment = A member said yes
act-decline-assignment = A member said no
act-note-reached = People told by the leader
act-tell-days-away = Days away told
act-note-days-away = Days away noted
act-end-days-away = Days away taken back
act-record-result = Result of a duty recorded
act-enter-result = Result of a duty entered in the book
act-correct-result = Result of a duty corrected
act-report-fact = Breach reported
act-acknowledge-report = Report read by the unit
act-prepare-certificates = Certificates prepared
act-sign-certificates = Certificates signed
act-print-certificates = Certificates printed
act-hand-over-certificate = Certificate handed over
act-void-certificate = Certificate made void
act-settle-paper = Fate of a paper recorded
act-record-signatory = Signatory entered
act-mail-to-person-fails = A mail to a person did not arrive
act-return-outcomes = Outcomes were returned
act-take-back-outcome = An outcome was taken back
act-remove-people = People were removed from the squad
act-read-information = Information was read
act-leader-takes-office = The leader took office
act-leadership-lapses = The leader's post became vacant
act-invite-user = A person was invited
act-grant-duty = A duty was granted
act-confirm-duty = Duty confirmed
act-end-duty = A duty was ended
act-send-link = A new link was made
act-disable-user = An account was disabled
act-end-sessions = Sessions were ended
act-add-body = A body was added
act-change-body = A body was changed
act-succeed-body = A body was succeeded by another

## Subjects of acts
subject-handoff = What was handed over
subject-squad = Squad
subject-list = List
subject-entry = Entry on a list
subject-membership = Squad member
subject-leadership = Squad leader
subject-decision = Council's decision
subject-dispatch = Sending of a list
subject-copy = ID-card copy
subject-book-entry = Entry in the book
subject-training = Legal training
subject-notice-duty = Notice to a person
subject-contact = Contact of a person
subject-own-wish = Wish to leave the record
subject-plan = Plan of a duty
subject-report = Report
subject-application = Application
subject-certificate = Certificate
subject-certificate-register = Register of certificates
subject-assignment = Assignment
subject-target = Internal target
subject-checks = Completion of vetting
subject-body = Body
subject-user = User
subject-duty = Duty
subject-mail = Mail

## Bodies
body-kind-akimat = Akimat
body-kind-council = Coordination council
body-kind-territorial-subdivision = Territorial subdivision
body-kind-structural-unit = Structural unit
body-open = Active
body-closed = Closed

## Choices of filters
trouble-returned = With something returned for correction
trouble-past-target = Past the internal target
case-squad = A squad
case-list = A list
case-plan = A duty
case-report = A report
case-application = An application
case-certificate-register = Register of certificates

## Accounts
account-invited = Invited
account-active = Active
account-disabled = Disabled

## Languages
language-kk = Kazakh
language-ru = Russian
language-en = English

## Standing of a clause
standing-by-acts = Carried out by acts
standing-in-part = Kept in part
standing-not-yet = Not served yet

## Notices to people
notice-duty-open = To be informed
notice-duty-done = Informed
notice-duty-withdrawn = No longer owed
own-wish-asked = Asked
own-wish-recorded = Recorded
own-wish-set-aside = Set aside
own-wish-withdrawn = Withdrawn
plan-proposed = Proposed
plan-returned = Returned
plan-agreed = Agreed
plan-held = Held
plan-cancelled = Cancelled
assignment-assigned = Answer awaited
assignment-confirmed = Comes
assignment-declined = Can’t come
assignment-attended = Came
assignment-absent = Did not come
assignment-cancelled = Does not go
report-sent = Sent
report-acknowledged = Read by the unit
application-received = Received
application-being-vetted = Being vetted
application-accepted = Accepted
application-refused = Refused
application-withdrawn = Withdrawn
application-decision-accepted = Accept
application-decision-refused = Refuse
certificate-prepared = Waits for a signature
certificate-signed = Signed
certificate-handed-over = Handed over
certificate-void = Void
certificate-register-open = Open
certificate-register-closed = Closed
certificate-kind-freelance = Freelance officer's certificate
certificate-kind-volunteer = Squad member's certificate
void-cause-off-record = the holder was taken off the record
void-cause-doubled = the holder has another certificate
void-cause-lost = lost
void-cause-damaged = damaged
void-cause-wrong = wrong
void-cause-reprinted = the succeeding subdivision has issued another
paper-fate-handed-in = handed in
paper-fate-destroyed = destroyed
paper-fate-not-returned = not returned
print-kind-first = first print
print-kind-repeated = repeated
print-kind-spoiled = spoiled
check-valid = The certificate is valid
check-not-valid = The certificate is not valid
check-unknown = The certificate is unknown
regime-border = Breach of the State Border
regime-state-border = Breach of the State Border regime
regime-checkpoints = Breach of the regime at checkpoints
regime-border-area = Breach of the border regime
regime-waters = Breach of the regime of territorial and internal waters
regime-fishing-zone = Breach of the fishing-zone regime
regime-continental-shelf = Breach of the continental-shelf regime
reach-unconfirmed = contact to be made sure of
reach-confirmed = contact made sure of
reach-refused = a mail did not arrive
lack-book = not in the book yet
lack-training = no legal training
against-busy = not free at that time
against-away = away on that day
against-tired = little rest
channel-email = By email
channel-letter = By letter
channel-phone = By telephone
channel-in-hand = In hand
paper-field-number = number
paper-field-holder = name of the holder
paper-field-subdivision = name of the subdivision
paper-field-position = position
paper-field-rank = military rank
paper-field-signatory = name of the head
paper-field-code = check code
paper-field-words = words of the form
