//! The book of a unit, the general record of its subdivision, and the print of both.

use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario},
};

/// A squad of each of two units, with people in both books.
fn two_books(app: &TestApp) -> (SquadScenario, SquadScenario) {
    let outcomes = [(1, "registered"), (2, "registered")];
    let road = |road: SquadScenario| {
        road.proposed().created(None).copied().sent().received().answered(&outcomes)
    };
    let first = road(SquadScenario::new(app));
    (first, road(SquadScenario::of_other_akimat(app)))
}

#[test]
fn a_unit_reads_its_own_book_and_the_subdivision_the_general_record_of_all_its_units() {
    let app = TestApp::start();
    let (mut first, mut second) = two_books(&app);
    for unit in [&mut first.unit, &mut second.unit] {
        let own = unit.see("/book").text();
        assert_eq!(own.matches(PEOPLE[0]).count(), 1, "{own}");
    }
    for name in ["tekserushi", "bastyq"] {
        let general = app.sign_in(name).see("/book").text();
        assert!(general.contains("Жалпы есеп"), "{general}");
        assert_eq!(general.matches(PEOPLE[0]).count(), 2, "{general}");
        assert!(general.contains("Сынақ-1") && general.contains("Сынақ-2"), "{general}");
    }
    for name in ["akimat", "hatshy", "auditor", "akimshi"] {
        app.sign_in(name).get("/book").expect(403);
        app.sign_in(name).get("/book/printed").expect(404);
    }
    app.deliver();
}

#[test]
fn a_print_holds_one_book_in_the_order_of_its_numbers_with_the_head_of_its_chain() {
    let app = TestApp::start();
    let (mut first, mut second) = two_books(&app);
    let page = first.unit.see("/book/printed");
    let (one, two) = (page.text().find("Үлгібаев").unwrap(), page.text().find("Мысалова").unwrap());
    assert!(one < two, "{}", page.text());
    let head: Vec<(i64, Vec<u8>)> = app.read(|db| {
        let chains = jasaq::storage::journal::chains(db)?;
        chains
            .into_iter()
            .filter_map(|(chain, _)| jasaq::storage::journal::head(db, &chain).transpose())
            .collect()
    });
    let shown = |page: &crate::harness::visitor::Page| {
        head.iter().find(|(_, hash)| page.says(&hex::encode(hash))).map(|(number, _)| *number)
    };
    let number = shown(&page).expect("the head is on the print");
    assert!(!page.text().contains(&format!("№ {number} ")), "numbers are the subdivision's");
    let unit = page.path.clone();
    assert_eq!(unit, "/book/printed");
    let link = second.unit.see("/book").links("/book/printed").remove(0);
    first.unit.get(&link).expect(404);
    let general = second.officer.see(&link);
    assert_eq!(shown(&general), Some(number), "units of one subdivision share its chain");
    assert!(general.says(&format!("№ {number}")), "{}", general.text());
    app.deliver();
}
