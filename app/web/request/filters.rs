//! What the address of a page asks for: codes, ids and dates that narrow it, and nothing that names a person.

use super::error::WebError;
use crate::domain::{
    id::Id,
    language::Named,
    time::{Instant, day_begins, day_ends},
};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use std::str::FromStr;

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
        let value = |field: &str| pairs.iter().find(|(key, value)| key == field && !value.is_empty()).map(|(_, value)| value.clone());
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
    /// [`WebError::BadRequest`] when it is none.
    pub fn get<T: FromStr>(&self, field: &str) -> Result<Option<T>, WebError> {
        self.text(field).map(|text| text.parse().map_err(|_| WebError::BadRequest)).transpose()
    }

    fn date(&self, field: &str) -> Result<Option<NaiveDate>, WebError> {
        let read = |text: &str| ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
        let is_ours = |day: &NaiveDate| (1900..2200).contains(&day.year());
        self.text(field).map(|text| read(text).filter(is_ours).ok_or(WebError::BadRequest)).transpose()
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

    fn address(&self, choices: &[(&'static str, String)], more: Option<(&str, &str)>) -> String {
        let pairs = choices.iter().map(|(key, value)| (*key, value.as_str())).chain(more);
        let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        if query.is_empty() { self.path.to_owned() } else { format!("{}?{query}", self.path) }
    }

    /// The filters as templates see them: what is chosen, and a chip for each that takes it away.
    ///
    /// `options` are those of the page's choices; a chip says what its option says.
    pub fn words(&self, options: &Value) -> Value {
        let chips: Vec<Value> = self
            .choices
            .iter()
            .map(|(field, value)| {
                let others: Vec<_> = self.choices.iter().filter(|(key, _)| key != field).cloned().collect();
                let said = options[field].as_array().and_then(|all| all.iter().find(|option| option["value"] == json!(value)));
                let date = self.date(field).ok().flatten();
                let said = said.cloned().unwrap_or_else(|| json!({ "value": value, "date": date }));
                json!({ "field": field, "said": said, "href": self.address(&others, None) })
            })
            .collect();
        let chosen: serde_json::Map<String, Value> = self.choices.iter().map(|(key, value)| ((*key).to_owned(), json!(value))).collect();
        // The two ends of a period are chosen together.
        let fields: Vec<&str> =
            self.fields.iter().filter(|field| **field != "to").map(|field| if *field == "from" { "period" } else { field }).collect();
        json!({ "path": self.path, "fields": fields, "chosen": chosen, "chips": chips, "options": options })
    }
}

/// Choices that are words of the domain.
pub fn of_words<T: Copy + serde::Serialize>(of: &str, values: impl IntoIterator<Item = T>) -> Value {
    values.into_iter().map(|value| json!({ "value": value, "of": of, "is": value })).collect()
}

/// Choices that have a name in each language.
pub fn of_names<'a>(names: impl IntoIterator<Item = (Id, &'a Named)>) -> Value {
    names.into_iter().map(|(id, name)| json!({ "value": id, "name": name })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chip_takes_its_own_filter_away_and_no_other() {
        let pairs = [("state", "sent"), ("squad", ""), ("from", "2026-11-22"), ("before", "x"), ("q", "Оспанов")];
        let pairs: Pairs = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let filters = ListFilters::read("/lists", &["state", "squad", "from"], pairs);
        let words = filters.words(&json!({ "state": [{ "value": "sent", "of": "list", "is": "sent" }] }));
        assert_eq!(words["chips"][0]["href"], "/lists?from=2026-11-22");
        assert_eq!(words["chips"][1]["href"], "/lists?state=sent");
        assert_eq!(words["chips"].as_array().unwrap().len(), 2);
        assert_eq!(filters.next("before", "7"), "/lists?state=sent&from=2026-11-22&before=7", "what the page does not know is dropped");
    }
}
