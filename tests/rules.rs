//! The page of the Rules says what the workflow table says, in three languages, and nothing of what is not its business.

use crate::harness::{
    TestApp,
    database::{files, product},
    form::unescape,
    squad_scenario::SquadScenario,
    visitor::Visitor,
};
use jasaq::{
    domain::{
        clause::Clause, language::Language, own_decision::OwnDecision, rules, workflow::TABLE,
    },
    phrases,
};
use std::{collections::BTreeSet, fs};

/// The page in a language.
fn page(visitor: &mut Visitor, language: Language) -> String {
    let form = visitor.see("/inbox").form("/language");
    visitor.submit(&form, &[("language", language.as_str())]).expect(200);
    unescape(&visitor.see("/rules").html)
}

/// What stands between the beginning of a clause's card and the next one's.
fn card(html: &str, clause: Clause) -> String {
    let begin = html
        .find(&format!("id=\"clause-{clause}\""))
        .unwrap_or_else(|| panic!("no clause {clause}"));
    let rest = &html[begin..];
    rest[..rest[1..].find("class=\"card").map_or(rest.len(), |end| end + 1)].to_owned()
}

#[test]
fn every_act_of_the_table_stands_once_on_the_page_under_its_clause_in_each_language() {
    let app = TestApp::start();
    let mut reader = app.sign_in("akimat");
    for language in Language::ALL {
        let html = page(&mut reader, *language);
        for row in &TABLE {
            assert_eq!(
                html.matches(&format!("id=\"act-{}\"", row.act)).count(),
                1,
                "{} in {language}",
                row.act
            );
        }
        for clause in Clause::ALL {
            let card = card(&html, *clause);
            let acts: Vec<_> = rules::acts_on(*clause).collect();
            assert_eq!(
                card.matches("class=\"act\"").count(),
                acts.len(),
                "clause {clause} in {language}"
            );
            for row in acts {
                let name = phrases::plain(*language, &format!("act-{}", row.act).replace('_', "-"));
                assert!(card.contains(&format!("<h3>{name}</h3>")), "{name} under clause {clause}");
            }
            for key in ["says", "now"] {
                assert!(
                    card.contains(&phrases::plain(*language, &format!("rule-{clause}-{key}"))),
                    "{key} {clause} in {language}"
                );
            }
        }
    }
}

#[test]
fn an_act_is_told_with_its_duty_its_states_its_steps_and_whom_it_then_waits_on() {
    let app = TestApp::start();
    let html = page(&mut app.sign_in("hatshy"), Language::En);
    let act =
        html.split("id=\"act-receive_list\"").nth(1).unwrap().split("</section>").next().unwrap();
    for words in [
        "Vetting officer",
        "Sent",
        "Being vetted",
        "Vetting officer: Vet the list",
        "Akimat officer",
    ] {
        assert!(act.contains(words), "{words} in {act}");
    }
    let follows = html
        .split("id=\"act-leadership_lapses\"")
        .nth(1)
        .unwrap()
        .split("</section>")
        .next()
        .unwrap();
    assert!(
        follows.contains(&phrases::plain(Language::En, "by-system"))
            && follows.contains("Council secretary")
    );
}

#[test]
fn what_the_product_decided_itself_is_told_apart_from_the_rules() {
    let app = TestApp::start();
    let mut reader = app.sign_in("okil");
    for language in Language::ALL {
        let html = page(&mut reader, *language);
        let own = html.split("id=\"own\"").nth(1).unwrap();
        for decision in OwnDecision::ALL {
            let phrase = phrases::plain(*language, &format!("own-{decision}").replace('_', "-"));
            assert!(!phrase.starts_with('['), "{decision} has no phrase in {language}");
            let line = own
                .split(&format!("id=\"own-{decision}\""))
                .nth(1)
                .unwrap()
                .split("</li>")
                .next()
                .unwrap();
            assert!(
                line.contains(&phrase) && line.contains(&format!("#clause-{}", decision.beside())),
                "{decision}: {line}"
            );
        }
        assert_eq!(own.matches("id=\"own-").count(), OwnDecision::ALL.len());
    }
}

#[test]
fn the_page_is_silent_about_clauses_that_are_none_of_its_business() {
    let app = TestApp::start();
    let mut reader = app.sign_in("tekserushi");
    for language in Language::ALL {
        let html = page(&mut reader, *language);
        for number in [2, 4, 6] {
            assert!(!html.contains(&format!("clause-{number}\"")), "clause {number}");
            assert!(!html.contains(
                &phrases::plain(*language, "rules-clause").replace("{$n}", &number.to_string())
            ));
        }
        let words = [
            "covert",
            "operational",
            "intelligence",
            "жасырын",
            "жедел",
            "қарсы барлау",
            "негласн",
            "тайн",
            "оперативн",
            "разведк",
        ];
        for word in words {
            assert!(!html.to_lowercase().contains(word), "{word} in {language}");
        }
    }
    assert!(
        ["2", "4", "6"].iter().all(|number| number.parse::<Clause>().is_err()),
        "no act can be written under them"
    );
}

#[test]
fn every_link_to_a_clause_finds_it_on_the_page() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered"), (2, "to_be_removed")]);
    app.deliver();
    let html = road.akimat.see("/rules").html;
    let mut linked: BTreeSet<String> = BTreeSet::new();
    let (list, squad) = (road.list.clone(), road.squad.clone());
    let pages = [
        list.clone(),
        format!("{list}/history"),
        squad.clone(),
        format!("{squad}/history"),
        format!("{squad}/decisions/new"),
    ];
    for visitor in [
        &mut road.akimat,
        &mut road.secretary,
        &mut road.officer,
        &mut road.unit,
        &mut app.sign_in("auditor"),
    ] {
        for path in pages.iter().map(String::as_str).chain([
            "/squads/new",
            "/book",
            "/journal",
            "/statistics",
        ]) {
            linked.extend(visitor.get(path).links("/rules#"));
        }
    }
    // Notes that stand on pages in states that this road did not come by.
    for folder in ["components", "layouts", "pages"] {
        for file in files(&product("templates").join(folder), ".html") {
            let text = fs::read_to_string(file).unwrap();
            for note in text.split("<clause n=\"").skip(1) {
                linked.extend(
                    note.split('"')
                        .next()
                        .unwrap()
                        .split(", ")
                        .map(|n| format!("/rules#clause-{n}")),
                );
            }
        }
    }
    assert!(linked.len() > 4, "{linked:?}");
    for link in linked {
        assert!(html.contains(&format!("id=\"{}\"", link.trim_start_matches("/rules#"))), "{link}");
    }
}

#[test]
fn the_rules_are_linked_from_every_page_of_whoever_is_signed_in_and_from_none_before() {
    let app = TestApp::start();
    assert_eq!(app.visitor().see("/sign-in").links("/rules"), [""; 0]);
    app.visitor().get("/rules").expect(303);
    for user in ["akimat", "hatshy", "tekserushi", "bastyq", "okil", "akimshi", "auditor"] {
        let mut visitor = app.sign_in(user);
        assert_eq!(visitor.see("/inbox").links("/rules"), ["/rules"], "{user}");
        visitor.see("/rules");
    }
}
