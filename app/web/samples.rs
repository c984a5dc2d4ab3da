//! Every page from its samples: a template that does not fit its page's type fails a test and no user.

use super::{
    account, applications, audit, certificates, dev, foreign, histories, inbox, lists, mail,
    offices,
    pages::{ErrorPage, Sample, layout},
    plans, record, reports, rules, search, squads,
};
use crate::{domain::language::Language, templates};
use tera::{Tera, TeraResult};

/// A page made from a sample: its template, and what came of it.
pub struct Rendered {
    pub template: &'static str,
    pub html: TeraResult<String>,
}

fn render<P: Sample>(tera: &Tera, language: Language) -> Vec<Rendered> {
    let rendered = |page: P| {
        let template = page.template();
        let html = layout::sample(language, &page)
            .and_then(|context| templates::render(tera, template, &context));
        Rendered { template, html }
    };
    P::samples().into_iter().map(rendered).collect()
}

macro_rules! pages {
    ($($page:ty),+ $(,)?) => {
        /// Every sample of every page in that language.
        pub fn all(tera: &Tera, language: Language) -> Vec<Rendered> {
            [$(render::<$page>(tera, language)),+].into_iter().flatten().collect()
        }
    };
}

pages! {
    ErrorPage,
    foreign::ForeignPage,
    histories::HistoryPage,
    rules::RulesPage,
    audit::journal::JournalPage,
    audit::journal::VerifiedPage,
    applications::application::ApplicationPage,
    applications::decision::DecisionCheckPage,
    applications::form::ApplicationFormPage,
    applications::index::ApplicationsPage,
    lists::candidate_page::CandidatePage,
    lists::copies_page::CopiesPage,
    lists::entries::EntryPage,
    lists::imports::ImportPage,
    lists::index::ListsPage,
    lists::list::ListPage,
    lists::outcomes::OutcomesPage,
    lists::returns::ReturnsPage,
    lists::review_page::ReviewPage,
    squads::proposals::ProposalPage,
    offices::confirmations::ConfirmationsPage,
    offices::bodies::BodiesPage,
    offices::body_page::BodyPage,
    offices::new_body::NewBodyPage,
    offices::people::PeoplePage,
    offices::person_page::PersonPage,
    offices::invitations::NewPersonPage,
    offices::links::CodeShownPage,
    account::parked::ParkedPage,
    account::sign_in::SignInPage,
    account::link::LinkPage,
    account::code::CodePage,
    account::reset::ResetPage,
    account::own::AccountPage,
    mail::undelivered::UndeliveredPage,
    mail::undelivered_mail::MailPage,
    audit::access_log::AccessLogPage,
    audit::statistics::StatisticsPage,
    dev::emails::EmailsPage,
    dev::emails::EmailPage,
    dev::mail::MailsPage,
    dev::mail::MailPage,
    inbox::InboxPage,
    record::book::BookPage,
    record::book_printed::PrintedBookPage,
    record::book_results::BookResultsPage,
    record::notice_letter::NoticeLetterPage,
    record::notices::NoticesPage,
    plans::assignment::AssignmentPage,
    plans::days_away::DaysAwayPage,
    plans::index::PlansPage,
    plans::my_squad::MySquadPage,
    plans::new::PlanNewPage,
    plans::plan::PlanPage,
    plans::result::ResultPage,
    plans::sheet::SheetPage,
    certificates::batch::BatchPage,
    certificates::certificate::CertificatePage,
    certificates::check::CheckPage,
    certificates::letter::LetterPage,
    certificates::register::RegisterPage,
    certificates::signatory::SignatoryPage,
    reports::index::ReportsPage,
    reports::new::ReportNewPage,
    reports::report::ReportPage,
    record::leader::LeaderSheetPage,
    record::member::MemberPage,
    record::wish::WishPage,
    record::off_record::OffRecordPage,
    record::off_record::OffRecordCheckPage,
    record::training_new::TrainingFormPage,
    record::trainings::TrainingsPage,
    search::SearchPage,
    squads::decision_new::DecisionCheckPage,
    squads::decision_new::DecisionFormPage,
    squads::decisions::DecisionPage,
    squads::decisions::DecisionsPage,
    squads::index::SquadsPage,
    squads::squad::SquadPage,
    dev::ui::UiPage,
}
