//! What an officer types about one person in a form: read with the same care as the row of a list.

use super::{
    code::Code,
    date::{self, BirthDate},
    document,
    finding::{Field, Finding},
    iin, name, person, phone, reach,
    report::Row,
    sheet::Value,
    text,
};

/// The fields of such a form, as typed.
#[derive(Clone, Copy, Default)]
pub struct Written<'a> {
    pub surname: &'a str,
    pub given_name: &'a str,
    pub patronymic: &'a str,
    pub iin: &'a str,
    pub birth_date: &'a str,
    pub document_number: &'a str,
    pub address: &'a str,
    pub phone: &'a str,
    pub email: &'a str,
    pub language: &'a str,
}

/// Reads them, each with its findings.
#[must_use]
pub fn read(written: &Written<'_>) -> Row {
    let mut findings = Vec::new();
    let value = |typed: &str| (!typed.trim().is_empty()).then(|| Value::Text(typed.to_owned()));
    let words = |typed, field, findings: &mut Vec<Finding>| {
        value(typed).and_then(|value| text::read(&value, field, findings))
    };
    let parts = [
        words(written.surname, Field::Surname, &mut findings),
        words(written.given_name, Field::GivenName, &mut findings),
        words(written.patronymic, Field::Patronymic, &mut findings),
    ];
    let address = words(written.address, Field::Address, &mut findings);
    let name = name::of_parts(parts, &mut findings);
    let mut iin = iin::read(value(written.iin).as_ref(), &mut findings);
    let BirthDate { read: birth_date, proposed } = value(written.birth_date)
        .map(|value| date::read(&value, iin.iin(), &mut findings))
        .unwrap_or_default();
    iin.compare(birth_date, &mut findings);
    let proposed_birth_date = proposed.filter(|_| iin.iin().is_some());
    let document_number =
        value(written.document_number).and_then(|value| document::read(&value, &mut findings));
    let phone = value(written.phone).and_then(|value| phone::read(&value, &mut findings));
    let email = value(written.email).and_then(|value| reach::email(&value, &mut findings));
    let language = value(written.language).and_then(|value| reach::language(&value, &mut findings));
    let is_refused = findings.iter().any(|finding| finding.code == Code::ControlCharacters);
    if name.surname.is_none() && name.given.is_none() && !is_refused {
        findings.push(Finding::new(Field::Name, Code::NameMissing));
    }
    // Whoever types such a name means it.
    findings.retain(|finding| finding.code != Code::NameOddCharacters);
    let (iin, iin_typed) = iin.into_parts();
    let unread = |typed: &str, is_read: bool| person::unread(value(typed).as_ref(), is_read);
    let typed = [
        (Field::Iin, iin_typed),
        (Field::BirthDate, unread(written.birth_date, birth_date.is_some())),
        (Field::DocumentNumber, unread(written.document_number, document_number.is_some())),
        (Field::Phone, unread(written.phone, phone.is_some())),
        (Field::Email, unread(written.email, email.is_some())),
        (Field::Language, unread(written.language, language.is_some())),
    ];
    Row {
        surname: name.surname,
        given_name: name.given,
        patronymic: name.patronymic,
        iin,
        birth_date,
        proposed_birth_date,
        document_number,
        phone,
        email,
        language,
        address,
        typed: person::typed(typed),
        findings,
        ..Row::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    const GOOD: Written<'_> = Written {
        surname: "Сынақов",
        given_name: "Бауыржан",
        patronymic: "Тестұлы",
        iin: "900715399024",
        birth_date: "1990-07-15",
        document_number: "099000107",
        address: "",
        phone: "8 701 000 01 07",
        email: "",
        language: "",
    };

    #[test]
    fn a_person_typed_by_hand_is_read_like_a_row_of_a_list() {
        let row = read(&GOOD);
        assert_eq!(row.findings, []);
        assert_eq!(row.phone.as_deref(), Some("+77010000107"));
        assert_eq!(row.birth_date, NaiveDate::from_ymd_opt(1990, 7, 15));
        assert!(row.iin.is_some());
    }

    #[test]
    fn what_is_wrong_is_said_of_its_field() {
        let codes = |written: Written<'_>| -> Vec<(Field, Code)> {
            read(&written).findings.iter().map(|f| (f.field, f.code)).collect()
        };
        assert_eq!(
            codes(Written { iin: "900715399025", ..GOOD }),
            [(Field::Iin, Code::IinCheckDigit)]
        );
        assert_eq!(codes(Written { iin: "", ..GOOD }), [(Field::Iin, Code::IinMissing)]);
        assert_eq!(
            codes(Written { birth_date: "35.13.1990", ..GOOD }),
            [(Field::BirthDate, Code::BirthDateUnreadable)]
        );
        assert_eq!(
            codes(Written { given_name: "", patronymic: "", ..GOOD }),
            [(Field::Name, Code::NameIncomplete)]
        );
        assert_eq!(
            codes(Written { birth_date: "15.07.1991", ..GOOD }),
            [(Field::Iin, Code::IinBirthDateDiffers)]
        );
    }
}
