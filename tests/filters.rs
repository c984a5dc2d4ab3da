//! Pages that are narrowed by codes, ids and dates, and go on page by page.

use crate::harness::{
    TestApp,
    crowd::{sql, sql_id},
    form::attribute,
    squad_scenario::SquadScenario,
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;
use jasaq::domain::id::{self, Id};

/// The value of a choice whose words hold those.
fn choice(page: &Page, words: &str) -> String {
    let option = page
        .html
        .split("<option ")
        .find(|option| option.contains(words))
        .unwrap_or_else(|| panic!("no choice {words}"));
    attribute(&format!(" {option}"), "value").unwrap()
}

/// Another squad with a draft, proposed at once through the form.
fn propose(visitor: &mut Visitor, name: &str) -> String {
    let page = visitor.see("/squads/new");
    let unit = choice(&page, "Сынақ-2");
    visitor
        .submit(
            &page.form("/squads"),
            &[("name_kk", name), ("name_ru", name), ("area", "Ауыл"), ("unit", &unit)],
        )
        .expect(200)
        .path
}

/// Closed lists of a squad, made past the forms; later ones newer.
fn lists(app: &TestApp, squad: &str, count: usize, prefix: &str) -> Vec<String> {
    let squad: Id<id::Squad> = squad.rsplit('/').next().unwrap().parse().unwrap();
    let now = app.state.clock.now();
    let mut made = Vec::new();
    for n in 0..count {
        let id = Id::<id::MemberList>::new();
        let insert = format!(
            "INSERT INTO member_list (id, reference, squad_id, akimat_id, territory_id, state, created_at, version) \
             SELECT {}, '{prefix}-{n}', id, akimat_id, territory_id, 'closed', '{}', 1 FROM squad WHERE id = {}",
            sql_id(id),
            sql(now),
            sql_id(squad)
        );
        assert_eq!(app.tamper(&insert), 1);
        made.push(format!("/lists/{id}"));
    }
    made
}

#[test]
fn lists_are_filtered_by_state_squad_period_and_trouble_and_each_chip_can_be_taken_away() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let squad = road.squad.rsplit('/').next().unwrap().to_owned();
    app.pass(TimeDelta::days(3));
    road.akimat = app.sign_in("akimat");
    let second = propose(&mut road.akimat, "Екінші");
    app.deliver();
    let draft = lists(&app, &second, 1, "Т-2026-90").remove(0);
    let own = road.list.clone();
    let shows = |visitor: &mut Visitor, query: &str| {
        visitor.see(&format!("/lists{query}")).links("/lists/")
    };
    assert_eq!(shows(&mut road.akimat, "")[0], draft, "newest first");
    assert!(shows(&mut road.akimat, "").contains(&own));
    assert_eq!(shows(&mut road.akimat, "?state=received"), [own.as_str()]);
    assert_eq!(shows(&mut road.akimat, &format!("?squad={squad}")), [own.as_str()]);
    assert_eq!(
        shows(&mut road.akimat, "?from=2026-11-22&to=2026-11-22"),
        [own.as_str()],
        "both days count"
    );
    assert!(
        !shows(&mut road.akimat, "?from=2026-11-23").contains(&own)
            && shows(&mut road.akimat, "?from=2026-11-25").contains(&draft)
    );
    assert!(shows(&mut road.akimat, "?to=2026-11-21").is_empty());
    assert!(shows(&mut road.akimat, "?trouble=returned").is_empty());

    let mut officer = app.sign_in("tekserushi");
    let entry = road.entries()[0].clone();
    road.officer = officer.clone();
    road.give_back(&[(&entry, "unreadable_copy")]);
    assert_eq!(shows(&mut road.akimat, "?trouble=returned"), [own.as_str()]);
    assert!(shows(&mut officer, "?trouble=past_target").is_empty());
    app.pass(TimeDelta::days(13));
    let (mut akimat, mut officer) = (app.sign_in("akimat"), app.sign_in("tekserushi"));
    assert_eq!(shows(&mut officer, "?trouble=past_target"), [own.as_str()]);
    assert!(
        shows(&mut akimat, "?trouble=past_target").is_empty(),
        "the target is the subdivision's own"
    );
    assert!(
        !akimat.see("/lists").html.contains("past_target")
            && !officer.see("/lists").html.contains("value=\"draft\"")
    );

    let page = akimat.see(&format!("/lists?state=received&squad={squad}&from=2026-11-22"));
    assert!(page.says("Қабылданды") && page.says("«Ақжайық»") && page.says("22.11.2026"));
    let chips = page.links("/lists?");
    assert_eq!(
        chips,
        [
            format!("/lists?squad={squad}&from=2026-11-22"),
            "/lists?state=received&from=2026-11-22".to_owned(),
            format!("/lists?state=received&squad={squad}"),
        ]
    );
    assert!(page.links("/lists").contains(&"/lists".to_owned()), "and all at once");
    let form = page.form("/lists");
    let kept: Vec<_> = form
        .fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(kept, ["state", "squad", "from"], "the form holds what is chosen");
    for wrong in ["state=nonsense", "squad=1", "from=yesterday", "trouble=all"] {
        akimat.get(&format!("/lists?{wrong}")).expect(400);
    }
    app.deliver();
}

#[test]
fn a_filter_never_shows_what_the_duty_does_not() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    app.deliver();
    let squad = road.squad.rsplit('/').next().unwrap().to_owned();
    let akimat = choice(&road.officer.see("/inbox"), "«Үлгі» ауданының әкімдігі");
    let mut other = app.sign_in("akimat2");
    for query in ["", &format!("?squad={squad}"), &format!("?body={akimat}"), "?state=draft"] {
        for visitor in [&mut other, &mut road.officer, &mut road.secretary] {
            assert!(
                visitor.see(&format!("/lists{query}")).links("/lists/").is_empty(),
                "{query}: a draft is the akimat's"
            );
        }
        assert_eq!(road.akimat.see(&format!("/lists{query}")).links("/lists/").len(), 1, "{query}");
    }
    for query in [format!("?body={akimat}"), "?leader=none".into(), "?state=created".into()] {
        assert!(!other.see(&format!("/squads{query}")).says("Ақжайық"), "{query}");
        assert!(road.officer.see(&format!("/squads{query}")).says("Ақжайық"), "{query}");
    }
    assert!(!app.sign_in("okil2").see("/squads").says("Ақжайық"));
}

#[test]
fn squads_are_filtered_by_state_leader_unit_and_akimat() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    propose(&mut road.akimat, "Екінші");
    let mut other = app.sign_in("akimat2");
    propose(&mut other, "Бөтен");
    app.deliver();
    let shows = |visitor: &mut Visitor, query: &str| {
        let page = visitor.see(&format!("/squads{query}"));
        let table = page.html.split("<table").nth(1).unwrap_or_default();
        ["Ақжайық", "Екінші", "Бөтен"].iter().filter(|name| table.contains(**name)).count()
    };
    assert_eq!(shows(&mut road.akimat, ""), 2);
    assert_eq!(shows(&mut road.akimat, "?state=created"), 1);
    assert_eq!(shows(&mut road.akimat, "?state=rejected"), 0);
    assert_eq!(
        shows(&mut road.akimat, "?leader=none"),
        1,
        "only the council's creation makes a post"
    );
    let page = road.akimat.see("/squads");
    let unit = choice(&page, "Сынақ-2");
    assert_eq!(shows(&mut road.akimat, &format!("?unit={unit}")), 1);
    assert!(!page.html.contains("name=\"body\""), "no choice where there is none");
    assert!(!app.sign_in("okil").see("/squads").html.contains("name=\"unit\""));
    let unit = "SELECT unit_id FROM attachment WHERE squad_id = squad.id AND to_at IS NULL";
    app.tamper(&format!(
        "UPDATE squad SET state = 'created', unit_id = ({unit}), territory_id = (SELECT parent_id FROM body WHERE body.id = ({unit}))"
    ));
    let page = road.officer.see("/squads");
    let akimat = choice(&page, "«Мысал» ауданының әкімдігі");
    assert_eq!(
        (shows(&mut road.officer, ""), shows(&mut road.officer, &format!("?body={akimat}"))),
        (3, 1)
    );
    road.akimat.get("/squads?leader=any").expect(400);
}

#[test]
fn decisions_and_the_book_are_filtered_too() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered"), (3, "registered")]);
    app.deliver();
    assert!(road.secretary.see("/decisions?year=2026&kind=create").says("№ 7"));
    assert!(
        !road.secretary.see("/decisions?year=2025").says("№ 7")
            && !road.secretary.see("/decisions?kind=reject").says("№ 7")
    );
    assert!(road.secretary.see("/decisions").html.contains("<option value=\"2026\">2026</option>"));
    road.secretary.get("/decisions?year=soon").expect(400);
    let rows = |visitor: &mut Visitor, query: &str| {
        visitor.see(&format!("/book{query}")).html.matches("<tr><td").count()
    };
    for (query, count) in [
        ("", 2),
        ("?kind=registered", 2),
        ("?kind=off_record", 0),
        ("?from=2026-11-23", 0),
        ("?to=2026-11-22", 2),
    ] {
        assert_eq!(rows(&mut road.unit, query), count, "{query}");
    }
    let mut other = app.sign_in("okil2");
    assert_eq!(rows(&mut other, ""), 0);
    road.unit.get("/book?kind=all").expect(400);
}

#[test]
fn pages_of_lists_show_each_once_while_others_are_made_and_keep_their_filter() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    app.deliver();
    let squad = road.squad.clone();
    let made = lists(&app, &squad, 120, "Т-2026-7");
    let (mut seen, mut page, mut round) = (Vec::new(), road.akimat.see("/lists?state=closed"), 0);
    loop {
        round += 1;
        let own = page.links("/lists/");
        assert!(
            own.len() <= 50 && !own.contains(&road.list),
            "the draft is filtered out on every page"
        );
        seen.extend(own);
        let Some(next) = page.links("/lists?").into_iter().find(|link| link.contains("before="))
        else {
            break;
        };
        assert!(next.starts_with("/lists?state=closed&"), "{next}");
        lists(&app, &squad, 3, &format!("Т-2026-8{round}"));
        page = road.akimat.see(&next);
    }
    let expected: Vec<String> = made.into_iter().rev().collect();
    assert_eq!(seen, expected, "newest first, each once");
}
