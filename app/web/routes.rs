//! Every URL in one table, with who may call it; a path that is not here does not exist.

use super::{
    account, admin, akimat, assets, audit, copies, council, entries, exports, histories, inbox, lists, mails, public, rules, searches,
    squads, territory, unit, visit::Call,
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
    "/health/live" Open { get public::health::live }
    "/health/ready" Open { get public::health::ready }
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
    "/mails" Signed { get mails::index }
    "/mails/{id}" Signed { get mails::show }
    "/mails/{id}/resending" Signed { post admin::mails::resend }
    "/mails/{id}/address" Signed { post admin::mails::correct }
    "/people" Signed { get admin::people::index, post admin::invitations::create }
    "/people/new" Signed { get admin::invitations::new }
    "/people/{id}" Signed { get admin::people::show }
    "/people/{id}/duties" Signed { post admin::duties::create }
    "/people/{id}/links" Signed { post admin::links::create }
    "/people/{id}/sessions/end" Signed { post admin::people::end_sessions }
    "/people/{id}/disable" Signed { post admin::people::disable }
    "/duties/{id}/end" Signed { post admin::duties::end }
    "/bodies" Signed { get admin::bodies::index }
    "/bodies/{id}" Signed { get admin::bodies::show, post admin::bodies::update }
    "/bodies/{id}/new" Signed { get admin::bodies::new }
    "/bodies/{id}/bodies" Signed { post admin::bodies::create }
    "/bodies/{id}/succession" Signed { post admin::successions::create }
    "/inbox" Signed { get inbox::show }
    "/handoffs/{id}/close" Signed { post inbox::close }
    "/search" Signed { get searches::new, post searches::create }
    "/searches/{id}" Signed { get searches::show }
    "/squads" Signed { get squads::index, post akimat::proposals::create }
    "/squads/new" Signed { get akimat::proposals::new }
    "/squads/{id}" Signed { get squads::show }
    "/squads/{id}/history" Signed { get histories::squad }
    "/squads/{id}/decisions/new" Signed { get council::decisions::new }
    "/squads/{id}/decisions" Signed { post council::decisions::create }
    "/squads/{id}/candidates/new" Signed { get akimat::candidates::new }
    "/squads/{id}/candidates" Signed { post akimat::candidates::create }
    "/squads/{id}/imports/new" Signed { get akimat::imports::new }
    "/squads/{id}/imports" Signed { post akimat::imports::create }
    "/imports/template" Signed { get akimat::imports::template }
    "/imports/{id}" Signed { get akimat::reviews::show, post akimat::reviews::update }
    "/decisions" Signed { get council::decisions::index }
    "/decisions/{id}" Signed { get council::decisions::show }
    "/lists" Signed { get lists::index }
    "/lists/{id}" Signed { get lists::show }
    "/lists/{id}/history" Signed { get histories::list }
    "/lists/{id}/dispatches" Signed { post akimat::dispatches::create }
    "/lists/{id}/dispatches/{serial}" Signed { get exports::sent }
    "/lists/{id}/answers" Signed { get exports::answered }
    "/lists/{id}/removals" Signed { post akimat::removals::create }
    "/lists/{id}/receipts" Signed { post territory::receipts::create }
    "/lists/{id}/registers" Signed { post territory::registers::create }
    "/lists/{id}/outcomes/preview" Signed { post territory::outcomes::preview }
    "/lists/{id}/outcomes" Signed { post territory::outcomes::create }
    "/lists/{id}/copies" Signed { get akimat::copies::index, post akimat::copies::upload }
    "/lists/{id}/copies/matches" Signed { post akimat::copies::update }
    "/lists/{id}/returns" Signed { get territory::returns::new, post territory::returns::create }
    "/entries/{id}" Signed { get entries::show, post akimat::candidates::update }
    "/entries/{id}/history" Signed { get histories::entry }
    "/entries/{id}/edit" Signed { get akimat::candidates::edit }
    "/entries/{id}/copies" Signed { post akimat::copies::create }
    "/copies/{id}" Signed { get copies::show }
    "/copies/{id}/thumbnail" Signed { get copies::thumbnail }
    "/copies/{id}/removal" Signed { post akimat::copies::remove }
    "/entries/{id}/withdrawal" Signed { post akimat::withdrawals::create }
    "/entries/{id}/outcome/taken-back" Signed { post territory::outcomes::take_back }
    "/book" Signed { get unit::book::index }
    "/rules" Signed { get rules::show }
    "/journal" Signed { get audit::journal::index }
    "/journal/verify" Signed { post audit::journal::verify }
    "/openings" Signed { get audit::openings::index }
    "/statistics" Signed { get audit::statistics::show }
    "/ui" Development { get public::ui::show }
    "/dev/emails" Development { get public::emails::index }
    "/dev/emails/{name}" Development { get public::emails::show }
    "/dev/emails/{name}/html" Development { get public::emails::html }
    "/dev/mail" Development { get public::mail::index }
    "/dev/mail/{name}" Development { get public::mail::show }
}

async fn not_found(call: Call) -> HttpResponse {
    call.open(|_| Err(super::error::WebError::NotFound)).await
}
