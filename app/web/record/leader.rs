//! The unit invites the leader in office, and ends the leader's session.

use super::member::answer;
use crate::{
    acts::{
        offices::delivery_method::{INVITATION, Means},
        squads::{end_leader_sessions::EndLeaderSessions, invite_leader::InviteLeader},
    },
    domain::{code, language::Named, time::Instant},
    storage,
    web::{
        pages::{Page, Sample, example, record_view::FollowedRecord},
        request::{
            context::RequestContext, error::WebError, form::SubmittedForm,
            incoming::IncomingRequest, record_path::RecordPath, reply::Reply,
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
    path: RecordPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let found = FollowedRecord::find(cx, me, &path)?;
            let squad = found.of.squad().ok_or(WebError::NotFound)?;
            let membership = found.member.id;
            let means = Means::chosen(form.text("means"))?;
            let command = InviteLeader { squad, membership, means };
            match (cx.act(me, form, &command), &command.means) {
                (Ok(done), Some(Means::Code(code))) if !done.is_repeated => sheet(cx, &found, code),
                (done, _) => answer(cx, me, form, &found, done),
            }
        })
        .await
}

fn sheet(cx: &RequestContext, found: &FollowedRecord, code: &str) -> Result<Reply, WebError> {
    let account =
        cx.read(|db| storage::squads::leader_account::of_membership(db, found.member.id))?;
    let login = account.map(|account| account.login).ok_or(WebError::NotFound)?;
    cx.show(&LeaderSheetPage {
        back: found.view().url,
        name: found.member.full_name(),
        squad: found.case.title.clone(),
        login: code::grouped(&login),
        code: code::grouped(code),
        until: cx.now + INVITATION,
        url: format!("{}/code", cx.app.settings.public_url),
    })
}

/// Ends the session of the leader's telephone.
pub async fn end_sessions(
    request: IncomingRequest,
    path: RecordPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let found = FollowedRecord::find(cx, me, &path)?;
            let squad = found.of.squad().ok_or(WebError::NotFound)?;
            let command = EndLeaderSessions { squad, membership: found.member.id };
            answer(cx, me, form, &found, cx.act(me, form, &command))
        })
        .await
}
