//! The page of a list's copies, with a suggestion for each page that nobody has matched yet.

use crate::{
    acts::lists::copy_pages::is_open,
    domain::{
        id::{self, Id},
        member_list::ReturnCode,
        workflow::Act,
    },
    intake::file_name::{FileName, PersonName},
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
    /// Somebody has pages that new ones may replace.
    can_replace: bool,
    /// The subdivision can't read some copies: new pages replace them unless the akimat says otherwise.
    is_unreadable: bool,
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
    /// The number of a page or of a person that the phrase names.
    n: Option<i32>,
}

impl RefusedFile {
    /// A file with the code of its fault.
    #[must_use]
    pub fn new(name: &str, code: &str) -> Self {
        Self { name: name.to_owned(), key: format!("error-{code}"), n: None }
    }

    /// The same with a number.
    #[must_use]
    pub fn at(self, n: i32) -> Self {
        Self { n: Some(n), ..self }
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
        let is_unreadable = |entry: &Entry| entry.return_code == Some(ReturnCode::UnreadableCopy);
        Ok(Self {
            can_replace: found.people.iter().any(|entry| entry.has_copy),
            is_unreadable: found.people.iter().any(is_unreadable),
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
    loose.iter().map(|page| by_name(people, &FileName::read(&page.source))).collect()
}

/// The person by whose names a file is called, if by nobody else's as well.
fn by_name(people: &[Entry], file: &FileName) -> Option<Id<id::ListEntry>> {
    let named = people.iter().filter_map(|entry| {
        let person = PersonName {
            surname: &entry.surname,
            given_name: entry.given_name.as_deref(),
            patronymic: entry.patronymic.as_deref(),
        };
        file.words_of(person).map(|words| (words, entry.id))
    });
    let named: Vec<_> = named.collect();
    let (most, found) = named.iter().max_by_key(|(words, _)| *words)?;
    let is_only = named.iter().filter(|(words, _)| words == most).count() == 1;
    is_only.then_some(*found)
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
            refused: vec![
                RefusedFile::new("сурет.heic", "copy-heic"),
                RefusedFile::new("мысалова.pdf", "copy-same-waiting").at(1),
            ],
            attach: Button::sample_ready(),
            can_replace: true,
            is_unreadable: true,
        };
        let empty = Self {
            list: CopiedList { id: Id::new(), reference: "Т-2026-0002".to_owned() },
            squad: SquadLink::sample(),
            people: Vec::new(),
            without: 0,
            loose: Vec::new(),
            refused: Vec::new(),
            attach: Button::sample_waiting(),
            can_replace: false,
            is_unreadable: false,
        };
        vec![full, empty]
    }
}
