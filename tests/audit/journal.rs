//! The journal is what was written, or it says where it is not.

use crate::harness::{TestApp, database::is_postgres, squad_scenario::SquadScenario};
use jasaq::{
    domain::journal::hash,
    storage::{self, journal::ChainFault},
};

/// A program with a journal of some length; gives the chain of the subdivision.
fn written() -> (TestApp, String) {
    let app = TestApp::start();
    drop(SquadScenario::new(&app).proposed().created(None));
    app.deliver();
    let chain = app
        .read(jasaq::storage::journal::chains)
        .into_iter()
        .find(|(chain, _)| chain != "system")
        .unwrap()
        .0;
    assert_eq!(app.faults(), []);
    (app, chain)
}

fn where_chain(chain: &str, number: i64) -> String {
    format!("chain = '{chain}' AND number = {number}")
}

#[test]
fn one_byte_changed_is_named() {
    let (app, chain) = written();
    let place = where_chain(&chain, 5);
    let flipped = if is_postgres() {
        "set_byte(payload, 20, get_byte(payload, 20) # 1)"
    } else {
        "CAST(replace(payload, 'act', 'akt') AS BLOB)"
    };
    assert_eq!(app.tamper(&format!("UPDATE journal SET payload = {flipped} WHERE {place}")), 1);
    assert_eq!(app.faults(), [ChainFault::Changed { chain, number: 5 }]);
}

#[test]
fn a_column_changed_beside_the_payload_is_named() {
    let (app, chain) = written();
    assert_eq!(
        app.tamper(&format!(
            "UPDATE journal SET act = 'reject_squad' WHERE {}",
            where_chain(&chain, 3)
        )),
        1
    );
    assert_eq!(app.faults(), [ChainFault::Changed { chain, number: 3 }]);
}

#[test]
fn every_column_beside_the_payload_is_compared_with_it() {
    let (app, chain) = written();
    let changes = [
        "act_id = case_id",
        "act = 'reject_squad'",
        "at = '2026-01-01 00:00:00'",
        "user_id = NULL",
        "body_id = NULL",
        "subject = 'duty'",
        "subject_id = act_id",
        "case_id = act_id",
    ];
    // From the end to the beginning: the first fault of the chain is named.
    for (number, change) in
        (2..).take(changes.len()).zip(changes).collect::<Vec<_>>().into_iter().rev()
    {
        assert_eq!(
            app.tamper(&format!(
                "UPDATE journal SET {change} WHERE {}",
                where_chain(&chain, number)
            )),
            1
        );
        assert_eq!(
            app.faults(),
            [ChainFault::Changed { chain: chain.clone(), number }],
            "{change}"
        );
    }
}

#[test]
fn an_entry_of_an_unknown_form_is_named_although_its_hash_is_right() {
    let (app, chain) = written();
    // Acts of one entry each.
    let mut akimat = app.sign_in("akimat");
    let list = akimat.see("/lists").links("/lists/").into_iter().find(|link| link.len() == 39);
    let entry = akimat.see(&list.unwrap()).links("/entries/").remove(0);
    for address in ["Үлгі ауылы, 7", "Үлгі ауылы, 8"] {
        let form = akimat.see(&format!("{entry}/edit")).form(&entry);
        akimat.submit(&form, &[("address", address)]).expect(200);
    }
    let chains = [chain.clone()];
    let last = app.read(|db| {
        storage::journal_page::page(
            db,
            &[],
            &chains,
            &storage::journal_page::Wanted::default(),
            None,
            1,
        )
    });
    let (last, before) = (&last[0], &last[1]);
    assert_eq!(last.number, before.number + 1);
    let payload =
        String::from_utf8(last.payload.clone()).unwrap().replace("\"version\":2", "\"version\":9");
    let hash = hash(&chain, &before.hash, last.number, payload.as_bytes());
    let blob = |bytes: &[u8]| {
        if is_postgres() {
            format!("'\\x{}'", hex::encode(bytes))
        } else {
            format!("X'{}'", hex::encode(bytes))
        }
    };
    let (payload, hash) = (blob(payload.as_bytes()), blob(&hash));
    app.tamper(&format!(
        "UPDATE journal SET payload = {payload}, hash = {hash} WHERE {}",
        where_chain(&chain, last.number)
    ));
    app.tamper(&format!("UPDATE journal_head SET hash = {hash} WHERE chain = '{chain}'"));
    assert_eq!(app.faults(), [ChainFault::Unreadable { chain, number: last.number }]);
}

#[test]
fn a_row_deleted_is_named() {
    let (app, chain) = written();
    assert_eq!(app.tamper(&format!("DELETE FROM journal WHERE {}", where_chain(&chain, 4))), 1);
    assert_eq!(app.faults(), [ChainFault::Missing { chain, number: 4 }]);
}

#[test]
fn two_rows_swapped_are_named() {
    let (app, chain) = written();
    for (from, to) in [(6, -1), (7, 6), (-1, 7)] {
        assert_eq!(
            app.tamper(&format!(
                "UPDATE journal SET number = {to} WHERE {}",
                where_chain(&chain, from)
            )),
            1
        );
    }
    assert_eq!(app.faults(), [ChainFault::Changed { chain, number: 6 }]);
}

#[test]
fn a_tail_cut_off_is_named_while_the_head_stands() {
    let (app, chain) = written();
    let last = app.count(&format!("SELECT max(number) FROM journal WHERE chain = '{chain}'"));
    assert_eq!(app.tamper(&format!("DELETE FROM journal WHERE {}", where_chain(&chain, last))), 1);
    assert_eq!(app.faults(), [ChainFault::Missing { chain: chain.clone(), number: last }]);
    app.tamper(&format!("UPDATE journal_head SET number = {} WHERE chain = '{chain}'", last - 1));
    assert_eq!(app.faults(), [ChainFault::Head { chain, number: last - 1 }]);
}

#[test]
fn a_head_taken_away_does_not_hide_its_chain() {
    let (app, chain) = written();
    let last = app.count(&format!("SELECT max(number) FROM journal WHERE chain = '{chain}'"));
    assert_eq!(app.tamper(&format!("DELETE FROM journal_head WHERE chain = '{chain}'")), 1);
    assert_eq!(app.faults(), [ChainFault::Head { chain, number: last }]);
}

#[test]
fn entries_hold_ids_and_codes_and_nothing_of_a_person() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app)
        .proposed()
        .created(Some(crate::harness::squad_scenario::PEOPLE[1]))
        .copied()
        .sent()
        .received();
    drop(road.answered(&[(1, "registered"), (2, "to_be_removed")]).removed());
    app.deliver();
    assert!(app.count("SELECT count(DISTINCT act) FROM journal") > 8);
    for name in crate::harness::squad_scenario::PEOPLE
        .iter()
        .flat_map(|n| n.split(' '))
        .chain(crate::harness::squad_scenario::IINS)
        .chain(["Мысалов Ә."])
    {
        let found = if is_postgres() {
            app.count(&format!(
                "SELECT count(*) FROM journal WHERE position('{name}'::bytea in payload) > 0"
            ))
        } else {
            app.count(&format!(
                "SELECT count(*) FROM journal WHERE instr(CAST(payload AS TEXT), '{name}') > 0"
            ))
        };
        assert_eq!(found, 0, "{name}");
    }
}
