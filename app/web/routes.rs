//! Every URL in one table, with who may call it; a path that is not here does not exist.

use crate::web::{
    account, assets, audit, dev, health, histories, inbox, lists, mail, offices, record, request::incoming::IncomingRequest, rules, search,
    squads,
};
use actix_web::{HttpResponse, web};

/// Who may call a route. Whoever is signed in then finds only what their duties show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Anybody, without a session.
    Open,
    /// Whoever is signed in.
    Signed,
    /// Anybody, where the program does not run in production.
    Development,
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub policy: Policy,
}

macro_rules! routes {
    ($($path:literal $policy:ident { $($method:ident $handler:path),+ $(,)? })+) => {
        /// The table, for the tests that walk it.
        pub const ROUTES: &[Route] = &[$($(Route { method: stringify!($method), path: $path, policy: Policy::$policy }),+),+];

        /// Registers the table; a known path with another method is 405.
        pub fn configure(config: &mut web::ServiceConfig, is_development: bool) {
            $(if Policy::$policy != Policy::Development || is_development {
                config.service(
                    web::resource($path)
                        $(.route(web::$method().to($handler)))+
                        .default_service(web::to(|| async { HttpResponse::MethodNotAllowed().finish() })),
                );
            })+
            config.default_service(web::to(not_found));
        }
    };
}

routes! {
    "/" Open { get account::sign_in::root }
    "/health/live" Open { get health::live }
    "/health/ready" Open { get health::ready }
    "/assets/{name}" Open { get assets::show }
    "/language" Open { post account::language::update }
    "/sign-in" Open { get account::sign_in::new, post account::sign_in::create }
    "/sign-out" Signed { post account::sign_in::end }
    "/links/{token}" Open { get account::link::edit, post account::link::update }
    "/code" Open { get account::code::new, post account::code::create }
    "/code/password" Open { post account::code::update }
    "/password-reset" Open { get account::reset::new, post account::reset::create }
    "/account" Signed { get account::own::show }
    "/account/theme" Signed { post account::theme::update }
    "/account/password" Signed { post account::own::change }
    "/account/sessions/end" Signed { post account::own::end_sessions }
    "/account/digest" Signed { post account::own::choose_digest }
    "/mails" Signed { get mail::undelivered::index }
    "/mails/{id}" Signed { get mail::undelivered::show }
    "/mails/{id}/resending" Signed { post mail::corrections::resend }
    "/mails/{id}/address" Signed { post mail::corrections::correct }
    "/people" Signed { get offices::people::index, post offices::invitations::create }
    "/people/new" Signed { get offices::invitations::new }
    "/people/{id}" Signed { get offices::people::show }
    "/people/{id}/duties" Signed { post offices::duties::create }
    "/people/{id}/links" Signed { post offices::links::create }
    "/people/{id}/sessions/end" Signed { post offices::people::end_sessions }
    "/people/{id}/disable" Signed { post offices::people::disable }
    "/duties/{id}/end" Signed { post offices::duties::end }
    "/bodies" Signed { get offices::bodies::index }
    "/bodies/{id}" Signed { get offices::bodies::show, post offices::bodies::update }
    "/bodies/{id}/new" Signed { get offices::bodies::new }
    "/bodies/{id}/bodies" Signed { post offices::bodies::create }
    "/bodies/{id}/succession" Signed { post offices::successions::create }
    "/inbox" Signed { get inbox::show }
    "/handoffs/{id}/close" Signed { post inbox::close }
    "/search" Signed { get search::new, post search::create }
    "/searches/{id}" Signed { get search::show }
    "/squads" Signed { get squads::squad::index, post squads::proposals::create }
    "/squads/new" Signed { get squads::proposals::new }
    "/squads/{id}" Signed { get squads::squad::show }
    "/squads/{id}/history" Signed { get histories::squad }
    "/squads/{id}/decisions/new" Signed { get squads::decisions::new }
    "/squads/{id}/decisions" Signed { post squads::decisions::create }
    "/squads/{id}/candidates/new" Signed { get lists::candidates::new }
    "/squads/{id}/candidates" Signed { post lists::candidates::create }
    "/squads/{id}/imports/new" Signed { get lists::imports::new }
    "/squads/{id}/imports" Signed { post lists::imports::create }
    "/imports/template" Signed { get lists::imports::template }
    "/imports/{id}" Signed { get lists::reviews::show, post lists::reviews::update }
    "/decisions" Signed { get squads::decisions::index }
    "/decisions/{id}" Signed { get squads::decisions::show }
    "/lists" Signed { get lists::list::index }
    "/lists/{id}" Signed { get lists::list::show }
    "/lists/{id}/history" Signed { get histories::list }
    "/lists/{id}/dispatches" Signed { post lists::dispatches::create }
    "/lists/{id}/dispatches/{serial}" Signed { get lists::exports::sent }
    "/lists/{id}/answers" Signed { get lists::exports::answered }
    "/lists/{id}/removals" Signed { post lists::removals::create }
    "/lists/{id}/receipts" Signed { post lists::receipts::create }
    "/lists/{id}/registers" Signed { post lists::registers::create }
    "/lists/{id}/outcomes/preview" Signed { post lists::outcomes::preview }
    "/lists/{id}/outcomes" Signed { post lists::outcomes::create }
    "/lists/{id}/copies" Signed { get lists::copies::index, post lists::copies::upload }
    "/lists/{id}/copies/matches" Signed { post lists::copies::update }
    "/lists/{id}/returns" Signed { get lists::returns::new, post lists::returns::create }
    "/entries/{id}" Signed { get lists::entries::show, post lists::candidates::update }
    "/entries/{id}/history" Signed { get histories::entry }
    "/entries/{id}/edit" Signed { get lists::candidates::edit }
    "/entries/{id}/copies" Signed { post lists::copies::create }
    "/copies/{id}" Signed { get lists::copy_pages::show }
    "/copies/{id}/thumbnail" Signed { get lists::copy_pages::thumbnail }
    "/copies/{id}/removal" Signed { post lists::copies::remove }
    "/entries/{id}/withdrawal" Signed { post lists::withdrawals::create }
    "/entries/{id}/outcome/taken-back" Signed { post lists::outcomes::take_back }
    "/book" Signed { get record::book::index }
    "/rules" Signed { get rules::show }
    "/journal" Signed { get audit::journal::index }
    "/journal/verify" Signed { post audit::journal::verify }
    "/openings" Signed { get audit::access_log::index }
    "/statistics" Signed { get audit::statistics::show }
    "/ui" Development { get dev::ui::show }
    "/dev/emails" Development { get dev::emails::index }
    "/dev/emails/{name}" Development { get dev::emails::show }
    "/dev/emails/{name}/html" Development { get dev::emails::html }
    "/dev/mail" Development { get dev::mail::index }
    "/dev/mail/{name}" Development { get dev::mail::show }
}

async fn not_found(request: IncomingRequest) -> HttpResponse {
    request.open(|_| Err(crate::web::request::error::WebError::NotFound)).await
}
