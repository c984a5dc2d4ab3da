//! One mail before it is rendered.

use super::kind::MailKind;
use crate::{
    domain::{
        handoff::{DueNature, HandoffKind},
        language::Named,
        member_list::ReturnCode,
        plan::CalendarEntry,
        time::{Instant, local},
        workflow::{Basis, Notice},
    },
    phrases::Arguments,
};
use chrono::NaiveDate;
use fluent_templates::fluent_bundle::FluentValue;
use std::borrow::Cow;

/// One mail's content. The constructors of the areas make it.
#[derive(Clone, Debug)]
pub struct Email {
    pub kind: MailKind,
    /// The basis of what it asks for or tells.
    pub basis: Basis,
    /// Numbers and dates that its phrases name.
    pub arguments: Arguments,
    /// Arguments that are phrases themselves: name and key.
    pub phrases: Vec<(Cow<'static, str>, String)>,
    /// Arguments that differ by language: those of a mail to one person only.
    pub names: Vec<(&'static str, Named)>,
    /// The due date that it names.
    pub due: Option<(Instant, DueNature)>,
    /// Lines of a list in it.
    pub rows: Vec<MailRow>,
    /// The page that it leads to, where that is not the case's.
    pub page: Option<&'static str>,
    /// The entry of its reader's calendar that travels with it.
    pub entry: Option<CalendarEntry>,
}

/// A line of a list in a mail.
#[derive(Clone, Debug)]
pub enum MailRow {
    /// An entry to mend: its row on the list, and what to mend.
    Mend(i32, ReturnCode),
    /// The title that another mail would have had.
    News { reference: String, kind: String },
    /// A meeting place.
    Place(String),
}

impl Email {
    /// A mail that announces a handoff, on the handoff's basis.
    pub(super) fn of_handoff(kind: HandoffKind) -> Self {
        Self::new(MailKind::Handoff(kind), kind.row().basis)
    }

    /// A mail that asks for nothing, on the notice's basis.
    pub(super) fn of_notice(notice: Notice) -> Self {
        Self::new(MailKind::Notice(notice), notice.row().basis)
    }

    /// A mail of that kind that says nothing yet.
    pub(super) fn new(kind: MailKind, basis: Basis) -> Self {
        Self {
            kind,
            basis,
            arguments: Arguments::new(),
            phrases: Vec::new(),
            names: Vec::new(),
            due: None,
            rows: Vec::new(),
            page: None,
            entry: None,
        }
    }

    /// With a text in each language that its phrases name.
    pub(super) fn with_name(mut self, name: &'static str, value: Named) -> Self {
        self.names.push((name, value));
        self
    }

    /// With a number or a text that its phrases name.
    pub(super) fn with(
        mut self,
        name: &'static str,
        value: impl Into<FluentValue<'static>>,
    ) -> Self {
        self.arguments.insert(name.into(), value.into());
        self
    }

    /// With number and date of a paper.
    pub(super) fn with_paper(self, number: &str, date: NaiveDate) -> Self {
        self.with("number", number.to_owned()).with("date", date.format("%d.%m.%Y").to_string())
    }

    /// With the minute until which its link is valid.
    pub(super) fn with_end(self, until: Instant) -> Self {
        self.with("until", local(until).format("%d.%m.%Y %H:%M").to_string())
    }

    /// With a due date, of the kind that the handoff has.
    pub(super) fn with_due(mut self, of: HandoffKind, due: Option<Instant>) -> Self {
        self.due = due.zip(of.row().term.nature());
        self
    }

    /// With lines of a list.
    pub(super) fn with_rows(mut self, rows: impl IntoIterator<Item = MailRow>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// With an argument that is a phrase itself.
    pub(super) fn with_phrase(mut self, name: &'static str, key: String) -> Self {
        self.phrases.push((name.into(), key));
        self
    }

    /// With a calendar entry beside it.
    pub(super) fn with_entry(mut self, entry: CalendarEntry) -> Self {
        self.entry = Some(entry);
        self
    }

    /// With the page that it leads to.
    pub(super) const fn leading_to(mut self, page: &'static str) -> Self {
        self.page = Some(page);
        self
    }
}
