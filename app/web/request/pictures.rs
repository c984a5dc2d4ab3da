//! Uploaded pictures, TIFFs and PDFs, decoded into pages of JPEG by a process of their own.

use super::{context::RequestContext, error::WebError, file::File};
use crate::{
    acts::lists::copy_pages::{Picture, digest},
    intake::copy_sandbox,
};
use std::time::{Duration, Instant};

/// The pages and the time that one form may use, so that other forms get their turn.
pub struct Allowance {
    pages: usize,
    until: Instant,
}

impl Allowance {
    /// The allowance of a form that has just arrived.
    #[must_use]
    pub fn new() -> Self {
        Self { pages: 200, until: Instant::now() + Duration::from_secs(90) }
    }
}

/// Decodes a file into its pages, or gives the code of the fault that the form shows.
///
/// # Errors
/// [`WebError::Failed`] when the sandboxed process can't be run.
pub fn read_pictures(
    cx: &RequestContext,
    file: &File,
    allowance: &mut Allowance,
) -> Result<Result<Vec<Picture>, &'static str>, WebError> {
    if allowance.pages == 0 || Instant::now() > allowance.until {
        return Ok(Err("copy-too-much"));
    }
    let content = file.read()?;
    let pages = match copy_sandbox::read_apart(&cx.app.program, &content)
        .map_err(|e| WebError::Failed(e.to_string()))?
    {
        Ok(pages) => pages,
        Err(unreadable) => return Ok(Err(unreadable.code())),
    };
    let Some(rest) = allowance.pages.checked_sub(pages.len()) else {
        return Ok(Err("copy-too-much"));
    };
    allowance.pages = rest;
    let source = file.short_name();
    let pages = pages.into_iter().enumerate().map(|(number, page)| Picture {
        content: page.content,
        thumbnail: page.thumbnail,
        source: source.clone(),
        sent: digest(file.sha256(), number),
    });
    Ok(Ok(pages.collect()))
}
