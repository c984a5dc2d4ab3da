//! The three languages of the product.

text_enum! {
    /// A language of screens and mails. Kazakh comes first and is the default.
    #[derive(Default)]
    Language {
        #[default]
        Kk = "kk",
        Ru = "ru",
        En = "en",
    }
}

impl Language {
    /// The languages one mail is written in, in their order: Kazakh then Russian, English before them on request.
    #[must_use]
    pub const fn of_mail(self) -> &'static [Self] {
        match self {
            Self::Kk | Self::Ru => &[Self::Kk, Self::Ru],
            Self::En => &[Self::En, Self::Kk, Self::Ru],
        }
    }
}

/// A name in each language. Squads have no English name of their own: English readers see the Kazakh one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Named {
    pub kk: String,
    pub ru: String,
    pub en: String,
}

impl Named {
    /// The name of a squad.
    #[must_use]
    pub fn of_squad(kk: String, ru: String) -> Self {
        Self { en: kk.clone(), kk, ru }
    }

    /// The name as readers of that language know it.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }
}
