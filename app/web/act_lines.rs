//! An act as histories show it: who, under which duty, what, on which clause, when, and what became of the mails.

use crate::{
    domain::{
        body::DutyKind,
        clause::Clause,
        decision::DecisionField,
        delivery::MailFault,
        edition::Edition,
        events::{Event, Step, Subject, lists::ListEvent, squads::SquadEvent},
        handoff::HandoffKind,
        id::{self, Id},
        journal::RecordedAct,
        language::Named,
        member_list::{EntryState, ListState, ReturnCode},
        own_decision::OwnDecision,
        person::Particular,
        time::Instant,
        workflow::{Act, Notice, ShownBasis, State},
    },
    storage::{
        case_acts::CaseEntry, journal::JournalEntry, mail::fate::MailFate,
        offices::directory::Directory,
    },
    web::{pages::example, request::current_user::CurrentUser},
};
use serde::Serialize;
use std::collections::BTreeSet;

/// One act on a page of history.
#[derive(Serialize)]
pub struct ActLine {
    act: RecordedAct,
    at: Instant,
    basis: ShownBasis,
    duty: Option<DutyKind>,
    body: Option<Named>,
    by: Option<String>,
    deputy_for: Option<String>,
    /// The phrase for an actor who holds no duty.
    by_whom: &'static str,
    /// The number in its chain, for the body whose chain it is.
    number: Option<i64>,
    code: Option<ReturnCode>,
    /// How many pages of copies have given way to new ones.
    replaced: usize,
    /// Fields that were corrected, in entries which came back or in a decision.
    corrected: Vec<CorrectedField>,
    /// Entries that came back with another copy.
    copies_changed: usize,
    steps: Vec<StepLine>,
    mails: Vec<MailLine>,
}

/// A step with the number of things that took it.
#[derive(Serialize)]
struct StepLine {
    of: Subject,
    from: Option<State>,
    to: State,
    n: usize,
}

/// Mails that went the same way together.
#[derive(Serialize)]
struct MailLine {
    kind: String,
    /// The letter, for its readers' own body and for the body that handed over what it announces.
    letter: Option<Id<id::Mail>>,
    duty: Option<DutyKind>,
    body: Option<Named>,
    is_mailbox: bool,
    n: usize,
    sent_at: Option<Instant>,
    failed_at: Option<Instant>,
    fault: Option<MailFault>,
    is_kept_back: bool,
    held_at: Option<Instant>,
    /// A worker has it in hand.
    sending: bool,
    refused_at: Option<Instant>,
    attempts: i32,
    /// When the work that it announces was done, and by which body: then it need not leave.
    done_at: Option<Instant>,
    done_by: Option<Named>,
}

/// Makes the lines of one reader.
pub struct LineReader<'a> {
    pub directory: &'a Directory,
    pub me: &'a CurrentUser,
    /// Whether the history is one person's: the code of a return is said of one person; of many, how many.
    pub is_of_entry: bool,
}

impl LineReader<'_> {
    /// The line of one act; none when nothing of it can be read.
    pub fn line(&self, lines: &[&CaseEntry], mails: &[&MailFate]) -> Option<ActLine> {
        let entries: Vec<&JournalEntry> =
            lines.iter().filter_map(|line| line.entry.as_ref()).collect();
        let (first, JournalEntry { chain, number, record }) = (lines.first()?, entries.first()?);
        let (user, body, duty) = (record.actor.user(), record.actor.body(), record.actor.duty());
        // Names of officers stay within their own body; everybody sees body and duty.
        let is_own = user.is_some() && body.is_some_and(|body| self.me.is_in(body));
        let represented = first
            .represented
            .iter()
            .find(|(kind, _)| Some(*kind) == duty)
            .map(|(_, name)| name.clone());
        Some(ActLine {
            act: record.act,
            at: record.at,
            basis: record.basis.shown(),
            duty,
            // A body shows the name that it had then.
            body: body.and_then(|body| self.directory.name_at(body, record.at)).cloned(),
            by: first.by.clone().filter(|_| is_own),
            deputy_for: represented.filter(|_| is_own),
            by_whom: record.actor.by(),
            // The numbers of a chain tell how much its body does: they are shown to that body only.
            number: chain.parse().is_ok_and(|body| self.me.is_in(body)).then_some(*number),
            code: entries
                .iter()
                .filter(|_| self.is_of_entry)
                .find_map(|entry| return_code(&entry.record.event)),
            replaced: entries.iter().filter(|entry| is_replacement(&entry.record.event)).count(),
            corrected: corrected(&entries),
            copies_changed: entries
                .iter()
                .filter(|entry| is_copy_changed(&entry.record.event))
                .count(),
            steps: steps(&entries),
            mails: self.mails(body, mails),
        })
    }

    fn mails(&self, by: Option<Id<id::Body>>, mails: &[&MailFate]) -> Vec<MailLine> {
        let own = self.me.scope.bodies();
        let has_letter = |mail: &MailFate| {
            own.contains(&mail.body)
                || mail.handoff.is_some() && by.is_some_and(|body| own.contains(&body))
        };
        let key = |m: &MailFate| {
            (
                m.kind.clone(),
                m.body,
                m.user.is_some(),
                m.sent_at,
                m.failed_at,
                m.attempts,
                m.held_at.is_some(),
                m.claimed_at.is_some(),
            )
        };
        let mut together: Vec<(&MailFate, usize)> = Vec::new();
        for mail in mails {
            match together.iter_mut().find(|(known, _)| key(known) == key(mail)) {
                Some((_, count)) => *count += 1,
                None => together.push((mail, 1)),
            }
        }
        let line = |(mail, n): (&MailFate, usize)| MailLine {
            kind: mail.kind.clone(),
            letter: has_letter(mail).then_some(mail.id),
            duty: mail.duty.or_else(|| duty(&mail.kind)),
            body: self.directory.name_at(mail.body, mail.created_at).cloned(),
            is_mailbox: mail.user.is_none(),
            n,
            sent_at: mail.sent_at,
            failed_at: mail.failed_at,
            fault: mail.fault,
            is_kept_back: mail.fault.is_some_and(MailFault::is_kept_back),
            held_at: mail.held_at,
            sending: mail.claimed_at.is_some(),
            refused_at: mail.refused_at,
            attempts: mail.attempts,
            done_at: mail.done_at,
            done_by: mail
                .done_by
                .zip(mail.done_at)
                .and_then(|(body, at)| self.directory.name_at(body, at))
                .cloned(),
        };
        together.into_iter().map(line).collect()
    }
}

/// The text that an entry was returned with.
const fn return_code(event: &Event) -> Option<ReturnCode> {
    if let Event::Lists(ListEvent::EntryReturned { code, .. }) = event { Some(*code) } else { None }
}

/// A field by its word and the set that the word is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct CorrectedField {
    of: &'static str,
    is: &'static str,
}

/// The fields that were corrected, each once and in the order of their form.
fn corrected(entries: &[&JournalEntry]) -> Vec<CorrectedField> {
    let (mut particulars, mut fields) = (BTreeSet::new(), BTreeSet::new());
    for entry in entries {
        match &entry.record.event {
            Event::Lists(ListEvent::EntryCorrected { fields, .. }) => particulars.extend(fields),
            Event::Squads(SquadEvent::DecisionCorrected { fields: own, .. }) => fields.extend(own),
            _ => {}
        }
    }
    let of_people = particulars
        .iter()
        .map(|field: &&Particular| CorrectedField { of: "particular", is: field.as_str() });
    let of_papers = fields
        .iter()
        .map(|field: &&DecisionField| CorrectedField { of: "decision-field", is: field.as_str() });
    of_people.chain(of_papers).collect()
}

const fn is_copy_changed(event: &Event) -> bool {
    matches!(event, Event::Lists(ListEvent::EntryCorrected { is_copy_replaced: true, .. }))
}

const fn is_replacement(event: &Event) -> bool {
    matches!(event, Event::Lists(ListEvent::CopyReplaced { .. }))
}

/// The steps of an act, each once with the number of things that took it.
fn steps(entries: &[&JournalEntry]) -> Vec<StepLine> {
    const RETURNED: State = State::Entry(EntryState::Returned);
    let mut steps: Vec<(Step, usize)> = Vec::new();
    for step in entries.iter().filter_map(|entry| entry.record.event.step()) {
        // An entry's other states say again what its membership says.
        if step.subject == Subject::ListEntry && step.to != RETURNED && step.from != Some(RETURNED)
        {
            continue;
        }
        match steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, count)) => *count += 1,
            None => steps.push((step, 1)),
        }
    }
    steps
        .into_iter()
        .map(|(step, n)| StepLine { of: step.subject, from: step.from, to: step.to, n })
        .collect()
}

/// The duty that a kind of mail is for.
fn duty(kind: &str) -> Option<DutyKind> {
    let of_handoff = kind.parse::<HandoffKind>().map(HandoffKind::duty);
    of_handoff.ok().or_else(|| kind.parse::<Notice>().ok().and_then(Notice::duty))
}

impl ActLine {
    /// An act of a deputy with mails in every state, and one that followed by itself.
    pub fn samples() -> Vec<Self> {
        let mail = |n| MailLine {
            kind: "vet_list".to_owned(),
            letter: None,
            duty: Some(DutyKind::VettingOfficer),
            body: Some(example::territory()),
            is_mailbox: false,
            n,
            sent_at: None,
            failed_at: None,
            fault: None,
            is_kept_back: false,
            held_at: None,
            sending: false,
            refused_at: None,
            attempts: 0,
            done_at: None,
            done_by: None,
        };
        let at = Instant::default();
        let kept_back = |fault| MailLine {
            failed_at: Some(at),
            fault: Some(fault),
            is_kept_back: true,
            ..mail(1)
        };
        let mails = vec![
            MailLine { letter: Some(Id::default()), sent_at: Some(at), ..mail(2) },
            MailLine {
                failed_at: Some(at),
                fault: Some(MailFault::AddressRefused),
                is_mailbox: true,
                ..mail(1)
            },
            kept_back(MailFault::DutyEnded),
            MailLine {
                done_at: Some(at),
                done_by: Some(example::akimat()),
                ..kept_back(MailFault::WorkDone)
            },
            kept_back(MailFault::WorkDone),
            MailLine { sending: true, attempts: 1, ..mail(1) },
            MailLine { held_at: Some(at), ..mail(1) },
            MailLine { refused_at: Some(at), attempts: 3, ..mail(1) },
            MailLine { attempts: 1, ..mail(1) },
            mail(1),
        ];
        let step = StepLine {
            of: Subject::MemberList,
            from: Some(State::List(ListState::Sent)),
            to: State::List(ListState::Received),
            n: 1,
        };
        let system = Self {
            act: RecordedAct::Workflow(Act::LeaderTakesOffice),
            at,
            basis: ShownBasis::Ordered {
                clause: Clause::C7,
                edition: Some(Edition::NotDetermined),
            },
            duty: None,
            body: None,
            by: None,
            deputy_for: None,
            by_whom: "by-link",
            number: None,
            code: None,
            replaced: 0,
            corrected: Vec::new(),
            copies_changed: 0,
            steps: Vec::new(),
            mails: Vec::new(),
        };
        let deputy = Self {
            act: RecordedAct::Workflow(Act::ReceiveList),
            at,
            basis: ShownBasis::Own { decision: OwnDecision::ReceiptConfirmed },
            duty: Some(DutyKind::VettingOfficer),
            body: Some(example::territory()),
            by: Some("Үлгіев Ү.".to_owned()),
            deputy_for: Some("Үлгіев Ү.".to_owned()),
            by_whom: "by-system",
            number: Some(7),
            code: Some(ReturnCode::ALL[0]),
            replaced: 2,
            corrected: vec![
                CorrectedField { of: "particular", is: Particular::Surname.as_str() },
                CorrectedField { of: "decision-field", is: DecisionField::Number.as_str() },
            ],
            copies_changed: 1,
            steps: vec![step],
            mails,
        };
        vec![deputy, system]
    }
}
