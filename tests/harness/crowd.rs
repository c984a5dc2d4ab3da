//! Many fictional people at once, past the forms.

use super::{TestApp, squad_scenario::SquadScenario};
use jasaq::{
    domain::{
        id::{self, Id},
        iin::Iin,
        person::{DocumentKind, Particulars},
        time::Instant,
    },
    storage::{self, StorageError},
};

/// A person of that full name; the serial makes the IIN.
pub fn person(name: &str, serial: u32) -> Particulars {
    let mut parts = name.split(' ').map(str::to_owned);
    Particulars {
        surname: parts.next().unwrap(),
        given_name: parts.next(),
        patronymic: parts.next(),
        iin: iin(serial),
        birth_date: None,
        document_kind: DocumentKind::IdCard,
        document_number: None,
        address: None,
        phone: None,
        email: None,
        language: None,
    }
}

/// An IIN of a fictional person: serials 99xx of a day that the serial gives.
pub fn iin(serial: u32) -> Iin {
    let (day, month, last) = (1 + serial % 28, 1 + serial / 28 % 12, serial / 336 % 100);
    let mut candidates = (0..10)
        .filter_map(|check| Iin::parse(&format!("85{month:02}{day:02}399{last:02}{check}")).ok());
    candidates.next().unwrap_or_else(|| iin(serial + 30_000))
}

/// The id at the end of a path.
fn id_in<T>(path: &str) -> Id<T> {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// Adds people to the draft of a squad, in one transaction; gives their memberships.
pub fn join(
    app: &TestApp,
    road: &SquadScenario,
    names: &[String],
    serial: u32,
) -> Vec<Id<id::Membership>> {
    let (squad, list, now) = (id_in(&road.squad), id_in(&road.list), app.state.clock.now());
    let akimat =
        app.read(|db| storage::offices::body::by_email(db, "ulgi@demo.invalid")).unwrap().id;
    let add = |db: &mut storage::Db| -> Result<Vec<Id<id::Membership>>, StorageError> {
        let mut memberships = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let membership = Id::new();
            let typed = person(name, serial + u32::try_from(index).unwrap());
            storage::squads::membership::insert_all(
                db,
                &app.state.keys,
                squad,
                akimat,
                &[(membership, &typed)],
                now,
            )?;
            storage::lists::entry::insert_all(db, list, &[(Id::new(), membership)])?;
            memberships.push(membership);
        }
        Ok(memberships)
    };
    app.state.store.write(add).unwrap()
}

/// A moment as SQL writes it.
pub fn sql(at: Instant) -> String {
    at.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// An id as SQL writes it.
pub fn sql_id<T>(id: Id<T>) -> String {
    if super::database::is_postgres() { format!("'{id}'::uuid") } else { format!("X'{id}'") }
}
