//! A web page saved as one file (MHTML): a mail whose parts are pages.

use mail_parser::{MessageParser, PartType};

use super::{
    refusal::Refusal,
    sheet::{Sheet, Workbook},
    web_page,
};

/// Tells whether a file begins as a mail does.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..2_000).unwrap_or(bytes)).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    ["mime-version:", "content-type: multipart/", "from: "]
        .iter()
        .any(|start| head.starts_with(start))
        && head.contains("content-type:")
}

/// Reads each page that has tables as a sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, Refusal> {
    let message = MessageParser::default().parse(bytes).ok_or(Refusal::WebPage)?;
    let pages = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(page) => Some(page),
        PartType::Text(_)
        | PartType::Binary(_)
        | PartType::InlineBinary(_)
        | PartType::Message(_)
        | PartType::Multipart(_) => None,
    });
    let mut sheets: Vec<Sheet> = Vec::new();
    for page in pages {
        match web_page::read(page) {
            Ok(sheet) => sheets.push(sheet),
            Err(Refusal::WebPage) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    if sheets.is_empty() {
        return Err(Refusal::WebPage);
    }
    if sheets.len() > 1 {
        for (number, sheet) in (1..).zip(&mut sheets) {
            sheet.name = format!("{number}");
        }
    }
    Ok(Workbook { sheets, ..Workbook::default() })
}
