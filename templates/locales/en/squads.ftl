## Squads
squad = Squad
squad-heading = Squad «{ $name }»
squads-empty = There are no squads here yet.
squad-members = { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
lists-of-squad = All lists of the squad
without-leader = Without a leader

## Proposal
squad-propose = Propose a squad
squad-propose-button = Propose to the council
squad-propose-help = The coordination council creates squads and appoints their leaders. The proposal goes to its secretary.
field-squad-name-kk = Name of the squad in Kazakh
field-squad-name-ru = Name of the squad in Russian
field-area = Area
field-area-hint = Where the squad will help: rural district, village, section of the border space
error-squad-name-kk = Give the name in Kazakh, up to 120 characters.
error-squad-name-ru = Give the name in Russian, up to 120 characters.
error-squad-area = Give the area, up to 120 characters.
error-squad-unit = Choose the structural unit that is to lead the squad.

## Steps
squad-step-proposed = Proposed
squad-step-created = Created by the council
squad-step-rejected = Rejected by the council
squad-step-sent = List sent
squad-step-vetted = Members vetted
squad-step-led = Leader in office

## Members
members = Members
members-empty = Nobody has been proposed yet. Candidates come from a file of the akimat.
members-by-state = Members by state
help-leader-term = A leader is appointed without an end date: the office lasts until one of the circumstances of clause 15 arises.

## Bodies of a squad
akimat = Akimat
leader = Leader
leading-unit = Leading structural unit

## Decisions
decision = Decision
decision-kind = What was decided
decision-line = No. { $number } of { $date }
decision-votes = for { $for }, against { $against }, abstained { $abstained }
decisions-none = There are no decisions yet.
votes = Votes

## Recording a decision
decision-record = Record the council's decision
decision-appoint-button = Record the appointment of a leader
decision-help = Write it as it stands in the council's minutes. You look it over on the next page. If one decision creates several squads, give the same number and date.
decision-save = Record the decision
decision-check = Look the decision over
decision-check-help = Nothing is recorded yet. Compare it with the council's minutes and, if all is right, record it.
decision-look-over = Look it over
decision-edit = Back to the form
decision-joins = This decision is recorded already; the new item is added to it. It holds so far:
decision-follows-create = The squad is created. The akimat is asked by mail to send the member list, and the structural unit ({ $unit }) is told of the squad.
decision-follows-appoint = The leader is appointed: at once if registered, else from the day of the registration.
decision-follows-reject = The proposal is rejected and its candidates are free. The akimat is told by mail.
decision-recorded-title = A decision of this number is recorded
decision-same = It is the same decision: take its date and chair
decision-corrections = Before it was corrected
decision-correct = Mend a slip of the pen
decision-correct-help = If the number, the date or the chair was written wrongly, correct it: the former words stay visible here, and the akimat and the structural unit are told by mail. The decision itself does not change.
decision-correct-button = Record the correction
leader-later = In a later decision
field-decision-number = Number of the decision
field-decision-date = Date of the decision
field-presided-by = Who presided
field-votes-for = For
field-votes-against = Against
field-votes-abstained = Abstained
field-leader = Squad leader
field-leader-hint = From among the members of this squad. No end date: the term lasts until a circumstance of clause 15 arises.
error-decision-number = Give the number of the decision, up to 40 characters.
error-decision-number-taken = The council has a decision of this number under another date this year. See whether it is the one shown on this page.
error-decision-presided-by-differs = The decision recorded under this number names another chair. If it is the same decision, press the button on this page.
error-decision-number-of-another = Another decision of the council has this number in that year. Check the number.
error-decision-unchanged = Nothing is changed. Correct the words that are wrong.
error-decision-presided-by = Give who presided, up to 120 characters.
error-decision-votes = Give the number of votes in figures.
error-decision-not-carried = Nobody voted for it. Check the votes, or record that the proposal was rejected.
error-decision-leader = Choose who is appointed.
error-leader-must-be-member = The leader must be a member of this squad. Choose one of its members.

## Minutes
minutes = Minutes
minutes-alt = Page { $n } of the minutes
minutes-none = No scan of the minutes was added.
field-minutes = Scan of the minutes
field-minutes-hint = JPEG, PNG, WebP, TIFF or PDF, each up to 10 MB. Only the council's secretary sees it.
