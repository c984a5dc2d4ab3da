//! Text files of rows: .csv and .tsv in the encodings and with the delimiters offices use.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::{
    header::header_at,
    refusal::Refusal,
    sheet::{Cell, Line, Sheet, Workbook},
    size::Size,
};

/// Reads a text file as one nameless sheet; anything that is not called or does not look like one is refused.
pub(super) fn read(bytes: &[u8], file_name: &str) -> Result<Workbook, Refusal> {
    let text = decode(bytes);
    if is_markup(&text) {
        return Err(Refusal::OtherSpreadsheet);
    }
    let ending = file_name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if !["csv", "tsv", "txt"].contains(&ending.as_str())
        || text.chars().take(2_000).any(|letter| letter == '\0')
    {
        return Err(Refusal::NotASpreadsheet);
    }
    let (delimiter, text) = delimiter(&text);
    let lines = lines(text, delimiter, usize::MAX)?;
    Ok(Workbook { sheets: vec![Sheet { name: String::new(), lines }], hidden: Vec::new() })
}

/// Decodes by byte order mark, by the zeros of UTF-16, as UTF-8, else as windows-1251 with the Kazakh letters of KZ-1048.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0;
    }
    let head = bytes.get(..200).unwrap_or(bytes);
    // Cyrillic UTF-16 has 04 or 00 as the high byte of nearly every letter.
    let high = |parity: usize| {
        head.iter().skip(parity).step_by(2).filter(|byte| matches!(byte, 0 | 4)).count() * 4
            > head.len()
    };
    if head.contains(&0) && high(1) {
        return UTF_16LE.decode_without_bom_handling(bytes).0;
    }
    if head.contains(&0) && high(0) {
        return UTF_16BE.decode_without_bom_handling(bytes).0;
    }
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text,
        None => Cow::Owned(
            WINDOWS_1251.decode_without_bom_handling(bytes).0.chars().map(kazakh).collect(),
        ),
    }
}

/// KZ-1048 puts Kazakh letters where windows-1251 has Serbian, Ukrainian and Belarusian ones, which no list here needs.
fn kazakh(letter: char) -> char {
    match letter {
        'Ќ' => 'Қ',
        'Ћ' => 'Һ',
        'ќ' => 'қ',
        'ћ' => 'һ',
        'Ў' => 'Ұ',
        'ў' => 'ұ',
        'Ј' => 'Ә',
        'Ґ' => 'Ө',
        'Є' => 'Ғ',
        'Ї' => 'Ү',
        'ґ' => 'ө',
        'є' => 'ғ',
        'ј' => 'ә',
        'Ѕ' => 'Ң',
        'ѕ' => 'ң',
        'ї' => 'ү',
        other => other,
    }
}

fn is_markup(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(500).flat_map(char::to_lowercase).collect();
    head.starts_with("<!doctype")
        || head.starts_with("<html")
        || head.starts_with("<table")
        || head.starts_with("<?xml")
}

/// The delimiter named by `sep=`, or the one under which titles are found, or the commonest.
fn delimiter(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(sign @ (b';' | b',' | b'\t')) = rest.bytes().next()
    {
        // Spreadsheet programs do not count this line as a row.
        return (sign, text.split_once('\n').map_or("", |(_, rows)| rows));
    }
    let has_titles = |sign: u8| {
        let lines = lines(text, sign, 100).unwrap_or_default();
        (0..lines.len()).any(|place| header_at(&lines, place).is_some())
    };
    let signs = [b';', b'\t', b','];
    let commonest = signs
        .into_iter()
        .max_by_key(|sign| text.bytes().take(10_000).filter(|byte| byte == sign).count());
    let sign = signs.into_iter().find(|sign| has_titles(*sign)).or(commonest);
    (sign.unwrap_or(b';'), text)
}

/// Rows are numbered as a spreadsheet would number them: blank rows count, line breaks inside quotes do not.
fn lines(text: &str, delimiter: u8, limit: usize) -> Result<Vec<Line>, Refusal> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut size = Size::default();
    let mut lines = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut number = 0_u64;
    let mut line_before = reader.position().line();
    while lines.len() < limit && reader.read_record(&mut record).map_err(|_| Refusal::Damaged)? {
        let line_after = reader.position().line();
        let breaks: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let blank =
            (line_after - line_before).saturating_sub(1 + u64::try_from(breaks).unwrap_or(0));
        line_before = line_after;
        number += blank + 1;
        let places = 0_u32..;
        let cells: Vec<Cell> = places
            .zip(record.iter())
            .filter_map(|(place, field)| Cell::text(place, field))
            .collect();
        for cell in &cells {
            size.add_cell(&cell.value)?;
        }
        if !cells.is_empty() {
            size.add_line()?;
            lines.push(Line { number: u32::try_from(number).unwrap_or(u32::MAX), cells });
        }
    }
    Ok(lines)
}
