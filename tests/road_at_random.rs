//! Random acts of random people: whoever tries whatever in whichever order, what the Rules forbid never comes about.

use crate::{
    certificates,
    harness::{
        TestApp,
        squad_scenario::{PEOPLE, SquadScenario},
        visitor::Visitor,
    },
};
use jasaq::{
    domain::{
        id::{self, Id},
        membership::MembershipState,
        time::today,
        workflow::Act,
    },
    storage::{self, lists::entry::Entry, squads::membership::Member},
};
use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use std::{cell::RefCell, collections::BTreeSet};

/// Who tries: those of the squad's own road, and strangers to it.
const ACTORS: [&str; 8] =
    ["akimat", "hatshy", "tekserushi", "okil", "bastyq", "akimat2", "okil2", "auditor"];

/// An act that somebody tries, on the n-th person where it is about one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Try {
    Send,
    Receive,
    Return,
    Register,
    Exclude,
    TakeBack,
    Remove,
    Withdraw,
    Appoint,
    Train,
    TakeOff,
    PutBack,
    Inform,
    InformAgain,
    Sign,
    HandOver,
    Replace,
}

const TRIES: [Try; 17] = [
    Try::Send,
    Try::Receive,
    Try::Return,
    Try::Register,
    Try::Exclude,
    Try::TakeBack,
    Try::Remove,
    Try::Withdraw,
    Try::Appoint,
    Try::Train,
    Try::TakeOff,
    Try::PutBack,
    Try::Inform,
    Try::InformAgain,
    Try::Sign,
    Try::HandOver,
    Try::Replace,
];

/// The acts that the walks come to, by themselves or as a consequence.
const WALKED: [Act; 20] = [
    Act::SendList,
    Act::ReceiveList,
    Act::ReturnEntries,
    Act::ReturnOutcomes,
    Act::TakeBackOutcome,
    Act::RemovePeople,
    Act::WithdrawCandidate,
    Act::AppointLeader,
    Act::LeaderTakesOffice,
    Act::LeadershipLapses,
    Act::LeadershipEnds,
    Act::LeadershipRestored,
    Act::RecordTraining,
    Act::TakeOffRecord,
    Act::PutBackOnRecord,
    Act::DischargeNotice,
    Act::ReopenNotice,
    Act::SignCertificates,
    Act::HandOverCertificate,
    Act::VoidCertificate,
];

impl Try {
    /// Whether the act is meant for somebody in that state.
    const fn is_for(self, state: MembershipState) -> bool {
        use MembershipState as M;
        match self {
            Self::Register | Self::Exclude | Self::Return => matches!(state, M::BeingVetted),
            Self::TakeBack => matches!(state, M::ToBeRemoved),
            Self::Train | Self::TakeOff => matches!(state, M::Registered),
            Self::PutBack => matches!(state, M::OffRecord),
            Self::Withdraw => matches!(state, M::Listed | M::BeingVetted),
            Self::Send
            | Self::Receive
            | Self::Remove
            | Self::Appoint
            | Self::Inform
            | Self::InformAgain
            | Self::Sign
            | Self::HandOver
            | Self::Replace => true,
        }
    }

    /// The place of somebody among [`ACTORS`] who may do it.
    const fn rightful(self) -> usize {
        match self {
            Self::Send | Self::Remove | Self::Withdraw => 0,
            Self::Appoint => 1,
            Self::Receive
            | Self::Return
            | Self::Register
            | Self::Exclude
            | Self::TakeBack
            | Self::HandOver
            | Self::Replace => 2,
            Self::Sign => 4,
            Self::Train | Self::TakeOff | Self::PutBack | Self::Inform | Self::InformAgain => 3,
        }
    }
}

/// One attempt. Most are made by those who may, so that the road is walked to its end.
#[derive(Clone, Copy, Debug)]
struct Attempt {
    act: Try,
    stranger: Option<usize>,
    n: usize,
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let attempt = (0..TRIES.len(), prop::option::weighted(0.2, 0..ACTORS.len()), any::<u8>());
    let attempt = attempt.prop_map(|(act, stranger, n)| Attempt {
        act: TRIES[act],
        stranger,
        n: usize::from(n),
    });
    vec(attempt, 20..60)
}

/// A squad under way, with everybody signed in.
struct Walk {
    app: TestApp,
    squad: String,
    list: String,
    actors: Vec<Visitor>,
    papers: usize,
    most_members: i64,
}

impl Walk {
    fn begin(leader: Option<&str>) -> Self {
        let app = TestApp::start();
        let road = SquadScenario::new(&app).proposed().created(leader).copied();
        let (squad, list) = (road.squad.clone(), road.list.clone());
        drop(road);
        certificates::enter_signatory(&app, "bastyq", &certificates::SIGNATORY);
        let actors = ACTORS.map(|name| app.sign_in(name)).into();
        Self { app, squad, list, actors, papers: 7, most_members: 0 }
    }

    fn members(&self) -> Vec<Member> {
        let id: Id<id::Squad> = self.squad.rsplit('/').next().unwrap().parse().unwrap();
        self.app.read(|db| storage::squads::membership::of_squad(db, id))
    }

    /// The membership of the open leadership.
    fn leader(&self) -> Option<Id<id::Membership>> {
        let id: Id<id::Squad> = self.squad.rsplit('/').next().unwrap().parse().unwrap();
        let open = self.app.read(|db| storage::squads::leadership::open_of(db, id));
        open.map(|leadership| leadership.membership)
    }

    fn entries(&self) -> Vec<Entry> {
        let id: Id<id::MemberList> = self.list.rsplit('/').next().unwrap().parse().unwrap();
        self.app.read(|db| storage::lists::entry::of_list(db, id))
    }

    fn attempt(&mut self, attempt: Attempt) {
        self.papers += 1;
        let (squad, list) = (self.squad.clone(), self.list.clone());
        let (members, entries) = (self.members(), self.entries());
        // Mostly somebody whom the act is meant for, now and then anybody.
        let is_meant = |state: MembershipState| attempt.n > 230 || attempt.act.is_for(state);
        let leader = self.leader().filter(|_| attempt.n.is_multiple_of(4));
        let meant: Vec<&Member> = members.iter().filter(|m| is_meant(m.state)).collect();
        let member = meant.iter().find(|m| Some(m.id) == leader);
        let member = member.or_else(|| meant.get(attempt.n % meant.len().max(1)));
        let member = member.copied().unwrap_or(&members[0]);
        let meant: Vec<&Entry> = entries.iter().filter(|e| is_meant(e.membership_state)).collect();
        let entry = meant.iter().find(|e| Some(e.membership) == leader);
        let entry = entry.or_else(|| meant.get(attempt.n % meant.len().max(1)));
        let entry = entry.copied().unwrap_or(&entries[0]);
        let (entry_id, entry_path) = (entry.id, format!("/entries/{}", entry.id));
        let off = format!("{squad}/members/{}/off-record", member.id);
        let day = today(self.app.state.clock.now()).to_string();
        let (paper, member_id) = (format!("{}", self.papers), member.id.to_string());
        let version = member.version.to_string();
        let is_dead = attempt.n.is_multiple_of(3);
        let one = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        let all = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let outcome = |word: &str| {
            let (page, action) = (list.clone(), format!("{list}/outcomes/preview"));
            (page, action, one(&format!("outcome-{entry_id}"), word))
        };
        let (page, action, fields) = match attempt.act {
            Try::Send => (
                list.clone(),
                format!("{list}/dispatches"),
                all(&[("outgoing_number", &paper), ("outgoing_date", &day), ("statement", "yes")]),
            ),
            Try::Receive => {
                (list.clone(), format!("{list}/receipts"), one("incoming_number", &paper))
            }
            Try::Return => (
                format!("{list}/returns"),
                format!("{list}/returns"),
                one(&format!("code-{entry_id}"), "ask_subdivision"),
            ),
            Try::Register => outcome("registered"),
            Try::Exclude => outcome("to_be_removed"),
            Try::TakeBack => {
                (entry_path.clone(), format!("{entry_path}/outcome/taken-back"), Vec::new())
            }
            Try::Remove => (list.clone(), format!("{list}/removals"), Vec::new()),
            Try::Withdraw => (entry_path.clone(), format!("{entry_path}/withdrawal"), Vec::new()),
            Try::Appoint => (
                format!("{squad}/decisions/new"),
                format!("{squad}/decisions"),
                all(&[
                    ("kind", "appoint"),
                    ("number", &paper),
                    ("decided_on", &day),
                    ("presided_by", "Мысалов Ә."),
                    ("votes_for", "5"),
                    ("votes_against", "0"),
                    ("votes_abstained", "0"),
                    ("leader", &member_id),
                ]),
            ),
            Try::Train => (
                format!("{squad}/trainings/new"),
                format!("{squad}/trainings"),
                all(&[("base", "Үлгі"), ("held_by", "М."), ("attended", &member_id)]),
            ),
            Try::TakeOff => (
                off.clone(),
                off.clone(),
                all(&[
                    ("version", &version),
                    ("arose_on", &day),
                    ("item", if is_dead { "15.4" } else { "15.5" }),
                    ("is_death", if is_dead { "yes" } else { "" }),
                ]),
            ),
            Try::PutBack => (off.clone(), format!("{off}/undoing"), one("version", &version)),
            Try::Inform | Try::InformAgain => {
                let is_again = attempt.act == Try::InformAgain;
                let forms = self.actors[3].see("/notices").all_forms();
                let form = forms.into_iter().find(|form| {
                    form.action.starts_with("/notices/")
                        && form.action.ends_with("/reopening") == is_again
                });
                let Some(form) = form else { return };
                let fields = all(&[("channel", "phone"), ("given_on", &day), ("proof", "10:15")]);
                ("/notices".to_owned(), form.action, fields)
            }
            Try::Sign => {
                let place = format!("{}/signing", certificates::register(&self.app));
                (place.clone(), place, Vec::new())
            }
            Try::HandOver | Try::Replace => {
                let state = if attempt.act == Try::HandOver { "signed" } else { "handed_over" };
                let page = self.actors[2].see(&format!("/certificates?state={state}"));
                let mut places = page.links("/certificates/");
                places.retain(|place| !place.ends_with("test-sheet"));
                if places.is_empty() {
                    return;
                }
                let place = places.swap_remove(attempt.n % places.len());
                match attempt.act {
                    Try::HandOver => {
                        let fields = all(&[("to", "Ү."), ("document", "Ү."), ("on", &day)]);
                        (place.clone(), format!("{place}/handing-over"), fields)
                    }
                    _ => (place.clone(), format!("{place}/replacement"), one("cause", "damaged")),
                }
            }
        };
        let actor = attempt.stranger.unwrap_or_else(|| attempt.act.rightful());
        let actor = &mut self.actors[actor];
        let found = actor.get(&page);
        let form = if found.status == 200 && found.has_form(&action) {
            found.form(&action)
        } else {
            // Who is not shown the form sends it all the same.
            let mut own = actor.see("/account").form("/account/digest");
            own.action.clone_from(&action);
            own
        };
        let mut form = form;
        form.fields.retain(|(name, _)| !fields.iter().any(|(own, _)| own == name));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = actor.submit(&form, &fields);
        assert!(answer.status < 500, "{attempt:?}: {}", answer.text());
        // What is looked over first is confirmed.
        let confirmed = action.trim_end_matches("/preview").to_owned();
        if answer.status == 200
            && answer.path == action
            && answer.has_form(&confirmed)
            && answer.html.contains("form_key")
        {
            let confirm = actor.submit(&answer.form(&confirmed), &[]);
            assert!(confirm.status < 500, "{attempt:?}: {}", confirm.text());
        }
    }

    /// The invariants hold, and nobody was deleted.
    fn check(&mut self) {
        rules_hold(&self.app);
        let members = self.app.count("SELECT count(*) FROM membership");
        assert!(members >= self.most_members, "nobody is deleted");
        self.most_members = members;
    }
}

/// The invariants of the Rules about squads and people, and the journal; each question counts what must not be.
pub fn rules_hold(app: &TestApp) {
    for (says, sql) in [
        (
            "no squad without a decision of the council",
            "SELECT count(*) FROM squad WHERE state = 'created' AND NOT EXISTS \
             (SELECT 1 FROM decision_item WHERE decision_item.squad_id = squad.id AND kind = 'create')",
        ),
        (
            "a leader is a member of the same squad",
            "SELECT count(*) FROM leadership JOIN membership ON membership.id = leadership.membership_id \
             WHERE membership.squad_id <> leadership.squad_id",
        ),
        (
            "whoever is in office is on the record",
            "SELECT count(*) FROM leadership JOIN membership ON membership.id = leadership.membership_id \
             WHERE leadership.state = 'in_office' AND membership.state <> 'registered'",
        ),
        (
            "whoever is appointed stands in the squad",
            "SELECT count(*) FROM leadership JOIN membership ON membership.id = leadership.membership_id \
             WHERE leadership.state = 'awaiting_registration' \
             AND membership.state NOT IN ('proposed', 'listed', 'being_vetted', 'to_be_removed')",
        ),
        (
            "a term has no end before it has ended",
            "SELECT count(*) FROM leadership \
             WHERE (state IN ('in_office', 'awaiting_registration')) <> (ended_at IS NULL)",
        ),
        (
            "one leader a squad",
            "SELECT count(*) FROM (SELECT squad_id FROM leadership \
             WHERE state IN ('in_office', 'awaiting_registration') GROUP BY squad_id HAVING count(*) > 1) AS led",
        ),
        (
            "nobody is vetted without a copy",
            "SELECT count(*) FROM membership JOIN list_entry ON list_entry.membership_id = membership.id \
             WHERE membership.state IN ('listed', 'being_vetted') AND list_entry.state = 'open' \
             AND NOT EXISTS (SELECT 1 FROM copy WHERE copy.entry_id = list_entry.id)",
        ),
        (
            "who is or was on the record is in the book",
            "SELECT count(*) FROM membership WHERE state IN ('registered', 'off_record') AND NOT EXISTS \
             (SELECT 1 FROM book_entry WHERE book_entry.membership_id = membership.id AND kind = 'registered')",
        ),
        (
            "nobody else is",
            "SELECT count(*) FROM book_entry JOIN membership ON membership.id = book_entry.membership_id \
             WHERE membership.state NOT IN ('registered', 'off_record')",
        ),
        (
            "an item and a day for each who is off the record, and for nobody else",
            "SELECT count(*) FROM membership WHERE (state = 'off_record') <> (EXISTS (SELECT 1 FROM off_record \
             WHERE off_record.membership_id = membership.id AND undone_at IS NULL))",
        ),
        (
            "a notice for each of the living, none for the dead",
            "SELECT count(*) FROM off_record WHERE undone_at IS NULL AND is_death <> (NOT EXISTS \
             (SELECT 1 FROM notice_duty WHERE notice_duty.membership_id = off_record.membership_id \
             AND notice_duty.state <> 'withdrawn' AND notice_duty.opened_at = off_record.recorded_at))",
        ),
        (
            "a notice is owed to nobody on the record",
            "SELECT count(*) FROM notice_duty JOIN membership ON membership.id = notice_duty.membership_id \
             JOIN body ON body.id = notice_duty.body_id \
             WHERE notice_duty.state = 'open' AND membership.state <> 'off_record' AND body.kind = 'structural_unit'",
        ),
        (
            "an open notice waits on the unit, and nothing waits without one",
            "SELECT count(*) FROM squad WHERE (EXISTS (SELECT 1 FROM notice_duty \
             WHERE notice_duty.squad_id = squad.id AND notice_duty.state = 'open')) <> (EXISTS \
             (SELECT 1 FROM handoff WHERE handoff.case_id = squad.id AND kind = 'inform_people' AND closed_at IS NULL))",
        ),
        (
            "numbers of the book run on",
            "SELECT count(*) FROM (SELECT unit_id FROM book_entry GROUP BY unit_id, section \
             HAVING count(*) <> max(number)) AS gaps",
        ),
        (
            "one handoff of a kind is open on a case",
            "SELECT count(*) FROM (SELECT case_id FROM handoff WHERE closed_at IS NULL \
             GROUP BY case_id, kind HAVING count(*) > 1) AS twice",
        ),
        (
            "a certificate after registration only",
            "SELECT count(*) FROM certificate WHERE NOT EXISTS (SELECT 1 FROM book_entry \
             WHERE book_entry.membership_id = certificate.membership_id AND book_entry.kind = 'registered')",
        ),
        (
            "one certificate for each who is in the book, and for nobody else",
            "SELECT count(*) FROM membership JOIN squad ON squad.id = membership.squad_id \
             WHERE membership.state IN ('registered', 'off_record') AND (SELECT count(*) FROM certificate \
             WHERE certificate.person_id = membership.person_id AND certificate.territory_id = squad.territory_id \
             AND certificate.state <> 'void' AND certificate.kind = 'volunteer') \
             <> CASE WHEN membership.state = 'registered' THEN 1 ELSE 0 END",
        ),
        (
            "what is signed has its number, its paper and the head as its signatory",
            "SELECT count(*) FROM certificate WHERE state IN ('signed', 'handed_over') AND (number IS NULL \
             OR paper_sealed IS NULL OR signed_by <> (SELECT id FROM users WHERE email = 'bastyq@demo.invalid'))",
        ),
        (
            "a number is given once",
            "SELECT count(*) FROM (SELECT issuer_id FROM certificate WHERE number IS NOT NULL \
             GROUP BY issuer_id, kind HAVING count(*) <> max(number)) AS gaps",
        ),
        (
            "what waits for the head is prepared, and what is signed waits to be handed over",
            "SELECT count(*) FROM body WHERE kind = 'territorial_subdivision' AND ((EXISTS (SELECT 1 FROM certificate \
             WHERE certificate.territory_id = body.id AND certificate.state = 'prepared')) <> (EXISTS (SELECT 1 FROM handoff \
             WHERE handoff.case_id = body.id AND handoff.kind = 'sign_certificates' AND closed_at IS NULL)) \
             OR (EXISTS (SELECT 1 FROM certificate WHERE certificate.territory_id = body.id AND certificate.state = 'signed')) \
             <> (EXISTS (SELECT 1 FROM handoff WHERE handoff.case_id = body.id AND handoff.kind = 'hand_over_certificates' \
             AND closed_at IS NULL)))",
        ),
        (
            "only the unit takes people off the record",
            "SELECT count(*) FROM journal WHERE act IN ('take_off_record', 'put_back_on_record') \
             AND body_id <> (SELECT id FROM body WHERE email = 'synaq-1@demo.invalid')",
        ),
    ] {
        assert_eq!(app.count(sql), 0, "{says}");
    }
    assert_eq!(app.faults(), [], "the journal is whole");
}

/// Walks so many times, the same walks each time, so that a fault that they find is found again; together they carry all these acts
/// out. A walk gives its house when it has come to its end.
pub fn walk_all<T: std::fmt::Debug>(
    cases: u32,
    attempts: &impl Strategy<Value = Vec<T>>,
    acts: &[Act],
    walk: impl Fn(Vec<T>) -> TestApp,
) {
    let config =
        Config { cases, max_shrink_iters: 40, failure_persistence: None, ..Config::default() };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let carried_out = RefCell::new(BTreeSet::new());
    let walked = TestRunner::new_with_rng(config, random).run(attempts, |attempts| {
        let app = walk(attempts);
        let is_done = |act: &&Act| {
            app.count(&format!("SELECT count(*) FROM journal WHERE act = '{act}'")) > 0
        };
        carried_out.borrow_mut().extend(Act::ALL.iter().filter(is_done).copied());
        app.deliver();
        Ok(())
    });
    walked.unwrap();
    let carried_out = carried_out.into_inner();
    let missing: Vec<&Act> = acts.iter().filter(|act| !carried_out.contains(act)).collect();
    assert_eq!(missing, Vec::<&Act>::new(), "the walks come everywhere");
}

#[test]
fn whatever_is_tried_in_whichever_order_the_rules_hold() {
    walk_all(8, &attempts(), &WALKED, |attempts| {
        let mut walk = Walk::begin(Some(PEOPLE[0]).filter(|_| attempts.len().is_multiple_of(2)));
        // The list travels first: without it all attempts end before the subdivision.
        for act in [Try::Send, Try::Receive, Try::Register] {
            walk.attempt(Attempt { act, stranger: None, n: 0 });
        }
        for attempt in attempts {
            walk.attempt(attempt);
            walk.check();
        }
        walk.app
    });
}
