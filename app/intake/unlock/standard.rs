//! Standard encryption, [MS-OFFCRYPTO] 2.3.4.5: what Excel 2007 writes.

use sha1::{Digest, Sha1};

use super::{
    aes::decrypt,
    content::{content, utf_16},
};
use crate::intake::little_endian::long;

const ROUNDS: u32 = 50_000;

/// Decrypts the package, if the password is the one.
pub(super) fn open(info: &[u8], package: &[u8], password: &str) -> Option<Vec<u8>> {
    let header_length = usize::try_from(long(info, 8)?).ok()?;
    let header = info.get(12..)?.get(..header_length)?;
    let verifier = info.get(12..)?.get(header_length..)?;
    let key_length = usize::try_from(long(header, 16)?).ok()? / 8;
    let key = key(verifier.get(4..20)?, password, key_length)?;
    let mut secret = verifier.get(20..36)?.to_vec();
    let mut hash = verifier.get(40..72)?.to_vec();
    decrypt(&key, &mut secret)?;
    decrypt(&key, &mut hash)?;
    if Sha1::digest(&secret)[..] != hash[..20] {
        return None;
    }
    content(package, |content| decrypt(&key, content))
}

fn key(salt: &[u8], password: &str, length: usize) -> Option<Vec<u8>> {
    let mut hash = Sha1::digest([salt, &utf_16(password)].concat());
    for round in 0..ROUNDS {
        hash = Sha1::digest([&round.to_le_bytes(), &hash[..]].concat());
    }
    let last = Sha1::digest([&hash[..], &0_u32.to_le_bytes()].concat());
    let half = |filling: u8| {
        let mut block = [filling; 64];
        for (byte, own) in block.iter_mut().zip(last) {
            *byte ^= own;
        }
        Sha1::digest(block)
    };
    let both = [half(0x36), half(0x5c)].concat();
    both.get(..length).map(<[u8]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::*;
    use aes::{
        Aes128, Block,
        cipher::{BlockCipherEncrypt, KeyInit},
    };

    const PASSWORD: &str = "Password1234_";
    const SALT: &[u8; 16] = b"\xe8\x82fI\x0c[\xd1\xee\xbd+C\x94\xe3\xf80\xef";
    /// Key and verifier of that password, from the tests of `msoffcrypto-tool`.
    const KEY: &[u8; 16] = b"@\xb1:q\xf9\x0b\x96n7T\x08\xf2\xd1\x81\xa1\xaa";
    const VERIFIER: &[u8; 16] = b"Qos.\x96o\xac\x17\xb1\xc5\xd7\xd8\xcc6\xc9(";
    const HASH: &[u8; 32] =
        b"+ah\xda\xbe)\x11\xad+\xd3|\x17Ft\\\x14\xd3\xcf\x1b\xb1@\xa4\x8fNo=#\x88\x08r\xb1j";

    #[test]
    fn a_package_of_excel_2007_is_opened_with_its_password_alone() {
        assert_eq!(key(SALT, PASSWORD, 16).as_deref(), Some(&KEY[..]));
        let long = |number: u32| number.to_le_bytes().to_vec();
        let header = [vec![0; 16], long(128), vec![0; 12]].concat();
        let verifier =
            [long(16), SALT.to_vec(), VERIFIER.to_vec(), long(20), HASH.to_vec()].concat();
        let info = [vec![3, 0, 2, 0, 0x24, 0, 0, 0], long(32), header, verifier].concat();
        let mut content = *b"PK and the rest of the archive\0\0";
        let cipher = Aes128::new_from_slice(KEY).unwrap();
        for block in content.chunks_exact_mut(16) {
            cipher.encrypt_block(<&mut Block>::try_from(block).unwrap());
        }
        let package = [&30_u64.to_le_bytes()[..], &content].concat();
        let opened = open(&info, &package, PASSWORD);
        assert_eq!(opened.as_deref(), Some(&b"PK and the rest of the archive"[..]));
        assert_eq!(open(&info, &package, "VelvetSweatshop"), None);
    }
}
