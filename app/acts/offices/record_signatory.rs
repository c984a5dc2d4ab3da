//! An administrator of a subdivision enters position and rank of a head, as certificates say them, and where these are handed over.

use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_said},
    },
    documents::{self, Field, Unprintable, certificate::Certificate},
    domain::{
        body::DutyKind,
        certificate::{CertificateKind, TEXT_LIMIT},
        events::offices::SignatoryRecorded,
        id::{self, Id},
        permissions::Case,
        time::{Instant, today},
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, certificates::signatory::Signatory},
};
use chrono::NaiveDate;

/// The entry for a head's duty, from a day on.
pub struct RecordSignatory {
    pub duty: Id<id::Duty>,
    pub from: Option<NaiveDate>,
    pub signatory: Signatory,
}

faults! {
    /// The faults of the form.
    RecordSignatoryError {
        PositionKk: "position_kk", "signatory-position";
        PositionRu: "position_ru", "signatory-position";
        RankKk: "rank_kk", "signatory-rank";
        RankRu: "rank_ru", "signatory-rank";
        PlaceKk: "place_kk", "signatory-place";
        PlaceRu: "place_ru", "signatory-place";
        From: "from", "date-missing";
        Past: "from", "date-past";
        PositionOnPaper: "position_kk", "signatory-on-paper";
        RankOnPaper: "rank_kk", "signatory-on-paper";
        NameOnPaper: "position_kk", "signatory-name-on-paper";
    }
}

impl Command for RecordSignatory {
    type Error = RecordSignatoryError;
    type Next = id::Duty;

    fn act(&self) -> Act {
        Act::RecordSignatory
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let bodies = storage::offices::people::bodies(db, scope)?;
        let duty = storage::offices::duty::find(db, &bodies, self.duty)?;
        let Some(duty) = duty.filter(|duty| duty.kind == DutyKind::Head) else { return Ok(None) };
        Ok(storage::offices::body::find(db, scope, duty.body)?.map(|(_, case)| case))
    }

    fn validate(
        &self,
        db: &mut Db,
        case: &Case,
        now: Instant,
    ) -> Result<Vec<RecordSignatoryError>> {
        use RecordSignatoryError as E;
        let typed = &self.signatory;
        let said = |text: &str| is_said(text, TEXT_LIMIT);
        let checks = [
            (said(&typed.position_kk), E::PositionKk),
            (said(&typed.position_ru), E::PositionRu),
            (said(&typed.rank_kk), E::RankKk),
            (said(&typed.rank_ru), E::RankRu),
            (said(&typed.place_kk), E::PlaceKk),
            (said(&typed.place_ru), E::PlaceRu),
            (self.from.is_some(), E::From),
            // A paper that was signed before says the truth of its own day.
            (self.from.is_none_or(|from| from >= today(now)), E::Past),
        ];
        let failed = failed(checks);
        if !failed.is_empty() {
            return Ok(failed);
        }
        let duty = storage::offices::duty::find(db, &[case.id.of::<id::Body>()], self.duty)?;
        let name = duty.map(|duty| storage::offices::user::get(db, duty.user)).transpose()?;
        Ok(on_paper(typed, name.map(|user| user.name).unwrap_or_default()).into_iter().collect())
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Duty>, Refusal<RecordSignatoryError>> {
        let from = self.from.ok_or_else(|| Refusal::Invalid(vec![RecordSignatoryError::From]))?;
        let duty = storage::offices::duty::find(cx.db, &[cx.case.id.of::<id::Body>()], self.duty)?
            .ok_or(Refusal::NotFound)?;
        let trimmed = |text: &str| text.trim().to_owned();
        let new = Signatory {
            position_kk: trimmed(&self.signatory.position_kk),
            position_ru: trimmed(&self.signatory.position_ru),
            rank_kk: trimmed(&self.signatory.rank_kk),
            rank_ru: trimmed(&self.signatory.rank_ru),
            place_kk: trimmed(&self.signatory.place_kk),
            place_ru: trimmed(&self.signatory.place_ru),
        };
        storage::certificates::signatory::insert(cx.db, self.duty, from, &new, cx.now)?;
        cx.record(SignatoryRecorded { id: self.duty, user: duty.user, from })?;
        Ok(self.duty)
    }
}

/// The words that a certificate cannot show: found when it is entered, and not by the head who is to sign.
fn on_paper(typed: &Signatory, name: String) -> Option<RecordSignatoryError> {
    let trial = Certificate {
        kind: CertificateKind::Volunteer,
        number: String::new(),
        holder: String::new(),
        subdivision: String::new(),
        issued_on: NaiveDate::default(),
        signatory: documents::certificate::Signatory {
            position: typed.position_kk.trim().to_owned(),
            rank: typed.rank_kk.trim().to_owned(),
            name,
        },
        check: None,
    };
    match trial.check() {
        Err(Unprintable::Letter(_, Field::Rank) | Unprintable::Long(Field::Rank)) => {
            Some(RecordSignatoryError::RankOnPaper)
        }
        Err(Unprintable::Letter(_, Field::Position) | Unprintable::Long(Field::Position)) => {
            Some(RecordSignatoryError::PositionOnPaper)
        }
        Err(_) => Some(RecordSignatoryError::NameOnPaper),
        Ok(()) => None,
    }
}
