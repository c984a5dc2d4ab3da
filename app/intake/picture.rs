//! Pictures of ID cards and minutes as offices have them: decoded under limits, turned upright, encoded anew without what cameras add.
//!
//! It is pure, and runs in the sandboxed process only: a small file may hold a picture of a gigabyte.

use super::{jpeg, unreadable::Unreadable, whole};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage, Rgba,
    RgbaImage, codecs::jpeg::JpegEncoder, imageops::FilterType, metadata::Orientation,
};
use std::{borrow::Cow, io::Cursor};

/// The longest side of a stored picture in pixels: an ID card stays readable to its smallest letter.
const LONGEST_SIDE: u32 = 2400;
/// The longest side of the small picture that is shown beside others, in pixels.
const THUMBNAIL_SIDE: u32 = 240;
/// PNG and WebP keep what screens show.
const MAX_PIXELS: u64 = 40_000_000;
/// Telephones take photographs of 108 megapixels, and copiers write pages of A3 at 600 dots per inch.
const MAX_PIXELS_OF_PAPER: u64 = 110_000_000;
/// Memory for a decoded picture, in bytes.
const DECODED_BYTES: u64 = 352 << 20;
const QUALITY: u8 = 85;

/// A page as it is stored, and small.
#[cfg_attr(test, derive(Debug, PartialEq, Eq))]
pub struct Picture {
    pub content: Vec<u8>,
    pub thumbnail: Vec<u8>,
}

impl Picture {
    /// Encodes a page as a JPEG without metadata, no larger than it is kept.
    ///
    /// # Errors
    /// [`Unreadable::Damaged`] for a picture without pixels.
    pub(super) fn of(page: RgbImage) -> Result<Self, Unreadable> {
        let content = jpeg_of(&page)?;
        let (width, height) = page.dimensions();
        let small = if width.max(height) <= THUMBNAIL_SIDE {
            page
        } else {
            let (width, height) = fitting(width, height, THUMBNAIL_SIDE);
            DynamicImage::from(page).thumbnail_exact(width, height).into_rgb8()
        };
        Ok(Self { content, thumbnail: jpeg_of(&small)? })
    }
}

/// Decodes a JPEG, a PNG, a WebP or the first page of a TIFF: upright, on white, within the size that is kept.
///
/// # Errors
/// [`Unreadable`].
pub(super) fn decode(bytes: &[u8], format: ImageFormat) -> Result<RgbImage, Unreadable> {
    let is_tiff = format == ImageFormat::Tiff;
    let whole = match format {
        ImageFormat::Jpeg => Cow::Owned(jpeg::whole(bytes)?),
        ImageFormat::Tiff => Cow::Borrowed(bytes),
        _ => Cow::Borrowed(whole::whole(bytes, format).ok_or(Unreadable::Damaged)?),
    };
    let most = match format {
        ImageFormat::Jpeg | ImageFormat::Tiff => MAX_PIXELS_OF_PAPER,
        _ => MAX_PIXELS,
    };
    let fault = |error: ImageError| match error {
        ImageError::Limits(_) => Unreadable::TooManyPixels,
        ImageError::Unsupported(_) if is_tiff => Unreadable::Tiff,
        _ => Unreadable::Damaged,
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(&whole[..]), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > most || decoder.total_bytes() > DECODED_BYTES {
        return Err(Unreadable::TooManyPixels);
    }
    decoder.set_limits(limits).map_err(fault)?;
    let orientation = decoder.orientation().map_err(fault)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(fault)?;
    Ok(upright(picture, orientation))
}

/// The picture as somebody holds it, on white paper. It is made smaller first: turning a large one takes as much memory again.
fn upright(picture: DynamicImage, orientation: Orientation) -> RgbImage {
    let picture = if picture.color().has_alpha() {
        DynamicImage::from(on_white(&picture.into_rgba8()))
    } else {
        picture
    };
    let mut picture = DynamicImage::from(within(picture, LONGEST_SIDE).into_rgb8());
    picture.apply_orientation(orientation);
    picture.into_rgb8()
}

/// White shines through as far as a pixel lets it.
fn on_white(picture: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let &Rgba([red, green, blue, cover]) = picture.get_pixel(x, y);
        let shade = |colour: u8| {
            let (colour, cover) = (u32::from(colour), u32::from(cover));
            u8::try_from((colour * cover + 255 * (255 - cover) + 127) / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([red, green, blue].map(shade))
    })
}

/// A picture three times as large is made smaller in two steps, of which the first takes no memory to speak of.
fn within(mut picture: DynamicImage, side: u32) -> DynamicImage {
    if longest(&picture) > 3 * side {
        let (width, height) = fitting(picture.width(), picture.height(), 2 * side);
        picture = picture.thumbnail_exact(width, height);
    }
    if longest(&picture) > side {
        let (width, height) = fitting(picture.width(), picture.height(), side);
        picture = picture.resize_exact(width, height, FilterType::Triangle);
    }
    picture
}

fn longest(picture: &DynamicImage) -> u32 {
    picture.width().max(picture.height())
}

/// The sides of a picture whose longest is that one; a line stays a line.
fn fitting(width: u32, height: u32, side: u32) -> (u32, u32) {
    let longest = u64::from(width.max(height));
    let fit = |length: u32| {
        let length = (u64::from(length) * u64::from(side) + longest / 2) / longest.max(1);
        u32::try_from(length).unwrap_or(side).max(1)
    };
    (fit(width), fit(height))
}

fn jpeg_of(picture: &RgbImage) -> Result<Vec<u8>, Unreadable> {
    let mut content = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut content, QUALITY))
        .map_err(|_| Unreadable::Damaged)?;
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::copy;
    use image::{GrayAlphaImage, ImageBuffer, LumaA};
    use proptest::prelude::*;
    use std::{fs, path::PathBuf};

    fn case(name: &str) -> Vec<u8> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases");
        fs::read(folder.join(name)).unwrap()
    }

    fn pages(bytes: &[u8]) -> Result<Vec<Picture>, Unreadable> {
        let mut pages = Vec::new();
        copy::read(bytes.to_vec(), &mut |page| {
            pages.push(page);
            Ok(())
        })
        .unwrap()
        .map(|()| pages)
    }

    fn stored(jpeg: &[u8]) -> RgbImage {
        image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().into_rgb8()
    }

    /// The mean of each colour.
    fn mean(picture: &RgbImage) -> [f64; 3] {
        let count = f64::from(picture.width()) * f64::from(picture.height());
        [0, 1, 2].map(|channel| {
            picture.pixels().map(|pixel| f64::from(pixel.0[channel])).sum::<f64>() / count
        })
    }

    fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.into().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// Something that is alike nowhere: a cut shows in it wherever it is.
    fn photograph(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| {
            let shade = |n: u32| u8::try_from((x * x * n + y * (n + 7) + x * y) % 251).unwrap();
            image::Rgb([shade(3), shade(5), shade(11)])
        })
    }

    /// A JPEG with an EXIF block that holds a place and says "turn me by 90 degrees".
    fn turned_jpeg() -> Vec<u8> {
        let plain = written(RgbImage::new(40, 20), ImageFormat::Jpeg);
        let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS-SECRET";
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend_from_slice(tiff);
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
    }

    #[test]
    fn a_picture_is_turned_upright_and_loses_what_the_camera_added() {
        let card = &pages(&turned_jpeg()).unwrap()[0];
        assert_eq!(stored(&card.content).dimensions(), (20, 40));
        assert!(!card.content.windows(10).any(|w| w == b"GPS-SECRET"));
    }

    #[test]
    fn pictures_become_jpeg_and_large_ones_are_made_smaller() {
        for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff, ImageFormat::Jpeg] {
            for (width, height, small) in [(4800, 100, 5), (9600, 200, 5)] {
                let page = &pages(&written(RgbImage::new(width, height), format)).unwrap()[0];
                let sizes = [&page.content, &page.thumbnail].map(|jpeg| stored(jpeg).dimensions());
                assert_eq!(sizes, [(2400, 50), (240, small)], "{format:?}");
            }
        }
    }

    #[test]
    fn what_shines_through_is_laid_on_white_in_the_page_and_in_the_small_picture() {
        for name in ["copy-see-through.png", "copy-see-through.webp"] {
            let page = &pages(&case(name)).unwrap()[0];
            for jpeg in [&page.content, &page.thumbnail] {
                assert!(mean(&stored(jpeg)).iter().all(|shade| *shade > 200.0), "{name}");
            }
        }
    }

    #[test]
    fn each_way_of_shining_through_is_laid_on_white() {
        let grey =
            GrayAlphaImage::from_fn(300, 90, |x, _| LumaA([0, if x < 75 { 255 } else { 0 }]));
        let deep = ImageBuffer::<Rgba<u16>, Vec<u16>>::from_fn(300, 90, |x, _| {
            Rgba([0, 0, 0, if x < 75 { u16::MAX } else { 0 }])
        });
        let pictures = [
            written(grey, ImageFormat::Png),
            written(DynamicImage::ImageRgba16(deep), ImageFormat::Png),
            see_through_palette(),
        ];
        for picture in pictures {
            let page = &pages(&picture).unwrap()[0];
            for jpeg in [&page.content, &page.thumbnail] {
                let [red, green, blue] = mean(&stored(jpeg));
                for shade in [red, green, blue] {
                    assert!((shade - 191.0).abs() < 3.0, "a quarter is black: {shade}");
                }
            }
        }
    }

    fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
        let named = [name, content].concat();
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        let mut crc = flate2::Crc::new();
        crc.update(&named);
        [&length[..], &named, &crc.sum().to_be_bytes()].concat()
    }

    /// A PNG of two colours, both black, of which the second shines through; a quarter has the first.
    fn see_through_palette() -> Vec<u8> {
        let row = [&[0][..], &[0; 8], &[255; 24]].concat();
        let mut deflated = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut deflated, &row.repeat(64)).unwrap();
        [
            &b"\x89PNG\r\n\x1a\n"[..],
            &chunk(b"IHDR", &[0, 0, 1, 0, 0, 0, 0, 64, 1, 3, 0, 0, 0]),
            &chunk(b"PLTE", &[0; 6]),
            &chunk(b"tRNS", &[255, 0]),
            &chunk(b"IDAT", &deflated.finish().unwrap()),
            &chunk(b"IEND", b""),
        ]
        .concat()
    }

    #[test]
    fn a_picture_of_which_a_part_is_lacking_is_damaged() {
        for name in [
            "copy-jpeg-cut-at-40.jpg",
            "copy-jpeg-cut-at-99.jpg",
            "copy-progressive-first-scan-only.jpg",
        ] {
            assert_eq!(pages(&case(name)).err(), Some(Unreadable::Damaged), "{name}");
            // Closed by a tool that mends what it can.
            let closed = [case(name), vec![0xff, 0xd9]].concat();
            assert_eq!(pages(&closed).err(), Some(Unreadable::Damaged), "{name}");
            // A disk that was full before the file was.
            let padded = [case(name), vec![0; 50_000]].concat();
            assert_eq!(pages(&padded).err(), Some(Unreadable::Damaged), "{name}");
        }
        let png = written(photograph(60, 60), ImageFormat::Png);
        let mut flipped = png.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        let lacking_end = &png[..png.len() - 12];
        for damaged in [&flipped, lacking_end] {
            assert_eq!(pages(damaged).err(), Some(Unreadable::Damaged));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn a_picture_that_is_cut_anywhere_is_damaged_and_one_with_more_behind_it_is_read(
            cut in 0.0..1.0_f64,
            kind in 0..6_usize,
            behind in prop_oneof![
                Just(vec![0; 700]),
                Just(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\xff\xf8mdat".to_vec()),
                Just(vec![0xff, 0xd8, 0xff, 0xe1, 0, 9]),
            ],
        ) {
            let whole = match kind {
                0 => written(photograph(90, 60), ImageFormat::Jpeg),
                1 => case("copy-progressive.jpg"),
                2 => case("copy-restarts.jpg"),
                3 => written(photograph(90, 60), ImageFormat::Png),
                4 => written(photograph(90, 60), ImageFormat::WebP),
                _ => case("copy-ycck.jpg"),
            };
            prop_assert!(pages(&whole).is_ok(), "whole {kind}");
            let read = pages(&[&whole[..], &behind].concat());
            prop_assert!(read.is_ok(), "with more behind it {kind}: {read:?}");
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let length = ((whole.len() as f64 * cut) as usize).max(16);
            let read = pages(&whole[..length]);
            prop_assert_eq!(read.err(), Some(Unreadable::Damaged), "{} at {}", kind, length);
        }
    }

    #[test]
    fn a_page_of_a_copier_is_read_as_it_is_and_a_cut_one_is_damaged() {
        let scan = case("scan-two-pages.tif");
        assert_eq!(pages(&scan).unwrap().len(), 2);
        let fax = pages(&case("scan-fax.tif")).unwrap();
        assert_eq!(fax.len(), 2);
        assert!(mean(&stored(&fax[0].content)).iter().all(|shade| *shade > 180.0));
        for length in [8, 100, 9_000, 12_000, 19_000, 19_500] {
            assert_eq!(pages(&scan[..length]).err(), Some(Unreadable::Damaged), "{length}");
        }
    }

    #[test]
    fn colours_of_printers_are_read_as_they_were() {
        for shade in mean(&stored(&pages(&case("copy-ycck.jpg")).unwrap()[0].content)) {
            assert!((shade - 231.0).abs() < 4.0, "{shade}");
        }
        for shade in mean(&stored(&pages(&case("copy-cmyk-in.pdf")).unwrap()[0].content)) {
            assert!((shade - 234.0).abs() < 4.0, "{shade}");
        }
    }

    #[test]
    fn what_a_telephone_or_an_office_calls_a_picture_is_told_by_its_bytes() {
        for name in ["IMG_0001.HEIC", "IMG_0002.jpg"] {
            assert_eq!(pages(&case(name)).err(), Some(Unreadable::Heic), "{name}");
        }
        assert_eq!(pages(b"").err(), Some(Unreadable::Empty));
        assert_eq!(pages(b"<html>").err(), Some(Unreadable::WebPage));
        assert_eq!(pages(b"GIF89a").err(), Some(Unreadable::Gif));
    }

    #[test]
    fn a_pixel_flood_is_refused_before_it_is_decoded() {
        let (wide, high) = (7_000_u32, 6_000_u32);
        let header = [&wide.to_be_bytes()[..], &high.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
        let png = [
            &b"\x89PNG\r\n\x1a\n"[..],
            &chunk(b"IHDR", &header),
            &chunk(b"IDAT", b"nothing"),
            &chunk(b"IEND", b""),
        ]
        .concat();
        let size = ((wide - 1) | (high - 1) << 14).to_le_bytes();
        let web_p = [&b"RIFF\x16\0\0\0WEBPVP8L\x0a\0\0\0\x2f"[..], &size, &[0; 5]].concat();
        for flood in [png, web_p] {
            assert_eq!(pages(&flood).err(), Some(Unreadable::TooManyPixels));
        }
        // The frame of a photograph of 200 megapixels, and nothing else of it.
        let mut photograph = written(RgbImage::new(16, 16), ImageFormat::Jpeg);
        let frame = photograph.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
        photograph[frame + 5..frame + 9].copy_from_slice(&[0x2f, 0xd0, 0x3f, 0xc0]);
        assert_eq!(pages(&photograph).err(), Some(Unreadable::TooManyPixels));
    }
}
