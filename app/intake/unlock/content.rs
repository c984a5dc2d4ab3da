//! Passwords and contents as all kinds of encryption have them.

/// A password as the algorithms take it.
pub(super) fn utf_16(password: &str) -> Vec<u8> {
    password.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The content of a package: its length stands in front of it.
pub(super) fn content(
    package: &[u8],
    decrypt: impl FnOnce(&mut [u8]) -> Option<()>,
) -> Option<Vec<u8>> {
    let (length, encrypted) = package.split_first_chunk()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let blocks = encrypted.len() - encrypted.len() % 16;
    let mut content = encrypted.get(..blocks)?.to_vec();
    decrypt(&mut content)?;
    (length <= content.len()).then(|| content.truncate(length))?;
    Some(content)
}
