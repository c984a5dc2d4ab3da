//! Every page from its samples: a template that does not fit its page's type fails a test and no user.

use super::{
    lists,
    pages::{ErrorPage, Sample, layout},
    squads,
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
        let html = layout::sample(language, &page).and_then(|context| templates::render(tera, template, &context));
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
    lists::candidate_page::CandidatePage,
    lists::copies_page::CopiesPage,
    lists::imports::ImportPage,
    lists::review_page::ReviewPage,
    squads::proposals::ProposalPage,
}
