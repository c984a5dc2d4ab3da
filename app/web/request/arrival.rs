//! The arrival of a form's body: who may send how much, how many at once, and how slowly.

use super::{
    file::{ArrivingFile, FILE_LIMIT, File},
    not_taken::NotTaken,
};
use crate::state::AppState;
use actix_multipart::Multipart;
use actix_web::{
    dev::Payload,
    error::{ErrorInternalServerError, ErrorRequestTimeout},
    http::header::HeaderMap,
    web::BytesMut,
};
use futures_util::{Stream, StreamExt};
use std::{
    io,
    path::Path,
    pin::pin,
    time::{Duration, Instant},
};
use tokio::time::timeout;

/// The largest form, its files included: a dozen photographs of a telephone.
const FORM_LIMIT: usize = 4 * FILE_LIMIT + (1 << 20);
/// The most that may be typed in a form: the answers to a list of 50,000 rows.
const TEXT_LIMIT: usize = 16 << 20;
/// The most fields of one form: two for each row of the longest list.
const FIELD_LIMIT: usize = 110_000;
/// The largest form of somebody who shows no session: an address, a password, a choice.
pub const OPEN_LIMIT: usize = 64 << 10;
/// Longest wait for a small form to arrive.
const PATIENCE: Duration = Duration::from_mins(2);
/// In each such time so many bytes of a large form arrive, or it is given up: 2 KiB a second, a tenth of a poor telephone's.
const WINDOW: Duration = Duration::from_secs(15);
const LEAST: usize = 30 << 10;
/// Longest wait for a form at any speed.
const LONGEST: Duration = Duration::from_mins(30);
/// How long the rest of a refused form is read and thrown away, so that its sender gets the page that says why.
const FAREWELL: Duration = Duration::from_secs(10);

/// The fields and files that have arrived, in their order.
#[derive(Clone, Default)]
pub struct Arrival {
    pub fields: Vec<(String, String)>,
    pub files: Vec<(String, File)>,
    /// A file or the whole was larger than it may be; the rest was still read.
    pub is_too_large: bool,
    /// Why nothing of it was kept.
    pub not_taken: Option<NotTaken>,
}

impl From<NotTaken> for Arrival {
    fn from(cause: NotTaken) -> Self {
        Self { not_taken: Some(cause), ..Self::default() }
    }
}

/// Reads a small form, of anybody.
pub async fn small(payload: Payload) -> Result<Arrival, actix_web::Error> {
    timeout(PATIENCE, pairs(payload, OPEN_LIMIT, LeastSpeed::of(0)))
        .await
        .unwrap_or_else(|_| Err(too_slow()))
}

/// Reads a large form of a session, once there is a place for it.
pub async fn large(
    app: &AppState,
    session: &str,
    headers: &HeaderMap,
    payload: Payload,
    is_multipart: bool,
) -> Result<Arrival, actix_web::Error> {
    let Some(_place) = app.places.arriving(session).await else {
        return Ok(farewell(NotTaken::Busy, payload).await);
    };
    let read = async {
        if is_multipart {
            multipart(Multipart::new(headers, payload), &app.settings.data_dir).await
        } else {
            pairs(payload, TEXT_LIMIT, LeastSpeed::of(LEAST)).await
        }
    };
    timeout(LONGEST, read).await.unwrap_or_else(|_| Err(too_slow()))
}

/// Reads the rest of a form that is not taken.
async fn farewell<S: Stream + Unpin>(cause: NotTaken, mut rest: S) -> Arrival {
    let _ = timeout(FAREWELL, async { while rest.next().await.is_some() {} }).await;
    cause.into()
}

async fn pairs(
    mut payload: Payload,
    limit: usize,
    mut speed: LeastSpeed,
) -> Result<Arrival, actix_web::Error> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = speed.next(&mut payload).await? {
        let chunk = chunk?;
        if bytes.len() + chunk.len() > limit {
            return Ok(farewell(NotTaken::TooLarge, payload).await);
        }
        bytes.extend_from_slice(&chunk);
        speed.note(chunk.len());
    }
    let fields: Vec<_> = form_urlencoded::parse(&bytes)
        .take(FIELD_LIMIT + 1)
        .map(|(k, v)| (k.into_owned(), v.into_owned()))
        .collect();
    if fields.len() > FIELD_LIMIT {
        return Ok(NotTaken::TooLarge.into());
    }
    Ok(Arrival { fields, ..Arrival::default() })
}

async fn multipart(mut multipart: Multipart, folder: &Path) -> Result<Arrival, actix_web::Error> {
    let mut arrived = Arrival::default();
    let (mut total, mut typed, mut speed) = (0, 0, LeastSpeed::of(LEAST));
    while let Some(field) = speed.next(&mut multipart).await? {
        let mut field = field?;
        let name = field.name().unwrap_or_default().to_owned();
        let file_name =
            field.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
        let mut content = ArrivingFile::new(folder);
        let mut text = Vec::new();
        while let Some(chunk) = speed.next(&mut field).await? {
            let chunk = chunk?;
            speed.note(chunk.len());
            total += chunk.len();
            if file_name.is_none() {
                typed += chunk.len();
                if typed > TEXT_LIMIT {
                    return Ok(farewell(NotTaken::TooLarge, field).await);
                }
                text.extend_from_slice(&chunk);
                continue;
            }
            // The rest is read and thrown away, so that the browser gets the page that says so.
            if total > FORM_LIMIT || content.len() + chunk.len() > FILE_LIMIT {
                arrived.is_too_large = true;
                content.clear();
                if total > 2 * FORM_LIMIT {
                    return Ok(farewell(NotTaken::TooLarge, field).await);
                }
                continue;
            }
            content = content.push(&chunk).await.map_err(no_disk)?;
        }
        if arrived.fields.len() + arrived.files.len() >= FIELD_LIMIT {
            return Ok(NotTaken::TooLarge.into());
        }
        match file_name {
            Some(file_name) => {
                let file = content.finish(file_name).await.map_err(no_disk)?;
                arrived.files.push((name, file));
            }
            None => arrived.fields.push((name, String::from_utf8_lossy(&text).into_owned())),
        }
    }
    Ok(arrived)
}

/// Gives a form up whose sender holds a place and sends next to nothing.
struct LeastSpeed {
    /// Bytes in each window.
    least: usize,
    since: Instant,
    bytes: usize,
}

impl LeastSpeed {
    fn of(least: usize) -> Self {
        Self { least, since: Instant::now(), bytes: 0 }
    }

    fn note(&mut self, bytes: usize) {
        self.bytes += bytes;
    }

    async fn next<S: Stream + Unpin>(
        &mut self,
        stream: &mut S,
    ) -> Result<Option<S::Item>, actix_web::Error> {
        let mut next = pin!(stream.next());
        loop {
            let left = WINDOW.saturating_sub(self.since.elapsed());
            if let Ok(item) = timeout(left, next.as_mut()).await {
                return Ok(item);
            }
            if self.bytes < self.least {
                return Err(too_slow());
            }
            *self = Self::of(self.least);
        }
    }
}

fn too_slow() -> actix_web::Error {
    ErrorRequestTimeout("the form did not arrive")
}

#[expect(clippy::needless_pass_by_value, reason = "the signature of map_err")]
fn no_disk(error: io::Error) -> actix_web::Error {
    tracing::error!(%error, "an upload could not be kept");
    ErrorInternalServerError("the file could not be kept")
}
