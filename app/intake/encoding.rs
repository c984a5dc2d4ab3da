//! Which letters the bytes of a text file are: no text file says so, and its letters tell.

use std::borrow::Cow;

use encoding_rs::{
    Encoding, IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC,
};

use super::refusal::Refusal;

/// Encodings of one byte a letter in which programs of the region write, the likeliest first.
const EIGHT_BIT: [&Encoding; 4] = [WINDOWS_1251, IBM866, X_MAC_CYRILLIC, KOI8_R];
/// Bytes of a file whose letters are weighed.
const WEIGHED: usize = 200_000;
/// Letters beyond ASCII below which nothing can be told from them, such as a lone `№`.
const FEW: usize = 4;
/// The mean weight of a letter below which a text is no language; Kazakh and Russian lie near -3, rubbish below -4.
const LEAST_MEAN: f64 = -3.85;
/// How much heavier the best reading must be than the next one, in all its letters.
const LEAST_LEAD: f64 = 4.0;

/// Decodes by byte order mark, by the zeros of UTF-16, as UTF-8, else in the encoding under which the letters are a language.
///
/// # Errors
/// [`Refusal::LettersUnknown`] when no encoding gives a language, or two give one.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding.decode(bytes).0);
    }
    if let Some(encoding) = utf_16(bytes) {
        return Ok(encoding.decode_without_bom_handling(bytes).0);
    }
    if let Some(text) = utf_8(bytes) {
        return Ok(text);
    }
    let encoding = eight_bit(bytes).ok_or(Refusal::LettersUnknown)?;
    Ok(Cow::Owned(decode_eight_bit(bytes, encoding)))
}

/// The encoding of one byte a letter under which bytes are a language, if one is clearly the best.
pub(super) fn eight_bit(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..WEIGHED).unwrap_or(bytes);
    if sample.iter().filter(|byte| !byte.is_ascii()).count() < FEW {
        return Some(WINDOWS_1251);
    }
    let mut readings = EIGHT_BIT.map(|encoding| {
        let text = decode_eight_bit(sample, encoding);
        (Weight::of(&text), text, encoding)
    });
    readings.sort_by(|(one, ..), (other, ..)| other.sum.total_cmp(&one.sum));
    let (best, text, encoding) = readings.first()?;
    // Capitals alone are the same under DOS and on a Macintosh.
    let next = readings.iter().find(|(_, other, _)| other != text);
    let is_ahead = next.is_none_or(|(next, ..)| best.sum - next.sum > LEAST_LEAD);
    (best.mean() > LEAST_MEAN && is_ahead).then_some(*encoding)
}

/// Decodes one byte a letter; windows-1251 with the Kazakh letters of KZ-1048.
pub(super) fn decode_eight_bit(bytes: &[u8], encoding: &'static Encoding) -> String {
    let text = encoding.decode_without_bom_handling(bytes).0;
    if encoding == WINDOWS_1251 { text.chars().map(kazakh).collect() } else { text.into_owned() }
}

/// Cyrillic UTF-16 has 04 or 00 as the high byte of nearly every letter.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..200).unwrap_or(bytes);
    let is_high = |parity: usize| {
        head.iter().skip(parity).step_by(2).filter(|byte| matches!(byte, 0 | 4)).count() * 4
            > head.len()
    };
    match (head.contains(&0), is_high(1), is_high(0)) {
        (true, true, _) => Some(UTF_16LE),
        (true, false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-8, also with some broken bytes: other encodings have hardly two bytes in a row that are UTF-8.
fn utf_8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = UTF_8.decode_without_bom_handling(bytes).0;
    let broken = text.matches('\u{fffd}').count();
    let whole = text.chars().filter(|letter| !letter.is_ascii()).count() - broken;
    (broken == 0 || whole > broken * 4).then_some(text)
}

/// KZ-1048 puts Kazakh letters where windows-1251 has Serbian, Ukrainian and Belarusian ones, which no list here needs.
pub(super) fn kazakh(letter: char) -> char {
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

/// How much a decoded text is like Kazakh and Russian: logarithms of the frequency of its letters.
#[derive(Clone, Copy, Default)]
struct Weight {
    sum: f64,
    letters: u32,
}

impl Weight {
    fn of(text: &str) -> Self {
        let mut weight = Self::default();
        let mut before = ' ';
        for letter in text.chars() {
            if !letter.is_ascii() {
                weight.letters += 1;
                weight.sum += (frequency(letter) / 1_000.0).ln();
                // A capital follows a small letter in no word.
                if before.is_lowercase() && letter.is_uppercase() {
                    weight.sum -= 5.0;
                }
            }
            // Two alphabets are in hardly a word.
            if before.is_alphabetic()
                && letter.is_alphabetic()
                && before.is_ascii() != letter.is_ascii()
            {
                weight.sum -= 3.0;
            }
            before = letter;
        }
        weight
    }

    fn mean(self) -> f64 {
        self.sum / f64::from(self.letters.max(1))
    }
}

/// How often a letter stands in Kazakh and Russian names and addresses, in a thousand.
fn frequency(letter: char) -> f64 {
    const LETTERS: [(&str, f64); 8] = [
        ("а", 100.0),
        ("енотр", 65.0),
        ("исвлкыі", 45.0),
        ("мдубпгғқ", 22.0),
        ("зйжшяьәұ", 13.0),
        ("чхүңө", 8.0),
        ("№«»–—юцэфщё", 4.0),
        ("ъһ\u{a0}…“”„‘’°", 1.0),
    ];
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let known = LETTERS.iter().find(|(letters, _)| letters.contains(small));
    known.map_or(0.05, |(_, frequency)| *frequency)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 8] = [
        "Образцов Пётр Иванович",
        "Тестова Гульнар Жобаевна",
        "МЫСАЛОВ ЕРЛАН ТЕСТОВИЧ",
        "Примеров Юрий Эдуардович",
        "Жобаев Дамир Сынакович",
        "с. Пример, ул. Учебная, дом 5",
        "школа, учитель",
        "Шиликтинский сельский округ",
    ];

    #[test]
    fn letters_tell_their_encoding() {
        for encoding in EIGHT_BIT {
            for name in NAMES {
                let (bytes, ..) = encoding.encode(name);
                assert_eq!(decode(&bytes).as_deref(), Ok(name), "{name} in {}", encoding.name());
            }
        }
    }

    #[test]
    fn letters_of_another_language_are_not_taken_for_names() {
        let greek = encoding_rs::WINDOWS_1253.encode("Παράδειγμα Ονόματος Δοκιμή").0;
        let accents = encoding_rs::WINDOWS_1252.encode("éàüöñç ÉÀÜÖÑÇ ßøåæ").0;
        for bytes in [greek, accents] {
            assert_eq!(decode(&bytes), Err(Refusal::LettersUnknown));
        }
    }

    #[test]
    fn a_broken_byte_leaves_the_other_letters_as_they_are() {
        let mut bytes = "Үлгібаев Нұрлан;Мысалова Гүлнар".as_bytes().to_vec();
        bytes[1] = b'?';
        let text = decode(&bytes).unwrap();
        assert!(text.contains('\u{fffd}') && text.ends_with("лгібаев Нұрлан;Мысалова Гүлнар"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_choice_of_names_is_read_in_its_encoding(
            names in prop::collection::vec(prop::sample::select(NAMES.to_vec()), 1..6),
            encoding in prop::sample::select(EIGHT_BIT.to_vec()),
        ) {
            let text = names.join(";");
            let (bytes, ..) = encoding.encode(&text);
            prop_assert_eq!(decode(&bytes).unwrap().into_owned(), text.clone());
        }
    }
}
