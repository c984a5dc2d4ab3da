//! The register of certificates: of a subdivision, or of a unit's people.

use super::{CertificateLine, own_register};
use crate::{
    domain::{
        certificate::{CertificateKind, CertificateState},
        id::{self, Id},
        language::Named,
        permissions::Case,
        workflow::Act,
    },
    storage::{
        self, Scope,
        certificates::certificate::{Wanted, page},
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
            paging::first_page,
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::WebError,
            filters::{FilterBar, ListFilters, Options, Pairs, of_words},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const PAGE: i64 = 50;
const FIELDS: &[&str] = &["state", "kind", "number"];

/// The certificates that the reader may see, a page of them.
#[derive(Serialize)]
pub struct RegisterPage {
    registers: Vec<RegisterView>,
    certificates: Vec<CertificateLine>,
    next: Option<String>,
    /// The filters and the place, for the same certificates on paper.
    papers: String,
    filters: FilterBar,
}

/// A register, and what its reader can do there now.
#[derive(Serialize)]
struct RegisterView {
    id: Id<id::Body>,
    name: Named,
    sign: Button,
    print: Button,
    has_prepared: bool,
    has_signed: bool,
}

impl Page for RegisterPage {
    fn template(&self) -> &'static str {
        "pages/certificates/register.html"
    }
}

impl Sample for RegisterPage {
    fn samples() -> Vec<Self> {
        let filters = |pairs| ListFilters::read("/certificates", FIELDS, pairs).bar(options());
        let register = |sign, print, has_prepared| RegisterView {
            id: Id::new(),
            name: example::squad(),
            sign,
            print,
            has_prepared,
            has_signed: has_prepared,
        };
        let ready = Button::sample_ready;
        vec![
            Self {
                registers: vec![
                    register(ready(), ready(), true),
                    register(Button::sample_foreign(), ready(), false),
                ],
                certificates: CertificateState::ALL
                    .iter()
                    .map(|state| CertificateLine::sample(*state))
                    .collect(),
                next: Some("/certificates?before=1".to_owned()),
                papers: "?before=1".to_owned(),
                filters: filters(vec![("state".to_owned(), "void".to_owned())]),
            },
            Self {
                registers: Vec::new(),
                certificates: Vec::new(),
                next: None,
                papers: String::new(),
                filters: filters(Pairs::new()),
            },
        ]
    }
}

fn options() -> Options {
    Options::from([
        ("state", of_words("certificate", CertificateState::ALL.iter().copied())),
        ("kind", of_words("certificate_kind", CertificateKind::ALL.iter().copied())),
    ])
}

/// The digits of a number, however it is typed with its series; no certificate has a number that has none.
fn digits(typed: &str) -> i64 {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

/// The certificates that the filters leave.
pub(super) fn wanted(filters: &ListFilters) -> Result<Wanted, WebError> {
    Ok(Wanted {
        state: filters.get("state")?,
        kind: filters.get("kind")?,
        number: filters.text("number").map(digits),
    })
}

fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    scope: &Scope,
    filters: &ListFilters,
) -> Result<Reply, WebError> {
    let wanted = wanted(filters)?;
    let before = filters.cursor("before", |id| id.parse().ok());
    let register = |territory: &Id<id::Body>| -> Result<RegisterView, WebError> {
        let name = cx.directory.name(*territory).cloned().ok_or(WebError::NotFound)?;
        let case = Case::of_register(*territory, name.clone());
        let (has_prepared, has_signed) = cx.read(|db| {
            use storage::certificates::certificate::has;
            Ok((
                has(db, *territory, CertificateState::Prepared)?,
                has(db, *territory, CertificateState::Signed)?,
            ))
        })?;
        Ok(RegisterView {
            id: *territory,
            name,
            sign: button(me, Act::SignCertificates, &case, &[]),
            print: button(me, Act::PrintCertificates, &case, &[]),
            has_prepared,
            has_signed,
        })
    };
    let registers = scope.territories.iter().map(register).collect::<Result<_, _>>()?;
    let found = cx.read(|db| page(db, scope, wanted, before, PAGE))?;
    let (found, next) = first_page(found, PAGE, |one| one.id.to_string());
    cx.show(&RegisterPage {
        registers,
        certificates: found.iter().map(CertificateLine::from).collect(),
        next: next.map(|id| filters.next("before", &id)),
        papers: filters.query("before"),
        filters: filters.bar(options()),
    })
}

/// The certificates of the reader's subdivisions, or of the people of the reader's units.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/certificates", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            let mut territories = me.scope.territories.clone();
            territories.sort_unstable();
            territories.dedup();
            let scope = Scope { territories, units: me.scope.units.clone(), ..Scope::default() };
            read(cx, me, &scope, &filters)
        })
        .await
}

/// One register: where a mail about it leads.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let (id, _) = own_register(cx, me, &id)?;
            let handoffs = cx.read(|db| storage::case_handoffs::on(db, id.any(), &me.holdings))?;
            cx.note_opening_of(me, id.any(), &handoffs)?;
            let scope = Scope { territories: vec![id], ..Scope::default() };
            read(cx, me, &scope, &ListFilters::read("/certificates", FIELDS, Pairs::new()))
        })
        .await
}
