//! Made-up rows for the page of components: handoffs, entries, acts and dispatches as their components take them.

use crate::{
    domain::{
        body::DutyKind,
        clause::Clause,
        edition::Edition,
        handoff::{DueNature, HandoffKind, Nature, Urgency},
        id::Id,
        language::Named,
        member_list::{EntryState, ListState, Register, ReturnCode},
        membership::MembershipState,
        person::DocumentKind,
        time::{Instant, today},
        workflow,
    },
    web::pages::example,
};
use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

/// A group of an inbox.
#[derive(Serialize)]
pub struct Group {
    word: &'static str,
    is_folded: bool,
    handoffs: Vec<Handoff>,
    all: &'static str,
}

#[derive(Serialize)]
struct Handoff {
    id: Id,
    kind: HandoffKind,
    nature: Nature,
    case_kind: &'static str,
    case_id: Id,
    path: &'static str,
    squad: Named,
    reference: &'static str,
    body: Named,
    opened_at: Instant,
    closed_at: Option<Instant>,
    due_at: Instant,
    due_nature: DueNature,
    days: i64,
    days_past: i64,
}

impl Group {
    /// Of each urgency, with terms that fit it.
    pub fn of(urgency: Urgency, body: &Named, now: Instant) -> Self {
        let terms: &[(i64, DueNature)] = match urgency {
            Urgency::StatutoryPassed => &[(-2, DueNature::Statutory)],
            Urgency::InternalPassed => &[(-1, DueNature::Internal)],
            Urgency::DueSoon => &[(0, DueNature::Internal), (4, DueNature::Internal)],
            Urgency::New | Urgency::Waiting | Urgency::Information => &[(21, DueNature::Internal)],
        };
        Self::with(urgency.as_str(), false, terms, body, now)
    }

    /// What waits on others.
    pub fn of_others(body: &Named, now: Instant) -> Self {
        Self::with("others", true, &[(9, DueNature::Internal)], body, now)
    }

    fn with(
        word: &'static str,
        is_folded: bool,
        terms: &[(i64, DueNature)],
        body: &Named,
        now: Instant,
    ) -> Self {
        let handoff = |(days, due_nature): &(i64, DueNature)| Handoff {
            id: Id::default(),
            kind: HandoffKind::VetList,
            nature: Nature::Duty,
            case_kind: "list",
            case_id: Id::default(),
            path: "/lists/0",
            squad: example::squad(),
            reference: "Т-2026-0001",
            body: body.clone(),
            opened_at: now,
            closed_at: None,
            due_at: now + TimeDelta::days(*days),
            due_nature: *due_nature,
            days: *days,
            days_past: -days,
        };
        Self { word, is_folded, handoffs: terms.iter().map(handoff).collect(), all: "/ui" }
    }
}

/// A person on a list.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "the template asks each by name")]
pub struct Entry {
    id: String,
    position: usize,
    version: i32,
    name: &'static str,
    birth_date: Option<NaiveDate>,
    state: EntryState,
    return_code: ReturnCode,
    membership_state: MembershipState,
    document_kind: DocumentKind,
    has_copy: bool,
    leader: bool,
    is_known_elsewhere: bool,
    came_back: bool,
    is_mended: bool,
    registers: Vec<RegisterAnswer>,
}

#[derive(Serialize)]
struct RegisterAnswer {
    register: Register,
    asked_at: Instant,
    answered_at: Option<Instant>,
}

impl Entry {
    /// The one in that place of the list, whose membership is in that state.
    pub fn sample(at: usize, state: MembershipState, now: Instant) -> Self {
        let answer = |(n, register): (usize, &Register)| RegisterAnswer {
            register: *register,
            asked_at: now,
            answered_at: (n == 0).then_some(now),
        };
        Self {
            id: at.to_string(),
            position: at + 1,
            version: 1,
            name: "Үлгібаева Әсел Мысалқызы",
            birth_date: NaiveDate::from_ymd_opt(1990, 1, 31),
            state: if state == MembershipState::Listed {
                EntryState::Returned
            } else {
                EntryState::Open
            },
            return_code: ReturnCode::ALL[0],
            membership_state: state,
            document_kind: if at == 1 { DocumentKind::Passport } else { DocumentKind::IdCard },
            has_copy: at > 0,
            leader: at == 1,
            is_known_elsewhere: state == MembershipState::BeingVetted,
            came_back: state == MembershipState::BeingVetted,
            is_mended: state == MembershipState::Listed,
            registers: Register::ALL.iter().enumerate().map(answer).collect(),
        }
    }
}

/// An act of a history.
#[derive(Serialize)]
pub struct ActLine {
    act: workflow::Act,
    at: Instant,
    basis: workflow::ShownBasis,
    duty: DutyKind,
    body: Named,
    by: &'static str,
    deputy_for: Option<String>,
    number: u32,
    code: Option<ReturnCode>,
    corrected: Vec<&'static str>,
    copies_changed: u32,
    steps: Vec<StateChange>,
    mails: Vec<Mail>,
}

#[derive(Serialize)]
struct StateChange {
    of: &'static str,
    from: ListState,
    to: ListState,
    n: u32,
}

#[derive(Serialize)]
struct Mail {
    kind: HandoffKind,
    duty: DutyKind,
    body: Named,
    is_mailbox: bool,
    n: u32,
    sent_at: Option<Instant>,
    failed: bool,
    attempts: u32,
}

impl ActLine {
    /// An act whose mails arrived, or did not.
    pub fn sample(act: workflow::Act, arrived: bool, body: &Named, now: Instant) -> Self {
        let mail = Mail {
            kind: HandoffKind::VetList,
            duty: DutyKind::VettingOfficer,
            body: body.clone(),
            is_mailbox: false,
            n: 2,
            sent_at: arrived.then_some(now),
            failed: !arrived,
            attempts: 1,
        };
        Self {
            act,
            at: now,
            basis: workflow::ShownBasis::Ordered {
                clause: Clause::C19,
                edition: Some(Edition::May2023),
            },
            duty: DutyKind::VettingOfficer,
            body: body.clone(),
            by: "Сынақов Бауыржан",
            deputy_for: None,
            number: 7,
            code: None,
            corrected: Vec::new(),
            copies_changed: 0,
            steps: vec![StateChange {
                of: "list",
                from: ListState::Sent,
                to: ListState::Received,
                n: 1,
            }],
            mails: vec![mail],
        }
    }
}

/// A sending of a list.
#[derive(Serialize)]
pub struct Dispatch {
    serial: i32,
    outgoing_number: String,
    outgoing_date: NaiveDate,
    entries: i64,
    incoming_number: Option<&'static str>,
    incoming_date: Option<NaiveDate>,
    received_at: Option<Instant>,
}

impl Dispatch {
    /// The sending of that number, received or on its way.
    pub fn sample(serial: i32, received_at: Option<Instant>, now: Instant) -> Self {
        Self {
            serial,
            outgoing_number: format!("03-12/{}", 416 + serial),
            outgoing_date: today(now),
            entries: 7,
            incoming_number: received_at.map(|_| "88"),
            incoming_date: received_at.map(today),
            received_at,
        }
    }
}
