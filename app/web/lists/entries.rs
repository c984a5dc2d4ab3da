//! One person of a list, with the ID-card copy: for the akimat that sent and the officer who vets.

use super::views::{ListHeader, RegisterLine, SquadHeader, day, is_vetted, registers};
use crate::{
    acts::{Command, Fault, lists::copy_pages::is_open},
    domain::{
        id::{self, Id},
        language::Language,
        member_list::{EntryState, ListState, ReturnCode},
        membership::MembershipState,
        permissions::Unmet,
        person::{DocumentKind, Particular},
        time::Instant,
        workflow::Act,
    },
    storage::{
        access_log::Opened,
        lists::{
            copy,
            entry_page::{self, EntryRows},
        },
    },
    web::{
        pages::{
            Page,
            button::{Button, button},
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

/// The page of a person of a list. It holds an IIN and has no `Debug`.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "the template asks each by name")]
pub struct EntryPage {
    pub(super) entry: EntryFacts,
    /// The corrections with which the entry came back, for the officer who vets it.
    pub(super) changes: Vec<ChangeLine>,
    pub(super) is_copy_replaced: bool,
    pub(super) pages: Vec<CopyPage>,
    /// The person's stay on the list has ended: the copy is kept until then and no longer.
    pub(super) copy_kept_until: Option<Instant>,
    /// How many days the copy of a person is kept who leaves the list now; none goes at once.
    pub(super) copy_kept_days: Option<u32>,
    /// The entry may be corrected and copies attached to it now.
    pub(super) is_open: bool,
    /// There are pages that new ones may replace.
    pub(super) can_replace: bool,
    /// The subdivision can't read the copy that it has: new pages replace it unless the akimat says otherwise.
    pub(super) is_unreadable: bool,
    pub(super) before: Option<Id<id::ListEntry>>,
    pub(super) after: Option<Id<id::ListEntry>>,
    pub(super) list: ListHeader,
    pub(super) squad: SquadHeader,
    pub(super) registers: Vec<RegisterLine>,
    pub(super) is_territory: bool,
    /// Which day of vetting it is.
    pub(super) day: Option<i64>,
    pub(super) attach: Button,
    pub(super) withdraw: Button,
    pub(super) decide: Button,
    pub(super) give_back: Button,
    pub(super) note: Button,
    pub(super) take_back: Button,
}

impl Page for EntryPage {
    fn template(&self) -> &'static str {
        "pages/lists/entry.html"
    }
}

/// A person with all particulars.
#[derive(Serialize)]
pub(super) struct EntryFacts {
    pub id: Id<id::ListEntry>,
    pub position: i32,
    pub state: EntryState,
    pub version: i32,
    pub return_code: Option<ReturnCode>,
    pub membership_state: MembershipState,
    pub name: String,
    pub iin: String,
    pub birth_date: Option<NaiveDate>,
    pub document_kind: DocumentKind,
    pub document_number: Option<String>,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub language: Option<Language>,
    pub is_corrected: bool,
    pub is_known_elsewhere: bool,
}

/// A field as it was and as it is: an empty text where there is nothing.
#[derive(Serialize)]
pub(super) struct ChangeLine {
    field: Particular,
    before: String,
    now: String,
}

impl ChangeLine {
    /// A field that was filled in.
    pub fn sample(field: Particular) -> Self {
        let now = match field {
            Particular::BirthDate => "2026-11-22",
            Particular::DocumentKind => "id_card",
            Particular::Language => "ru",
            Particular::Surname
            | Particular::GivenName
            | Particular::Patronymic
            | Particular::Iin
            | Particular::DocumentNumber
            | Particular::Address
            | Particular::Phone
            | Particular::Email => "Үлгі",
        };
        Self { field, before: String::new(), now: now.to_owned() }
    }
}

/// Former values beside those that stand now.
fn changes(rows: &EntryRows) -> Vec<ChangeLine> {
    let Some(change) = rows.change.as_ref().filter(|_| rows.is_territory) else {
        return Vec::new();
    };
    let mut now = rows.particulars.values();
    let line = |(field, before): (&Particular, &String)| ChangeLine {
        field: *field,
        before: before.clone(),
        now: now.remove(field).unwrap_or_default(),
    };
    change.before.iter().map(line).collect()
}

/// A page of a copy.
#[derive(Serialize)]
pub(super) struct CopyPage {
    pub id: Id<id::CopyPage>,
    /// It is shown in its place; anything else is handed over.
    pub is_picture: bool,
}

impl From<&copy::Page> for CopyPage {
    fn from(page: &copy::Page) -> Self {
        Self { id: page.id, is_picture: page.media_type.starts_with("image/") }
    }
}

/// The person's page.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let page = page(cx, me, id.parse().map_err(|_| WebError::NotFound)?)?;
            cx.first_form(&page)
        })
        .await
}

/// Carries out an act that a form on a person's page asks for: then `next` is shown, or the page again with what is wrong.
pub fn submit<V: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    entry: Id<id::ListEntry>,
    command: &V,
    next: impl FnOnce(Id<V::Next>) -> String,
) -> Result<Reply, WebError> {
    match cx.act(me, form, command) {
        Ok(done) => Ok(Reply::Redirect(next(done.result))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/entries/{entry}"))?;
            cx.rerender(&page(cx, me, entry)?, form, &field_errors(&faults))
        }
    }
}

/// The page of a person. Showing an IIN leaves a trace.
pub fn page(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::ListEntry>,
) -> Result<EntryPage, WebError> {
    let rows = cx
        .read(|db| entry_page::read(db, &cx.app.keys, &me.scope, id))?
        .ok_or(WebError::NotFound)?;
    cx.log_access(me, Opened::Iin, rows.entry.membership, &rows.list)?;
    Ok(EntryPage::of(cx, me, rows))
}

impl EntryPage {
    fn of(cx: &RequestContext, me: &CurrentUser, rows: EntryRows) -> Self {
        let case = rows.list.case();
        let vettable = if is_vetted(&rows.entry) { Vec::new() } else { vec![Unmet::Entries] };
        // Of a list that was sent, pages are replaced that travelled before it was received.
        let has_travelled = |page: &copy::Page| {
            rows.received_at.is_none_or(|received_at| page.attached_at <= received_at)
        };
        let can_replace = rows.pages.iter().any(has_travelled);
        let kept_days = cx.app.settings.copies_kept_days;
        let is_ended = rows.entry.membership_state != MembershipState::ToBeRemoved;
        let kept = TimeDelta::days(kept_days.into());
        Self {
            can_replace,
            changes: changes(&rows),
            is_copy_replaced: rows.is_territory
                && rows.change.as_ref().is_some_and(|change| change.is_copy_replaced),
            copy_kept_until: rows.settled_at.filter(|_| is_ended).map(|at| at + kept),
            copy_kept_days: (rows.list.state != ListState::Draft).then_some(kept_days),
            is_unreadable: can_replace
                && rows.entry.return_code == Some(ReturnCode::UnreadableCopy),
            pages: rows.pages.iter().map(CopyPage::from).collect(),
            is_open: is_open(&case, rows.entry.state),
            before: rows.before,
            after: rows.after,
            list: ListHeader::from(&rows.list),
            squad: SquadHeader::from(&rows.list.squad),
            registers: registers(&rows.notes, rows.entry.id),
            is_territory: rows.is_territory,
            day: day(rows.received_at, cx.now),
            attach: button(me, Act::AttachCopies, &case, &[]),
            withdraw: button(me, Act::WithdrawCandidate, &case, &[]),
            decide: button(me, Act::ReturnOutcomes, &case, &vettable),
            give_back: button(me, Act::ReturnEntries, &case, &vettable),
            note: button(me, Act::NoteRegisters, &case, &vettable),
            take_back: button(me, Act::TakeBackOutcome, &case, &[]),
            entry: EntryFacts::of(rows),
        }
    }
}

impl EntryFacts {
    fn of(rows: EntryRows) -> Self {
        let (entry, particulars) = (rows.entry, rows.particulars);
        Self {
            id: entry.id,
            position: entry.position,
            state: entry.state,
            version: entry.version,
            return_code: entry.return_code,
            membership_state: entry.membership_state,
            name: particulars.full_name(),
            iin: particulars.iin.expose().to_owned(),
            birth_date: particulars.birth_date,
            document_kind: particulars.document_kind,
            document_number: particulars.document_number,
            address: particulars.address,
            phone: particulars.phone,
            email: particulars.email,
            language: particulars.language,
            is_corrected: rows.is_corrected,
            is_known_elsewhere: rows.is_known_elsewhere,
        }
    }
}
