//! Act 3: an akimat attaches pages of ID-card copies, to their entries or, as yet unmatched, to the list (clause 19).

use super::{
    copy_pages::{self, Picture},
    copy_repeats::{self, Repeat},
};
use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        events::lists::CopyAttached,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, lists::copy::Owner},
};

/// The most pages that may wait on a list.
const PAGES_OF_LIST: usize = 600;

/// Pages for one list, each with its entry, or with none while that is still to be said.
pub struct AttachCopies {
    pub list: Id<id::MemberList>,
    pub pages: Vec<(Option<Id<id::ListEntry>>, Picture)>,
    /// The earlier pages of those entries give way.
    pub replaces: bool,
}

faults! {
    /// What can be wrong with copies.
    AttachCopiesError {
        None: "copy", "file-missing";
        NotOpen: "copy", "copy-not-open";
        TooMany: "copy", "copy-too-many";
        Same: "copy", "copy-same";
        SameReturned: "copy", "copy-same-returned";
    }
}

impl Command for AttachCopies {
    type Error = AttachCopiesError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::AttachCopies
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        copy_pages::case(db, scope, self.list)
    }

    fn validate(&self, db: &mut Db, case: &Case, _: Instant) -> Result<Vec<AttachCopiesError>> {
        use AttachCopiesError as E;
        let open = copy_pages::open_entries(db, case)?;
        let loose = self.pages.iter().filter(|(entry, _)| entry.is_none()).count();
        let is_crowded = loose > 0
            && storage::lists::copy::of(db, Owner::List(self.list))?.len() + loose > PAGES_OF_LIST
            || copy_pages::is_crowded(
                db,
                self.list,
                self.pages
                    .iter()
                    .filter_map(|(entry, _)| *entry)
                    .filter(|entry| open.contains(entry)),
                self.replaces,
            )?;
        let checks = [
            (!self.pages.is_empty(), E::None),
            (
                self.pages.iter().all(|(entry, _)| entry.is_none_or(|entry| open.contains(&entry))),
                E::NotOpen,
            ),
            (!is_crowded, E::TooMany),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<AttachCopiesError>> {
        let known = copy_repeats::known(cx.db, &cx.app.keys, self.list, &self.pages)?;
        let repeats = copy_repeats::of(&known, &self.pages);
        if repeats.iter().all(Option::is_some) {
            let is_returned =
                repeats.iter().flatten().any(|one| matches!(one, Repeat::Returned(_)));
            let fault =
                if is_returned { AttachCopiesError::SameReturned } else { AttachCopiesError::Same };
            return Err(Refusal::Invalid(vec![fault]));
        }
        let new: Vec<_> =
            self.pages.iter().zip(&repeats).filter(|(_, repeat)| repeat.is_none()).collect();
        if self.replaces {
            let entries = new.iter().filter_map(|((entry, _), _)| *entry).collect();
            let kept: Vec<_> = known.iter().map(|page| page.id).collect();
            copy_pages::replace(cx, self.list, &entries, &kept)?;
        }
        for ((entry, picture), _) in new {
            let owner = entry.map_or(Owner::List(self.list), Owner::Entry);
            let id = copy_pages::keep(cx, owner, picture)?;
            cx.record(CopyAttached { id, list: self.list, entry: *entry })?;
        }
        Ok(self.list)
    }
}
