//! Samples of the pages of lists: a fictional squad with people in every state that a page tells apart.

use super::{
    entries::{ChangeLine, CopyPage, EntryFacts, EntryPage},
    index::{ListsPage, filters},
    list::{DispatchLine, ListPage, StateCount, steps_of},
    outcomes::{Chosen, OutcomesPage},
    returns::{ReturnsPage, VettedLine},
    views::{EntryLine, ListHeader, RegisterLine, SquadHeader},
};
use crate::{
    domain::{
        id::Id,
        language::{Language, Named},
        member_list::{EntryState, ListState, Register, ReturnCode},
        membership::{MembershipState, Outcome},
        person::{DocumentKind, Particular},
        time::Instant,
    },
    web::{
        pages::{Sample, button::Button, list_line::ListLine, turn::Turn},
        request::filters::{Options, of_words},
    },
};
use chrono::NaiveDate;

fn named(kk: &str, ru: &str, en: &str) -> Named {
    Named { kk: kk.to_owned(), ru: ru.to_owned(), en: en.to_owned() }
}

fn akimat() -> Named {
    named("Үлгі ауданының әкімдігі", "Акимат Улгийского района", "Akimat of Ulgi District")
}

fn list(state: ListState) -> ListHeader {
    ListHeader { id: Id::default(), reference: "Т-2026-0007".to_owned(), state, version: 3 }
}

fn squad() -> SquadHeader {
    SquadHeader {
        id: Id::default(),
        name: named("Ақжайық", "Акжайык", "Ақжайық"),
        akimat: akimat(),
    }
}

fn registers() -> Vec<RegisterLine> {
    let moments = [
        (None, None),
        (Some(Instant::default()), None),
        (Some(Instant::default()), Some(Instant::default())),
    ];
    let line = |(register, (asked_at, answered_at)): (&Register, _)| RegisterLine {
        register: *register,
        asked_at,
        answered_at,
    };
    Register::ALL.iter().zip(moments).map(line).collect()
}

/// A leader with a passport and a copy, who is being vetted.
fn vetted() -> EntryLine {
    EntryLine {
        id: Id::default(),
        position: 1,
        state: EntryState::Open,
        version: 2,
        return_code: None,
        membership_state: MembershipState::BeingVetted,
        name: "Үлгібаев Нұрлан Сынақұлы".to_owned(),
        birth_date: NaiveDate::from_ymd_opt(1984, 2, 29),
        document_kind: DocumentKind::Passport,
        has_copy: true,
        leader: true,
        is_known_elsewhere: true,
        came_back: true,
        is_mended: false,
        registers: registers(),
    }
}

/// Somebody whose copy could not be read.
fn returned() -> EntryLine {
    EntryLine {
        position: 2,
        state: EntryState::Returned,
        return_code: Some(ReturnCode::UnreadableCopy),
        name: "Мысалова Гүлнар Жобақызы".to_owned(),
        document_kind: DocumentKind::IdCard,
        has_copy: false,
        leader: false,
        is_known_elsewhere: false,
        came_back: false,
        is_mended: true,
        ..vetted()
    }
}

/// Somebody whom the akimat has to remove.
fn to_be_removed() -> EntryLine {
    EntryLine {
        position: 3,
        state: EntryState::Answered,
        membership_state: MembershipState::ToBeRemoved,
        name: "Сынақбаев Ерлан".to_owned(),
        birth_date: None,
        return_code: None,
        has_copy: true,
        ..returned()
    }
}

fn dispatch(is_received: bool) -> DispatchLine {
    DispatchLine {
        serial: 1,
        outgoing_number: "3-14/1187".to_owned(),
        outgoing_date: NaiveDate::default(),
        entries: 3,
        incoming_number: is_received.then(|| "К-501".to_owned()),
        incoming_date: is_received.then(NaiveDate::default),
        received_at: is_received.then(Instant::default),
    }
}

impl ListPage {
    /// A list on which nothing can be done.
    fn bare(state: ListState, entries: Vec<EntryLine>) -> Self {
        let count = |state: &MembershipState| {
            entries.iter().filter(|entry| entry.membership_state == *state).count()
        };
        let counts = MembershipState::ALL
            .iter()
            .map(|state| StateCount { state: *state, count: count(state) });
        Self {
            list: list(state),
            squad: squad(),
            steps: steps_of(state),
            counts: counts.filter(|counted| counted.count > 0).collect(),
            entries,
            dispatches: Vec::new(),
            day: None,
            vetting_days: Some(15),
            turn: Turn::default(),
            has_returned: false,
            is_akimat: false,
            is_territory: false,
            registers: Register::ALL,
            outcomes: Outcome::ALL,
            reply: Some("/lists/0/reply".to_owned()),
            loose: 0,
            send: Button::sample_foreign(),
            attach: Button::sample_foreign(),
            receive: Button::sample_foreign(),
            note: Button::sample_foreign(),
            decide: Button::sample_foreign(),
            give_back: Button::sample_foreign(),
            remove: Button::sample_foreign(),
        }
    }
}

impl Sample for ListPage {
    fn samples() -> Vec<Self> {
        let draft = Self::bare(ListState::Draft, Vec::new());
        let empty = Self { is_akimat: true, send: Button::sample_waiting(), ..draft };
        let filled = Self::bare(ListState::Draft, vec![returned()]);
        let sendable = Self {
            is_akimat: true,
            loose: 2,
            send: Button::sample_ready(),
            attach: Button::sample_ready(),
            ..filled
        };
        let sent = Self::bare(ListState::Sent, vec![vetted(), returned()]);
        let sent = Self {
            is_territory: true,
            receive: Button::sample_ready(),
            dispatches: vec![dispatch(false)],
            turn: Turn::sample(),
            ..sent
        };
        let people = vec![vetted(), returned(), to_be_removed()];
        let received = Self {
            is_territory: true,
            day: Some(4),
            dispatches: vec![dispatch(true)],
            note: Button::sample_ready(),
            decide: Button::sample_ready(),
            give_back: Button::sample_ready(),
            ..Self::bare(ListState::Received, people)
        };
        let answered = Self {
            is_akimat: true,
            remove: Button::sample_ready(),
            ..Self::bare(ListState::Answered, vec![to_be_removed()])
        };
        vec![
            empty,
            sendable,
            sent,
            received,
            answered,
            Self::bare(ListState::Closed, vec![to_be_removed()]),
        ]
    }
}

impl Sample for ListsPage {
    fn samples() -> Vec<Self> {
        let pairs = [("state", "sent"), ("from", "2026-11-22")]
            .map(|(key, value)| (key.to_owned(), value.to_owned()));
        let bar = || {
            filters(pairs.to_vec())
                .bar(Options::from([("state", of_words("list", ListState::ALL))]))
        };
        let line = ListLine {
            id: Id::default(),
            reference: "Т-2026-0007".to_owned(),
            state: ListState::Sent,
            created_at: Instant::default(),
            squad: squad().name,
            entries: 7,
        };
        let full =
            Self { lists: vec![line], next: Some("/lists?before=0192".to_owned()), filters: bar() };
        vec![full, Self { lists: Vec::new(), next: None, filters: bar() }]
    }
}

impl EntryPage {
    /// A person about whom nothing can be done.
    fn bare(line: EntryLine, list_state: ListState) -> Self {
        Self {
            entry: EntryFacts {
                id: line.id,
                position: line.position,
                state: line.state,
                version: line.version,
                return_code: line.return_code,
                membership_state: line.membership_state,
                name: line.name,
                iin: "840229399019".to_owned(),
                birth_date: line.birth_date,
                document_kind: line.document_kind,
                document_number: None,
                address: None,
                phone: None,
                email: None,
                language: None,
                is_corrected: false,
                is_known_elsewhere: line.is_known_elsewhere,
            },
            changes: Vec::new(),
            is_copy_replaced: false,
            pages: Vec::new(),
            copy_kept_until: None,
            copy_kept_days: None,
            is_open: false,
            can_replace: false,
            is_unreadable: false,
            before: None,
            after: None,
            list: list(list_state),
            squad: squad(),
            registers: line.registers,
            is_territory: false,
            day: None,
            attach: Button::sample_foreign(),
            withdraw: Button::sample_foreign(),
            decide: Button::sample_foreign(),
            give_back: Button::sample_foreign(),
            note: Button::sample_foreign(),
            take_back: Button::sample_foreign(),
        }
    }
}

impl Sample for EntryPage {
    fn samples() -> Vec<Self> {
        let page = |is_picture| CopyPage { id: Id::default(), is_picture };
        let officers = Self {
            pages: vec![page(true), page(false)],
            before: Some(Id::default()),
            after: Some(Id::default()),
            is_territory: true,
            changes: Particular::ALL.iter().copied().map(ChangeLine::sample).collect(),
            is_copy_replaced: true,
            day: Some(4),
            decide: Button::sample_ready(),
            give_back: Button::sample_ready(),
            note: Button::sample_ready(),
            ..Self::bare(vetted(), ListState::Received)
        };
        let mut akimats = Self {
            pages: vec![page(true)],
            is_open: true,
            can_replace: true,
            is_unreadable: true,
            attach: Button::sample_ready(),
            copy_kept_days: Some(30),
            withdraw: Button::sample_ready(),
            ..Self::bare(returned(), ListState::Received)
        };
        akimats.entry.is_corrected = true;
        akimats.entry.document_number = Some("099000101".to_owned());
        akimats.entry.address = Some("Үлгі ауылы, 1".to_owned());
        akimats.entry.phone = Some("+7 700 000 00 00".to_owned());
        akimats.entry.email = Some("ulgi@mail.example".to_owned());
        akimats.entry.language = Some(Language::Ru);
        let taken_back = Self {
            is_territory: true,
            take_back: Button::sample_ready(),
            ..Self::bare(to_be_removed(), ListState::Answered)
        };
        let ended = |pages| Self {
            pages,
            copy_kept_until: Some(Instant::default()),
            ..Self::bare(to_be_removed(), ListState::Closed)
        };
        vec![officers, akimats, taken_back, ended(vec![page(true)]), ended(Vec::new())]
    }
}

impl Sample for OutcomesPage {
    fn samples() -> Vec<Self> {
        let chosen = |outcome| Chosen { id: Id::default(), version: 2, outcome };
        let one = Self {
            list: list(ListState::Received),
            registered: vec![returned()],
            to_be_removed: Vec::new(),
            unanswered: 0,
            fields: vec![chosen(Outcome::Registered)],
        };
        let fields = vec![chosen(Outcome::Registered), chosen(Outcome::ToBeRemoved)];
        let both = Self {
            list: list(ListState::Received),
            registered: vec![returned()],
            to_be_removed: vec![vetted()],
            unanswered: 2,
            fields,
        };
        vec![one, both]
    }
}

impl Sample for ReturnsPage {
    fn samples() -> Vec<Self> {
        let line = |line: EntryLine| VettedLine {
            id: line.id,
            position: line.position,
            version: line.version,
            name: line.name,
        };
        let people = vec![line(vetted()), line(returned())];
        let chosen = Some(people[1].id);
        let of = |entries, chosen| Self {
            list: list(ListState::Received),
            squad: squad().name,
            entries,
            return_codes: ReturnCode::ALL,
            chosen,
        };
        vec![of(people, chosen), of(Vec::new(), None)]
    }
}
