//! A database of so many memberships, written in large statements: squads of 25, each with its list.

use super::leader;
use diesel::{
    Connection, PgConnection, RunQueryDsl, SqliteConnection, connection::SimpleConnection,
    sql_query,
};
use jasaq::{
    clock::Clock,
    config::{Environment, Settings},
    domain::{
        id::{self, Id},
        iin::Iin,
        kazakh,
    },
    state,
    storage::{
        self,
        db::sealing::{Keys, SealContext},
    },
};
use std::{fmt::Write, path::Path};
use tempfile::TempDir;

/// People of one squad, and of its list.
const SQUAD: usize = 25;
/// Members that one akimat has, and one territorial subdivision vets.
const AKIMAT: usize = 5_000;
const TERRITORY: usize = 100_000;
/// Rows of one statement.
const ROWS: usize = 500;
const MOMENT: &str = "2026-11-20 05:00:00.000000";

/// A filled database and one list of it to look at.
pub struct Scene {
    url: String,
    folder: TempDir,
    pub list: Id<id::MemberList>,
    pub entry: Id<id::ListEntry>,
    /// Leaders in office of the demo's first unit, each with the squad.
    pub leaders: Vec<(Id<id::Squad>, Id<id::Membership>)>,
    /// The login of one more leader, who has a duty tomorrow.
    pub leader: String,
}

enum Writer {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Writer {
    fn run(&mut self, sql: &str) {
        match self {
            Self::Sqlite(connection) => connection.batch_execute(sql).unwrap(),
            Self::Postgres(connection) => connection.batch_execute(sql).unwrap(),
        }
    }

    fn id<T>(&self, id: Id<T>) -> String {
        match self {
            Self::Sqlite(_) => format!("x'{id}'"),
            Self::Postgres(_) => format!("'{id}'"),
        }
    }

    fn bytes(&self, bytes: &[u8]) -> String {
        match self {
            Self::Sqlite(_) => format!("x'{}'", hex::encode(bytes)),
            Self::Postgres(_) => format!("'\\x{}'", hex::encode(bytes)),
        }
    }
}

/// Rows of one table on their way.
struct Rows {
    head: &'static str,
    values: String,
    count: usize,
}

impl Rows {
    const fn of(head: &'static str) -> Self {
        Self { head, values: String::new(), count: 0 }
    }

    fn add(&mut self, writer: &mut Writer, row: &str) {
        if self.count > 0 {
            self.values.push(',');
        }
        write!(self.values, "({row})").unwrap();
        self.count += 1;
        if self.count == ROWS {
            self.end(writer);
        }
    }

    fn end(&mut self, writer: &mut Writer) {
        if self.count > 0 {
            writer.run(&format!("INSERT INTO {} VALUES {}", self.head, self.values));
            self.values.clear();
            self.count = 0;
        }
    }
}

impl Scene {
    /// Makes a database with that many memberships, on the given PostgreSQL server or in a file.
    pub fn fill(size: usize, server: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = server.map_or_else(
            || format!("sqlite://{}", folder.path().join("jasaq.sqlite").display()),
            |server| new_database(server, size),
        );
        let app = state::build(settings(&url, folder.path()), Clock::System).unwrap();
        app.store.write(|db| jasaq::cli::demo::fill(db, &app)).unwrap();
        let find = |name: &str| {
            app.store
                .read(|db| storage::offices::body::by_email(db, &format!("{name}@demo.invalid")))
                .unwrap()
                .unwrap()
                .id
        };
        let own = Bodies {
            akimat: find("ulgi"),
            council: find("ulgi-kenes"),
            territory: find("synaq"),
            unit: find("synaq-1"),
        };
        let user = app
            .store
            .read(|db| storage::offices::user::by_email(db, "akimat@demo.invalid"))
            .unwrap()
            .unwrap()
            .id;
        let mut writer = match url.strip_prefix("sqlite://") {
            Some(path) => Writer::Sqlite(SqliteConnection::establish(path).unwrap()),
            None => Writer::Postgres(PgConnection::establish(&url).unwrap()),
        };
        writer.run("BEGIN");
        let bodies = bodies(&mut writer, size, own);
        let (list, entry, mut leaders) = squads(&mut writer, &app.keys, size, &bodies, user);
        writer.run("COMMIT");
        writer.run("ANALYZE");
        let leader = leader::lead(&app, leaders.pop().unwrap());
        Self { url, folder, list, entry, leaders, leader }
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database's name.
    pub fn database(&self) -> &'static str {
        if self.url.starts_with("sqlite") { "SQLite" } else { "PostgreSQL" }
    }
}

fn new_database(server: &str, size: usize) -> String {
    let name = format!("jasaq_bench_{size}");
    sql_query(format!("CREATE DATABASE {name}"))
        .execute(&mut PgConnection::establish(server).unwrap())
        .unwrap();
    server.replacen("/postgres", &format!("/{name}"), 1)
}

fn settings(url: &str, folder: &Path) -> Settings {
    Settings {
        environment: Environment::Development,
        bind: "127.0.0.1:0".parse().unwrap(),
        public_url: "http://127.0.0.1".into(),
        database_url: url.to_owned(),
        mail_url: format!("file://{}", folder.join("mail").display()),
        data_dir: folder.to_owned(),
        key_file: folder.join("keys.toml"),
        mail_from: "Jasaq <no-reply@localhost>".into(),
        mail_reply_to: "no-reply@localhost".into(),
        message_id_domain: "localhost".into(),
        smtp_ca_file: None,
        mail_greeting: None,
        mail_sessions: 2,
        mail_rate: 0,
        copies_kept_days: 30,
        place_in_mail: false,
        rest_hours: 12,
        certificate_series_volunteer: "Е".into(),
        certificate_series_freelance: "Ш".into(),
        certificate_width: 6,
        certificate_qr: true,
        complaints_kk: String::new(),
        complaints_ru: String::new(),
        check_asks: false,
        deliver: false,
        workers: 0,
        trusted_proxies: String::new(),
        first_days: std::collections::BTreeMap::new(),
    }
}

#[derive(Clone, Copy)]
struct Bodies {
    akimat: Id<id::Body>,
    council: Id<id::Body>,
    territory: Id<id::Body>,
    unit: Id<id::Body>,
}

/// As many bodies as it takes; the first of them are the demo's.
fn bodies(writer: &mut Writer, size: usize, own: Bodies) -> Vec<Bodies> {
    let mut rows = Rows::of(
        "body (id, kind, parent_id, name_kk, name_ru, name_en, email, vetting_days, valid_from, version)",
    );
    let mut add = |writer: &mut Writer,
                   id: Id<id::Body>,
                   kind: &str,
                   parent: Option<Id<id::Body>>| {
        let parent = parent.map_or_else(|| "NULL".to_owned(), |id| writer.id(id));
        let id = writer.id(id);
        rows.add(writer, &format!("{id}, '{kind}', {parent}, 'Үлгі', 'Образец', 'Sample', 'b@demo.invalid', 15, '{MOMENT}', 1"));
    };
    let (mut found, mut territory, mut unit) = (Vec::new(), own.territory, own.unit);
    for n in 0..size.div_ceil(AKIMAT) {
        if n == 0 {
            found.push(own);
            continue;
        }
        if n % (TERRITORY / AKIMAT) == 0 {
            territory = Id::new();
            add(writer, territory, "territorial_subdivision", None);
        }
        if n % 2 == 0 {
            unit = Id::new();
            add(writer, unit, "structural_unit", Some(territory));
        }
        let (akimat, council) = (Id::new(), Id::new());
        add(writer, akimat, "akimat", None);
        add(writer, council, "council", Some(akimat));
        found.push(Bodies { akimat, council, territory, unit });
    }
    rows.end(writer);
    found
}

/// Squads with their lists: of twenty lists one is a draft, one is on its way, two are being vetted, the rest is closed.
fn squads(
    writer: &mut Writer,
    keys: &Keys,
    size: usize,
    bodies: &[Bodies],
    user: Id<id::User>,
) -> (Id<id::MemberList>, Id<id::ListEntry>, Vec<(Id<id::Squad>, Id<id::Membership>)>) {
    let mut squad = Rows::of(
        "squad (id, reference, akimat_id, council_id, territory_id, unit_id, name_kk, name_ru, area, state, sort_key, created_at, version)",
    );
    let mut attachment = Rows::of("attachment (id, squad_id, unit_id, from_at)");
    let mut list = Rows::of(
        "member_list (id, reference, squad_id, akimat_id, territory_id, state, created_at, version)",
    );
    let mut dispatch = Rows::of(
        "dispatch (id, list_id, serial, outgoing_number, outgoing_date, sent_by, sent_at, stated_on, territory_id, entries, snapshot_sealed, \
         snapshot_sha256, incoming_number, incoming_date, received_by, received_at)",
    );
    let mut handoff = Rows::of(
        "handoff (id, kind, nature, case_kind, case_id, anchor_kind, anchor_id, squad_id, title_kk, title_ru, title_en, reference, from_body, to_body, duty, opened_by_act, opened_at, due_at, due_nature)",
    );
    let mut members = Members::new();
    let (mut seen, mut led) = (None, Vec::new());
    for n in 0..size / SQUAD {
        let own = bodies[n * SQUAD / AKIMAT];
        let (squad_id, list_id, dispatch_id) = (Id::new(), Id::new(), Id::new());
        let name = format!("Жасақ {n}");
        let (s, l, d) = (writer.id(squad_id), writer.id(list_id), writer.id(dispatch_id));
        let (akimat, council, unit, territory) = (
            writer.id(own.akimat),
            writer.id(own.council),
            writer.id(own.unit),
            writer.id(own.territory),
        );
        let key = writer.bytes(&kazakh::sort_key(&name));
        squad.add(
            writer,
            &format!("{s}, 'Ж-2025-{n:06}', {akimat}, {council}, {territory}, {unit}, '{name}', '{name}', 'Ауыл', 'created', {key}, '{MOMENT}', 2"),
        );
        let attached = writer.id(Id::<id::Attachment>::new());
        attachment.add(writer, &format!("{attached}, {s}, {unit}, '{MOMENT}'"));
        let (state, entry, member) = match n % 20 {
            0 | 7 => ("received", "open", "being_vetted"),
            11 => ("sent", "open", "listed"),
            15 => ("draft", "open", "proposed"),
            _ => ("closed", "answered", "registered"),
        };
        let sent_to = if state == "draft" { "NULL" } else { &territory };
        list.add(
            writer,
            &format!("{l}, 'Т-2025-{n:06}', {s}, {akimat}, {sent_to}, '{state}', '{MOMENT}', 3"),
        );
        let user = writer.id(user);
        if state != "draft" {
            let received = if state == "sent" {
                "NULL, NULL, NULL, NULL".to_owned()
            } else {
                format!("'{n}', '2026-11-20', {user}, '{MOMENT}'")
            };
            let nothing = writer.bytes(b"");
            dispatch.add(
                writer,
                &format!("{d}, {l}, 1, '{n}', '2026-11-20', {user}, '{MOMENT}', '2026-11-20', {territory}, {SQUAD}, {nothing}, {nothing}, {received}"),
            );
        }
        let (handoff_id, act) =
            (writer.id(Id::<id::Handoff>::new()), writer.id(Id::<id::ActRun>::new()));
        let day = 1 + n % 28;
        let about = format!("'squad', {s}, {s}, '{name}', '{name}', '{name}', 'Ж-2025-{n:06}'");
        match state {
            "received" => handoff.add(
                writer,
                &format!("{handoff_id}, 'vet_list', 'duty', 'list', {l}, {about}, {akimat}, {territory}, 'vetting_officer', {act}, '{MOMENT}', '2026-12-{day:02} 18:59:59.000000', 'internal'"),
            ),
            "sent" => handoff.add(
                writer,
                &format!("{handoff_id}, 'receive_list', 'duty', 'list', {l}, {about}, {akimat}, {territory}, 'vetting_officer', {act}, '{MOMENT}', NULL, NULL"),
            ),
            "draft" => handoff.add(
                writer,
                &format!("{handoff_id}, 'send_list', 'duty', 'squad', {s}, {about}, {council}, {akimat}, 'akimat_officer', {act}, '{MOMENT}', NULL, NULL"),
            ),
            _ => {}
        }
        // What members refer to must be there before them.
        for rows in [&mut squad, &mut attachment, &mut list, &mut dispatch, &mut handoff] {
            rows.end(writer);
        }
        let (first, leader) = members.add(
            writer,
            keys,
            n,
            &own,
            (squad_id, list_id, dispatch_id),
            [entry, member, &user],
        );
        if n == 0 {
            seen = Some((list_id, first));
        }
        if member == "registered" {
            led.push((own, squad_id, leader));
        }
    }
    members.end(writer);
    appoint(writer, &led, user);
    let (list, entry) = seen.unwrap();
    let own = led.iter().filter(|(own, ..)| own.unit == bodies[0].unit);
    (list, entry, own.map(|(_, squad, leader)| (*squad, *leader)).collect())
}

/// Puts leaders into office, each by a decision of the council.
fn appoint(
    writer: &mut Writer,
    led: &[(Bodies, Id<id::Squad>, Id<id::Membership>)],
    user: Id<id::User>,
) {
    let mut decision = Rows::of(
        "decision (id, council_id, year, number, decided_on, presided_by, edition, recorded_by, recorded_at)",
    );
    let mut item = Rows::of(
        "decision_item (id, decision_id, position, squad_id, kind, leader_id, votes_for, votes_against, votes_abstained)",
    );
    let mut leadership = Rows::of(
        "leadership (id, squad_id, membership_id, decision_item_id, state, appointed_at, in_office_at, version)",
    );
    let user = writer.id(user);
    for (n, (own, squad, leader)) in led.iter().enumerate() {
        let [paper, on, term] = [(); 3].map(|()| writer.id(Id::<id::Any>::new()));
        let council = writer.id(own.council);
        let (squad, leader) = (writer.id(*squad), writer.id(*leader));
        decision.add(
            writer,
            &format!("{paper}, {council}, 2025, '{n}', '2025-11-20', 'Мысалов Ә.', '26.05.2023 No. 405', {user}, '{MOMENT}'"),
        );
        item.add(writer, &format!("{on}, {paper}, 1, {squad}, 'create', {leader}, 9, 0, 0"));
        leadership.add(
            writer,
            &format!("{term}, {squad}, {leader}, {on}, 'in_office', '{MOMENT}', '{MOMENT}', 2"),
        );
    }
    for rows in [&mut decision, &mut item, &mut leadership] {
        rows.end(writer);
    }
}

struct Members {
    person: Rows,
    membership: Rows,
    particulars: Rows,
    entry: Rows,
    copy: Rows,
}

impl Members {
    const fn new() -> Self {
        Self {
            person: Rows::of("person (id, iin_hmac, created_at)"),
            membership: Rows::of(
                "membership (id, person_id, squad_id, state, created_at, version)",
            ),
            particulars: Rows::of(
                "particulars (membership_id, typed_by, surname, given_name, patronymic, iin_sealed, birth_date, document_kind, phone, sort_key)",
            ),
            entry: Rows::of(
                "list_entry (id, list_id, membership_id, position, state, sent_in, version)",
            ),
            copy: Rows::of(
                "copy (id, entry_id, position, media_type, size, sha256, content_sealed, caller_kind, caller_id, attached_at)",
            ),
        }
    }

    /// The members of one squad; gives the entry and the membership of the first.
    #[expect(
        clippy::many_single_char_names,
        reason = "ids as they stand in a statement: person, membership, entry, copy, squad, list, dispatch"
    )]
    fn add(
        &mut self,
        writer: &mut Writer,
        keys: &Keys,
        squad: usize,
        own: &Bodies,
        ids: (Id<id::Squad>, Id<id::MemberList>, Id<id::Dispatch>),
        words: [&str; 3],
    ) -> (Id<id::ListEntry>, Id<id::Membership>) {
        let (squad_id, list_id, dispatch_id) = ids;
        let [entry_state, state, user] = words;
        let (s, l, d) = (
            writer.id(squad_id),
            writer.id(list_id),
            if state == "proposed" { "NULL".into() } else { writer.id(dispatch_id) },
        );
        let mut first = None;
        for position in 1..=SQUAD {
            let n = squad * SQUAD + position;
            let (person_id, copy_id) = (Id::<id::Person>::new(), Id::<id::CopyPage>::new());
            let (membership_id, entry_id) =
                (Id::<id::Membership>::new(), Id::<id::ListEntry>::new());
            let iin = iin(n);
            let (surname, given) = (format!("Үлгібаев{}", n % 997), format!("Мысал{}", n % 89));
            let name = format!("{surname} {given} Жобаұлы");
            let sealed =
                keys.seal(SealContext::MemberIin, membership_id, iin.expose().as_bytes()).unwrap();
            let (p, m, e, c) = (
                writer.id(person_id),
                writer.id(membership_id),
                writer.id(entry_id),
                writer.id(copy_id),
            );
            let hmac = writer.bytes(&keys.index(&iin));
            self.person.add(writer, &format!("{p}, {hmac}, '{MOMENT}'"));
            self.membership.add(writer, &format!("{m}, {p}, {s}, '{state}', '{MOMENT}', 3"));
            let (akimat, sealed, key) = (
                writer.id(own.akimat),
                writer.bytes(&sealed),
                writer.bytes(&kazakh::sort_key(&name)),
            );
            self.particulars.add(
                writer,
                &format!("{m}, {akimat}, '{surname}', '{given}', 'Жобаұлы', {sealed}, '1990-01-01', 'id_card', '+77010000000', {key}"),
            );
            self.entry.add(writer, &format!("{e}, {l}, {m}, {position}, '{entry_state}', {d}, 3"));
            let nothing = writer.bytes(b"");
            self.copy.add(
                writer,
                &format!(
                    "{c}, {e}, 1, 'image/jpeg', 0, {nothing}, {nothing}, 'user', {user}, '{MOMENT}'"
                ),
            );
            first.get_or_insert((entry_id, membership_id));
            if n.is_multiple_of(ROWS) {
                self.end(writer);
            }
        }
        first.unwrap()
    }

    fn end(&mut self, writer: &mut Writer) {
        for rows in [
            &mut self.person,
            &mut self.membership,
            &mut self.particulars,
            &mut self.entry,
            &mut self.copy,
        ] {
            rows.end(writer);
        }
    }
}

/// The n-th valid IIN: a day of birth, century and sex, a serial.
fn iin(n: usize) -> Iin {
    let (day, rest) = (n % 28 + 1, n / 28);
    let (month, rest) = (rest % 12 + 1, rest / 12);
    let (year, rest) = (40 + rest % 60, rest / 60);
    let serial = 9900 + rest % 100;
    let stem =
        format!("{year:02}{month:02}{day:02}{}{serial:04}", if rest % 2 == 0 { 3 } else { 4 });
    (0..10).find_map(|check| Iin::parse(&format!("{stem}{check}")).ok()).unwrap_or_else(|| {
        let stem = format!("{year:02}{month:02}{day:02}5{serial:04}");
        (0..10)
            .find_map(|check| Iin::parse(&format!("{stem}{check}")).ok())
            .unwrap_or_else(|| self::iin(n + 20_000_000))
    })
}
