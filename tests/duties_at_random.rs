//! Random acts about duties: a leader, the unit, members with links and strangers try them in any order, and nobody goes whom the
//! Rules keep away (clauses 7, 9, 10, 11, 23).

use crate::{
    harness::{
        TestApp,
        form::Form,
        squad_scenario::{PEOPLE, SquadScenario},
        visitor::Visitor,
    },
    plans::ready,
    record::contact::confirm,
    road_at_random::{rules_hold, walk_all},
};
use chrono::TimeDelta;
use jasaq::{
    domain::{
        id::{self, Id},
        plan::PlanState,
        time::{local, today},
        workflow::Act,
    },
    storage::{self, plans::plan::Plan},
};
use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop},
};

/// An attempt: the last part of the path that it posts to, and who may do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Try {
    Propose,
    ProposeAgain,
    Copy,
    Assign,
    Reached,
    Record,
    Report,
    Away,
    Agree,
    Return,
    Amend,
    Cancel,
    Enter,
    Acknowledge,
    TakeOff,
    PutBack,
    Yes,
    No,
    Pass,
}

const TRIES: [Try; 19] = [
    Try::Propose,
    Try::ProposeAgain,
    Try::Copy,
    Try::Assign,
    Try::Reached,
    Try::Record,
    Try::Report,
    Try::Away,
    Try::Agree,
    Try::Return,
    Try::Amend,
    Try::Cancel,
    Try::Enter,
    Try::Acknowledge,
    Try::TakeOff,
    Try::PutBack,
    Try::Yes,
    Try::No,
    Try::Pass,
];

/// The acts that the walks come to.
const WALKED: [Act; 17] = [
    Act::ProposePlan,
    Act::ProposePlanAgain,
    Act::CopyPlan,
    Act::AgreePlan,
    Act::ReturnPlan,
    Act::AmendPlan,
    Act::CancelPlan,
    Act::AssignPeople,
    Act::ConfirmAssignment,
    Act::DeclineAssignment,
    Act::NoteReached,
    Act::NoteDaysAway,
    Act::RecordResult,
    Act::EnterResult,
    Act::CorrectResult,
    Act::ReportFact,
    Act::AcknowledgeReport,
];

/// Strangers to the duty, and those who are no strangers but may not do what the others may.
const STRANGERS: [&str; 6] = ["akimat", "hatshy", "tekserushi", "bastyq", "okil2", "auditor"];

impl Try {
    /// Whether it is the unit's, and else the leader's.
    const fn is_of_unit(self) -> bool {
        matches!(
            self,
            Self::Agree
                | Self::Return
                | Self::Amend
                | Self::Cancel
                | Self::Enter
                | Self::Acknowledge
                | Self::TakeOff
                | Self::PutBack
        )
    }

    /// Whether the act is meant for a plan in that state, which has begun or not.
    const fn is_for(self, state: PlanState, has_begun: bool) -> bool {
        match self {
            Self::Agree | Self::Return => matches!(state, PlanState::Proposed),
            Self::ProposeAgain => matches!(state, PlanState::Returned),
            Self::Assign | Self::Reached | Self::Amend | Self::Cancel => {
                matches!(state, PlanState::Agreed) && !has_begun
            }
            Self::Record => matches!(state, PlanState::Agreed) && has_begun,
            Self::Enter => matches!(state, PlanState::Agreed | PlanState::Held) && has_begun,
            Self::Copy => matches!(state, PlanState::Agreed | PlanState::Held),
            Self::Propose
            | Self::Report
            | Self::Away
            | Self::Acknowledge
            | Self::TakeOff
            | Self::PutBack
            | Self::Yes
            | Self::No
            | Self::Pass => true,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Attempt {
    act: Try,
    stranger: Option<usize>,
    n: usize,
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let attempt = (0..TRIES.len(), prop::option::weighted(0.15, 0..8_usize), any::<u8>());
    let attempt = attempt.prop_map(|(act, stranger, n)| Attempt {
        act: TRIES[act],
        stranger,
        n: usize::from(n),
    });
    vec(attempt, 30..70)
}

/// A squad with a leader and two more people in the book; the third has had no legal training.
struct Walk {
    app: TestApp,
    road: SquadScenario,
    leader: Visitor,
    strangers: Vec<Visitor>,
    /// Links of mails to members.
    links: Vec<String>,
}

impl Walk {
    fn begin() -> Self {
        let app = TestApp::start();
        let (mut road, leader) = ready(&app);
        confirm(&mut road, PEOPLE[1], &[("email", "mushe@mail.example")]).expect(303);
        app.deliver();
        let strangers = STRANGERS.map(|name| app.sign_in(name)).into();
        Self { app, road, leader, strangers, links: Vec::new() }
    }

    /// The plans that the act is meant for; now and then all of them.
    fn plans(&self, attempt: Attempt) -> Vec<String> {
        let squad: Id<id::Squad> = self.road.squad.rsplit('/').next().unwrap().parse().unwrap();
        let now = self.app.state.clock.now();
        let plans = self.app.read(|db| storage::plans::plan::of_squads(db, &[squad], 100));
        let is_meant =
            |plan: &&Plan| attempt.n > 230 || attempt.act.is_for(plan.state, plan.period.0 <= now);
        plans.iter().filter(is_meant).map(|plan| format!("/plans/{}", plan.id)).collect()
    }

    /// The places of reports, as the unit's list has them.
    fn reports(&mut self) -> Vec<String> {
        let mut places = self.road.unit.see("/reports").links("/reports/");
        places.retain(|place| !place.ends_with("/new"));
        places
    }

    fn attempt(&mut self, attempt: Attempt) {
        let n = attempt.n;
        let now = self.app.state.clock.now();
        // A duty that begins in some minutes and takes as long, so that walks come to its end.
        let begins = local(now + TimeDelta::minutes(2 + i64::try_from(n % 7).unwrap()));
        let (day, from) = (begins.date().to_string(), begins.time().format("%H:%M").to_string());
        let to = (begins.time() + TimeDelta::minutes(9)).format("%H:%M").to_string();
        let tomorrow = (today(now) + chrono::Days::new(1)).to_string();
        let pick = |places: Vec<String>| places.get(n % places.len().max(1)).cloned();
        let plan = pick(self.plans(attempt)).unwrap_or_else(|| "/plans/none".to_owned());
        let report = pick(self.reports()).unwrap_or_else(|| "/reports/none".to_owned());
        // Mostly the newest mail.
        let link = self.links.iter().rev().nth(n % 3).cloned();
        let person = self.road.person(PEOPLE[n % 3]);
        let id = person.rsplit('/').next().unwrap().to_owned();
        let duty: Vec<(&str, &str)> = vec![
            ("day", &day),
            ("from", &from),
            ("to", &to),
            ("activity-10.1", "yes"),
            ("area", "Өзен бойы"),
            ("meeting_point", "Мектеп алды"),
            ("people", "2"),
        ];
        let chosen = format!("person-{id}");
        let off = format!("{person}/off-record");
        let result = format!("{plan}/result");
        let summary = format!("Тыныш {n}");
        let link = link.unwrap_or_else(|| format!("/assignments/{}", "0".repeat(64)));
        let (page, action, fields): (String, String, Vec<(&str, &str)>) = match attempt.act {
            Try::Pass => return self.app.pass(TimeDelta::minutes(4)),
            Try::Propose => ("/plans/new".into(), "/plans".into(), duty),
            Try::ProposeAgain => (plan.clone(), plan.clone(), duty),
            Try::Amend => (plan.clone(), format!("{plan}/amendment"), duty),
            Try::Copy => (plan.clone(), format!("{plan}/copies"), vec![("copy-0", &tomorrow)]),
            Try::Assign => (plan.clone(), format!("{plan}/assignments"), vec![(&chosen, "yes")]),
            Try::Reached => (plan.clone(), format!("{plan}/reached"), Vec::new()),
            Try::Record | Try::Enter => {
                (result.clone(), result.clone(), vec![("summary", &summary)])
            }
            Try::Report => (
                "/reports/new".into(),
                "/reports".into(),
                vec![("regime", "border"), ("place", "Өзен"), ("seen", "Іздер")],
            ),
            Try::Away => (
                "/my-squad/days-away".into(),
                "/my-squad/days-away".into(),
                vec![("member", &id), ("away_from", &tomorrow), ("away_to", &tomorrow)],
            ),
            Try::Agree => (plan.clone(), format!("{plan}/agreement"), Vec::new()),
            Try::Return => (plan.clone(), format!("{plan}/return"), vec![("remark", "Кейін")]),
            Try::Cancel => (plan.clone(), format!("{plan}/cancellation"), Vec::new()),
            Try::Acknowledge => (report.clone(), format!("{report}/acknowledgement"), Vec::new()),
            // Nobody is left to plan once the leader has gone.
            Try::TakeOff | Try::PutBack if n.is_multiple_of(3) => return,
            Try::TakeOff => (off.clone(), off.clone(), vec![("item", "15.5")]),
            Try::PutBack => (off.clone(), format!("{off}/undoing"), Vec::new()),
            Try::Yes => (link.clone(), format!("{link}/confirmation"), Vec::new()),
            Try::No => (link.clone(), format!("{link}/refusal"), Vec::new()),
        };
        let mut nobody = self.app.visitor();
        let rightful = if attempt.act.is_of_unit() { 7 } else { 6 };
        let actor = match attempt.stranger.unwrap_or(rightful) {
            _ if matches!(attempt.act, Try::Yes | Try::No) => &mut nobody,
            6 => &mut self.leader,
            7 => &mut self.road.unit,
            at => &mut self.strangers[at],
        };
        let found = actor.get(&page);
        let mut form = if found.status == 200 && found.has_form(&action) {
            found.form(&action)
        } else if attempt.act == Try::Yes || attempt.act == Try::No {
            return;
        } else {
            // Who is not shown the form sends it all the same.
            let own = actor.see("/account").form("/account/theme");
            Form { action: action.clone(), ..own }
        };
        if attempt.act == Try::Reached {
            // Everybody on the list is ticked.
            let ticks = found.html.split("name=\"reached-").skip(1);
            form.fields.extend(ticks.map(|rest| {
                (format!("reached-{}", rest.split('"').next().unwrap()), "yes".to_owned())
            }));
        }
        form.fields.retain(|(name, _)| !fields.iter().any(|(own, _)| own == name));
        let answer = actor.submit(&form, &fields);
        assert!(answer.status < 500, "{attempt:?}: {}", answer.text());
        if attempt.act == Try::TakeOff && answer.status == 200 && answer.has_form(&off) {
            let confirm = actor.submit(&answer.form(&off), &[]);
            assert!(confirm.status < 500, "{attempt:?}: {}", confirm.text());
        }
        let letters = self.app.deliver();
        let answered = letters.iter().filter(|letter| letter.text.contains("/assignments/"));
        self.links.extend(answered.map(crate::harness::letter::Letter::path));
    }

    /// The invariants about duties; each question counts what must not be.
    fn check(&self) {
        for (says, sql) in [
            (
                "nobody is to go who is not in the book or has had no legal training",
                "SELECT count(*) FROM assignment JOIN membership ON membership.id = assignment.membership_id \
                 JOIN plan ON plan.id = assignment.plan_id WHERE assignment.state IN ('assigned', 'confirmed') \
                 AND (membership.trained_on IS NULL OR (membership.state <> 'registered' \
                 AND plan.starts_at > (SELECT max(recorded_at) FROM off_record WHERE membership_id = membership.id)))",
            ),
            (
                "nobody is to go to two places at once",
                "SELECT count(*) FROM assignment a JOIN plan p ON p.id = a.plan_id \
                 JOIN assignment b ON b.membership_id = a.membership_id AND b.id <> a.id \
                 JOIN plan q ON q.id = b.plan_id WHERE p.state = 'agreed' AND q.state = 'agreed' \
                 AND a.state IN ('assigned', 'confirmed') AND b.state IN ('assigned', 'confirmed') \
                 AND p.starts_at < q.ends_at AND p.ends_at > q.starts_at",
            ),
            (
                "nobody is to go by a plan that is not agreed",
                "SELECT count(*) FROM assignment JOIN plan ON plan.id = assignment.plan_id \
                 WHERE assignment.state IN ('assigned', 'confirmed') AND plan.state <> 'agreed'",
            ),
            (
                "nobody has come before a result says so",
                "SELECT count(*) FROM assignment WHERE state IN ('attended', 'absent') AND NOT EXISTS \
                 (SELECT 1 FROM plan_result WHERE plan_result.plan_id = assignment.plan_id)",
            ),
            (
                "no result is older than its duty",
                "SELECT count(*) FROM plan_result JOIN plan ON plan.id = plan_result.plan_id \
                 WHERE plan_result.recorded_at < plan.starts_at",
            ),
            (
                "each duty that was held has one entry in the book that holds, and no other duty has any",
                "SELECT count(*) FROM plan WHERE (CASE WHEN state = 'held' THEN 1 ELSE 0 END) <> \
                 (SELECT count(*) FROM book_entry JOIN plan_result ON plan_result.id = book_entry.result_id \
                 WHERE plan_result.plan_id = plan.id AND NOT EXISTS \
                 (SELECT 1 FROM book_entry later WHERE later.corrects_id = book_entry.id))",
            ),
            (
                "a plan waits on the unit exactly while it is proposed",
                "SELECT count(*) FROM plan WHERE (state = 'proposed') <> (EXISTS (SELECT 1 FROM handoff \
                 WHERE handoff.case_id = plan.id AND kind = 'agree_plan' AND closed_at IS NULL))",
            ),
            (
                "a result waits on the unit exactly until it is entered",
                "SELECT count(*) FROM plan WHERE (state = 'agreed' AND EXISTS (SELECT 1 FROM plan_result \
                 WHERE plan_result.plan_id = plan.id)) <> (EXISTS (SELECT 1 FROM handoff \
                 WHERE handoff.case_id = plan.id AND kind = 'enter_result' AND closed_at IS NULL))",
            ),
            (
                "a report waits on the unit exactly until it is read",
                "SELECT count(*) FROM report WHERE (state = 'sent') <> (EXISTS (SELECT 1 FROM handoff \
                 WHERE handoff.case_id = report.id AND kind = 'acknowledge_report' AND closed_at IS NULL))",
            ),
            (
                "a link about a duty ends with it",
                "SELECT count(*) FROM person_link JOIN assignment ON assignment.id = person_link.assignment_id \
                 JOIN plan ON plan.id = assignment.plan_id \
                 WHERE person_link.expires_at <> plan.ends_at AND assignment.state IN ('assigned', 'confirmed')",
            ),
            (
                "nobody of the akimat's side has a hand in it",
                "SELECT count(*) FROM journal WHERE act LIKE '%plan' AND body_id IN \
                 (SELECT id FROM body WHERE kind IN ('akimat', 'council'))",
            ),
        ] {
            assert_eq!(self.app.count(sql), 0, "{says}");
        }
    }
}

#[test]
fn whatever_is_tried_with_duties_nobody_goes_whom_the_rules_keep_away() {
    walk_all(4, &attempts(), &WALKED, |attempts| {
        let mut walk = Walk::begin();
        let begin = [Try::Propose, Try::Return, Try::ProposeAgain, Try::Agree, Try::Assign];
        for act in begin.into_iter().chain([Try::Reached]) {
            walk.attempt(Attempt { act, stranger: None, n: 1 });
        }
        for attempt in attempts {
            walk.attempt(attempt);
            walk.check();
        }
        // Each walk comes to an end: a duty that is held, entered and corrected.
        let end = [Try::Propose, Try::Agree, Try::Assign, Try::Pass, Try::Pass, Try::Pass];
        for (n, act) in end.into_iter().chain([Try::Record, Try::Enter, Try::Enter]).enumerate() {
            walk.attempt(Attempt { act, stranger: None, n });
            walk.check();
        }
        rules_hold(&walk.app);
        walk.app
    });
}
