//! Brings a duty that is near to the mind of those who are to go. No act of anybody's: nothing changes but that they were told.

use crate::{
    acts::mail::{
        one_by_one::one_by_one,
        queue_mail::{self, About, Posting},
    },
    domain::{body::DutyKind, handoff::CaseKind, id::Id, plan::REMINDED_BEFORE, time::Instant},
    emails,
    state::AppState,
    storage::{
        self, Db, Result,
        account::link,
        plans::assignment::{self, Assignment},
        record::{contact, person_link},
    },
};

/// People who are looked at together.
const BATCH: i64 = 50;

/// Reminds one batch and says how many people it has dealt with.
pub fn remind(app: &AppState) -> Result<usize> {
    let now = app.clock.now();
    let due = app.store.read(|db| assignment::unreminded(db, now + REMINDED_BEFORE, BATCH, now))?;
    one_by_one(app, &due, |db, of| one(app, db, of, now))
}

fn one(app: &AppState, db: &mut Db, of: &Assignment, now: Instant) -> Result<()> {
    if !assignment::note_reminded(db, of.id, now)? {
        return Ok(());
    }
    let Some(reach) = contact::of(db, of.membership)? else { return Ok(()) };
    let squad = storage::squads::squad::get(db, of.plan.squad)?;
    let unit = storage::offices::body::get(db, squad.unit)?;
    let token = link::new_token()?;
    let about = About {
        kind: CaseKind::Plan,
        id: of.plan.id.any(),
        squad: Some(of.plan.squad),
        reference: &of.plan.reference,
    };
    let posting = Posting {
        act_id: Id::new(),
        act: "remind",
        about,
        duty: DutyKind::UnitRepresentative,
        body: &unit,
        handoff: None,
        secret: Some(&token),
    };
    let email = emails::plans::assignment_near(&of.entry(app.settings.place_in_mail));
    let mail = queue_mail::to_person(app, db, &posting, &email, (of.membership, &reach), now)?;
    if mail.is_some() {
        person_link::insert_of_assignment(db, &token, of, now)?;
    }
    Ok(())
}
