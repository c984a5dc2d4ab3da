//! One of each mail as a reader of the demo's fictional bodies would get it: for previews, for reviewers, and for the tests.

use super::{Email, News, Recipient, Waiting};
use crate::domain::{
    body::{BodyKind, DutyKind},
    handoff::HandoffKind,
    language::{Language, Named},
    member_list::ReturnCode,
    permissions::SYSTEM_REFERENCE,
    reminder::Reminder,
    time::Instant,
    workflow::Notice,
};
use chrono::NaiveDate;

/// A mail, whom it is to, and what its case is called.
#[derive(Clone, Debug)]
pub struct Sample {
    pub email: Email,
    pub reference: &'static str,
    pub squad: Named,
    pub to: Recipient,
}

/// A sample of each kind for a reader of that language.
#[must_use]
pub fn samples(language: Language) -> Vec<Sample> {
    Email::samples()
        .into_iter()
        .map(|email| {
            let (duty, is_mailbox) = reader(&email);
            let reference = match email.kind().parse() {
                Ok(HandoffKind::PutToCouncil | HandoffKind::SquadCreated | HandoffKind::SquadRejected | HandoffKind::AppointLeader) => {
                    "Ж-2026-0001"
                }
                _ if email.page().is_some() => SYSTEM_REFERENCE,
                _ => "Т-2026-0001",
            };
            let to = Recipient { duty, body: body(duty), language, is_mailbox };
            Sample { email, reference, squad: named("Ақжайық", "Акжайык", "Ақжайық"), to }
        })
        .collect()
}

/// The duty that a mail is for, and whether it goes to the body's own mailbox.
fn reader(email: &Email) -> (DutyKind, bool) {
    match email {
        Email::Above(waiting) if waiting.has_head => (DutyKind::Head, false),
        Email::Above(waiting) => (waiting.on.duty(), true),
        Email::Reminder(waiting) => (waiting.on.duty(), false),
        Email::Digest { .. } => (DutyKind::UnitRepresentative, false),
        _ => {
            let of_handoff = email.kind().parse().map(HandoffKind::duty).ok();
            let of_receipt = || email.kind().parse().ok().and_then(Notice::duty);
            (of_handoff.or_else(of_receipt).unwrap_or(DutyKind::AkimatOfficer), false)
        }
    }
}

fn named(kk: &str, ru: &str, en: &str) -> Named {
    Named { kk: kk.into(), ru: ru.into(), en: en.into() }
}

/// The fictional body that a duty is held in.
fn body(duty: DutyKind) -> Named {
    match duty.body_kind() {
        Some(BodyKind::Council) => named(
            "«Үлгі» ауданының шекара мәселелері жөніндегі үйлестіру кеңесі",
            "Координационный совет по вопросам границы района «Үлгі»",
            "Coordination council on border issues of Ulgi district",
        ),
        Some(BodyKind::TerritorialSubdivision) => named(
            "Шекара қызметінің «Сынақ» аумақтық бөлімшесі",
            "Территориальное подразделение «Сынақ» Пограничной службы",
            "Synaq territorial subdivision of the Border Service",
        ),
        Some(BodyKind::StructuralUnit) => {
            named("«Сынақ-1» құрылымдық бөлімшесі", "Структурное подразделение «Сынақ-1»", "Structural unit Synaq-1")
        }
        _ => named("«Үлгі» ауданының әкімдігі", "Акимат района «Үлгі»", "Akimat of Ulgi district"),
    }
}

/// Noon of the day that the samples speak of.
fn moment() -> Instant {
    day().and_hms_opt(7, 0, 0).unwrap_or_default()
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 7).unwrap_or_default()
}

impl Email {
    /// One of each.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let (number, date, at) = (String::from("7"), day(), moment());
        let news = [HandoffKind::SquadCreated, HandoffKind::PeopleInBook]
            .map(|kind| News { reference: "Ж-2026-0001".into(), kind: kind.as_str().into() });
        let mails = [
            Self::PutToCouncil { candidates: 7 },
            Self::SquadRejected { number: number.clone(), date },
            Self::SendList { number: number.clone(), date },
            Self::SquadCreated { number: number.clone(), date },
            Self::ReceiveList { people: 7 },
            Self::VetList { people: 7, due: at },
            Self::CorrectList { rows: vec![(3, ReturnCode::UnreadableCopy), (5, ReturnCode::NumberDiffers)] },
            Self::RemovePeople { registered: 6, to_be_removed: 1 },
            Self::PeopleInBook { registered: 6 },
            Self::AppointLeader,
            Self::ListReceived { number, date },
            Self::OutcomesReturned { registered: 6 },
            Self::PeopleRemoved { removed: 1 },
            Self::Invitation { until: at },
            Self::DutyGranted,
            Self::PasswordReset { until: at },
            Self::PasswordChanged,
            Self::AddressCorrected,
            Self::Digest { news: news.into() },
        ];
        mails.into_iter().chain(Reminder::ALL.iter().flat_map(|reminder| reminders(*reminder))).collect()
    }
}

/// A reminder, and what goes up with it.
fn reminders(reminder: Reminder) -> Vec<Email> {
    let (on, number, days) = match reminder {
        Reminder::DueSoon => (HandoffKind::VetList, 1, 5),
        Reminder::DueTomorrow => (HandoffKind::VetList, 2, 1),
        Reminder::DuePassed => (HandoffKind::VetList, 3, 1),
        Reminder::DueLongPassed => (HandoffKind::VetList, 4, 8),
        Reminder::Waiting => (HandoffKind::SendList, 1, 7),
        Reminder::StillWaiting => (HandoffKind::SendList, 2, 14),
        Reminder::LongWaiting => (HandoffKind::SendList, 3, 28),
    };
    let due = (on == HandoffKind::VetList).then(moment);
    let waiting = Waiting { on, reminder, number, days, due, has_head: due.is_some() };
    let above = reminder.goes_up().then_some(Email::Above(waiting));
    [Some(Email::Reminder(waiting)), above].into_iter().flatten().collect()
}
