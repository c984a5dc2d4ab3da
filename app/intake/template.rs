//! The list to fill in: an .xlsx that its own reader reads without a finding.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// The name the template is downloaded under.
pub const FILE_NAME: &str = "jasaq-tizim.xlsx";

/// A column: Kazakh title, Russian title, Kazakh and Russian hint, width in characters.
struct Column(&'static str, &'static str, &'static str, &'static str, u16);

/// The № cell marks the hints as a specimen row, which is not read.
const COLUMNS: [Column; 11] = [
    Column("Р/с №", "№ п/п", "үлгі", "образец", 8),
    Column("Тегі", "Фамилия", "толық", "полностью", 20),
    Column("Аты", "Имя", "толық", "полностью", 18),
    Column("Әкесінің аты", "Отчество", "болған жағдайда", "при наличии", 20),
    Column("ЖСН", "ИИН", "12 цифр", "12 цифр", 16),
    Column("Туған күні", "Дата рождения", "КК.АА.ЖЖЖЖ", "ДД.ММ.ГГГГ", 14),
    Column("Жеке куәлік №", "№ удостоверения личности", "9 цифр", "9 цифр", 16),
    Column("Тұрғылықты мекенжайы", "Место жительства", "ауыл, көше, үй", "село, улица, дом", 34),
    Column("Жұмыс орны, лауазымы", "Место работы, должность", "", "", 30),
    Column("Телефон", "Телефон", "+7 7XX XXX XX XX", "+7 7XX XXX XX XX", 18),
    Column("Жасақтағы міндеті", "Роль в дружине", "басшысы (ұсынылады)", "руководитель (предлагается)", 22),
];

/// Makes the template: titles in both languages, a hint under each, every column set as text so that zeros stay.
///
/// The bytes are the same at every call; [`XlsxError`] is the library's own.
pub fn template() -> Result<Vec<u8>, XlsxError> {
    let bordered = Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let title = bordered.clone().set_bold().set_align(FormatAlign::Center);
    let hint = bordered.set_italic().set_font_color("#666666");
    let text = Format::new().set_num_format("@");
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let sheet = book.add_worksheet().set_name("Тізім")?;
    for (place, column) in (0_u16..).zip(&COLUMNS) {
        let Column(kk, ru, kk_hint, ru_hint, width) = column;
        sheet.set_column_format(place, &text)?.set_column_width(place, *width)?;
        sheet.write_with_format(0, place, format!("{kk} / {ru}"), &title)?;
        sheet.write_with_format(1, place, both(kk_hint, ru_hint), &hint)?;
    }
    sheet.set_freeze_panes(2, 0)?.set_landscape().set_paper_size(9).set_repeat_rows(0, 0)?;
    book.save_to_buffer()
}

fn both(kk: &str, ru: &str) -> String {
    if kk == ru { kk.to_owned() } else { format!("{kk} / {ru}") }
}

#[cfg(test)]
mod tests {
    use super::super::{Refusal, read, title};
    use super::*;

    #[test]
    fn the_empty_template_has_titles_and_nobody() {
        assert_eq!(read(&template().unwrap(), FILE_NAME), Err(Refusal::NoPeople));
    }

    #[test]
    fn every_title_of_the_template_is_known() {
        for Column(kk, ru, ..) in &COLUMNS {
            let column = title::Column::titled(&format!("{kk} / {ru}"));
            assert!(!matches!(column, None | Some(title::Column::Unneeded | title::Column::NotHeld)), "{kk}");
            assert_eq!((title::Column::titled(kk), title::Column::titled(ru)), (column, column), "{kk}");
        }
    }

    #[test]
    fn the_template_is_the_same_every_time() {
        assert_eq!(template().unwrap(), template().unwrap());
    }
}
