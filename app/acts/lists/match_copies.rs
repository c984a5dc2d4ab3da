//! Act 3: an akimat says whose the pages are that wait on a list, or throws pages away (clause 19).

use super::copy_pages;
use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        events::lists::{CopyDiscarded, CopyMatched},
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, lists::copy::Owner},
};

/// Pages of one list: page and entry, and pages that are no use.
pub struct MatchCopies {
    pub list: Id<id::MemberList>,
    pub matches: Vec<(Id<id::CopyPage>, Id<id::ListEntry>)>,
    pub useless: Vec<Id<id::CopyPage>>,
    /// The earlier pages of those entries give way.
    pub replaces: bool,
}

impl MatchCopies {
    /// A matching of nothing yet.
    #[must_use]
    pub const fn of(list: Id<id::MemberList>) -> Self {
        Self { list, matches: Vec::new(), useless: Vec::new(), replaces: false }
    }
}

faults! {
    /// What can be wrong with a matching.
    MatchCopiesError {
        None: "pages", "pages-none";
        NotOpen: "pages", "copy-not-open";
        TooMany: "pages", "copy-too-many";
    }
}

impl Command for MatchCopies {
    type Error = MatchCopiesError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::MatchCopies
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        copy_pages::case(db, scope, self.list)
    }

    fn validate(&self, db: &mut Db, case: &Case, _: Instant) -> Result<Vec<MatchCopiesError>> {
        use MatchCopiesError as E;
        let open = copy_pages::open_entries(db, case)?;
        let is_crowded = copy_pages::is_crowded(
            db,
            self.list,
            self.matches.iter().map(|(_, entry)| *entry).filter(|entry| open.contains(entry)),
            self.replaces,
        )?;
        let checks = [
            (!self.matches.is_empty() || !self.useless.is_empty(), E::None),
            (self.matches.iter().all(|(_, entry)| open.contains(entry)), E::NotOpen),
            (!is_crowded, E::TooMany),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<MatchCopiesError>> {
        if self.names_foreign_pages(cx.db)? {
            return Err(Refusal::NotFound);
        }
        if self.replaces {
            let entries = self.matches.iter().map(|(_, entry)| *entry).collect();
            copy_pages::replace(cx, self.list, &entries, &[])?;
        }
        for (page, entry) in &self.matches {
            if !storage::lists::copy::give(cx.db, *page, self.list, *entry, cx.now)? {
                return Err(Refusal::Stale(vec![page.any()]));
            }
            cx.record(CopyMatched { id: *page, entry: *entry })?;
        }
        let open = copy_pages::open_entries(cx.db, &cx.case.clone())?;
        let sent_at = storage::lists::copy::last_sending(cx.db, self.list)?;
        for page in &self.useless {
            let found = storage::lists::copy::find(cx.db, *page)?
                .ok_or_else(|| Refusal::Stale(vec![page.any()]))?;
            match found.owner {
                Owner::Entry(entry) if open.contains(&entry) => {}
                Owner::List(list) if list == self.list => {}
                Owner::Entry(_) | Owner::List(_) | Owner::Decision(_) | Owner::Application(..) => {
                    return Err(Refusal::Stale(vec![page.any()]));
                }
            }
            copy_pages::put_away(cx, &found, sent_at)?;
            cx.record(CopyDiscarded { id: *page })?;
        }
        Ok(self.list)
    }
}

impl MatchCopies {
    /// Whether a page belongs to something else: its history is not told either. One that is gone may have been the list's.
    fn names_foreign_pages(&self, db: &mut Db) -> Result<bool> {
        let on_list: Vec<Id<id::ListEntry>> =
            storage::lists::entry::of_list(db, self.list)?.iter().map(|entry| entry.id).collect();
        for page in self.matches.iter().map(|(page, _)| page).chain(&self.useless) {
            let is_foreign =
                storage::lists::copy::find(db, *page)?.is_some_and(|page| match page.owner {
                    Owner::List(list) => list != self.list,
                    Owner::Entry(entry) => !on_list.contains(&entry),
                    Owner::Decision(_) | Owner::Application(..) => true,
                });
            if is_foreign {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
