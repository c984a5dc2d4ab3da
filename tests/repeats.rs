//! A form that is sent again shows its first result, and a form that comes late says whose change came first.

use crate::harness::{
    TestApp,
    form::Form,
    squad_scenario::{IINS, SquadScenario},
    visitor::{Page, Visitor},
};
use std::thread;

const REPEATED: &str = "Бұл нысан бұрын енгізілген: ештеңе қайталанған жоқ";

/// Sends a form, sends it again, and then thrice at once: each time its first result is shown, and later ones say so.
fn send_again(app: &TestApp, visitor: &mut Visitor, form: &Form, fields: &[(&str, &str)]) -> Page {
    let first = visitor.submit(form, fields).expect(200);
    let after = app.count("SELECT count(*) FROM journal");
    assert!(!first.says(REPEATED), "{}", form.action);
    let mut again = vec![visitor.submit(form, fields)];
    thread::scope(|scope| {
        let threads: Vec<_> = (0..3)
            .map(|_| {
                let mut twin = visitor.clone();
                scope.spawn(move || twin.submit(form, fields))
            })
            .collect();
        again.extend(threads.into_iter().map(|thread| thread.join().unwrap()));
    });
    for page in again {
        assert_eq!(page.status, 200, "{}: {}", form.action, page.text());
        assert!(page.says(REPEATED), "{}: {}", form.action, page.text());
        let path = |page: &Page| page.path.split('?').next().unwrap().to_owned();
        assert_eq!(path(&page), path(&first), "{}", form.action);
    }
    assert_eq!(app.count("SELECT count(*) FROM journal"), after, "{}", form.action);
    first
}

#[test]
fn every_form_of_the_road_is_carried_out_once_and_shows_its_first_result_again() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let unit = road.akimat.first_unit();
    let form = road.akimat.see("/squads/new").form("/squads");
    let names =
        [("name_kk", "Өрнек"), ("name_ru", "Узор"), ("area", "Ауыл"), ("unit", unit.as_str())];
    let squad = send_again(&app, &mut road.akimat, &form, &names).path;

    let action = format!("{squad}/candidates");
    let form = road.akimat.see(&format!("{action}/new")).form(&action);
    let person = [("surname", "Үлгібаев"), ("given_name", "Нұрлан"), ("iin", IINS[0])];
    let list = send_again(&app, &mut road.akimat, &form, &person).path;
    let list = list.split('?').next().unwrap().to_owned();
    let entry = road.akimat.see(&list).links("/entries/").remove(0);

    let form = road.akimat.see(&format!("{entry}/edit")).form(&entry);
    send_again(&app, &mut road.akimat, &form, &[("address", "Үлгі ауылы, 7")]);

    let action = format!("{squad}/decisions");
    let form = road.secretary.see(&format!("{action}/new")).form(&action);
    let paper = [("number", "7"), ("presided_by", "Мысалов Ә."), ("votes_for", "9")];
    let check = road.secretary.submit(&form, &paper).expect(200).form(&action);
    send_again(&app, &mut road.secretary, &check, &[]);

    road.attach(&entry);
    let action = format!("{list}/dispatches");
    let form = road.akimat.see(&list).form(&action);
    let paper = [("outgoing_number", "3-14/1200"), ("statement", "yes")];
    send_again(&app, &mut road.akimat, &form, &paper);

    let form = road.officer.see(&list).form(&format!("{list}/receipts"));
    send_again(&app, &mut road.officer, &form, &[("incoming_number", "77")]);

    let page = road.officer.see(&list);
    let note = page.html.split("name=\"note\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = page.form(&format!("{list}/registers"));
    send_again(&app, &mut road.officer, &form, &[("note", note)]);

    let outcome = format!("outcome-{}", entry.rsplit('/').next().unwrap());
    let form = road.officer.see(&list).form(&format!("{list}/outcomes/preview"));
    let check = road.officer.submit(&form, &[(&outcome, "to_be_removed")]).expect(200);
    let form = check.form(&format!("{list}/outcomes"));
    send_again(&app, &mut road.officer, &form, &[]);

    let form = road.akimat.see(&list).form(&format!("{list}/removals"));
    send_again(&app, &mut road.akimat, &form, &[]);

    let mut admin = app.sign_in("akimshi");
    let page = admin.see("/people/new");
    let duty = page.html.split("value=\"").find(|v| v.contains(":akimat_officer\"")).unwrap();
    let duty = duty.split('"').next().unwrap();
    let invited = [("email", "zhana@demo.invalid"), ("name", "Тестов Жаңа"), ("duty", duty)];
    send_again(&app, &mut admin, &page.form("/people"), &invited);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn a_late_form_shows_its_words_beside_what_holds_and_says_whose_change_came_first() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    let list = road.list.clone();
    let form = road.officer.see(&list).form(&format!("{list}/receipts"));
    let mut colleague = app.sign_in("tekserushi2");
    let late = colleague.see(&list).form(&format!("{list}/receipts"));
    road.officer.submit(&form, &[("incoming_number", "77")]).expect(200);
    // Another window of the same officer.
    let own = road.officer.submit(&form, &[("incoming_number", "78")]).expect(409);
    assert!(own.says("Сіз мұны жасап қойғансыз"), "{}", own.text());
    assert!(own.says("Қазіргі жағдайы") && own.says("78"), "{}", own.text());
    let happened = own.html.split("<ul class=\"rows\">").nth(1).unwrap();
    let happened = happened.split("</ul>").next().unwrap();
    assert!(happened.contains("Сіз") && !happened.contains("Сынақов"), "{happened}");
    // A colleague.
    let late = colleague.submit(&late, &[("incoming_number", "79")]).expect(409);
    assert!(!late.says("Сіз мұны жасап қойғансыз"));
    let typed = late.html.split("id=\"sent\"").nth(1).unwrap();
    assert!(typed.contains("Кіріс нөмірі") && typed.contains("79"), "{typed}");
    assert!(late.says("Қабылданды") || late.says("Тексерілуде"), "{}", late.text());
    app.deliver();
}

#[test]
fn the_page_that_is_not_there_speaks_the_language_that_is_chosen_on_it() {
    let app = TestApp::start();
    let mut visitor = app.sign_in("akimat");
    let page = visitor.get("/squads/0192f0c0000070008000000000000000").expect(404);
    let form = page.form("/language");
    let answer = visitor.post(&form, &[("language", "ru")]).expect(303);
    let page = visitor.get(&answer.location.unwrap()).expect(404);
    assert!(page.says("Страница не найдена"), "{}", page.text());
}

#[test]
fn faults_stay_beside_their_fields_when_the_language_changes() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    let form = akimat.see("/squads/new").form("/squads");
    let page = akimat.submit(&form, &[("name_kk", "Өрнек")]).expect(422);
    let mut shown = page.form("/squads");
    // A browser sends with a form what stands outside it and names it.
    for error in page.html.split("name=\"shown_error\" value=\"").skip(1) {
        let value = error.split('"').next().unwrap().to_owned();
        shown.fields.push(("shown_error".to_owned(), value));
    }
    let russian = akimat.submit(&shown, &[("language_switch", "ru")]).expect(200);
    assert!(russian.html.contains("href=\"#name_ru\""), "{}", russian.text());
    assert!(russian.html.contains("value=\"Өрнек\""));
    // Only phrases of ours are shown.
    let foreign = [("language_switch", "kk"), ("shown_error", "area|error-<b>|x")];
    assert!(!akimat.submit(&form, &foreign).expect(200).html.contains("id=\"summary\""));
}
