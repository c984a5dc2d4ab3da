//! Once that a person was informed, as pages tell it.

use crate::{domain::notice_duty::NoticeChannel, storage::record::notice_duty::Given};
use chrono::NaiveDate;
use serde::Serialize;

/// How and when, and whether it has arrived.
#[derive(Serialize)]
pub struct GivenLine {
    channel: NoticeChannel,
    on: NaiveDate,
    proof: String,
    has_failed: bool,
    is_on_its_way: bool,
}

impl From<&Given> for GivenLine {
    fn from(given: &Given) -> Self {
        Self {
            channel: given.channel,
            on: given.on,
            proof: given.proof.clone(),
            has_failed: given.failed_at.is_some(),
            is_on_its_way: given.is_on_its_way(),
        }
    }
}

impl GivenLine {
    /// One that did not arrive, or is on its way.
    #[must_use]
    pub fn sample(has_failed: bool) -> Self {
        Self {
            channel: NoticeChannel::Letter,
            on: NaiveDate::default(),
            proof: "№ 12".to_owned(),
            has_failed,
            is_on_its_way: !has_failed,
        }
    }
}
