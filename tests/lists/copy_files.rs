//! Pictures, PDFs and faxes as offices send them, each decoded in a process of its own: whole, or told what is wrong.

use crate::harness::{TestApp, fixture, squad_scenario::SquadScenario};
use image::{
    DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
};
use jasaq::intake::{copy_sandbox::read_apart, unreadable::Unreadable};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};
use std::{io::Cursor, path::Path};

/// The pages of a file and their small pictures, or why it has none.
fn read(bytes: &[u8]) -> Result<Vec<(RgbImage, RgbImage)>, Unreadable> {
    let pages = read_apart(Path::new(env!("CARGO_BIN_EXE_jasaq")), bytes).unwrap()?;
    let decoded = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().to_rgb8();
    Ok(pages.iter().map(|page| (decoded(&page.content), decoded(&page.thumbnail))).collect())
}

fn case(name: &str) -> Result<Vec<(RgbImage, RgbImage)>, Unreadable> {
    read(&fixture(&format!("cases/{name}")))
}

/// The mean of a colour, from 0 to 255.
fn mean(image: &RgbImage, channel: usize) -> u32 {
    let sum: u64 = image.pixels().map(|pixel| u64::from(pixel.0[channel])).sum();
    u32::try_from(sum / u64::from(image.width() * image.height())).unwrap()
}

fn brightness(image: &RgbImage) -> u32 {
    (0..3).map(|channel| mean(image, channel)).sum::<u32>() / 3
}

fn is_near(value: u32, expected: u32) -> bool {
    value.abs_diff(expected) <= 3
}

#[test]
fn what_is_seen_through_lies_on_white() {
    for name in ["copy-see-through.png", "copy-see-through.webp"] {
        let pages = case(name).unwrap();
        assert_eq!(pages.len(), 1, "{name}");
        for image in [&pages[0].0, &pages[0].1] {
            let dark = image.pixels().filter(|pixel| pixel.0[0] < 100).count();
            assert!(brightness(image) > 200 && dark > 20, "{name}: {}", brightness(image));
        }
    }
    // Black letters on nothing, in the other ways that a PNG has of saying nothing.
    let letters = |x: u32, y: u32| (x / 8 + y / 8).is_multiple_of(7);
    let see_through = RgbaImage::from_fn(400, 300, |x, y| {
        Rgba(if letters(x, y) { [0, 0, 0, 255] } else { [0, 0, 0, 0] })
    });
    let image = DynamicImage::ImageRgba8(see_through);
    for other in [
        DynamicImage::ImageRgba16(image.to_rgba16()),
        DynamicImage::ImageLumaA8(image.to_luma_alpha8()),
        DynamicImage::ImageLumaA16(image.to_luma_alpha16()),
        image,
    ] {
        let mut bytes = Cursor::new(Vec::new());
        other.write_to(&mut bytes, ImageFormat::Png).unwrap();
        let pages = read(bytes.get_ref()).unwrap();
        assert!(brightness(&pages[0].0) > 200, "{:?}", other.color());
    }
}

#[test]
fn what_lacks_a_part_is_damaged() {
    for name in [
        "copy-jpeg-cut-at-40.jpg",
        "copy-jpeg-cut-at-99.jpg",
        "copy-progressive-first-scan-only.jpg",
        "copy-cut-in-the-middle.pdf",
    ] {
        assert_eq!(case(name), Err(Unreadable::Damaged), "{name}");
    }
    for name in ["copy-progressive.jpg", "copy-restarts.jpg"] {
        let whole = fixture(&format!("cases/{name}"));
        assert_eq!(read(&whole).unwrap().len(), 1, "{name}");
        for part in [3, 5, 9] {
            let cut = &whole[..whole.len() * part / 10];
            assert_eq!(read(cut), Err(Unreadable::Damaged), "{name} cut at {part}0 %");
        }
    }
}

/// A photograph-like picture in one of the formats.
fn encoded(kind: u8) -> Vec<u8> {
    let image = RgbImage::from_fn(160, 120, |x, y| {
        let bytes = [x * 3 + y, x ^ y, y * 5 + x / 3].map(|c| u8::try_from(c & 255).unwrap());
        Rgb(bytes)
    });
    let mut bytes = Vec::new();
    match kind {
        0 => JpegEncoder::new_with_quality(&mut bytes, 80).encode_image(&image).unwrap(),
        1 => PngEncoder::new(&mut bytes)
            .write_image(&image, 160, 120, ExtendedColorType::Rgb8)
            .unwrap(),
        _ => {
            let mut written = Cursor::new(Vec::new());
            image.write_to(&mut written, ImageFormat::WebP).unwrap();
            bytes = written.into_inner();
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Cut anywhere before its end a picture is damaged; what stands behind its end is nothing of it.
    #[test]
    fn a_picture_is_whole_or_damaged(
        kind in 0_u8..3,
        place in 0.05_f64..0.995,
        behind in prop::collection::vec(any::<u8>(), 0..3000),
    ) {
        let whole = encoded(kind);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a small file")]
        let cut = (whole.len() as f64 * place) as usize;
        prop_assert_eq!(read(&whole[..cut]), Err(Unreadable::Damaged), "cut at {} of {}", cut, whole.len());
        let longer = [whole, behind].concat();
        let pages = read(&longer);
        prop_assert!(pages.is_ok_and(|pages| pages.len() == 1), "what stands behind");
    }
}

#[test]
fn a_pdf_with_something_before_or_behind_it_is_read() {
    for name in [
        "copy-zeros-behind-end.pdf",
        "copy-page-behind-end.pdf",
        "copy-byte-order-mark-first.pdf",
        "copy-mail-header-first.pdf",
    ] {
        let pages = case(name).unwrap();
        assert_eq!(pages.len(), 1, "{name}");
        let means = [0, 1, 2].map(|channel| mean(&pages[0].0, channel));
        let is_right = means.iter().zip([213, 219, 228]).all(|(is, should)| is_near(*is, should));
        assert!(is_right, "{name}: {means:?}");
    }
    // Blank lines in front, and another end mark in what stands behind.
    let whole = crate::harness::pdf::of_pages(2);
    let both = [b"\r\n\r\n".as_slice(), &whole, b"\r\n<html>%%EOF</html>\n"].concat();
    assert_eq!(read(&both).unwrap().len(), 2);
}

#[test]
fn colours_of_printers_stay_what_they_are() {
    assert!(is_near(brightness(&case("copy-ycck.jpg").unwrap()[0].0), 231));
    assert!(is_near(brightness(&case("copy-cmyk-in.pdf").unwrap()[0].0), 234));
}

#[test]
fn letters_whose_font_is_not_in_the_file_are_drawn_or_the_file_is_refused() {
    match case("minutes-font-not-in-file.pdf") {
        Err(unreadable) => assert_eq!(unreadable, Unreadable::FontsMissing),
        Ok(pages) => {
            // «Protocol No 14» and commas alone are some hundred dark points; the minutes are several lines.
            let dark = pages[0].0.pixels().filter(|pixel| pixel.0[0] < 128).count();
            assert!(dark > 6000, "{dark} dark points");
        }
    }
}

#[test]
fn what_is_no_copy_is_called_by_its_name() {
    for name in ["IMG_0001.HEIC", "IMG_0002.jpg"] {
        assert_eq!(case(name), Err(Unreadable::Heic), "{name}");
    }
    for (bytes, kind) in [
        (&b"GIF89a\x01\0\x01\0"[..], Unreadable::Gif),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", Unreadable::Bmp),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", Unreadable::Avif),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", Unreadable::Film),
        (b"\0\0\0\x0cjP  \r\n\x87\n", Unreadable::Jpeg2000),
        (b"<!doctype html><html></html>", Unreadable::WebPage),
        (b"Rar!\x1a\x07\0", Unreadable::Archive),
        (b"no file", Unreadable::OtherType),
        (b"", Unreadable::Empty),
    ] {
        assert_eq!(read(bytes), Err(kind), "{kind}");
    }
    assert_eq!(case("scan-two-pages.tif").unwrap().len(), 2);
    assert_eq!(case("scan-fax.tif").unwrap().len(), 2);
}

#[test]
fn a_small_file_that_unpacks_to_a_giant_is_refused_by_a_process_of_its_own() {
    // 12,000 × 12,000 points of one bit: 17 kB as a file, 144 million points.
    let mut bytes = Vec::new();
    {
        let mut header = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut chunk = |name: &[u8; 4], data: &[u8]| {
            let mut crc = flate2::Crc::new();
            crc.update(name);
            crc.update(data);
            header.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
            header.extend(name);
            header.extend(data);
            header.extend(crc.sum().to_be_bytes());
        };
        let side = 12_000_u32.to_be_bytes();
        chunk(b"IHDR", &[&side[..], &side, &[1, 0, 0, 0, 0]].concat());
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::copy(&mut std::io::Read::take(std::io::repeat(0), 12_000 * 1501), &mut packed)
            .unwrap();
        chunk(b"IDAT", &packed.finish().unwrap());
        chunk(b"IEND", b"");
        bytes.append(&mut header);
    }
    assert!(bytes.len() < 30_000, "{}", bytes.len());
    assert_eq!(read(&bytes), Err(Unreadable::TooManyPixels));
}

/// A one-coloured JPEG of that size.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = image::GrayImage::from_pixel(width, height, image::Luma([200]));
    JpegEncoder::new_with_quality(&mut bytes, 60).encode_image(&image).unwrap();
    bytes
}

#[test]
fn photographs_of_telephones_are_taken_up_to_110_megapixels() {
    let pages = read(&photograph(12_000, 9_000)).unwrap();
    assert!(pages[0].0.width() <= 2400 && pages[0].0.height() <= 2400);
    assert_eq!(read(&photograph(16_320, 12_240)), Err(Unreadable::TooManyPixels));
}

/// What the pages that wait on a list are suggested to, in their order.
fn suggested(road: &mut SquadScenario, path: &str) -> Vec<String> {
    let matches = road.akimat.see(path).form(&format!("{path}/matches"));
    let pages = matches.fields.iter().filter(|(name, _)| name.starts_with("page-"));
    pages.map(|(_, entry)| entry.clone()).collect()
}

#[test]
fn names_of_files_suggest_whole_names_only() {
    for (list, folder, files, expected) in [
        (
            "list-names-within-names.xlsx",
            "copies-names-within-names",
            vec!["Тестов Али.png", "Тестова Алия.png", "Тестов Алихан.png"],
            vec![Some(0), None, None],
        ),
        ("list-names-decomposed.xlsx", "copies-names-decomposed", Vec::new(), Vec::new()),
    ] {
        let app = TestApp::start();
        let file = fixture(&format!("cases/{list}"));
        let mut road = SquadScenario::new(&app).with_file(list, file).proposed();
        let folder = crate::harness::database::product(&format!("tests/fixtures/cases/{folder}"));
        let mut found: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| {
                (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
            })
            .collect();
        found.sort_by_key(|(name, _)| files.iter().position(|file| file == name));
        let (path, entries) = (format!("{}/copies", road.list), road.entries());
        let form = road.akimat.see(&path).form(&path);
        let sent: Vec<(&str, &str, &[u8])> =
            found.iter().map(|(name, bytes)| ("copy", name.as_str(), &bytes[..])).collect();
        road.akimat.post_files(&form, &[], &sent).expect(303);
        let whose = suggested(&mut road, &path);
        if expected.is_empty() {
            assert_eq!(whose.iter().filter(|entry| !entry.is_empty()).count(), found.len());
        } else {
            let expected: Vec<&str> = expected
                .iter()
                .map(|at| at.map_or("", |at: usize| entries[at].rsplit('/').next().unwrap()))
                .collect();
            assert_eq!(whose, expected);
        }
        app.deliver();
    }
}

/// The bytes of a case.
fn kept(name: &str) -> Vec<u8> {
    fixture(&format!("cases/{name}"))
}

#[test]
fn what_can_not_be_a_copy_is_named_with_what_to_do() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let path = format!("{}/copies", road.list);
    let form = road.akimat.see(&path).form(&path);
    let (heic, renamed, cut) =
        (kept("IMG_0001.HEIC"), kept("IMG_0002.jpg"), kept("copy-jpeg-cut-at-99.jpg"));
    let (slow, half) =
        (kept("copy-progressive-first-scan-only.jpg"), kept("copy-cut-in-the-middle.pdf"));
    let files = [
        ("copy", "IMG_0001.HEIC", &heic[..]),
        ("copy", "IMG_0002.jpg", &renamed[..]),
        ("copy", "суретtі.jpg", &cut[..]),
        ("copy", "баяу.jpg", &slow[..]),
        ("copy", "жарты.pdf", &half[..]),
        ("copy", "хат.docx", &b"PK\x03\x04......word/document.xml"[..]),
    ];
    let page = road.akimat.post_files(&form, &[], &files).expect(422);
    assert_eq!(page.text().matches("HEIC").count(), 3, "twice in words and once in a name");
    assert!(page.says("Наиболее совместимые") && page.says("Word құжаты"), "{}", page.text());
    assert_eq!(page.text().matches("бүлінген").count(), 3);
    assert_eq!(app.count("SELECT count(*) FROM copy"), 0);
    app.deliver();
}

#[test]
fn a_file_that_is_refused_takes_the_suggestions_from_no_other() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let (path, entries) = (format!("{}/copies", road.list), road.entries());
    let form = road.akimat.see(&path).form(&path);
    let (card, heic) = (kept("copy-see-through.png"), kept("IMG_0001.HEIC"));
    let files = [("copy", "мысалова гулнар.png", &card[..]), ("copy", "IMG_0001.HEIC", &heic[..])];
    let page = road.akimat.post_files(&form, &[], &files).expect(422);
    let matches = page.form(&format!("{path}/matches"));
    let whose = matches.fields.iter().find(|(name, _)| name.starts_with("page-")).unwrap();
    assert_eq!(whose.1, entries[1].rsplit('/').next().unwrap());
    app.deliver();
}

#[test]
fn whole_files_are_kept_whatever_stands_round_them() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let path = format!("{}/copies", road.list);
    let form = road.akimat.see(&path).form(&path);
    let names = [
        "copy-zeros-behind-end.pdf",
        "copy-page-behind-end.pdf",
        "copy-byte-order-mark-first.pdf",
        "copy-mail-header-first.pdf",
        "copy-see-through.png",
        "copy-see-through.webp",
        "scan-two-pages.tif",
    ];
    let contents = names.map(kept);
    let files: Vec<(&str, &str, &[u8])> =
        names.iter().zip(&contents).map(|(name, bytes)| ("copy", *name, &bytes[..])).collect();
    road.akimat.post_files(&form, &[], &files).expect(303);
    assert_eq!(app.count("SELECT count(*) FROM copy"), 8);
    app.deliver();
}

#[test]
fn minutes_show_all_their_letters_though_the_font_is_elsewhere() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let form = road
        .secretary
        .see(&format!("{}/decisions/new", road.squad))
        .form(&format!("{}/decisions", road.squad));
    let fields = [("number", "7"), ("presided_by", "Мысалов Ә."), ("votes_for", "9")];
    let minutes = kept("minutes-font-not-in-file.pdf");
    let file = Some(("minutes", "хаттама.pdf", &minutes[..]));
    let check = road.secretary.submit(&form, &fields).expect(200).form(&form.action);
    road.secretary.post_file(&check, &[], file).expect(303);
    let decision = road.secretary.see("/decisions").links("/decisions/").remove(0);
    let html = road.secretary.see(&decision).html;
    let page = html.split("src=\"").find(|src| src.starts_with("/copies/")).unwrap();
    let shown = road.secretary.see(page.split('"').next().unwrap());
    let page = image::load_from_memory(&shown.content).unwrap().to_luma8();
    // Two lines of Kazakh stand above the one that is Latin.
    let ink = |from: u32, to: u32| {
        page.enumerate_pixels()
            .filter(|(_, y, pixel)| (from..to).contains(y) && pixel.0[0] < 128)
            .count()
    };
    let height = page.height();
    assert!(ink(0, height * 3 / 10) > 2_000 && ink(height * 3 / 10, height * 45 / 100) > 2_000);
    app.deliver();
}
