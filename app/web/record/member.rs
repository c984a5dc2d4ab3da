//! One person on record for the unit: how the person is reached, and whether the person asks to leave the record.

use crate::{
    acts::{
        Done, Fault, Refusal,
        record::{confirm_contact::ConfirmContact, set_wish_aside::SetWishAside},
    },
    domain::{
        certificate::CertificateState,
        code,
        contact::{ADDRESS_LIMIT, Contact},
        id::{self, Id},
        language::Language,
        membership::MembershipState,
        time::Instant,
        workflow::Act,
    },
    intake,
    storage::{
        self,
        certificates::certificate::Certificate,
        record::{contact::Reach, own_wish::OwnWish},
        squads::leader_account::LeaderAccount,
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            person_faults,
            record_view::{FollowedRecord, RecordView},
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            record_path::RecordPath,
            reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use chrono::NaiveDate;
use serde::Serialize;

/// The person.
#[derive(Serialize)]
pub struct MemberPage {
    record: RecordView,
    name: String,
    state: MembershipState,
    trained_on: Option<NaiveDate>,
    contact: ContactView,
    /// Nobody writes to the dead.
    is_living: bool,
    confirm: Button,
    off_record: Button,
    wish: Option<WishView>,
    leader: Option<LeaderView>,
    invite: Button,
    certificates: Vec<CertificateView>,
    languages: &'static [Language],
    address_limit: usize,
}

/// How the person is reached.
#[derive(Serialize)]
struct ContactView {
    email: Option<String>,
    phone: Option<String>,
    address: Option<String>,
    language: Language,
    version: i32,
    confirmed_at: Option<Instant>,
    refused_at: Option<Instant>,
}

impl From<Reach> for ContactView {
    fn from(reach: Reach) -> Self {
        let Reach { contact, version, confirmed_at, refused_at, .. } = reach;
        let Contact { email, phone, address, language } = contact;
        Self { email, phone, address, language, version, confirmed_at, refused_at }
    }
}

/// The person leads the squad: how far the leader has a way into the leader's pages.
#[derive(Serialize)]
struct LeaderView {
    login: Option<String>,
    invited_at: Option<Instant>,
    is_in_use: bool,
    /// The link can go by mail.
    has_address: bool,
}

/// A certificate that was prepared for the person.
#[derive(Serialize)]
struct CertificateView {
    id: Id<id::Certificate>,
    number: Option<String>,
    state: CertificateState,
}

impl From<Certificate> for CertificateView {
    fn from(Certificate { id, number, state, .. }: Certificate) -> Self {
        Self { id, number, state }
    }
}

/// The person asks to be taken off the record.
#[derive(Serialize)]
struct WishView {
    is_confirmed: bool,
    asked_at: Instant,
}

impl From<OwnWish> for WishView {
    fn from(wish: OwnWish) -> Self {
        Self { is_confirmed: wish.is_confirmed, asked_at: wish.asked_at }
    }
}

impl Page for MemberPage {
    fn template(&self) -> &'static str {
        "pages/record/member.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let contact = &self.contact;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            ("email", text(&contact.email)),
            ("phone", text(&contact.phone)),
            ("address", text(&contact.address)),
            ("language", contact.language.to_string()),
        ]
    }
}

impl Sample for MemberPage {
    fn samples() -> Vec<Self> {
        let page = |state, confirm, contact, is_confirmed: Option<bool>| Self {
            record: RecordView::sample(is_confirmed.is_none()),
            name: "Үлгіев Үлгі".to_owned(),
            state,
            trained_on: is_confirmed.map(|_| NaiveDate::default()),
            contact,
            is_living: is_confirmed.is_some(),
            confirm,
            off_record: Button::sample_ready(),
            wish: is_confirmed
                .map(|is_confirmed| WishView { is_confirmed, asked_at: Instant::default() }),
            leader: is_confirmed.map(|is_in_use| LeaderView {
                login: is_in_use.then(|| "7KQ2M-X4T".to_owned()),
                invited_at: is_in_use.then(Instant::default),
                is_in_use,
                has_address: is_in_use,
            }),
            invite: Button::sample_ready(),
            certificates: is_confirmed
                .map(|is_signed| CertificateView {
                    id: Id::new(),
                    number: is_signed.then(|| "Е000417".to_owned()),
                    state: CertificateState::Signed,
                })
                .into_iter()
                .collect(),
            languages: Language::ALL,
            address_limit: ADDRESS_LIMIT,
        };
        let typed = || ContactView {
            email: Some("ulgi@mail.example".to_owned()),
            phone: Some("+77010000000".to_owned()),
            address: Some("Үлгі ауылы, 1".to_owned()),
            language: Language::Ru,
            version: 0,
            confirmed_at: None,
            refused_at: None,
        };
        let own = |refused_at| ContactView {
            version: 1,
            confirmed_at: Some(Instant::default()),
            refused_at,
            ..typed()
        };
        let bare = ContactView { email: None, phone: None, address: None, ..own(None) };
        let refused = own(Some(Instant::default()));
        let (ready, foreign) = (Button::sample_ready, Button::sample_foreign);
        vec![
            page(MembershipState::Registered, ready(), typed(), Some(true)),
            page(MembershipState::Registered, ready(), refused, Some(false)),
            page(MembershipState::OffRecord, ready(), bare, None),
            page(MembershipState::Registered, foreign(), own(None), Some(false)),
        ]
    }
}

/// Reads the page; forms on it that were refused show it again.
pub(super) fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    found: &FollowedRecord,
) -> Result<MemberPage, WebError> {
    let (id, case) = (found.member.id, &found.case);
    let (reach, wish, leader, certificates) = cx.read(|db| {
        use storage::record::{contact, own_wish};
        Ok((
            contact::of(db, id)?,
            own_wish::asked(db, id)?,
            match found.of.squad() {
                Some(squad) => storage::squads::leader_account::of_leader(db, squad, id)?,
                None => None,
            },
            storage::certificates::certificate::of_record(db, &me.scope, id)?,
        ))
    })?;
    let reach = reach.ok_or(WebError::NotFound)?;
    let leader = leader.map(|account| LeaderView {
        invited_at: account.as_ref().map(|account| account.invited_at),
        is_in_use: account.as_ref().is_some_and(LeaderAccount::is_in_use),
        login: account.map(|account| code::grouped(&account.login)),
        has_address: reach.address().is_some(),
    });
    Ok(MemberPage {
        record: found.view(),
        name: found.member.full_name(),
        state: found.member.state,
        trained_on: found.member.trained_on,
        is_living: reach.is_living,
        contact: reach.into(),
        confirm: button(me, Act::ConfirmContact, case, &[]),
        off_record: button(me, Act::TakeOffRecord, case, &[]),
        wish: wish.map(WishView::from),
        leader,
        invite: button(me, Act::InviteLeader, case, &[]),
        certificates: certificates.into_iter().map(CertificateView::from).collect(),
        languages: Language::ALL,
        address_limit: ADDRESS_LIMIT,
    })
}

/// The page.
pub async fn show(request: IncomingRequest, path: RecordPath) -> HttpResponse {
    request
        .signed(move |cx, me| cx.first_form(&read(cx, me, &FollowedRecord::find(cx, me, &path)?)?))
        .await
}

/// Keeps how the person is reached, as the person has said.
pub async fn confirm(
    request: IncomingRequest,
    path: RecordPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let found = FollowedRecord::find(cx, me, &path)?;
            let (of, membership) = (found.of, found.member.id);
            let typed = intake::contact::Written {
                email: form.text("email"),
                phone: form.text("phone"),
                address: form.text("address"),
                language: form.text("language"),
            };
            let contact = match intake::contact::read(&typed) {
                Ok(contact) => contact,
                Err(findings) => {
                    let faults: Vec<_> = findings.iter().map(person_faults::fault).collect();
                    return cx.rerender(&read(cx, me, &found)?, form, &faults);
                }
            };
            let version = form.version("version")?;
            let command = ConfirmContact { of, membership, version, contact };
            answer(cx, me, form, &found, cx.act(me, form, &command))
        })
        .await
}

/// Sets a wish aside that the person does not have.
pub async fn set_aside(
    request: IncomingRequest,
    path: RecordPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let found = FollowedRecord::find(cx, me, &path)?;
            let squad = found.of.squad().ok_or(WebError::NotFound)?;
            let done = cx.act(me, form, &SetWishAside { squad, membership: found.member.id });
            answer(cx, me, form, &found, done)
        })
        .await
}

/// After an act that a form on the page asked for: back to the page, or the page again with what is wrong.
pub(super) fn answer<N, E: Fault>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    found: &FollowedRecord,
    done: Result<Done<N>, Refusal<E>>,
) -> Result<Reply, WebError> {
    let back = found.view().url;
    match done {
        Ok(_) => Ok(Reply::Redirect(back)),
        Err(refusal) => {
            let faults = faults_of(refusal, &back)?;
            cx.rerender(&read(cx, me, found)?, form, &field_errors(&faults))
        }
    }
}
