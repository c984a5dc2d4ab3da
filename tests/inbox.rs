//! What an inbox shows, in which order, and how it goes on.

use crate::harness::{
    TestApp,
    crowd::{sql, sql_id},
    form::Form,
    squad_scenario::{PEOPLE, SquadScenario},
    visitor::{Page, Visitor},
};
use chrono::{NaiveDateTime, TimeDelta};
use jasaq::{
    domain::{
        handoff::{DueNature, Nature, Urgency, urgency},
        id::{self, Id},
        inbox::InboxGroup,
        permissions::Holding,
        time::{days_left, end_of_day_after},
    },
    storage::{
        self,
        inbox::{Filter, Handoff, InboxQuery},
    },
};
use std::collections::BTreeSet;

/// What waits on these duties in one group.
fn of_group(
    db: &mut storage::Db,
    holdings: &[Holding],
    urgency: Urgency,
    filter: &Filter,
    now: NaiveDateTime,
) -> storage::Result<Vec<Handoff>> {
    let bodies = BTreeSet::new();
    let query =
        InboxQuery { holdings, bodies, filter, after: None, limit: 500, now, done_since: now };
    Ok(storage::inbox::groups(db, &query, &[InboxGroup::Mine(urgency)])?.remove(0))
}

/// Hands things over to the subdivision past the forms: like the one that waits there, with another due date.
fn hand_over(
    app: &TestApp,
    squad: &str,
    due: &[Option<(NaiveDateTime, DueNature)>],
    is_opened: bool,
) {
    let squad: Id<id::Squad> = squad.rsplit('/').next().unwrap().parse().unwrap();
    let opened_at = app.state.clock.now();
    for (n, due) in due.iter().enumerate() {
        let text =
            |text: Option<String>| text.map_or("NULL".to_owned(), |text| format!("'{text}'"));
        let opened = is_opened.then(|| sql(opened_at));
        let insert = format!(
            "INSERT INTO handoff (id, kind, nature, case_kind, case_id, anchor_kind, anchor_id, squad_id, title_kk, title_ru, title_en, \
             reference, from_body, to_body, duty, opened_by_act, opened_at, due_at, due_nature, first_opened_at) SELECT {id}, kind, \
             nature, case_kind, {case}, 'squad', {squad}, {squad}, title_kk, title_ru, title_en, reference, from_body, to_body, duty, \
             opened_by_act, '{at}', {due_at}, {due_nature}, {opened} FROM handoff WHERE kind = 'receive_list' LIMIT 1",
            id = sql_id(Id::<id::Handoff>::new()),
            case = sql_id(Id::<id::Any>::new()),
            squad = sql_id(squad),
            at = sql(opened_at + TimeDelta::seconds(i64::try_from(n).unwrap())),
            due_at = text(due.map(|(at, _)| sql(at))),
            due_nature = text(due.map(|(_, nature)| nature.as_str().to_owned())),
            opened = text(opened),
        );
        assert_eq!(app.tamper(&insert), 1);
    }
}

/// The headings of an inbox in their order, folded groups last.
fn groups(page: &Page) -> Vec<&'static str> {
    let words = [
        ("Қағидаларда белгіленген мерзім өтті", "statutory_passed"),
        ("Бөлімшенің ішкі мерзімі өтті", "internal_passed"),
        ("Мерзімі 5 күн ішінде аяқталады", "due_soon"),
        ("Жаңа", "new"),
        ("Сіздің орындауыңызда", "waiting"),
        ("Мәлімет үшін", "information"),
        ("Басқалардың орындауында", "others"),
        ("Соңғы 14 күнде орындалғандар", "done"),
    ];
    let headings = page.html.split("<section class=\"card\">").skip(1).filter_map(|section| {
        let heading = section.split("<h2>").nth(1).or_else(|| section.split("<summary>").nth(1))?;
        words.iter().find(|(phrase, _)| heading.starts_with(phrase)).map(|(_, word)| *word)
    });
    headings.collect()
}

#[test]
fn the_groups_stand_in_the_order_of_urgency_and_a_handoff_moves_through_them_with_the_days() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    assert_eq!(groups(&road.officer.see("/inbox")), ["new"]);
    road.officer.see(&road.list);
    assert_eq!(
        groups(&app.sign_in("tekserushi2").see("/inbox")),
        ["waiting"],
        "opened by one of them, it is new to nobody"
    );
    let mut road = road.received();
    app.deliver();
    assert_eq!(groups(&road.officer.see("/inbox")), ["waiting", "done"]);
    let mut passed = 0;
    for (day, group, words) in [
        (9, "waiting", "6 күн қалды"),
        (10, "due_soon", "5 күн қалды"),
        (15, "due_soon", "Бүгін – соңғы күн"),
        (16, "internal_passed", "Ішкі мерзімнен 1 күн өтті"),
    ] {
        app.pass(TimeDelta::days(day - passed));
        passed = day;
        let page = app.sign_in("tekserushi").see("/inbox");
        assert_eq!(groups(&page)[0], group, "day {day}");
        assert!(page.asks(words) && page.asks("07.12.2026"), "day {day}: {}", page.text());
    }
    // One of each, and an end of the day that is told apart from the beginning of the next.
    let now = app.state.clock.now();
    let due = |days: i64, nature| Some((end_of_day_after(now, 0) + TimeDelta::days(days), nature));
    hand_over(
        &app,
        &road.squad,
        &[due(-1, DueNature::Statutory), due(5, DueNature::Statutory), due(6, DueNature::Internal)],
        false,
    );
    hand_over(&app, &road.squad, &[None], true);
    let page = app.sign_in("tekserushi").see("/inbox");
    assert_eq!(
        groups(&page),
        ["statutory_passed", "internal_passed", "due_soon", "new", "waiting"]
    );
    assert!(
        page.says("Қағидаларда белгіленген мерзімнен 1 күн өтті")
            && page.html.contains("class=\"late\"")
    );
    assert!(
        page.says("Ішкі мерзімнен 1 күн өтті") && page.html.contains("class=\"target\""),
        "the two kinds of terms look different"
    );
}

#[test]
fn days_left_are_said_with_the_right_words_in_each_language() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    let now = app.state.clock.now();
    let due: Vec<_> = [-5, -2, -1, 0, 1, 2, 5, 21]
        .map(|days| Some((end_of_day_after(now, 0) + TimeDelta::days(days), DueNature::Internal)))
        .into();
    hand_over(&app, &road.squad, &due, false);
    for (language, words) in [
        (
            "kk",
            [
                "Ішкі мерзімнен 5 күн өтті",
                "Ішкі мерзімнен 1 күн өтті",
                "Бүгін – соңғы күн",
                "1 күн қалды",
                "21 күн қалды",
            ],
        ),
        (
            "ru",
            [
                "Внутренний срок прошел 5 дней назад",
                "Внутренний срок прошел 1 день назад",
                "Сегодня последний день",
                "Остался 1 день",
                "Остался 21 день",
            ],
        ),
        (
            "en",
            [
                "5 days past the internal target",
                "1 day past the internal target",
                "Today is the day",
                "1 day left",
                "21 days left",
            ],
        ),
    ] {
        let mut form = road.officer.see("/inbox").form("/language");
        form.fields.push(("language".into(), language.into()));
        let page = road.officer.submit(&form, &[]).expect(200);
        for words in words {
            assert!(page.says(words), "{words}: {}", page.text());
        }
    }
    let mut form = road.officer.see("/inbox").form("/language");
    form.fields.push(("language".into(), "ru".into()));
    let page = road.officer.submit(&form, &[]).expect(200);
    assert!(
        page.says("прошел 2 дня назад")
            && page.says("Осталось 2 дня")
            && page.says("Осталось 5 дней")
    );
}

#[test]
fn what_the_database_puts_into_a_group_is_what_the_rule_of_urgency_puts_there() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    let start = app.state.clock.now();
    let mut due = vec![None; 3];
    for hours in (-60..220).step_by(7) {
        let nature = if hours % 2 == 0 { DueNature::Internal } else { DueNature::Statutory };
        due.push(Some((start + TimeDelta::hours(hours), nature)));
    }
    hand_over(&app, &road.squad, &due, false);
    hand_over(&app, &road.squad, &due, true);
    let officer = app
        .read(storage::offices::user::all)
        .into_iter()
        .find(|user| user.email.starts_with("tekserushi@"))
        .unwrap()
        .id;
    let holdings = app.read(|db| storage::offices::user::holdings(db, officer, start));
    for hours in [0, 9, 13, 40] {
        let now = start + TimeDelta::hours(hours);
        let mut total = 0;
        for group in Urgency::ALL {
            let found = app.read(|db| of_group(db, &holdings, *group, &Filter::default(), now));
            for h in &found {
                let due =
                    h.due_at.zip(h.due_nature).map(|(at, nature)| (nature, days_left(now, at)));
                assert_eq!(urgency(h.nature, due, h.first_opened_at.is_some()), *group);
                assert_eq!(h.nature, Nature::Duty);
            }
            assert!(found.is_sorted_by_key(|h| h.cursor(InboxGroup::Mine(*group))));
            total += found.len();
        }
        assert_eq!(
            i64::try_from(total).unwrap(),
            app.count("SELECT count(*) FROM handoff WHERE kind = 'receive_list'"),
            "none left out"
        );
    }
    drop(road);
}

#[test]
fn a_long_group_goes_on_page_by_page_and_shows_each_once_while_others_come() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    let now = app.state.clock.now();
    // Due on the same day in part, and in part on none.
    let due: Vec<_> = (0..120)
        .map(|n| (n < 70).then(|| (end_of_day_after(now, 10 + n / 40), DueNature::Internal)))
        .collect();
    hand_over(&app, &road.squad, &due, false);
    let first = road.officer.see("/inbox");
    assert_eq!(first.links("/lists/").len(), 20, "the first page shows the first of each group");
    let all = first.links("/inbox?group=new").remove(0);
    let (mut seen, mut pages, mut page) = (Vec::new(), 0, road.officer.see(&all));
    loop {
        pages += 1;
        let links = page.links("/lists/");
        assert!(links.len() <= 50);
        seen.extend(links);
        let Some(next) =
            page.links("/inbox?group=new").into_iter().find(|link| link.contains("after="))
        else {
            break;
        };
        // One more before the place where the reader is, and one behind all.
        app.pass(TimeDelta::seconds(200));
        hand_over(
            &app,
            &road.squad,
            &[Some((end_of_day_after(now, 9), DueNature::Internal)), None],
            false,
        );
        page = road.officer.see(&next);
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((pages, seen.len()), (3, count), "each once");
    assert_eq!(count, 121 + 2, "and all that stood behind the reader's place");
}

#[test]
fn the_badge_counts_what_waits_on_the_reader_and_no_further_than_ninety_nine() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    let badge = |page: &Page| {
        page.html
            .split("class=\"badge\">")
            .nth(1)
            .map(|rest| rest.split('<').next().unwrap().to_owned())
    };
    assert_eq!(badge(&road.officer.see("/lists")).as_deref(), Some("1"));
    assert_eq!(badge(&road.unit.see("/inbox")), None, "what is only to be read is not counted");
    assert!(groups(&road.unit.see("/inbox")).contains(&"information"));
    assert_eq!(badge(&road.akimat.see("/inbox")), None, "what waits on others is not counted");
    assert_eq!(groups(&road.akimat.see("/inbox")), ["others", "done"]);
    hand_over(&app, &road.squad, &vec![None; 98], true);
    assert_eq!(badge(&road.officer.see("/inbox")).as_deref(), Some("99"));
    assert!(road.officer.see("/inbox").says("99 тапсырма"));
    hand_over(&app, &road.squad, &vec![None; 40], true);
    assert_eq!(badge(&road.officer.see("/inbox")).as_deref(), Some("99+"));
    assert!(road.officer.see("/inbox").says("99-дан астам тапсырма"));
    assert_eq!(badge(&app.sign_in("akimat2").see("/inbox")), None);
}

#[test]
fn a_duty_held_twice_shows_what_waits_on_it_once() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    let twice = format!(
        "INSERT INTO duty (id, user_id, body_id, kind, from_at) SELECT {}, user_id, body_id, kind, from_at FROM duty WHERE user_id = \
         (SELECT id FROM users WHERE email = 'tekserushi@demo.invalid')",
        sql_id(Id::<id::Duty>::new())
    );
    assert_eq!(app.tamper(&twice), 1);
    let page = app.sign_in("tekserushi").see("/inbox");
    assert_eq!(page.html.matches(&format!("href=\"{}\"", road.list)).count(), 1);
    assert!(page.says("1 тапсырма"));
}

#[test]
fn an_inbox_is_filtered_by_what_is_asked_by_what_it_is_about_and_by_who_asks() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    hand_over(&app, &road.squad, &[None], false);
    let shows = |officer: &mut Visitor, query: &str| {
        let page = officer.see(&format!("/inbox{query}"));
        (page.asks("Тізімді қабылдау"), page.asks("тексеру"))
    };
    let both = shows(&mut road.officer, "");
    assert_eq!(both, (true, true));
    assert_eq!(shows(&mut road.officer, "?kind=receive_list"), (true, false));
    assert_eq!(shows(&mut road.officer, "?case=squad"), (false, false));
    assert_eq!(shows(&mut road.officer, "?case=list"), (true, true));
    let page = road.officer.see("/inbox");
    let option = page
        .html
        .split("<option ")
        .find(|option| option.contains("«Үлгі» ауданының әкімдігі"))
        .unwrap();
    let akimat = option.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(
        shows(&mut road.officer, &format!("?from_body={akimat}")),
        (true, false),
        "vetting is the subdivision's own"
    );
    let page = road.officer.see(&format!("/inbox?kind=receive_list&from_body={akimat}"));
    assert!(
        page.links("/inbox?kind=receive_list").contains(&"/inbox?kind=receive_list".to_owned()),
        "a chip takes the other one away"
    );
    assert!(
        page.html.contains("Сынақ-2")
            && !app.sign_in("okil").see("/inbox").html.contains("Сынақ-2"),
        "a unit is shown no other"
    );
    road.officer.get("/inbox?kind=nonsense").expect(400);
    road.officer.get("/inbox?group=nonsense").expect(400);
    road.officer.see("/inbox?group=new&after=nonsense");
}

#[test]
fn what_was_done_stays_folded_for_fourteen_days() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let page = road.officer.see("/inbox");
    assert!(groups(&page).ends_with(&["done"]) && page.says("Тізімді қабылдау"));
    assert!(!page.asks("Тізімді қабылдау"), "it asks for nothing any more");
    assert!(road.officer.see("/inbox?group=done").says("Тізімді қабылдау"));
    app.pass(TimeDelta::days(15));
    let page = app.sign_in("tekserushi").see("/inbox");
    assert!(!groups(&page).contains(&"done") && !page.says("орындалды:"));
}

#[test]
fn the_secretary_sees_first_which_squads_nobody_leads_since_when_and_why() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    assert!(
        !road.secretary.see("/inbox").says("басшы әлі тағайындалмаған"),
        "a squad that is only proposed lacks nothing yet"
    );
    let mut road = road.created(None).copied().sent().received();
    app.deliver();
    let page = road.secretary.see("/inbox");
    assert!(page.says("басшы әлі тағайындалмаған") && page.says("22.11.2026 күнінен бастап"));
    assert!(
        page.html.split("<h2>").nth(1).unwrap().starts_with("Басшысы жоқ жасақтар"),
        "above the groups"
    );
    assert!(page.links("/squads/").contains(&format!("{}/decisions/new", road.squad)));
    for visitor in [&mut road.akimat, &mut road.officer, &mut road.unit] {
        assert!(!visitor.see("/inbox").says("басшы әлі тағайындалмаған"), "the secretary's alone");
    }
    assert!(!app.sign_in("akimat2").see("/inbox").says("Ақжайық"), "and another council's not");

    // Appointed, it is led; when the appointment lapses, it is not, and the page says so.
    let page = road.secretary.see(&format!("{}/decisions/new", road.squad));
    let leader = SquadScenario::member_id(&page, PEOPLE[1]);
    let form = page.form(&format!("{}/decisions", road.squad));
    road.secretary
        .decide(
            &form,
            &[
                ("number", "8"),
                ("presided_by", "Мысалов Ә."),
                ("votes_for", "9"),
                ("leader", &leader),
            ],
        )
        .expect(200);
    assert!(
        !road
            .secretary
            .see("/inbox")
            .links("/squads/")
            .contains(&format!("{}/decisions/new", road.squad))
    );
    assert!(
        road.secretary
            .see("/squads?leader=none")
            .links("/squads/")
            .iter()
            .all(|link| *link != road.squad)
    );
    app.pass(TimeDelta::days(2));
    let road = SquadScenario {
        officer: app.sign_in("tekserushi"),
        akimat: app.sign_in("akimat"),
        secretary: app.sign_in("hatshy"),
        ..road
    };
    let mut road = road.answered(&[(2, "to_be_removed")]).removed();
    let page = road.secretary.see("/inbox");
    assert!(page.says("басшының орны босады") && page.says("24.11.2026 күнінен бастап"));
    assert!(road.secretary.see("/squads?leader=none").links("/squads/").contains(&road.squad));
    app.deliver();
}

/// The form that closes what an inbox shows for information.
fn closing(page: &Page) -> Form {
    let handoff = page
        .html
        .split("action=\"/handoffs/")
        .nth(1)
        .unwrap()
        .split('/')
        .next()
        .unwrap()
        .to_owned();
    page.form(&format!("/handoffs/{handoff}/close"))
}

#[test]
fn closing_an_information_is_journaled_once_and_is_its_readers_alone() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    app.deliver();
    let form = closing(&road.unit.see("/inbox"));
    let second = closing(&road.unit.see("/inbox"));
    assert_eq!(form.action, second.action);
    let told = "SELECT count(*) FROM journal WHERE act = 'read_information'";
    let open = "SELECT count(*) FROM handoff WHERE kind = 'squad_created' AND closed_at IS NULL";
    // Foreign handoffs are not there, whatever the form says.
    for user in ["akimat", "hatshy", "tekserushi"] {
        let mut visitor = app.sign_in(user);
        let mut foreign = visitor.see("/account").form("/account/theme");
        foreign.action.clone_from(&form.action);
        visitor.post(&foreign, &[]).expect(404);
    }
    assert_eq!((app.count(told), app.count(open)), (0, 1));

    for _ in 0..2 {
        road.unit.post(&form, &[]).expect(303);
        assert_eq!((app.count(told), app.count(open)), (1, 0), "a form sent twice closes once");
    }
    road.unit.post(&second, &[]).expect(404);
    assert_eq!(app.count(told), 1);
    assert_eq!(app.count("SELECT count(*) FROM handoff WHERE kind = 'squad_created' AND closed_by_act IS NOT NULL"), 1);
    assert_eq!(
        app.count(&format!(
            "{told} AND subject = 'handoff' AND user_id IS NOT NULL AND body_id IS NOT NULL"
        )),
        1
    );
    assert_eq!(app.faults(), []);
    // The reader's own history tells it, and no other body's.
    let path = format!("{}/history", road.squad);
    assert!(road.unit.see(&path).says("Мәліметпен танысылды"));
    for visitor in [&mut road.akimat, &mut road.secretary, &mut road.officer] {
        assert!(!visitor.see(&path).says("Мәліметпен танысылды"));
    }
}

#[test]
fn what_asks_for_an_act_is_not_closed_by_reading_it() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    app.deliver();
    let handoff = app.read(|db| {
        let akimat = storage::offices::user::by_email(db, "akimat@demo.invalid")?.unwrap();
        let holdings = storage::offices::user::holdings(db, akimat.id, app.state.clock.now())?;
        let (filter, now) = (Filter::default(), app.state.clock.now());
        Ok::<_, storage::StorageError>(
            of_group(db, &holdings, Urgency::New, &filter, now)?.remove(0),
        )
    });
    assert_eq!(handoff.nature, Nature::Duty);
    let mut form = road.akimat.see("/account").form("/account/theme");
    form.action = format!("/handoffs/{}/close", handoff.id);
    road.akimat.post(&form, &[]).expect(400);
    assert_eq!(app.count("SELECT count(*) FROM journal WHERE act = 'read_information'"), 0);
    assert_eq!(
        app.count("SELECT count(*) FROM handoff WHERE kind = 'send_list' AND closed_at IS NULL"),
        1
    );
}

#[test]
fn an_old_mail_leads_to_a_page_that_says_who_finished_what_it_asked_for_and_when() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    let list = road.list.clone();
    let done = |page: &Page| {
        let text = page.text();
        text.split_once("Орындалғаны").map(|(_, rest)| rest.to_owned())
    };
    assert_eq!(done(&road.officer.see(&list)), None, "it waits on the officer");
    let mut road = road.received();
    let received = done(&road.officer.see(&list)).expect("the receipt is done");
    let moment = jasaq::domain::time::local(app.state.clock.now());
    let at = moment.format("%d.%m.%Y %H:%M");
    let line = format!("Тізімді қабылдау: Сынақов Бауыржан, {at}");
    assert!(received.contains(&line), "{received}");
    let squad = road.squad.clone();
    let akimats = done(&road.akimat.see(&squad)).expect("the sending is done");
    assert!(akimats.contains("Жасақ мүшелерінің тізімін жіберу: "), "{akimats}");
    assert!(!akimats.contains("қабылдау"), "what waited on others is theirs: {akimats}");
    // The akimat's withdrawals have finished the vetting: the officer is told the body, and not its clerk's name.
    app.pass(TimeDelta::minutes(10));
    for entry in road.entries() {
        let form = road.akimat.see(&entry).form(&format!("{entry}/withdrawal"));
        road.akimat.submit(&form, &[]).expect(200);
    }
    let vetted = done(&road.officer.see(&list)).expect("the vetting is done");
    let line = vetted.split("Тізімдегі адамдарды тексеру: ").nth(1).expect(&vetted);
    let by = line.split_once(", ").unwrap().0;
    assert!(by.ends_with("әкімдігі"), "{vetted}");
    app.deliver();
}

/// All that the council is told of a squad whose appointed leader has left it, by `leave`.
fn told_of_vacancy(leave: impl FnOnce(SquadScenario) -> SquadScenario) -> Vec<String> {
    let app = TestApp::start();
    let road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[6])).copied().sent().received();
    app.deliver();
    let mut road = leave(road);
    let letters = app.deliver();
    let told = letters.iter().filter(|letter| letter.to.contains("hatshy"));
    let mut all: Vec<String> = told
        .map(|letter| format!("{} {} {}", letter.act(), letter.subject, letter.text))
        .map(|text| text.lines().filter(|line| !line.contains("http")).collect())
        .collect();
    for path in ["/inbox".to_owned(), road.squad.clone(), format!("{}/history", road.squad)] {
        all.push(road.secretary.see(&path).text());
    }
    all
}

#[test]
fn a_vacancy_looks_alike_to_the_council_whatever_its_cause() {
    let excluded = told_of_vacancy(|road| road.answered(&[(7, "to_be_removed")]).removed());
    let withdrawn = told_of_vacancy(|mut road| {
        let entry = road.entries().remove(6);
        let form = road.akimat.see(&entry).form(&format!("{entry}/withdrawal"));
        road.akimat.submit(&form, &[]).expect(200);
        road
    });
    assert_eq!(excluded, withdrawn);
    assert_eq!(excluded.len(), 4, "one mail and three pages");
    assert!(excluded[0].starts_with("appoint_leader "), "{}", excluded[0]);
    assert!(excluded[1].contains("басшының орны босады"), "{}", excluded[1]);
}
