//! The result of a duty: the leader records it, the unit enters it in the book, and a correction is a new entry (clauses 10, 23).

use crate::{
    harness::{
        TestApp,
        form::Form,
        squad_scenario::{PEOPLE, SquadScenario},
        visitor::{Page, Visitor},
    },
    plans::{agreed, assign, ready},
};

/// A night that two people went on, and that is over.
fn scene(app: &TestApp) -> (SquadScenario, Visitor, String) {
    let (mut road, mut leader) = ready(app);
    let plan = agreed(&mut road, &mut leader, &[]);
    assign(&mut road, &mut leader, &plan, &PEOPLE[..2]).expect(303);
    assert!(!leader.see(&plan).html.contains("/result\""), "not before it has begun");
    app.deliver();
    app.pass_until(4, 9, 0);
    road.unit = app.sign_in("okil");
    (road, leader, plan)
}

/// Sends the form of the result, with those people ticked and these fields otherwise.
fn send(
    road: &mut SquadScenario,
    by: Option<&mut Visitor>,
    plan: &str,
    came: &[&str],
    fields: &[(&str, &str)],
) -> Page {
    let ids: Vec<String> = came
        .iter()
        .map(|name| format!("came-{}", road.person(name).rsplit('/').next().unwrap()))
        .collect();
    let visitor = by.unwrap_or(&mut road.unit);
    let place = format!("{plan}/result");
    let form = visitor.see(&place).form(&place);
    let mut kept = form.fields;
    kept.retain(|(name, _)| {
        !name.starts_with("came-") && !fields.iter().any(|(other, _)| other == name)
    });
    kept.extend(ids.into_iter().map(|id| (id, "yes".to_owned())));
    visitor.post(&Form { fields: kept, ..form }, fields)
}

const OPEN: &str = "SELECT count(*) FROM handoff WHERE kind = 'enter_result' AND closed_at IS NULL";

#[test]
fn a_leader_records_the_unit_enters_and_corrects_and_every_entry_stays() {
    let app = TestApp::start();
    let (mut road, mut leader, plan) = scene(&app);
    // Everything that is missing is said at its field, and nothing typed is lost.
    let page = send(&mut road, Some(&mut leader), &plan, &[PEOPLE[0]], &[("summary", " ")]);
    assert!(page.expect(422).says("Нәтижені жазыңыз"));
    let words = [("summary", "Із табылды"), ("activity-10.4", "yes")];
    let page = send(&mut road, Some(&mut leader), &plan, &[PEOPLE[0]], &words).expect(422);
    assert!(page.says("басқа тәсіл мүмкін болмағанын") && page.says("Із табылды"));
    assert_eq!(app.count(OPEN), 0);
    send(&mut road, Some(&mut leader), &plan, &[PEOPLE[0]], &[("summary", "Із табылды")])
        .expect(303);
    assert_eq!(app.count(OPEN), 1);
    let page = leader.see(&plan);
    assert!(page.says("Із табылды") && page.says("Келмеді"), "{}", page.text());
    let letters = app.deliver();
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert!(!letter.text.contains("Із табылды"));
    // The unit finds what the leader recorded in the form, and knows better who came.
    let page = road.unit.see(&format!("{plan}/result"));
    assert!(page.says("Із табылды"), "{}", page.text());
    send(&mut road, None, &plan, &PEOPLE[..2], &[]).expect(303);
    assert_eq!(app.count(OPEN), 0);
    let page = road.unit.see("/book/results");
    for words in ["Із табылды", PEOPLE[0], PEOPLE[1], "П-2026-0001", "Қызметтің нәтижесі"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    // The leader records nothing any more.
    leader.get(&format!("{plan}/result")).expect(404);
    // A correction that changes nothing is refused.
    let page = send(&mut road, None, &plan, &PEOPLE[..2], &[]).expect(422);
    assert!(page.says("Ештеңе өзгерген жоқ"), "{}", page.text());
    let fields =
        [("summary", "Бір адам ұсталды"), ("activity-10.4", "yes"), ("no_other_way", "yes")];
    send(&mut road, None, &plan, &[PEOPLE[0]], &fields).expect(303);
    let page = road.unit.see("/book/results");
    for words in
        ["Із табылды", "Бір адам ұсталды", "10.4", "Түзетілетін жазба: № 1", "жаңа жазба: № 2"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    // The general record of the subdivision shows it, and no book of another unit.
    assert!(app.sign_in("bastyq").see("/book/results").says("Бір адам ұсталды"));
    assert!(!app.sign_in("okil2").see("/book/results").says("Бір адам ұсталды"));
    for name in ["akimat", "hatshy"] {
        app.sign_in(name).get("/book/results").expect(403);
    }
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn only_who_was_to_go_can_have_come_and_a_duty_with_a_result_is_not_cancelled() {
    let app = TestApp::start();
    let (mut road, mut leader, plan) = scene(&app);
    // Somebody of the squad who was never assigned, by a form that was never shown.
    let page = send(&mut road, Some(&mut leader), &plan, &[PEOPLE[2]], &[("summary", "Бос")]);
    assert_eq!(page.status, 404);
    let form = road.unit.see(&plan).form(&format!("{plan}/cancellation"));
    send(&mut road, Some(&mut leader), &plan, &PEOPLE[..2], &[("summary", "Тыныш")]).expect(303);
    assert!(!road.unit.see(&plan).html.contains("/cancellation"));
    assert_eq!(road.unit.post(&form, &[]).status, 409);
    // Two of the unit enter it at once: the second is told.
    let place = format!("{plan}/result");
    let first = road.unit.see(&place).form(&place);
    let second = road.unit.see(&place).form(&place);
    road.unit.post(&first, &[]).expect(303);
    assert!([404, 409].contains(&road.unit.post(&second, &[]).status));
    assert_eq!(app.count("SELECT count(*) FROM book_entry WHERE section = 'results'"), 1);
    assert_eq!(app.faults(), []);
    app.deliver();
}
