//! A report as `jasaq list check FILE [--json]` prints it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    answers::{is_answerable, takes_date},
    code::Code,
    finding::Finding,
    level::Level,
    refusal::Refusal,
    report::{Report, Row},
};
use crate::domain::{iin::Iin, language::Language};

/// Writes the report as one JSON object: `rows` and `findings`; dates are ISO, telephones +7…, empty fields null.
///
/// The error is `serde_json`'s own and does not happen with text and dates.
pub fn json(report: &Report) -> Result<String, serde_json::Error> {
    let rows = report.rows.iter().map(RowView::of).collect();
    let findings = report.findings.iter().map(FindingView::of).collect();
    serde_json::to_string_pretty(&ReportView { rows, findings })
}

/// Writes the report as text for a terminal: a line for each person, its findings indented below, then those of the list.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut lines = table(&report.rows);
    lines.extend(report.findings.iter().map(|finding| {
        format!("{}: {} [{}]", finding.level().as_str(), finding.message(), finding.code.code())
    }));
    let levels = Level::ALL.map(|level| {
        let count = report.rows.iter().filter(|row| row.level() == level).count();
        format!("{count} {}", level.as_str())
    });
    lines.push(format!("{}: {} rows ({})", report.file_name, report.rows.len(), levels.join(", ")));
    lines.join("\n") + "\n"
}

/// Lists every finding and refusal with level and sentence, for `--help`.
#[must_use]
pub fn codes() -> String {
    let findings = Code::ALL.iter().map(|code| {
        format!("  {:<33}{:<10}{}", code.code(), code.level().as_str(), code.message())
    });
    let refusals = Refusal::ALL
        .iter()
        .map(|refusal| format!("  {:<33}{:<10}{}", refusal.code(), "refused", refusal.message()));
    findings.chain(refusals).collect::<Vec<_>>().join("\n") + "\n"
}

#[derive(Serialize)]
struct ReportView<'a> {
    rows: Vec<RowView<'a>>,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct RowView<'a> {
    sheet: &'a str,
    row: u32,
    number: Option<&'a str>,
    surname: Option<&'a str>,
    given_name: Option<&'a str>,
    patronymic: Option<&'a str>,
    iin: Option<&'a str>,
    birth_date: Option<NaiveDate>,
    document_number: Option<&'a str>,
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposed_birth_date: Option<NaiveDate>,
    findings: Vec<FindingView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<&'static str>,
}

#[derive(Serialize)]
struct FindingView {
    level: &'static str,
    field: &'static str,
    code: &'static str,
    message: String,
}

impl<'a> RowView<'a> {
    fn of(row: &'a Row) -> Self {
        Self {
            sheet: &row.sheet,
            row: row.row,
            number: row.number.as_deref(),
            surname: row.surname.as_deref(),
            given_name: row.given_name.as_deref(),
            patronymic: row.patronymic.as_deref(),
            iin: row.iin.as_ref().map(Iin::expose),
            birth_date: row.birth_date,
            document_number: row.document_number.as_deref(),
            phone: row.phone.as_deref(),
            email: row.email.as_deref(),
            language: row.language,
            proposed_birth_date: row.proposed_birth_date,
            findings: row.findings.iter().map(FindingView::of).collect(),
            skipped: row.skipped.map(super::Skipped::code),
        }
    }
}

impl FindingView {
    fn of(finding: &Finding) -> Self {
        Self {
            level: finding.level().as_str(),
            field: finding.field.as_str(),
            code: finding.code.code(),
            message: finding.message(),
        }
    }
}

/// The people in columns as wide as their content, each followed by its findings.
fn table(rows: &[Row]) -> Vec<String> {
    let titles =
        ["row", "№", "level", "name", "IIN", "born", "document", "phone"].map(str::to_owned);
    let cells: Vec<[String; 8]> = rows.iter().map(columns).collect();
    let width = |place: usize| {
        cells.iter().chain([&titles]).map(|line| line[place].chars().count()).max().unwrap_or(0)
    };
    let widths: [usize; 8] = std::array::from_fn(width);
    let line = |cells: &[String; 8]| {
        let padded: Vec<String> =
            cells.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        padded.join("  ").trim_end().to_owned()
    };
    let mut lines = vec![line(&titles)];
    for (cells, row) in cells.iter().zip(rows) {
        lines.push(line(cells));
        let proposed = row.proposed_birth_date.map(|date| format!("; the IIN tells {date}"));
        lines.extend(row.findings.iter().map(|finding| {
            let proposed = proposed.as_deref().filter(|_| is_answered_by_date(row, finding));
            format!(
                "    {}: {}: {}{} [{}]",
                finding.level().as_str(),
                finding.field.as_str(),
                finding.message(),
                proposed.unwrap_or_default(),
                finding.code.code()
            )
        }));
    }
    lines
}

/// Whether the date of the IIN would settle the finding.
fn is_answered_by_date(row: &Row, finding: &Finding) -> bool {
    takes_date(finding.code) && is_answerable(row, finding)
}

fn columns(row: &Row) -> [String; 8] {
    let or_dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let place = if row.sheet.is_empty() {
        row.row.to_string()
    } else {
        format!("{}!{}", row.sheet, row.row)
    };
    let name: Vec<&str> = [&row.surname, &row.given_name, &row.patronymic]
        .into_iter()
        .filter_map(Option::as_deref)
        .collect();
    [
        place,
        or_dash(row.number.as_deref()),
        row.level().as_str().to_owned(),
        or_dash(Some(&*name.join(" ")).filter(|name| !name.is_empty())),
        or_dash(row.iin.as_ref().map(Iin::expose)),
        row.birth_date.map_or("-".to_owned(), |date| date.to_string()),
        or_dash(row.document_number.as_deref()),
        or_dash(row.phone.as_deref()),
    ]
}
