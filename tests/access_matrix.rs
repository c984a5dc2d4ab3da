//! Every door of the program × every duty × own and foreign body: the code that each reader gets, as one reviewed table.
//!
//! `tests/snapshots/access_matrix.txt` is that table. A route that is not in it, or an answer that differs, fails; after looking at
//! the difference it is written anew with `JASAQ_REVIEWED=1`. Besides, no answer holds what its reader must not see.

use crate::{
    applications,
    harness::{
        TestApp,
        database::product,
        fixture, sheet,
        squad_scenario::{IINS, PEOPLE, SquadScenario},
        visitor::{Page, Visitor},
    },
    plans::propose,
    reports::report,
};
use jasaq::{
    cli::demo::PASSWORD,
    domain::{
        body::{BodyKind, DutyKind},
        id::{self, Id},
        language::{Language, Named},
    },
    storage::{self, StorageError, offices::body::Body},
    web::{
        hash_password,
        policy::Policy,
        routes::{ROUTES, Route},
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write,
    fs,
};

/// Readers from the farthest to the nearest; those who may act come last, so that nobody finds a door shut by them.
const READERS: [(&str, &str); 14] = [
    ("nobody", "without a session"),
    ("auditor", "auditor of the subdivision"),
    ("akimshi2", "administrator of the other akimat"),
    ("chet", "vetting officer and head of another subdivision"),
    ("okil2", "representative of a unit that does not lead the squad"),
    ("akimat2", "officer of the other akimat, and secretary of its council"),
    ("leader", "the leader of the squad, by the leader's own account"),
    ("hatshy", "the council's secretary"),
    ("okil", "representative of the unit that leads the squad"),
    ("bastyq", "head of the subdivision"),
    ("akimshi3", "administrator of the subdivision"),
    ("akimshi", "administrator of the akimat"),
    ("tekserushi", "the vetting officer"),
    ("akimat", "the akimat's officer"),
];

/// Doors behind which a session ends: opened last.
const LAST: [&str; 2] = ["/account/sessions/end", "/sign-out"];

/// A squad of which one person is registered, one to be removed, one returned and the rest being vetted, and the ids of
/// everything that a route may name.
fn scene(app: &TestApp) -> (BTreeMap<&'static str, String>, Visitor) {
    let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let mut road =
        SquadScenario::new(app).proposed().created(Some(PEOPLE[0])).copied().sent().received();
    let entries = road.entries();
    let form = road.officer.see(&road.list).form(&format!("{}/registers", road.list));
    road.officer.submit(&form, &[("note", "narcological:asked")]).expect(200);
    let mut road = road.answered(&[(1, "registered"), (2, "to_be_removed")]);
    road.give_back(&[(&entries[2], "unreadable_copy")]);
    road.attach(&entries[2]);
    let copy = road.akimat.see(&entries[2]).links("/copies/").remove(0);
    let form = road
        .akimat
        .see(&format!("{}/imports/new", road.squad))
        .form(&format!("{}/imports", road.squad));
    let list = fixture("lists/02_zaisan_ru_text_dates.xlsx");
    let draft = road
        .akimat
        .post_file(&form, &[], Some(("file", "список.xlsx", &list)))
        .expect(303)
        .location
        .unwrap();
    let form = road.akimat.see("/search").form("/search");
    let search = road.akimat.submit(&form, &[("q", "мысал")]).expect(200).path;
    let decision = road
        .secretary
        .see("/decisions")
        .links("/decisions/")
        .into_iter()
        .find(|link| !link.contains('?'))
        .unwrap();
    let inbox = road.unit.see("/inbox");
    let handoff = inbox
        .html
        .split("action=\"/handoffs/")
        .nth(1)
        .unwrap()
        .split('/')
        .next()
        .unwrap()
        .to_owned();
    let application = applications::entered(&mut road.officer, &[]);
    applications::attach(&mut road.officer, &application);
    applications::vet(&mut road.officer, &application);
    applications::decide(&mut road.officer, &application, "accepted").expect(200);
    let mut leader = road.leader(app, PEOPLE[0]);
    let plan = propose(&mut leader, &[]).expect(200).path;
    let report = report(&mut leader, &[]).expect(303).location.unwrap();
    app.deliver();
    let mail = undelivered(app);
    let (colleague, duty) = others(app);
    let body = |email| app.read(|db| storage::offices::body::by_email(db, email)).unwrap().id;
    let (akimat, territory) = (body("ulgi@demo.invalid"), body("synaq@demo.invalid"));
    let page = road.officer.see("/certificates");
    let mut certificates = page.links("/certificates/");
    certificates.retain(|link| !link.ends_with("test-sheet"));
    let certificate = certificates.remove(0);
    let ids = BTreeMap::from([
        ("/squads/", last(&road.squad)),
        ("/lists/", last(&road.list)),
        ("/entries/", last(&entries[2])),
        ("/copies/", last(&copy)),
        ("/imports/", last(&draft)),
        ("/searches/", last(&search)),
        ("/decisions/", last(&decision)),
        ("/handoffs/", handoff),
        ("/mails/", mail.to_string()),
        ("/people/", colleague.to_string()),
        ("/duties/", duty.to_string()),
        ("/certificates/", last(&certificate)),
        ("/certificate-registers/", territory.to_string()),
        ("/bodies/", akimat.to_string()),
        ("/plans/", last(&plan)),
        ("/reports/", last(&report)),
        ("/applications/", last(&application)),
    ]);
    (ids, leader)
}

/// A mail to the subdivision that its server has refused.
fn undelivered(app: &TestApp) -> Id<id::Mail> {
    app.tamper("UPDATE outbox SET sent_at = NULL, failed_at = created_at, fault = 'address_refused' WHERE kind = 'receive_list'");
    let territory =
        app.read(|db| storage::offices::body::by_email(db, "synaq@demo.invalid")).unwrap().id;
    app.read(|db| {
        storage::mail::undelivered::failed(db, &[territory], None, 1, app.state.clock.now())
    })[0]
        .id
}

/// Another subdivision with an officer, and a colleague in the akimat on whom administrators act.
fn others(app: &TestApp) -> (Id<id::User>, Id<id::Duty>) {
    let now = app.state.clock.now();
    let name = Named {
        kk: "«Басқа» бөлімше".into(),
        ru: "Подразделение «Другое»".into(),
        en: "Other subdivision".into(),
    };
    let territory = Body::new(
        Id::new(),
        BodyKind::TerritorialSubdivision,
        None,
        name,
        "basqa@demo.invalid".into(),
        15,
    );
    let hash = hash_password(PASSWORD).unwrap();
    let (officer, colleague, duty) = (Id::new(), Id::new(), Id::new());
    let added = app.state.store.write(|db| -> Result<(), StorageError> {
        storage::offices::body::insert(db, &territory, now)?;
        storage::offices::user::insert(
            db,
            officer,
            "chet@demo.invalid",
            "Бөтенов Бауыржан",
            Language::Kk,
            now,
        )?;
        storage::account::credentials::set_password(db, officer, &hash)?;
        storage::offices::user::insert(
            db,
            colleague,
            "arilpes@demo.invalid",
            "Әріптесов Айдар",
            Language::Kk,
            now,
        )?;
        let akimat = storage::offices::body::by_email(db, "ulgi@demo.invalid")?.unwrap().id;
        for (id, user, body, kind) in [
            (Id::new(), officer, territory.id, DutyKind::VettingOfficer),
            (Id::new(), officer, territory.id, DutyKind::Head),
            (duty, colleague, akimat, DutyKind::AkimatOfficer),
        ] {
            storage::offices::duty::insert(
                db,
                &storage::offices::duty::NewDuty {
                    id,
                    user,
                    body,
                    kind,
                    from: now,
                    to: None,
                    deputy_for: None,
                },
            )?;
        }
        Ok(())
    });
    added.unwrap();
    (colleague, duty)
}

fn concrete(path: &str, ids: &BTreeMap<&'static str, String>) -> String {
    let id = ids
        .iter()
        .find(|(prefix, _)| path.starts_with(**prefix))
        .map_or("0192f0c0000070008000000000000000", |(_, id)| id);
    path.replace("{id}", id)
        .replace("{token}", "no-token")
        .replace("{name}", "no-name")
        .replace("{serial}", "1")
        .replace("{language}", "kk")
        .replace("{code}", "NO-CODE")
}

/// Opens a door as a browser would: a form has its session's token, a key and a version, and nothing is typed into it.
fn open(visitor: &mut Visitor, token: &str, method: &str, path: &str) -> Page {
    if method == "get" {
        return visitor.get(path);
    }
    let body = format!("form_token={token}&form_key={}&version=0", Id::<id::FormKey>::new());
    visitor.send(path, "application/x-www-form-urlencoded", body.as_bytes())
}

/// What an answer holds that its reader must not see.
fn leaks(reader: &str, path: &str, page: &Page) -> Vec<String> {
    let text = if page.content.starts_with(b"PK") {
        sheet::rows(&page.content).concat().join(" ")
    } else {
        page.html.clone()
    };
    let mut found = Vec::new();
    let mut forbid = |what: &str| {
        if text.contains(what) {
            found.push(format!("{reader} reads {what} at {path}"));
        }
    };
    let (vets, sends) = (["tekserushi", "bastyq"].contains(&reader), reader == "akimat");
    if !vets && !sends {
        IINS.iter().chain(&["099000101", "Ауылдық"]).for_each(|number| forbid(number));
    }
    let sees_names: &[&str] = match reader {
        "tekserushi" | "bastyq" | "akimat" | "hatshy" => &PEOPLE,
        "leader" if path == "/my-squad" => &PEOPLE,
        // The leader's own name stands in the head of each page.
        "okil" | "leader" => &PEOPLE[..1],
        _ => &[],
    };
    PEOPLE.iter().filter(|name| !sees_names.contains(name)).for_each(|name| forbid(name));
    if sees_names.is_empty() {
        forbid("Ақжайық");
    }
    // The Rules name the registers and the states for everybody; filters and counts name states.
    if path != "/rules" {
        if !vets {
            forbid("Наркологиялық");
        }
        if !vets && !sends && path != "/statistics" && !page.html.contains("<option") {
            forbid("шығарылуға тиіс");
        }
    }
    found
}

const HEAD: &str =
    "# A line a door: what opens it | who gets in, with the code of an empty form where it is not 200 | who is refused (403).
# Everybody else is told that there is nothing (404); nobody without a session gets further than to sign in.
";

/// What opens a door.
fn opener(policy: Policy) -> String {
    match policy {
        Policy::Open => "anybody".to_owned(),
        Policy::Development => "development".to_owned(),
        Policy::Own => "the owner of any account".to_owned(),
        Policy::SignedIn => "the user of any office".to_owned(),
        Policy::Leader => "the leader of a squad".to_owned(),
        Policy::LeaderOr(duties) => {
            let duties: Vec<_> = duties.iter().map(ToString::to_string).collect();
            format!("the leader of a squad, {}", duties.join(", "))
        }
        Policy::Duties(duties) => {
            duties.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        Policy::Hidden(duties) => {
            let duties: Vec<_> = duties.iter().map(ToString::to_string).collect();
            format!("{}, and nobody else knows of it", duties.join(", "))
        }
        Policy::Acts(acts) => {
            format!("act {}", acts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A door as people review it.
fn line(route: &Route, answers: &[(&str, u16)]) -> String {
    let (nobody, others) = answers.split_first().unwrap();
    let is_open = matches!(route.policy, Policy::Open | Policy::Development);
    assert!(
        is_open || nobody.1 == 303,
        "{} {} answers {} without a session",
        route.method,
        route.path,
        nobody.1
    );
    let everybody = if is_open { answers } else { others };
    let named = |(name, status): &(&str, u16)| {
        if *status == 200 { (*name).to_owned() } else { format!("{name} {status}") }
    };
    let codes: BTreeSet<u16> = everybody.iter().map(|(_, status)| *status).collect();
    let inside = if codes.len() == 1 && !codes.contains(&404) && !codes.contains(&403) {
        let code = codes.first().unwrap();
        if *code == 200 { "everybody".to_owned() } else { format!("everybody {code}") }
    } else {
        everybody
            .iter()
            .filter(|(_, status)| ![403, 404].contains(status))
            .map(named)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let refused: Vec<&str> =
        everybody.iter().filter(|(_, status)| *status == 403).map(|(name, _)| *name).collect();
    let refused = if refused.len() > 6 {
        let others: Vec<&str> =
            everybody.iter().filter(|(_, status)| *status == 404).map(|(name, _)| *name).collect();
        if others.is_empty() {
            "all others".to_owned()
        } else {
            format!("all others but {}", others.join(", "))
        }
    } else {
        refused.join(", ")
    };
    let text = format!(
        "{:<4} {:<34} {} | {inside} | {refused}",
        route.method,
        route.path,
        opener(route.policy)
    );
    text.trim_end().to_owned()
}

#[test]
fn every_door_opens_to_whom_the_reviewed_table_says_and_shows_nobody_what_is_not_theirs() {
    let app = TestApp::start();
    let (ids, leader) = scene(&app);
    let mut leader = Some(leader);
    let mut readers: Vec<(&str, Visitor, String)> = READERS
        .iter()
        .map(|(name, _)| {
            let mut visitor = match *name {
                "nobody" => app.visitor(),
                "leader" => leader.take().unwrap(),
                name => app.sign_in(name),
            };
            let fields = visitor.get("/inbox").html;
            let token = fields
                .split("name=\"form_token\" value=\"")
                .nth(1)
                .map_or("", |rest| rest.split('"').next().unwrap())
                .to_owned();
            (*name, visitor, token)
        })
        .collect();
    let mut routes: Vec<_> =
        ROUTES.iter().filter(|route| route.policy != Policy::Development).collect();
    routes.sort_by_key(|route| {
        LAST.iter().position(|path| *path == route.path).map_or(0, |place| place + 1)
    });
    let mut table = HEAD.to_owned();
    for (name, who) in READERS {
        writeln!(table, "# {name}: {who}").unwrap();
    }
    let mut leaked = Vec::new();
    for route in routes {
        let path = concrete(route.path, &ids);
        let mut answers = Vec::new();
        for (name, visitor, token) in &mut readers {
            let page = open(visitor, token, route.method, &path);
            assert_ne!(page.status, 500, "{name}: {} {}", route.method, route.path);
            leaked.extend(leaks(name, &path, &page));
            answers.push((*name, page.status));
        }
        writeln!(table, "{}", line(route, &answers)).unwrap();
    }
    assert!(leaked.is_empty(), "{leaked:#?}");
    app.deliver();
    assert_eq!(app.faults(), []);
    let path = product("tests/snapshots/access_matrix.txt");
    if env::var("JASAQ_REVIEWED").is_ok() {
        fs::write(&path, &table).unwrap();
    }
    let reviewed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        table == reviewed,
        "doors have changed: run once with JASAQ_REVIEWED=1 and read the difference before you commit it\n{table}"
    );
}
