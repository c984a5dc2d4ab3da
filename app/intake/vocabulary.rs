//! The words offices put into and around the rows of a list, Kazakh and Russian, folded (see [`super::fold`]).

use super::words::Words;

/// Tells whether a cell says that there is nothing to say.
pub(super) fn is_nothing(text: &str) -> bool {
    const NOTHING: [&str; 9] = [
        "не имеет",
        "не имеется",
        "нет данных",
        "н д",
        "n a",
        "бар емес",
        "малимет жок",
        "без номера",
        "номери жок",
    ];
    let words = Words::of(text);
    let is_one = words.list().len() == 1 && words.is("нет жок отсутствует нету na");
    words.list().is_empty() || is_one || NOTHING.iter().any(|nothing| words.are(nothing))
}

/// Tells whether a text opens a total, or states one.
pub(super) fn is_total(text: &str) -> bool {
    const FIRST: &str =
        "всего итого итог подытог барлыгы барлык жиыны жиынтыгы корытынды total subtotal";
    let words = Words::of(text);
    let is_opened =
        words.list().first().is_some_and(|first| FIRST.split(' ').any(|one| one == first));
    is_opened || words.says("жалпы саны") || words.says("промежуточныи итог") || is_count(text)
}

/// Tells whether a text is a number of people and nothing else: «5 адам», «Всего по списку 12 человек».
pub(super) fn is_count(text: &str) -> bool {
    const COUNTED: &str = "адам адамдар адамды человек человека чел людеи лиц лица жасакшы дружинник дружинников \
        дружинника член члена членов мушеси мушелер person persons people members";
    const AROUND: &str = "саны барлык барлыгы жалпы жиыны жиынтыгы всего итого итог общее количество число по списку в списке \
        списка тизимде тизим бойынша дружины жасак жасактын total of";
    let words = Words::of(text);
    let (mut has_counted, mut has_number) = (false, false);
    for word in words.list() {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_counted = COUNTED.split_whitespace().any(|one| one == word);
        if !is_number && !is_counted && !AROUND.split_whitespace().any(|one| one == word) {
            return false;
        }
        (has_counted, has_number) = (has_counted || is_counted, has_number || is_number);
    }
    // «5. Адам» and «5 Адам» are a row number and a name.
    let has_capital = text
        .trim_start_matches(|letter: char| !letter.is_alphabetic())
        .starts_with(char::is_uppercase);
    let is_numbered = text.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    has_counted && has_number && !(has_capital && is_numbered)
}

/// Tells whether a text without any number of a person belongs under or between the people: a signature, a place.
pub(super) fn is_around(text: &str) -> bool {
    // «Т. Примеров», «с. Каратал», «М.П.»: one letter and a point.
    let is_initial = text.trim_start().chars().nth(1) == Some('.');
    is_initial || is_heading(text)
}

/// Tells the same of a text that may be a person's with initials, because a number stands before it.
pub(super) fn is_heading(text: &str) -> bool {
    let words = Words::of(text);
    let is_small_initial = text.trim_start().starts_with(char::is_lowercase)
        && text.trim_start().chars().nth(1) == Some('.');
    let opens = |word: &String| FIRST.split_whitespace().any(|one| one == word);
    let is_name = is_full_name(text);
    let is_office = |word: &String| {
        is_form_of(word, OFFICES) && !(is_name && NAMES.split_whitespace().any(|one| one == word))
    };
    words.list().first().is_none_or(opens)
        || is_small_initial
        || text.contains("__")
        || words.list().iter().any(|word| is_office(word) || is_form_of(word, PLACES))
}

/// Tells whether a text that [`is_around`] names a place only.
pub(super) fn is_place(text: &str) -> bool {
    let words = Words::of(text);
    words.list().iter().any(|word| is_form_of(word, PLACES))
        && !words.list().iter().any(|word| is_form_of(word, OFFICES))
}

/// Offices and words of signatures. Surnames are built on them: Орынбасаров, Төрағалиев, Директоров.
const OFFICES: &str = "орынбасар заместител руководител басшы начальник бастык бастыг директор исполнител орындаушы \
    председател торага секретар хатшы подпис приложени косымша согласовано келисилди келисилген дружин дружинник жасаг \
    жасак отряд бригад звено топ групп список тизим аким акимият акимдик кол";
/// Places between people. Surnames are built on them, too: Ауданов, Округин, Селов.
const PLACES: &str = "округ округи участок участк участке район аудан област облыс облысы ауыл аул село сел селосы ауылдык \
    город кала поселок поселк кент станци станса";
/// First words of signatures and places.
const FIRST: &str = "исп орынд мп мо тел вр зам ио пос";
/// Offices that are given names and surnames as well.
const NAMES: &str = "орынбасар аким торага басшы бастык директор жасак председатель";

/// Tells whether a word is one of the words in a case of Kazakh or Russian, and not a surname built on it.
fn is_form_of(word: &str, stems: &str) -> bool {
    const CASES: &str = "ы и сы си нын нин дын дин тын тин ынын инин сынын синин га ге ка ке на не ына ине сына сине ды ди ты ти \
        ны ни ын сын син да де та те ында инде сында синде дан ден тан тен нан нен мен бен пен лар лер дар дер тар тер лары \
        лери дары дери тары тери а у ю е я ь ом ем ям ами ями ах ях ой ей ею ою ьи";
    stems.split_whitespace().any(|stem| {
        let rest = word.strip_prefix(stem);
        rest.is_some_and(|rest| {
            rest.is_empty() || CASES.split_whitespace().any(|case| case == rest)
        })
    })
}

/// Two to four words, each with a capital and nothing but letters: «Орынбасар Әсел».
fn is_full_name(text: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || letter == '-')
            && word.chars().count() > 1
    };
    let count = text.split_whitespace().count();
    (2..=4).contains(&count) && text.split_whitespace().all(is_word)
}

/// Tells whether a № cell marks a specimen row, such as the hint in the template.
pub(super) fn is_specimen(text: &str) -> bool {
    Words::of(text).starts("улги образец пример мысал")
}

/// Tells whether a name cell says that the place is free.
pub(super) fn is_vacancy(text: &str) -> bool {
    let words = Words::of(text);
    words.are("вакансия") || words.are("вакантно") || words.are("вакант") || words.are("бос орын")
}

/// Tells whether a note names the person as leader of the squad, and not a deputy or the head of something else.
pub(super) fn is_leader(note: &str) -> bool {
    let note = Words::of(note);
    let is_leader = note.has("басшы руководител командир жетекши старши");
    let is_deputy = note.has("орынбасар заместител") || note.is("зам");
    is_leader && !is_deputy && (note.has("жасак дружин отряд") || note.list().len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leader_is_told_from_a_deputy_and_from_another_head() {
        assert!(
            is_leader("жасақ басшысы") && is_leader("руководитель дружины") && is_leader("Басшысы")
        );
        assert!(!is_leader("зам. руководителя дружины") && !is_leader("руководитель КХ «Үлгі»"));
    }

    #[test]
    fn signatures_and_places_are_told_from_people() {
        for text in [
            "М.П.",
            "Исп. Образцова А.",
            "Аудан әкімінің орынбасары",
            "Заместитель акима района",
            "Әкім Т. Примеров",
            "Председатель совета",
            "Директору школы",
            "Село Каратал",
            "Шиликтинский сельский округ",
            "Үлгі ауылдық округі",
            "Үлгі қаласы",
            "Жасақтың тізімі",
            "1-ші топ",
            "____ Т. Примеров",
            "Т. Примеров",
        ] {
            assert!(is_around(text), "{text}");
        }
        for text in ["Примеров Тест Образцович", "Акимов Топай", "и зачем"]
        {
            assert!(!is_around(text), "{text}");
        }
    }

    #[test]
    fn surnames_built_on_offices_and_places_are_surnames() {
        for surname in [
            "Орынбасаров",
            "Орынбасар",
            "Төрағалиев",
            "Төраев",
            "Ауданов",
            "Ауданова",
            "Әкімов",
            "Әкімбаев",
            "Бастықов",
            "Бастықбаева",
            "Бөлімов",
            "Председателев",
            "Председатель",
            "Директоров",
            "Директоренко",
            "Начальников",
            "Секретарев",
            "Хатшыбаев",
            "Басшыбаева",
            "Жасақбаев",
            "Жасағанов",
            "Дружинин",
            "Дружинина",
            "Округин",
            "Отрядов",
            "Бригадиров",
            "Участков",
            "Районов",
            "Областнов",
            "Селов",
            "Городов",
            "Городецкая",
            "Қалабаев",
            "Ауылбаев",
            "Тізімов",
            "Топаев",
            "Группин",
            "Әкім",
        ] {
            assert!(!is_around(&format!("{surname} Тест")), "{surname}");
            assert!(!is_around(&format!("{surname} Тест Образцұлы")), "{surname}");
        }
    }

    #[test]
    fn totals_are_told_from_people() {
        for text in [
            "Итого: 6 человек",
            "Барлығы: 5 адам",
            "5 адам",
            "Всего 12",
            "ИТОГО",
            "Всего по списку 12 чел.",
            "Жалпы саны: 5",
            "Жиыны – 7",
            "Барлық адам саны 5",
            "Адам саны: 5",
            "12 чел",
            "Количество человек: 3",
            "Total: 5 people",
            "Подытог 4",
            "6 человек",
            "Итого по округу: 5",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in [
            "Итогов Тест",
            "Всеволодов Тест",
            "Адам Тестов",
            "5. Адам",
            "5 Адам",
            "Тестов Адам",
            "Барлыбаев Тест",
            "Жиынов Тест",
        ] {
            assert!(!is_total(text), "{text}");
        }
    }
}
