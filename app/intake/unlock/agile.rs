//! Agile encryption, [MS-OFFCRYPTO] 2.3.4.10: what Excel writes since 2010.

use base64::{Engine, engine::general_purpose::STANDARD};
use quick_xml::{Reader, XmlVersion, events::Event};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::{
    aes::decrypt_chained,
    content::{content, utf_16},
};

const INPUT_KEY: [u8; 8] = [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79];
const VALUE_KEY: [u8; 8] = [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e];
const SECRET_KEY: [u8; 8] = [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6];
/// Rounds of the hash; Excel takes 100,000, and a file that asks for more wastes time.
const MAX_ROUNDS: u32 = 1_000_000;
/// Bytes that are encrypted with one vector.
const SEGMENT: usize = 4_096;

/// Decrypts the package, if the password is the one.
pub(super) fn open(info: &[u8], package: &[u8], password: &str) -> Option<Vec<u8>> {
    let Info { data, password: lock } = Info::read(std::str::from_utf8(info.get(8..)?).ok()?)?;
    let stem = lock.stem(password);
    let input = lock.decrypt(&stem, INPUT_KEY, &lock.input)?;
    let value = lock.decrypt(&stem, VALUE_KEY, &lock.value)?;
    let hash = lock.hash.of(&[&input]);
    if value.get(..hash.len())? != hash {
        return None;
    }
    let secret = lock.decrypt(&stem, SECRET_KEY, &lock.secret)?;
    let secret = secret.get(..data.key_length)?;
    content(package, |content| {
        for (number, segment) in (0_u32..).zip(content.chunks_mut(SEGMENT)) {
            let vector = data.hash.of(&[&data.salt, &number.to_le_bytes()]);
            decrypt_chained(secret, &vector, segment)?;
        }
        Some(())
    })
}

/// The file's own description of its encryption.
struct Info {
    data: Cipher,
    password: Lock,
}

#[derive(Default)]
struct Cipher {
    salt: Vec<u8>,
    key_length: usize,
    hash: Hash,
}

#[derive(Default)]
struct Lock {
    salt: Vec<u8>,
    key_length: usize,
    hash: Hash,
    rounds: u32,
    input: Vec<u8>,
    value: Vec<u8>,
    secret: Vec<u8>,
}

impl Info {
    fn read(xml: &str) -> Option<Self> {
        let (mut data, mut password) = (None, None);
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) | Event::Empty(tag) => {
                    let get = |name: &str| {
                        let attribute = tag.try_get_attribute(name).ok()??;
                        attribute.normalized_value(XmlVersion::Explicit1_0).ok().map(String::from)
                    };
                    let number = |name: &str| get(name)?.parse::<u32>().ok();
                    let bytes = |name: &str| STANDARD.decode(get(name)?.trim()).ok();
                    let is_chained = || {
                        get("cipherAlgorithm")?.eq("AES").then_some(())?;
                        get("cipherChaining")?.eq("ChainingModeCBC").then_some(())
                    };
                    let key_length = || Some(usize::try_from(number("keyBits")?).ok()? / 8);
                    match tag.local_name().as_ref() {
                        "keyData" => {
                            is_chained()?;
                            data = Some(Cipher {
                                salt: bytes("saltValue")?,
                                key_length: key_length()?,
                                hash: Hash::called(&get("hashAlgorithm")?)?,
                            });
                        }
                        "encryptedKey" => {
                            is_chained()?;
                            password = Some(Lock {
                                salt: bytes("saltValue")?,
                                key_length: key_length()?,
                                hash: Hash::called(&get("hashAlgorithm")?)?,
                                rounds: number("spinCount")
                                    .filter(|rounds| *rounds <= MAX_ROUNDS)?,
                                input: bytes("encryptedVerifierHashInput")?,
                                value: bytes("encryptedVerifierHashValue")?,
                                secret: bytes("encryptedKeyValue")?,
                            });
                        }
                        _ => {}
                    }
                }
                Event::Eof => return Some(Self { data: data?, password: password? }),
                _ => {}
            }
        }
    }
}

impl Lock {
    /// The hash of the password after all rounds.
    fn stem(&self, password: &str) -> Vec<u8> {
        let mut hash = self.hash.of(&[&self.salt, &utf_16(password)]);
        for round in 0..self.rounds {
            hash = self.hash.of(&[&round.to_le_bytes(), &hash]);
        }
        hash
    }

    fn decrypt(&self, stem: &[u8], block_key: [u8; 8], encrypted: &[u8]) -> Option<Vec<u8>> {
        let mut key = self.hash.of(&[stem, &block_key]);
        key.resize(self.key_length, 0x36);
        let mut bytes = encrypted.to_vec();
        decrypt_chained(&key, &self.salt, &mut bytes)?;
        Some(bytes)
    }
}

#[derive(Clone, Copy, Default)]
enum Hash {
    Sha1,
    Sha256,
    Sha384,
    #[default]
    Sha512,
}

impl Hash {
    fn called(name: &str) -> Option<Self> {
        Some(match name {
            "SHA1" | "SHA-1" => Self::Sha1,
            "SHA256" | "SHA-256" => Self::Sha256,
            "SHA384" | "SHA-384" => Self::Sha384,
            "SHA512" | "SHA-512" => Self::Sha512,
            _ => return None,
        })
    }

    fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        match self {
            Self::Sha1 => digest::<Sha1>(parts),
            Self::Sha256 => digest::<Sha256>(parts),
            Self::Sha384 => digest::<Sha384>(parts),
            Self::Sha512 => digest::<Sha512>(parts),
        }
    }
}

fn digest<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = D::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().to_vec()
}
