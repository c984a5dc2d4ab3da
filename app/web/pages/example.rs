//! Made-up names that samples of pages share.

use crate::domain::language::Named;

fn named(kk: &str, ru: &str, en: &str) -> Named {
    Named { kk: kk.to_owned(), ru: ru.to_owned(), en: en.to_owned() }
}

/// The name of an akimat.
pub fn akimat() -> Named {
    named("«Үлгі» ауданының әкімдігі", "Акимат района «Үлгі»", "Akimat of Ulgi district")
}

/// The name of a territorial subdivision.
pub fn territory() -> Named {
    named("Сынақ департаменті", "Департамент «Сынақ»", "Department of Synaq")
}

/// The name of a structural unit.
pub fn unit() -> Named {
    named("Сынақ-1 бөлімшесі", "Подразделение «Сынақ-1»", "Unit Synaq-1")
}

/// The name of a squad.
pub fn squad() -> Named {
    named("Тірек", "Опора", "Тірек")
}
