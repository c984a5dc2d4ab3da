//! What the owner of an account does to it: no duty is needed and no row of the table orders it, but the journal knows.

use crate::{
    acts::mail::queue_mail::{self, About, Posting},
    domain::{
        body::BodyState,
        events::Event,
        id::{self, Id},
        journal::{AccountAct, Actor, Record, SYSTEM_CHAIN},
        permissions::Case,
        time::Instant,
        workflow::RecordedBasis,
    },
    emails::Email,
    state::AppState,
    storage::{
        self, Db, Result,
        journal::Writer,
        offices::{duty::Duty, user::User},
    },
};

/// An act on an account, and the id of its carrying out.
pub type AccountRun = (AccountAct, Id<id::ActRun>);

/// Takes the end of the chain, before anything that an administrator's act may wait for.
pub fn journal(db: &mut Db) -> Result<Writer> {
    Writer::open(db, SYSTEM_CHAIN)
}

/// Journals something that happened to an account.
pub fn note(
    db: &mut Db,
    mut journal: Writer,
    act: AccountRun,
    actor: Actor,
    event: impl Into<Event>,
    now: Instant,
) -> Result<()> {
    let event = event.into();
    let (_, user) = event.subject();
    journal.append(
        db,
        &Record::new((act.0.into(), act.1), RecordedBasis::Administration, actor, user, event, now),
    )?;
    journal.close(db)
}

/// Writes to the owner in the latest duty; whoever never held one gets no mail.
pub fn notify(
    app: &AppState,
    db: &mut Db,
    act: AccountRun,
    email: &Email,
    user: &User,
    secret: Option<&str>,
    now: Instant,
) -> Result<()> {
    let duties: Vec<Duty> = storage::offices::duty::of_users(db, &[user.id])?;
    let Some(duty) = duties.iter().find(|duty| duty.is_open(now)).or_else(|| duties.first()) else {
        return Ok(());
    };
    let body = storage::offices::body::get(db, duty.body)?;
    let case = Case::of_body(body.id, body.name.clone(), BodyState::Open, body.id);
    let posting = Posting {
        act_id: act.1,
        act: act.0.as_str(),
        about: About::from(&case),
        duty: duty.kind,
        body: &body,
        handoff: None,
        secret,
    };
    queue_mail::to_user(app, db, &posting, email, user, now)
}
