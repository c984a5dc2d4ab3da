//! Bodies: renamed, added, succeeded by others; the past keeps its names.

use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario},
};
use chrono::TimeDelta;
use jasaq::{
    domain::id::{self, Id},
    storage,
};

/// The page of a body of the demo.
fn page_of(app: &TestApp, mailbox: &str) -> String {
    format!("/bodies/{}", body(app, mailbox))
}

fn body(app: &TestApp, mailbox: &str) -> Id<id::Body> {
    app.read(|db| storage::offices::body::by_email(db, &format!("{mailbox}@demo.invalid")))
        .unwrap()
        .id
}

#[test]
fn a_body_that_is_renamed_keeps_its_old_name_beside_what_was_done_under_it() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    app.pass(TimeDelta::minutes(5));
    let mut admin = app.sign_in("akimshi");
    let akimat = page_of(&app, "ulgi");
    let form = admin.see(&akimat).form(&akimat);
    let named = [
        ("name_kk", "«Жаңа Үлгі» ауданының әкімдігі"),
        ("name_ru", "Акимат района «Новый образец»"),
    ];
    let page = admin.submit(&form, &named).expect(200);
    assert!(page.says("Өзгерістер сақталды") && page.says("«Жаңа Үлгі» ауданының әкімдігі"));
    assert!(
        road.akimat.see(&road.squad).says("«Жаңа Үлгі» ауданының әкімдігі"),
        "now it has the new name"
    );
    app.pass(TimeDelta::minutes(5));
    let mut road = road.created(None).copied().sent();
    let history = road.akimat.see(&format!("{}/history", road.squad));
    let (sent, proposed) = (
        history.text().find("Тізім жіберілді").unwrap(),
        history.text().find("Жасақ құру ұсынылды").unwrap(),
    );
    let text = history.text();
    assert!(
        text[sent..proposed].contains("«Жаңа Үлгі»")
            && !text[sent..proposed].contains("«Үлгі» ауданының әкімдігі")
    );
    assert!(
        text[proposed..].contains("«Үлгі» ауданының әкімдігі")
            && !text[proposed..].contains("«Жаңа Үлгі»")
    );
    // Of two who change it at once the first wins.
    admin.post(&form, &[("name_kk", "Басқа"), ("name_ru", "Другой")]).expect(409);
    admin
        .submit(
            &admin.clone().see(&akimat).form(&akimat),
            &[("name_kk", ""), ("mailbox", "synaq@demo.invalid")],
        )
        .expect(422);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_subdivision_sets_its_own_target_and_nobody_else_has_one() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi3");
    let synaq = page_of(&app, "synaq");
    let page = admin.see(&synaq);
    assert!(page.says("Қағидаларда белгіленбеген"));
    let form = page.form(&synaq);
    for wrong in ["0", "91", "он", ""] {
        assert!(
            admin.submit(&form, &[("vetting_days", wrong)]).expect(422).says("1-ден 90-ға дейінгі"),
            "{wrong}"
        );
    }
    admin.submit(&form, &[("vetting_days", "21")]).expect(200);
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    assert!(road.officer.see(&road.list).says("21 күн"));
    app.deliver();
    let mut akimshi = app.sign_in("akimshi");
    let akimat = page_of(&app, "ulgi");
    assert!(!akimshi.see(&akimat).html.contains("vetting_days"));
}

#[test]
fn a_unit_is_added_with_the_akimats_it_serves_and_an_akimat_has_one_council() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi3");
    let synaq = page_of(&app, "synaq");
    let form = admin.see(&format!("{synaq}/new")).form(&format!("{synaq}/bodies"));
    let ulgi = format!("serves-{}", body(&app, "ulgi"));
    let words = [
        ("name_kk", "«Сынақ-3» құрылымдық бөлімшесі"),
        ("name_ru", "Структурное подразделение «Сынақ-3»"),
        ("name_en", "Structural unit Synaq-3"),
        ("mailbox", "synaq-3@demo.invalid"),
    ];
    let with = |field: &'static str, value: &'static str| {
        words
            .iter()
            .copied()
            .filter(|(name, _)| *name != field)
            .chain([(field, value)])
            .collect::<Vec<_>>()
    };
    assert!(
        admin
            .submit(&form, &with("serves_mailbox", "kim@demo.invalid"))
            .expect(422)
            .says("Мұндай пошта жәшігі бар әкімдік жоқ")
    );
    admin.submit(&form, &with("mailbox", "synaq-1@demo.invalid")).expect(422);
    admin.submit(&form, &with("serves_mailbox", "mysal@demo.invalid")).expect(200);
    assert!(!app.sign_in("akimat").see("/squads/new").says("Сынақ-3"));
    assert!(app.sign_in("akimat2").see("/squads/new").says("Сынақ-3"));
    let unit = page_of(&app, "synaq-3");
    let page = admin.see(&unit);
    assert!(page.says("ешкім атқармайды"), "nobody holds its duties yet");
    admin.submit(&page.form(&unit), &[(ulgi.as_str(), "yes")]).expect(200);
    assert!(app.sign_in("akimat").see("/squads/new").says("Сынақ-3"));

    let mut akimshi = app.sign_in("akimshi");
    let akimat = page_of(&app, "ulgi");
    let page = akimshi.see(&format!("{akimat}/new"));
    assert!(
        page.says("Әкімдіктің үйлестіру кеңесі бар") && !page.has_form(&format!("{akimat}/bodies"))
    );
    let mut forced = akimshi.see(&akimat).form(&akimat);
    forced.action = format!("{akimat}/bodies");
    akimshi.post(&forced, &[("mailbox", "kenes-2@demo.invalid")]).expect(403);
    akimshi.get(&format!("{}/new", page_of(&app, "ulgi-kenes"))).expect(404);
    assert_eq!(app.faults(), []);
}

#[test]
fn bodies_of_others_are_not_there() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let listed = admin.see("/bodies");
    assert!(
        listed.says("«Үлгі» ауданының әкімдігі") && !listed.says("Мысал") && !listed.says("Сынақ")
    );
    let own = page_of(&app, "ulgi");
    let mut form = admin.see(&own).form(&own);
    for mailbox in ["mysal", "mysal-kenes", "synaq", "synaq-1"] {
        let foreign = page_of(&app, mailbox);
        admin.get(&foreign).expect(404);
        admin.get(&format!("{foreign}/new")).expect(404);
        for action in
            [foreign.clone(), format!("{foreign}/bodies"), format!("{foreign}/succession")]
        {
            form.action.clone_from(&action);
            admin.post(&form, &[]).expect(404);
        }
    }
    // A successor that is not ours is as good as none; the own body is closed from above.
    let council = page_of(&app, "ulgi-kenes");
    form.action = format!("{council}/succession");
    admin.post(&form, &[("successor", &body(&app, "mysal-kenes").to_string())]).expect(404);
    form.action = format!("{own}/succession");
    admin.post(&form, &[("successor", &body(&app, "ulgi-kenes").to_string())]).expect(403);
    let mut officer = app.sign_in("akimat");
    officer.get(&own).expect(404);
    let mut form = officer.see("/squads/new").form("/squads");
    form.action.clone_from(&own);
    form.is_multipart = false;
    officer.post(&form, &[("version", "1")]).expect(404);
}

#[test]
fn a_successor_takes_over_open_work_and_what_has_happened_stays() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app)
        .proposed()
        .created(Some(PEOPLE[0]))
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered")]);
    app.deliver();
    let (old, new) = (body(&app, "synaq-1"), body(&app, "synaq-2"));
    let (mut okil2, mut admin) = (app.sign_in("okil2"), app.sign_in("akimshi3"));
    okil2.get(&road.squad).expect(404);
    assert!(road.unit.see("/inbox").asks("Ақжайық"));
    let journal = app.count("SELECT count(*) FROM journal WHERE chain <> 'system'");
    let page = format!("/bodies/{old}");
    let form = admin.see(&page).form(&format!("{page}/succession"));
    admin.submit(&form, &[]).expect(422);
    app.pass(TimeDelta::minutes(1));
    let after = admin.submit(&form, &[("successor", &new.to_string())]).expect(200);
    assert_eq!(after.path, format!("/bodies/{new}"));

    road.unit.get(&road.squad).expect(404);
    road.unit.get("/book").expect(403);
    assert!(okil2.see(&road.squad).says("Ақжайық"));
    let inbox = okil2.see("/inbox");
    assert!(inbox.asks("Ақжайық"), "open work came with it");
    assert!(okil2.see("/book").says(PEOPLE[0]), "the book of the unit before is read on");
    assert_eq!(app.count("SELECT count(*) FROM attachment"), 2, "both with dates");
    assert_eq!(app.count("SELECT count(*) FROM attachment WHERE to_at IS NULL"), 1);
    assert_eq!(app.count("SELECT count(*) FROM service_area"), 2);
    assert_eq!(app.count("SELECT count(*) FROM journal WHERE chain <> 'system'"), journal);
    // The road goes on with the new unit.
    let mut road = road.answered(&[(2, "registered")]);
    let letters = app.deliver();
    assert!(
        letters.iter().any(|l| l.to == "okil2@demo.invalid")
            && !letters.iter().any(|l| l.to == "okil@demo.invalid")
    );
    assert!(okil2.see("/book").says(PEOPLE[1]));

    let closed = admin.see(&page);
    assert!(closed.says("Жабылған") && closed.says("«Сынақ-2»"), "{}", closed.text());
    assert!(!closed.has_form(&page) && !closed.has_form(&format!("{page}/succession")));
    admin.post(&form, &[("successor", &new.to_string())]).expect(303);
    let mut again = form.clone();
    again.fields.retain(|(name, _)| name != "form_key");
    again.fields.push(("form_key".into(), Id::<id::FormKey>::new().to_string()));
    admin.post(&again, &[("successor", &new.to_string())]).expect(409);
    // Nobody gets a duty there, and no squad is led from there.
    assert!(!admin.see("/people/new").html.contains(&format!("{old}:unit_representative")));
    let invitation = admin.see("/people/new").form("/people");
    let duty = format!("{old}:unit_representative");
    admin
        .post(&invitation, &[("email", "zhana@demo.invalid"), ("name", "Тестов"), ("duty", &duty)])
        .expect(409);
    let propose = road.akimat.see("/squads/new");
    assert!(!propose.says("Сынақ-1") && propose.says("Сынақ-2"));
    let fields =
        [("name_kk", "Жаңа"), ("name_ru", "Новая"), ("area", "Ауыл"), ("unit", &old.to_string())];
    road.akimat.post(&propose.form("/squads"), &fields).expect(422);
    assert_eq!(app.count("SELECT count(*) FROM squad"), 1);
    assert_eq!(app.faults(), []);
}

#[test]
fn an_act_and_a_succession_at_once_leave_nothing_with_the_closed_body() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let (old, new) = (body(&app, "synaq-1"), body(&app, "synaq-2"));
    let mut admin = app.sign_in("akimshi3");
    let page = format!("/bodies/{old}");
    let succession = admin.see(&page).form(&format!("{page}/succession"));
    let outcome = format!("outcome-{}", road.entries()[0].rsplit('/').next().unwrap());
    let form = road.officer.see(&road.list).form(&format!("{}/outcomes/preview", road.list));
    let preview = road.officer.submit(&form, &[(outcome.as_str(), "registered")]).expect(200);
    let outcomes = preview.form(&format!("{}/outcomes", road.list));
    let (mut officer, successor) = (road.officer.clone(), new.to_string());
    std::thread::scope(|scope| {
        let act = scope.spawn(|| officer.post(&outcomes, &[]).status);
        let close = scope.spawn(|| admin.post(&succession, &[("successor", &successor)]).status);
        assert_eq!((act.join().unwrap(), close.join().unwrap()), (303, 303));
    });
    let closed = "IN (SELECT id FROM body WHERE valid_to IS NOT NULL)";
    assert_eq!(
        app.count(&format!(
            "SELECT count(*) FROM handoff WHERE closed_at IS NULL AND to_body {closed}"
        )),
        0
    );
    assert_eq!(
        app.count(&format!(
            "SELECT count(*) FROM attachment WHERE to_at IS NULL AND unit_id {closed}"
        )),
        0
    );
    assert!(
        app.sign_in("okil2").see("/book").says(PEOPLE[0]),
        "whoever was faster, the successor has the person"
    );
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn after_an_akimat_was_succeeded_its_people_are_found_as_before() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    let (old, new) = (body(&app, "ulgi"), body(&app, "mysal"));
    app.state
        .store
        .write(|db| storage::offices::succession::succeed(db, old, new, app.state.clock.now()))
        .unwrap();
    let mut successor = app.sign_in("akimat2");
    for visitor in [&mut successor, &mut road.officer] {
        let search = visitor.see("/search").form("/search");
        assert!(visitor.submit(&search, &[("q", "жобаева")]).expect(200).says(PEOPLE[3]));
    }
    road.akimat.get(&road.squad).expect(404);
    app.deliver();
}

#[test]
fn a_form_that_is_refused_shows_what_was_typed_and_does_not_forget_what_it_was_made_for() {
    let app = TestApp::start();
    let (mut admin, mut colleague) = (app.sign_in("akimshi"), app.sign_in("akimshi"));
    let page = page_of(&app, "ulgi");
    let form = admin.see(&page).form(&page);
    let other = colleague.see(&page).form(&page);
    colleague.submit(&other, &[("name_en", "Akimat of Ulgi")]).expect(200);
    // An emptied field stays empty; the name of before does not come back into it.
    let again = admin.submit(&form, &[("name_kk", "")]).expect(422).form(&page);
    assert!(again.fields.contains(&("name_kk".into(), String::new())), "{:?}", again.fields);
    admin.submit(&again, &[("name_kk", "«Үлгі» ауданы")]).expect(409);
    assert_eq!(
        app.count("SELECT count(*) FROM body WHERE name_en = 'Akimat of Ulgi'"),
        1,
        "the colleague's change stands"
    );
}
