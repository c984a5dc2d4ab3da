//! One list, for whoever sent or received it.

use super::{
    letters,
    views::{EntryLine, ListHeader, SquadHeader, day},
};
use crate::{
    acts::{Command, Fault, lists::send_list},
    domain::{
        id::{self, Id},
        member_list::{EntryState, ListState, Register},
        membership::{MembershipState, Outcome},
        permissions::Unmet,
        time::Instant,
        workflow::Act,
    },
    storage::lists::{
        dispatch::Dispatch,
        list_page::{self, ListRows},
    },
    web::{
        pages::{
            Page,
            button::{Button, button},
            steps::{Step, steps},
            turn::Turn,
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
use chrono::NaiveDate;
use serde::Serialize;

/// The page of a list.
#[derive(Serialize)]
pub struct ListPage {
    pub(super) list: ListHeader,
    pub(super) squad: SquadHeader,
    pub(super) steps: Vec<Step>,
    pub(super) entries: Vec<EntryLine>,
    pub(super) counts: Vec<StateCount>,
    pub(super) dispatches: Vec<DispatchLine>,
    /// Which day of vetting it is.
    pub(super) day: Option<i64>,
    pub(super) vetting_days: Option<u32>,
    pub(super) turn: Turn,
    /// Entries were returned: the akimat is told what it lacks to send them again.
    pub(super) has_returned: bool,
    pub(super) is_akimat: bool,
    pub(super) is_territory: bool,
    pub(super) registers: &'static [Register],
    pub(super) outcomes: &'static [Outcome],
    /// Where the answer is as a paper, once somebody is registered or to be removed.
    pub(super) reply: Option<String>,
    /// Pages of copies that nobody has matched.
    pub(super) loose: i64,
    pub(super) send: Button,
    pub(super) attach: Button,
    pub(super) receive: Button,
    pub(super) note: Button,
    pub(super) decide: Button,
    pub(super) give_back: Button,
    pub(super) remove: Button,
}

impl Page for ListPage {
    fn template(&self) -> &'static str {
        "pages/lists/list.html"
    }
}

/// How many people of the list are in a state.
#[derive(Serialize)]
pub(super) struct StateCount {
    pub state: MembershipState,
    pub count: usize,
}

/// A sending, and its receipt if there is one.
#[derive(Serialize)]
pub(super) struct DispatchLine {
    pub serial: i32,
    pub outgoing_number: String,
    pub outgoing_date: NaiveDate,
    pub entries: i32,
    pub incoming_number: Option<String>,
    pub incoming_date: Option<NaiveDate>,
    pub received_at: Option<Instant>,
}

impl From<Dispatch> for DispatchLine {
    fn from(dispatch: Dispatch) -> Self {
        Self {
            serial: dispatch.serial,
            outgoing_number: dispatch.outgoing_number,
            outgoing_date: dispatch.outgoing_date,
            entries: dispatch.entries,
            incoming_number: dispatch.incoming_number,
            incoming_date: dispatch.incoming_date,
            received_at: dispatch.received_at,
        }
    }
}

/// The page of one list.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let rows = rows(cx, me, id.parse().map_err(|_| WebError::NotFound)?)?;
            cx.note_opening_of(me, rows.list.id.any(), &rows.handoffs)?;
            cx.first_form(&ListPage::of(cx, me, rows))
        })
        .await
}

/// Carries out an act that a form on a list's page asks for: then the list is shown, or its page again with what was typed.
pub fn submit<V: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    list: Id<id::MemberList>,
    command: &V,
) -> Result<Reply, WebError> {
    match cx.act(me, form, command) {
        Ok(done) => Ok(Reply::Redirect(format!("/lists/{}", done.result))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/lists/{list}"))?;
            cx.rerender(&page(cx, me, list)?, form, &field_errors(&faults))
        }
    }
}

/// The page of a list; forms on it that were refused show it again.
pub fn page(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::MemberList>,
) -> Result<ListPage, WebError> {
    Ok(ListPage::of(cx, me, rows(cx, me, id)?))
}

/// All that the page of a list shows, if the reader may see the list.
pub fn rows(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::MemberList>,
) -> Result<ListRows, WebError> {
    cx.read(|db| list_page::read(db, &me.scope, &me.holdings, id))?.ok_or(WebError::NotFound)
}

impl ListPage {
    /// The page as its reader's duties let it be seen.
    pub fn of(cx: &RequestContext, me: &CurrentUser, rows: ListRows) -> Self {
        let case = rows.list.case();
        let count = |state: MembershipState| {
            rows.entries.iter().filter(|listed| listed.entry.membership_state == state).count()
        };
        let counts = MembershipState::ALL
            .iter()
            .map(|state| StateCount { state: *state, count: count(*state) });
        let entries: Vec<_> = rows.entries.iter().map(|listed| &listed.entry).collect();
        let unmet_unless = |is_met: bool| if is_met { Vec::new() } else { vec![Unmet::Entries] };
        let send_unmet = send_list::unmet(rows.list.state, rows.list.squad.state, &entries);
        let removable = unmet_unless(count(MembershipState::ToBeRemoved) > 0);
        let vettable = unmet_unless(count(MembershipState::BeingVetted) > 0);
        Self {
            list: ListHeader::from(&rows.list),
            squad: SquadHeader::from(&rows.list.squad),
            steps: steps_of(rows.list.state),
            entries: rows.entries.iter().map(|listed| EntryLine::of(listed, &rows.notes)).collect(),
            counts: counts.filter(|counted| counted.count > 0).collect(),
            day: day(
                rows.dispatches.iter().filter_map(|dispatch| dispatch.received_at).next_back(),
                cx.now,
            ),
            vetting_days: cx.directory.get(rows.list.squad.territory).map(|body| body.vetting_days),
            turn: Turn::of(&rows.handoffs, &cx.directory),
            has_returned: entries.iter().any(|entry| entry.state == EntryState::Returned),
            is_akimat: rows.is_akimat,
            is_territory: rows.is_territory,
            registers: Register::ALL,
            outcomes: Outcome::ALL,
            reply: entries
                .iter()
                .any(|entry| letters::is_registered(entry.membership_state).is_some())
                .then(|| format!("/lists/{}/reply", rows.list.id)),
            loose: rows.loose,
            send: button(me, Act::SendList, &case, &send_unmet),
            attach: button(me, Act::AttachCopies, &case, &[]),
            receive: button(me, Act::ReceiveList, &case, &[]),
            note: button(me, Act::NoteRegisters, &case, &vettable),
            decide: button(me, Act::ReturnOutcomes, &case, &vettable),
            give_back: button(me, Act::ReturnEntries, &case, &vettable),
            remove: button(me, Act::RemovePeople, &case, &removable),
            dispatches: rows.dispatches.into_iter().map(DispatchLine::from).collect(),
        }
    }
}

/// The states that a list goes through.
pub(super) fn steps_of(state: ListState) -> Vec<Step> {
    let way: Vec<_> = ListState::ALL
        .iter()
        .map(|s| (s.as_str(), *s < state || *s == ListState::Closed && state == *s))
        .collect();
    steps("list", &way)
}
