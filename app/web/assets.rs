//! Style sheet, script and pictures: compiled in, served under names that change with their content, cached for ever, and
//! compressed once, as small as they get.

use super::icons;
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{borrow::Cow, collections::BTreeMap, io::Write, sync::LazyLock};

struct Asset {
    /// What templates call it by.
    stem: &'static str,
    /// The name in its address: the hash of its content, and its ending.
    name: String,
    media_type: &'static str,
    plain: Cow<'static, str>,
    brotli: Vec<u8>,
    gzip: Vec<u8>,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    vec![
        asset(
            "style",
            "css",
            "text/css; charset=utf-8",
            close(include_str!("../assets/style.css")).into(),
        ),
        asset(
            "script",
            "js",
            "text/javascript; charset=utf-8",
            include_str!("../assets/script.js").into(),
        ),
        asset(
            "leader",
            "js",
            "text/javascript; charset=utf-8",
            include_str!("../assets/leader.js").into(),
        ),
        asset("icon", "svg", "image/svg+xml", include_str!("../assets/icon.svg").into()),
        asset("icons", "svg", "image/svg+xml", icons::sprite().into()),
    ]
});

static PATHS: LazyLock<BTreeMap<&'static str, String>> = LazyLock::new(|| {
    ASSETS.iter().map(|asset| (asset.stem, format!("/assets/{}", asset.name))).collect()
});

fn asset(
    stem: &'static str,
    ending: &str,
    media_type: &'static str,
    plain: Cow<'static, str>,
) -> Asset {
    let name = format!("{}.{ending}", hex::encode(&Sha256::digest(plain.as_bytes())[..8]));
    let (brotli, gzip) = (brotli(plain.as_bytes()), gzip(plain.as_bytes()));
    Asset { stem, name, media_type, plain, brotli, gzip }
}

/// A style sheet without the blanks that are there for those who read it.
fn close(sheet: &str) -> String {
    let lines: String =
        sheet.lines().map(str::trim).filter(|line| !line.starts_with("/*")).collect();
    [(" { ", "{"), (" {", "{"), ("{ ", "{"), ("; }", "}"), ("; ", ";"), (", ", ","), (": ", ":")]
        .iter()
        .fold(lines, |text, (from, to)| text.replace(from, to))
}

fn brotli(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..brotli::enc::BrotliEncoderParams::default()
    };
    // Nothing fails that writes to memory; if it did, what is empty is not served.
    let written = brotli::BrotliCompress(&mut &*plain, &mut out, &parameters);
    if written.is_ok() { out } else { Vec::new() }
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// The path of each asset by its name without ending.
pub fn paths() -> &'static BTreeMap<&'static str, String> {
    &PATHS
}

/// Serves an asset by its hashed name, in the best encoding that the browser knows.
pub async fn show(request: HttpRequest, name: web::Path<String>) -> HttpResponse {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == *name) else {
        return HttpResponse::NotFound().finish();
    };
    let accepted = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    let (encoding, content) = [("br", &asset.brotli), ("gzip", &asset.gzip)]
        .into_iter()
        .find(|(encoding, content)| accepts(accepted, encoding) && !content.is_empty())
        .map_or(("identity", asset.plain.as_bytes().to_vec()), |(encoding, content)| {
            (encoding, content.clone())
        });
    let tag = format!("\"{name}.{encoding}\"");
    let known = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    if known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag) {
        return HttpResponse::NotModified().insert_header((header::ETAG, tag)).finish();
    }
    let mut response = HttpResponse::Ok();
    if encoding != "identity" {
        response.insert_header((header::CONTENT_ENCODING, encoding));
    }
    response
        .content_type(asset.media_type)
        .insert_header((header::VARY, "accept-encoding"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::ETAG, tag))
        .body(content)
}

/// The worker that keeps a leader's first page. Its address stays, so that a browser finds a newer one.
pub async fn worker() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/javascript; charset=utf-8")
        .body(include_str!("../assets/offline.js"))
}

/// Whether a browser takes that encoding: it is named, and not with a weight of nothing.
fn accepts(header: &str, encoding: &str) -> bool {
    let wanted = |one: &str| {
        let mut parts = one.split(';').map(str::trim);
        let is_named = parts.next() == Some(encoding);
        is_named && !parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0)))
    };
    header.split(',').any(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_taken_where_it_is_named_and_wanted() {
        assert!(accepts("gzip, deflate, br;q=0.9", "br"));
        assert!(!accepts("gzip, br;q=0", "br") && !accepts("gzip", "br") && !accepts("", "gzip"));
    }

    #[test]
    fn what_is_compressed_is_smaller_and_the_whole_is_light() {
        for asset in ASSETS.iter() {
            assert!(
                !asset.brotli.is_empty() && asset.brotli.len() < asset.plain.len(),
                "{}",
                asset.stem
            );
            assert!(
                !asset.gzip.is_empty() && asset.brotli.len() < asset.gzip.len(),
                "{}",
                asset.stem
            );
        }
        let size = |stem: &str| {
            ASSETS.iter().find(|asset| asset.stem == stem).map_or(0, |asset| asset.plain.len())
        };
        assert!(size("style") < 25_000, "the style sheet weighs {} bytes", size("style"));
        assert!(size("script") < 3_000, "the script weighs {} bytes", size("script"));
    }
}
