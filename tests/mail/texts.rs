//! Every text of every mail as its reviewers read it, and the pages that preview them.

use crate::harness::{TestApp, database::product};
use jasaq::{
    domain::{
        body::DutyKind,
        handoff::HandoffKind,
        language::Language,
        workflow::{Notice, ShownBasis},
    },
    emails::{self, Email, MailKind, Reader, Sample},
};
use std::{collections::BTreeSet, env, fmt::Write, fs};

/// All mails, with English first so that each language stands once; then, once, how a body is told that nobody holds a duty.
fn texts() -> String {
    let templates = jasaq::templates::templates().unwrap();
    let mut samples = emails::samples(Language::En);
    let mut vacant = samples
        .iter()
        .find(|sample| sample.email.kind == MailKind::Handoff(HandoffKind::AppointLeader))
        .unwrap()
        .clone();
    vacant.to.reader = Reader::Mailbox(DutyKind::CouncilSecretary);
    samples.push(vacant);
    let mut all = String::new();
    for Sample { email, reference, squad, to } in samples {
        let letter =
            emails::render(&templates, &email, reference, &squad, "https://jasaq.test/…", &to)
                .unwrap();
        writeln!(all, "=== {}\n{}\n\n{}\n", email.kind, letter.subject, letter.text.trim_end())
            .unwrap();
    }
    all
}

#[test]
fn a_mail_to_a_duty_that_was_stored_says_the_same_to_another_holder() {
    let templates = jasaq::templates::templates().unwrap();
    let mut kinds = BTreeSet::new();
    for Sample { email, reference, squad, to } in emails::samples(Language::En) {
        let Some(content) = emails::stored(&email) else { continue };
        let on = HandoffKind::ALL.iter().copied().find(|kind| kind.row().basis == email.basis);
        let again = emails::restored(email.kind, on, &content).unwrap();
        let say = |email: &Email| {
            emails::render(&templates, email, reference, &squad, "https://jasaq.test/…", &to)
                .unwrap()
                .text
        };
        assert_eq!(say(&email), say(&again), "{}", email.kind);
        kinds.insert(email.kind.to_string());
    }
    let of_duties = MailKind::all().filter(|kind| match kind {
        MailKind::Handoff(_) | MailKind::Reminder(_) | MailKind::Above(_) => true,
        MailKind::Notice(notice) => notice.duty().is_some(),
        MailKind::Digest => false,
    });
    assert_eq!(kinds, of_duties.map(|kind| kind.to_string()).collect());
}

#[test]
fn a_mail_that_is_the_products_own_says_so_and_names_no_clause_and_one_that_is_ordered_names_its_clause()
 {
    let templates = jasaq::templates::templates().unwrap();
    let mut seen = BTreeSet::new();
    for own in ["is not set by the Rules", "Қағидаларда белгіленбеген", "Правилами не установлено"]
    {
        for Sample { email, reference, squad, to } in emails::samples(Language::En) {
            let letter =
                emails::render(&templates, &email, reference, &squad, "https://jasaq.test/…", &to)
                    .unwrap();
            let cites = |clause: &str| {
                [format!("{clause}-тармақ"), format!("пункт {clause}"), format!("clause {clause}")]
                    .iter()
                    .any(|words| letter.text.contains(words.as_str()))
            };
            match email.basis.shown() {
                ShownBasis::Own { .. } => {
                    assert!(letter.text.contains(own), "{}: {}", email.kind, letter.text);
                    // That no reasons are stated is a word of the Rules, passed on here.
                    let is_cited = email.kind == MailKind::Notice(Notice::ApplicationRefused);
                    assert!(
                        is_cited || !(1..=23).any(|n| cites(&n.to_string())),
                        "{}: {}",
                        email.kind,
                        letter.text
                    );
                }
                ShownBasis::Ordered { clause, .. } => {
                    assert!(cites(clause.as_str()), "{}: {}", email.kind, letter.text);
                }
                ShownBasis::Administration => {
                    assert!(!(1..=23).any(|n| cites(&n.to_string())), "{}", email.kind);
                }
            }
            seen.insert(format!("{:?}", std::mem::discriminant(&email.basis.shown())));
        }
    }
    assert_eq!(seen.len(), 3);
}

#[test]
fn the_texts_of_all_mails_are_those_that_were_reviewed() {
    let path = product("tests/snapshots/mails.txt");
    let now = texts();
    if env::var("JASAQ_REVIEWED").is_ok() {
        fs::write(&path, &now).unwrap();
    }
    let reviewed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        now == reviewed,
        "texts have changed: run once with JASAQ_REVIEWED=1 and read the difference before you commit it\n{now}"
    );
}

#[test]
fn developers_see_every_mail_with_samples_in_every_language_as_text_and_as_html() {
    let app = TestApp::start();
    let mut anybody = app.visitor();
    let links = anybody.see("/dev/emails").links("/dev/emails/");
    assert_eq!(links.len(), Email::samples().len() * Language::ALL.len());
    let corrected = anybody.see("/dev/emails/receive_list-2.en");
    assert!(corrected.says("receive the corrected entries (2)"), "{}", corrected.text());
    for link in links {
        let page = anybody.see(&link);
        assert!(page.html.contains("class=\"mail-text\""));
        let html = anybody.see(&format!("{link}/html"));
        assert!(html.html.starts_with("<!doctype html>") && html.html.contains("lang=\"kk\""));
        let policy = html.header("content-security-policy").unwrap();
        assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"), "{policy}");
    }
    anybody.get("/dev/emails/nothing.kk").expect(404);
    anybody.get("/dev/emails/vet_list.xx").expect(404);
}
