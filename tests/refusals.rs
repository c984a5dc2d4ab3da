//! Wrong, missing, repeated and impossible input: a page that says what to do next, and nothing changed.

use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario, picture},
    visitor::Page,
};
use std::thread;

#[test]
fn a_proposal_with_faults_shows_them_all_and_loses_nothing() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    let form = akimat.see("/squads/new").form("/squads");
    let page = akimat.post(
        &form,
        &[("name_kk", ""), ("name_ru", "Акжайык & <b>"), ("area", "а".repeat(121).as_str())],
    );
    let page = page.expect(422);
    for field in ["#name_kk", "#area", "#unit"] {
        assert!(page.html.contains(&format!("href=\"{field}\"")), "{field}");
    }
    assert!(!page.html.contains("href=\"#name_ru\""));
    assert!(
        page.form("/squads").fields.contains(&("name_ru".into(), "Акжайык & <b>".into())),
        "typed text comes back as it was"
    );
    assert!(!page.html.contains("<b>"));
    assert_eq!(app.count("SELECT count(*) FROM squad"), 0);
}

#[test]
fn a_squad_needs_a_decision_and_a_leader_must_be_a_member_of_it() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    // Without a decision the squad can't send its list.
    assert!(!road.akimat.see(&road.list).has_form(&format!("{}/dispatches", road.list)));
    let path = format!("{}/decisions", road.squad);
    let form = road.secretary.see(&format!("{path}/new")).form(&path);
    let good = [("number", "7"), ("presided_by", "Мысалов Ә."), ("votes_for", "9")];

    // A member of another squad.
    let mut akimat2 = app.sign_in("akimat2");
    let unit = akimat2.first_unit();
    let new = akimat2.see("/squads/new").form("/squads");
    let file = crate::harness::fixture("lists/01_kurmangazy_kk_iin_as_number.xlsx");
    let fields =
        [("name_kk", "Басқа"), ("name_ru", "Другой"), ("area", "Басқа"), ("unit", unit.as_str())];
    let report =
        akimat2.post_file(&new, &fields, Some(("file", "a.xlsx", &file))).location.unwrap();
    let foreign_squad = {
        let page = akimat2.see(&report);
        akimat2.submit(&page.form(&report), &[("do", "save")]).expect(200).path
    };
    let decisions = akimat2.see(&format!("{foreign_squad}/decisions/new"));
    let foreigner = SquadScenario::member_id(&decisions, PEOPLE[0]);
    let mut with_foreigner = good.to_vec();
    with_foreigner.push(("leader", foreigner.as_str()));
    let page = road.secretary.submit(&form, &with_foreigner).expect(422);
    assert!(page.says("Басшы осы жасақтың мүшесі болуы тиіс"));
    assert!(page.form(&path).fields.contains(&("presided_by".into(), "Мысалов Ә.".into())));

    // Dates in the future, votes in words, nobody for it.
    for (field, value) in [
        ("decided_on", "2026-11-23"),
        ("decided_on", "кеше"),
        ("votes_for", "тоғыз"),
        ("votes_for", "0"),
        ("number", " "),
        ("presided_by", ""),
    ] {
        let mut fields: Vec<_> = good.iter().filter(|(name, _)| *name != field).copied().collect();
        fields.push((field, value));
        let page = road.secretary.submit(&form, &fields).expect(422);
        assert!(page.html.contains(&format!("href=\"#{field}\"")), "{field} = {value}");
    }
    assert_eq!(app.count("SELECT count(*) FROM decision"), 0);
    assert_eq!(app.count("SELECT count(*) FROM leadership"), 0);
    app.deliver();
}

#[test]
fn a_list_is_not_sent_while_anybody_has_no_copy_or_the_statement_is_missing() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let path = format!("{}/dispatches", road.list);
    let page = road.akimat.see(&road.list);
    assert!(!page.has_form(&path), "there is no button …");
    assert!(page.says("7"), "… and the page says how many copies are missing");
    let entries = road.entries();
    for entry in &entries[..6] {
        road.attach(entry);
    }
    assert!(!road.akimat.see(&road.list).has_form(&path));

    // A form from elsewhere does not help.
    let mut forged = road.akimat.see(&entries[6]).form(&format!("{}/copies", entries[6]));
    forged.action.clone_from(&path);
    forged.is_multipart = false;
    let refused = road.akimat.submit(
        &forged,
        &[
            ("outgoing_number", "1"),
            ("outgoing_date", "2026-11-22"),
            ("statement", "yes"),
            ("version", "1"),
        ],
    );
    refused.expect(403);

    road.attach(&entries[6]);
    let form = road.akimat.see(&road.list).form(&path);
    let page = road.akimat.submit(&form, &[("outgoing_number", "3-14/1187")]).expect(422);
    assert!(page.html.contains("href=\"#statement\""));
    assert!(page.form(&path).fields.contains(&("outgoing_number".into(), "3-14/1187".into())));
    let page = road
        .akimat
        .submit(&form, &[("statement", "yes"), ("outgoing_date", "2026-12-01")])
        .expect(422);
    assert!(
        page.html.contains("href=\"#outgoing_number\"")
            && page.html.contains("href=\"#outgoing_date\"")
    );
    assert_eq!(app.count("SELECT count(*) FROM dispatch"), 0);
    app.deliver();
}

#[test]
fn what_is_no_picture_of_a_card_is_refused() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let entry = road.entries()[0].clone();
    let form = road.akimat.see(&entry).form(&format!("{entry}/copies"));
    let large = vec![0_u8; (10 << 20) + 1];
    for (name, content) in [
        ("a.png", &b"<html>no</html>"[..]),
        ("a.png", &picture()[..50]),
        ("a.jpg", &large[..]),
        ("a.jpg", b""),
    ] {
        let page = road.akimat.post_file(&form, &[], Some(("copy", name, content))).expect(422);
        assert!(page.html.contains("href=\"#copy\""));
    }
    assert_eq!(app.count("SELECT count(*) FROM copy"), 0);
    road.akimat.post_file(&form, &[], Some(("copy", "карта.png", &picture()))).expect(303);
    let page = road.akimat.see(&entry).links("/copies/").remove(0);
    let shown = road.akimat.see(&page);
    assert_eq!(shown.header("content-type"), Some("image/jpeg"));
    assert_eq!(shown.header("content-security-policy"), Some("default-src 'none'; sandbox"));
    app.deliver();
}

/// Where an answer leads, whether or not it says that the form came again.
fn place(page: &Page) -> String {
    page.location.as_deref().unwrap().split('?').next().unwrap().to_owned()
}

#[test]
fn a_double_submit_acts_once_and_shows_the_first_ones_result() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let unit = road.unit_id("Сынақ-1");
    let form = road.akimat.see("/squads/new").form("/squads");
    let fields =
        [("name_kk", "Екі рет"), ("name_ru", "Дважды"), ("area", "Ауыл"), ("unit", unit.as_str())];
    let clients: Vec<_> = (0..6).map(|_| road.akimat.clone()).collect();
    let places: Vec<_> = thread::scope(|scope| {
        let sent: Vec<_> = clients
            .into_iter()
            .map(|mut client| {
                scope.spawn({
                    let form = &form;
                    let fields = &fields;
                    move || place(&client.post(form, fields).expect(303))
                })
            })
            .collect();
        sent.into_iter().map(|handle| handle.join().unwrap()).collect()
    });
    assert!(places.iter().all(|place| place == &places[0]), "{places:?}");
    assert_eq!(app.count("SELECT count(*) FROM squad"), 1);
    assert_eq!(app.deliver().len(), 1, "one mail");
    // Back button, once more: the same again.
    assert_eq!(place(&road.akimat.post(&form, &fields).expect(303)), places[0]);
    // Somebody else with the same key gets an act of their own and not a look at the first one's result.
    let mut other = app.sign_in("akimat2");
    let mut same_key = other.see("/squads/new").form("/squads");
    let key = form.fields.iter().find(|(name, _)| name == "form_key").unwrap().1.clone();
    same_key.fields.retain(|(name, _)| name != "form_key");
    same_key.fields.push(("form_key".into(), key));
    let unit2 = other.first_unit();
    let fields =
        [("name_kk", "Бөтен"), ("name_ru", "Чужой"), ("area", "Ауыл"), ("unit", unit2.as_str())];
    assert_ne!(place(&other.post(&same_key, &fields).expect(303)), places[0]);
    assert_eq!(app.count("SELECT count(*) FROM squad"), 2);
    app.deliver();
}

#[test]
fn of_two_officers_who_decide_one_person_the_first_wins_and_the_second_is_told() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entry = road.entries()[0].clone();
    let mut second = app.sign_in("tekserushi2");
    let preview = |visitor: &mut crate::harness::visitor::Visitor, outcome: &str, list: &str| {
        let page = visitor.see(&entry);
        let form = page.form(&format!("{list}/outcomes/preview"));
        let id = entry.rsplit('/').next().unwrap();
        visitor
            .submit(&form, &[(&format!("outcome-{id}"), outcome)])
            .expect(200)
            .form(&format!("{list}/outcomes"))
    };
    let list = road.list.clone();
    let (one, two) = (
        preview(&mut road.officer, "registered", &list),
        preview(&mut second, "to_be_removed", &list),
    );
    let answers: Vec<_> = thread::scope(|scope| {
        let mut officer = road.officer.clone();
        let mut other = second.clone();
        let first = scope.spawn(move || officer.post(&one, &[]));
        let second = scope.spawn(move || other.post(&two, &[]));
        vec![first.join().unwrap(), second.join().unwrap()]
    });
    let mut statuses: Vec<_> = answers.iter().map(|a| a.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let told = answers.iter().find(|a| a.status == 409).unwrap();
    assert!(told.html.contains("22.11.2026"), "what happened, and when: {}", told.text());
    assert_eq!(
        app.count("SELECT count(*) FROM membership WHERE state IN ('registered', 'to_be_removed')"),
        1
    );
    let mails = app.deliver();
    assert_eq!(
        mails.iter().filter(|m| m.reader() == "akimat").count(),
        1,
        "one outcome, one mail to the akimat"
    );
    assert_eq!(app.faults(), []);
}

#[test]
fn outcomes_for_many_are_all_or_nothing() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let form = road.officer.see(&road.list).form(&format!("{}/outcomes/preview", road.list));
    let entries = road.entries();
    let names: Vec<String> =
        entries.iter().map(|e| format!("outcome-{}", e.rsplit('/').next().unwrap())).collect();
    let all: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "registered")).collect();
    let late =
        road.officer.submit(&form, &all).expect(200).form(&format!("{}/outcomes", road.list));
    let mut road = road.answered(&[(3, "to_be_removed")]);
    road.officer.submit(&late, &[]).expect(409);
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'registered'"), 0);
    // Nothing chosen is a fault of the form.
    road.officer.submit(&form, &[]).expect(422);
    app.deliver();
}

#[test]
fn a_list_received_by_a_colleague_meanwhile_says_so() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    let late = road.officer.see(&road.list).form(&format!("{}/receipts", road.list));
    let mut road = road.received();
    let mut second = app.sign_in("tekserushi2");
    let token = second
        .see("/inbox")
        .form("/sign-out")
        .fields
        .into_iter()
        .find(|(n, _)| n == "form_token")
        .unwrap()
        .1;
    let page =
        second.submit(&late, &[("form_token", &token), ("incoming_number", "К-502")]).expect(409);
    assert!(page.says("Сынақов Бауыржан"), "an officer of the own body is named: {}", page.text());
    assert_eq!(app.count("SELECT count(*) FROM dispatch WHERE incoming_number = 'К-501'"), 1);
    road.officer.see("/inbox");
    app.deliver();
}

#[test]
fn registers_are_noted_without_what_they_said_and_forgotten_at_the_outcome() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let form = road.officer.see(&road.list).form(&format!("{}/registers", road.list));
    for note in [
        "criminal_record:asked",
        "narcological:asked",
        "psychoneurological:asked",
        "criminal_record:answered",
    ] {
        let mut fresh = road.officer.see(&road.list).form(&form.action);
        fresh.fields.retain(|(name, _)| name != "note");
        road.officer.submit(&fresh, &[("note", note)]).expect(200);
    }
    assert_eq!(app.count("SELECT count(*) FROM register_note"), 21);
    assert_eq!(
        app.count("SELECT count(*) FROM journal WHERE act = 'note_registers'"),
        0,
        "working data leave no pattern"
    );
    let mut road = road.answered(&[(1, "registered"), (2, "to_be_removed")]);
    assert_eq!(app.count("SELECT count(*) FROM register_note"), 15);
    let akimat = road.akimat.see(&road.list);
    assert!(!akimat.says("Наркологиялық"), "the akimat never sees which register is being asked");
    let entry = road.entries()[0].clone();
    assert!(!road.akimat.see(&entry).says("Наркологиялық"));
    app.deliver();
}

#[test]
fn a_page_that_is_not_there_and_a_form_that_is_garbage_are_answered_in_the_readers_language() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    assert!(akimat.get("/squads/garbage").expect(404).html.contains("lang=\"kk\""));
    assert!(akimat.get("/nowhere").expect(404).html.contains("lang=\"kk\""));
    let page = akimat.get("/inbox");
    let mut language = page.form("/language");
    language.fields.push(("language".into(), "ru".into()));
    let page = akimat.submit(&language, &[]).expect(200);
    assert!(
        page.html.contains("lang=\"ru\"") && page.says("Входящие"),
        "the page stays, in Russian"
    );
    assert!(akimat.get("/lists?state=nonsense").expect(400).html.contains("lang=\"ru\""));
    akimat.send("/squads", "application/x-www-form-urlencoded", b"\xff\xfe=%zz&&&").expect(403);
    akimat.send("/squads", "multipart/form-data; boundary=x", b"--x\r\nbroken");
    assert_eq!(app.count("SELECT count(*) FROM squad"), 0);
}
