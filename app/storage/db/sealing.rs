//! Sealing of what must not be read from a stolen database: IINs, document numbers, ID-card copies, import drafts.
//!
//! Each value has a data key of its own, wrapped by the key of the key file that its key id names. A context, the row and the
//! key id are bound in: a sealed value that is moved elsewhere does not open. Exact look-up goes by HMAC under a key of its own.

use super::error::{Result, StorageError};
use crate::domain::{id::Id, iin::Iin};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

const VERSION: u8 = 1;
const NONCE: usize = 24;
const WRAPPED: usize = 48;

text_enum! {
    /// The use of a sealed value. Its word is bound into every value and never changes, whatever tables and columns are named.
    SealContext {
        Canary = "canary",
        MemberIin = "member iin",
        MemberDocumentNumber = "member document number",
        CopyContent = "copy content",
        CopyThumbnail = "copy thumbnail",
        CopySource = "copy source",
        DispatchSnapshot = "dispatch snapshot",
        Correction = "correction",
        EntryChange = "entry_change",
        DraftContent = "draft content",
        DraftFile = "draft file",
        SearchQuery = "search query",
        ParkedForm = "parked form",
        ResetAddress = "reset address",
        MailSecret = "mail secret",
        ReportContent = "report content",
        CertificatePaper = "certificate paper",
        CertificateCode = "certificate code",
        HandingOver = "certificate handing over",
        Letter = "letter",
    }
}

/// The keys of the key file, the same on every node.
pub struct Keys {
    current: String,
    wrapping: BTreeMap<String, [u8; 32]>,
    index: [u8; 32],
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    /// Id of the key that seals; the others only open.
    current: String,
    /// Key of the look-up index, in hexadecimal.
    index: String,
    /// Wrapping keys by id, in hexadecimal.
    keys: BTreeMap<String, String>,
}

impl Keys {
    /// Reads the key file.
    ///
    /// # Errors
    /// When it can't be read, is readable by others than its owner, or is damaged.
    pub fn load(path: &Path) -> Result<Self> {
        let fault = |what: String| StorageError::KeyFile(format!("{}: {what}", path.display()));
        let mode = fs::metadata(path).map_err(|e| fault(e.to_string()))?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(fault("others may read it; run chmod 600".into()));
        }
        let text = fs::read_to_string(path).map_err(|e| fault(e.to_string()))?;
        let file: KeyFile = toml::from_str(&text).map_err(|_| fault("damaged".into()))?;
        let key = |hexadecimal: &str| -> Result<[u8; 32]> {
            let mut key = [0; 32];
            hex::decode_to_slice(hexadecimal, &mut key)
                .map_err(|_| fault("a key is not 64 hexadecimal digits".into()))?;
            Ok(key)
        };
        let wrapping = file
            .keys
            .iter()
            .map(|(id, text)| Ok((id.clone(), key(text)?)))
            .collect::<Result<BTreeMap<_, _>>>()?;
        if !wrapping.contains_key(&file.current) || file.current.len() > 255 {
            return Err(fault("the current key is missing".into()));
        }
        Ok(Self { index: key(&file.index)?, current: file.current, wrapping })
    }

    /// Makes a new key file, readable by its owner only; never over one that exists.
    ///
    /// # Errors
    /// When the file exists or can't be written.
    pub fn create(path: &Path) -> Result<()> {
        let fault =
            |e: &dyn std::fmt::Display| StorageError::KeyFile(format!("{}: {e}", path.display()));
        let (index, key) = (hex::encode(random::<32>()?), hex::encode(random::<32>()?));
        let text = format!(
            "# Keys of Jasaq. Without this file the sealed columns are lost for ever: keep a copy apart from the database.\n\
             current = \"k1\"\nindex = \"{index}\"\n\n[keys]\nk1 = \"{key}\"\n"
        );
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
            .map_err(|e| fault(&e))?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|e| fault(&e))
    }

    /// Seals bytes for one use in one row.
    ///
    /// # Errors
    /// When the machine gives no random numbers.
    pub fn seal<T>(&self, context: SealContext, row: Id<T>, plain: &[u8]) -> Result<Vec<u8>> {
        let wrapping = self.wrapping.get(&self.current).ok_or(StorageError::Damaged)?;
        let data_key = random::<32>()?;
        let bound = bound(context, row, &self.current);
        let mut sealed = vec![VERSION, u8::try_from(self.current.len()).unwrap_or(0)];
        sealed.extend(self.current.as_bytes());
        for (key, message) in [(wrapping, &data_key[..]), (&data_key, plain)] {
            let nonce = random::<NONCE>()?;
            sealed.extend(nonce);
            sealed.extend(
                XChaCha20Poly1305::new(key.into())
                    .encrypt(&XNonce::from(nonce), Payload { msg: message, aad: &bound })
                    .map_err(|_| StorageError::Damaged)?,
            );
        }
        Ok(sealed)
    }

    /// Opens a value that was sealed for that use in that row.
    ///
    /// # Errors
    /// [`StorageError::Damaged`] when the bytes, the context, the row or the key are not those it was sealed with.
    pub fn open<T>(&self, context: SealContext, row: Id<T>, sealed: &[u8]) -> Result<Vec<u8>> {
        self.try_open(context, row, sealed).ok_or(StorageError::Damaged)
    }

    fn try_open<T>(&self, context: SealContext, row: Id<T>, sealed: &[u8]) -> Option<Vec<u8>> {
        let (&version, rest) = sealed.split_first()?;
        let (&length, rest) = rest.split_first()?;
        if version != VERSION {
            return None;
        }
        let (id, rest) = rest.split_at_checked(usize::from(length))?;
        let id = std::str::from_utf8(id).ok()?;
        let bound = bound(context, row, id);
        let (nonce, rest) = rest.split_at_checked(NONCE)?;
        let (wrapped, rest) = rest.split_at_checked(WRAPPED)?;
        let data_key: [u8; 32] =
            decrypt(self.wrapping.get(id)?, nonce, wrapped, &bound)?.try_into().ok()?;
        let (nonce, message) = rest.split_at_checked(NONCE)?;
        decrypt(&data_key, nonce, message, &bound)
    }

    /// The keyed hash that an IIN is looked up by.
    #[must_use]
    pub fn index(&self, iin: &Iin) -> Vec<u8> {
        self.hmac(b"iin\0", iin.expose().as_bytes())
    }

    /// The keyed hash that a page is recognised by: of the digest of the sent file.
    #[must_use]
    pub fn index_page(&self, digest: &[u8; 32]) -> Vec<u8> {
        self.hmac(b"page\0", digest)
    }

    fn hmac(&self, kind: &[u8], value: &[u8]) -> Vec<u8> {
        // HMAC takes keys of any length: the error can't occur, and an empty hash would only be never found.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.index) else { return Vec::new() };
        mac.update(kind);
        mac.update(value);
        mac.finalize().into_bytes().to_vec()
    }
}

fn decrypt(key: &[u8; 32], nonce: &[u8], message: &[u8], bound: &[u8]) -> Option<Vec<u8>> {
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(nonce), Payload { msg: message, aad: bound })
        .ok()
}

fn bound<T>(context: SealContext, row: Id<T>, key_id: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in
        [b"jasaq".as_slice(), context.as_str().as_bytes(), row.as_bytes(), key_id.as_bytes()]
    {
        bytes.extend(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        bytes.extend(part);
    }
    bytes
}

/// Random bytes from the operating system.
///
/// # Errors
/// When it gives none.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StorageError::Other("no random numbers".into()))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> (tempfile::TempDir, Keys) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        Keys::create(&path).unwrap();
        let keys = Keys::load(&path).unwrap();
        (folder, keys)
    }

    #[test]
    fn a_sealed_value_opens_in_its_own_place_only_and_not_after_one_bit_changed() {
        let (_folder, keys) = keys();
        let (context, row) = (SealContext::MemberIin, <Id>::new());
        let sealed = keys.seal(context, row, b"secret").unwrap();
        assert_eq!(keys.open(context, row, &sealed).unwrap(), b"secret");
        assert!(keys.open(context, <Id>::new(), &sealed).is_err());
        for other in SealContext::ALL.iter().filter(|other| **other != context) {
            assert!(keys.open(*other, row, &sealed).is_err(), "{other}");
        }
        for byte in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[byte] ^= 1;
            assert!(keys.open(context, row, &damaged).is_err(), "byte {byte}");
            assert!(keys.open(context, row, &sealed[..byte]).is_err(), "cut at {byte}");
        }
        assert_ne!(
            sealed,
            keys.seal(context, row, b"secret").unwrap(),
            "each sealing has a key and nonces of its own"
        );
    }

    /// A word that is changed makes every value unreadable that was sealed under it: words are added here, and never changed.
    #[test]
    fn the_words_that_are_bound_into_sealed_values_never_change() {
        let words: Vec<&str> = SealContext::ALL.iter().map(|context| context.as_str()).collect();
        let fixed = [
            "canary",
            "member iin",
            "member document number",
            "copy content",
            "copy thumbnail",
            "copy source",
            "dispatch snapshot",
            "correction",
            "entry_change",
            "draft content",
            "draft file",
            "search query",
            "parked form",
            "reset address",
            "mail secret",
            "report content",
            "certificate paper",
            "certificate code",
            "certificate handing over",
            "letter",
        ];
        assert_eq!(words, fixed);
        let row = <Id>::from_bytes([7; 16]);
        let parts: [&[u8]; 4] = [b"jasaq", b"copy content", &[7; 16], b"k1"];
        let expected: Vec<u8> = parts
            .iter()
            .flat_map(|part| [&(part.len() as u64).to_be_bytes()[..], part].concat())
            .collect();
        assert_eq!(bound(SealContext::CopyContent, row, "k1"), expected);
    }

    #[test]
    fn a_key_file_is_its_owners_only_and_is_never_made_over_another() {
        let (folder, _) = keys();
        let path = folder.path().join("keys.toml");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(Keys::create(&path).is_err());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(Keys::load(&path).err().unwrap().to_string().contains("chmod 600"));
    }
}
