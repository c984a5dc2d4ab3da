//! The Rules clause by clause, and what the system does for each: made from the workflow table, so that it can say nothing else.

use crate::{
    domain::{
        body::DutyKind,
        clause::{Clause, Standing},
        edition::{Edition, FirstDays},
        handoff::{HandoffKind, Nature},
        own_decision::OwnDecision,
        rules::{acts_on, acts_on_none},
        workflow::{Act, Change, Notice, Row, ShownBasis, State, Who},
    },
    web::{
        pages::{Page, Sample},
        request::incoming::IncomingRequest,
    },
};
use actix_web::HttpResponse;
use chrono::{Days, NaiveDate};
use serde::Serialize;

/// The page of the Rules.
#[derive(Serialize)]
pub struct RulesPage {
    clauses: Vec<ClauseView>,
    own: Vec<OwnView>,
    /// Acts that no clause orders: housekeeping of the product.
    on_none: Vec<ActView>,
    edition: Edition,
    editions: Vec<EditionView>,
}

/// An edition that the system knows.
#[derive(Serialize)]
struct EditionView {
    edition: Edition,
    /// Its first day in force, where the installation has named it.
    first_day: Option<NaiveDate>,
}

/// One clause beside the acts on it.
#[derive(Serialize)]
struct ClauseView {
    clause: Clause,
    standing: Standing,
    amended: Option<Edition>,
    acts: Vec<ActView>,
}

/// What the product decided where the Rules are silent.
#[derive(Serialize)]
struct OwnView {
    decision: OwnDecision,
    clause: Clause,
}

/// A row of the table.
#[derive(Serialize)]
struct ActView {
    act: Act,
    /// Links to the act lead here.
    is_named: bool,
    basis: ShownBasis,
    who: &'static [DutyKind],
    is_leaders: bool,
    /// The phrase for those who need no duty.
    by: &'static str,
    when: Vec<StateView>,
    changes: Vec<ChangeView>,
    opens: Vec<HandoffView>,
    may_open: Vec<HandoffView>,
    notifies: Vec<NoticeView>,
}

#[derive(Serialize)]
struct StateView {
    of: &'static str,
    is: &'static str,
}

#[derive(Serialize)]
struct ChangeView {
    of: &'static str,
    from: Option<&'static str>,
    to: &'static str,
}

#[derive(Serialize)]
struct HandoffView {
    kind: HandoffKind,
    duty: DutyKind,
    nature: Nature,
    basis: ShownBasis,
}

#[derive(Serialize)]
struct NoticeView {
    notice: Notice,
    duty: Option<DutyKind>,
    basis: ShownBasis,
}

impl Page for RulesPage {
    fn template(&self) -> &'static str {
        "pages/rules.html"
    }
}

impl Sample for RulesPage {
    fn samples() -> Vec<Self> {
        let first = NaiveDate::from_ymd_opt(2023, 5, 26).map(|day| (day, day + Days::new(15)));
        vec![Self::new(&first.into_iter().collect())]
    }
}

impl RulesPage {
    fn new(first_days: &FirstDays) -> Self {
        Self {
            clauses: Clause::ALL.iter().copied().map(ClauseView::from).collect(),
            own: OwnDecision::ALL
                .iter()
                .map(|own| OwnView { decision: *own, clause: own.beside() })
                .collect(),
            on_none: acts_on_none().map(ActView::from).collect(),
            edition: Edition::LAST,
            editions: Edition::known()
                .map(|(edition, adopted)| EditionView {
                    edition,
                    first_day: first_days.get(&adopted).copied(),
                })
                .collect(),
        }
    }
}

impl From<Clause> for ClauseView {
    fn from(clause: Clause) -> Self {
        Self {
            clause,
            standing: clause.standing(),
            amended: clause.amended(),
            acts: acts_on(clause)
                .map(|row| ActView { is_named: is_first(row, clause), ..row.into() })
                .collect(),
        }
    }
}

/// An act on several clauses stands under each; links lead to the first.
fn is_first(row: &Row, clause: Clause) -> bool {
    row.basis.clauses_shown().first() == Some(&clause)
}

impl From<&'static Row> for ActView {
    fn from(row: &'static Row) -> Self {
        let handoffs = |kinds: &[HandoffKind]| -> Vec<HandoffView> {
            kinds
                .iter()
                .map(|kind| HandoffView {
                    kind: *kind,
                    duty: kind.duty(),
                    nature: kind.nature(),
                    basis: kind.row().basis.shown(),
                })
                .collect()
        };
        Self {
            act: row.act,
            is_named: true,
            basis: row.basis.shown(),
            who: row.who.duties(),
            is_leaders: row.who.is_of_leader(),
            by: match row.who {
                Who::LinkHolder => "by-link",
                Who::Leader | Who::LeaderOr(_) => "by-leader",
                Who::Applicant => "by-applicant",
                Who::System | Who::Duty(_) | Who::AnyOf(_) => "by-system",
            },
            when: row.when.states().iter().copied().map(StateView::from).collect(),
            changes: row.changes.iter().copied().map(ChangeView::from).collect(),
            opens: handoffs(row.opens),
            may_open: handoffs(row.may_open),
            notifies: row
                .notifies
                .iter()
                .map(|notice| NoticeView {
                    notice: *notice,
                    duty: notice.duty(),
                    basis: notice.row().basis.shown(),
                })
                .collect(),
        }
    }
}

impl From<State> for StateView {
    fn from(state: State) -> Self {
        let (of, is) = state.words();
        Self { of, is }
    }
}

impl From<Change> for ChangeView {
    fn from(change: Change) -> Self {
        let (of, to) = change.to.words();
        Self { of, from: change.from.map(|from| from.words().1), to }
    }
}

/// The page.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request.signed(|cx, _| cx.show(&RulesPage::new(&cx.app.settings.first_days))).await
}
