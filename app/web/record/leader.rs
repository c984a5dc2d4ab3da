//! The unit invites the leader in office, and ends the leader's session.

use super::{
    member::{answer, place},
    off_record::{MemberPath, ids},
};
use crate::{
    acts::{
        offices::delivery_method::{INVITATION, Means},
        squads::{end_leader_sessions::EndLeaderSessions, invite_leader::InviteLeader},
    },
    domain::{
        code,
        id::{self, Id},
        language::Named,
        time::Instant,
    },
    storage,
    web::{
        pages::{Page, Sample, example},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm, incoming::IncomingRequest, reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// The sheet that the unit hands over: login and code, shown this once.
#[derive(Serialize)]
pub struct LeaderSheetPage {
    back: String,
    name: String,
    squad: Named,
    login: String,
    code: String,
    until: Instant,
    url: String,
}

impl Page for LeaderSheetPage {
    fn template(&self) -> &'static str {
        "pages/record/leader_sheet.html"
    }
}

impl Sample for LeaderSheetPage {
    fn samples() -> Vec<Self> {
        vec![Self {
            back: "/squads/0/members/0".to_owned(),
            name: "Үлгіев Үлгі".to_owned(),
            squad: example::squad(),
            login: "7KQ2M-X4T".to_owned(),
            code: String::from("ABCD-EFGH-JKLM"),
            until: Instant::default(),
            url: "https://ulgi.invalid/code".to_owned(),
        }]
    }
}

/// Sends the link to the leader, or shows the sheet once.
pub async fn invite(
    request: IncomingRequest,
    path: MemberPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let (squad, membership) = ids(&path)?;
            let means = Means::chosen(form.text("means"))?;
            let command = InviteLeader { squad, membership, means };
            match (cx.act(me, form, &command), &command.means) {
                (Ok(done), Some(Means::Code(code))) if !done.is_repeated => {
                    sheet(cx, me, (squad, membership), code)
                }
                (done, _) => answer(cx, me, form, (squad, membership), done),
            }
        })
        .await
}

fn sheet(
    cx: &RequestContext,
    me: &CurrentUser,
    (squad, membership): (Id<id::Squad>, Id<id::Membership>),
    code: &str,
) -> Result<Reply, WebError> {
    let (squad, member, account) = cx.read(|db| {
        Ok((
            storage::squads::squad::find(db, &me.scope, squad)?,
            storage::squads::membership::in_squad(db, squad, membership)?,
            storage::squads::leader_account::of_membership(db, membership)?,
        ))
    })?;
    let (squad, member) = squad.zip(member).ok_or(WebError::NotFound)?;
    let login = account.map(|account| account.login).ok_or(WebError::NotFound)?;
    cx.show(&LeaderSheetPage {
        back: place(squad.id, membership),
        name: member.full_name(),
        squad: squad.name,
        login: code::grouped(&login),
        code: code::grouped(code),
        until: cx.now + INVITATION,
        url: format!("{}/code", cx.app.settings.public_url),
    })
}

/// Ends the session of the leader's telephone.
pub async fn end_sessions(
    request: IncomingRequest,
    path: MemberPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let (squad, membership) = ids(&path)?;
            let done = cx.act(me, form, &EndLeaderSessions { squad, membership });
            answer(cx, me, form, (squad, membership), done)
        })
        .await
}
