//! The digest: information together, once a morning, for whoever chose it; never a duty.

use crate::harness::{TestApp, letter::Letter, squad_scenario::SquadScenario, visitor::Visitor};

fn choose(visitor: &mut Visitor, is_chosen: bool) {
    let form = visitor.see("/account").form("/account/digest");
    let page = visitor.submit(&form, &[("digest", if is_chosen { "yes" } else { "" })]).expect(200);
    assert!(page.says("Таңдауыңыз сақталды"));
}

fn to<'a>(letters: &'a [Letter], reader: &str) -> Vec<&'a Letter> {
    letters.iter().filter(|letter| letter.reader() == reader).collect()
}

#[test]
fn information_comes_together_in_the_morning_and_duties_come_at_once() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    choose(&mut road.akimat, true);
    choose(&mut road.unit, true);
    let road = road.proposed().created(None);
    let mut letters = app.deliver();
    let mut road = road.copied().sent().received();
    letters.extend(app.deliver());
    assert_eq!(to(&letters, "okil").len(), 0, "the squad is created: information");
    let told: Vec<&str> = to(&letters, "akimat").iter().map(|letter| letter.act()).collect();
    assert_eq!(told, ["create_squad"], "send the list: a duty; that it was received: information");
    // The history says so.
    let history = road.akimat.see(&format!("{}/history", road.list));
    assert!(history.says("таңертеңгі жинақпен жіберіледі"), "{}", history.text());
    assert_eq!(app.run_scheduled().len(), 0, "it is ten o'clock: this morning is over");
    app.pass_until(1, 8, 59);
    assert_eq!(app.run_scheduled().len(), 0);
    app.pass_until(0, 9, 0);
    let letters = app.run_scheduled();
    assert_eq!(letters.iter().map(Letter::reader).collect::<Vec<_>>(), ["akimat", "okil"]);
    let text = &to(&letters, "akimat")[0].text;
    assert!(
        text.contains("- Т-2026-0001: тізім қабылданды\n")
            && text.contains("- Т-2026-0001: список принят\n"),
        "{text}"
    );
    assert_eq!(to(&letters, "akimat")[0].path(), "/inbox");
    assert!(to(&letters, "okil")[0].subject.starts_with("Жасақ: ақпараттық хаттар жинағы / "));
    crate::road::assert_discreet(&letters[0]);
    assert_eq!(app.run_scheduled().len(), 0, "once");
    let mut akimat = app.sign_in("akimat");
    assert!(akimat.see(&format!("{}/history", road.list)).says("23.11.2026 09:00 жөнелтілді"));
    app.pass_until(1, 9, 0);
    assert_eq!(app.run_scheduled().len(), 0, "nothing new, no mail");
}

#[test]
fn whoever_chooses_single_mails_again_gets_at_once_what_was_laid_aside() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    choose(&mut road.unit, true);
    let mut road = road.proposed().created(None);
    assert_eq!(to(&app.deliver(), "okil").len(), 0);
    choose(&mut road.unit, false);
    let letters = app.deliver();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].subject.contains("ерікті жасақ құрылды"));
}
