//! The list to fill in: an .xlsx that its own reader reads without a finding.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

/// The name the template is downloaded under.
pub const FILE_NAME: &str = "jasaq-tizim.xlsx";

/// The title of a column: Kazakh, Russian, a hint in both, width in characters.
#[derive(Clone, Copy)]
pub(super) struct Title(&'static str, &'static str, &'static str, &'static str, u16);

impl Title {
    /// Both languages, as the head of the column has them.
    pub(super) fn words(self) -> String {
        both(self.0, self.1)
    }

    /// In characters.
    pub(super) const fn width(self) -> u16 {
        self.4
    }
}

/// The № cell marks the hints as a specimen row, which is not read.
pub(super) const TITLES: [Title; 13] = [
    Title("Р/с №", "№ п/п", "үлгі", "образец", 8),
    Title("Тегі", "Фамилия", "толық", "полностью", 20),
    Title("Аты", "Имя", "толық", "полностью", 18),
    Title("Әкесінің аты", "Отчество", "болған жағдайда", "при наличии", 20),
    Title("ЖСН", "ИИН", "12 цифр", "12 цифр", 16),
    Title("Туған күні", "Дата рождения", "КК.АА.ЖЖЖЖ", "ДД.ММ.ГГГГ", 14),
    Title("Жеке куәлік №", "№ удостоверения личности", "9 цифр", "9 цифр", 16),
    Title("Тұрғылықты мекенжайы", "Место жительства", "ауыл, көше, үй", "село, улица, дом", 34),
    Title("Жұмыс орны, лауазымы", "Место работы, должность", "", "", 30),
    Title("Телефон", "Телефон", "+7 7XX XXX XX XX", "+7 7XX XXX XX XX", 18),
    Title("Электрондық пошта", "Электронная почта", "болса", "если есть", 26),
    Title("Тілі", "Язык", "қазақша, орысша", "казахский, русский", 14),
    Title(
        "Жасақтағы міндеті",
        "Роль в дружине",
        "басшысы (ұсынылады)",
        "руководитель (предлагается)",
        22,
    ),
];

/// Makes the template: titles in both languages, a hint under each, every column set as text so that zeros stay.
///
/// The bytes are the same at every call; [`XlsxError`] is the library's own.
pub fn template() -> Result<Vec<u8>, XlsxError> {
    let bordered =
        Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let title = bordered.clone().set_bold().set_align(FormatAlign::Center);
    let hint = bordered.set_italic().set_font_color("#666666");
    let text = Format::new().set_num_format("@");
    let mut book = Workbook::new();
    book.set_properties(
        &DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?),
    );
    let sheet = book.add_worksheet().set_name("Тізім")?;
    for (place, column) in (0_u16..).zip(&TITLES) {
        let Title(.., kk_hint, ru_hint, width) = column;
        sheet.set_column_format(place, &text)?.set_column_width(place, *width)?;
        sheet.write_with_format(0, place, column.words(), &title)?;
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
        for Title(kk, ru, ..) in &TITLES {
            let column = title::Column::titled(&format!("{kk} / {ru}"));
            assert!(
                !matches!(column, None | Some(title::Column::Unneeded | title::Column::NotHeld)),
                "{kk}"
            );
            assert_eq!(
                (title::Column::titled(kk), title::Column::titled(ru)),
                (column, column),
                "{kk}"
            );
        }
    }

    #[test]
    fn the_template_is_the_same_every_time() {
        assert_eq!(template().unwrap(), template().unwrap());
    }
}
