//! Reports of breaches go to the structural unit at once and to nobody of the akimat (clauses 9, 12).

use crate::{
    harness::{
        TestApp,
        visitor::{Page, Visitor},
    },
    plans::ready,
};

const BREACH: [(&str, &str); 3] =
    [("regime", "waters"), ("place", "Өзен арнасы"), ("seen", "Белгісіз қайық")];

pub fn report(visitor: &mut Visitor, otherwise: &[(&str, &str)]) -> Page {
    let form = visitor.see("/reports/new").form("/reports");
    let fields: Vec<_> = BREACH
        .into_iter()
        .filter(|(name, _)| !otherwise.iter().any(|(other, _)| other == name))
        .chain(otherwise.iter().copied())
        .collect();
    let mut form = form;
    form.fields.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
    visitor.post(&form, &fields)
}

#[test]
fn a_leader_reports_the_unit_reads_and_the_akimats_side_learns_nothing() {
    let app = TestApp::start();
    let (mut road, mut leader) = ready(&app);
    let report_at = report(&mut leader, &[]).expect(303).location.unwrap();
    let letters = app.deliver();
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert_eq!((letter.to.as_str(), letter.path()), ("okil@demo.invalid", report_at.clone()));
    for hidden in ["қайық", "арнасы", "сулар"] {
        assert!(!letter.text.contains(hidden), "{hidden}: {}", letter.text);
    }
    let page = road.unit.see(&report_at);
    assert!(page.says("Белгісіз қайық") && page.says("Өзен арнасы"), "{}", page.text());
    assert!(road.unit.see("/inbox").says("Бұзушылық туралы хабарды оқу"));
    let form = page.form(&format!("{report_at}/acknowledgement"));
    road.unit.submit(&form, &[]).expect(200);
    assert!(leader.see(&report_at).says("Бөлімше оқыды"));
    assert_eq!(
        app.count(
            "SELECT count(*) FROM handoff WHERE kind = 'acknowledge_report' AND closed_at IS NULL"
        ),
        0
    );
    for name in ["akimat", "hatshy", "tekserushi", "bastyq", "okil2", "auditor", "akimshi"] {
        let mut stranger = app.sign_in(name);
        assert!([403, 404].contains(&stranger.get(&report_at).status), "{name}");
        for path in ["/inbox", road.squad.as_str(), &format!("{}/history", road.squad)] {
            assert!(!stranger.get(path).says("Х-2026"), "{name} {path}");
        }
    }
    assert_eq!(app.faults(), []);
}

#[test]
fn sent_three_times_over_a_bad_line_it_is_one_report() {
    let app = TestApp::start();
    let (_, mut leader) = ready(&app);
    let form = leader.see("/reports/new").form("/reports");
    let places: Vec<_> = (0..3)
        .map(|_| leader.post(&form, &BREACH).expect(303).location.unwrap())
        .map(|place| place.split('?').next().unwrap().to_owned())
        .collect();
    assert!(places.iter().all(|place| *place == places[0]), "{places:?}");
    // The answer was lost, and the browser has fetched the form again.
    let again = leader.see("/reports/new").form("/reports");
    let place = leader.post(&again, &BREACH).expect(303).location.unwrap();
    assert_eq!(place, places[0]);
    assert_eq!(app.count("SELECT count(*) FROM report"), 1);
    assert_eq!(app.deliver().len(), 1);
}

#[test]
fn what_is_wrong_with_a_report_stands_at_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let (mut road, mut leader) = ready(&app);
    for (field, value, says) in [
        ("regime", "", "Не бұзылғанын таңдаңыз"),
        ("regime", "covert", "Не бұзылғанын таңдаңыз"),
        ("place", " ", "Орнын көрсетіңіз"),
        ("seen", "", "Не байқалғанын жазыңыз"),
        ("seen_at", "25:00", "Күні мен уақытын"),
        ("seen_on", "2026-12-31", "әлі келген жоқ"),
    ] {
        let page = report(&mut leader, &[(field, value)]).expect(422);
        assert!(page.says(says), "{field}: {}", page.text());
        for (name, typed) in BREACH.iter().filter(|(name, _)| *name != field && *name != "regime") {
            assert!(page.html.contains(typed), "{name} stays when {field} is wrong");
        }
    }
    // The unit reports of a squad that it leads, and of no other.
    let squad = road.squad.rsplit('/').next().unwrap().to_owned();
    report(&mut road.unit, &[("squad", &squad)]).expect(303);
    let mut other = app.sign_in("okil2");
    other.get("/reports/new").expect(404);
    let mut forged = other.see("/account").form("/account/theme");
    forged.action = "/reports".to_owned();
    let fields = [("squad", squad.as_str()), BREACH[0], BREACH[1], BREACH[2]];
    other.post(&forged, &fields).expect(404);
    assert_eq!(app.count("SELECT count(*) FROM report"), 1);
    app.deliver();
}
