//! One of each mail as a reader of the demo's fictional bodies would get it: for previews, for reviewers, and for the tests.

use super::{
    Email, MailKind, Recipient, account, applications, certificates, lists, mail, offices, plans,
    record, reports,
    specimen::{APPLICATION, Specimen},
    squads,
};
use crate::domain::{
    body::{BodyKind, DutyKind},
    language::{Language, Named},
};

/// A mail, whom it is to, and what its case is called.
#[derive(Clone, Debug)]
pub struct Sample {
    pub email: Email,
    pub reference: &'static str,
    pub squad: Named,
    pub to: Recipient,
}

impl Email {
    /// One of each.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        specimens().into_iter().map(|specimen| specimen.email).collect()
    }
}

/// A sample of each kind for a reader of that language.
#[must_use]
pub fn samples(language: Language) -> Vec<Sample> {
    let sample = |Specimen { email, reference, to }: Specimen| {
        // It is the unit that writes to people, and the subdivision to applicants.
        let writer = if reference == APPLICATION {
            DutyKind::VettingOfficer
        } else {
            DutyKind::UnitRepresentative
        };
        let duty = to.duty().unwrap_or(writer);
        let to = Recipient { reader: to, body: body(duty), language };
        Sample {
            email, reference, squad: named("Ақжайық", "Акжайык", "Ақжайық"), to
        }
    };
    specimens().into_iter().map(sample).collect()
}

/// Those of all areas: handoffs, notices and digests in the order of their kinds, then reminders.
fn specimens() -> Vec<Specimen> {
    let areas = [
        squads::specimens(),
        lists::specimens(),
        record::specimens(),
        plans::specimens(),
        reports::specimens(),
        applications::specimens(),
        certificates::specimens(),
        offices::specimens(),
        account::specimens(),
        mail::specimens(),
    ];
    let mut all: Vec<Specimen> = areas.into_iter().flatten().collect();
    all.sort_by_key(|specimen| match specimen.email.kind {
        MailKind::Handoff(kind) => (0, kind as usize),
        MailKind::Notice(notice) => (1, notice as usize),
        MailKind::Digest => (2, 0),
        MailKind::Reminder(_) | MailKind::Above(_) => (3, 0),
    });
    all
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
        Some(BodyKind::StructuralUnit) => named(
            "«Сынақ-1» құрылымдық бөлімшесі",
            "Структурное подразделение «Сынақ-1»",
            "Structural unit Synaq-1",
        ),
        Some(BodyKind::Akimat) | None => {
            named("«Үлгі» ауданының әкімдігі", "Акимат района «Үлгі»", "Akimat of Ulgi district")
        }
    }
}
