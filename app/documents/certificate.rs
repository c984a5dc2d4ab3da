//! The certificates of Appendices 1 and 2, word for word, as a booklet that is printed on both sides and folded.

use super::{
    font::Weight,
    paper::{self, Align, Ink, Page, Role},
    qr,
    text::{Lines, Style},
    unprintable::{Field, Unprintable},
};
use crate::domain::{certificate::CertificateKind, language::Language};
use chrono::{Datelike, NaiveDate};

/// Width and height of the open booklet, in millimetres: two pages of 95 × 65, which the covers hold in which services here carry
/// their certificates. Beside it 10 mm of an A4 sheet are left, where every printer prints the cut marks.
pub const OPEN: (f32, f32) = (190.0, 65.0);

/// Where the booklet is folded.
const FOLD: f32 = OPEN.0 / 2.0;
/// From the edge of a page of the booklet to its text, and the width that is left.
const MARGIN: f32 = 7.5;
const WIDTH: f32 = FOLD - 2.0 * MARGIN;
/// The side of a code with its quiet zone, so that the code itself is more than 20 mm wide.
const CODE: f32 = 26.0;

/// Points of a wave.
const STEPS: u8 = 50;

/// Who signs: the position, the military rank and the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    pub position: String,
    pub rank: String,
    pub name: String,
}

/// By what anybody checks the certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The address of the check, in upper case.
    pub url: String,
    /// The code as people type it.
    pub code: String,
}

/// The fields of the form. It has no photograph, IIN, birth date, squad or last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub kind: CertificateKind,
    /// As it is printed.
    pub number: String,
    pub holder: String,
    /// The Kazakh name of the territorial subdivision.
    pub subdivision: String,
    pub issued_on: NaiveDate,
    pub signatory: Signatory,
    pub check: Option<Check>,
}

const SERVICE: &str = "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ҰЛТТЫҚ ҚАУІПСІЗДІК КОМИТЕТІНІҢ ШЕКАРА ҚЫЗМЕТІ";
const SERVICE_IN_ROWS: [&str; 3] =
    ["ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "ҰЛТТЫҚ ҚАУІПСІЗДІК КОМИТЕТІНІҢ", "ШЕКАРА ҚЫЗМЕТІ"];
const BEARER: &str = "Осы куәлікті көрсетуші шекаралық кеңістік шегінде Қазақстан Республикасының Мемлекеттік шекарасын қорғауға жәрдем көрсетеді. Осы куәлік жеке басын куәландыратын куәлікті көрсеткен кезде жарамды.";
const REQUEST: &str = "Шекаралық кеңістік шегіндегі мемлекеттік органдардың, ведомстволардың, кәсіпорындар мен мекемелердің (бағыныстылығы мен меншік нысанына қарамастан) барлық лауазымды адамдарынан Қазақстан Республикасының Мемлекеттік шекарасын қорғау мәселелері бойынша көмек көрсетуді сұраймын.";

const fn status(kind: CertificateKind) -> &'static str {
    match kind {
        CertificateKind::Freelance => {
            "Қазақстан Республикасы ҰҚК Шекара қызметінің штаттан тыс қызметкері болып табылады."
        }
        CertificateKind::Volunteer => {
            "Қазақстан Республикасы ҰҚК Шекара қызметінің ерікті жасақшысы болып табылады."
        }
    }
}

/// The words behind the blank of the form; a name that ends with them does not repeat them.
const SUBDIVISION: &str = "аумақтық бөлімшесі";

/// A month as in "on the 22nd of November".
const MONTHS: [&str; 12] = [
    "қаңтарда",
    "ақпанда",
    "наурызда",
    "сәуірде",
    "мамырда",
    "маусымда",
    "шілдеде",
    "тамызда",
    "қыркүйекте",
    "қазанда",
    "қарашада",
    "желтоқсанда",
];

impl Certificate {
    /// The open booklet: the outer side, then the inner one.
    ///
    /// # Errors
    /// A letter that can't be shown, or a text that is too long for its place.
    pub fn pdf(&self) -> Result<Vec<u8>, Unprintable> {
        let mut sides = [Page::new(OPEN.0, OPEN.1), Page::new(OPEN.0, OPEN.1)];
        let [outer, inner] = &mut sides;
        self.draw(outer, inner, 0)?;
        paper::pdf(&sides, (&format!("Куәлік № {}", self.number), Language::Kk), self.issued_on)
    }

    /// Whether it can be printed, before anybody signs it.
    ///
    /// # Errors
    /// A letter that can't be shown, or a text that is too long for its place.
    pub fn check(&self) -> Result<(), Unprintable> {
        let mut sides = [Page::new(OPEN.0, OPEN.1), Page::new(OPEN.0, OPEN.1)];
        let [outer, inner] = &mut sides;
        self.draw(outer, inner, 0)
    }

    /// Draws both sides where the pages begin; what is read comes after `read` other things.
    pub(super) fn draw(
        &self,
        outer: &mut Page,
        inner: &mut Page,
        read: usize,
    ) -> Result<(), Unprintable> {
        ornament(outer, 0.0, &LIGHT);
        ornament(inner, 0.0, &LIGHT);
        ornament(inner, FOLD, &LIGHT);
        self.front(inner, read)?;
        self.bearer(inner, read + 20)?;
        self.request(outer, read + 40)?;
        cover(outer)
    }

    /// The left page of the inner side: who the holder is.
    fn front(&self, page: &mut Page, read: usize) -> Result<(), Unprintable> {
        let words = |text: &str, style: Style, most| {
            style.fit(text, (WIDTH * paper::MM, most), Field::Words)
        };
        let middle = Align::Center(FOLD / 2.0);
        let heading = words(SERVICE, Style::of(Weight::Bold, 8.5).down_to(7.0), 2)?;
        page.text(heading, (middle, 10.5), Ink::Brand, (Role::Title, read));
        let number = Style::of(Weight::Bold, 13.0).down_to(9.0);
        let number = number.fit(
            &format!("№ {} куәлік", self.number),
            (WIDTH * paper::MM, 1),
            Field::Number,
        )?;
        page.text(number, (middle, 20.5), Ink::Gold, (Role::Words, read + 1));
        let holder = Style::of(Weight::Bold, 12.0).down_to(8.0);
        let holder = holder.fit(&self.holder, (WIDTH * paper::MM, 2), Field::Holder)?;
        ruled(page, &holder, (27.0, 2), (Role::Words, read + 2));
        let status = words(status(self.kind), Style::of(Weight::Regular, 9.0), 2)?;
        page.text(status, (Align::Left(MARGIN), 38.0), Ink::Black, (Role::Words, read + 3));
        let (named, rest) = apart(&self.subdivision);
        let subdivision = Style::of(Weight::Semibold, 9.0).down_to(6.5);
        let named = subdivision.fit(&named, (WIDTH * paper::MM, 1), Field::Subdivision)?;
        ruled(page, &named, (46.0, 1), (Role::Words, read + 4));
        let after = Style::of(Weight::Regular, 9.0).down_to(6.5);
        let after = after.fit(
            format!("{SUBDIVISION} {rest}").trim(),
            (WIDTH * paper::MM, 1),
            Field::Subdivision,
        )?;
        page.text(after, (Align::Left(MARGIN), 50.2), Ink::Black, (Role::Words, read + 5));
        let own = words("Жеке қолы:", Style::of(Weight::Regular, 9.0), 1)?;
        page.text(own, (Align::Left(MARGIN), 55.6), Ink::Black, (Role::Words, read + 6));
        page.line((MARGIN + 18.0, 56.1), (MARGIN + 40.0, 56.1), 0.12, Ink::Black);
        let issued = words(&issued(self.issued_on), Style::of(Weight::Regular, 9.0), 1)?;
        page.text(issued, (Align::Left(MARGIN), 60.0), Ink::Black, (Role::Words, read + 7));
        let seal = words("М.О.", Style::of(Weight::Regular, 9.0), 1)?;
        page.text(
            seal,
            (Align::Left(FOLD - MARGIN - 19.0), 60.0),
            Ink::Black,
            (Role::Words, read + 8),
        );
        page.line((FOLD - MARGIN - 10.5, 60.5), (FOLD - MARGIN, 60.5), 0.12, Ink::Black);
        Ok(())
    }

    /// The right page of the inner side: what the holder does, and how the certificate is checked.
    fn bearer(&self, page: &mut Page, read: usize) -> Result<(), Unprintable> {
        let words = Style::of(Weight::Regular, 10.0);
        let bearer = words.fit(BEARER, (WIDTH * paper::MM, 6), Field::Words)?;
        page.text(bearer, (Align::Left(FOLD + MARGIN), 11.0), Ink::Black, (Role::Words, read));
        let Some(check) = &self.check else { return Ok(()) };
        let modules = qr::modules(&check.url)?;
        let at = (OPEN.0 - MARGIN - CODE, 30.0);
        page.code(modules, at, CODE, &check.url, read + 1);
        let below = at.1 + CODE + 3.2;
        let code = Style::of(Weight::Semibold, 7.5).down_to(5.5);
        let code = code.fit(&check.code, (CODE * paper::MM, 1), Field::Code)?;
        let middle = Align::Center(at.0 + CODE / 2.0);
        page.text(code, (middle, below), Ink::Brand, (Role::Words, read + 2));
        // Who knows the address is not led to another one by a code that was pasted over.
        let address = Style::of(Weight::Regular, 8.0).down_to(5.0);
        let address =
            address.fit(&check.address(), (at.0 - FOLD - MARGIN - 4.0, 2), Field::Code)?;
        let first = below - rows(&address) * address.size * address.leading / paper::MM;
        page.text(
            address,
            (Align::Left(FOLD + MARGIN), first),
            Ink::Brand,
            (Role::Words, read + 3),
        );
        Ok(())
    }

    /// The left page of the outer side: what is asked of officials, and who signs.
    fn request(&self, page: &mut Page, read: usize) -> Result<(), Unprintable> {
        let words = Style::of(Weight::Regular, 9.5);
        let request = words.fit(REQUEST, (WIDTH * paper::MM, 7), Field::Words)?;
        page.text(request, (Align::Left(MARGIN), 11.0), Ink::Black, (Role::Words, read));
        let who = &self.signatory;
        // Positions are long: theirs is a line of its own.
        let (first, second) = (46.0, 56.0);
        let fields = [
            (&*who.position, "(лауазымы)", Field::Position, (first, MARGIN, WIDTH)),
            (&*who.rank, "(әскери атағы)", Field::Rank, (second, MARGIN, 24.0)),
            ("", "(жеке қолы)", Field::Words, (second, MARGIN + 26.0, 20.0)),
            (&*who.name, "(Т.А.Ә.)", Field::Signatory, (second, MARGIN + 48.0, 32.0)),
        ];
        for (number, (text, caption, field, (line, from, width))) in fields.into_iter().enumerate()
        {
            let order = read + 1 + 2 * number;
            let middle = Align::Center(from + width / 2.0);
            if !text.is_empty() {
                let style = Style::of(Weight::Semibold, 8.5).down_to(5.5);
                let lines = style.fit(text, (width * paper::MM, 2), field)?;
                let above = rows(&lines) * lines.size * lines.leading / paper::MM;
                page.text(lines, (middle, line - 1.0 - above), Ink::Brand, (Role::Words, order));
            }
            page.line((from, line), (from + width, line), 0.12, Ink::Black);
            let caption = Style::of(Weight::Regular, 7.0).down_to(6.0).fit(
                caption,
                (width * paper::MM, 1),
                Field::Words,
            )?;
            page.text(caption, (middle, line + 2.8), Ink::Grey, (Role::Words, order + 1));
        }
        Ok(())
    }
}

impl Check {
    /// The address where the code is typed by hand, in small letters: `jasaq.example.kz/C`.
    fn address(&self) -> String {
        let behind = self.url.split_once("://").map_or(&*self.url, |(_, behind)| behind);
        let site = behind.rsplit_once('/').map_or(behind, |(site, _)| site);
        let host = site.strip_suffix("/C").unwrap_or(site);
        format!("{}/C", host.to_lowercase())
    }
}

/// The name of a subdivision before and behind the words that the form has: they stand on the paper once.
fn apart(name: &str) -> (String, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_said = |pair: &[&str]| {
        let [first, second] = pair else { return false };
        let (first, second) = (first.to_lowercase(), second.to_lowercase());
        first == "аумақтық" && ["бөлімше", "бөлімшесі"].contains(&&*second)
    };
    let Some(at) = words.windows(2).rposition(is_said) else {
        return (words.join(" "), String::new());
    };
    let (before, behind) = (words[..at].join(" "), words[at + 2..].join(" "));
    if before.is_empty() { (behind, before) } else { (before, behind) }
}

/// The rows above the last one of a text.
fn rows(lines: &Lines) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a text has few lines")]
    let rows = lines.rows.len().saturating_sub(1) as f32;
    rows
}

/// A text on the lines of the form: as many as it has, also where the text is shorter.
fn ruled(page: &mut Page, lines: &Lines, (base, most): (f32, u8), (role, order): (Role, usize)) {
    let step = 5.4;
    for row in 0..most {
        let y = base + f32::from(row) * step + 0.9;
        page.line((MARGIN, y), (FOLD - MARGIN, y), 0.12, Ink::Grey);
    }
    // Each line of the text stands on a line of the form.
    let leading = step * paper::MM / lines.size;
    let lines = Lines { leading, ..lines.clone() };
    page.text(lines, (Align::Left(MARGIN), base), Ink::Brand, (role, order));
}

/// «Куәлік 2026 жылғы "22" қарашада берілді».
fn issued(on: NaiveDate) -> String {
    let month = MONTHS.get(on.month0() as usize).copied().unwrap_or_default();
    format!("Куәлік {} жылғы «{:02}» {month} берілді", on.year(), on.day())
}

/// The cover repeats what the inner side says first.
fn cover(page: &mut Page) -> Result<(), Unprintable> {
    page.ground((FOLD, 0.0), (FOLD, OPEN.1), Ink::Brand);
    ornament(page, FOLD, &DARK);
    let middle = Align::Center(FOLD + FOLD / 2.0);
    for (row, line) in (0..3_u8).zip(SERVICE_IN_ROWS) {
        let line =
            Style::of(Weight::Semibold, 10.0).fit(line, (WIDTH * paper::MM, 1), Field::Words)?;
        let base = 24.0 + f32::from(row) * 5.4;
        page.text(line, (middle, base), Ink::LightGold, (Role::Ornament, 0));
    }
    let title =
        Style::of(Weight::Bold, 24.0).fit("КУӘЛІК", (WIDTH * paper::MM, 1), Field::Words)?;
    page.text(title, (middle, 50.0), Ink::LightGold, (Role::Ornament, 0));
    Ok(())
}

/// The inks of a page of the booklet: of its two waves, and of its frame.
struct Inks {
    waves: [Ink; 2],
    frame: Ink,
}

const LIGHT: Inks = Inks { waves: [Ink::PaleBrand, Ink::PaleGold], frame: Ink::Gold };
const DARK: Inks = Inks { waves: [Ink::DeepBrand, Ink::DeepGold], frame: Ink::LightGold };

/// The double frame of a page of the booklet, over waves.
fn ornament(page: &mut Page, from: f32, inks: &Inks) {
    for number in 0..14_u8 {
        let phase = f32::from(number) * 0.21;
        let height = 6.0 + f32::from(number) * 0.9;
        let ink = inks.waves[usize::from(number % 2)];
        let point = |step: u8| {
            let x = f32::from(step) * (FOLD - 7.0) / f32::from(STEPS);
            let turn = (from + x) / FOLD * 9.0;
            let swell = (x / (FOLD - 7.0) * std::f32::consts::PI).sin();
            (from + 3.5 + x, 33.0 + (turn + phase).sin() * height * (0.35 + 0.65 * swell))
        };
        page.curve((0..=STEPS).map(point).collect(), ink);
    }
    page.frame((from + 2.5, 2.5), (FOLD - 5.0, OPEN.1 - 5.0), 0.35, inks.frame);
    page.frame((from + 3.4, 3.4), (FOLD - 6.8, OPEN.1 - 6.8), 0.12, inks.frame);
}
