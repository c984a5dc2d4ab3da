//! A person is taken off the record by the unit alone, and is informed of it (clauses 15, 22).

use crate::harness::{
    TestApp,
    form::Form,
    letter::Letter,
    squad_scenario::{IINS, PEOPLE, SquadScenario, look_over},
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;
use std::thread;

/// A squad whose leader and four others are in the book.
pub fn in_book(app: &TestApp) -> SquadScenario {
    let outcomes = [1, 2, 3, 4, 5].map(|n| (n, "registered"));
    let road = SquadScenario::led(app, &outcomes);
    app.deliver();
    road
}

pub fn notice_forms(unit: &mut Visitor, ending: &str) -> Vec<Form> {
    let forms = unit.see("/notices").all_forms();
    let is_asked =
        |form: &Form| form.action.starts_with("/notices/") && form.action.ends_with(ending);
    forms.into_iter().filter(|form| is_asked(form)).collect()
}

/// The form without the values of these fields.
pub fn without(mut form: Form, names: &[&str]) -> Form {
    form.fields.retain(|(name, _)| !names.contains(&name.as_str()));
    form
}

pub fn inform(unit: &mut Visitor, fields: &[(&str, &str)]) -> Page {
    let form = notice_forms(unit, "").remove(0);
    let known = [("channel", "letter"), ("given_on", "2026-11-22"), ("proof", "№ 12 хат")];
    let fields: Vec<_> = known
        .into_iter()
        .map(|(name, value)| fields.iter().copied().find(|f| f.0 == name).unwrap_or((name, value)))
        .collect();
    unit.post(&without(form, &["given_on", "proof", "channel"]), &fields)
}

#[test]
fn a_leader_who_is_taken_off_the_record_leaves_a_vacancy_that_the_council_has_before_it() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let place = road.off_record(PEOPLE[0]);
    let check = look_over(&mut road.unit, &place, &[("item", "15.5")]).expect(200);
    for words in [PEOPLE[0], "15.5", "20.11.2026", "жасақтың басшысы", "«Хабарлау» бетінде"]
    {
        assert!(check.says(words), "{words}: {}", check.text());
    }
    assert_eq!(app.count("SELECT count(*) FROM off_record"), 0, "nothing is recorded yet");
    let form = road.unit.submit(&check.form(&place), &[("edit", "yes")]).expect(200);
    assert!(form.html.contains("value=\"15.5\" checked"), "the choice stays");
    let check = road.unit.submit(&form.form(&place), &[]).expect(200);
    let page = road.unit.submit(&check.form(&place), &[]).expect(200);
    assert_eq!(page.path, place);
    assert!(page.says("Есептен шығарылды") && page.says("одан әрі қатысқысы келмеуі"));
    for (sql, expected) in [
        ("SELECT count(*) FROM membership WHERE state = 'off_record'", 1),
        ("SELECT count(*) FROM leadership WHERE state = 'ended' AND ended_at IS NOT NULL", 1),
        (
            "SELECT count(*) FROM book_entry WHERE kind = 'off_record' AND off_record_id IS NOT NULL",
            1,
        ),
        ("SELECT count(*) FROM notice_duty WHERE state = 'open'", 1),
        ("SELECT count(*) FROM handoff WHERE kind = 'appoint_leader' AND closed_at IS NULL", 1),
        ("SELECT count(*) FROM handoff WHERE kind = 'inform_people' AND closed_at IS NULL", 1),
        (
            "SELECT count(DISTINCT act_id) FROM journal WHERE act IN ('take_off_record', 'leadership_ends')",
            1,
        ),
    ] {
        assert_eq!(app.count(sql), expected, "{sql}");
    }
    let squad = road.squad.clone();
    assert!(road.secretary.see("/inbox").says("Басшысы жоқ жасақ"));
    assert!(road.secretary.see(&squad).says("Басшысы жоқ"));
    let mut told: Vec<(String, String)> =
        app.deliver().into_iter().map(|letter| (letter.to, letter.subject)).collect();
    told.sort();
    let readers: Vec<&str> = told.iter().map(|(to, _)| to.split('@').next().unwrap()).collect();
    assert_eq!(readers, ["akimat", "hatshy", "hatshy", "okil"], "{told:?}");
    assert!(road.unit.see("/book").says("15.5-тармақша, 20.11.2026"));
    assert!(app.sign_in("tekserushi").see("/book").says("15.5-тармақша"), "the general record");
    // A new leader is appointed from those who stand in the squad.
    let form = road.secretary.see(&format!("{squad}/decisions/new"));
    assert!(!form.says(PEOPLE[0]) && form.says(PEOPLE[1]));
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn nobody_but_the_unit_of_the_squad_takes_people_off_the_record() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let place = road.off_record(PEOPLE[1]);
    let form = road.unit.see(&place).form(&place);
    let mut other = app.sign_in("okil2");
    for (reader, sees) in [
        (&mut road.akimat, false),
        (&mut road.secretary, false),
        (&mut other, false),
        (&mut road.officer, true),
        (&mut app.sign_in("bastyq"), true),
    ] {
        let page = reader.get(&place);
        assert_eq!(page.status == 200, sees, "{}", page.status);
        assert!(!page.has_form(&place));
        let mut own = reader.see("/account").form("/account/digest");
        own.action.clone_from(&place);
        let fields = [
            ("item", "15.5"),
            ("arose_on", "2026-11-20"),
            ("version", "4"),
            ("looked_over", "yes"),
        ];
        let status = reader.post(&own, &fields).status;
        assert!([403, 404].contains(&status), "{status}");
    }
    // Nor somebody who is not in the book, or not of that squad.
    let member = app.read(|db| {
        let squad = road.squad.rsplit('/').next().unwrap().parse().unwrap();
        jasaq::storage::squads::membership::of_squad(db, squad)
    });
    let vetted = member.iter().find(|member| !member.state.is_in_book()).unwrap().id;
    let mut foreign = form;
    foreign.action = format!("{}/members/{vetted}/off-record", road.squad);
    road.unit.post(&foreign, &[("item", "15.5"), ("arose_on", "2026-11-20")]).expect(404);
    assert_eq!(app.count("SELECT count(*) FROM off_record"), 0);
    app.deliver();
}

#[test]
fn an_item_and_its_day_are_compulsory_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let place = road.off_record(PEOPLE[1]);
    let tomorrow = jasaq::domain::time::today(app.state.clock.now() + TimeDelta::days(1));
    let tomorrow = tomorrow.to_string();
    for (fields, says) in [
        (vec![("arose_on", "2026-11-20")], "тармақшасын таңдаңыз"),
        (vec![("item", "15.1")], "Күнін, айын, жылын"),
        (vec![("item", "15.1"), ("arose_on", tomorrow.as_str())], "әлі келген жоқ"),
        (vec![("item", "15.9"), ("arose_on", "2026-11-20")], "тармақшасын таңдаңыз"),
        (
            vec![("item", "15.1"), ("is_death", "yes"), ("arose_on", "2026-11-20")],
            "15.4-тармақшаға жатады",
        ),
    ] {
        let form = without(road.unit.see(&place).form(&place), &["arose_on"]);
        let page = road.unit.post(&form, &fields).expect(422);
        assert!(page.says(says), "{fields:?}: {}", page.text());
        if fields.contains(&("item", "15.1")) {
            assert!(page.html.contains("value=\"15.1\" checked"));
        }
    }
    assert_eq!(app.count("SELECT count(*) FROM off_record"), 0);
}

#[test]
fn whatever_the_item_and_for_the_dead_as_for_the_living_others_see_and_are_told_the_same() {
    let walk = |fields: &[(&str, &str)]| {
        let app = TestApp::start();
        let mut road = in_book(&app);
        road.take_off(PEOPLE[0], fields);
        if !notice_forms(&mut road.unit, "").is_empty() {
            inform(&mut road.unit, &[]).expect(303);
        }
        let (squad, list) = (road.squad.clone(), road.list.clone());
        let mut seen = Vec::new();
        for path in [squad.as_str(), list.as_str(), "/inbox", &format!("{squad}/history")] {
            seen.push(road.akimat.get(path).text());
        }
        for path in [squad.as_str(), "/inbox", "/squads", &format!("{squad}/history")] {
            seen.push(road.secretary.get(path).text());
        }
        let mut auditor = app.sign_in("auditor");
        for path in ["/journal", "/statistics"] {
            seen.push(auditor.get(path).text());
        }
        for page in &seen {
            assert!(!page.contains("тармақша") && !page.contains("қайтыс"), "{page}");
        }
        let mut mails: Vec<(String, String, String)> = app
            .deliver()
            .into_iter()
            .filter(|letter: &Letter| !letter.to.starts_with("okil"))
            .map(|letter| (letter.to, letter.subject, letter.text.replace(&squad, "/SQUAD")))
            .collect();
        mails.sort();
        assert_eq!(mails.len(), 3);
        (seen, mails)
    };
    let first = walk(&[("item", "15.1")]);
    for fields in [
        vec![("item", "15.2")],
        vec![("item", "15.3")],
        vec![("item", "15.4")],
        vec![("item", "15.5")],
        vec![("item", "15.4"), ("is_death", "yes")],
    ] {
        let (seen, mails) = walk(&fields);
        for (page, expected) in seen.iter().zip(&first.0) {
            assert_eq!(page, expected, "{fields:?}");
        }
        assert_eq!(mails, first.1, "{fields:?}");
    }
}

#[test]
fn nobody_owes_the_dead_a_notice() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let page = road.take_off(PEOPLE[1], &[("item", "15.4"), ("is_death", "yes")]);
    assert!(page.says("Азамат қайтыс болды"), "{}", page.text());
    assert!(!page.html.contains("href=\"/notices\" class=\"button\""));
    assert_eq!(app.count("SELECT count(*) FROM notice_duty"), 0);
    assert_eq!(app.count("SELECT count(*) FROM handoff WHERE kind = 'inform_people'"), 0);
    assert!(app.deliver().iter().all(|letter| !letter.to.starts_with("okil")));
    assert!(road.unit.see("/notices").says("Хабарланатын адам жоқ"));
}

#[test]
fn the_unit_informs_each_person_and_informs_again_when_a_notice_did_not_arrive() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    road.take_off(PEOPLE[1], &[("item", "15.3")]);
    road.take_off(PEOPLE[2], &[("item", "15.5")]);
    let mails = app.deliver();
    let own: Vec<&Letter> = mails.iter().filter(|mail| mail.to.starts_with("okil")).collect();
    assert_eq!(own.len(), 1, "one open handoff is announced once");
    assert_eq!(own[0].path(), road.squad);
    let squad = road.squad.clone();
    assert!(road.unit.see(&squad).html.contains("href=\"/notices\""));
    assert!(!own[0].text.contains(PEOPLE[1]), "no name in a mail");
    assert!(!road.unit.see("/inbox").says(PEOPLE[1]), "nor in the inbox");
    assert_eq!(notice_forms(&mut road.unit, "").len(), 2);
    for (fields, says) in [
        (("channel", ""), "қалай хабарланғанын таңдаңыз"),
        (("proof", " "), "Растайтын мәліметті жазыңыз"),
        (("given_on", "2026-11-21"), "адам әлі есепте тұрған"),
        (("given_on", "2026-11-23"), "әлі келген жоқ"),
    ] {
        let page = inform(&mut road.unit, &[fields]).expect(422);
        assert!(page.says(says), "{fields:?}: {}", page.text());
        assert!(page.html.contains("<details open>"));
    }
    let letter = road.unit.see("/notices").links("/notices/").remove(0);
    let page = road.unit.see(&letter);
    assert!(page.says("22-тармағына сәйкес") && page.says("Тапсырылды") && !page.says("15."));
    app.sign_in("okil2").get(&letter).expect(404);
    road.officer.get(&letter).expect(404);
    // The first is informed: the handoff stays for the second.
    inform(&mut road.unit, &[]).expect(303);
    let open = "SELECT count(*) FROM handoff WHERE kind = 'inform_people' AND closed_at IS NULL";
    assert_eq!(app.count(open), 1);
    inform(&mut road.unit, &[("channel", "phone"), ("proof", "10:15")]).expect(303);
    assert_eq!(app.count(open), 0);
    let page = road.unit.see("/notices");
    assert!(page.says("Хатпен, № 12 хат") && page.says("Телефонмен, 10:15"), "{}", page.text());
    // One did not arrive: both attempts stay.
    let form = notice_forms(&mut road.unit, "/reopening").remove(0);
    road.unit.submit(&form, &[]).expect(200);
    assert_eq!(app.count(open), 1);
    assert_eq!(road.unit.post(&form, &[("again", "1")]).status, 409, "of two marks one counts");
    inform(&mut road.unit, &[("channel", "in_hand"), ("proof", "қолы қойылған")]).expect(303);
    let page = road.unit.see("/notices");
    assert!(page.says("жетпеді") && page.says("Қолма-қол, қолы қойылған"), "{}", page.text());
    assert_eq!(app.count(open), 0);
    assert_eq!(app.count("SELECT count(*) FROM journal WHERE act = 'discharge_notice'"), 3);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn of_two_who_take_a_person_off_the_record_at_once_one_does() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let place = road.off_record(PEOPLE[1]);
    let checks: Vec<(Visitor, Form)> = ["15.3", "15.5"]
        .map(|item| {
            let mut unit = app.sign_in("okil");
            let check = look_over(&mut unit, &place, &[("item", item)]).expect(200);
            let form = check.form(&place);
            (unit, form)
        })
        .into();
    let posts: Vec<_> = checks
        .into_iter()
        .map(|(mut unit, form)| thread::spawn(move || unit.post(&form, &[]).status))
        .collect();
    let mut answers: Vec<u16> = posts.into_iter().map(|post| post.join().unwrap()).collect();
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
    assert_eq!(app.count("SELECT count(*) FROM off_record"), 1);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn the_other_records_of_a_person_in_the_subdivision_are_shown_and_each_ends_by_its_own_act() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let mut second = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered")]);
    let other = second.off_record(PEOPLE[0]);
    let page = road.take_off(PEOPLE[0], &[("item", "15.3")]);
    assert!(page.says("Осы адамның басқа есептері"), "{}", page.text());
    assert_eq!(page.links("/squads/").iter().filter(|link| **link == other).count(), 1);
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'off_record'"), 1);
    app.deliver();
}

/// Puts back whom the page shows.
pub fn put_back(unit: &mut Visitor, page: &Page) -> Page {
    unit.post(&page.form(&format!("{}/undoing", page.path)), &[])
}

#[test]
fn a_slip_is_mended_on_the_same_day_and_all_that_followed_is_undone_and_told() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let page = road.take_off(PEOPLE[0], &[("item", "15.3")]);
    app.deliver();
    app.pass(TimeDelta::minutes(20));
    put_back(&mut road.unit, &page).expect(303);
    for (sql, expected) in [
        ("SELECT count(*) FROM membership WHERE state = 'registered'", 5),
        ("SELECT count(*) FROM leadership WHERE state = 'in_office' AND ended_at IS NULL", 1),
        ("SELECT count(*) FROM notice_duty WHERE state = 'withdrawn'", 1),
        (
            "SELECT count(*) FROM handoff WHERE kind IN ('appoint_leader', 'inform_people') AND closed_at IS NULL",
            0,
        ),
        ("SELECT count(*) FROM off_record WHERE undone_at IS NULL", 0),
    ] {
        assert_eq!(app.count(sql), expected, "{sql}");
    }
    let book = road.unit.see("/book");
    assert!(
        book.says("Түзету: есептен шығарылған жоқ") && book.says("15.3-тармақша"),
        "{}",
        book.text()
    );
    let mut told: Vec<String> = app.deliver().into_iter().map(|letter| letter.to).collect();
    told.sort();
    // The leader, who was never invited, is to be invited again.
    assert_eq!(told, ["akimat@demo.invalid", "hatshy@demo.invalid", "okil@demo.invalid"]);
    let squad = road.squad.clone();
    assert!(!road.secretary.see(&squad).says("Басшысы жоқ"));
    // The same person may go off the record later, for a true reason, and is informed then.
    road.take_off(PEOPLE[0], &[("item", "15.5")]);
    assert_eq!(notice_forms(&mut road.unit, "").len(), 1);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn nobody_who_was_informed_by_a_slip_is_informed_once_more() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let page = road.take_off(PEOPLE[1], &[("item", "15.3")]);
    inform(&mut road.unit, &[]).expect(303);
    let late = notice_forms(&mut road.unit, "/reopening").remove(0);
    put_back(&mut road.unit, &page).expect(303);
    assert!(notice_forms(&mut road.unit, "/reopening").is_empty());
    assert_eq!(road.unit.post(&late, &[]).status, 409);
    assert_eq!(app.count("SELECT count(*) FROM notice_duty WHERE state = 'withdrawn'"), 1);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn on_the_next_day_a_slip_is_mended_by_a_new_list_only() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let page = road.take_off(PEOPLE[1], &[("item", "15.3")]);
    app.pass_until(1, 9, 0);
    road.unit = app.sign_in("okil");
    let form = road.unit.see(&page.path);
    assert!(!form.has_form(&format!("{}/undoing", page.path)));
    let mut late = road.unit.see("/account").form("/account/digest");
    late.action = format!("{}/undoing", page.path);
    let version = app.count("SELECT version FROM membership WHERE state = 'off_record'");
    let answer = road.unit.post(&late, &[("version", &version.to_string())]).expect(422);
    assert!(answer.says("тек сол күні"), "{}", answer.text());
    app.deliver();
}

#[test]
fn a_leader_who_is_put_back_does_not_displace_another_whom_the_council_has_appointed() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let page = road.take_off(PEOPLE[0], &[("item", "15.3")]);
    let squad = road.squad.clone();
    let form = road.secretary.see(&format!("{squad}/decisions/new"));
    let leader = SquadScenario::member_id(&form, PEOPLE[1]);
    let fields = [
        ("number", "11"),
        ("presided_by", "Мысалов Ә."),
        ("votes_for", "9"),
        ("leader", leader.as_str()),
    ];
    road.secretary.decide(&form.form(&format!("{squad}/decisions")), &fields).expect(200);
    put_back(&mut road.unit, &page).expect(303);
    assert_eq!(app.count("SELECT count(*) FROM leadership WHERE state = 'in_office'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM leadership WHERE state = 'ended'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'registered'"), 5);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn a_person_who_came_again_by_a_new_list_is_not_put_back_beside_it() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let page = road.take_off(PEOPLE[1], &[("item", "15.3")]);
    let squad = road.squad.clone();
    let form = road.akimat.see(&format!("{squad}/candidates/new"));
    let form = form.form(&format!("{squad}/candidates"));
    let mut name = PEOPLE[1].split(' ');
    let fields = [
        ("surname", name.next().unwrap()),
        ("given_name", name.next().unwrap()),
        ("patronymic", name.next().unwrap()),
        ("iin", IINS[1]),
    ];
    road.akimat.submit(&form, &fields).expect(200);
    let late = put_back(&mut road.unit, &page).expect(422);
    assert!(late.says("жаңа тізіммен қайтып келген"), "{}", late.text());
    assert_eq!(app.count("SELECT count(*) FROM off_record WHERE undone_at IS NULL"), 1);
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'off_record'"), 1);
    assert_eq!(app.faults(), []);
    app.deliver();
}
