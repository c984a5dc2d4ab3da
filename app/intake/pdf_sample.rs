//! PDFs for tests, in the fewest bytes.

use super::{pdf::Document, unreadable::Unreadable};
use image::RgbImage;
use std::{fs, path::Path};

pub(super) const A4: &str = "/MediaBox [0 0 595 842]";

/// A file of the given objects, of which the first is the catalog; `trailer` stands in its last dictionary.
pub(super) fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = vec![format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1)];
    for (index, object) in objects.iter().enumerate() {
        table.push(format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend_from_slice(
            &[format!("{} 0 obj\n", index + 1).as_bytes(), object, b"\nendobj\n"].concat(),
        );
    }
    let start = bytes.len();
    let trailer = format!(
        "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    [bytes, table.concat().into_bytes(), trailer.into_bytes()].concat()
}

pub(super) fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    [
        format!("<< {entries} /Length {} >>\nstream\n", content.len()).as_bytes(),
        content,
        b"\nendstream",
    ]
    .concat()
}

/// Pages of (entries, content); object 3 is for all of them to use.
pub(super) fn document(pages: &[(&str, &str)], shared: Vec<u8>, trailer: &str) -> Vec<u8> {
    let kids = (0..pages.len())
        .map(|index| format!("{} 0 R", 4 + 2 * index))
        .collect::<Vec<_>>()
        .join(" ");
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()).into_bytes(),
        shared,
    ];
    for (index, (entries, content)) in pages.iter().enumerate() {
        objects.push(
            format!("<< /Type /Page /Parent 2 0 R {entries} /Contents {} 0 R >>", 5 + 2 * index)
                .into_bytes(),
        );
        objects.push(stream("", content.as_bytes()));
    }
    file(&objects, trailer)
}

pub(super) fn plain(pages: &[(&str, &str)]) -> Vec<u8> {
    document(pages, b"null".to_vec(), "")
}

pub(super) fn with_picture(filter: &str, content: &[u8]) -> Vec<u8> {
    let picture =
        stream(&format!("/Type /XObject /Subtype /Image /Width 16 /Height 16 {filter}"), content);
    let page = format!("{A4} /Resources << /XObject << /P 3 0 R >> >>");
    document(&[(&page, "595 0 0 842 0 0 cm /P Do")], picture, "")
}

pub(super) const DCT: &str = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";

pub(super) fn case(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases");
    fs::read(folder.join(name)).unwrap()
}

pub(super) fn drawn(bytes: Vec<u8>) -> Result<Vec<RgbImage>, Unreadable> {
    Document::read(bytes, 0)?.pages().collect()
}
