//! What the address of a page asks for: codes, ids and dates that narrow it, and nothing that names a person.

use super::error::WebError;
use crate::domain::{
    language::Named,
    time::{Instant, day_begins, day_ends, typed_day},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::{collections::BTreeMap, str::FromStr};

/// The pairs of a query as the address has them.
pub type Pairs = Vec<(String, String)>;

/// The filters of one page.
pub struct ListFilters {
    path: &'static str,
    fields: &'static [&'static str],
    choices: Vec<(&'static str, String)>,
    rest: Pairs,
}

impl ListFilters {
    /// Reads the filters of a page; fields that nothing was chosen in say nothing.
    pub fn read(path: &'static str, fields: &'static [&'static str], pairs: Pairs) -> Self {
        let value = |field: &str| {
            pairs
                .iter()
                .find(|(key, value)| key == field && !value.is_empty())
                .map(|(_, value)| value.clone())
        };
        let choices = fields.iter().filter_map(|field| Some((*field, value(field)?))).collect();
        Self { path, fields, choices, rest: pairs }
    }

    /// What a field says, if anything.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.choices.iter().find(|(key, _)| *key == field).map(|(_, value)| value.as_str())
    }

    /// A code, an id or a number.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when it can't be read.
    pub fn get<T: FromStr>(&self, field: &str) -> Result<Option<T>, WebError> {
        self.text(field).map(|text| text.parse().map_err(|_| WebError::BadRequest)).transpose()
    }

    /// A date as a date field sends it, or as people here write one.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when databases keep no such date.
    pub fn date(&self, field: &str) -> Result<Option<NaiveDate>, WebError> {
        self.text(field).map(|text| typed_day(text).ok_or(WebError::BadRequest)).transpose()
    }

    /// The moment from which, by the first day of a period.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when it is no date.
    pub fn from(&self) -> Result<Option<Instant>, WebError> {
        Ok(self.date("from")?.map(day_begins))
    }

    /// The moment before which, by the last day of a period, which counts.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when it is no date.
    pub fn until(&self) -> Result<Option<Instant>, WebError> {
        Ok(self.date("to")?.map(day_ends))
    }

    /// Where the page before ended; anything else begins at the beginning.
    pub fn cursor<T>(&self, field: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        self.rest.iter().find(|(key, _)| key == field).and_then(|(_, value)| read(value))
    }

    /// The page that goes on behind a cursor.
    pub fn next(&self, field: &str, cursor: &str) -> String {
        self.address(&self.choices, Some((field, cursor)))
    }

    /// The choices and the cursor as the query of another address that shows the same.
    pub fn query(&self, field: &str) -> String {
        let cursor = self.cursor(field, |text| Some(text.to_owned()));
        let address = self.address(&self.choices, cursor.as_deref().map(|text| (field, text)));
        address.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default()
    }

    fn address(&self, choices: &[(&'static str, String)], more: Option<(&str, &str)>) -> String {
        let pairs = choices.iter().map(|(key, value)| (*key, value.as_str())).chain(more);
        let query: String =
            form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        if query.is_empty() { self.path.to_owned() } else { format!("{}?{query}", self.path) }
    }

    /// The bar of filters: what is chosen, what can be, and a chip for each choice that takes it away.
    pub fn bar(&self, options: Options) -> FilterBar {
        let chip = |(field, value): &(&'static str, String)| {
            let others: Vec<_> =
                self.choices.iter().filter(|(key, _)| key != field).cloned().collect();
            let said = options
                .get(field)
                .and_then(|all| all.iter().find(|option| option.value == *value))
                .cloned();
            let date = || Choice {
                value: value.clone(),
                date: self.date(field).ok().flatten(),
                ..Choice::default()
            };
            Chip { field, said: said.unwrap_or_else(date), href: self.address(&others, None) }
        };
        let chips = self.choices.iter().map(chip).collect();
        let chosen = self.choices.iter().cloned().collect();
        // The two ends of a period are chosen together.
        let fields = self
            .fields
            .iter()
            .filter(|field| **field != "to")
            .map(|field| if *field == "from" { "period" } else { field })
            .collect();
        FilterBar { path: self.path, fields, chosen, chips, options }
    }
}

/// The choices of each field.
pub type Options = BTreeMap<&'static str, Vec<Choice>>;

/// The filters of a page as templates see them.
#[derive(Clone, Debug, Serialize)]
pub struct FilterBar {
    path: &'static str,
    fields: Vec<&'static str>,
    chosen: BTreeMap<&'static str, String>,
    chips: Vec<Chip>,
    options: Options,
}

/// One filter that is set.
#[derive(Clone, Debug, Serialize)]
struct Chip {
    field: &'static str,
    said: Choice,
    href: String,
}

/// A choice of a filter: a word of the domain, a name in each language, a date, or the value itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Choice {
    pub value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

/// Choices that are words of the domain.
pub fn of_words<T: ToString>(of: &'static str, values: impl IntoIterator<Item = T>) -> Vec<Choice> {
    let choice = |value: T| Choice {
        value: value.to_string(),
        of: Some(of),
        is: Some(value.to_string()),
        ..Choice::default()
    };
    values.into_iter().map(choice).collect()
}

/// Choices that have a name in each language.
pub fn of_names<'a, I: ToString>(names: impl IntoIterator<Item = (I, &'a Named)>) -> Vec<Choice> {
    names
        .into_iter()
        .map(|(id, name)| Choice {
            value: id.to_string(),
            name: Some(name.clone()),
            ..Choice::default()
        })
        .collect()
}

/// Choices that say themselves.
pub fn of_values<T: ToString>(values: impl IntoIterator<Item = T>) -> Vec<Choice> {
    values
        .into_iter()
        .map(|value| Choice { value: value.to_string(), ..Choice::default() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chip_takes_its_own_filter_away_and_no_other() {
        let pairs = [
            ("state", "sent"),
            ("squad", ""),
            ("from", "2026-11-22"),
            ("before", "x"),
            ("q", "Оспанов"),
        ];
        let pairs: Pairs = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let filters = ListFilters::read("/lists", &["state", "squad", "from"], pairs);
        let bar = filters.bar(Options::from([("state", of_words("list", ["sent"]))]));
        let hrefs: Vec<&str> = bar.chips.iter().map(|chip| chip.href.as_str()).collect();
        assert_eq!(hrefs, ["/lists?from=2026-11-22", "/lists?state=sent"]);
        assert_eq!(bar.chips[0].said.of, Some("list"));
        assert_eq!(
            filters.next("before", "7"),
            "/lists?state=sent&from=2026-11-22&before=7",
            "what the page does not know is dropped"
        );
    }
}
