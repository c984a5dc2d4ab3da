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

/// Tells whether a text opens a total.
pub(super) fn is_total(text: &str) -> bool {
    let words = Words::of(text);
    words.starts("всего итого барлыгы жиыны") || words.starts("жалпы") && words.says("жалпы саны")
}

/// Tells whether a text without any number of a person belongs under or between the people: a signature, a place.
pub(super) fn is_around(text: &str) -> bool {
    const STEMS: &str = "орынбасар заместител руководител басшы начальник бастыг директор исполнител орындауш \
        председател торага секретар хатшы подпис округ ауылдык дружин жасаг жасак отряд бригад участ район аудан \
        област облыс приложен косымша согласован келисил";
    // Stems would swallow surnames here (Акимов, Морозов, Топаев), so these are whole words.
    const EXACT: &str = "аким акими акима акимнин колы ауыл ауылы аул село селосы город кала каласы звено топ группа \
        список тизим";
    const FIRST: &str = "исп орынд мп мо тел вр зам ио пос поселок";
    let words = Words::of(text);
    let is_opened =
        words.list().first().is_none_or(|first| FIRST.split(' ').any(|one| first == one));
    // «Т. Примеров», «с. Каратал», «М.П.»: one letter and a point.
    let is_initial = text.trim_start().chars().nth(1) == Some('.');
    words.has(STEMS) || words.is(EXACT) || is_opened || is_initial || text.contains("__")
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
            "Село Каратал",
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
}
