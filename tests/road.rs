//! A squad travels the whole road on an office's real spreadsheet.

use crate::harness::{
    TestApp,
    letter::Letter,
    squad_scenario::{IINS, PEOPLE, SquadScenario},
};

/// What no mail may hold: names, IINs, documents, telephones, and words of reasons.
pub fn assert_discreet(letter: &Letter) {
    let told = format!("{}\n{}\n{}", letter.subject, letter.text, letter.html);
    for name in PEOPLE.iter().flat_map(|name| name.split(' ')) {
        assert!(!told.contains(name), "{name} in {told}");
    }
    for number in IINS.iter().chain(&["99000101", "7000000001"]) {
        assert!(!told.contains(number), "{number} in {told}");
    }
    for outcome in ["тіркел", "шығар", "зарегистр", "исключ", "registered", "removed"]
    {
        assert!(
            !letter.subject.to_lowercase().contains(outcome),
            "{outcome} in {}",
            letter.subject
        );
    }
    for reason in ["15.1", "15.2", "15.4", "сотт", "судим", "нарколог", "психо", "criminal"]
    {
        assert!(!told.to_lowercase().contains(reason), "{reason} in {told}");
    }
}

/// Kazakh then Russian, both parts, the headers of a machine's mail, one link.
fn assert_well_formed(letter: &Letter) {
    let (kk, ru) =
        letter.text.split_once("\n----------------").expect("a rule between the languages");
    assert!(kk.contains("Бұл хат"), "{kk}");
    assert!(ru.contains("Письмо направлено"), "{ru}");
    assert!(letter.html.contains("lang=\"kk\"") && letter.html.contains("lang=\"ru\""));
    assert!(letter.html.find("lang=\"kk\"") < letter.html.rfind("lang=\"ru\""));
    assert!(
        ["Ж-2026-", "Т-2026-", "Куәліктер: "].iter().any(|of| letter.subject.starts_with(of)),
        "{}",
        letter.subject
    );
    assert!(letter.subject.contains(" / "), "both languages: {}", letter.subject);
    assert_eq!(
        (letter.from.as_str(), letter.reply_to.as_str()),
        ("no-reply@jasaq.test", "office@jasaq.test")
    );
    assert!(
        letter.message_id.ends_with("@jasaq.test>") && letter.references.ends_with("@jasaq.test>")
    );
    for header in [
        "Auto-Submitted: auto-generated",
        "List-Id: Jasaq <handoffs.jasaq.test>",
        "MIME-Version: 1.0",
    ] {
        assert!(letter.raw().contains(header), "{header}");
    }
    let path = letter.path();
    let pages = ["/squads/", "/lists/", "/certificate-registers/"];
    assert!(pages.iter().any(|page| path.starts_with(page)), "{path}");
}

/// Delivers, checks every mail for form and discretion, and gives reader and act of each.
fn delivered(app: &TestApp) -> Vec<(String, String)> {
    let letters = app.deliver();
    for letter in &letters {
        assert_discreet(letter);
        assert_well_formed(letter);
    }
    let mut told: Vec<_> =
        letters.iter().map(|l| (l.reader().to_owned(), l.act().to_owned())).collect();
    told.sort();
    told
}

fn told(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut told: Vec<_> =
        pairs.iter().map(|(reader, act)| ((*reader).to_owned(), (*act).to_owned())).collect();
    told.sort();
    told
}

#[test]
fn a_squad_of_seven_travels_the_whole_road_and_every_handoff_is_announced() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);

    // 1: proposed, with seven people read from the office's file.
    let report = road.upload();
    for (name, iin) in PEOPLE.iter().zip(IINS) {
        assert!(report.says(name) && report.says(iin), "{name} {iin}");
    }
    assert_eq!(
        app.count("SELECT count(*) FROM squad"),
        0,
        "nothing is saved before it is confirmed"
    );
    let mut road = road.proposed();
    assert_eq!(delivered(&app), told(&[("hatshy", "propose_squad")]));
    assert!(road.secretary.see("/inbox").asks("Ақжайық"));

    // 2: created, the leader named in the same decision.
    let mut road = road.created(Some(PEOPLE[0]));
    assert_eq!(delivered(&app), told(&[("akimat", "create_squad"), ("okil", "create_squad")]));
    assert_eq!(app.count("SELECT count(*) FROM leadership WHERE state = 'awaiting_registration' AND ended_at IS NULL"), 1);
    assert!(!road.secretary.see("/inbox").asks("Ақжайық"), "nothing waits on the council any more");
    assert!(road.unit.see(&road.squad).says("Ақжайық"));
    road.officer.get(&road.list).expect(404);

    // 3, 4: a copy for each, then sent.
    let mut road = road.copied().sent();
    assert_eq!(delivered(&app), told(&[("tekserushi", "send_list"), ("tekserushi2", "send_list")]));
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'listed'"), 7);
    assert!(road.officer.see("/inbox").asks("Ақжайық"));

    // 5: received.
    let road = road.received();
    assert_eq!(
        delivered(&app),
        told(&[
            ("akimat", "receive_list"),
            ("tekserushi", "receive_list"),
            ("tekserushi2", "receive_list")
        ]),
        "a receipt to the sender, and to each vetting officer that it is to be vetted"
    );
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'being_vetted'"), 7);

    // 8: six registered, one to be removed.
    let outcomes: Vec<(usize, &str)> =
        (1..=7).map(|n| (n, if n == 5 { "to_be_removed" } else { "registered" })).collect();
    let mut road = road.answered(&outcomes);
    assert_eq!(
        delivered(&app),
        told(&[
            ("akimat", "return_outcomes"),
            ("bastyq", "return_outcomes"),
            ("okil", "leader_takes_office"),
            ("okil", "return_outcomes")
        ])
    );
    assert_eq!(app.count("SELECT count(*) FROM member_list WHERE state = 'answered'"), 1);
    assert_eq!(
        app.count("SELECT max(number) FROM book_entry"),
        6,
        "numbered without a gap in the unit's book"
    );
    // 12: follows by itself.
    assert_eq!(app.count("SELECT count(*) FROM leadership WHERE state = 'in_office' AND in_office_at IS NOT NULL AND ended_at IS NULL"), 1);

    // 9: removed; the list is closed.
    assert!(road.akimat.see("/inbox").asks("Ақжайық"));
    let mut road = road.removed();
    assert_eq!(
        delivered(&app),
        told(&[("tekserushi", "remove_people"), ("tekserushi2", "remove_people")])
    );
    assert_eq!(app.count("SELECT count(*) FROM member_list WHERE state = 'closed'"), 1);
    assert_eq!(
        app.count("SELECT count(*) FROM membership WHERE state = 'removed'"),
        1,
        "the removed person stays in history"
    );
    assert_eq!(
        app.count("SELECT count(*) FROM handoff WHERE closed_at IS NULL AND nature = 'duty'"),
        2,
        "nobody waits any more but the leader, for an invitation, and six people, for their certificates"
    );

    // Everybody sees what is theirs.
    let book = road.unit.see("/book");
    assert!(book.says(PEOPLE[0]) && !book.says(PEOPLE[4]), "only the registered stand in the book");
    let history = road.akimat.see(&format!("{}/history", road.squad));
    assert!(
        history.text().matches("26.05.2023 № 405").count() >= 7,
        "each act with its clause and edition"
    );
    assert_eq!(app.faults(), []);
    assert_eq!(app.count("SELECT count(DISTINCT act) FROM journal WHERE chain <> 'system'"), 8);
    // What was sent stands as it was sent, sealed.
    let list: jasaq::domain::id::Id<jasaq::domain::id::MemberList> =
        road.list.rsplit('/').next().unwrap().parse().unwrap();
    let dispatch = app.read(|db| jasaq::storage::lists::dispatch::of_list(db, list)).remove(0).id;
    let snapshot =
        app.read(|db| jasaq::storage::lists::dispatch::snapshot(db, &app.state.keys, dispatch));
    assert_eq!(snapshot.iter().map(|sent| sent.iin.as_str()).collect::<Vec<_>>(), IINS);
    assert!(
        snapshot.iter().all(|sent| sent.copies_sha256.first().is_some_and(|hash| hash.len() == 64))
    );
}

#[test]
fn a_leader_whom_vetting_excludes_leaves_the_post_to_the_council() {
    let app = TestApp::start();
    let mut road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[1])).copied().sent().received();
    road = road.answered(&[(2, "to_be_removed")]);
    assert_eq!(
        app.count("SELECT count(*) FROM leadership WHERE state = 'awaiting_registration'"),
        1,
        "the outcome may still be taken back"
    );
    app.deliver();
    let road = road.removed();
    assert_eq!(app.count("SELECT count(*) FROM leadership WHERE state = 'lapsed'"), 1);
    let told = delivered(&app);
    assert!(told.contains(&("hatshy".into(), "appoint_leader".into())), "{told:?}");
    let mut road = road;
    assert!(road.secretary.see("/inbox").asks("Ақжайық"));
    let page = road.secretary.see(&format!("{}/decisions/new", road.squad));
    let leader = SquadScenario::member_id(&page, PEOPLE[2]);
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
    assert_eq!(
        app.count("SELECT count(*) FROM leadership WHERE state = 'awaiting_registration'"),
        1
    );
    assert!(!road.secretary.see("/inbox").asks("Ақжайық"));
    let road = road.answered(&[
        (1, "registered"),
        (3, "registered"),
        (4, "registered"),
        (5, "registered"),
        (6, "registered"),
        (7, "registered"),
    ]);
    assert_eq!(app.count("SELECT count(*) FROM leadership WHERE state = 'in_office'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM member_list WHERE state = 'closed'"), 1);
    drop(road);
    app.deliver();
}

#[test]
fn a_returned_entry_is_corrected_and_sent_again_while_the_rest_is_vetted() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entry = road.entries()[2].clone();
    road.give_back(&[(&entry, "unreadable_copy")]);
    let letters = app.deliver();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].text.contains('3'), "which row: {}", letters[0].text);
    assert_discreet(&letters[0]);

    // The rest goes on being vetted.
    let mut road = road.answered(&[(1, "registered")]);
    // The akimat attaches a better copy and sends it again under a number of its own.
    road.attach(&entry);
    road.send("3-14/1201").expect(200);
    assert_eq!(app.count("SELECT count(*) FROM dispatch"), 2);
    assert_eq!(
        app.count("SELECT count(*) FROM membership WHERE state = 'listed'"),
        1,
        "only what was corrected travels"
    );
    let mut road = road.answered(&[(2, "registered")]).received();
    let page = road.answer(&[
        (3, "registered"),
        (4, "registered"),
        (5, "registered"),
        (6, "registered"),
        (7, "registered"),
    ]);
    page.expect(200);
    assert_eq!(app.count("SELECT count(*) FROM member_list WHERE state = 'closed'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM handoff WHERE closed_at IS NULL AND nature = 'duty' AND kind NOT IN ('appoint_leader', 'sign_certificates')"), 0);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn an_outcome_can_be_taken_back_until_the_akimat_has_acted() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(4, "to_be_removed")]);
    let entry = road.entries()[3].clone();
    let page = road.officer.see(&entry);
    let taken_back = page.form(&format!("{entry}/outcome/taken-back"));
    road.officer.submit(&taken_back, &[]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'being_vetted'"), 7);
    assert_eq!(
        app.count(
            "SELECT count(*) FROM handoff WHERE kind = 'remove_people' AND closed_at IS NULL"
        ),
        0
    );

    let mut road = road.answered(&[(4, "to_be_removed")]);
    let late = road.officer.see(&entry).form(&format!("{entry}/outcome/taken-back"));
    let mut road = road.removed();
    let answer = road.officer.submit(&late, &[]).expect(409);
    assert!(answer.says("Адамдар жасақтан шығарылды"), "the page says what happened");
    assert!(answer.says("Әкімдіктің жауапты қызметкері"), "and under which duty");
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'removed'"), 1);
    app.deliver();
}

#[test]
fn a_candidate_is_withdrawn_at_any_stage_without_a_reason() {
    let app = TestApp::start();
    let mut road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[6])).copied().sent().received();
    let entry = road.entries()[6].clone();
    let form = road.akimat.see(&entry).form(&format!("{entry}/withdrawal"));
    assert!(!form.fields.iter().any(|(name, _)| name.contains("reason")));
    road.akimat.submit(&form, &[]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'withdrawn'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM leadership WHERE state = 'lapsed'"), 1);
    let all: Vec<_> = (1..=6).map(|n| (n, "registered")).collect();
    let road = road.answered(&all);
    assert_eq!(app.count("SELECT count(*) FROM member_list WHERE state = 'closed'"), 1);
    drop(road);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_rejected_squad_frees_its_candidates() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let form = road
        .secretary
        .see(&format!("{}/decisions/new", road.squad))
        .form(&format!("{}/decisions", road.squad));
    let fields = [
        ("kind", "reject"),
        ("number", "9"),
        ("presided_by", "Мысалов Ә."),
        ("votes_for", "0"),
        ("votes_against", "9"),
    ];
    road.secretary.decide(&form, &fields).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM squad WHERE state = 'rejected'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'withdrawn'"), 7);
    let told = delivered(&app);
    assert!(told.contains(&("akimat".into(), "reject_squad".into())), "{told:?}");
    let handoff = road.akimat.see("/inbox");
    let close = handoff
        .html
        .split("action=\"")
        .find(|a| a.starts_with("/handoffs/"))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    road.akimat.submit(&handoff.form(&close), &[]).expect(200);
    assert!(!road.akimat.see("/inbox").has_form(&close), "information is closed by its reader");
}

#[test]
fn a_corrected_entry_that_is_withdrawn_on_its_way_holds_nobody_up() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let entries = road.entries();
    let give_back = |road: &mut SquadScenario, entry: &str| {
        road.give_back(&[(entry, "unreadable_copy")]);
        road.attach(entry);
        road.send("3-14/1201").expect(200);
    };
    give_back(&mut road, &entries[0]);
    let form = road.akimat.see(&entries[0]).form(&format!("{}/withdrawal", entries[0]));
    road.akimat.submit(&form, &[]).expect(200);
    assert_eq!(
        app.count("SELECT count(*) FROM handoff WHERE kind = 'receive_list' AND closed_at IS NULL"),
        0,
        "nothing is on its way"
    );
    // The next one that is returned is received as usual, although a sending before it never was.
    give_back(&mut road, &entries[1]);
    let mut road = road.received();
    let rest: Vec<_> = (2..=7).map(|n| (n, "registered")).collect();
    road.answer(&rest).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM member_list WHERE state = 'closed'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM handoff WHERE closed_at IS NULL AND nature = 'duty' AND kind NOT IN ('appoint_leader', 'sign_certificates')"), 0);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn when_all_is_returned_nothing_waits_on_the_subdivision_until_it_comes_back_with_a_day_of_its_own()
{
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entries = road.entries();
    road.give_back(
        &entries.iter().map(|entry| (entry.as_str(), "number_differs")).collect::<Vec<_>>(),
    );
    assert!(!road.officer.see("/inbox").asks("Ақжайық"));
    app.pass(chrono::TimeDelta::days(10));
    let mut road =
        SquadScenario { akimat: app.sign_in("akimat"), officer: app.sign_in("tekserushi"), ..road };
    for entry in &entries {
        road.attach(entry);
    }
    road.send("3-14/1201").expect(200);
    let mut road = road.received();
    let mails = app.deliver();
    let told = mails
        .iter()
        .find(|m| m.reader() == "tekserushi" && m.text.contains("17.12.2026"))
        .is_some();
    assert!(told, "the mail names the day …");
    assert!(road.officer.see("/inbox").asks("17.12.2026"), "… that the inbox names");
}
