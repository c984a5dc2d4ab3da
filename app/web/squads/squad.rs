//! Squads: who is in them, who leads them, what comes next.

use crate::{
    acts::squads::record_decision::preconditions_of_appointment,
    domain::{
        body::DutyKind,
        id::{self, Id},
        kazakh,
        leadership::LeadershipState,
        member_list::ListState,
        membership::MembershipState,
        squad::{Post, SquadState},
        workflow::Act,
    },
    storage::{
        self, Db, Scope, StorageError,
        offices::body::Body,
        squads::squad::{Filter, Squad},
    },
    web::{
        pages::{Loose, button::button},
        request::{
            current_user::CurrentUser,
            error::WebError,
            filters::{ListFilters, Options, Pairs, of_names, of_words},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// Squads on one page.
pub const PAGE: i64 = 50;

/// The squads that the reader may see.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/squads", &["state", "leader", "unit", "body"], pairs.into_inner());
    request.signed(move |cx, me| {
        let filter =
            Filter { state: filters.get("state")?, akimat: filters.get("body")?, unit: filters.get("unit")?, leader: filters.get("leader")? };
        let after = filters.cursor("after", parse_cursor);
        let (squads, leaders) = cx.read(|db| {
            let squads = storage::squads::squad::page(db, &me.scope, &filter, after, PAGE)?;
            let leaders = storage::squads::leadership::open_of_all(db, &squads.iter().map(|s| s.id).collect::<Vec<_>>())?;
            Ok((squads, leaders))
        })?;
        let (squads, next) = crate::web::pages::paging::first_page(squads, PAGE, |s| cursor(&s.cursor()));
        let lines: Vec<Value> = squads
            .iter()
            .map(|s| {
                let mut line = words(s);
                line["leader"] = json!(leaders.iter().find(|(id, _)| *id == s.id).map(|(_, state)| state));
                line
            })
            .collect();
        let choices = filters.bar(cx.read(|db| options(db, &me.scope))?);
        let can_propose = me.has(DutyKind::AkimatOfficer);
        cx.show(&Loose("pages/squads/squads.html", json!({ "squads": lines, "next": next.map(|place| filters.next("after", &place)), "filters": choices, "can_propose": can_propose })))
    })
    .await
}

/// What the squads can be filtered by; a choice that is none is not offered.
fn options(db: &mut Db, scope: &Scope) -> Result<Options, StorageError> {
    let (akimats, units) = (akimats(db, scope)?, storage::squads::squad::units(db, scope)?);
    Ok(Options::from([
        ("state", of_words("squad", SquadState::ALL.iter().copied())),
        ("leader", of_words("post", Post::ALL.iter().copied())),
        ("unit", of_names(units.iter().filter(|_| units.len() > 1).map(|b| (b.id, &b.name)))),
        ("body", of_names(akimats.iter().filter(|_| akimats.len() > 1).map(|b| (b.id, &b.name)))),
    ]))
}

/// The akimats whose squads are in a scope, by name.
pub fn akimats(db: &mut Db, scope: &Scope) -> Result<Vec<Body>, StorageError> {
    let ids = storage::squads::squad::akimats(db, scope)?;
    let mut akimats = storage::offices::body::all(db, &ids)?;
    akimats.sort_by_cached_key(|body| kazakh::sort_key(&body.name.kk));
    Ok(akimats)
}

fn cursor((key, id): &(Vec<u8>, Id<id::Squad>)) -> String {
    format!("{}.{id}", hex::encode(key))
}

fn parse_cursor(text: &str) -> Option<(Vec<u8>, Id<id::Squad>)> {
    let (key, id) = text.split_once('.')?;
    Some((hex::decode(key).ok()?, id.parse().ok()?))
}

/// A squad as templates see it.
pub fn words(squad: &Squad) -> Value {
    json!({
        "id": squad.id,
        "reference": squad.reference,
        "name": squad.name,
        "area": squad.area,
        "state": squad.state,
        "version": squad.version,
        "created_at": squad.created_at,
        "akimat": squad.akimat_name,
        "unit": squad.unit_name,
    })
}

/// One squad.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            let content = cx.read(|db| {
                let Some(squad) = storage::squads::squad::find(db, &me.scope, id)? else { return Ok(None) };
                let case = squad.case();
                let members = storage::squads::membership::of_squad(db, id)?;
                let leader = storage::squads::leadership::open_of(db, id)?;
                let unmet = preconditions_of_appointment(db, id)?;
                let lists = if sees_lists(me, &squad) { storage::lists::member_list::of_squad(db, id)? } else { Vec::new() };
                let is_akimat = me.scope.akimats.contains(&squad.parties.akimat);
                let is_territory = me.scope.territories.contains(&squad.parties.territory);
                let is_council = me.scope.councils.contains(&squad.parties.council);
                let is_unit = me.scope.units.contains(&squad.parties.unit);
                // Whoever sees a person's state sees the telephone as well; the council is told names only.
                let sees_all = |state| is_akimat || is_territory && territory_sees(state) || is_unit && state.is_in_book();
                let members: Vec<Value> = members
                    .iter()
                    .filter(|m| sees_all(m.state) || is_council && m.state.is_current())
                    .map(|m| {
                        json!({
                            "id": m.id,
                            "name": m.full_name(),
                            // The council is told names and not how vetting goes.
                            "state": sees_all(m.state).then_some(m.state),
                            "phone": sees_all(m.state).then_some(&m.phone),
                            "leader": leader.as_ref().filter(|l| l.membership == m.id).map(|l| l.state),
                        })
                    })
                    .collect();
                let lists_seen: Vec<Value> = lists
                    .iter()
                    .filter(|(_, _, state)| is_akimat || *state != ListState::Draft)
                    .map(|(id, reference, state)| json!({ "id": id, "reference": reference, "state": state }))
                    .collect();
                let decisions = storage::squads::decision::of_squad(db, id)?;
                let waits: Vec<Value> = storage::handoff::of_case(db, id.any())?
                    .into_iter()
                    .map(|(kind, kk, ru, en)| json!({ "kind": kind, "body": { "kk": kk, "ru": ru, "en": en } }))
                    .collect();
                Ok(Some(json!({
                    "squad": words(&squad),
                    "members": members,
                    "leader": leader.as_ref().map(|l| l.state),
                    "sees_lists": sees_lists(me, &squad),
                    "steps": steps(&squad, &lists, sees_lists(me, &squad), leader.as_ref().map(|l| l.state)),
                    "counts": counts(&members),
                    "history": crate::web::histories::recent(db, me, &squad)?,
                    "lists": lists_seen,
                    "decisions": decisions.iter().map(crate::web::squads::decisions::words).collect::<Vec<_>>(),
                    "waits": waits,
                    "create": button(me, Act::CreateSquad, &case, &[]),
                    "appoint": button(me, Act::AppointLeader, &case, &unmet),
                    "add": button(me, Act::AddCandidates, &case, &[]),
                })))
            })?;
            let content = content.ok_or(WebError::NotFound)?;
            cx.note_opened(me, id.any())?;
            cx.show(&Loose("pages/squads/squad.html", content))
        })
        .await
}

/// The way of a squad, as far as the reader sees it: what is done, what comes now, what comes after.
fn steps(
    squad: &Squad,
    lists: &[(Id<id::MemberList>, String, ListState)],
    sees_lists: bool,
    leader: Option<LeadershipState>,
) -> Vec<crate::web::pages::steps::Step> {
    if squad.state == SquadState::Rejected {
        return crate::web::pages::steps::steps("squad-step", &[("proposed", true), ("rejected", true)]);
    }
    let is_sent = lists.iter().any(|(_, _, state)| *state != ListState::Draft);
    let is_vetted = is_sent && lists.iter().all(|(_, _, state)| matches!(state, ListState::Answered | ListState::Closed));
    let all = [
        ("proposed", true, true),
        ("created", squad.state == SquadState::Created, true),
        ("sent", is_sent, sees_lists),
        ("vetted", is_vetted, sees_lists),
        ("led", leader == Some(LeadershipState::InOffice), true),
    ];
    let seen: Vec<_> = all.into_iter().filter(|(.., is_seen)| *is_seen).map(|(word, is_done, _)| (word, is_done)).collect();
    crate::web::pages::steps::steps("squad-step", &seen)
}

/// Members by state, of those whose state the reader sees.
fn counts(members: &[Value]) -> Vec<Value> {
    let of = |state: &MembershipState| members.iter().filter(|member| member["state"] == json!(state)).count();
    MembershipState::ALL
        .iter()
        .map(|state| (state, of(state)))
        .filter(|(_, n)| *n > 0)
        .map(|(state, n)| json!({ "state": state, "count": n }))
        .collect()
}

fn sees_lists(me: &CurrentUser, squad: &Squad) -> bool {
    me.scope.akimats.contains(&squad.parties.akimat) || me.scope.territories.contains(&squad.parties.territory)
}

/// Whether the subdivision sees a person of a squad in that state: not before a list has brought the person to it.
const fn territory_sees(state: MembershipState) -> bool {
    !matches!(state, MembershipState::Proposed | MembershipState::Withdrawn)
}
