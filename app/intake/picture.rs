//! Pictures of ID cards and minutes as offices have them: decoded under limits, turned upright, encoded anew without what cameras add.

use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage,
    codecs::jpeg::JpegEncoder,
};
use std::io::Cursor;

/// The longest side of a stored picture in pixels: an ID card stays readable to its smallest letter.
const LONGEST_SIDE: u32 = 2400;
/// The longest side that is decoded at all.
const DECODED_SIDE: u32 = 12_000;
/// Memory for decoding, in bytes.
const DECODED_BYTES: u64 = 256 << 20;
const QUALITY: u8 = 85;

/// The longest side of the small picture that is shown beside others, in pixels.
const THUMBNAIL_SIDE: u32 = 240;

/// A page as it is stored, and small.
pub struct Picture {
    pub content: Vec<u8>,
    pub thumbnail: Vec<u8>,
}

/// Why a file is no copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("neither JPEG, PNG, WebP nor PDF")]
    OtherType,
    #[error("damaged")]
    Damaged,
    #[error("too many pixels")]
    TooManyPixels,
    #[error("the PDF asks for a password")]
    Locked,
    #[error("too many pages")]
    TooManyPages,
}

impl Unreadable {
    /// The phrase `error-…` that says what to do.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OtherType => "copy-type",
            Self::Damaged => "copy-damaged",
            Self::TooManyPixels => "copy-pixels",
            Self::Locked => "copy-locked",
            Self::TooManyPages => "copy-pages",
        }
    }
}

/// Reads a picture, its type told by its bytes: it becomes a JPEG without metadata.
///
/// # Errors
/// [`Unreadable`]; nothing of the file is kept then.
pub fn read(bytes: &[u8]) -> Result<Picture, Unreadable> {
    let Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) =
        image::guess_format(bytes)
    else {
        return Err(Unreadable::OtherType);
    };
    let picture = upright(bytes, format)?;
    Ok(Picture { content: jpeg(&within(&picture, LONGEST_SIDE))?, thumbnail: small(&picture)? })
}

/// Keeps a page that we have drawn ourselves, and makes it small.
///
/// # Errors
/// [`Unreadable`] when it is no picture.
pub fn drawn(content: Vec<u8>) -> Result<Picture, Unreadable> {
    let thumbnail = small(&upright(&content, ImageFormat::Jpeg)?)?;
    Ok(Picture { content, thumbnail })
}

fn small(picture: &DynamicImage) -> Result<Vec<u8>, Unreadable> {
    let is_small = picture.width().max(picture.height()) <= THUMBNAIL_SIDE;
    jpeg(&if is_small {
        picture.to_rgb8()
    } else {
        picture.thumbnail(THUMBNAIL_SIDE, THUMBNAIL_SIDE).to_rgb8()
    })
}

fn within(picture: &DynamicImage, side: u32) -> RgbImage {
    if picture.width().max(picture.height()) > side {
        picture.resize(side, side, image::imageops::FilterType::Triangle).to_rgb8()
    } else {
        picture.to_rgb8()
    }
}

fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, Unreadable> {
    let mut content = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut content, QUALITY))
        .map_err(|_| Unreadable::Damaged)?;
    Ok(content)
}

fn upright(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Unreadable> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(DECODED_SIDE);
    limits.max_image_height = Some(DECODED_SIDE);
    limits.max_alloc = Some(DECODED_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits.clone());
    let fault = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => Unreadable::TooManyPixels,
        _ => Unreadable::Damaged,
    };
    let mut decoder = reader.into_decoder().map_err(fault)?;
    decoder.set_limits(limits).map_err(fault)?;
    let orientation = decoder.orientation().map_err(fault)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(fault)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// A JPEG with an EXIF block that holds a place and says "turn me by 90 degrees".
    fn turned_jpeg() -> Vec<u8> {
        let plain = picture(ImageFormat::Jpeg, 40, 20);
        let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS-SECRET";
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend_from_slice(tiff);
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
    }

    #[test]
    fn a_picture_is_turned_upright_and_loses_what_the_camera_added() {
        let card = read(&turned_jpeg()).unwrap();
        let stored = image::load_from_memory(&card.content).unwrap();
        assert_eq!((stored.width(), stored.height()), (20, 40));
        assert!(!card.content.windows(10).any(|w| w == b"GPS-SECRET"));
    }

    #[test]
    fn png_and_webp_become_jpeg_and_large_ones_are_made_smaller() {
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let page = read(&picture(format, 4800, 100)).unwrap();
            let size = |jpeg: &[u8]| {
                image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg)
                    .map(|p| (p.width(), p.height()))
                    .unwrap()
            };
            assert_eq!((size(&page.content), size(&page.thumbnail)), ((2400, 50), (240, 5)));
        }
    }

    #[test]
    fn what_is_no_copy_is_refused_by_its_bytes_and_not_by_its_name() {
        assert_eq!(read(b"").err(), Some(Unreadable::OtherType));
        assert_eq!(read(b"<html>").err(), Some(Unreadable::OtherType));
        assert_eq!(read(b"GIF89a").err(), Some(Unreadable::OtherType));
        assert_eq!(read(&picture(ImageFormat::Png, 40, 40)[..60]).err(), Some(Unreadable::Damaged));
    }

    #[test]
    fn a_pixel_flood_is_refused_before_it_is_decoded() {
        // The header of a PNG of 65,535 × 65,535 pixels and nothing else.
        let mut flood = picture(ImageFormat::Png, 1, 1);
        flood[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        let crc = crc32(&flood[12..29]).to_be_bytes();
        flood[29..33].copy_from_slice(&crc);
        assert_eq!(read(&flood).err(), Some(Unreadable::TooManyPixels));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            })
        })
    }
}
