//! Every URL in one table, with the act or the duty that opens it; a path that is not here does not exist.

use super::{
    account, applications, assets, audit, certificates, dev, health, histories, inbox, lists, mail,
    offices, plans, record, reports,
    request::{error::WebError, incoming::IncomingRequest, policy::Policy},
    rules, search, squads,
};
use crate::domain::{body::DutyKind, workflow::Act};
use actix_web::{HttpResponse, web};

/// Duties on squads and all that belongs to them.
const CASES: &[DutyKind] = &[
    DutyKind::AkimatOfficer,
    DutyKind::CouncilSecretary,
    DutyKind::VettingOfficer,
    DutyKind::Head,
    DutyKind::UnitRepresentative,
];
/// Duties on member lists.
const LISTS: &[DutyKind] = &[DutyKind::AkimatOfficer, DutyKind::VettingOfficer, DutyKind::Head];
/// Duties on copies: of ID cards and of minutes.
const COPIES: &[DutyKind] = &[
    DutyKind::AkimatOfficer,
    DutyKind::VettingOfficer,
    DutyKind::Head,
    DutyKind::CouncilSecretary,
];
/// Duties whose bodies get mail, and those who look after addresses.
const MAILS: &[DutyKind] = &[
    DutyKind::AkimatOfficer,
    DutyKind::CouncilSecretary,
    DutyKind::VettingOfficer,
    DutyKind::Head,
    DutyKind::UnitRepresentative,
    DutyKind::Administrator,
];

/// Duties on plans: the unit agrees to them, and the head of its subdivision looks on.
const PLANS: &[DutyKind] = &[DutyKind::UnitRepresentative, DutyKind::Head];

/// Duties on reports: they go to the unit, and to nobody above or beside it.
const REPORTS: &[DutyKind] = &[DutyKind::UnitRepresentative];

/// Duties on certificates: the subdivision's, and of its own people the unit's.
const CERTIFICATES: &[DutyKind] =
    &[DutyKind::VettingOfficer, DutyKind::Head, DutyKind::UnitRepresentative];

/// Duties on registers of certificates.
const REGISTERS: &[DutyKind] = &[DutyKind::VettingOfficer, DutyKind::Head];

/// Duties on the decision about applications.
const DECIDERS: &[DutyKind] = &[DutyKind::VettingOfficer];

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub policy: Policy,
}

/// The policy of a route; `None`: there is no such route, and nobody may call it.
#[must_use]
pub fn policy(method: &str, path: &str) -> Option<Policy> {
    ROUTES
        .iter()
        .find(|route| route.path == path && route.method.eq_ignore_ascii_case(method))
        .map(|route| route.policy)
}

macro_rules! policy {
    (open) => {
        Policy::Open
    };
    (development) => {
        Policy::Development
    };
    (own) => {
        Policy::Own
    };
    (signed_in) => {
        Policy::SignedIn
    };
    (leader) => {
        Policy::Leader
    };
    (hidden $duties:expr) => {
        Policy::Hidden($duties)
    };
    (by_duty $duties:expr) => {
        Policy::Duties($duties)
    };
    (leader_or $duties:expr) => {
        Policy::LeaderOr($duties)
    };
    (by_act [$($act:ident),+]) => {
        Policy::Acts(&[$(Act::$act),+])
    };
}

macro_rules! routes {
    ($($path:literal { $($method:ident $handler:path => $who:ident $([$($act:ident),+])? $(($duties:expr))?),+ $(,)? })+) => {
        /// The table, for the check at each request and for the tests that walk it.
        pub const ROUTES: &[Route] = &[$($(
            Route { method: stringify!($method), path: $path, policy: policy!($who $([$($act),+])? $($duties)?) }
        ),+),+];

        /// Registers the table; a known path with another method is 405.
        pub fn configure(config: &mut web::ServiceConfig, is_development: bool) {
            $(
                let is_there = is_development || [$(policy!($who $([$($act),+])? $($duties)?)),+].iter().all(|p| *p != Policy::Development);
                if is_there {
                    config.service(
                        web::resource($path)
                            $(.route(web::$method().to($handler)))+
                            .default_service(web::to(|| async { HttpResponse::MethodNotAllowed().finish() })),
                    );
                }
            )+
            config.default_service(web::to(not_found));
        }
    };
}

routes! {
    "/" { get account::sign_in::root => open }
    "/health/live" { get health::live => open }
    "/health/ready" { get health::ready => open }
    "/assets/{name}" { get assets::show => open }
    "/offline.js" { get assets::worker => open }
    "/language" { post account::language::update => open }
    "/sign-in" {
        get account::sign_in::new => open,
        post account::sign_in::create => open,
    }
    "/parked" { get account::parked::show => own }
    "/sign-out" { post account::sign_in::end => own }
    "/links/{token}" {
        get account::link::edit => open,
        post account::link::update => open,
    }
    "/code" {
        get account::code::new => open,
        post account::code::create => open,
    }
    "/code/password" { post account::code::update => open }
    "/password-reset" {
        get account::reset::new => open,
        post account::reset::create => open,
    }
    "/account" { get account::own::show => own }
    "/account/theme" { post account::theme::update => own }
    "/account/password" { post account::own::change => own }
    "/account/sessions/end" { post account::own::end_sessions => own }
    "/account/offers/{id}/acceptance" { post account::offers::accept => signed_in }
    "/account/offers/{id}/refusal" { post account::offers::decline => signed_in }
    "/account/digest" { post account::own::choose_digest => signed_in }
    "/mails" { get mail::undelivered::index => signed_in }
    "/mails/resending" { post mail::corrections::resend_all => by_act [ResendMail] }
    "/mails/{id}" { get mail::undelivered_mail::show => by_duty(MAILS) }
    "/mails/{id}/resending" { post mail::corrections::resend => by_act [ResendMail] }
    "/mails/{id}/undelivered" { post mail::corrections::mark => by_act [MarkUndelivered] }
    "/mails/{id}/address" { post mail::corrections::correct => by_act [CorrectAddress] }
    "/people" {
        get offices::people::index => by_duty(&[DutyKind::Administrator]),
        post offices::invitations::create => by_act [InviteUser],
    }
    "/people/new" { get offices::invitations::new => by_act [InviteUser] }
    "/people/{id}" { get offices::person::show => by_duty(&[DutyKind::Administrator]) }
    "/people/{id}/duties" { post offices::duties::create => by_act [GrantDuty] }
    "/people/{id}/links" { post offices::links::create => by_act [SendLink] }
    "/people/{id}/sessions/end" { post offices::person::end_sessions => by_act [EndSessions] }
    "/people/{id}/disable" { post offices::person::disable => by_act [DisableUser] }
    "/confirmations" { get offices::confirmations::index => signed_in }
    "/duties/{id}/confirmation" { post offices::confirmations::create => by_act [ConfirmDuty] }
    "/duties/{id}/end" { post offices::duties::end => by_act [EndDuty] }
    "/bodies" { get offices::bodies::index => by_duty(&[DutyKind::Administrator]) }
    "/bodies/{id}" {
        get offices::body::show => by_duty(&[DutyKind::Administrator]),
        post offices::body::update => by_act [ChangeBody],
    }
    "/bodies/{id}/new" { get offices::new_body::new => by_act [AddBody] }
    "/bodies/{id}/bodies" { post offices::new_body::create => by_act [AddBody] }
    "/bodies/{id}/succession" { post offices::successions::create => by_act [SucceedBody] }
    "/inbox" { get inbox::show => signed_in }
    "/handoffs/{id}/close" { post inbox::close => by_duty(CASES) }
    "/search" {
        get search::new => by_duty(CASES),
        post search::create => by_duty(CASES),
    }
    "/searches/{id}" { get search::show => by_duty(CASES) }
    "/squads" {
        get squads::index::index => signed_in,
        post squads::proposals::create => by_act [ProposeSquad],
    }
    "/squads/new" { get squads::proposals::new => by_act [ProposeSquad] }
    "/squads/{id}" { get squads::squad::show => by_duty(CASES) }
    "/squads/{id}/history" { get histories::squad => by_duty(CASES) }
    "/squads/{id}/decisions/new" { get squads::decision_new::new => by_duty(CASES) }
    "/squads/{id}/decisions" { post squads::decision_new::create => by_act [CreateSquad, RejectSquad, AppointLeader] }
    "/squads/{id}/candidates/new" { get lists::candidates::new => by_duty(CASES) }
    "/squads/{id}/candidates" { post lists::candidates::create => by_act [AddCandidates] }
    "/squads/{id}/imports/new" { get lists::imports::new => by_duty(CASES) }
    "/squads/{id}/imports" { post lists::imports::create => by_act [AddCandidates] }
    "/imports/template" { get lists::imports::template => signed_in }
    "/imports/{id}" {
        get lists::reviews::show => by_act [ProposeSquad, AddCandidates],
        post lists::reviews::update => by_act [ProposeSquad, AddCandidates],
    }
    "/decisions" { get squads::decisions::index => signed_in }
    "/decisions/{id}/extract/{language}" { get squads::decision_extract::show => by_duty(&[DutyKind::CouncilSecretary]) }
    "/decisions/{id}" {
        get squads::decisions::show => by_duty(&[DutyKind::CouncilSecretary]),
        post squads::decisions::correct => by_act [CorrectDecision],
    }
    "/lists" { get lists::index::show => signed_in }
    "/lists/{id}" { get lists::list::show => by_duty(LISTS) }
    "/lists/{id}/history" { get histories::list => by_duty(LISTS) }
    "/lists/{id}/dispatches" { post lists::dispatches::create => by_act [SendList] }
    "/lists/{id}/dispatches/{serial}" { get lists::exports::sent => by_duty(LISTS) }
    "/lists/{id}/dispatches/{serial}/letter/{language}" { get lists::letters::cover => by_duty(LISTS) }
    "/lists/{id}/reply/{language}" { get lists::letters::reply => by_duty(LISTS) }
    "/lists/{id}/answers" { get lists::exports::answered => by_duty(LISTS) }
    "/lists/{id}/removals" { post lists::removals::create => by_act [RemovePeople] }
    "/lists/{id}/receipts" { post lists::receipts::create => by_act [ReceiveList] }
    "/lists/{id}/registers" { post lists::registers::create => by_act [NoteRegisters] }
    "/lists/{id}/outcomes/preview" { post lists::outcomes::preview => by_act [ReturnOutcomes] }
    "/lists/{id}/outcomes" { post lists::outcomes::create => by_act [ReturnOutcomes] }
    "/lists/{id}/copies" {
        get lists::copies::index => by_act [AttachCopies, MatchCopies],
        post lists::copies::upload => by_act [AttachCopies],
    }
    "/lists/{id}/copies/matches" { post lists::copies::update => by_act [MatchCopies] }
    "/lists/{id}/returns" {
        get lists::returns::new => by_act [ReturnEntries],
        post lists::returns::create => by_act [ReturnEntries],
    }
    "/entries/{id}" {
        get lists::entries::show => by_duty(LISTS),
        post lists::candidates::update => by_act [CorrectCandidate],
    }
    "/entries/{id}/history" { get histories::entry => by_duty(LISTS) }
    "/entries/{id}/edit" { get lists::candidates::edit => by_act [CorrectCandidate] }
    "/entries/{id}/copies" { post lists::entry_copies::create => by_act [AttachCopies] }
    "/copies/{id}" { get lists::copy_pages::show => by_duty(COPIES) }
    "/copies/{id}/thumbnail" { get lists::copy_pages::thumbnail => by_duty(COPIES) }
    "/copies/{id}/removal" { post lists::entry_copies::remove => by_act [AttachCopies, MatchCopies] }
    "/entries/{id}/withdrawal" { post lists::withdrawals::create => by_act [WithdrawCandidate] }
    "/entries/{id}/outcome/taken-back" { post lists::outcomes::take_back => by_act [TakeBackOutcome] }
    "/squads/{id}/trainings/new" { get record::training_new::new => by_act [RecordTraining] }
    "/squads/{id}/trainings" { post record::training_new::create => by_act [RecordTraining] }
    "/squads/{id}/trainings/withdrawal" { post record::training_new::withdraw => by_act [WithdrawTraining] }
    "/squads/{id}/members/{member}" { get record::member::show => by_duty(record::FOLLOWERS) }
    "/squads/{id}/members/{member}/contact" { post record::member::confirm => by_act [ConfirmContact] }
    "/squads/{id}/members/{member}/leader" { post record::leader::invite => by_act [InviteLeader] }
    "/squads/{id}/members/{member}/leader/sessions" { post record::leader::end_sessions => by_act [EndLeaderSessions] }
    "/my-squad" { get plans::my_squad::show => leader }
    "/squads/{id}/members/{member}/wish" { post record::member::set_aside => by_act [SetWishAside] }
    "/squads/{id}/members/{member}/off-record" {
        get record::off_record::show => by_duty(record::FOLLOWERS),
        post record::off_record::create => by_act [TakeOffRecord],
    }
    "/squads/{id}/members/{member}/off-record/undoing" {
        post record::off_record::undo => by_act [PutBackOnRecord],
    }
    "/wishes/{token}" {
        get record::wish::show => open,
        post record::wish::ask => open,
    }
    "/wishes/{token}/withdrawal" { post record::wish::withdraw => open }
    "/applications" {
        get applications::index::index => hidden(REGISTERS),
        post applications::form::create => hidden(DECIDERS),
    }
    "/applications/new" { get applications::form::new => hidden(DECIDERS) }
    "/applications/{id}" {
        get applications::application::show => hidden(CERTIFICATES),
        post applications::form::update => hidden(DECIDERS),
    }
    "/applications/{id}/edit" { get applications::form::edit => hidden(DECIDERS) }
    "/applications/{id}/history" { get histories::application => hidden(REGISTERS) }
    "/applications/{id}/copies" { post applications::copies::attach => hidden(DECIDERS) }
    "/applications/{id}/copies/removal" { post applications::copies::remove => hidden(DECIDERS) }
    "/applications/{id}/registers" { post applications::copies::note => hidden(DECIDERS) }
    "/applications/{id}/decision/preview" { post applications::decision::preview => hidden(DECIDERS) }
    "/applications/{id}/decision" { post applications::decision::create => hidden(DECIDERS) }
    "/applications/{id}/withdrawal" { post applications::decision::withdraw => hidden(DECIDERS) }
    "/applications/{id}/notice" { post applications::notice::discharge => hidden(DECIDERS) }
    "/applications/{id}/notice/reopening" { post applications::notice::reopen => hidden(DECIDERS) }
    "/applications/{id}/letter/{language}" { get applications::letter::show => hidden(REGISTERS) }
    "/applications/{id}/record" { get record::member::show => hidden(record::FOLLOWERS) }
    "/applications/{id}/record/contact" { post record::member::confirm => hidden(record::INFORMERS) }
    "/applications/{id}/record/off-record" {
        get record::off_record::show => hidden(record::FOLLOWERS),
        post record::off_record::create => hidden(record::INFORMERS),
    }
    "/applications/{id}/record/off-record/undoing" {
        post record::off_record::undo => hidden(record::INFORMERS),
    }
    "/applications/{id}/trainings/new" { get record::training_new::new => hidden(record::FOLLOWERS) }
    "/applications/{id}/trainings" { post record::training_new::create => hidden(record::FOLLOWERS) }
    "/applications/{id}/trainings/withdrawal" {
        post record::training_new::withdraw => hidden(record::FOLLOWERS),
    }
    "/plans" {
        get plans::index::index => leader_or(PLANS),
        post plans::new::create => by_act [ProposePlan],
    }
    "/plans/new" { get plans::new::new => by_act [ProposePlan] }
    "/plans/{id}" {
        get plans::plan::show => leader_or(PLANS),
        post plans::steps::propose_again => by_act [ProposePlanAgain],
    }
    "/plans/{id}/agreement" { post plans::steps::agree => by_act [AgreePlan] }
    "/plans/{id}/return" { post plans::steps::give_back => by_act [ReturnPlan] }
    "/plans/{id}/amendment" { post plans::steps::amend => by_act [AmendPlan] }
    "/plans/{id}/cancellation" { post plans::steps::cancel => by_act [CancelPlan] }
    "/plans/{id}/copies" { post plans::steps::copy => by_act [CopyPlan] }
    "/plans/{id}/assignments" { post plans::steps::assign => by_act [AssignPeople] }
    "/plans/{id}/reached" { post plans::steps::reach => by_act [NoteReached] }
    "/plans/{id}/result" {
        get plans::result::edit => by_act [RecordResult, EnterResult],
        post plans::result::update => by_act [RecordResult, EnterResult, CorrectResult],
    }
    "/plans/{id}/sheet" { get plans::sheet::show => leader_or(PLANS) }
    "/plans/{id}/history" { get histories::plan => by_duty(PLANS) }
    "/assignments/{token}" { get plans::assignment::show => open }
    "/assignments/{token}/confirmation" { post plans::assignment::confirm => open }
    "/assignments/{token}/refusal" { post plans::assignment::decline => open }
    "/assignments/{token}/days-away" { post plans::assignment::tell_days => open }
    "/my-squad/days-away" {
        get plans::days_away::index => leader,
        post plans::days_away::create => by_act [NoteDaysAway],
    }
    "/my-squad/days-away/{id}/end" { post plans::days_away::end => by_act [EndDaysAway] }
    "/reports" {
        get reports::index::index => leader_or(REPORTS),
        post reports::new::create => by_act [ReportFact],
    }
    "/reports/new" { get reports::new::new => by_act [ReportFact] }
    "/reports/{id}" { get reports::report::show => leader_or(REPORTS) }
    "/reports/{id}/acknowledgement" { post reports::report::acknowledge => by_act [AcknowledgeReport] }
    "/certificates" { get certificates::register::index => by_duty(CERTIFICATES) }
    "/certificates/test-sheet" { get certificates::batch::test_sheet => by_duty(REGISTERS) }
    "/certificates/{id}" { get certificates::certificate::show => by_duty(CERTIFICATES) }
    "/certificates/{id}/letter" { get certificates::letter::show => by_duty(REGISTERS) }
    "/certificates/{id}/letter/{language}" { get certificates::letter::paper => by_duty(REGISTERS) }
    "/certificates/{id}/handing-over" { post certificates::certificate::hand_over => by_act [HandOverCertificate] }
    "/certificates/{id}/replacement" { post certificates::certificate::replace => by_act [VoidCertificate] }
    "/certificates/{id}/paper" { post certificates::certificate::settle => by_act [SettlePaper] }
    "/certificate-registers/{id}" { get certificates::register::show => by_duty(REGISTERS) }
    "/certificate-registers/{id}/extract" { get certificates::extract::show => by_duty(REGISTERS) }
    "/certificate-registers/{id}/extract/{language}" { get certificates::extract::paper => by_duty(REGISTERS) }
    "/certificate-registers/{id}/signing" {
        get certificates::batch::signing => by_act [SignCertificates],
        post certificates::batch::sign => by_act [SignCertificates],
    }
    "/certificate-registers/{id}/printing" {
        get certificates::batch::printing => by_act [PrintCertificates],
        post certificates::batch::print => by_act [PrintCertificates],
    }
    "/duties/{id}/signatory" {
        get certificates::signatory::edit => by_act [RecordSignatory],
        post certificates::signatory::update => by_act [RecordSignatory],
    }
    "/C" {
        get certificates::check::new => open,
        post certificates::check::create => open,
    }
    "/C/{code}" { get certificates::check::show => open }
    "/c" { get certificates::check::typed => open }
    "/notices" { get record::notices::index => by_duty(record::INFORMERS) }
    "/notices/{id}" { post record::notices::discharge => by_act [DischargeNotice] }
    "/notices/{id}/reopening" { post record::notices::reopen => by_act [ReopenNotice] }
    "/notices/{id}/letter" { get record::notice_letter::show => by_duty(record::INFORMERS) }
    "/notices/{id}/letter/{language}" { get record::notice_letter::paper => by_duty(record::INFORMERS) }
    "/trainings" { get record::trainings::index => by_duty(record::FOLLOWERS) }
    "/book" { get record::book::index => by_duty(record::FOLLOWERS) }
    "/book/results" { get record::book_results::index => by_duty(record::FOLLOWERS) }
    "/book/printed" { get record::book_printed::show => by_duty(record::FOLLOWERS) }
    "/book/printed/{language}" { get record::book_printed::paper => by_duty(record::FOLLOWERS) }
    "/rules" { get rules::show => own }
    "/journal" { get audit::journal::index => by_duty(&[DutyKind::Auditor]) }
    "/journal/verify" { post audit::journal::verify => by_duty(&[DutyKind::Auditor]) }
    "/openings" { get audit::access_log::index => by_duty(&[DutyKind::Auditor]) }
    "/statistics" { get audit::statistics::show => by_duty(&[DutyKind::Auditor, DutyKind::Head]) }
    "/ui" { get dev::ui::show => development }
    "/dev/emails" { get dev::emails::index => development }
    "/dev/emails/{name}" { get dev::emails::show => development }
    "/dev/emails/{name}/html" { get dev::emails::html => development }
    "/dev/mail" { get dev::mail::index => development }
    "/dev/mail/{name}" { get dev::mail::show => development }
}

async fn not_found(request: IncomingRequest) -> HttpResponse {
    request.open(|_| Err(WebError::NotFound)).await
}
