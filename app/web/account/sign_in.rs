//! Signing in and out.

use super::password;
use crate::{
    domain::time::Instant,
    storage::{self, StorageError, user::User},
    web::{
        answer::Answer,
        error::WebError,
        posted::{Posted, Shown},
        serve::session_cookie,
        session,
        visit::{Call, Visit},
    },
};
use actix_web::HttpResponse;
use chrono::TimeDelta;
use serde_json::json;

/// Failures in a row before waiting times begin.
const FREE_FAILURES: i32 = 5;

/// `/`: the inbox, or the way in.
pub async fn root(call: Call) -> HttpResponse {
    call.open(|visit| Ok(Answer::See(if visit.reader.is_some() { "/inbox" } else { "/sign-in" }.into()))).await
}

/// The form.
pub async fn new(call: Call, query: actix_web::web::Query<Next>) -> HttpResponse {
    let next = query.into_inner().next.unwrap_or_default();
    call.open(move |visit| {
        if visit.reader.is_some() {
            return Ok(Answer::See(own_path(&next)));
        }
        visit.show("pages/sign_in.html", &json!({ "next": next, "typed": {}, "errors": [] }))
    })
    .await
}

/// Where to go on after signing in.
#[derive(serde::Deserialize)]
pub struct Next {
    next: Option<String>,
}

/// Checks address and password. Whether an address is known shows neither in words nor in time.
pub async fn create(call: Call, posted: Posted) -> HttpResponse {
    call.hashing(move |visit| {
        let user = visit.read(|db| storage::user::by_email(db, posted.text("email")))?;
        let blocked = user.as_ref().and_then(|user| user.blocked_until).filter(|until| *until > visit.now);
        let hash = user.as_ref().and_then(|user| user.password_hash.as_deref());
        let fits = password::fits(posted.all("password").next().unwrap_or_default(), hash);
        match user {
            Some(user) if fits && blocked.is_none() && user.disabled_at.is_none() => begin(visit, &user, &own_path(posted.text("next"))),
            user => {
                if let Some(user) = user.filter(|_| blocked.is_none()) {
                    refuse(visit, &user)?;
                }
                let content = json!({ "next": posted.text("next") });
                let mut kept = posted.clone();
                kept.forget("password");
                visit.again("pages/sign_in.html", content, &kept, &[Shown { field: "email".into(), code: "sign-in".into() }])
            }
        }
    })
    .await
}

fn begin(visit: &Visit, user: &User, next: &str) -> Result<Answer, WebError> {
    let (token, form_token) = (session::new_token()?, session::new_token()?);
    visit.house.store.write(|db| -> Result<(), StorageError> {
        storage::user::note_success(db, user.id)?;
        storage::session::insert(db, &session::hash(&token), user.id, &form_token, visit.now)
    })?;
    Ok(Answer::SeeWith(next.to_owned(), session_cookie(token, visit.house.settings.is_https())))
}

fn refuse(visit: &Visit, user: &User) -> Result<(), WebError> {
    visit.house.store.write(|db| storage::user::note_failure(db, user.id, blocked_until(user.failed_sign_ins + 1, visit.now)))?;
    Ok(())
}

/// Growing waiting times of a minute at most: guessing is slow, and an officer is never shut out for longer than it goes on.
fn blocked_until(failures: i32, now: Instant) -> Option<Instant> {
    let over = failures - FREE_FAILURES;
    (over >= 0).then(|| now + TimeDelta::seconds(1_i64 << over.min(6)).min(TimeDelta::seconds(60)))
}

/// Only paths of our own are followed.
pub fn own_path(next: &str) -> String {
    let is_own = next.starts_with('/') && !next.starts_with("//") && !next.contains(|c: char| c == '\\' || c.is_control());
    if is_own { next.to_owned() } else { "/inbox".to_owned() }
}

/// Ends the session.
pub async fn end(call: Call, posted: Posted) -> HttpResponse {
    call.form(posted, |visit, reader, _| {
        visit.house.store.write(|db| storage::session::end(db, &reader.token_hash))?;
        let mut cookie = session_cookie(String::new(), visit.house.settings.is_https());
        cookie.make_removal();
        Ok(Answer::SeeWith("/sign-in".into(), cookie))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_times_grow_and_end() {
        let now = Instant::default();
        let wait = |failures| blocked_until(failures, now).map(|until| (until - now).num_seconds());
        assert_eq!(
            (1..=13).map(wait).collect::<Vec<_>>(),
            [None, None, None, None, Some(1), Some(2), Some(4), Some(8), Some(16), Some(32), Some(60), Some(60), Some(60)]
        );
    }

    #[test]
    fn a_link_leads_on_within_the_house_only() {
        assert_eq!(own_path("/lists/1?a=b"), "/lists/1?a=b");
        for foreign in ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\r\nSet-Cookie: b", "/\t/evil.example"] {
            assert_eq!(own_path(foreign), "/inbox");
        }
    }
}
