//! What is typed about a body, when it is added and when it is changed.

use crate::{
    acts::faults::{failed, is_said},
    domain::{
        address::is_address,
        body::{BodyKind, VETTING_DAYS},
        id::{self, Id},
        language::Named,
    },
    storage::{self, Db, Result, offices::body::Body},
};

/// The longest name of a body, in characters.
const NAME_LIMIT: usize = 200;

/// The words of a body.
#[derive(Clone)]
pub struct BodyForm {
    pub name: Named,
    pub mailbox: String,
    /// Days for vetting a list; of a territorial subdivision only.
    pub vetting_days: Option<u32>,
    /// Akimats that a unit serves, of those that its subdivision's units serve already.
    pub serves: Vec<Id<id::Body>>,
    /// The mailbox of one more akimat that a unit serves; may be empty.
    pub serves_mailbox: String,
}

faults! {
    /// What can be wrong with the words of a body.
    BodyError {
        NameKk: "name_kk", "body-name";
        NameRu: "name_ru", "body-name";
        NameEn: "name_en", "body-name";
        Mailbox: "mailbox", "address";
        MailboxTaken: "mailbox", "mailbox-taken";
        VettingDays: "vetting_days", "vetting-days";
        Serves: "serves", "akimat-not-served";
        ServesMailbox: "serves_mailbox", "akimat-unknown";
    }
}

impl BodyForm {
    /// The name as it is kept.
    #[must_use]
    pub fn name(&self) -> Named {
        let Named { kk, ru, en } = &self.name;
        Named { kk: kk.trim().to_owned(), ru: ru.trim().to_owned(), en: en.trim().to_owned() }
    }

    /// Every fault of the words for a body of that kind; `own` is the body itself, when it is there already.
    pub fn faults(
        &self,
        db: &mut Db,
        kind: BodyKind,
        parent: Option<Id<id::Body>>,
        own: Option<Id<id::Body>>,
    ) -> Result<Vec<BodyError>> {
        use BodyError as E;
        let taken = storage::offices::body::by_email(db, &self.mailbox)?
            .is_some_and(|body| Some(body.id) != own);
        let choices = Self::choices(db, kind, parent)?;
        let is_days = kind != BodyKind::TerritorialSubdivision
            || self.vetting_days.is_some_and(|days| VETTING_DAYS.contains(&days));
        let checks = [
            (is_said(&self.name.kk, NAME_LIMIT), E::NameKk),
            (is_said(&self.name.ru, NAME_LIMIT), E::NameRu),
            (is_said(&self.name.en, NAME_LIMIT), E::NameEn),
            (is_address(&self.mailbox), E::Mailbox),
            (!taken, E::MailboxTaken),
            (is_days, E::VettingDays),
            (
                self.serves.iter().all(|akimat| choices.iter().any(|choice| choice.id == *akimat)),
                E::Serves,
            ),
            (
                kind != BodyKind::StructuralUnit
                    || self.serves_mailbox.is_empty()
                    || self.named_akimat(db)?.is_some(),
                E::ServesMailbox,
            ),
        ];
        Ok(failed(checks))
    }

    /// The akimats that a unit serves from now on.
    pub fn akimats(
        &self,
        db: &mut Db,
        kind: BodyKind,
        parent: Option<Id<id::Body>>,
    ) -> Result<Vec<Id<id::Body>>> {
        let choices = Self::choices(db, kind, parent)?;
        let mut akimats: Vec<Id<id::Body>> = self
            .serves
            .iter()
            .copied()
            .filter(|id| choices.iter().any(|choice| choice.id == *id))
            .collect();
        akimats.extend(
            self.named_akimat(db)?
                .filter(|_| kind == BodyKind::StructuralUnit)
                .map(|akimat| akimat.id),
        );
        Ok(akimats)
    }

    fn choices(db: &mut Db, kind: BodyKind, parent: Option<Id<id::Body>>) -> Result<Vec<Body>> {
        match (kind, parent) {
            (BodyKind::StructuralUnit, Some(territory)) => {
                storage::offices::body::served_in(db, territory)
            }
            _ => Ok(Vec::new()),
        }
    }

    fn named_akimat(&self, db: &mut Db) -> Result<Option<Body>> {
        Ok(storage::offices::body::by_email(db, &self.serves_mailbox)?
            .filter(|body| body.kind == BodyKind::Akimat))
    }
}
