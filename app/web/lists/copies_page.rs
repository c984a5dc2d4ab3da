//! The page of a list's copies, with a suggestion for each page that nobody has matched yet.

use crate::{
    acts::lists::copy_pages::is_open,
    domain::{
        id::{self, Id},
        kazakh::fold,
        workflow::Act,
    },
    storage::lists::{copies_page, copy::LoosePage, entry::Entry, member_list::MemberList},
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            squad_link::SquadLink,
        },
        request::{context::RequestContext, current_user::CurrentUser, error::WebError},
    },
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The copies of a list.
#[derive(Serialize)]
pub struct CopiesPage {
    list: CopiedList,
    squad: SquadLink,
    people: Vec<CopiedPerson>,
    /// How many people have no copy.
    without: usize,
    loose: Vec<SuggestedPage>,
    refused: Vec<RefusedFile>,
    attach: Button,
}

#[derive(Serialize)]
struct CopiedList {
    id: Id<id::MemberList>,
    reference: String,
}

/// A person whose copies may be changed now.
#[derive(Serialize)]
struct CopiedPerson {
    id: Id<id::ListEntry>,
    position: i32,
    name: String,
    pages: Vec<Id<id::CopyPage>>,
}

/// A page that nobody has matched yet, and the person whose it may be.
#[derive(Serialize)]
struct SuggestedPage {
    id: Id<id::CopyPage>,
    position: i32,
    source: String,
    suggested: Option<Id<id::ListEntry>>,
}

/// A file that could not be read, and the key of its phrase.
#[derive(Serialize)]
pub struct RefusedFile {
    name: String,
    key: String,
}

impl RefusedFile {
    /// A file with the code of its fault.
    #[must_use]
    pub fn new(name: &str, code: &str) -> Self {
        Self { name: name.to_owned(), key: format!("error-{code}") }
    }
}

impl Page for CopiesPage {
    fn template(&self) -> &'static str {
        "pages/lists/copies.html"
    }
}

impl CopiesPage {
    /// Reads the page; each person without a copy is offered so many loose pages in the order of the list.
    ///
    /// # Errors
    /// Those of the database.
    pub fn read(
        cx: &RequestContext,
        me: &CurrentUser,
        list: &MemberList,
        pages_each: usize,
    ) -> Result<Self, WebError> {
        let case = list.case();
        let mut found = cx.read(|db| copies_page::read(db, &cx.app.keys, list.id))?;
        found.people.retain(|entry| is_open(&case, entry.state));
        let suggestions = suggestions(&found.people, &found.loose, pages_each);
        let mut pages: BTreeMap<Id<id::ListEntry>, Vec<Id<id::CopyPage>>> = BTreeMap::new();
        for (entry, page) in found.pages {
            pages.entry(entry).or_default().push(page);
        }
        let mut person = |e: &Entry| CopiedPerson {
            id: e.id,
            position: e.position,
            name: e.full_name(),
            pages: pages.remove(&e.id).unwrap_or_default(),
        };
        let suggested = |(page, suggested): (LoosePage, _)| {
            let LoosePage { id, position, source } = page;
            SuggestedPage { id, position, source, suggested }
        };
        Ok(Self {
            list: CopiedList { id: list.id, reference: list.reference.clone() },
            squad: SquadLink::from(&list.squad),
            people: found.people.iter().map(&mut person).collect(),
            without: found.people.iter().filter(|entry| !entry.has_copy).count(),
            loose: found.loose.into_iter().zip(suggestions).map(suggested).collect(),
            refused: Vec::new(),
            attach: button(me, Act::AttachCopies, &case, &[]),
        })
    }

    /// The page with the files of a form that could not be read.
    #[must_use]
    pub fn with_refused(self, refused: Vec<RefusedFile>) -> Self {
        Self { refused, ..self }
    }
}

/// The person of each loose page: by the order of the list, or else by the name of the page's file.
fn suggestions(
    people: &[Entry],
    loose: &[LoosePage],
    pages_each: usize,
) -> Vec<Option<Id<id::ListEntry>>> {
    if pages_each > 0 {
        let without = people
            .iter()
            .filter(|entry| !entry.has_copy)
            .flat_map(|entry| std::iter::repeat_n(Some(entry.id), pages_each));
        return without.chain(std::iter::repeat(None)).take(loose.len()).collect();
    }
    loose.iter().map(|page| by_name(people, &fold(&page.source))).collect()
}

/// The only person whose surname and given name the name of a file contains.
fn by_name(people: &[Entry], source: &str) -> Option<Id<id::ListEntry>> {
    let is_named = |entry: &&Entry| {
        let names = std::iter::once(&entry.surname).chain(&entry.given_name);
        names.into_iter().all(|name| source.contains(&fold(name)))
    };
    let mut named = people.iter().filter(is_named);
    let found = named.next()?;
    named.next().is_none().then_some(found.id)
}

impl Sample for CopiesPage {
    fn samples() -> Vec<Self> {
        let person = |position, name: &str, pages| CopiedPerson {
            id: Id::new(),
            position,
            name: name.to_owned(),
            pages,
        };
        let people = vec![
            person(1, "Үлгібаев Нұрлан Сынақұлы", vec![Id::new()]),
            person(2, "Мысалова Гүлнар", Vec::new()),
        ];
        let suggested = people.last().map(|person| person.id);
        let page = |position, source: &str, suggested| SuggestedPage {
            id: Id::new(),
            position,
            source: source.to_owned(),
            suggested,
        };
        let full = Self {
            list: CopiedList { id: Id::new(), reference: "Т-2026-0001".to_owned() },
            squad: SquadLink::sample(),
            people,
            without: 1,
            loose: vec![page(1, "мысалова.pdf", suggested), page(2, "", None)],
            refused: vec![RefusedFile::new("сурет.heic", "copy-damaged")],
            attach: Button::sample_ready(),
        };
        let empty = Self {
            list: CopiedList { id: Id::new(), reference: "Т-2026-0002".to_owned() },
            squad: SquadLink::sample(),
            people: Vec::new(),
            without: 0,
            loose: Vec::new(),
            refused: Vec::new(),
            attach: Button::sample_waiting(),
        };
        vec![full, empty]
    }
}
