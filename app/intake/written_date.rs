//! A date as an office writes it, taken apart without judging it.

use chrono::{NaiveDate, TimeDelta};

use super::fold::fold;

/// What a number or a text says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenDate {
    /// Day, month and year.
    Full(NaiveDate),
    /// Days since 1900, as spreadsheets store dates.
    Serial(NaiveDate),
    /// Day, month and two digits of the year.
    Short(u32, u32, u32),
    /// Can only be read with the month first: month, day and year, the year with its century or without.
    MonthFirst(u32, u32, u32),
    /// A year of four digits, or of two.
    YearOnly(u32),
    Unreadable,
}

impl WrittenDate {
    /// Takes a number apart: a year, with its century or without, or days since 1900 (1910 to 2049).
    pub(super) fn of_number(number: f64) -> Self {
        let text = format!("{number}");
        match text.parse::<u32>() {
            Ok(year @ (1..=99 | 1900..=2100)) => Self::YearOnly(year),
            Ok(days @ 3_654..=54_788) => serial(days),
            _ => Self::Unreadable,
        }
    }

    /// Takes a text apart: digits or the name of the month in Kazakh or Russian, day or year first, `г.р.`, `жылғы`.
    pub(super) fn of_text(text: &str) -> Self {
        use Part::{Month, Number};
        let folded = fold(without_time(text));
        let Some(parts) = parts(&folded) else { return Self::Unreadable };
        match *parts.as_slice() {
            [Number(year, 4), Number(month, 1 | 2) | Month(month), Number(day, 1 | 2)]
            | [Number(year, 4), Number(day, 1 | 2), Month(month)]
            | [Number(day, 1 | 2), Month(month), Number(year, 4)] => full(year, month, day),
            [Number(day, 1 | 2), Number(month, 1 | 2), Number(year, 4)] => {
                day_first(day, month, year)
            }
            [Number(day, 1 | 2), Number(month, 1 | 2) | Month(month), Number(year, 2)] => {
                short(day, month, year)
            }
            [Number(year, 4)] if (1900..=2100).contains(&year) => Self::YearOnly(year),
            [Number(year, 2)] => Self::YearOnly(year),
            [Number(days, 5)] => Self::of_number(f64::from(days)),
            _ => Self::Unreadable,
        }
    }
}

/// A number with the count of its digits, or a month by name.
enum Part {
    Number(u32, usize),
    Month(u32),
}

fn serial(days: u32) -> WrittenDate {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30);
    let date = epoch.and_then(|epoch| epoch.checked_add_signed(TimeDelta::days(i64::from(days))));
    date.map_or(WrittenDate::Unreadable, WrittenDate::Serial)
}

/// Cuts `0:00:00` off, which a date copied from a database drags along.
fn without_time(text: &str) -> &str {
    let before_colon = text.find(':').and_then(|colon| text.get(..colon));
    before_colon.and_then(|before| before.rsplit_once([' ', 'T'])).map_or(text, |(date, _)| date)
}

/// Numbers and months in their order; `None` if there is a word that does not belong to a date.
fn parts(folded: &str) -> Option<Vec<Part>> {
    const AROUND: &str = "г гг р гр год года рождения ж жыл жылы жылгы жт т тт туган д";
    let mut parts = Vec::new();
    let pieces =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|piece| !piece.is_empty());
    for piece in pieces.flat_map(number_and_word) {
        if piece.bytes().all(|byte| byte.is_ascii_digit()) {
            parts.push(Part::Number(piece.parse().ok()?, piece.len()));
        } else if let Some(month) = month(piece) {
            parts.push(Part::Month(month));
        } else if AROUND.split(' ').all(|around| around != piece) {
            // A place of birth may follow a whole date.
            return Some(parts).filter(|parts| parts.len() >= 3);
        }
    }
    Some(parts)
}

/// Divides `1988г` into number and word.
fn number_and_word(piece: &str) -> impl Iterator<Item = &str> {
    let place = piece.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(piece.len());
    let (number, word) = piece.split_at(place);
    [number, word].into_iter().filter(|part| !part.is_empty())
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "янв кантар",
        "фев акпан",
        "мар наурыз",
        "апр сауир",
        "май мая мамыр",
        "июн маусым",
        "июл шилде",
        "авг тамыз",
        "сен кыркуйек",
        "окт казан",
        "ноя караша",
        "дек желтоксан",
    ];
    let place =
        MONTHS.iter().position(|stems| stems.split(' ').any(|stem| word.starts_with(stem)))?;
    u32::try_from(place + 1).ok()
}

fn full(year: u32, month: u32, day: u32) -> WrittenDate {
    let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    date.map_or(WrittenDate::Unreadable, WrittenDate::Full)
}

fn day_first(day: u32, month: u32, year: u32) -> WrittenDate {
    match (full(year, month, day), full(year, day, month)) {
        (WrittenDate::Unreadable, WrittenDate::Full(_)) => {
            WrittenDate::MonthFirst(day, month, year)
        }
        (written, _) => written,
    }
}

/// Any day of the century's leap year will do here; the full date is judged once the century is known.
fn short(day: u32, month: u32, year: u32) -> WrittenDate {
    match (full(2000, month, day), full(2000, day, month)) {
        (WrittenDate::Full(_), _) => WrittenDate::Short(day, month, year),
        (_, WrittenDate::Full(_)) => WrittenDate::MonthFirst(day, month, year),
        _ => WrittenDate::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_every_local_shape() {
        let shapes = "15.07.1990|15.07.1990 г.|15.07.1990 г.р.|15.07.1990г|15.7.1990 ж.|15/07/1990|15-07-1990|\
            1990-07-15|1990.07.15|15 июля 1990 г.|«15» июля 1990 года|1990 жылғы 15 шілде|15 шілде 1990 ж.|\
            1990 ж. 15 шілдеде|15.07.1990 г., Үлгі ауылы|15.07.1990 0:00:00|1990-07-15T00:00:00|15. 07. 1990|15 ШІЛДЕ 1990 ЖЫЛЫ";
        let expected = full(1990, 7, 15);
        for shape in shapes.split('|') {
            assert_eq!(WrittenDate::of_text(shape), expected, "{shape}");
        }
    }

    #[test]
    fn what_is_no_day_is_unreadable() {
        for text in
            ["31.02.1990", "15.О7.1990", "кешегі күні", "15.07.19900", "99.99.9999", "15.07.199"]
        {
            assert_eq!(WrittenDate::of_text(text), WrittenDate::Unreadable, "{text}");
        }
    }
}
