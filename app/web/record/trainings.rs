//! Legal training: who waits for it, and which trainings were held (clauses 11, 13).

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        language::Named,
        time::{Instant, today},
    },
    storage::{
        self,
        offices::directory::Directory,
        record::training::{Held, Trained, Waiting, WaitingOfficer},
    },
    web::{
        pages::{Page, Sample, example},
        request::incoming::IncomingRequest,
    },
};
use actix_web::HttpResponse;
use chrono::NaiveDate;
use serde::Serialize;

/// Squads that wait, and trainings, on the page.
const SQUADS: usize = 100;
const HELD: i64 = 20;

/// Trained and not trained, by unit and by squad.
#[derive(Serialize)]
pub struct TrainingsPage {
    units: Vec<UnitLine>,
    waiting: Vec<WaitingLine>,
    officers: Vec<OfficerLine>,
    /// Squads beyond those shown.
    more: usize,
    held: Vec<HeldLine>,
    /// The reader may record a training; the head controls and does not record.
    records: bool,
}

#[derive(Serialize)]
struct UnitLine {
    unit: Option<Named>,
    trained: i64,
    untrained: i64,
    since: Option<Instant>,
    /// How many days the first of them has waited.
    days: Option<i64>,
}

#[derive(Serialize)]
struct WaitingLine {
    squad: Id<id::Squad>,
    name: Named,
    reference: String,
    people: i64,
    since: Option<Instant>,
}

/// A freelance officer who waits.
#[derive(Serialize)]
struct OfficerLine {
    application: Id<id::Application>,
    reference: String,
    name: String,
    since: Option<Instant>,
}

#[derive(Serialize)]
struct HeldLine {
    held_on: NaiveDate,
    base: String,
    held_by: String,
    unit: Option<Named>,
    people: i64,
}

impl Page for TrainingsPage {
    fn template(&self) -> &'static str {
        "pages/record/trainings.html"
    }
}

impl Sample for TrainingsPage {
    fn samples() -> Vec<Self> {
        let since = Some(Instant::default());
        let unit = |untrained, since, days| UnitLine {
            unit: Some(example::unit()),
            trained: 4,
            untrained,
            since,
            days,
        };
        let full = Self {
            units: vec![unit(3, since, Some(12)), unit(0, None, None)],
            waiting: vec![WaitingLine {
                squad: Id::new(),
                name: example::squad(),
                reference: "Ж-2026-0001".to_owned(),
                people: 3,
                since,
            }],
            officers: vec![OfficerLine {
                application: Id::new(),
                reference: "Ө-2026-0001".to_owned(),
                name: "Үлгіев Үлгі".to_owned(),
                since,
            }],
            more: 2,
            held: vec![HeldLine {
                held_on: NaiveDate::default(),
                base: "Үлгі әскери бөлімі".to_owned(),
                held_by: "Үлгіев Ү.".to_owned(),
                unit: Some(example::unit()),
                people: 7,
            }],
            records: true,
        };
        let empty = Self {
            units: Vec::new(),
            waiting: Vec::new(),
            officers: Vec::new(),
            more: 0,
            held: Vec::new(),
            records: false,
        };
        vec![full, empty]
    }
}

/// Trained and not trained, and since when people wait.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let units = cx.directory.units_of(&me.scope);
            let counted = cx.read(|db| {
                use storage::record::training;
                Ok(Counted {
                    squads: training::by_unit(db, &me.scope)?,
                    officers: training::officers_by_unit(db, &me.scope)?,
                    waiting: training::waiting(db, &me.scope)?,
                    waiting_officers: training::waiting_officers(db, &me.scope)?,
                    held: training::held(db, &units, HELD)?,
                })
            })?;
            let records = me.has(DutyKind::UnitRepresentative) || me.has(DutyKind::VettingOfficer);
            cx.show(&TrainingsPage::of(&cx.directory, cx.now, counted, records))
        })
        .await
}

/// Counts and lists of the page.
struct Counted {
    squads: Vec<Trained>,
    officers: Vec<Trained>,
    waiting: Vec<Waiting>,
    waiting_officers: Vec<WaitingOfficer>,
    held: Vec<Held>,
}

impl Counted {
    /// People of squads and freelance officers of a unit together.
    fn by_unit(&self) -> Vec<Trained> {
        let mut units: Vec<Trained> = Vec::new();
        for counted in self.squads.iter().chain(&self.officers) {
            match units.iter_mut().find(|known| known.unit == counted.unit) {
                Some(known) => {
                    known.in_book += counted.in_book;
                    known.trained += counted.trained;
                }
                None => units.push(*counted),
            }
        }
        units
    }

    /// Since when the first of a unit waits.
    fn since(&self, unit: Option<Id<id::Body>>) -> Option<Instant> {
        let squads = self.waiting.iter().filter(|squad| squad.unit == unit);
        let officers = self.waiting_officers.iter().filter(|officer| officer.unit == unit);
        let since = squads.filter_map(|squad| squad.since);
        since.chain(officers.filter_map(|officer| officer.since)).min()
    }
}

impl TrainingsPage {
    fn of(directory: &Directory, now: Instant, counted: Counted, records: bool) -> Self {
        let name = |unit: Option<Id<id::Body>>| unit.and_then(|id| directory.name(id)).cloned();
        let line = |of_unit: Trained| {
            let since = counted.since(of_unit.unit);
            UnitLine {
                unit: name(of_unit.unit),
                trained: of_unit.trained,
                untrained: of_unit.in_book - of_unit.trained,
                since,
                days: since.map(|at| (today(now) - today(at)).num_days()),
            }
        };
        let mut units: Vec<UnitLine> = counted.by_unit().into_iter().map(line).collect();
        units.sort_by_key(|unit| (unit.since.is_none(), unit.since));
        let Counted { waiting, waiting_officers, held, .. } = counted;
        let officers = waiting_officers.into_iter().map(|officer| OfficerLine {
            name: officer.full_name(),
            application: officer.application,
            reference: officer.reference,
            since: officer.since,
        });
        let officers = officers.collect();
        let more = waiting.len().saturating_sub(SQUADS);
        let squads = waiting.into_iter().take(SQUADS).map(|squad| WaitingLine {
            squad: squad.squad,
            name: Named::of_squad(squad.name_kk, squad.name_ru),
            reference: squad.reference,
            people: squad.people,
            since: squad.since,
        });
        let held = held.into_iter().map(|training| HeldLine {
            held_on: training.held_on,
            base: training.base,
            held_by: training.held_by,
            unit: name(Some(training.unit)),
            people: training.people,
        });
        Self { units, waiting: squads.collect(), officers, more, held: held.collect(), records }
    }
}
