//! The notice of a decision, and each time that it was given.

use crate::{
    domain::{
        notice_duty::{NoticeChannel, NoticeDutyState, PROOF_LIMIT},
        time::Instant,
    },
    storage::record::notice_duty::{Given, NoticeDuty},
    web::pages::given_line::GivenLine,
};
use serde::Serialize;

/// The notice of a decision, and each time that it was given.
#[derive(Serialize)]
pub(super) struct NoticeView {
    state: NoticeDutyState,
    version: i32,
    since: Instant,
    given: Vec<GivenLine>,
    channels: &'static [NoticeChannel],
    proof_limit: usize,
}

impl NoticeView {
    pub(super) fn of(duty: &NoticeDuty, given: &[Given]) -> Self {
        Self {
            state: duty.state,
            version: duty.version,
            since: duty.opened_at,
            given: given.iter().map(GivenLine::from).collect(),
            channels: NoticeChannel::BY_HAND,
            proof_limit: PROOF_LIMIT,
        }
    }

    pub(super) fn sample(is_open: bool) -> Self {
        Self {
            state: if is_open { NoticeDutyState::Done } else { NoticeDutyState::Open },
            version: 1,
            since: Instant::default(),
            given: vec![GivenLine::sample(!is_open)],
            channels: NoticeChannel::BY_HAND,
            proof_limit: PROOF_LIMIT,
        }
    }
}
