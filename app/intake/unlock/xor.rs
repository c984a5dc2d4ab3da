//! The obfuscation of Excel 5 and 95, [MS-OFFCRYPTO] 2.3.7.1: only its password is looked at.

use crate::intake::little_endian::short;

/// Tells whether a password is the one of a record `FilePass`.
pub(super) fn is_password(file_pass: &[u8], password: &str) -> bool {
    // The key stands before the verifier since Excel 97; Excel 95 has no type in front of them.
    [2, 0].into_iter().any(|start| short(file_pass, start + 2) == Some(verifier(password)))
}

fn verifier(password: &str) -> u16 {
    let length = u8::try_from(password.len()).unwrap_or(u8::MAX);
    let bytes = password.bytes().rev().chain([length]);
    let turned = |verifier: u16| verifier >> 14 & 1 | verifier << 1 & 0x7fff;
    bytes.fold(0, |verifier, byte| turned(verifier) ^ u16::from(byte)) ^ 0xce4b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verifier_is_as_excel_writes_it() {
        assert_eq!((verifier("abc"), verifier("VelvetSweatshop")), (52_250, 0x9a0a));
        assert!(is_password(&[0, 0, 0x4a, 0x51, 0x1a, 0xcc], "abc"));
    }
}
