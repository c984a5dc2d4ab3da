//! Three languages that say the same.

use crate::harness::database::{files, product};
use jasaq::{
    domain::{
        application::{ApplicationDecision, ApplicationState},
        body::{BodyKind, BodyState, DutyKind},
        clause::{Clause, Standing},
        decision::DecisionKind,
        handoff::{DueNature, HandoffKind, Urgency},
        language::Language,
        leadership::LeadershipState,
        member_list::{EntryState, ListState, Register, ReturnCode},
        membership::{MembershipState, Outcome},
        own_decision::OwnDecision,
        person::DocumentKind,
        squad::SquadState,
        workflow::Act,
    },
    emails::{self, Email, Reader, Recipient},
    intake::{Code, Holds, Level, Refusal, answers::ANSWERS, remedy::Remedy},
    phrases,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

/// The ids of a language's messages, each with its variables.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for entry in fs::read_dir(product(&format!("templates/locales/{language}"))).unwrap().flatten()
    {
        for line in fs::read_to_string(entry.path()).unwrap().lines() {
            if let Some((id, _)) =
                line.split_once(" =").filter(|(id, _)| !id.starts_with(['#', ' ']))
            {
                id.clone_into(&mut current);
                assert!(
                    found.insert(current.clone(), BTreeSet::new()).is_none(),
                    "{language} says {id} twice"
                );
            }
            for variable in line.split('$').skip(1) {
                let name =
                    variable.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.get_mut(&current).unwrap().insert(name);
            }
        }
    }
    found
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let kazakh = messages("kk");
    assert!(kazakh.len() > 400);
    for language in ["ru", "en"] {
        let other = messages(language);
        assert_eq!(
            kazakh.keys().collect::<Vec<_>>(),
            other.keys().collect::<Vec<_>>(),
            "{language}"
        );
        for (id, variables) in &kazakh {
            assert_eq!(variables, &other[id], "{id} in {language}");
        }
    }
}

/// The messages of each file of a language, in the file's order.
fn areas(language: &str) -> BTreeMap<String, Vec<String>> {
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let ids = text
            .lines()
            .filter_map(|line| line.split_once(" ="))
            .filter(|(id, _)| !id.starts_with(['#', ' ']));
        (
            path.file_name().unwrap().to_string_lossy().into_owned(),
            ids.map(|(id, _)| id.to_owned()).collect(),
        )
    };
    files(&product(&format!("templates/locales/{language}")), ".ftl")
        .into_iter()
        .map(file)
        .collect()
}

#[test]
fn every_area_has_its_file_in_every_language_with_the_same_messages_in_the_same_order() {
    let kazakh = areas("kk");
    for area in [
        "account", "audit", "inbox", "lists", "mail", "offices", "record", "rules", "search",
        "squads", "words",
    ] {
        assert!(kazakh.get(&format!("{area}.ftl")).is_some_and(|ids| !ids.is_empty()), "{area}");
    }
    for language in ["ru", "en"] {
        let other = areas(language);
        assert_eq!(
            kazakh.keys().collect::<Vec<_>>(),
            other.keys().collect::<Vec<_>>(),
            "{language}"
        );
        for (file, ids) in &kazakh {
            assert_eq!(ids, &other[file], "{file} in {language}");
        }
    }
}

#[test]
fn kazakh_and_russian_are_not_left_in_english() {
    for language in [Language::Kk, Language::Ru] {
        for id in messages("en").keys().filter(|id| id.as_str() != "app-name") {
            let none = phrases::Arguments::new();
            let (own, english) =
                (phrases::say(language, id, &none), phrases::say(Language::En, id, &none));
            if let (Some(own), Some(english)) = (own, english) {
                assert!(
                    own != english || !english.chars().any(|c| c.is_ascii_alphabetic()),
                    "{id} in {language}: {own}"
                );
            }
        }
    }
}

#[test]
fn every_word_of_the_domain_has_its_phrase() {
    fn all<T: Copy>(of: &str, values: &[T], word: impl Fn(T) -> &'static str) -> Vec<String> {
        values.iter().map(|value| format!("{of}-{}", word(*value)).replace('_', "-")).collect()
    }
    let mut keys = Vec::new();
    keys.extend(all("act", Act::ALL, Act::as_str));
    keys.extend(all("duty", DutyKind::ALL, DutyKind::as_str));
    keys.extend(all("body-kind", BodyKind::ALL, BodyKind::as_str));
    keys.extend(all("body", BodyState::ALL, BodyState::as_str));
    keys.extend(all("language", Language::ALL, Language::as_str));
    keys.extend(all("squad", SquadState::ALL, SquadState::as_str));
    keys.extend(all("list", ListState::ALL, ListState::as_str));
    keys.extend(all("entry", EntryState::ALL, EntryState::as_str));
    keys.extend(all("membership", MembershipState::ALL, MembershipState::as_str));
    keys.extend(all("application", ApplicationState::ALL, ApplicationState::as_str));
    keys.extend(all("application-decision", ApplicationDecision::ALL, ApplicationDecision::as_str));
    keys.extend(all("leadership", LeadershipState::ALL, LeadershipState::as_str));
    keys.extend(all("outcome", Outcome::ALL, Outcome::as_str));
    keys.extend(all("decision", DecisionKind::ALL, DecisionKind::as_str));
    keys.extend(all("document", DocumentKind::ALL, DocumentKind::as_str));
    keys.extend(all("register", Register::ALL, Register::as_str));
    keys.extend(all("return", ReturnCode::ALL, ReturnCode::as_str));
    keys.extend(all("handoff", HandoffKind::ALL, HandoffKind::as_str));
    keys.extend(all("urgency", Urgency::ALL, Urgency::as_str));
    keys.extend(all("due", DueNature::ALL, DueNature::as_str));
    keys.extend(all("own", OwnDecision::ALL, OwnDecision::as_str));
    keys.extend(all("standing", Standing::ALL, Standing::as_str));
    keys.extend(
        Clause::ALL
            .iter()
            .flat_map(|clause| [format!("rule-{clause}-says"), format!("rule-{clause}-now")]),
    );
    keys.extend(Level::ALL.iter().map(|level| format!("level-{}", level.as_str())));
    keys.extend(Code::ALL.iter().map(|code| format!("finding-{}", code.code().replace('_', "-"))));
    keys.extend(all("holds", &Holds::CHOICES, Holds::as_str));
    keys.extend(all("remedy", &Remedy::ALL, Remedy::as_str));
    keys.extend(all("answer", &ANSWERS, Code::code));
    keys.extend(
        Refusal::ALL
            .iter()
            .map(|refusal| format!("error-refusal-{}", refusal.code().replace('_', "-"))),
    );
    keys.extend(
        Email::samples()
            .iter()
            .map(|email| format!("mail-kind-{}", email.kind.as_str().replace('_', "-"))),
    );
    let known = messages("kk");
    for key in keys {
        assert!(known.contains_key(&key), "{key}");
    }
}

#[test]
fn every_fault_of_a_form_has_its_sentence() {
    let known = messages("kk");
    for path in ["app/acts", "app/web"] {
        for path in files(&product(path), ".rs") {
            let text = fs::read_to_string(path).unwrap();
            // Codes of faults!{…} lines: `Variant: "field", "code";`
            for line in text.lines().filter(|l| {
                l.trim_end().ends_with("\";") && l.matches('"').count() == 4 && l.contains(": \"")
            }) {
                let code = line.split('"').nth(3).unwrap();
                assert!(known.contains_key(&format!("error-{code}")), "error-{code}");
            }
            for call in text.split("fault(\"").skip(1).chain(text.split("code: \"").skip(1)) {
                let code = call.split('"').next().unwrap();
                let key = if code.starts_with("finding-") {
                    code.to_owned()
                } else {
                    format!("error-{code}")
                };
                assert!(known.contains_key(&key), "{key}");
            }
        }
    }
}

#[test]
fn every_mail_can_be_said_in_every_language_and_its_lines_are_short() {
    let templates = jasaq::templates::templates().unwrap();
    let name = |text: &str| jasaq::domain::language::Named {
        kk: text.into(),
        ru: text.into(),
        en: text.into(),
    };
    for email in Email::samples() {
        for language in Language::ALL {
            let readers =
                [Reader::Holder(DutyKind::AkimatOfficer), Reader::Mailbox(DutyKind::AkimatOfficer)];
            for reader in readers.into_iter().chain([Reader::Person]) {
                let to = Recipient { reader, body: name("«Үлгі»"), language: *language };
                let letter = emails::render(
                    &templates,
                    &email,
                    "Т-2026-0001",
                    &name("Ақжайық"),
                    "https://jasaq.test/lists/1",
                    &to,
                )
                .unwrap();
                assert!(letter.subject.chars().count() < 160, "{}", letter.subject);
                let leads = to.reader != Reader::Person || email.page.is_some();
                assert_eq!(
                    letter.text.matches("https://jasaq.test/lists/1").count(),
                    if leads { language.of_mail().len() } else { 0 }
                );
                assert!(
                    !letter.text.contains('\u{2068}') && !letter.text.contains("&#"),
                    "{}",
                    letter.text
                );
            }
        }
    }
}
