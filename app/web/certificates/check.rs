//! Is this certificate valid? Anybody may ask, and learns nothing of its holder. No cookie, no session.

use crate::{
    domain::{
        certificate::{CertificateKind, CheckAnswer, is_same_number},
        code,
        time::{Instant, today},
    },
    storage::{self, certificates::check::Known},
    web::{
        pages::{Page, Sample},
        request::{
            context::RequestContext, error::WebError, form::SubmittedForm,
            incoming::IncomingRequest, reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// The longest number and code that are looked at, in characters.
const LIMIT: usize = 40;

/// The language that a link of the page asks for; the page keeps none.
#[derive(Deserialize)]
pub struct Asked {
    language: Option<String>,
}

/// The check, and what it says.
#[derive(Serialize)]
pub struct CheckPage {
    /// The code, if it can be one: another language leads back to it.
    code: Option<String>,
    /// The address that is to stand on the paper and in the browser.
    address: String,
    /// The reader says first that the paper was compared.
    asks: bool,
    /// Number and code were typed: another language asks for them again.
    is_typed: bool,
    result: Option<ResultView>,
    limit: usize,
}

/// The answer, and nothing else.
#[derive(Serialize)]
struct ResultView {
    answer: CheckAnswer,
    at: Instant,
    known: Option<KnownView>,
}

#[derive(Serialize)]
struct KnownView {
    kind: CertificateKind,
    number: String,
    issuer: String,
}

impl Page for CheckPage {
    fn template(&self) -> &'static str {
        "pages/certificates/check.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        vec![("code", self.code.clone().unwrap_or_default())]
    }
}

impl Sample for CheckPage {
    fn samples() -> Vec<Self> {
        let page = |asks, result| Self {
            code: None,
            address: "jasaq.example".to_owned(),
            asks,
            is_typed: false,
            result,
            limit: LIMIT,
        };
        let result = |answer: &CheckAnswer| ResultView {
            answer: *answer,
            at: Instant::default(),
            known: (*answer != CheckAnswer::Unknown).then(|| KnownView {
                kind: CertificateKind::Volunteer,
                number: "Е000417".to_owned(),
                issuer: "«Сынақ» аумақтық бөлімшесі".to_owned(),
            }),
        };
        let answers = CheckAnswer::ALL.iter().map(|answer| page(false, Some(result(answer))));
        let known = Self { code: Some("7K4M2QXP9RTDW3VA".to_owned()), ..page(true, None) };
        let typed = Self { is_typed: true, ..page(false, Some(result(&CheckAnswer::Unknown))) };
        answers.chain([known, page(false, None), typed]).collect()
    }
}

fn page(
    cx: &RequestContext,
    code: &str,
    (result, is_typed): (Option<ResultView>, bool),
) -> CheckPage {
    let url = &cx.app.settings.public_url;
    let (_, address) = url.split_once("://").unwrap_or_default();
    CheckPage {
        code: code::read_check_code(code),
        address: address.to_owned(),
        asks: cx.app.settings.check_asks,
        is_typed,
        result,
        limit: LIMIT,
    }
}

/// The answer to a code, and to the number beside it if there is one. A malformed code looks like one that is not known.
fn check(cx: &RequestContext, typed: &str, number: &str) -> Result<ResultView, WebError> {
    // A code that can't be one is looked for as well: the time tells nothing.
    let code = code::read_check_code(typed).unwrap_or_default();
    let known = cx.read(|db| storage::certificates::check::by_code(db, &code))?;
    let known = known.filter(|known| number.is_empty() || is_same_number(number, &known.number));
    let answer = known.as_ref().map_or(CheckAnswer::Unknown, Known::answer);
    cx.note_check(answer != CheckAnswer::Unknown);
    cx.write(|db| storage::certificates::check::count(db, today(cx.now), answer))?;
    let known = known.map(|Known { kind, number, issuer, .. }| KnownView { kind, number, issuer });
    Ok(ResultView { answer, at: cx.now, known })
}

/// The code of the path, cut where no code goes on.
fn short(typed: &str) -> String {
    typed.chars().take(LIMIT).collect()
}

fn by_nobody(request: IncomingRequest, asked: &Asked) -> IncomingRequest {
    let language = asked.language.as_deref().and_then(|word| word.parse().ok());
    request.by_nobody(language)
}

/// The form: number and code are typed by hand.
pub async fn new(request: IncomingRequest, asked: web::Query<Asked>) -> HttpResponse {
    by_nobody(request, &asked).open(|cx| cx.first_form(&page(cx, "", (None, false)))).await
}

/// The address of the form in small letters, as people type it.
pub async fn typed(request: IncomingRequest) -> HttpResponse {
    request.by_nobody(None).open(|_| Ok(Reply::Redirect("/C".to_owned()))).await
}

/// The check that a QR code leads to.
pub async fn show(
    request: IncomingRequest,
    code: web::Path<String>,
    asked: web::Query<Asked>,
) -> HttpResponse {
    by_nobody(request, &asked)
        .open(move |cx| {
            let code = short(&code);
            let result =
                if cx.app.settings.check_asks { None } else { Some(check(cx, &code, "")?) };
            cx.first_form(&page(cx, &code, (result, false)))
        })
        .await
}

/// The check of a typed code.
pub async fn create(
    request: IncomingRequest,
    asked: web::Query<Asked>,
    form: SubmittedForm,
) -> HttpResponse {
    // the buttons for another language send number and code again.
    let chosen = Some(form.text("language")).filter(|word| !word.is_empty());
    let asked = Asked { language: chosen.map(str::to_owned).or(asked.into_inner().language) };
    by_nobody(request.with_form(&form), &asked).open(move |cx| answer(cx, &form)).await
}

fn answer(cx: &RequestContext, form: &SubmittedForm) -> Result<Reply, WebError> {
    let code = short(form.text("code"));
    let is_compared = !cx.app.settings.check_asks || !form.text("compared").is_empty();
    let result =
        if is_compared { Some(check(cx, &code, &short(form.text("number")))?) } else { None };
    let is_typed = result.is_some();
    cx.form_again(&page(cx, &code, (result, is_typed)), form)
}
