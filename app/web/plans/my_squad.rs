//! The leader's own squad on a telephone: whom to call, and who may not go on duty yet (clauses 7, 11).
//!
//! The leader sees names and telephones, and of each person whether anything is lacking: legal training, or the entry in the
//! book. A person who is to be removed looks like one who is not in the book yet.

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
        membership::MembershipState,
        time::Instant,
    },
    storage::{self, plans::assignment::Assignment, squads::membership::Member},
    web::{
        pages::{Page, Sample, example},
        request::incoming::IncomingRequest,
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// The squad; none once the term has ended.
#[derive(Serialize)]
pub struct MySquadPage {
    squad: Option<OwnSquad>,
    /// The page may be looked at later, without a network.
    shown_at: Instant,
}

#[derive(Serialize)]
struct OwnSquad {
    name: Named,
    unit: Named,
    area: String,
    members: Vec<OwnMember>,
    ready: usize,
    next: Option<NextDuty>,
}

/// The next duty that the unit has agreed to.
#[derive(Serialize)]
struct NextDuty {
    id: Id<id::Plan>,
    starts_at: Instant,
    ends_at: Instant,
    area: String,
    meeting_point: String,
    going: Vec<String>,
    people: i32,
}

#[derive(Serialize)]
struct OwnMember {
    name: String,
    phone: Option<String>,
    is_self: bool,
    lack: Option<Lack>,
    /// A certificate was handed over; more of it is not the leader's.
    has_certificate: bool,
}

/// The one thing that keeps a person from duty, as the leader is told.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Lack {
    Book,
    Training,
}

impl OwnMember {
    /// Of those who stand in the squad now.
    fn of(member: &Member, is_self: bool, has_certificate: bool) -> Option<Self> {
        let lack = match member.state {
            MembershipState::Registered if member.trained_on.is_some() => None,
            MembershipState::Registered => Some(Lack::Training),
            MembershipState::Proposed
            | MembershipState::Listed
            | MembershipState::BeingVetted
            | MembershipState::ToBeRemoved => Some(Lack::Book),
            MembershipState::Removed
            | MembershipState::Refused
            | MembershipState::OffRecord
            | MembershipState::Withdrawn => return None,
        };
        let phone = member.called_at();
        Some(Self { name: member.full_name(), phone, is_self, lack, has_certificate })
    }
}

impl Page for MySquadPage {
    fn template(&self) -> &'static str {
        "pages/plans/my_squad.html"
    }
}

impl Sample for MySquadPage {
    fn samples() -> Vec<Self> {
        let member = |phone: Option<&str>, is_self, lack| OwnMember {
            name: "Үлгіев Үлгі".to_owned(),
            phone: phone.map(str::to_owned),
            is_self,
            lack,
            has_certificate: is_self,
        };
        let squad = OwnSquad {
            name: example::squad(),
            unit: example::unit(),
            area: "Үлгі ауылы".to_owned(),
            members: vec![
                member(Some("+77010000000"), true, None),
                member(Some("+77010000001"), false, Some(Lack::Training)),
                member(None, false, Some(Lack::Book)),
            ],
            ready: 1,
            next: Some(NextDuty {
                id: Id::new(),
                starts_at: Instant::default(),
                ends_at: Instant::default(),
                area: "Үлгі ауылы".to_owned(),
                meeting_point: "Мектеп алды".to_owned(),
                going: vec!["Үлгіев Үлгі".to_owned()],
                people: 3,
            }),
        };
        let bare = OwnSquad {
            name: example::squad(),
            unit: example::unit(),
            area: "Үлгі ауылы".to_owned(),
            members: Vec::new(),
            ready: 0,
            next: None,
        };
        [Some(squad), Some(bare), None]
            .map(|squad| Self { squad, shown_at: Instant::default() })
            .into()
    }
}

/// The page.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let Some(led) = me.leads else {
                return cx.show(&MySquadPage { squad: None, shown_at: cx.now });
            };
            let (squad, members, certified, next) = cx.read(|db| {
                use storage::plans::{assignment, plan};
                let next = plan::next(db, led.squad, cx.now)?;
                let assigned = match &next {
                    Some(plan) => assignment::of_plan(db, plan.id)?,
                    None => Vec::new(),
                };
                Ok((
                    storage::squads::squad::get(db, led.squad)?,
                    storage::squads::membership::of_squad(db, led.squad)?,
                    storage::certificates::certificate::handed_over(db, led.squad)?,
                    next.map(|plan| (plan, assigned)),
                ))
            })?;
            let name = |assignment: &Assignment| {
                members.iter().find(|m| m.id == assignment.membership).map(Member::full_name)
            };
            let next = next.map(|(plan, assigned)| NextDuty {
                id: plan.id,
                starts_at: plan.period.0,
                ends_at: plan.period.1,
                area: plan.area,
                meeting_point: plan.meeting_point,
                going: assigned.iter().filter(|of| of.state.is_going()).filter_map(name).collect(),
                people: plan.people,
            });
            let own = |member: &Member| {
                let has_certificate = certified.contains(&member.id);
                OwnMember::of(member, member.id == led.membership, has_certificate)
            };
            let members: Vec<OwnMember> = members.iter().filter_map(own).collect();
            let ready = members.iter().filter(|member| member.lack.is_none()).count();
            let squad = OwnSquad {
                name: squad.name,
                unit: squad.unit_name,
                area: squad.area,
                members,
                ready,
                next,
            };
            cx.show(&MySquadPage { squad: Some(squad), shown_at: cx.now })
        })
        .await
}
