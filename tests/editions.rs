//! Each act carries the edition of the Rules of its day, or of the day of the paper that it records.

use crate::harness::{TestApp, squad_scenario::SquadScenario};
use chrono::NaiveDate;
use jasaq::domain::edition::Edition;

/// Records the creation of a squad by a decision of that day, and gives the page of the squad's history.
fn history_of_decision(app: &TestApp, day: &str) -> String {
    let mut road = SquadScenario::new(app).proposed();
    let form = road
        .secretary
        .see(&format!("{}/decisions/new", road.squad))
        .form(&format!("{}/decisions", road.squad));
    let fields =
        [("number", "7"), ("decided_on", day), ("presided_by", "Мысалов Ә."), ("votes_for", "9")];
    road.secretary.decide(&form, &fields).expect(200);
    let text = road.secretary.see(&format!("{}/history", road.squad)).text();
    app.deliver();
    text
}

fn stored(app: &TestApp, edition: Edition) -> i64 {
    app.count(&format!("SELECT count(*) FROM decision WHERE edition = '{edition}'"))
}

#[test]
fn an_old_decision_carries_the_edition_of_its_day_and_an_act_of_today_the_present_one() {
    let app = TestApp::start();
    let history = history_of_decision(&app, "2019-09-01");
    assert!(history.contains("12.03.2019 № 104"), "{history}");
    assert!(history.contains("26.05.2023 № 405"), "the proposal is of today: {history}");
    assert_eq!(stored(&app, Edition::March2019), 1);
    assert_eq!(app.faults(), []);
}

#[test]
fn between_adoption_and_force_the_edition_is_not_determined() {
    let app = TestApp::start();
    let history = history_of_decision(&app, "2019-05-15");
    assert!(history.contains("редакциясы анықталмаған"), "{history}");
    assert!(!history.contains("№ 104"), "{history}");
    assert_eq!(stored(&app, Edition::NotDetermined), 1);
    assert_eq!(app.faults(), []);
}

#[test]
fn a_configured_first_day_ends_the_doubt_and_stands_on_the_page_of_the_rules() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let app = TestApp::with(|settings| {
        settings.first_days.insert(day("2019-03-12"), day("2019-04-02"));
    });
    let history = history_of_decision(&app, "2019-05-15");
    assert!(history.contains("12.03.2019 № 104"), "{history}");
    let rules = app.sign_in("akimat").see("/rules").text();
    assert!(rules.contains("қолданысқа енгізілген күні: 02.04.2019"), "{rules}");
    assert!(rules.contains("Кейінгі өзгерістер жүйеге белгісіз"), "{rules}");
    for (edition, _) in Edition::known() {
        assert!(rules.contains(&edition.as_str().replace("No.", "№")), "{edition}");
    }
}
