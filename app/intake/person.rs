//! One row of a table read as a person.

use std::collections::BTreeMap;

use super::{
    calendar::Calendar,
    code::Code,
    date::{self, BirthDate},
    document,
    finding::{Field, Finding},
    iin,
    level::Level,
    name::{self, Name},
    phone, reach,
    report::{Row, Skipped},
    row_kind::{is_ordinal, split_ordinal},
    sheet::{Line, Value},
    table::Table,
    text,
    title::{Column, NameOrder},
    typed::Typed,
    vocabulary::is_leader,
};

/// Reads the cells of a row, each with its findings; columns the table does not name are not looked at.
pub(super) fn read(table: &Table, line: &Line, sheet: &str, calendar: Calendar) -> Row {
    let mut findings = Vec::new();
    let value = |column| table.cell(line, column).map(|cell| &cell.value);
    let whole = read_whole(table, line, &mut findings);
    let (more_iin, more_birth) = match whole.more.as_ref() {
        Some(more) if more.digits() > 8 => (Some(more), None),
        more => (None, more),
    };
    let mut iin = iin::read(value(Column::Iin).or(more_iin), &mut findings);
    let birth = value(Column::BirthDate).or(more_birth);
    let counted = birth.map(|value| calendar.counted(value, iin.iin()));
    let BirthDate { read: birth_date, proposed } =
        counted.map(|value| date::read(&value, iin.iin(), &mut findings)).unwrap_or_default();
    iin.compare(birth_date, &mut findings);
    let proposed_birth_date = proposed.filter(|_| iin.iin().is_some());
    let document_number =
        value(Column::Document).and_then(|value| document::read(value, &mut findings));
    let phone = read_phone(table, line, &mut findings);
    let email = value(Column::Email).and_then(|value| reach::email(value, &mut findings));
    let language = value(Column::Language).and_then(|value| reach::language(value, &mut findings));
    let address =
        value(Column::Address).and_then(|value| text::read(value, Field::Address, &mut findings));
    let workplace = read_workplace(table, line);
    let mut notes = table.cells(line, |column| column == Column::Note);
    let is_struck = table.cells(line, Column::is_name).next().is_some_and(|cell| cell.is_struck);
    findings.extend(is_struck.then(|| Finding::new(Field::Row, Code::RowStruckOut)));
    findings.extend(line.noticed.iter().map(|code| Finding::new(Field::Row, *code)));
    let is_hidden = line.noticed.contains(&Code::RowHidden);
    let (iin, iin_typed) = iin.into_parts();
    let left = [
        (Field::Iin, iin_typed),
        (Field::BirthDate, unread(birth, birth_date.is_some())),
        (Field::DocumentNumber, unread(value(Column::Document), document_number.is_some())),
        (Field::Phone, unread(value(Column::Phone), phone.is_some())),
        (Field::Email, unread(value(Column::Email), email.is_some())),
        (Field::Language, unread(value(Column::Language), language.is_some())),
    ];
    Row {
        sheet: sheet.to_owned(),
        row: line.number,
        column: table.first,
        number: value(Column::Number).and_then(number).or(whole.number),
        surname: whole.name.surname,
        given_name: whole.name.given,
        has_one_name: false,
        patronymic: whole.name.patronymic,
        iin,
        birth_date,
        proposed_birth_date,
        document_number,
        phone,
        email,
        language,
        address,
        workplace,
        proposed_leader: notes.any(|cell| is_leader(&cell.value.written())),
        typed: typed(left),
        findings,
        skipped: is_struck.then_some(Skipped::StruckOut).or(is_hidden.then_some(Skipped::Hidden)),
    }
}

/// What stands in a cell of which nothing was made.
pub(super) fn unread(value: Option<&Value>, is_read: bool) -> Option<String> {
    value.filter(|_| !is_read).and_then(text::sample)
}

/// The texts of cells of which nothing was made.
pub(super) fn typed(texts: [(Field, Option<String>); 6]) -> BTreeMap<Field, Typed> {
    texts.into_iter().filter_map(|(field, text)| Some((field, Typed::new(text?)))).collect()
}

/// A name, and the № before it or the birth date or IIN behind it in the same cell.
#[derive(Default)]
struct Whole {
    name: Name,
    number: Option<String>,
    more: Option<Value>,
}

fn read_whole(table: &Table, line: &Line, findings: &mut Vec<Finding>) -> Whole {
    let mut read = |column, field| {
        table.cell(line, column).and_then(|cell| text::read(&cell.value, field, findings))
    };
    let surname = read(Column::Surname, Field::Surname);
    let given = read(Column::GivenName, Field::GivenName);
    let patronymic = read(Column::Patronymic, Field::Patronymic);
    let title = table.full_name();
    let Some(text) = title.and_then(|title| read(title, Field::Name)) else {
        if surname.is_none()
            && given.is_none()
            && !findings.iter().any(|finding| finding.level() >= Level::Ask)
        {
            findings.push(Finding::new(Field::Name, Code::NameMissing));
        }
        return Whole {
            name: name::of_parts([surname, given, patronymic], findings),
            ..Whole::default()
        };
    };
    let (number, text) = split_ordinal(&text)
        .map_or((None, text.as_str()), |(number, text)| (Some(number.to_owned()), text));
    let (order, has_more) = match title {
        Some(Column::FullName(order, has_more)) => (order, has_more),
        _ => (NameOrder::Unsaid, false),
    };
    let (text, more) = if has_more { split_more(text) } else { (text, None) };
    let name = match surname {
        // «Тегі» and «Аты-жөні» side by side.
        Some(surname) => {
            name::of_whole(&format!("{surname} {text}"), NameOrder::SurnameFirst, findings)
        }
        None => name::of_whole(text, order, findings),
    };
    Whole { name: Name { patronymic: name.patronymic.or(patronymic), ..name }, number, more }
}

/// Divides `Тестов Максат, 09.03.2005 г.р.` and `Тестов Максат, ИИН 0503…` into the name and what follows it.
fn split_more(text: &str) -> (&str, Option<Value>) {
    let place = text.find(|letter: char| letter.is_ascii_digit());
    let Some((name, more)) = place.and_then(|place| text.split_at_checked(place)) else {
        return (text, None);
    };
    let name = name.trim_end_matches([' ', ',', '(', ';', ':']);
    let label = ["ИИН", "ЖСН", "иин", "жсн"].into_iter().find_map(|label| name.strip_suffix(label));
    let name = label.unwrap_or(name).trim_end_matches([' ', ',', '(', ';']);
    (name, Some(Value::Text(more.trim_end_matches(')').to_owned())))
}

/// Reads the first valid number of one or several telephone columns.
fn read_phone(table: &Table, line: &Line, findings: &mut Vec<Finding>) -> Option<String> {
    let mut found = Vec::new();
    let cells = table.cells(line, |column| column == Column::Phone);
    let phones: Vec<String> =
        cells.filter_map(|cell| phone::read(&cell.value, &mut found)).collect();
    let is_several = phones.len()
        + found.iter().filter(|finding| finding.code == Code::PhoneUnreadable).count()
        > 1;
    if is_several && !phones.is_empty() {
        found = vec![Finding::new(Field::Phone, Code::PhoneSeveral)];
    }
    found.truncate(1);
    findings.append(&mut found);
    phones.into_iter().next()
}

fn read_workplace(table: &Table, line: &Line) -> Option<String> {
    let cells = table.cells(line, |column| column == Column::Workplace);
    // Nothing of it is kept: a fault in it is nobody's business.
    let texts: Vec<String> = cells
        .filter_map(|cell| text::read(&cell.value, Field::Workplace, &mut Vec::new()))
        .collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

/// The office's №, without the point behind it.
fn number(value: &Value) -> Option<String> {
    let text = text::read(value, Field::Number, &mut Vec::new())?;
    let bare = text.trim_end_matches(".0").trim_end_matches(['.', ')']);
    Some(if is_ordinal(bare) { bare.to_owned() } else { text })
}
