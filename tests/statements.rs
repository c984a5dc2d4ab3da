//! A page reads with few statements, however much there is: the session, the numbers of the menu and the page together.

use crate::{
    applications::{attach, decide, entered, vet},
    harness::{
        TestApp, fixture,
        squad_scenario::{IINS, PEOPLE, SquadScenario},
        visitor::Visitor,
    },
    lists::sending::upload,
};

/// Statements of one page at most, the traces that it writes not counted.
const BUDGET: u32 = 8;

fn statements(visitor: &mut Visitor, path: &str) -> u32 {
    let page = visitor.get(path);
    page.expect(200).header("x-statements").unwrap().parse().unwrap()
}

/// The pages that read with more statements than the budget: path, visitor, count.
fn over_budget(app: &TestApp, pages: &[(&str, &[&str])]) -> Vec<String> {
    let mut over = Vec::new();
    for (path, visitors) in pages {
        for name in *visitors {
            let mut visitor = app.sign_in(name);
            // The node reads the bodies once after each change, and an opening is traced once.
            visitor.get(path).expect(200);
            let count = statements(&mut visitor, path);
            if count > BUDGET {
                over.push(format!("{path} for {name}: {count}"));
            }
        }
    }
    over
}

#[test]
fn a_page_reads_with_eight_statements_at_most() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app)
        .proposed()
        .created(Some(PEOPLE[0]))
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered"), (2, "to_be_removed")]);
    let (squad, list) = (road.squad.clone(), road.list.clone());
    let entry = road.entries()[0].clone();
    let administered = |app: &TestApp, path: &str| {
        app.sign_in("akimshi").see(path).links(&format!("{path}/")).remove(0)
    };
    let (person, body) = (administered(&app, "/people"), administered(&app, "/bodies"));
    let decision = app.sign_in("hatshy").see("/decisions").links("/decisions/").remove(0);
    let everybody = ["akimat", "hatshy", "tekserushi", "bastyq", "okil", "akimshi", "auditor"];
    let pages: &[(&str, &[&str])] = &[
        ("/inbox", &everybody),
        ("/inbox?group=others", &["akimat"]),
        ("/inbox?group=done", &["hatshy"]),
        ("/account", &everybody),
        ("/rules", &everybody),
        ("/squads", &["akimat", "hatshy", "tekserushi", "okil"]),
        (&squad, &["akimat", "hatshy", "tekserushi", "okil"]),
        ("/lists", &["akimat", "tekserushi", "bastyq"]),
        (&list, &["akimat", "tekserushi", "bastyq"]),
        (&entry, &["akimat", "tekserushi"]),
        (&format!("{squad}/history"), &["akimat", "hatshy", "tekserushi", "okil"]),
        (&format!("{list}/history"), &["akimat", "tekserushi"]),
        (&format!("{entry}/history"), &["akimat", "tekserushi"]),
        (&format!("{list}/copies"), &["akimat"]),
        (&format!("{squad}/candidates/new"), &["akimat"]),
        (&format!("{squad}/imports/new"), &["akimat"]),
        (&format!("{squad}/decisions/new"), &["hatshy"]),
        ("/squads/new", &["akimat"]),
        ("/search", &["akimat", "tekserushi"]),
        ("/decisions", &["hatshy"]),
        (&decision, &["hatshy"]),
        ("/book", &["okil", "bastyq"]),
        ("/book/printed", &["okil"]),
        ("/trainings", &["okil", "tekserushi", "bastyq"]),
        (&format!("{squad}/trainings/new"), &["okil", "tekserushi"]),
        ("/notices", &["okil"]),
        ("/mails", &["akimat", "akimshi"]),
        ("/confirmations", &["bastyq", "akimshi3"]),
        ("/people", &["akimshi"]),
        ("/people/new", &["akimshi"]),
        (&person, &["akimshi"]),
        ("/bodies", &["akimshi"]),
        (&body, &["akimshi"]),
        ("/journal", &["auditor"]),
        ("/openings", &["auditor"]),
        ("/statistics", &["auditor", "bastyq"]),
    ];
    let mut searches = Vec::new();
    for name in ["akimat", "hatshy", "tekserushi", "okil"] {
        let mut visitor = app.sign_in(name);
        for words in ["үлгі", "Ж-2026-0001", PEOPLE[0]] {
            let form = visitor.see("/search").form("/search");
            searches.push((visitor.submit(&form, &[("q", words)]).expect(200).path, [name]));
        }
    }
    let searches: Vec<(&str, &[&str])> =
        searches.iter().map(|(path, name)| (path.as_str(), name.as_slice())).collect();
    let over = [over_budget(&app, pages), over_budget(&app, &searches)].concat();
    app.deliver();
    assert_eq!(over, Vec::<String>::new());
}

#[test]
fn pages_of_a_person_and_of_duties_read_with_eight_statements_at_most() {
    let app = TestApp::start();
    let outcomes = [(1, "registered"), (2, "registered")];
    let mut road = SquadScenario::new(&app)
        .proposed()
        .created(Some(PEOPLE[0]))
        .copied()
        .sent()
        .received()
        .answered(&outcomes);
    let person = road.person(PEOPLE[0]);
    let mut leader = road.leader(&app, PEOPLE[0]);
    let form = leader.see("/plans/new").form("/plans");
    let fields = [
        ("day", "2026-11-25"),
        ("from", "22:00"),
        ("to", "06:00"),
        ("activity-10.1", "yes"),
        ("area", "Өзен бойы"),
        ("meeting_point", "Мектеп алды"),
        ("people", "2"),
    ];
    let plan = leader.submit(&form, &fields).expect(200).path;
    let form = road.unit.see(&plan).form(&format!("{plan}/agreement"));
    road.unit.submit(&form, &[]).expect(200);
    let mut over = Vec::new();
    let leaders = [
        "/my-squad",
        "/my-squad/days-away",
        "/plans",
        "/plans/new",
        plan.as_str(),
        "/reports",
        "/reports/new",
        "/account",
    ];
    let units = [person.as_str(), "/plans", plan.as_str(), "/reports", "/book/results"];
    for (visitor, chooses, paths) in
        [(&mut road.unit, false, units.to_vec()), (&mut leader, true, leaders.to_vec())]
    {
        for path in paths {
            visitor.get(path).expect(200);
            let count = statements(visitor, path);
            // Choosing people takes three more: who is busy, who is away, who was asked how often.
            let budget = if path == plan && chooses { BUDGET + 3 } else { BUDGET };
            if count > budget {
                over.push(format!("{path}: {count}"));
            }
        }
    }
    app.deliver();
    assert_eq!(over, Vec::<String>::new());
}

#[test]
fn forms_on_a_draft_list_read_with_eight_statements_at_most() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let proposal = road.upload().path;
    let mut road = road.proposed();
    let file = fixture("lists/02_zaisan_ru_text_dates.xlsx");
    let review = upload(&mut road, &file, "list.xlsx").path;
    let entry = road.entries().remove(0);
    road.attach(&entry);
    let (list, squad) = (road.list.clone(), road.squad.clone());
    let only_akimat: &[&str] = &["akimat"];
    let pages = [
        proposal,
        format!("{review}?page=0&show=open"),
        format!("{review}?page=0&show=all&edit=1"),
        format!("{entry}/edit"),
        format!("{list}/copies"),
        format!("{list}/copies?per=1"),
        format!("{squad}/candidates/new"),
    ];
    let pages: Vec<(&str, &[&str])> =
        pages.iter().map(|path| (path.as_str(), only_akimat)).collect();
    assert_eq!(over_budget(&app, &pages), Vec::<String>::new());
    app.deliver();
}

#[test]
fn pages_of_applications_read_with_eight_statements_at_most() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    let places = [IINS[0], IINS[1], IINS[2]].map(|iin| entered(&mut officer, &[("iin", iin)]));
    let [open, accepted, refused] = &places;
    for place in &places {
        attach(&mut officer, place);
        vet(&mut officer, place);
    }
    decide(&mut officer, accepted, "accepted").expect(200);
    decide(&mut officer, refused, "refused").expect(200);
    let subdivision: &[&str] = &["tekserushi", "bastyq"];
    let both: &[&str] = &["tekserushi", "okil"];
    let pages = [
        ("/applications".to_owned(), subdivision),
        ("/applications/new".to_owned(), &["tekserushi"]),
        (open.clone(), subdivision),
        (format!("{open}/edit"), &["tekserushi"]),
        (format!("{open}/history"), subdivision),
        (accepted.clone(), subdivision),
        (refused.clone(), subdivision),
        (format!("{refused}/letter/ru"), &["tekserushi"]),
        (format!("{accepted}/record"), both),
        (format!("{accepted}/record/off-record"), &["okil"]),
        (format!("{accepted}/trainings/new"), both),
        ("/book".to_owned(), &["okil"]),
    ];
    let mut pages: Vec<(&str, &[&str])> =
        pages.iter().map(|(path, visitors)| (path.as_str(), *visitors)).collect();
    let form = officer.see("/search").form("/search");
    let found = officer.submit(&form, &[("q", "отинишов")]).expect(200).path;
    pages.push((&found, &["tekserushi"]));
    assert_eq!(over_budget(&app, &pages), Vec::<String>::new());
    app.deliver();
}
