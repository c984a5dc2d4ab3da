//! What a column holds, told by its title, Kazakh or Russian.

use super::words::Words;

/// In which order the words of a full name stand, as far as the title tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameOrder {
    /// Surname, given name, patronymic.
    SurnameFirst,
    /// Given name first, surname last.
    GivenFirst,
    /// The title does not say («аты-жөні»).
    Unsaid,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The office's own №.
    Number,
    /// The whole name in one cell; true: birth date or IIN stand in the same cell.
    FullName(NameOrder, bool),
    Surname,
    GivenName,
    Patronymic,
    Iin,
    BirthDate,
    Document,
    Phone,
    Email,
    Language,
    Address,
    Workplace,
    /// Free text and the post in the squad: looked at for the leader's mark, not kept.
    Note,
    /// Information this system must stay without (clauses 2, 15, 17, 19).
    NotHeld,
    /// Known, harmless, of no use here.
    Unneeded,
}

impl Column {
    /// Reads a title, or a group title and the column's own joined with a blank.
    pub(super) fn titled(title: &str) -> Option<Self> {
        let title = Words::of(title);
        if title.list().is_empty() || title.list().len() > 25 {
            return None;
        }
        let readings = [
            not_held, email, language, phone, iin, name, birth_date, post, document, unneeded,
            address, workplace, note, number,
        ];
        readings.into_iter().find_map(|reading| reading(&title))
    }

    /// Tells whether the column is a name or a part of one.
    pub(super) fn is_name(self) -> bool {
        self.is_full_name() || matches!(self, Self::Surname | Self::GivenName | Self::Patronymic)
    }

    /// Tells whether the column holds full names.
    pub(super) fn is_full_name(self) -> bool {
        matches!(self, Self::FullName(..))
    }

    /// Tells whether cells of the column are saved with a person.
    pub(super) fn is_kept(self) -> bool {
        self.is_name()
            || matches!(
                self,
                Self::Iin
                    | Self::BirthDate
                    | Self::Document
                    | Self::Phone
                    | Self::Email
                    | Self::Language
                    | Self::Address
            )
    }

    /// Tells whether two columns hold the same, whatever else their titles say.
    pub(super) fn is_like(self, other: Self) -> bool {
        self == other || self.is_full_name() && other.is_full_name()
    }
}

/// First of all, so that «Соттылығы, ескертпе» is not taken for a note.
fn not_held(title: &Words) -> Option<Column> {
    const STEMS: &str = "судим соттыл соттал нарко психи психо диагноз заболеван аурул учет есеп уголовн кылмыс \
        административн правонаруш бузуш инвалид мугедек здоров денсаулык национальн вероиспов религи негласн жасырын \
        проверк";
    let is_outcome = title.has("тексеру") && title.has("натиж");
    (title.has(STEMS) || title.is("ауру ауруы улты дини") || is_outcome).then_some(Column::NotHeld)
}

/// «Почтовый адрес» is no address of electronic mail.
fn email(title: &Words) -> Option<Column> {
    let is_electronic = title.has("электрон") && title.has("почт пошт адрес мекен");
    let is_email = is_electronic
        || title.has("email")
        || title.is("почта пошта")
        || title.says("e mail")
        || title.says("эл адрес");
    is_email.then_some(Column::Email)
}

/// In which language the person is written to, and not which ones the person knows.
fn language(title: &Words) -> Option<Column> {
    let is_skill = title.has("знан владе бил мен");
    (title.has("язык тили") && !is_skill || title.are("тил")).then_some(Column::Language)
}

fn phone(title: &Words) -> Option<Column> {
    let is_phone = title.has("телефон байланыс уялы сотов мобил контакт") || title.is("тел моб");
    is_phone.then_some(Column::Phone)
}

fn iin(title: &Words) -> Option<Column> {
    let has_name = name(title).is_some_and(Column::is_full_name);
    (is_iin(title) && !has_name).then_some(Column::Iin)
}

fn is_iin(title: &Words) -> bool {
    let is_iin = title.is("иин жсн iin jsn") || title.has("идентификац сайкестендир");
    is_iin && !title.has("бизнес")
}

fn name(title: &Words) -> Option<Column> {
    if title.has("супруг родител родствен поручител жубай тапсырган") || title.is("ата ана")
    {
        return None;
    }
    let is_member = ["член дружины", "дружинник", "жасакшы", "жасак мушеси"]
        .iter()
        .any(|member| title.are(member));
    if is_member {
        return Some(Column::FullName(NameOrder::Unsaid, false));
    }
    let is_short = title.is("фио таа") || title.says("ф и о") || title.says("т а а");
    let is_loose = title.has("жони") || title.is("ажт") || title.says("а ж т");
    let (surname, given, patronymic) = (surname(title), given(title), title.place("отчеств акеси"));
    let has_more = is_birth(title) || is_iin(title);
    let order = match (surname, given) {
        _ if is_short => NameOrder::SurnameFirst,
        (Some(surname), Some(given)) if surname < given => NameOrder::SurnameFirst,
        (Some(_), Some(_)) if !is_loose => NameOrder::GivenFirst,
        _ => NameOrder::Unsaid,
    };
    match (surname, given, patronymic) {
        (Some(_), Some(_), _) => Some(Column::FullName(order, has_more)),
        _ if is_short || is_loose => Some(Column::FullName(order, has_more)),
        (Some(_), None, _) => Some(Column::Surname),
        // «Жасақтың аты» names the squad, not a person.
        (None, Some(_), None) if title.has("жасак дружин ауыл округ") => None,
        (None, Some(_), _) => Some(Column::GivenName),
        (None, None, Some(_)) => Some(Column::Patronymic),
        (None, None, None) => None,
    }
}

fn surname(title: &Words) -> Option<usize> {
    title.place("фамили").or_else(|| title.list().iter().position(|word| word == "теги"))
}

/// The given name, not to be confused with the father's in «әкесінің аты».
fn given(title: &Words) -> Option<usize> {
    let words = title.list();
    let follows_father = |place: usize| {
        place
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|word| word.starts_with("акеси"))
    };
    words.iter().enumerate().position(|(place, word)| {
        matches!(word.as_str(), "имя" | "имени")
            || (word == "аты" || word.starts_with("есим")) && !follows_father(place)
    })
}

fn is_birth(title: &Words) -> bool {
    title.has("рожд туган туылган") || title.says("г р") || title.says("д р") || title.is("др гр")
}

fn birth_date(title: &Words) -> Option<Column> {
    let is_place = title.has("мест жер") && !title.has("дат год числ кун жыл");
    is_birth(title).then_some(if is_place { Column::Unneeded } else { Column::BirthDate })
}

/// The post in the squad is not the post at work: it may name the leader.
fn post(title: &Words) -> Option<Column> {
    let is_post = title.has("должност роль статус миндет лауазым");
    (is_post && title.has("дружин жасак")).then_some(Column::Note)
}

fn document(title: &Words) -> Option<Column> {
    const STEMS: &str = "удостоверен куалик куалиг кужат документ паспорт";
    let is_document = title.has(STEMS) || title.is("уд");
    let has_number = title.is("№ номер номери серия n");
    let is_about = title.has("дат выдач выдан срок мерзим берил берген когда орган куни копи")
        || title.is("кем ким");
    let is_number = has_number || !is_about || title.starts(STEMS) || title.starts("уд");
    is_document.then_some(if is_number { Column::Document } else { Column::Unneeded })
}

fn unneeded(title: &Words) -> Option<Column> {
    const STEMS: &str = "выдач выдан берил берген срок мерзим подпис фото жыныс образован билим возраст семейн отбас \
        звани атаг стаж граждан азаматтыг почт";
    (title.has(STEMS) || title.is("колы пол жасы жас")).then_some(Column::Unneeded)
}

fn address(title: &Words) -> Option<Column> {
    let is_address = title.has("адрес жительств прожив прописк тургылыкты мекен туратын населен");
    (is_address || title.are("село") || title.are("ауыл")).then_some(Column::Address)
}

fn workplace(title: &Words) -> Option<Column> {
    title
        .has("работ жумыс должност лауазым занят кызмет профес мамандыг учеб")
        .then_some(Column::Workplace)
}

fn note(title: &Words) -> Option<Column> {
    (title.has("примечан ескерт") || title.is("прим роль")).then_some(Column::Note)
}

fn number(title: &Words) -> Option<Column> {
    const EXACT: &str = "№ п р с т б н к пп рс no n номер номери саны рет";
    let is_number = |word: &String| {
        EXACT.split(' ').any(|one| word == one)
            || word.starts_with("реттик")
            || word.starts_with("порядков")
    };
    title.list().iter().all(is_number).then_some(Column::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_in_both_languages() {
        const SURNAME_FIRST: Column = Column::FullName(NameOrder::SurnameFirst, false);
        let cases: [(Column, &[&str]); 19] = [
            (Column::Number, &["Р/с\n№", "№ п/п", "Реттік саны", "#"]),
            (
                SURNAME_FIRST,
                &["Тегі, аты, әкесінің аты", "Тегі, аты, әкесінің аты (болған жағдайда)", "Т.А.Ә."],
            ),
            (
                SURNAME_FIRST,
                &["Ф.И.О.\n(полностью)", "Тегі, аты-жөні", "Фамилия, имя, отчество (при наличии)"],
            ),
            (
                Column::FullName(NameOrder::Unsaid, false),
                &["Аты-жөні", "Аты-жөні, тегі", "Азаматтың аты-жөні"],
            ),
            (
                Column::FullName(NameOrder::GivenFirst, false),
                &["Имя, отчество, фамилия", "Аты, әкесінің аты, тегі"],
            ),
            (
                Column::FullName(NameOrder::SurnameFirst, true),
                &["ФИО, год рождения", "Ф.И.О., ИИН"],
            ),
            (Column::Surname, &["Тегі", "Фамилия"]),
            (Column::GivenName, &["Аты", "Имя", "Есімі", "Имя, отчество"]),
            (Column::Patronymic, &["Әкесінің аты", "Отчество (при его наличии)", "Әкесінің есімі"]),
            (Column::Iin, &["ИИН\n(12 цифр)", "Жеке сәйкестендіру нөмірі (ЖСН)", "ЖCН"]),
            (
                Column::BirthDate,
                &[
                    "Туған күні, айы, жылы",
                    "Дата\nрождения",
                    "г.р.",
                    "Дата и место рождения",
                    "дата рожд.",
                ],
            ),
            (
                Column::Document,
                &[
                    "Жеке куәлігінің №",
                    "Удостоверение личности, когда и кем выдано",
                    "Құжаттың нөмірі",
                    "Уд. личности, когда и кем выдано",
                ],
            ),
            (
                Column::Unneeded,
                &[
                    "Место рождения",
                    "дата выдачи",
                    "кем выдан",
                    "Дата выдачи удостоверения",
                    "Қолы",
                ],
            ),
            (
                Column::Phone,
                &["Байланыс телефоны", "Рабочий телефон", "Номер телефона", "Ұялы тел."],
            ),
            (
                Column::Email,
                &["Электрондық пошта", "Электронная почта", "E-mail", "Эл. почта", "Email адресі"],
            ),
            (Column::Language, &["Тіл", "Язык", "Байланыс тілі", "Язык переписки"]),
            (Column::Address, &["Тұрғылықты мекенжайы", "Место жительства", "Домашний адрес"]),
            (Column::Workplace, &["Жұмыс орны, лауазымы", "Место работы,\nдолжность"]),
            (
                Column::NotHeld,
                &[
                    "Соттылығы",
                    "Состоит ли на учете",
                    "Наркологиялық есепте тұруы",
                    "Диагноз",
                    "Судимость, примечание",
                ],
            ),
        ];
        for (expected, titles) in cases {
            for title in titles {
                assert_eq!(Column::titled(title), Some(expected), "{title}");
            }
        }
        assert_eq!(Column::titled("Должность в дружине"), Some(Column::Note));
    }

    #[test]
    fn other_texts_are_no_titles() {
        for text in [
            "Үлгібаев Нұрлан Сынақұлы",
            "Шиликтинский сельский округ",
            "МВД РК",
            "Жасақтың аты",
            "099000201",
            "Ф.И.О. супруги",
        ] {
            assert_eq!(Column::titled(text), None, "{text}");
        }
    }
}
