//! Ids of somebody else's things inside forms: the code that each gets, as one reviewed table, and that nothing has changed.
//!
//! Whoever sends such a form may use it; only an id in one of its fields names what the form's page never offered. The same
//! field with a value that is no id at all is refused as a form that no page of ours has made.
//! `tests/snapshots/foreign_ids.txt` is that table; it is written again with `JASAQ_REVIEWED=1`.

use crate::harness::{
    TestApp,
    database::product,
    form::Form,
    squad_scenario::{PEOPLE, SquadScenario, picture},
    visitor::Visitor,
};
use jasaq::{
    domain::id::{self, Id},
    storage,
};
use std::{env, fmt::Write, fs};

const HEAD: &str = "# A line a field: form, field | whose id it holds | who sends it | code of that id, code of what is no id.
# Nothing is changed by any of them.
";

/// One field of a form, with somebody else's id in its name or its value.
struct Case {
    who: &'static str,
    /// The form as it was made for its reader, with whatever it needs to be carried out.
    form: Form,
    /// The address of the form, without ids.
    door: &'static str,
    /// Name and value of the field; `{id}` is the place of the id.
    field: (String, String),
    whose: &'static str,
    id: String,
}

impl Case {
    /// Sends the form with that id, beside a version of whatever it names.
    fn send(&self, visitor: &mut Visitor, token: &str, id: &str) -> u16 {
        let key = Id::<id::FormKey>::new().to_string();
        let (name, value) = (self.field.0.replace("{id}", id), self.field.1.replace("{id}", id));
        let fields = [
            ("form_token", token),
            ("form_key", &key),
            (&name, &value),
            (&format!("version-{id}"), "1"),
        ];
        visitor.post(&self.form, &fields).status
    }
}

fn field(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

fn with(mut form: Form, fields: &[(&str, &str)]) -> Form {
    for (name, value) in fields {
        form.fields.retain(|(known, _)| known != name);
        form.fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    form
}

fn body(app: &TestApp, mailbox: &str) -> String {
    app.read(|db| storage::offices::body::by_email(db, &format!("{mailbox}@demo.invalid")))
        .unwrap()
        .id
        .to_string()
}

fn user(app: &TestApp, name: &str) -> String {
    app.read(|db| storage::offices::user::by_email(db, &format!("{name}@demo.invalid")))
        .unwrap()
        .id
        .to_string()
}

/// A loose page of the copies of a list, and the form that matches it.
fn loose(visitor: &mut Visitor, list: &str) -> (String, Form) {
    let path = format!("{list}/copies");
    let form = visitor.see(&path).form(&path);
    visitor.post_file(&form, &[], Some(("copy", "скан.png", &picture()))).expect(303);
    let form = visitor.see(&path).form(&format!("{path}/matches"));
    let page =
        form.fields.iter().find_map(|(name, _)| name.strip_prefix("page-")).unwrap().to_owned();
    (page, form)
}

/// The forms of a squad that is proposed and of its draft.
fn of_drafts(app: &TestApp, road: &mut SquadScenario, other: &mut SquadScenario) -> Vec<Case> {
    let (foreign_page, _) = loose(&mut other.akimat, &other.list);
    let (own_page, matches) = loose(&mut road.akimat, &road.list);
    let own_entry = last(&road.entries()[0]);
    let foreign_entry = other.entries()[0].clone();
    other.attach(&foreign_entry);
    let foreign_card = last(&other.akimat.see(&foreign_entry).links("/copies/")[0]);
    let unmatched = with(matches.clone(), &[(&format!("page-{own_page}"), "")]);
    let matching = |form: &Form, field, whose, id: &str| {
        let door = "/lists/{id}/copies/matches";
        Case { who: "akimat", form: form.clone(), door, field, whose, id: id.to_owned() }
    };
    let words = [("name_kk", "Жаңажасақ"), ("name_ru", "Новый"), ("area", "Ауыл")];
    let proposal = |visitor: &mut Visitor, who, whose, mailbox| {
        let form = with(visitor.see("/squads/new").form("/squads"), &words);
        Case {
            who,
            form,
            door: "/squads",
            field: field("unit", "{id}"),
            whose,
            id: body(app, mailbox),
        }
    };
    let member = SquadScenario::member_id(
        &other.secretary.see(&format!("{}/decisions/new", other.squad)),
        PEOPLE[0],
    );
    let decision = road
        .secretary
        .see(&format!("{}/decisions/new", road.squad))
        .form(&format!("{}/decisions", road.squad));
    let decision =
        with(decision, &[("number", "9"), ("presided_by", "Мысалов Ә."), ("votes_for", "9")]);
    vec![
        matching(
            &unmatched,
            field("page-{id}", &own_entry),
            "a page of the other akimat's list",
            &foreign_page,
        ),
        matching(
            &unmatched,
            field("page-{id}", "useless"),
            "a page of the other akimat's list",
            &foreign_page,
        ),
        matching(
            &unmatched,
            field("page-{id}", "useless"),
            "a page of the other akimat's candidate",
            &foreign_card,
        ),
        matching(
            &matches,
            field(&format!("page-{own_page}"), "{id}"),
            "an entry of the other akimat's list",
            &last(&foreign_entry),
        ),
        proposal(&mut road.akimat, "akimat", "a subdivision", "synaq"),
        proposal(&mut other.akimat, "akimat2", "a unit that does not serve the akimat", "synaq-1"),
        Case {
            who: "hatshy",
            form: decision,
            door: "/squads/{id}/decisions",
            field: field("leader", "{id}"),
            whose: "a member of the other akimat's squad",
            id: member,
        },
    ]
}

/// The forms of a list that was received, and of which one person is to be removed.
fn of_lists(road: &mut SquadScenario, other: &mut SquadScenario) -> Vec<Case> {
    let (list, foreign) = (road.list.clone(), last(&other.entries()[0]));
    let page = road.officer.see(&list);
    let preview = page.form(&format!("{list}/outcomes/preview"));
    let outcomes = Form { action: format!("{list}/outcomes"), ..preview.clone() };
    let registers =
        with(page.form(&format!("{list}/registers")), &[("note", "narcological:asked")]);
    let returns = road.officer.see(&format!("{list}/returns")).form(&format!("{list}/returns"));
    let mut removals = road.akimat.see(&list).form(&format!("{list}/removals"));
    removals.fields.retain(|(name, _)| name != "entry");
    let of = |who, form, door, field| Case {
        who,
        form,
        door,
        field,
        whose: "an entry of the other akimat's list",
        id: foreign.clone(),
    };
    vec![
        of(
            "tekserushi",
            preview,
            "/lists/{id}/outcomes/preview",
            field("outcome-{id}", "registered"),
        ),
        of("tekserushi", outcomes, "/lists/{id}/outcomes", field("outcome-{id}", "registered")),
        of("tekserushi", registers, "/lists/{id}/registers", field("entry", "{id}")),
        of("tekserushi", returns, "/lists/{id}/returns", field("code-{id}", "unreadable_copy")),
        of("akimat", removals, "/lists/{id}/removals", field("entry", "{id}")),
    ]
}

/// The fields of the forms of people and bodies.
fn of_offices(app: &TestApp) -> Vec<Case> {
    let (mut akimshi, mut subdivisions) = (app.sign_in("akimshi"), app.sign_in("akimshi3"));
    let (ulgi, own_council) = (body(app, "ulgi"), body(app, "ulgi-kenes"));
    let person = format!("/people/{}", user(app, "hatshy"));
    let page = akimshi.see(&person);
    let duties = with(
        page.form(&format!("{person}/duties")),
        &[("duty", &format!("{ulgi}:akimat_officer"))],
    );
    let deputy = with(duties.clone(), &[("to", "2026-12-31")]);
    let invited = [
        ("email", "jana@demo.invalid"),
        ("name", "Жаңаев Жаңа"),
        ("language", "kk"),
        ("means", "mail"),
        ("duty", &format!("{ulgi}:akimat_officer")),
    ];
    let invitation = with(akimshi.see("/people/new").form("/people"), &invited);
    let invited_deputy = with(invitation.clone(), &[("to", "2026-12-31")]);
    let duty = || field("duty", "{id}:akimat_officer");
    let deputy_for = || field("deputy_for", "{id}");
    let (mysal, officer) = (body(app, "mysal"), user(app, "akimat2"));
    let own = |form, door, field, whose, id: &str| Case {
        who: "akimshi",
        form,
        door,
        field,
        whose,
        id: id.to_owned(),
    };
    let council = format!("/bodies/{own_council}");
    // A body without others of its kind has no form for a successor: its own form carries the token and the version.
    let succession =
        Form { action: format!("{council}/succession"), ..akimshi.see(&council).form(&council) };
    let unit = format!("/bodies/{}", body(app, "synaq-1"));
    let words = subdivisions.see(&unit).form(&unit);
    let synaq = format!("/bodies/{}", body(app, "synaq"));
    let added = subdivisions.see(&format!("{synaq}/new")).form(&format!("{synaq}/bodies"));
    let added = with(
        added,
        &[
            ("name_kk", "«Сынақ-9»"),
            ("name_ru", "«Сынақ-9»"),
            ("name_en", "Synaq-9"),
            ("mailbox", "synaq-9@demo.invalid"),
        ],
    );
    let serves = |form, door| Case {
        who: "akimshi3",
        form,
        door,
        field: field("serves-{id}", "yes"),
        whose: "a council, which no unit serves",
        id: own_council.clone(),
    };
    let (others_body, others_person) =
        ("a body of another administration", "a person of another administration");
    vec![
        own(duties, "/people/{id}/duties", duty(), others_body, &mysal),
        own(deputy, "/people/{id}/duties", deputy_for(), others_person, &officer),
        own(invitation, "/people", duty(), others_body, &mysal),
        own(invited_deputy, "/people", deputy_for(), others_person, &officer),
        own(
            succession,
            "/bodies/{id}/succession",
            field("successor", "{id}"),
            others_body,
            &body(app, "mysal-kenes"),
        ),
        serves(words, "/bodies/{id}"),
        serves(added, "/bodies/{id}/bodies"),
    ]
}

/// How much there is of everything that a form could add to, take from or move.
fn extent(app: &TestApp) -> Vec<i64> {
    let tables = [
        "journal",
        "register_note",
        "copy",
        "squad",
        "body",
        "service_area",
        "duty",
        "users",
        "handoff",
        "outbox",
    ];
    let moved = [
        "copy WHERE entry_id IS NOT NULL",
        "copy WHERE taken_away_at IS NOT NULL",
        "duty WHERE to_at IS NOT NULL",
    ];
    tables.iter().chain(&moved).map(|of| app.count(&format!("SELECT count(*) FROM {of}"))).collect()
}

/// Sends each form and adds a line for it.
fn send(app: &TestApp, cases: &[Case], table: &mut String) {
    app.deliver();
    for case in cases {
        let before = extent(app);
        let mut visitor = app.sign_in(case.who);
        let token = visitor
            .see("/inbox")
            .form("/sign-out")
            .fields
            .into_iter()
            .find(|(name, _)| name == "form_token")
            .unwrap()
            .1;
        let (foreign, none) =
            (case.send(&mut visitor, &token, &case.id), case.send(&mut visitor, &token, "x"));
        let (name, value) = (case.field.0.as_str(), case.field.1.as_str());
        let said = if name.contains("{id}") {
            name.to_owned()
        } else {
            format!("{}={value}", name.split('-').next().unwrap())
        };
        writeln!(table, "{} {said} | {} | {} | {foreign}, {none}", case.door, case.whose, case.who)
            .unwrap();
        assert_eq!(extent(app), before, "{} {said}", case.door);
    }
}

#[test]
fn an_id_of_somebody_elses_in_a_form_changes_nothing() {
    let app = TestApp::start();
    let (mut road, mut other) =
        (SquadScenario::new(&app).proposed(), SquadScenario::of_other_akimat(&app).proposed());
    let mut table = HEAD.to_owned();
    send(&app, &of_drafts(&app, &mut road, &mut other), &mut table);
    let mut road = road.created(None).copied().sent().received().answered(&[(2, "to_be_removed")]);
    let mut other = other.created(None).copied().sent().received();
    send(&app, &of_lists(&mut road, &mut other), &mut table);
    send(&app, &of_offices(&app), &mut table);
    assert_eq!(app.faults(), []);
    let path = product("tests/snapshots/foreign_ids.txt");
    if env::var("JASAQ_REVIEWED").is_ok() {
        fs::write(&path, &table).unwrap();
    }
    let reviewed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        table == reviewed,
        "answers have changed: run once with JASAQ_REVIEWED=1 and read the difference before you commit it\n{table}"
    );
}
