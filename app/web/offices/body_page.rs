//! The page of one body: who holds which duty, its words, the bodies below it, who may succeed it.

use super::grants;
use crate::{
    acts::offices::{add_body, succeed_body},
    domain::{
        address,
        body::{BodyKind, BodyState, DutyKind, VETTING_DAYS},
        id::{self, Id},
        language::Named,
        permissions::Unmet,
        time::Instant,
        workflow::Act,
    },
    storage::{
        self,
        offices::{body::Body, directory::Directory, duty::Duty},
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            duty::DutyView,
            example,
            recent_mail::{self, RecentMail},
        },
        request::{context::RequestContext, current_user::CurrentUser, error::WebError},
    },
};
use serde::Serialize;

/// A body as its administrators see it.
#[derive(Clone, Debug, Serialize)]
pub struct BodyView {
    pub id: Id<id::Body>,
    pub kind: BodyKind,
    pub name: Named,
    pub mailbox: String,
    pub vetting_days: u32,
    pub version: i32,
    pub state: BodyState,
    pub closed_at: Option<Instant>,
}

impl BodyView {
    /// The body as it is now.
    pub fn of(body: &Body) -> Self {
        Self {
            id: body.id,
            kind: body.kind,
            name: body.name.clone(),
            mailbox: address::shown(&body.email),
            vetting_days: body.vetting_days,
            version: body.version,
            state: body.state(),
            closed_at: body.closed_at,
        }
    }

    /// A subdivision, one of its units, and an akimat that another one has succeeded.
    pub fn samples() -> Vec<Self> {
        let territory = Self {
            id: Id::default(),
            kind: BodyKind::TerritorialSubdivision,
            name: example::territory(),
            mailbox: "synaq@ulgi.invalid".into(),
            vetting_days: 15,
            version: 2,
            state: BodyState::Open,
            closed_at: None,
        };
        let unit =
            Self { kind: BodyKind::StructuralUnit, name: example::unit(), ..territory.clone() };
        let (name, state, closed_at) =
            (example::akimat(), BodyState::Closed, Some(Instant::default()));
        let closed = Self { kind: BodyKind::Akimat, name, state, closed_at, ..territory.clone() };
        vec![territory, unit, closed]
    }
}

/// An akimat that a unit may serve.
#[derive(Clone, Debug, Serialize)]
pub struct ServedAkimat {
    pub id: Id<id::Body>,
    pub name: Named,
    pub is_served: bool,
}

/// A duty that a body has, with whoever holds it now or will; vacant where mails go to the mailbox instead.
#[derive(Clone, Debug, Serialize)]
struct DutyHolders {
    kind: DutyKind,
    is_vacant: bool,
    holders: Vec<DutyView>,
}

/// The page.
#[derive(Serialize)]
pub struct BodyPage {
    body: BodyView,
    successor: Option<Named>,
    duties: Vec<DutyHolders>,
    below: Vec<BodyView>,
    below_kind: Option<BodyKind>,
    successors: Vec<BodyView>,
    served: Vec<ServedAkimat>,
    is_territory: bool,
    is_unit: bool,
    longest: u32,
    add: Button,
    succeed: Button,
    /// The last mails to the mailbox.
    mails: Vec<RecentMail>,
    done: Option<&'static str>,
}

impl Page for BodyPage {
    fn template(&self) -> &'static str {
        "pages/offices/body.html"
    }
}

impl Sample for BodyPage {
    fn samples() -> Vec<Self> {
        let page = |body: &BodyView, done: Option<&'static str>, unmet: &[Unmet]| Self {
            body: body.clone(),
            successor: body.closed_at.map(|_| body.name.clone()),
            duties: vec![
                DutyHolders {
                    kind: DutyKind::VettingOfficer,
                    is_vacant: false,
                    holders: DutyView::samples(),
                },
                DutyHolders { kind: DutyKind::Head, is_vacant: true, holders: Vec::new() },
                DutyHolders { kind: DutyKind::Auditor, is_vacant: false, holders: Vec::new() },
            ],
            below: BodyView::samples(),
            below_kind: body.kind.below(),
            successors: BodyView::samples(),
            served: vec![
                ServedAkimat { id: Id::default(), name: body.name.clone(), is_served: true },
                ServedAkimat { id: Id::default(), name: body.name.clone(), is_served: false },
            ],
            is_territory: body.kind == BodyKind::TerritorialSubdivision,
            is_unit: body.kind == BodyKind::StructuralUnit,
            longest: *VETTING_DAYS.end(),
            add: Button::of(Act::AddBody, unmet),
            succeed: Button::of(Act::SucceedBody, unmet),
            mails: if done.is_some() { RecentMail::samples() } else { Vec::new() },
            done,
        };
        let said: [(Option<&'static str>, &[Unmet]); 3] =
            [(Some("changed"), &[]), (None, &[]), (None, &[Unmet::CouncilOpen])];
        BodyView::samples()
            .iter()
            .zip(said)
            .map(|(body, (done, unmet))| page(body, done, unmet))
            .collect()
    }
}

/// Reads the page; forms on it that were refused show it again.
pub fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::Body>,
    done: Option<&'static str>,
) -> Result<BodyPage, WebError> {
    let (body, case) = cx.directory.find(&me.scope, id).ok_or(WebError::NotFound)?;
    let (duties, unmet, mails) = cx.read(|db| {
        Ok((
            storage::offices::duty::held_in(db, &[id])?,
            add_body::preconditions(db, id)?,
            storage::mail::fate::latest_to_mailbox(db, id, recent_mail::SHOWN)?,
        ))
    })?;
    let others = cx.directory.administered(&me.scope).into_iter().filter(|other| other.id != id);
    let (below, others): (Vec<&Body>, Vec<&Body>) =
        others.partition(|other| other.parent == Some(id));
    let successors =
        others.into_iter().filter(|other| other.kind == body.kind && other.closed_at.is_none());
    Ok(BodyPage {
        body: BodyView::of(body),
        successor: body.succeeded_by.and_then(|next| cx.directory.name(next)).cloned(),
        duties: holders(body.kind, &duties, cx.now),
        below: below.into_iter().map(BodyView::of).collect(),
        below_kind: body.kind.below(),
        successors: successors.map(BodyView::of).collect(),
        served: served(&cx.directory, body),
        is_territory: body.kind == BodyKind::TerritorialSubdivision,
        is_unit: body.kind == BodyKind::StructuralUnit,
        longest: *VETTING_DAYS.end(),
        add: button(me, Act::AddBody, &case, &unmet),
        succeed: button(me, Act::SucceedBody, &case, &succeed_body::preconditions(&case)),
        mails: mails.into_iter().map(RecentMail::from).collect(),
        done,
    })
}

fn holders(kind: BodyKind, duties: &[Duty], now: Instant) -> Vec<DutyHolders> {
    let of =
        |kind: DutyKind| duties.iter().filter(move |duty| duty.kind == kind && duty.is_open(now));
    let line = |kind: DutyKind| {
        let is_held = of(kind).any(|duty| duty.from <= now);
        let holders = of(kind).map(|duty| DutyView::of(duty, now)).collect();
        DutyHolders { kind, is_vacant: !is_held && kind.body_kind().is_some(), holders }
    };
    grants::fitting(kind).into_iter().map(line).collect()
}

/// The akimats that a unit may serve, and those that it does.
fn served(directory: &Directory, unit: &Body) -> Vec<ServedAkimat> {
    let (Some(territory), BodyKind::StructuralUnit) = (unit.parent, unit.kind) else {
        return Vec::new();
    };
    let own = directory.served_by(unit.id);
    let is_served = |akimat: &Body| own.iter().any(|own| own.id == akimat.id);
    let akimats = directory.served_in(territory).into_iter();
    akimats
        .map(|akimat| ServedAkimat {
            id: akimat.id,
            name: akimat.name.clone(),
            is_served: is_served(akimat),
        })
        .collect()
}
