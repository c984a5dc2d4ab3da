//! Fictional bodies and users of every duty. Nobody in it is real.

use crate::{
    cli::{bodies, users},
    domain::{
        body::{BodyKind, DutyKind},
        id::{self, Id},
        language::{Language, Named},
    },
    state::AppState,
    storage::{self, Db, StorageError, offices::body::Body},
    web::hash_password,
};

/// Everybody's password in the demo.
pub const PASSWORD: &str = "sheka-ra-866";

const DOMAIN: &str = "demo.invalid";

struct FictionalBody {
    kind: BodyKind,
    mailbox: &'static str,
    name: [&'static str; 3],
    parent: Option<&'static str>,
    serves: &'static [&'static str],
}

const BODIES: &[FictionalBody] = &[
    FictionalBody {
        kind: BodyKind::Akimat,
        mailbox: "ulgi",
        name: ["«Үлгі» ауданының әкімдігі", "Акимат района «Үлгі»", "Akimat of Ulgi district"],
        parent: None,
        serves: &[],
    },
    FictionalBody {
        kind: BodyKind::Council,
        mailbox: "ulgi-kenes",
        name: [
            "«Үлгі» ауданының шекара мәселелері жөніндегі үйлестіру кеңесі",
            "Координационный совет по вопросам границы района «Үлгі»",
            "Coordination council on border issues of Ulgi district",
        ],
        parent: Some("ulgi"),
        serves: &[],
    },
    FictionalBody {
        kind: BodyKind::Akimat,
        mailbox: "mysal",
        name: ["«Мысал» ауданының әкімдігі", "Акимат района «Мысал»", "Akimat of Mysal district"],
        parent: None,
        serves: &[],
    },
    FictionalBody {
        kind: BodyKind::Council,
        mailbox: "mysal-kenes",
        name: [
            "«Мысал» ауданының шекара мәселелері жөніндегі үйлестіру кеңесі",
            "Координационный совет по вопросам границы района «Мысал»",
            "Coordination council on border issues of Mysal district",
        ],
        parent: Some("mysal"),
        serves: &[],
    },
    FictionalBody {
        kind: BodyKind::TerritorialSubdivision,
        mailbox: "synaq",
        name: [
            "Шекара қызметінің «Сынақ» аумақтық бөлімшесі",
            "Территориальное подразделение «Сынақ» Пограничной службы",
            "Synaq territorial subdivision of the Border Service",
        ],
        parent: None,
        serves: &[],
    },
    FictionalBody {
        kind: BodyKind::StructuralUnit,
        mailbox: "synaq-1",
        name: [
            "«Сынақ-1» құрылымдық бөлімшесі",
            "Структурное подразделение «Сынақ-1»",
            "Structural unit Synaq-1",
        ],
        parent: Some("synaq"),
        serves: &["ulgi"],
    },
    FictionalBody {
        kind: BodyKind::StructuralUnit,
        mailbox: "synaq-2",
        name: [
            "«Сынақ-2» құрылымдық бөлімшесі",
            "Структурное подразделение «Сынақ-2»",
            "Structural unit Synaq-2",
        ],
        parent: Some("synaq"),
        serves: &["ulgi", "mysal"],
    },
];

/// Mailbox, name, and duties with the bodies they are held in.
pub(super) type FictionalUser = (&'static str, &'static str, &'static [(DutyKind, &'static str)]);

pub(super) const USERS: &[FictionalUser] = &[
    ("akimat", "Мысалова Гүлнар", &[(DutyKind::AkimatOfficer, "ulgi")]),
    ("hatshy", "Үлгібаев Нұрлан", &[(DutyKind::CouncilSecretary, "ulgi-kenes")]),
    (
        "akimat2",
        "Жобаева Әсел",
        &[(DutyKind::AkimatOfficer, "mysal"), (DutyKind::CouncilSecretary, "mysal-kenes")],
    ),
    ("tekserushi", "Сынақов Бауыржан", &[(DutyKind::VettingOfficer, "synaq")]),
    ("tekserushi2", "Тестова Дина", &[(DutyKind::VettingOfficer, "synaq")]),
    ("bastyq", "Образцов Айдар", &[(DutyKind::Head, "synaq")]),
    ("okil", "Примеров Серік", &[(DutyKind::UnitRepresentative, "synaq-1")]),
    ("okil2", "Демонстратов Ерлан", &[(DutyKind::UnitRepresentative, "synaq-2")]),
    ("akimshi", "Жобаев Қайрат", &[(DutyKind::Administrator, "ulgi")]),
    ("akimshi2", "Мысалов Дәурен", &[(DutyKind::Administrator, "mysal")]),
    ("akimshi4", "Тестов Нұрсұлтан", &[(DutyKind::Administrator, "ulgi")]),
    ("akimshi3", "Сынақова Айгүл", &[(DutyKind::Administrator, "synaq")]),
    ("auditor", "Үлгібаева Сәуле", &[(DutyKind::Auditor, "synaq")]),
];

/// The address of that name in the demo.
pub(super) fn mailbox(name: &str) -> String {
    format!("{name}@{DOMAIN}")
}

/// Writes the bodies and users; all have the demo's password.
///
/// # Errors
/// Those of the database.
pub fn fill(db: &mut Db, app: &AppState) -> Result<(), StorageError> {
    let id_of = |db: &mut Db, name: &str| -> Result<Id<id::Body>, StorageError> {
        storage::offices::body::by_email(db, &mailbox(name))?
            .map(|b| b.id)
            .ok_or_else(|| StorageError::Other(format!("no body {name}")))
    };
    for body in BODIES {
        let [kk, ru, en] = body.name.map(str::to_owned);
        let parent = body.parent.map(|name| id_of(db, name)).transpose()?;
        let serves =
            body.serves.iter().map(|name| id_of(db, name)).collect::<Result<Vec<_>, _>>()?;
        let new = Body::new(
            Id::new(),
            body.kind,
            parent,
            Named { kk, ru, en },
            mailbox(body.mailbox),
            15,
        );
        bodies::add(db, app, &new, &serves)?;
    }
    let hash = hash_password(PASSWORD)?;
    for (name, full_name, duties) in USERS {
        let duties: Vec<_> = duties.iter().map(|(kind, body)| (*kind, mailbox(body))).collect();
        let user = users::add(db, app, &mailbox(name), full_name, Language::Kk, &duties)?;
        storage::account::credentials::set_password(db, user, &hash)?;
        storage::offices::user::prove(db, user, app.clock.now())?;
    }
    Ok(())
}
