//! The last acts on a squad and its lists, for its own page.

use super::histories::{self, History};
use crate::{
    domain::{
        body::DutyKind,
        journal::{Record, RecordedAct},
        language::Named,
        time::Instant,
        workflow::Act,
    },
    storage::{
        self, Db, StorageError, case_acts::CaseEntry, offices::directory::Directory,
        squads::squad_page::SquadPage,
    },
    web::request::current_user::CurrentUser,
};
use serde::Serialize;

/// Acts on the page of a squad.
const RECENT: usize = 4;
/// Acts that are read for it: some of them no reader of another body is shown.
const READ: i64 = 12;

/// An act on the page of a squad: who carried it out and when.
#[derive(Serialize)]
pub struct RecentAct {
    act: RecordedAct,
    at: Instant,
    duty: Option<DutyKind>,
    body: Option<Named>,
    by: Option<String>,
    deputy_for: Option<String>,
    /// The phrase for an actor who holds no duty.
    by_whom: &'static str,
}

/// The last acts on a squad and its lists, as its history tells them, for its own page.
pub fn recent(
    db: &mut Db,
    directory: &Directory,
    me: &CurrentUser,
    page: &SquadPage,
) -> Result<Vec<RecentAct>, StorageError> {
    let history = histories::of_squad(me, &page.squad, &page.lists);
    let entries = storage::case_acts::entries(db, &history.about, &history.cases, None, READ)?;
    let acts = entries
        .chunk_by(|a, b| a.act == b.act)
        .map(|act| recent_of(&history, act, directory, me))
        .filter(|act| !act.is_empty());
    Ok(acts.take(RECENT).flatten().collect())
}

impl RecentAct {
    fn of(line: &CaseEntry, record: &Record, directory: &Directory, me: &CurrentUser) -> Self {
        let (body, duty) = (record.actor.body(), record.actor.duty());
        // Names of officers stay within their own body; everybody sees body and duty.
        let is_own = body.is_some_and(|body| me.is_in(body));
        let represented = line
            .represented
            .iter()
            .find(|(kind, _)| Some(*kind) == duty)
            .map(|(_, name)| name.clone());
        Self {
            act: record.act,
            at: record.at,
            duty,
            // A body shows the name that it had then.
            body: body.and_then(|body| directory.name_at(body, record.at)).cloned(),
            by: line.by.clone().filter(|_| is_own),
            deputy_for: represented.filter(|_| is_own),
            by_whom: record.actor.by(),
        }
    }

    /// A fictional act of a deputy.
    pub fn sample() -> Self {
        Self {
            act: RecordedAct::Workflow(Act::ProposeSquad),
            at: Instant::default(),
            duty: Some(DutyKind::AkimatOfficer),
            body: Some(Named {
                kk: "Үлгі".to_owned(),
                ru: "Улги".to_owned(),
                en: "Ulgi".to_owned(),
            }),
            by: Some("Үлгіев Ү.".to_owned()),
            deputy_for: Some("Улгиева У.".to_owned()),
            by_whom: "by-system",
        }
    }

    /// A fictional act that followed by itself.
    pub fn sample_of_system() -> Self {
        Self {
            act: RecordedAct::Workflow(Act::LeaderTakesOffice),
            duty: None,
            body: None,
            by: None,
            deputy_for: None,
            ..Self::sample()
        }
    }
}

/// The lines of one act; another act that follows from it is a line of its own.
fn recent_of(
    history: &History,
    entries: &[CaseEntry],
    directory: &Directory,
    me: &CurrentUser,
) -> Vec<RecentAct> {
    let mut lines: Vec<RecentAct> = Vec::new();
    for line in entries {
        let Some(record) =
            line.entry.as_ref().map(|entry| &entry.record).filter(|record| history.shows(record))
        else {
            continue;
        };
        if !lines.iter().any(|known| known.act == record.act) {
            lines.push(RecentAct::of(line, record, directory, me));
        }
    }
    lines
}
