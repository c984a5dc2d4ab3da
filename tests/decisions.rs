//! One decision of a council creates several squads, is looked over before it is recorded, and its slips of the pen are mended.

use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario},
    visitor::Page,
};

use jasaq::domain::edition::Edition;

const PAPER: [(&str, &str); 3] =
    [("number", "7"), ("presided_by", "Мысалов Ә."), ("votes_for", "9")];

/// A squad that its council has created, and the path of a second one that is proposed.
fn second(app: &TestApp) -> (SquadScenario, String) {
    let mut road = SquadScenario::new(app).proposed().created(None);
    let unit = road.unit_id("Сынақ-2");
    let form = road.akimat.see("/squads/new").form("/squads");
    let fields =
        [("name_kk", "Екінші"), ("name_ru", "Вторая"), ("area", "Ауыл"), ("unit", unit.as_str())];
    let squad = road.akimat.submit(&form, &fields).expect(200).path;
    app.deliver();
    (road, squad)
}

fn decision_form(road: &mut SquadScenario, squad: &str) -> Page {
    road.secretary.see(&format!("{squad}/decisions/new"))
}

#[test]
fn a_decision_is_looked_over_before_it_is_recorded() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let squad = road.squad.clone();
    let action = format!("{squad}/decisions");
    let page = decision_form(&mut road, &squad);
    let leader = SquadScenario::member_id(&page, PEOPLE[0]);
    let fields = [&PAPER[..], &[("leader", leader.as_str())]].concat();
    let check = road.secretary.submit(&page.form(&action), &fields).expect(200);
    for words in [
        "Шешімді тексеріңіз",
        "№ 7",
        "Мысалов Ә.",
        "Ақжайық",
        PEOPLE[0],
        "Әкімдікке мүшелер тізімін жіберу туралы",
    ] {
        assert!(check.says(words), "{words}: {}", check.text());
    }
    assert_eq!(app.count("SELECT count(*) FROM decision"), 0, "nothing is recorded yet");
    // Back to the form: nothing is lost and nothing is wrong.
    let form = road.secretary.submit(&check.form(&action), &[("edit", "yes")]).expect(200);
    for (name, value) in &fields {
        let field = ((*name).to_owned(), (*value).to_owned());
        assert!(form.form(&action).fields.contains(&field), "{name}");
    }
    assert!(!form.html.contains("id=\"summary\""));
    let check = road.secretary.submit(&form.form(&action), &[("votes_for", "8")]).expect(200);
    let russian = road.secretary.submit(&check.form(&action), &[("language_switch", "ru")]);
    assert!(russian.says("Проверьте решение") && russian.says("за: 8"), "{}", russian.text());
    for _ in 0..2 {
        road.secretary.submit(&russian.form(&action), &[]).expect(200);
    }
    assert_eq!(app.count("SELECT count(*) FROM decision"), 1, "sent twice it is one");
    // A form of a squad that has moved on is not looked over.
    road.secretary.submit(&page.form(&action), &fields).expect(409);
    app.deliver();
}

#[test]
fn number_and_date_in_a_councils_year_are_one_decision_about_several_squads() {
    let app = TestApp::start();
    let (mut road, squad) = second(&app);
    let action = format!("{squad}/decisions");
    let form = decision_form(&mut road, &squad).form(&action);
    let fields = [&PAPER[..2], &[("votes_for", "6"), ("votes_against", "2")]].concat();
    let check = road.secretary.submit(&form, &fields).expect(200);
    assert!(check.says("Бұл шешім бұрын енгізілген, жаңа тармақ соған қосылады"));
    assert!(check.says("Ақжайық"), "what the decision holds so far");
    road.secretary.submit(&check.form(&action), &[]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM decision"), 1);
    assert_eq!(app.count("SELECT count(*) FROM decision_item"), 2);
    assert_eq!(app.count("SELECT count(*) FROM squad WHERE state = 'created'"), 2);
    let index = road.secretary.see("/decisions");
    let decision = index.links("/decisions/");
    assert_eq!(decision.len(), 1, "{decision:?}");
    assert_eq!(index.text().matches("№ 7").count(), 2, "a line for each squad");
    let page = road.secretary.see(&decision[0]);
    for words in ["Ақжайық", "Екінші", "қолдағандар – 9", "қолдағандар – 6"]
    {
        assert!(
            page.text().to_lowercase().contains(&words.to_lowercase()),
            "{words}: {}",
            page.text()
        );
    }
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn another_date_or_chair_under_that_number_shows_the_recorded_one_and_asks() {
    let app = TestApp::start();
    let (mut road, squad) = second(&app);
    let action = format!("{squad}/decisions");
    let form = decision_form(&mut road, &squad).form(&action);
    for (field, value) in [("decided_on", "2026-11-20"), ("presided_by", "Мысалова Ә.")] {
        let mut fields = PAPER.to_vec();
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let page = road.secretary.submit(&form, &fields).expect(422);
        assert!(page.says("Бұл нөмірмен шешім енгізілген"), "{field}: {}", page.text());
        let recorded = page.html.split("id=\"recorded\"").nth(1).unwrap();
        for words in ["22.11.2026", "Мысалов Ә.", "Ақжайық"] {
            assert!(recorded.contains(words), "{field}: {words}");
        }
        // "It is the same": its date and chair are taken, and it is looked over.
        let check = road.secretary.submit(&page.form(&action), &[("same", "yes")]).expect(200);
        assert!(check.says("жаңа тармақ соған қосылады"), "{field}: {}", check.text());
        assert!(check.says("22.11.2026") && check.says("Мысалов Ә."));
    }
    assert_eq!(app.count("SELECT count(*) FROM decision_item"), 1);
    // In another year the number is another paper.
    road.secretary.decide(&form, &[&PAPER[..], &[("decided_on", "2025-12-30")]].concat());
    assert_eq!(app.count("SELECT count(*) FROM decision"), 2);
    app.deliver();
}

#[test]
fn a_slip_of_the_pen_is_mended_and_those_who_were_told_are_told() {
    let app = TestApp::start();
    let (mut road, squad) = second(&app);
    let form = decision_form(&mut road, &squad).form(&format!("{squad}/decisions"));
    road.secretary.decide(&form, &PAPER).expect(200);
    app.deliver();
    let decision = road.secretary.see("/decisions").links("/decisions/").remove(0);
    let page = road.secretary.see(&decision);
    let form = page.form(&decision);
    let unchanged = road.secretary.submit(&form, &[]).expect(422);
    assert!(unchanged.says("Ештеңе өзгертілмеген"));
    road.secretary.submit(&form, &[("number", " ")]).expect(422);
    road.secretary.submit(&form, &[("decided_on", "2027-01-01")]).expect(422);
    let fields = [("number", "17"), ("decided_on", "2019-09-01")];
    let page = road.secretary.submit(&form, &fields).expect(200);
    assert!(page.says("01.09.2019 № 17"), "{}", page.text());
    let before = page.html.split("id=\"corrections\"").nth(1).unwrap();
    assert!(before.contains("<del>") && before.contains("22.11.2026"), "the old one is shown");
    let edition = Edition::March2019;
    let of_its_day =
        format!("SELECT count(*) FROM decision WHERE year = 2019 AND edition = '{edition}'");
    assert_eq!(app.count(&of_its_day), 1, "the edition is that of the day");
    let letters = app.deliver();
    let told = |name: &str| {
        letters.iter().filter(|l| l.to.contains(name) && l.act() == "correct_decision").count()
    };
    assert_eq!((told("akimat@"), told("okil@"), told("okil2@")), (2, 1, 1), "each squad's");
    for letter in letters.iter().filter(|letter| letter.act() == "correct_decision") {
        assert!(
            letter.text.contains("17") && letter.text.contains("01.09.2019"),
            "{}",
            letter.text
        );
        assert!(!letter.text.contains("Мысалов"));
    }
    let noted = "SELECT count(*) FROM journal j JOIN squad s ON s.id = j.case_id \
        WHERE j.act = 'correct_decision'";
    assert_eq!(app.count(noted), 2, "in the history of each squad");
    for place in [road.squad.clone(), squad.clone()] {
        let history = road.akimat.see(&format!("{place}/history")).text();
        assert!(history.contains("Шешімнің жазылуы түзетілді"), "{history}");
        assert!(history.contains("Түзетілгені: Нөмірі, Күні"), "{history}");
        assert!(road.akimat.see(&place).says("№ 17"));
    }
    // A form that was made before the correction.
    let late = road.secretary.submit(&form, &[("number", "18"), ("form_key", &key())]);
    assert_eq!(late.status, 409, "{}", late.text());
    // The number of another decision.
    let (year, other) = (("decided_on", "2025-12-30"), ("number", "8"));
    let third = SquadScenario::new(&app).proposed();
    let mut road = third;
    let squad = road.squad.clone();
    let new = decision_form(&mut road, &squad).form(&format!("{squad}/decisions"));
    road.secretary.decide(&new, &[year, other, PAPER[1], PAPER[2]]).expect(200);
    let form = road.secretary.see(&decision).form(&decision);
    let taken = road.secretary.submit(&form, &[year, other]).expect(422);
    assert!(taken.says("Кеңестің сол жылғы басқа шешімінің нөмірі осындай"));
    assert_eq!(app.faults(), []);
    app.deliver();
}

fn key() -> String {
    use jasaq::domain::id::{FormKey, Id};
    Id::<FormKey>::new().to_string()
}
