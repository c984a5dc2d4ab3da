//! The road of a squad, step by step, through forms alone.

use super::{
    TestApp, fixture,
    visitor::{Page, Visitor},
};
use image::{ImageFormat, Rgb, RgbImage};
use jasaq::cli::demo::PASSWORD;
use std::{
    io::Cursor,
    sync::atomic::{AtomicU32, Ordering},
};

/// The seven people of the Kurmangazy list, in its order.
pub const PEOPLE: [&str; 7] = [
    "Үлгібаев Нұрлан Сынақұлы",
    "Мысалова Гүлнар Жобақызы",
    "Сынақбаев Ерлан",
    "Жобаева Әсел Үлгіқызы",
    "Мысалов Дәурен Мысалұлы",
    "Үлгібаев Қайрат Нұрланұлы",
    "Сынақов Бауыржан Тестұлы",
];

/// The IINs that the seven have once their zeros are back.
pub const IINS: [&str; 7] = [
    "840229399019",
    "781231499035",
    "000101599040",
    "031005699053",
    "050309599060",
    "661122399071",
    "900715399024",
];

/// A small picture, as a scanner makes one; no two are alike.
pub fn picture() -> Vec<u8> {
    static SCANS: AtomicU32 = AtomicU32::new(0);
    let [_, red, green, blue] = SCANS.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    let card = RgbImage::from_pixel(60, 40, Rgb([red, green, blue]));
    let mut bytes = Cursor::new(Vec::new());
    card.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// The page that shows what follows when a person is taken off the record.
pub fn look_over(reader: &mut Visitor, place: &str, fields: &[(&str, &str)]) -> Page {
    let form = reader.see(place).form(place);
    reader.submit(&form, &[&[("arose_on", "2026-11-20")], fields].concat())
}

/// A squad on its road and everybody who has to do with it.
pub struct SquadScenario {
    pub akimat: Visitor,
    pub secretary: Visitor,
    pub officer: Visitor,
    pub unit: Visitor,
    /// The unit that is to lead the squad.
    pub unit_name: &'static str,
    /// The list of its candidates: name and content of the file.
    pub file: (&'static str, Vec<u8>),
    /// `/squads/…`, once it is proposed.
    pub squad: String,
    /// `/lists/…`, once there is one.
    pub list: String,
}

impl SquadScenario {
    pub fn new(app: &TestApp) -> Self {
        Self::of(app, ["akimat", "hatshy", "okil"], "Сынақ-1")
    }

    /// The road of a squad of the other akimat, whose officer is its council's secretary, too.
    pub fn of_other_akimat(app: &TestApp) -> Self {
        Self::of(app, ["akimat2", "akimat2", "okil2"], "Сынақ-2")
    }

    fn of(app: &TestApp, [akimat, secretary, unit]: [&str; 3], unit_name: &'static str) -> Self {
        let who = |name| app.sign_in(name);
        Self {
            akimat: who(akimat),
            secretary: who(secretary),
            officer: who("tekserushi"),
            unit: who(unit),
            unit_name,
            file: ("тізім.xlsx", fixture("lists/01_kurmangazy_kk_iin_as_number.xlsx")),
            squad: String::new(),
            list: String::new(),
        }
    }

    /// A created squad with a leader, whose list is answered like that.
    pub fn led(app: &TestApp, outcomes: &[(usize, &str)]) -> Self {
        let road = Self::new(app).proposed().created(Some(PEOPLE[0])).copied();
        road.sent().received().answered(outcomes)
    }

    /// With another file of candidates than the Kurmangazy list.
    pub fn with_file(mut self, name: &'static str, content: Vec<u8>) -> Self {
        self.file = (name, content);
        self
    }

    /// The akimat proposes a squad with the people of its file.
    pub fn proposed(mut self) -> Self {
        let report = self.upload();
        let confirm = report.form(&report.path);
        let page = self.akimat.submit(&confirm, &[("do", "save")]).expect(200);
        self.squad.clone_from(&page.path);
        self.list = page.links("/lists/").remove(0);
        self
    }

    /// The report on the file of a new squad.
    pub fn upload(&mut self) -> Page {
        let form = self.akimat.see("/squads/new").form("/squads");
        let unit = self.unit_id(self.unit_name);
        let fields = [
            ("name_kk", "Ақжайық"),
            ("name_ru", "Акжайык"),
            ("area", "Құрманғазы ауылдық округі"),
            ("unit", unit.as_str()),
        ];
        let file = Some(("file", self.file.0, &self.file.1[..]));
        let answer = self.akimat.post_file(&form, &fields, file).expect(303);
        self.akimat.see(&answer.location.unwrap())
    }

    /// The id of a unit, as the form's choice has it.
    pub fn unit_id(&mut self, name: &str) -> String {
        let page = self.akimat.see("/squads/new");
        let option =
            page.html.split("<option ").find(|option| option.contains(name)).unwrap().to_owned();
        super::form::attribute(&format!(" {option}"), "value").unwrap()
    }

    /// The council creates the squad and names the leader, if one is named.
    pub fn created(mut self, leader: Option<&str>) -> Self {
        let page = self.secretary.see(&format!("{}/decisions/new", self.squad));
        let leader = leader.map(|name| Self::member_id(&page, name)).unwrap_or_default();
        let form = page.form(&format!("{}/decisions", self.squad));
        let fields = [
            ("number", "7"),
            ("presided_by", "Мысалов Ә."),
            ("votes_for", "9"),
            ("leader", leader.as_str()),
        ];
        self.secretary.decide(&form, &fields).expect(200);
        self
    }

    /// The page of that person in the squad, as the unit finds it.
    pub fn person(&mut self, name: &str) -> String {
        let page = self.unit.see(&self.squad);
        let link = page.html.split("<a href=\"").find(|part| {
            part.split_once("\">")
                .is_some_and(|(href, text)| href.contains("/members/") && text.starts_with(name))
        });
        link.unwrap_or_else(|| panic!("no link for {name}")).split('"').next().unwrap().to_owned()
    }

    /// Where the unit takes that person off the record.
    pub fn off_record(&mut self, name: &str) -> String {
        format!("{}/off-record", self.person(name))
    }

    /// The unit takes that person off the record.
    pub fn take_off(&mut self, name: &str, fields: &[(&str, &str)]) -> Page {
        let place = self.off_record(name);
        let check = look_over(&mut self.unit, &place, fields).expect(200);
        self.unit.submit(&check.form(&place), &[]).expect(200)
    }

    /// Login and code of the leader of that name, as the unit hands them over.
    pub fn leader_sheet(&mut self, name: &str) -> (String, String) {
        let person = self.person(name);
        let form = self.unit.see(&person).form(&format!("{person}/leader"));
        let sheet = self.unit.post(&form, &[("means", "code")]).expect(200);
        let mut codes = sheet.html.split("<dd class=\"code\">").skip(1);
        let mut next = || codes.next().unwrap().split('<').next().unwrap().trim().to_owned();
        (next(), next())
    }

    /// The leader of that name, invited by a code and signed in.
    pub fn leader(&mut self, app: &TestApp, name: &str) -> Visitor {
        let (login, code) = self.leader_sheet(name);
        let mut leader = app.visitor();
        let form = leader.see("/code").form("/code");
        let form = leader.submit(&form, &[("code", &code)]).expect(200).form("/code/password");
        leader.submit(&form, &[("password", PASSWORD), ("again", PASSWORD)]).expect(200);
        leader.sign_in(&login, PASSWORD).expect(200);
        leader
    }

    /// The membership of a person, as the form's choice has it.
    pub fn member_id(page: &Page, name: &str) -> String {
        let option = page
            .html
            .split("<option ")
            .find(|option| option.contains(name))
            .unwrap_or_else(|| panic!("no choice {name}"));
        super::form::attribute(&format!(" {option}"), "value").unwrap()
    }

    /// The entries of the list, in its order.
    pub fn entries(&mut self) -> Vec<String> {
        let list = self.list.clone();
        self.akimat
            .see(&list)
            .links("/entries/")
            .into_iter()
            .filter(|link| !link.contains('#'))
            .collect()
    }

    /// Everybody has a copy.
    pub fn copied(mut self) -> Self {
        for entry in self.entries() {
            self.attach(&entry);
        }
        self
    }

    /// A copy is attached to one entry.
    pub fn attach(&mut self, entry: &str) -> Page {
        let form = self.akimat.see(entry).form(&format!("{entry}/copies"));
        self.akimat.post_file(&form, &[], Some(("copy", "card.png", &picture()))).expect(303)
    }

    /// An officer returns entries for correction: entry and what is to be mended.
    pub fn give_back(&mut self, entries: &[(&str, &str)]) -> Page {
        let form = self
            .officer
            .see(&format!("{}/returns", self.list))
            .form(&format!("{}/returns", self.list));
        let names: Vec<String> = entries
            .iter()
            .map(|(entry, _)| format!("code-{}", entry.rsplit('/').next().unwrap()))
            .collect();
        let fields: Vec<(&str, &str)> =
            names.iter().zip(entries).map(|(name, (_, code))| (name.as_str(), *code)).collect();
        self.officer.submit(&form, &fields).expect(200)
    }

    /// The akimat sends the list, or again what was returned of it.
    pub fn send(&mut self, outgoing_number: &str) -> Page {
        let form = self.akimat.see(&self.list).form(&format!("{}/dispatches", self.list));
        self.akimat.submit(&form, &[("outgoing_number", outgoing_number), ("statement", "yes")])
    }

    /// The akimat sends the list.
    pub fn sent(mut self) -> Self {
        self.send("3-14/1187").expect(200);
        self
    }

    /// The subdivision receives it.
    pub fn received(mut self) -> Self {
        let form = self.officer.see(&self.list).form(&format!("{}/receipts", self.list));
        self.officer.submit(&form, &[("incoming_number", "К-501")]).expect(200);
        self
    }

    /// An officer returns outcomes: position on the list and outcome.
    pub fn answered(mut self, outcomes: &[(usize, &str)]) -> Self {
        let page = self.answer(outcomes);
        assert_eq!(page.status, 200, "{}", page.text());
        self
    }

    /// The same, giving the page it led to.
    pub fn answer(&mut self, outcomes: &[(usize, &str)]) -> Page {
        let entries = self.entries();
        let form = self.officer.see(&self.list).form(&format!("{}/outcomes/preview", self.list));
        let names: Vec<(String, &str)> = outcomes
            .iter()
            .map(|(position, outcome)| {
                (format!("outcome-{}", entries[position - 1].rsplit('/').next().unwrap()), *outcome)
            })
            .collect();
        let fields: Vec<(&str, &str)> =
            names.iter().map(|(name, outcome)| (name.as_str(), *outcome)).collect();
        let preview = self.officer.submit(&form, &fields).expect(200);
        let confirm = preview.form(&format!("{}/outcomes", self.list));
        self.officer.submit(&confirm, &[])
    }

    /// The akimat removes everybody whom the subdivision has named.
    pub fn removed(mut self) -> Self {
        let form = self.akimat.see(&self.list).form(&format!("{}/removals", self.list));
        self.akimat.submit(&form, &[]).expect(200);
        self
    }
}
