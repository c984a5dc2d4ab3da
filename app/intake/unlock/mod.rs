//! Workbooks whose structure alone is protected: Excel encrypts them with a password that it knows itself and never asks for.
//!
//! Nobody set that password, so the reader opens such a workbook as Excel does. A password of the office's own stays with
//! the office: such a file is refused. Structures and algorithms: [MS-OFFCRYPTO] 2.3, [MS-XLS] 2.2.10.

mod aes;
mod agile;
mod content;
mod rc4;
mod standard;
mod xor;

use super::refusal::Refusal;

/// Excel's own password, [MS-XLS] 2.4.191.
const EXCELS_OWN: &str = "VelvetSweatshop";

/// The archive inside an encrypted .xlsx, from its streams `EncryptionInfo` and `EncryptedPackage`.
///
/// # Errors
/// [`Refusal::Encrypted`] when somebody has set a password.
pub(super) fn package(info: &[u8], package: &[u8]) -> Result<Vec<u8>, Refusal> {
    let opened = match info.get(..4) {
        Some([4, 0, 4, 0]) => agile::open(info, package, EXCELS_OWN),
        Some([2..=4, 0, 2, 0]) => standard::open(info, package, EXCELS_OWN),
        _ => None,
    };
    opened.ok_or(Refusal::Encrypted)
}

/// Decrypts the records of an .xls file in their place, from the data of its record `FilePass`.
///
/// # Errors
/// [`Refusal::Encrypted`] when somebody has set a password, [`Refusal::WorkbookProtected`] when nobody has and the old
/// obfuscation hides the records.
pub(super) fn records(stream: &mut [u8], file_pass: &[u8]) -> Result<(), Refusal> {
    match file_pass.get(..2) {
        Some([1, 0]) => rc4::open(stream, file_pass, EXCELS_OWN).ok_or(Refusal::Encrypted),
        _ if xor::is_password(file_pass, EXCELS_OWN) => Err(Refusal::WorkbookProtected),
        _ => Err(Refusal::Encrypted),
    }
}
