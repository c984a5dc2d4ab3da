//! A squad of the second district in each situation, walked by the acts of the system. Nobody in it is real.

use super::bodies::{PASSWORD, mailbox};
use crate::{
    acts::{
        Command,
        certificates::{
            hand_over_certificate::HandOverCertificate, sign_certificates::SignCertificates,
        },
        lists::{
            attach_copies::AttachCopies,
            copy_pages::{Picture, digest},
            note_registers::{NoteRegisters, Whom},
            receive_list::ReceiveList,
            return_entries::ReturnEntries,
            return_outcomes::ReturnOutcomes,
            send_list::SendList,
        },
        offices::{delivery_method::Means, record_signatory::RecordSignatory},
        perform,
        plans::{
            agree_plan::AgreePlan, assign_people::AssignPeople, enter_result::EnterResult,
            plan_form::PlanForm, propose_plan::ProposePlan, record_result::RecordResult,
            result_form::ResultForm,
        },
        record::{
            confirm_contact::ConfirmContact, record_training::RecordTraining,
            take_off_record::TakeOffRecord,
        },
        reports::{acknowledge_report::AcknowledgeReport, report_fact::ReportFact},
        squads::{
            create_squad::CreateSquad, decision::DecisionForm, invite_leader::InviteLeader,
            propose_squad::ProposeSquad,
        },
    },
    domain::{
        caller::Caller,
        certificate::CertificateState,
        clause::Circumstance,
        contact::Contact,
        id::{self, Id},
        iin::Iin,
        involvement::Involvement,
        language::Language,
        member_list::{EntryState, Register, ReturnCode},
        membership::Outcome,
        person::{DocumentKind, Particulars},
        plan::Activity,
        report::Regime,
        time::{Instant, day_begins, today},
    },
    intake::copy_sandbox,
    state::AppState,
    storage::{
        self, Db, StorageError,
        account::link,
        certificates::{certificate, paper::HandingOver, signatory::Signatory},
        lists::entry::Entry,
        reports::report::Account,
        squads::membership::Member,
    },
    web::hash_password,
};
use chrono::{Days, NaiveTime, TimeDelta};
use sha2::{Digest, Sha256};
use std::{cell::Cell, fmt::Debug};

/// How far a squad has come; each situation includes those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Situation {
    Proposed,
    Created,
    Sent,
    BeingVetted,
    ToBeRemoved,
    /// All are in the book and have had legal training.
    Trained,
}

/// Names of squads and their areas. The first have come furthest.
const SQUADS: [(&str, &str, &str, Situation); 7] = [
    ("Жолбарыс", "Жолбарыс", "Мысал ауылдық округі", Situation::Trained),
    ("Ақиық", "Акиык", "Сынақ ауылдық округі", Situation::Trained),
    ("Арлан", "Арлан", "Үлгі ауылдық округі", Situation::ToBeRemoved),
    ("Барыс", "Барыс", "Жоба ауылдық округі", Situation::BeingVetted),
    ("Қыран", "Кыран", "Тест ауылдық округі", Situation::Sent),
    ("Сұңқар", "Сункар", "Мысал ауылдық округі", Situation::Created),
    ("Тұлпар", "Тулпар", "Үлгі ауылдық округі", Situation::Proposed),
];

const SURNAMES: [&str; 6] = ["Мысалов", "Сынақов", "Үлгібаев", "Жобаев", "Тестов", "Демонстратов"];
const GIVEN_NAMES: [&str; 7] = ["Асқар", "Болат", "Ғабит", "Ербол", "Жанат", "Қанат", "Мұрат"];

/// Everybody of a squad.
const PEOPLE: u32 = 6;
/// How long ago the first squad was proposed, and the first duty of the squad at work.
const FIRST_DAY: u64 = 30;
const FIRST_DUTY: u64 = 3;

/// Whoever acts, and what they act on.
struct Walk<'a> {
    app: &'a AppState,
    akimat: Caller,
    officer: Caller,
    unit: Caller,
    head: Id<id::User>,
    administrator: Caller,
    people: Cell<u32>,
}

/// How long ago the demo's people had their duties.
pub const AGE: TimeDelta = TimeDelta::days(40);

/// Walks the squads. The clock of `app` stands; it is moved from a month before `now` to the day before it.
///
/// # Errors
/// The act that was refused.
pub fn fill(app: &AppState, now: Instant) -> Result<(), String> {
    let user = |name| -> Result<Id<id::User>, String> {
        let found = app.store.read(|db| storage::offices::user::by_email(db, &mailbox(name)));
        let user = found.map_err(|e| e.to_string())?.ok_or_else(|| format!("no user {name}"))?;
        Ok(user.id)
    };
    let caller = |name| user(name).map(Caller::User);
    let walk = Walk {
        app,
        akimat: caller("akimat2")?,
        officer: caller("tekserushi")?,
        unit: caller("okil2")?,
        head: user("bastyq")?,
        administrator: caller("akimshi3")?,
        people: Cell::new(0),
    };
    walk.wait_until(now, FIRST_DAY, 10);
    walk.enter_signatory()?;
    let squads = SQUADS.iter().map(|squad| walk.squad(squad)).collect::<Result<Vec<_>, _>>()?;
    if let [at_work, leaderless, ..] = squads[..] {
        walk.leave(leaderless)?;
        walk.work(at_work, now)?;
    }
    Ok(())
}

impl Walk<'_> {
    /// Carries an act out, as its form does.
    fn act<V: Command<Error: Debug>>(
        &self,
        caller: Caller,
        command: &V,
    ) -> Result<Id<V::Next>, String> {
        perform(self.app, caller, &Id::<id::Squad>::new().to_string(), command)
            .map(|done| done.result)
            .map_err(|refusal| format!("{}: {refusal:?}", command.act()))
    }

    fn read<T>(&self, read: impl FnMut(&mut Db) -> Result<T, StorageError>) -> Result<T, String> {
        self.app.store.read(read).map_err(|e| e.to_string())
    }

    /// Moves the clock to an hour of the day that lies `days` before that of `now`.
    fn wait_until(&self, now: Instant, days: u64, hour: i64) {
        let day = today(now).checked_sub_days(Days::new(days)).unwrap_or_default();
        let then = day_begins(day) + TimeDelta::hours(hour);
        self.app.clock.forward(then - self.app.clock.now());
    }

    fn next_day(&self) {
        self.app.clock.forward(TimeDelta::days(1));
    }

    fn entries(&self, list: Id<id::MemberList>) -> Result<Vec<Entry>, String> {
        self.read(|db| storage::lists::entry::of_list(db, list))
    }

    fn members(&self, squad: Id<id::Squad>) -> Result<Vec<Member>, String> {
        self.read(|db| storage::squads::membership::of_squad(db, squad))
    }

    /// Somebody who does not exist: IINs of that serial are given to nobody.
    fn person(&self) -> Result<Particulars, String> {
        let number = self.people.replace(self.people.get() + 1);
        let of = |names: &[&str]| names[number as usize % names.len()].to_owned();
        let birth = format!("{:02}{:02}{:02}", 70 + number % 29, 1 + number % 12, 1 + number % 28);
        let iin = (0..1000).find_map(|end| Iin::parse(&format!("{birth}399{end:03}")).ok());
        let iin = iin.ok_or("no IIN of that day")?;
        Ok(Particulars {
            surname: of(&SURNAMES),
            given_name: Some(of(&GIVEN_NAMES)),
            patronymic: Some("Үлгіұлы".into()),
            birth_date: iin.birth_date(),
            iin,
            document_kind: DocumentKind::IdCard,
            document_number: Some(format!("{:09}", 990_000_000 + number)),
            address: Some("Мысал ауылы, Үлгі көшесі".into()),
            phone: Some(format!("+7700990{number:04}")),
            email: None,
            language: None,
        })
    }

    /// Walks one squad to its situation.
    fn squad(
        &self,
        (name_kk, name_ru, area, until): &(&str, &str, &str, Situation),
    ) -> Result<Id<id::Squad>, String> {
        let squad = self.propose(name_kk, name_ru, area)?;
        if *until >= Situation::Created {
            self.next_day();
            self.create(squad)?;
        }
        if *until >= Situation::Sent {
            self.send(squad)?;
        }
        if *until >= Situation::BeingVetted {
            self.next_day();
            self.vet(squad, *until)?;
        }
        if *until == Situation::Trained {
            self.certify()?;
            self.next_day();
            self.train(squad)?;
        }
        Ok(squad)
    }

    fn propose(&self, name_kk: &str, name_ru: &str, area: &str) -> Result<Id<id::Squad>, String> {
        let body = |name| {
            let found = self.read(|db| storage::offices::body::by_email(db, &mailbox(name)))?;
            found.map(|body| body.id).ok_or_else(|| format!("no body {name}"))
        };
        let candidates = (0..PEOPLE).map(|_| self.person()).collect::<Result<Vec<_>, _>>()?;
        let command = ProposeSquad {
            id: Id::new(),
            akimat: body("mysal")?,
            name_kk: name_kk.into(),
            name_ru: name_ru.into(),
            area: area.into(),
            unit: Some(body("synaq-2")?),
            candidates,
            import: None,
        };
        self.act(self.akimat, &command)
    }

    fn create(&self, squad: Id<id::Squad>) -> Result<(), String> {
        let version = self.read(|db| storage::squads::squad::version(db, squad))?;
        let leader = self.members(squad)?.first().map(|member| member.id);
        let form = DecisionForm {
            squad,
            version,
            number: format!("{}", 40 + self.people.get() / PEOPLE),
            decided_on: Some(today(self.app.clock.now())),
            presided_by: "Мысалов Ә.".into(),
            votes: [Some(9), Some(0), Some(0)],
            minutes: Vec::new(),
        };
        self.act(self.akimat, &CreateSquad { form, leader }).map(drop)
    }

    /// The draft of the squad, with a copy for everybody, is sent.
    fn send(&self, squad: Id<id::Squad>) -> Result<(), String> {
        let draft = self.read(|db| storage::lists::member_list::draft_of(db, squad))?;
        let (list, _) = draft.ok_or("no draft")?;
        let entries = self.entries(list)?;
        let pages = entries
            .iter()
            .zip(0..)
            .map(|(entry, number)| card(self.app, number).map(|page| (Some(entry.id), page)));
        let pages = pages.collect::<Result<Vec<_>, _>>()?;
        self.act(self.akimat, &AttachCopies { list, pages, replaces: false })?;
        let (_, version) = self.read(|db| storage::lists::member_list::state_of(db, list))?;
        let command = SendList {
            list,
            version,
            outgoing_number: format!("3-14/{}", 1100 + self.people.get()),
            outgoing_date: Some(today(self.app.clock.now())),
            is_stated: true,
        };
        self.act(self.akimat, &command).map(drop)
    }

    /// The list is received and, as far as the situation says, answered.
    fn vet(&self, squad: Id<id::Squad>, until: Situation) -> Result<(), String> {
        let lists = self.read(|db| storage::lists::member_list::of_squad(db, squad))?;
        let list = lists.first().ok_or("no list")?.0;
        let (_, version) = self.read(|db| storage::lists::member_list::state_of(db, list))?;
        let receipt = ReceiveList {
            list,
            version,
            incoming_number: format!("К-{}", 500 + self.people.get()),
            incoming_date: Some(today(self.app.clock.now())),
        };
        self.act(self.officer, &receipt)?;
        for register in [Register::CriminalRecord, Register::Narcological] {
            let whom = Whom::WholeList;
            self.act(self.officer, &NoteRegisters { list, register, is_answered: false, whom })?;
        }
        let entries = self.entries(list)?;
        if until == Situation::BeingVetted {
            let back = entries.iter().skip(1).take(1);
            let entries = back.map(|e| (e.id, e.version, ReturnCode::NumberDiffers)).collect();
            self.act(self.officer, &ReturnEntries { list, entries })?;
            let entries = self.entries(list)?;
            let some = entries.iter().filter(|entry| entry.state == EntryState::Open).take(2);
            let outcomes = some.map(|e| (e.id, e.version, Outcome::Registered)).collect();
            return self.act(self.officer, &ReturnOutcomes { list, outcomes }).map(drop);
        }
        let is_last = |entry: &Entry| entries.last().is_some_and(|last| last.id == entry.id);
        let outcome = |entry: &Entry| {
            let is_named = until == Situation::ToBeRemoved && is_last(entry);
            if is_named { Outcome::ToBeRemoved } else { Outcome::Registered }
        };
        let outcomes = entries.iter().map(|e| (e.id, e.version, outcome(e))).collect();
        self.act(self.officer, &ReturnOutcomes { list, outcomes }).map(drop)
    }

    /// The certificates of the head name position and rank, and where they are handed over.
    fn enter_signatory(&self) -> Result<(), String> {
        let signatory = Signatory {
            position_kk: "Аумақтық бөлімше бастығы".into(),
            position_ru: "Начальник территориального подразделения".into(),
            rank_kk: "полковник".into(),
            rank_ru: "полковник".into(),
            place_kk: "Сынақ қаласы, Үлгі көшесі, 1-бөлме, 9:00–13:00".into(),
            place_ru: "город Сынак, улица Улги, кабинет 1, 9:00–13:00".into(),
        };
        let territory = self.territory()?;
        let duties = self.read(|db| storage::offices::duty::held_in(db, &[territory]))?;
        let duty = duties.iter().find(|duty| duty.user == self.head).ok_or("no head")?.id;
        let from = Some(today(self.app.clock.now()));
        self.act(self.administrator, &RecordSignatory { duty, from, signatory }).map(drop)
    }

    fn territory(&self) -> Result<Id<id::Body>, String> {
        let found = self.read(|db| storage::offices::body::by_email(db, &mailbox("synaq")))?;
        found.map(|body| body.id).ok_or_else(|| "no subdivision".to_owned())
    }

    /// The head signs what is prepared; some certificates are handed over, the others wait for their holders.
    fn certify(&self) -> Result<(), String> {
        let territory = self.territory()?;
        let in_state =
            |state| self.read(|db| certificate::in_state(db, territory, state, i64::from(PEOPLE)));
        let prepared = in_state(CertificateState::Prepared)?;
        let certificates = prepared.iter().map(|one| (one.id, one.version)).collect();
        let by = self.head;
        self.act(Caller::User(by), &SignCertificates { territory, certificates, by })?;
        for one in in_state(CertificateState::Signed)?.iter().take(2) {
            let over = HandingOver { to: one.holder(), document: "жеке куәлік".into() };
            let on = Some(today(self.app.clock.now()));
            let (id, version) = (one.id, one.version);
            self.act(self.officer, &HandOverCertificate { id, version, on, over })?;
        }
        Ok(())
    }

    fn train(&self, squad: Id<id::Squad>) -> Result<(), String> {
        let command = RecordTraining {
            of: Involvement::Squad(squad),
            held_on: Some(today(self.app.clock.now())),
            base: "№ 9999 әскери бөлім".into(),
            held_by: "Образцов А.".into(),
            attended: self.members(squad)?.iter().map(|member| member.id).collect(),
        };
        self.act(self.unit, &command).map(drop)
    }

    /// The leader goes off the record: the squad is without one, and the notice is owed.
    fn leave(&self, squad: Id<id::Squad>) -> Result<(), String> {
        self.next_day();
        let members = self.members(squad)?;
        let leader = members.first().ok_or("no member")?;
        let command = TakeOffRecord {
            of: Involvement::Squad(squad),
            membership: leader.id,
            version: leader.version,
            item: Some(Circumstance::Departure),
            is_death: false,
            arose_on: Some(today(self.app.clock.now())),
        };
        self.act(self.unit, &command).map(drop)
    }

    /// The squad at work: a duty in the book, one to be recorded, one to come, one proposed, and two reports.
    fn work(&self, squad: Id<id::Squad>, now: Instant) -> Result<(), String> {
        self.wait_until(now, FIRST_DUTY + 1, 9);
        let members = self.members(squad)?;
        let [first, second, ..] = &members[..] else { return Err("no members".into()) };
        self.reach(squad, first, "bashy")?;
        self.reach(squad, second, "myshe")?;
        let leader = Caller::User(invite(self.app, self.unit, squad, first.id)?);
        let goes = |n: usize| members.iter().skip(n).take(3).map(|m| m.id).collect::<Vec<_>>();
        let held = self.duty(leader, squad, (now, -3), (20, 2), &goes(0))?;
        self.duty(leader, squad, (now, -1), (6, 10), &goes(3))?;
        let seen = "Шекара белгісінің маңында көлік ізі қалған.";
        let read = self.report(leader, squad, Regime::BorderArea, seen)?;
        self.act(self.unit, &AcknowledgeReport { id: read, version: 1 })?;
        self.wait_until(now, 2, 10);
        let form = ResultForm {
            attended: goes(0).into_iter().collect(),
            activities: vec![Activity::Inspect],
            no_other_way: false,
            summary: "Бекітілген учаске аралап шығылды, бұзушылық жоқ.".into(),
        };
        self.act(leader, &RecordResult { id: held, form: form.clone() })?;
        let version = self.read(|db| storage::plans::plan::get(db, held))?.version;
        self.act(self.unit, &EnterResult { id: held, version, form })?;
        self.wait_until(now, 1, 11);
        self.duty(leader, squad, (now, 1), (20, 2), &goes(1))?;
        self.propose_duty(leader, squad, (now, 4), (6, 12))?;
        let seen = "Шекара маңында бейтаныс адамдар көрінді.";
        self.report(leader, squad, Regime::StateBorder, seen).map(drop)
    }

    fn report(
        &self,
        leader: Caller,
        squad: Id<id::Squad>,
        regime: Regime,
        seen: &str,
    ) -> Result<Id<id::Report>, String> {
        let account =
            Account { place: "Үлгі өзенінің жағасы".into(), seen: seen.into() };
        let (id, regime, seen_at) = (Id::new(), Some(regime), Some(self.app.clock.now()));
        self.act(leader, &ReportFact { id, squad, regime, seen_at, account })
    }

    /// The unit makes sure how a member is reached.
    fn reach(&self, squad: Id<id::Squad>, member: &Member, name: &str) -> Result<(), String> {
        let contact = Contact {
            email: Some(mailbox(name)),
            phone: member.phone.clone(),
            address: Some("Мысал ауылы, Үлгі көшесі".into()),
            language: Language::Kk,
        };
        let of = Involvement::Squad(squad);
        let command = ConfirmContact { of, membership: member.id, version: 0, contact };
        self.act(self.unit, &command).map(drop)
    }

    fn propose_duty(
        &self,
        leader: Caller,
        squad: Id<id::Squad>,
        (now, days): (Instant, i64),
        (from, to): (u32, u32),
    ) -> Result<Id<id::Plan>, String> {
        let form = PlanForm {
            day: today(now).checked_add_signed(TimeDelta::days(days)),
            from: NaiveTime::from_hms_opt(from, 0, 0),
            to: NaiveTime::from_hms_opt(to, 0, 0),
            activities: vec![Activity::Inspect],
            area: "Үлгі өзенінің жағасы".into(),
            meeting_point: "Мысал ауылы, мектеп алды".into(),
            people: Some(3),
        };
        self.act(leader, &ProposePlan { id: Id::new(), squad, form })
    }

    /// A duty that the unit has agreed to, with the people who go.
    fn duty(
        &self,
        leader: Caller,
        squad: Id<id::Squad>,
        when: (Instant, i64),
        hours: (u32, u32),
        people: &[Id<id::Membership>],
    ) -> Result<Id<id::Plan>, String> {
        let plan = self.propose_duty(leader, squad, when, hours)?;
        self.act(self.unit, &AgreePlan { id: plan, version: 1 })?;
        let people = people.iter().copied().collect();
        self.act(leader, &AssignPeople { plan, version: 2, people })
    }
}

/// The unit invites the leader in office, who sets the demo's password.
///
/// # Errors
/// The act that was refused.
pub fn invite(
    app: &AppState,
    unit: Caller,
    squad: Id<id::Squad>,
    membership: Id<id::Membership>,
) -> Result<Id<id::User>, String> {
    let means = link::new_token().map(Means::Code).map_err(|e| e.to_string())?;
    let command = InviteLeader { squad, membership, means: Some(means) };
    perform(app, unit, &Id::<id::Squad>::new().to_string(), &command)
        .map_err(|refusal| format!("{}: {refusal:?}", command.act()))?;
    let hash = hash_password(PASSWORD).map_err(|e| e.to_string())?;
    let set = app.store.write(|db| {
        let account = storage::squads::leader_account::of_membership(db, membership)?
            .ok_or_else(|| StorageError::Other("no account of the leader".into()))?;
        storage::account::credentials::set_password(db, account.user, &hash)?;
        storage::offices::user::prove(db, account.user, app.clock.now())?;
        Ok::<_, StorageError>(account.user)
    });
    set.map_err(|e| e.to_string())
}

/// A copy that shows nobody: a card with a grey picture and lines, of a colour of its own.
fn card(app: &AppState, number: u32) -> Result<Picture, String> {
    let tint = 0.70 + f64::from(number) / 50.0;
    let drawing = format!(
        "{tint:.2} 0.90 0.96 rg 0 0 256 162 re f 0.6 g 16 40 60 80 re f 0.3 g \
         92 110 130 6 re f 92 90 110 6 re f 92 70 120 6 re f 92 50 80 6 re f"
    );
    let bytes = document(&drawing);
    let pages = copy_sandbox::read_apart(&app.program, &bytes).map_err(|e| e.to_string())?;
    let page = pages.ok().and_then(|pages| pages.into_iter().next()).ok_or("no page")?;
    Ok(Picture {
        content: page.content,
        thumbnail: page.thumbnail,
        source: format!("{}.pdf", number + 1),
        sent: digest(&Sha256::digest(&bytes).into(), 0),
    })
}

/// A PDF of one page, as large as an identity card, with that drawing.
fn document(drawing: &str) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 256 162]/Contents 4 0 R/Resources<<>>>>".to_owned(),
        format!("<</Length {}>>\nstream\n{drawing}\nendstream", drawing.len()),
    ];
    let mut file = vec!["%PDF-1.4\n".to_owned()];
    let length = |file: &[String]| file.iter().map(String::len).sum::<usize>();
    let mut table = vec!["xref\n0 5\n0000000000 65535 f \n".to_owned()];
    for (object, number) in objects.iter().zip(1..) {
        table.push(format!("{:010} 00000 n \n", length(&file)));
        file.push(format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let at = length(&file);
    let end = format!("trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n");
    [file, table, vec![end]].concat().concat().into_bytes()
}
