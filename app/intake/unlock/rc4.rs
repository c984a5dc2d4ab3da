//! RC4 over the records of an .xls file, [MS-OFFCRYPTO] 2.3.5 and 2.3.6, [MS-XLS] 2.2.10.

use md5::Md5;
use rc4::{KeyInit, Rc4, StreamCipher};
use sha1::{Digest, Sha1};

use super::content::utf_16;
use crate::intake::{
    biff,
    little_endian::{long, short},
};

/// Bytes of the stream that are encrypted with one key.
const BLOCK: usize = 1_024;
/// Records that stay readable: the beginning of a part, `FilePass` itself, and four about sharing.
const READABLE: [u16; 7] = [0x0809, 0x002f, 0x00e1, 0x0138, 0x0194, 0x0195, 0x0196];
/// A sheet's place in the stream stands readable before its name.
const BOUND_SHEET: u16 = 0x0085;

/// Decrypts the records in their place, if the password is the one.
pub(super) fn open(stream: &mut [u8], file_pass: &[u8], password: &str) -> Option<()> {
    let info = file_pass.get(2..)?;
    let keys = match (short(info, 0)?, short(info, 2)?) {
        (1, 1) => Keys::old(info.get(4..)?, password)?,
        (2..=4, 2) => Keys::of_crypto_api(info.get(8..)?, password)?,
        _ => return None,
    };
    let mut decrypted = stream.to_vec();
    for (number, block) in (0_u32..).zip(decrypted.chunks_mut(BLOCK)) {
        keys.apply(number, block)?;
    }
    let records: Vec<_> = biff::records(stream)
        .map(|record| (record.kind, record.place, record.data.len()))
        .collect();
    for (kind, place, length) in records.into_iter().filter(|(kind, ..)| !READABLE.contains(kind)) {
        let start = place + if kind == BOUND_SHEET { 4 } else { 0 };
        let range = start..(place + length).max(start);
        stream.get_mut(range.clone())?.copy_from_slice(decrypted.get(range)?);
    }
    Some(())
}

/// The keys of all blocks.
enum Keys {
    /// Of 40 bits, since Excel 97.
    Old([u8; 5]),
    /// Through Windows's cryptography, since Excel 2002: hash and length in bytes.
    CryptoApi([u8; 20], usize),
}

impl Keys {
    fn old(info: &[u8], password: &str) -> Option<Self> {
        let hash = Md5::digest(utf_16(password));
        let mut rounds = Md5::new();
        for _ in 0..16 {
            rounds.update(&hash[..5]);
            rounds.update(info.get(..16)?);
        }
        let keys = Self::Old(*rounds.finalize().first_chunk()?);
        let verifier = keys.verifier(info.get(16..48)?)?;
        let (secret, hash) = verifier.split_at(16);
        (Md5::digest(secret)[..] == *hash).then_some(keys)
    }

    fn of_crypto_api(info: &[u8], password: &str) -> Option<Self> {
        let header_length = usize::try_from(long(info, 0)?).ok()?;
        let header = info.get(4..)?.get(..header_length)?;
        let verifier = info.get(4..)?.get(header_length..)?;
        let bits = Some(long(header, 16)?).filter(|bits| *bits > 0).unwrap_or(40);
        let hash = Sha1::digest([verifier.get(4..20)?, &utf_16(password)].concat());
        let keys = Self::CryptoApi(hash.into(), usize::try_from(bits).ok()? / 8);
        let verifier = keys.verifier(&[verifier.get(20..36)?, verifier.get(40..60)?].concat())?;
        let (secret, hash) = verifier.split_at(16);
        (Sha1::digest(secret)[..] == *hash).then_some(keys)
    }

    fn verifier(&self, encrypted: &[u8]) -> Option<Vec<u8>> {
        let mut verifier = encrypted.to_vec();
        self.apply(0, &mut verifier)?;
        Some(verifier)
    }

    fn apply(&self, block: u32, bytes: &mut [u8]) -> Option<()> {
        let number = block.to_le_bytes();
        let key = match self {
            Self::Old(stem) => Md5::digest([&stem[..], &number].concat()).to_vec(),
            Self::CryptoApi(hash, length) => {
                let mut key = Sha1::digest([&hash[..], &number].concat()).to_vec();
                key.truncate(*length);
                // A key of 40 bits is filled up with zeros.
                key.resize(if *length == 5 { 16 } else { *length }, 0);
                key
            }
        };
        Rc4::new_from_slice(&key).ok()?.try_apply_keystream(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::Sha256;

    /// `FilePass` records with Excel's own password, and the hash of the records that [`records`] become, both made by
    /// `msoffcrypto-tool`.
    const KNOWN: [(&str, &str); 2] = [
        (
            "01000200020004000000220000000400000000000000016800000480000080000000010000000000000000000000000010000000000102030405060708090a0b0c0d0e0fa024a295d910dcd16b2b69c9dfef19191400000074a70eb0e7278136e857318b9e9a13d19115d50b",
            "4772e39b758050e3169ff6144b97c9aa0eea165427bc265294880ee777c1300f",
        ),
        (
            "01000200020004000000220000000400000000000000016800000480000028000000010000000000000000000000000010000000000102030405060708090a0b0c0d0e0fc872728f14b55d849b7dde3f7cfd96a714000000d5e6c96d597b070d79bf31b1599eddf2ece8d44b",
            "228588067f0b7272464bcfa01be8e2042d4f17cffb2ecdb1045335db7f71e09a",
        ),
    ];

    /// A beginning, the record with the password, a sheet's name, a text over two blocks, an end.
    fn records(pass: &[u8]) -> Vec<u8> {
        let text: Vec<u8> =
            "Үлгібаев ".repeat(140).encode_utf16().flat_map(u16::to_le_bytes).collect();
        let begin = [&[0, 6, 5, 0][..], &[0; 12]].concat();
        let sheet = [&[0x11, 0x22, 0x33, 0x44][..], b"name"].concat();
        let record = |kind: u16, data: &[u8]| {
            [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data]
                .concat()
        };
        let parts = [
            (0x0809, &begin[..]),
            (0x002f, pass),
            (BOUND_SHEET, &sheet),
            (0x0204, &text[..1_100]),
            (0x000a, &[]),
        ];
        parts.map(|(kind, data)| record(kind, data)).concat()
    }

    #[test]
    fn keys_of_both_lengths_are_those_of_another_program() {
        for (pass, hash) in KNOWN {
            let pass = hex::decode(pass).unwrap();
            // The same keys encrypt and decrypt.
            let mut stream = records(&pass);
            open(&mut stream, &pass, "VelvetSweatshop").unwrap();
            assert_eq!(hex::encode(Sha256::digest(&stream)), hash);
            open(&mut stream, &pass, "VelvetSweatshop").unwrap();
            assert_eq!(stream, records(&pass));
            assert_eq!(open(&mut stream, &pass, "жасақ866"), None);
            assert_eq!(stream, records(&pass));
        }
    }
}
