//! Invented people and the files made of them.

use std::path::PathBuf;

use rust_xlsxwriter::{Format, Workbook};

/// Where the stored lists are.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lists")
}

/// The bytes of a case.
pub fn cases(file: &str) -> Vec<u8> {
    std::fs::read(folder().join("../cases").join(file)).unwrap()
}

/// An invented person: surname, given name, twelve digits, birth date as ISO.
#[derive(Clone, Debug)]
pub struct Invented {
    /// Surname, one of the markers.
    pub surname: String,
    /// Given name.
    pub given: String,
    /// Twelve digits.
    pub iin: String,
    /// Birth date, ISO.
    pub born: String,
}

/// Makes the person of a number below 1,700,000 or so; different numbers give different IINs of the serials 99xx.
pub fn invent(number: u32) -> Invented {
    let (day, month, year) = (1 + number % 28, 1 + number / 28 % 12, number / 336 % 100);
    let century = if year < 8 { 20 } else { 19 };
    let seventh = if century == 20 { 5 } else { 3 } + number / 33_600 % 2;
    let stem = format!("{year:02}{month:02}{day:02}{seventh}");
    let serial = 9900 + number / 67_200 % 10 * 10;
    let iin =
        (serial..serial + 10).find_map(|serial| complete(&format!("{stem}{serial}"))).unwrap();
    let surname = ["Үлгібаев", "Мысалов", "Сынақов", "Жобаев", "Примеров", "Образцов", "Тестов"]
        [number as usize % 7];
    let given =
        ["Нұрлан", "Ерлан", "Айдар", "Серик", "Дәурен"][(number + number / 33_600) as usize % 5];
    Invented {
        surname: surname.to_owned(),
        given: given.to_owned(),
        iin,
        born: format!("{century}{year:02}-{month:02}-{day:02}"),
    }
}

/// Adds the check digit, written anew here so that the reader is not checked by itself.
fn complete(eleven: &str) -> Option<String> {
    let sum = |from: u32| -> u32 {
        let digits = (from - 1..).zip(eleven.bytes().map(|byte| u32::from(byte - b'0')));
        digits.map(|(place, digit)| digit * (place % 11 + 1)).sum::<u32>() % 11
    };
    [sum(1), sum(3)].into_iter().find(|rest| *rest < 10).map(|rest| format!("{eleven}{rest}"))
}

/// Writes an .xlsx of invented people, with IINs as numbers and birth dates as dates.
pub fn workbook(count: u32) -> Vec<u8> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let sheet = book.add_worksheet();
    for (place, title) in (0..).zip([
        "№",
        "Ф.И.О.",
        "ИИН",
        "Дата рождения",
        "№ удостоверения",
        "Адрес",
        "Место работы",
        "Телефон",
    ]) {
        sheet.write(3, place, title).unwrap();
    }
    for number in 0..count {
        let (row, person) = (number + 4, invent(number));
        sheet.write(row, 0, number + 1).unwrap();
        sheet.write(row, 1, format!("{} {} Тестович", person.surname, person.given)).unwrap();
        sheet.write(row, 2, person.iin.parse::<f64>().unwrap()).unwrap();
        let born = rust_xlsxwriter::ExcelDateTime::parse_from_str(&person.born).unwrap();
        sheet.write_with_format(row, 3, &born, &date).unwrap();
        sheet.write(row, 4, 99_000_000 + number).unwrap();
        sheet.write(row, 5, format!("с. Пример, ул. Учебная, {number}")).unwrap();
        sheet.write(row, 6, "Школа, учитель").unwrap();
        sheet.write(row, 7, 87_000_000_000_u64 + u64::from(number)).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// Writes rows as .csv with semicolons.
pub fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}
