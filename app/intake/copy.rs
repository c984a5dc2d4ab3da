//! Files that offices send as copies: one picture, or a PDF of one page, two sides or everybody.

use crate::{
    domain::iin::Iin,
    intake::{
        pdf_sandbox,
        picture::{self, Picture, Unreadable},
    },
};
use std::{io, path::Path};

/// The pages of a file, as pictures. A PDF is drawn in a process of its own, through the given program, which is this one;
/// it is not kept itself, so that nothing active or hidden in it is.
///
/// # Errors
/// Why it is no copy, or, when no process could be started, the fault of the machine.
pub fn read(program: &Path, bytes: &[u8]) -> io::Result<Result<Vec<Picture>, Unreadable>> {
    if !bytes.starts_with(b"%PDF-") {
        return Ok(picture::read(bytes).map(|page| vec![page]));
    }
    let pages = pdf_sandbox::draw_apart(program, bytes)?;
    Ok(pages.and_then(|pages| pages.into_iter().map(picture::drawn).collect()))
}

/// The IIN that stands in the name of a file, when exactly one does: offices name copies by it.
#[must_use]
pub fn iin_of(file_name: &str) -> Option<Iin> {
    let runs = file_name.split(|letter: char| !letter.is_ascii_digit());
    let mut found: Vec<Iin> = runs.filter_map(|run| Iin::parse(run).ok()).collect();
    found.dedup();
    found.pop().filter(|_| found.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_iin_in_the_name_of_a_file_is_found_and_two_are_none() {
        for (name, found) in [
            ("840229399019.jpg", true),
            ("Үлгібаев 840229399019 (2).pdf", true),
            ("скан_840229399019_бет1-840229399019.png", true),
            ("840229399019 781231499035.pdf", false),
            ("IMG_20261122_101500.jpg", false),
            ("840229399018.jpg", false),
            ("1840229399019.jpg", false),
            ("", false),
        ] {
            assert_eq!(iin_of(name).is_some(), found, "{name}");
        }
    }
}
