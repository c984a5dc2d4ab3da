## Inbox
inbox-title = Inbox
inbox-count = { $n ->
    [0] Nothing waits on you.
    [one] { $n } thing waits on you.
   *[other] { $n } things wait on you.
 }
inbox-opened = Handed over { $at }
inbox-read = I have read it
inbox-empty = Nothing waits on you. When another body hands something over to you, it will stand here and you will get an email.
inbox-count-many = More than 99 things wait on you.
inbox-group-empty = Nothing stands in this group.
inbox-all = All in this group
inbox-closed = done { $at }
inbox-tabs = Handoffs
inbox-tab-mine = Waits on me
inbox-tab-others = Waits on others
inbox-tab-done = Done
badge-waits = : waits on you

## Due dates
due-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
 }
due-today = Today is the day
due-past-internal = { $n ->
    [one] { $n } day past the internal target
   *[other] { $n } days past the internal target
 }
due-past-statutory = { $n ->
    [one] { $n } day past the term set by the Rules
   *[other] { $n } days past the term set by the Rules
 }
due-statutory = Term set by the Rules: { $date }
due-internal = Internal target, not set by the Rules: { $date }

## Urgency
urgency-statutory-passed = Term set by the Rules has passed
urgency-internal-passed = Internal target has passed
urgency-due-soon = Due within 5 days
urgency-new = New
urgency-waiting = Waits on you
urgency-information = For information
urgency-others = Waits on others
urgency-done = Done in the last 14 days

## Squads without a leader
leaderless-title = Squads without a leader
leaderless-since = since { $date }
leaderless-never = no leader has been appointed yet
leaderless-vacated = the leader's post became vacant
leaderless-all = All squads without a leader
leaderless-none = Every squad that the council has created has a leader or an appointed one.
