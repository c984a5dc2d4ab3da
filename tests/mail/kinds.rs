//! Every kind of mail that the product sends, made by what causes it, read by a library that has not written it, and followed.

use crate::{
    applications,
    assignments::amend,
    certificates,
    harness::{
        PUBLIC_URL, TestApp,
        database::product,
        letter::Letter,
        squad_scenario::{IINS, PEOPLE, SquadScenario},
        visitor::Visitor,
    },
    plans::{agreed, assign},
};
use jasaq::{
    cli::demo::PASSWORD,
    domain::{
        id::{self, Id},
        time::today,
    },
    emails::Email,
    storage,
};
use serde_json::json;
use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    process::{Command, Stdio},
};

/// People apply and are answered, two of them without an address; the last one is not.
fn of_applications(app: &TestApp, officer: &mut Visitor, letters: &mut Vec<Letter>) {
    for (iin, email, decision) in [
        (IINS[3], "bir@mail.example", Some("accepted")),
        (IINS[4], "eki@mail.example", Some("refused")),
        (IINS[5], "", Some("refused")),
        (IINS[2], "", Some("accepted")),
        (IINS[6], "ush@mail.example", None),
    ] {
        let day = today(app.state.clock.now()).to_string();
        let fields = [("iin", iin), ("email", email), ("address", "Үлгі"), ("received_on", &day)];
        let place = applications::entered(officer, &fields);
        letters.extend(app.deliver());
        let Some(decision) = decision else { continue };
        applications::attach(officer, &place);
        applications::vet(officer, &place);
        applications::decide(officer, &place, decision).expect(200);
        letters.extend(app.deliver());
    }
}

/// Makes sure of a person, lets the person ask to leave, informs the person; then makes a leader of the person, who plans.
fn of_people(
    app: &TestApp,
    road: &mut SquadScenario,
    letters: &mut Vec<Letter>,
) -> (Visitor, &'static str) {
    // One of those in the book goes off the record.
    let squad = road.squad.clone();
    let page = road.unit.see(&squad);
    let person = page.links(&format!("{squad}/members/")).remove(0);
    let place = format!("{person}/off-record");
    // How the person is reached is made sure of, and by the link of that mail the person asks to leave.
    let form = road.unit.see(&person).form(&format!("{person}/contact"));
    road.unit
        .submit(&form, &[("email", "adam@mail.example"), ("phone", "87010000107")])
        .expect(200);
    letters.extend(app.deliver());
    let wish = letters.last().unwrap().path();
    let mut reader = app.visitor();
    let form = reader.get(&wish).form(&wish);
    reader.submit(&form, &[("digits", "0107")]).expect(200);
    letters.extend(app.deliver());
    let form = road.unit.see(&place).form(&place);
    let fields = [("item", "15.5"), ("arose_on", "2026-11-20")];
    let check = road.unit.submit(&form, &fields).expect(200);
    let done = road.unit.submit(&check.form(&place), &[]).expect(200);
    letters.extend(app.deliver());
    let form = road
        .unit
        .see("/notices")
        .all_forms()
        .into_iter()
        .find(|form| form.fields.contains(&("channel".to_owned(), "email".to_owned())));
    road.unit.submit(&form.unwrap(), &[]).expect(200);
    letters.extend(app.deliver());
    road.unit.submit(&done.form(&format!("{place}/undoing")), &[]).expect(200);
    letters.extend(app.deliver());

    // The council appoints a leader from the book, who is in office at once, and the unit invites the leader.
    let page = road.secretary.see(&format!("{squad}/decisions/new"));
    let id = person.rsplit('/').next().unwrap();
    let fields =
        [("number", "8"), ("presided_by", "Мысалов Ә."), ("votes_for", "9"), ("leader", id)];
    let form = page.form(&format!("{squad}/decisions"));
    road.secretary.decide(&form, &fields).expect(200);
    letters.extend(app.deliver());
    let form = road.unit.see(&person).form(&format!("{person}/contact"));
    road.unit.submit(&form, &[("email", "basshy@mail.example")]).expect(200);
    let form = road.unit.see(&person).form(&format!("{person}/leader"));
    road.unit.post(&form, &[("means", "mail")]).expect(303);
    letters.extend(app.deliver());
    // The leader proposes duties: the unit returns one, agrees to another, and cancels it.
    let page = road.unit.see(&person);
    let name = PEOPLE.iter().find(|name| page.says(name)).unwrap();
    let mut leader = road.leader(app, name);
    for answer in ["return", "agreement"] {
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
        letters.extend(app.deliver());
        let form = road.unit.see(&plan).form(&format!("{plan}/{answer}"));
        let remark =
            if answer == "return" { vec![("remark", "Кейінірек")] } else { Vec::new() };
        road.unit.submit(&form, &remark).expect(200);
        letters.extend(app.deliver());
        if answer == "agreement" {
            of_duty(app, road, &mut leader, (name, &plan), letters);
        }
    }
    (leader, name)
}

/// The mails about an agreed duty: to the member, who is the leader as well, and to the leader.
fn of_duty(
    app: &TestApp,
    road: &mut SquadScenario,
    leader: &mut Visitor,
    (name, plan): (&str, &str),
    letters: &mut Vec<Letter>,
) {
    let squad = road.squad.clone();
    let person = road.person(name);
    let form = road.unit.see(&format!("{squad}/trainings/new"));
    let form = form.form(&format!("{squad}/trainings"));
    let id = person.rsplit('/').next().unwrap();
    let fields = [("base", "2035 әскери бөлімі"), ("held_by", "Тестов"), ("attended", id)];
    road.unit.submit(&form, &fields).expect(200);
    assign(road, leader, plan, &[name]).expect(303);
    let told = app.deliver();
    let link = told.iter().find(|letter| letter.text.contains("/assignments/")).unwrap().path();
    letters.extend(told);
    amend(&mut road.unit, plan, &[("from", "23:00")]).expect(303);
    letters.extend(app.deliver());
    let mut member = app.visitor();
    let form = member.see(&link).form(&format!("{link}/refusal"));
    member.submit(&form, &[]).expect(200);
    letters.extend(app.deliver());
    assign(road, leader, plan, &[name]).expect(303);
    letters.extend(app.deliver());
    let form = road.unit.see(plan).form(&format!("{plan}/cancellation"));
    road.unit.submit(&form, &[]).expect(200);
    letters.extend(app.deliver());
}

/// A duty is held and another one is near: the leader records a result, reports a breach, and a member is reminded.
fn of_days(
    app: &TestApp,
    road: &mut SquadScenario,
    (leader, name): (&mut Visitor, &str),
    letters: &mut Vec<Letter>,
) {
    // Another duty is held: the leader records its result; the leader also reports a breach.
    let fields = [("day", "2026-11-24"), ("from", "08:00"), ("to", "09:00")];
    let plan = agreed(road, leader, &fields);
    app.pass_until(2, 10, 0);
    letters.extend(app.deliver());
    road.unit = app.sign_in("okil");
    let form = leader.see(&format!("{plan}/result")).form(&format!("{plan}/result"));
    leader.submit(&form, &[("summary", "Тыныш")]).expect(200);
    let form = leader.see("/reports/new").form("/reports");
    let breach = [("regime", "border"), ("place", "Өзен"), ("seen", "Іздер")];
    leader.submit(&form, &breach).expect(200);
    letters.extend(app.deliver());
    // A duty that is near.
    let fields = [("day", "2026-11-27"), ("from", "08:00"), ("to", "09:00")];
    let plan = agreed(road, leader, &fields);
    assign(road, leader, &plan, &[name]).expect(303);
    letters.extend(app.deliver());
}

/// The head signs certificates, the person hears of it, and one comes out damaged.
fn of_certificates(app: &TestApp, road: &mut SquadScenario, name: &str, letters: &mut Vec<Letter>) {
    certificates::enter_signatory(app, "bastyq", &certificates::SIGNATORY);
    certificates::sign(app, &mut app.sign_in("bastyq")).expect(200);
    letters.extend(app.deliver());
    let place = certificates::of(&mut road.officer, name);
    let form = road.officer.see(&place).form(&format!("{place}/replacement"));
    road.officer.submit(&form, &[("cause", "damaged")]).expect(200);
    letters.extend(app.deliver());
}

/// Does everything that is announced by mail, and gives all mails.
fn everything(app: &TestApp) -> Vec<Letter> {
    let mut letters = Vec::new();
    let body = |mailbox: &str| {
        app.read(|db| storage::offices::body::by_email(db, &format!("{mailbox}@demo.invalid")))
            .unwrap()
            .id
    };
    let road = SquadScenario::new(app).proposed();
    letters.extend(app.deliver());
    let road = road.created(None).copied();
    letters.extend(app.deliver());
    let road = road.sent();
    letters.extend(app.deliver());
    let mut road = road.received();
    letters.extend(app.deliver());
    let entries = road.entries();
    road.give_back(&[(&entries[2], "unreadable_copy"), (&entries[3], "number_differs")]);
    letters.extend(app.deliver());
    let road = road.answered(&[(1, "registered"), (2, "to_be_removed")]);
    letters.extend(app.deliver());
    let road = road.removed();
    let mut road = road.answered(&[(5, "registered")]);
    letters.extend(app.deliver());

    let (mut leader, name) = of_people(app, &mut road, &mut letters);
    of_certificates(app, &mut road, name, &mut letters);

    super::propose(app, 1);
    let squad = road
        .secretary
        .see("/squads")
        .links("/squads/")
        .into_iter()
        .find(|link| link.len() > 20 && *link != road.squad)
        .unwrap();
    let form =
        road.secretary.see(&format!("{squad}/decisions/new")).form(&format!("{squad}/decisions"));
    let fields = [
        ("kind", "reject"),
        ("number", "9"),
        ("presided_by", "Мысалов Ә."),
        ("votes_for", "0"),
        ("votes_against", "9"),
    ];
    road.secretary.decide(&form, &fields).expect(200);
    let created = road.secretary.see("/decisions").links("/decisions/").pop().unwrap();
    let form = road.secretary.see(&created).form(&created);
    road.secretary.submit(&form, &[("number", "7-К")]).expect(200);

    let mut admin = app.sign_in("akimshi");
    for (email, duty) in [
        ("zhana@demo.invalid", format!("{}:akimat_officer", body("ulgi"))),
        ("hatshy@demo.invalid", format!("{}:akimat_officer", body("ulgi"))),
    ] {
        let form = admin.see("/people/new").form("/people");
        admin
            .submit(&form, &[("email", email), ("name", "Тестов Жаңа"), ("duty", &duty)])
            .expect(200);
    }
    let mut forgetful = app.visitor();
    let form = forgetful.see("/password-reset").form("/password-reset");
    forgetful.submit(&form, &[("email", "okil@demo.invalid")]);
    let mut careful = app.sign_in("okil2");
    let form = careful.see("/account").form("/account/password");
    let words = [
        ("old_password", PASSWORD),
        ("password", "жаңа құпиясөз 866"),
        ("again", "жаңа құпиясөз 866"),
    ];
    careful.submit(&form, &words).expect(200);
    letters.extend(app.deliver());

    // One address is refused and corrected; one reader gets information together.
    app.tamper("UPDATE outbox SET failed_at = created_at, sent_at = NULL, fault = 'address_refused' WHERE address = 'hatshy@demo.invalid' AND kind = 'duty_granted'");
    let mail = admin.see("/mails").links("/mails/").remove(0);
    let form = admin.see(&mail).form(&format!("{mail}/address"));
    admin.submit(&form, &[("address", "hatshy2@demo.invalid")]).expect(200);
    letters.extend(app.deliver());
    // Another did not arrive, as an administrator says: its former address is told.
    let user =
        app.read(|db| storage::offices::user::by_email(db, "hatshy2@demo.invalid")).unwrap().id;
    let mail = admin.see(&format!("/people/{user}")).links("/mails/").remove(0);
    let form = admin.see(&mail).form(&format!("{mail}/undelivered"));
    let page = admin.submit(&form, &[]).expect(200);
    let form = page.form(&format!("{mail}/address"));
    admin.submit(&form, &[("address", "hatshy3@demo.invalid")]).expect(200);
    let form = road.akimat.see("/account").form("/account/digest");
    road.akimat.submit(&form, &[("digest", "yes")]).expect(200);
    let mut road = road.answered(&[(6, "registered")]);
    assert!(road.akimat.see("/account").html.contains(" checked"));
    letters.extend(app.deliver());
    of_days(app, &mut road, (&mut leader, name), &mut letters);
    of_applications(app, &mut app.sign_in("tekserushi"), &mut letters);
    for _ in 0..40 {
        app.pass_until(1, 9, 0);
        letters.extend(app.run_scheduled());
    }
    letters
}

/// The kinds of the mails that have left, each once.
fn kinds_sent(app: &TestApp) -> BTreeSet<String> {
    let mut sent = BTreeSet::new();
    for email in Email::samples() {
        if app.count(&format!(
            "SELECT count(*) FROM outbox WHERE kind = '{}' AND sent_at IS NOT NULL",
            email.kind
        )) > 0
        {
            sent.insert(email.kind.to_string());
        }
    }
    sent
}

/// What a look at a page must not change.
fn state(app: &TestApp) -> Vec<i64> {
    [
        "SELECT count(*) FROM journal",
        "SELECT count(*) FROM outbox",
        "SELECT count(*) FROM handoff WHERE closed_at IS NULL",
        "SELECT count(*) FROM link WHERE used_at IS NULL",
        "SELECT COALESCE(sum(version), 0) FROM squad",
        "SELECT COALESCE(sum(version), 0) FROM member_list",
        "SELECT COALESCE(sum(version), 0) FROM membership",
        "SELECT COALESCE(sum(version), 0) FROM list_entry",
        "SELECT COALESCE(sum(version), 0) FROM assignment",
    ]
    .map(|sql| app.count(sql))
    .into()
}

#[test]
fn every_kind_of_mail_is_well_formed_by_an_independent_library_and_its_link_works_and_changes_nothing()
 {
    let app = TestApp::start();
    let letters = everything(&app);
    let known: BTreeSet<String> =
        Email::samples().iter().map(|email| email.kind.to_string()).collect();
    assert_eq!(kinds_sent(&app), known, "every kind is sent by something");
    read_by_python(&app, &letters);

    let before = state(&app);
    let mut links = 0;
    for letter in &letters {
        // The mail on the end of a record leads nowhere.
        if !letter.text.contains(PUBLIC_URL) {
            continue;
        }
        let path = letter.path();
        let mut stranger = app.visitor();
        if path.starts_with("/links/") {
            // Void by now, or of somebody who is at the door: looking uses nothing up.
            for _ in 0..3 {
                stranger.get(&path);
            }
            continue;
        }
        if path.starts_with("/wishes/") || path.starts_with("/assignments/") {
            // Void where another address was made sure of since, or the duty has ended.
            for _ in 0..3 {
                stranger.get(&path);
            }
            continue;
        }
        let asked = stranger.get(&path).expect(303);
        assert!(asked.location.unwrap().starts_with("/sign-in?next="), "behind sign-in");
        let reader = ["akimat", "tekserushi", "tekserushi2", "bastyq"].contains(&letter.reader());
        if reader {
            // The link survives signing in.
            let form = stranger
                .see(&format!("/sign-in?next={}", path.replace('/', "%2F")))
                .form("/sign-in");
            let page = stranger
                .submit(&form, &[("email", &letter.to), ("password", PASSWORD)])
                .expect(200);
            assert_eq!(page.path, path);
            for _ in 0..3 {
                stranger.see(&path);
            }
            links += 1;
        }
    }
    assert!(links > 15, "{links}");
    assert_eq!(state(&app), before);
}

/// Hands the mails to Python's `email`, with what is expected of each.
fn read_by_python(app: &TestApp, letters: &[Letter]) {
    let folder = tempfile::tempdir().unwrap();
    let mut mails = Vec::new();
    for (n, letter) in letters.iter().enumerate() {
        let file = folder.path().join(format!("{n}.eml"));
        fs::write(&file, letter.raw()).unwrap();
        let id: Id<id::Mail> =
            letter.message_id.trim_start_matches('<').split('@').next().unwrap().parse().unwrap();
        let (mail, _) = app.read(|db| storage::mail::undelivered::find(db, id)).unwrap();
        mails.push(json!({
            "file": file,
            "to": letter.to,
            "kind": mail.kind,
            "act": mail.act,
            "reference": mail.reference,
            "thread": mail.squad.map_or(mail.case_id, Id::any).to_string(),
            "id": id.to_string(),
        }));
    }
    let forbidden: Vec<&str> = PEOPLE
        .iter()
        .flat_map(|name| name.split(' '))
        .chain(IINS)
        .chain(["Тестов", "Үлгібаев", "Мысалов Ә."])
        .collect();
    let expected = json!({
        "public_url": PUBLIC_URL,
        "from": "no-reply@jasaq.test",
        "reply_to": "office@jasaq.test",
        "domain": "jasaq.test",
        "forbidden": forbidden,
        "mails": mails,
    });
    let mut python = Command::new("python3")
        .arg(product("tests/mail/check.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3, which scripts/setup tests installs");
    python.stdin.take().unwrap().write_all(expected.to_string().as_bytes()).unwrap();
    let said = python.wait_with_output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(
        String::from_utf8_lossy(&said.stdout).trim(),
        format!("{} mails are well formed", letters.len())
    );
}
