//! Style sheet and pictures: compiled in, served under names that change with their content, cached for ever.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, sync::LazyLock};

struct Asset {
    name: &'static str,
    media_type: &'static str,
    content: &'static [u8],
}

const ASSETS: &[Asset] = &[
    Asset { name: "style.css", media_type: "text/css; charset=utf-8", content: include_bytes!("../assets/style.css") },
    Asset { name: "icon.svg", media_type: "image/svg+xml", content: include_bytes!("../assets/icon.svg") },
    Asset { name: "status.svg", media_type: "image/svg+xml", content: include_bytes!("../assets/status.svg") },
];

static PATHS: LazyLock<BTreeMap<&'static str, String>> = LazyLock::new(|| {
    let hashed = |asset: &Asset| {
        let hash = hex::encode(&Sha256::digest(asset.content)[..8]);
        let (stem, ending) = asset.name.split_once('.').unwrap_or((asset.name, ""));
        (stem, format!("/assets/{hash}.{ending}"))
    };
    ASSETS.iter().map(hashed).collect()
});

/// The path of each asset by its name without ending.
pub fn paths() -> &'static BTreeMap<&'static str, String> {
    &PATHS
}

/// Serves an asset by its hashed name.
pub async fn show(request: HttpRequest, name: web::Path<String>) -> HttpResponse {
    let wanted = format!("/assets/{name}");
    let found = ASSETS.iter().find(|asset| asset.name.split_once('.').is_some_and(|(stem, _)| PATHS.get(stem) == Some(&wanted)));
    let Some(asset) = found else { return HttpResponse::NotFound().finish() };
    let tag = format!("\"{name}\"");
    if request.headers().get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return HttpResponse::NotModified().finish();
    }
    HttpResponse::Ok()
        .content_type(asset.media_type)
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::ETAG, tag))
        .body(asset.content)
}
