//! Where a page leads on to: nowhere but to pages of our own.

/// Only paths of our own are followed.
#[must_use]
pub fn own_path(next: &str) -> String {
    let is_own = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(|c: char| c == '\\' || c.is_control());
    if is_own { next.to_owned() } else { "/inbox".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_on_within_the_house_only() {
        assert_eq!(own_path("/lists/1?a=b"), "/lists/1?a=b");
        for foreign in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "/a\r\nSet-Cookie: b",
            "/\t/evil.example",
        ] {
            assert_eq!(own_path(foreign), "/inbox");
        }
    }
}
