//! AES over whole blocks, with a key of any of its lengths.

use aes::{
    Aes128, Aes192, Aes256, Block,
    cipher::{BlockCipherDecrypt, KeyInit},
};

/// Decrypts whole blocks one by one (ECB).
pub(super) fn decrypt(key: &[u8], bytes: &mut [u8]) -> Option<()> {
    match key.len() {
        16 => blocks(&Aes128::new_from_slice(key).ok()?, bytes),
        24 => blocks(&Aes192::new_from_slice(key).ok()?, bytes),
        32 => blocks(&Aes256::new_from_slice(key).ok()?, bytes),
        _ => return None,
    }
    Some(())
}

/// Decrypts whole blocks, each chained to the one before (CBC); a longer vector is cut.
pub(super) fn decrypt_chained(key: &[u8], vector: &[u8], bytes: &mut [u8]) -> Option<()> {
    let before = [vector.get(..16)?, bytes].concat();
    decrypt(key, bytes)?;
    for (byte, before) in bytes.iter_mut().zip(before) {
        *byte ^= before;
    }
    Some(())
}

fn blocks(
    cipher: &impl BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>,
    bytes: &mut [u8],
) {
    for chunk in bytes.chunks_exact_mut(16) {
        if let Ok(block) = <&mut Block>::try_from(chunk) {
            cipher.decrypt_block(block);
        }
    }
}
