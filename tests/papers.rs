//! Papers as PDF: every word of the form, every Kazakh letter, the standards, and what no paper can show (Appendices 1 and 2).

use chrono::NaiveDate;
use jasaq::{
    documents::{
        self, Field, Unprintable,
        certificate::{Certificate, Check, Signatory},
    },
    domain::certificate::CertificateKind,
};
use std::{fs, path::Path, process::Command};

fn certificate(holder: &str) -> Certificate {
    Certificate {
        kind: CertificateKind::Volunteer,
        number: "Е000417".into(),
        holder: holder.into(),
        subdivision: "Шекара қызметінің «Сынақ» аумақтық бөлімшесі".into(),
        issued_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        signatory: Signatory {
            position: "Аумақтық бөлімше бастығы".into(),
            rank: "полковник".into(),
            name: "Образцов Айдар".into(),
        },
        check: Some(Check {
            url: "HTTPS://JASAQ.EXAMPLE.KZ/C/7K4M2QXP9RTDW3VA".into(),
            code: "7K4M-2QXP-9RTD-W3VA".into(),
        }),
    }
}

/// The words of a program of Debian about a PDF.
pub fn told(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    fs::write(&path, pdf).unwrap();
    let mut command = Command::new(program);
    for argument in arguments {
        command.arg(argument.replace("FILE", path.to_str().unwrap()));
    }
    let output = command
        .current_dir(folder.path())
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}; scripts/setup tests installs it"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{program}: {said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

/// The words of a PDF in the order of its pages, blanks made one.
pub fn text(pdf: &[u8]) -> String {
    let text = told("pdftotext", &["-raw", "FILE", "-"], pdf);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of an appendix as the Rules have it, from the first word of the form on.
const WORDS: [&str; 6] = [
    "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ҰЛТТЫҚ ҚАУІПСІЗДІК КОМИТЕТІНІҢ ШЕКАРА ҚЫЗМЕТІ № Е000417 куәлік",
    "Жеке қолы:",
    "Куәлік 2026 жылғы «22» қарашада берілді",
    "М.О.",
    "Осы куәлікті көрсетуші шекаралық кеңістік шегінде Қазақстан Республикасының Мемлекеттік шекарасын қорғауға жәрдем көрсетеді. Осы куәлік жеке басын куәландыратын куәлікті көрсеткен кезде жарамды.",
    "Шекаралық кеңістік шегіндегі мемлекеттік органдардың, ведомстволардың, кәсіпорындар мен мекемелердің (бағыныстылығы мен меншік нысанына қарамастан) барлық лауазымды адамдарынан Қазақстан Республикасының Мемлекеттік шекарасын қорғау мәселелері бойынша көмек көрсетуді сұраймын.",
];

#[test]
fn a_certificate_says_the_words_of_its_form_and_nothing_else_of_the_holder() {
    for (kind, status) in [
        (CertificateKind::Volunteer, "Шекара қызметінің ерікті жасақшысы болып табылады."),
        (CertificateKind::Freelance, "Шекара қызметінің штаттан тыс қызметкері болып табылады."),
    ] {
        let holder = "Құлмағамбетов Ғалымжан Өмірұлы";
        let pdf = Certificate { kind, ..certificate(holder) }.pdf().unwrap();
        let text = text(&pdf);
        for words in WORDS.iter().chain(&[
            holder,
            status,
            "полковник",
            "(лауазымы)",
            "(әскери атағы)",
            "(жеке қолы)",
            "(Т.А.Ә.)",
            "7K4M-2QXP-9RTD-W3VA",
        ]) {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert_eq!(text.matches("аумақтық бөлімшесі").count(), 1, "{text}");
        let places: Vec<_> = [
            holder,
            "болып табылады",
            "аумақтық бөлімшесі",
            "Жеке қолы",
            "берілді",
            "М.О.",
            "Осы куәлікті",
        ]
        .map(|words| text.find(words).unwrap())
        .into();
        assert!(places.is_sorted(), "the order of the form: {text}");
    }
}

#[test]
fn a_paper_is_archival_tagged_and_whole_and_the_same_data_gives_the_same_bytes() {
    let one = certificate("Үлгіев Үлгі");
    let pdf = one.pdf().unwrap();
    assert_eq!(pdf, one.pdf().unwrap());
    let info = told("pdfinfo", &["FILE"], &pdf);
    for fact in ["Tagged:          yes", "Pages:           2", "Title:           Куәлік № Е000417"]
    {
        assert!(info.contains(fact), "{fact} in {info}");
    }
    assert!(!info.contains("Үлгіев"));
    // 190 × 65 mm.
    assert!(info.contains("538.583 x 184.252 pts"), "{info}");
    let metadata = told("pdfinfo", &["-meta", "FILE"], &pdf);
    for word in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(metadata.contains(word), "{word} in {metadata}");
    }
    let structure = told("pdfinfo", &["-struct-text", "FILE"], &pdf);
    assert!(structure.contains("H1") && structure.contains("Figure"), "{structure}");
    let first = |words: &str| structure.find(words).unwrap();
    assert!(
        first("№ Е000417") < first("Осы куәлікті") && first("Осы куәлікті") < first("көмек"),
        "read as the form is: {structure}"
    );
    let fonts = told("pdffonts", &["FILE"], &pdf);
    assert!(fonts.lines().skip(2).all(|line| line.contains("yes yes yes")), "{fonts}");
    told("qpdf", &["--check", "FILE"], &pdf);
}

#[test]
fn every_kazakh_letter_is_shown_and_read_back() {
    let letters = "Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і Ё ё Й й Щ щ Ъ ъ Э э";
    let text = text(&certificate(letters).pdf().unwrap());
    assert!(text.contains(letters), "{text}");
}

#[test]
fn long_names_wrap_short_ones_stand_alone_and_what_does_not_fit_is_refused() {
    for holder in [
        "Сынақ",
        "Әбдіжәлелұлы-Нұрмұхаммедқызы Ғайнижамал Өтеген-Жұбанышқызы",
        "Мұхаммедқалиәбдірахмановшәкәрімқұдайбердіұлынұрсұлтанбекәділжан",
    ] {
        let text = text(&certificate(holder).pdf().unwrap());
        // A name without a blank is broken where the line ends.
        assert!(text.replace(' ', "").contains(&holder.replace(' ', "")), "{holder} in {text}");
    }
    let endless = "Ұ".repeat(400);
    assert_eq!(certificate(&endless).pdf(), Err(Unprintable::Long(Field::Holder)));
    // One word that is wider than its line breaks, and no other one.
    let broken = text(&certificate(&format!("{} Ғайнижамал", "Ұ".repeat(50))).pdf().unwrap());
    assert!(broken.contains("Ғайнижамал"), "{broken}");
    let mut wordy = certificate("Үлгіев Үлгі");
    wordy.signatory.position = "Қазақстан Республикасы Ұлттық қауіпсіздік комитеті Шекара қызметінің Сынақ облысы бойынша департаментінің бастығы".into();
    assert!(text(&wordy.pdf().unwrap()).contains("департаментінің"));
}

#[test]
fn the_words_of_the_form_stand_once_however_the_subdivision_writes_them() {
    for (name, printed) in [
        (
            "Шекара қызметінің «Сынақ» аумақтық бөлімшесі",
            "Шекара қызметінің «Сынақ» аумақтық бөлімшесі",
        ),
        ("«Сынақ»  АУМАҚТЫҚ  БӨЛІМШЕСІ", "«Сынақ» аумақтық бөлімшесі"),
        ("«Сынақ» аумақтық бөлімше", "«Сынақ» аумақтық бөлімшесі"),
        ("«Сынақ» аумақтық бөлімшесі (Үлгі қаласы)", "«Сынақ» аумақтық бөлімшесі (Үлгі қаласы)"),
        ("Аумақтық бөлімше «Сынақ»", "«Сынақ» аумақтық бөлімшесі"),
        ("«Сынақ» шекара бөлімі", "«Сынақ» шекара бөлімі аумақтық бөлімшесі"),
    ] {
        let one = Certificate { subdivision: name.into(), ..certificate("Үлгіев Үлгі") };
        let text = text(&one.pdf().unwrap());
        assert!(text.contains(printed), "{name}: {text}");
        assert_eq!(text.to_lowercase().matches("аумақтық бөлімше").count(), 2, "{name}: {text}");
    }
}

#[test]
fn a_letter_that_no_paper_shows_stops_it_by_name_and_markup_is_text() {
    for (holder, letter) in [
        ("Үлгіев 漢", '漢'),
        ("Үлгі\u{202e}ев", '\u{202e}'),
        ("Үлгі\u{7}", '\u{7}'),
        ("Үлгі\u{200b}", '\u{200b}'),
    ] {
        let refused = Err(Unprintable::Letter(letter, Field::Holder));
        assert_eq!(certificate(holder).pdf(), refused, "{holder:?}");
    }
    // Marks that climb over other fields, letters from right to left, and letters that one font alone knows.
    for letter in ['\u{301}', '\u{5d0}', '\u{627}', '\u{e000}', '\u{fb50}'] {
        let holder = format!("Үлгіқ{letter}");
        let refused = Err(Unprintable::Letter(letter, Field::Holder));
        assert_eq!(certificate(&holder).pdf(), refused, "{letter:?}");
        assert_eq!(certificate(&holder).check(), Err(Unprintable::Letter(letter, Field::Holder)));
    }
    // A name that was typed letter by mark is one of letters.
    assert!(text(&certificate("Сейи\u{306}тов Ае\u{308}").pdf().unwrap()).contains("Сеййтов Аё"));
    assert_eq!(certificate("Құлмағамбетов Ғалымжан").check(), Ok(()));
    for hostile in
        ["</text> #show: [x] ${7*7}", "(Үлгі) Tj ET \\n<< >>", "{{ me.name }} & 'a' \"b\""]
    {
        let text = text(&certificate(hostile).pdf().unwrap());
        assert!(text.contains(hostile), "{hostile} in {text}");
    }
}

#[test]
fn the_code_on_the_paper_is_read_by_a_telephone_and_absent_where_it_is_turned_off() {
    let one = certificate("Үлгіев Үлгі");
    assert_eq!(scanned(&one.pdf().unwrap()), [one.check.clone().unwrap().url]);
    assert!(text(&one.pdf().unwrap()).contains("jasaq.example.kz/C"), "the address to be expected");
    let bare = Certificate { check: None, ..one };
    let pdf = bare.pdf().unwrap();
    assert!(scanned(&pdf).is_empty() && !text(&pdf).contains("7K4M"));
    let url = format!("HTTPS://{}.KZ/C/7K4M2QXP9RTDW3VA", "A".repeat(200));
    let check = Some(Check { url, code: "7K4M-2QXP-9RTD-W3VA".into() });
    assert!(matches!(Certificate { check, ..bare }.pdf(), Err(Unprintable::Long(_))));
}

/// The codes that are found on the pages as a printer prints them.
fn scanned(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    fs::write(&path, pdf).unwrap();
    let pages = folder.path().join("page");
    let status = Command::new("pdftoppm")
        .args(["-r", "200", "-gray", "-png"])
        .arg(&path)
        .arg(&pages)
        .status();
    assert!(status.unwrap().success());
    let mut found = Vec::new();
    let mut files: Vec<_> =
        fs::read_dir(folder.path()).unwrap().flatten().map(|file| file.path()).collect();
    files.sort();
    for file in
        files.iter().filter(|file| Path::new(file).extension().is_some_and(|end| end == "png"))
    {
        let picture = image::open(file).unwrap().to_luma8();
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            picture.get_pixel(u32::try_from(x).unwrap(), u32::try_from(y).unwrap()).0[0]
        });
        found.extend(
            seen.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, said)| said),
        );
    }
    found
}

#[test]
fn certificates_stand_on_sheets_with_a_code_each_and_the_printer_is_tested_by_a_ruler() {
    let named = |n: u32| {
        let mut one = certificate(&format!("Үлгіев Үлгі {n}"));
        one.check.as_mut().unwrap().url = format!("HTTPS://JASAQ.EXAMPLE.KZ/C/7K4M2QXP9RTDW3V{n}");
        one
    };
    let all: Vec<_> = (1..=5).map(named).collect();
    let pdf = documents::sheet(&all).unwrap();
    let info = told("pdfinfo", &["FILE"], &pdf);
    assert!(
        info.contains("Pages:           4") && info.contains("595.276 x 841.89 pts (A4)"),
        "{info}"
    );
    let mut codes = scanned(&pdf);
    codes.sort();
    let urls: Vec<_> = all.iter().map(|one| one.check.clone().unwrap().url).collect();
    assert_eq!(codes, urls);
    told("qpdf", &["--check", "FILE"], &pdf);
    // A hundred at once.
    let many: Vec<_> = (0..100).map(|_| certificate("Үлгіев Үлгі")).collect();
    assert!(documents::sheet(&many).unwrap().starts_with(b"%PDF-"));
    let test = documents::test_sheet().unwrap();
    assert!(text(&test).contains("100 мм") && text(&test).contains("Сторона 2"));
    told("qpdf", &["--check", "FILE"], &test);
}
