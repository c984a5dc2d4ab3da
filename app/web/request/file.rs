//! A file of a form: in memory when it is small, else in a file without a name on the disk until somebody reads it.

use crate::web::request::error::WebError;
use actix_web::web;
use sha2::{Digest, Sha256};
use std::{
    fs, io,
    io::Write,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The largest file, in bytes.
pub const FILE_LIMIT: usize = 10 << 20;
/// The memory that a file may take while the rest of its form arrives.
const IN_MEMORY: usize = 64 << 10;

/// A file of a form.
#[derive(Clone)]
pub struct File {
    pub name: String,
    content: Content,
    sha256: [u8; 32],
}

#[derive(Clone)]
enum Content {
    Memory(Vec<u8>),
    /// Nobody else can open it, and it is gone with the last handle, also when the program is killed.
    Unlinked(Arc<fs::File>, usize),
}

impl File {
    /// Its name without control characters, at most 200 letters.
    #[must_use]
    pub fn short_name(&self) -> String {
        self.name.chars().filter(|c| !c.is_control()).take(200).collect()
    }

    /// Whether there is nothing in it: no file was chosen.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        match &self.content {
            Content::Memory(bytes) => bytes.is_empty(),
            Content::Unlinked(_, length) => *length == 0,
        }
    }

    /// The hash of its content.
    #[must_use]
    pub const fn sha256(&self) -> &[u8; 32] {
        &self.sha256
    }

    /// Its content, for somebody who has the place to hold it.
    ///
    /// # Errors
    /// [`WebError::Failed`] when the disk gives it back no more.
    pub fn read(&self) -> Result<Vec<u8>, WebError> {
        match &self.content {
            Content::Memory(bytes) => Ok(bytes.clone()),
            Content::Unlinked(file, length) => {
                let mut bytes = vec![0; *length];
                file.read_exact_at(&mut bytes, 0)
                    .map_err(|error| WebError::Failed(format!("an upload: {error}")))?;
                Ok(bytes)
            }
        }
    }
}

/// A file that is arriving.
pub struct ArrivingFile {
    folder: PathBuf,
    buffer: Vec<u8>,
    on_disk: Option<(fs::File, usize)>,
    sha256: Sha256,
}

impl ArrivingFile {
    /// Nothing of it has arrived; what is large is written to that folder.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        let (buffer, sha256) = (Vec::new(), Sha256::new());
        Self { folder: folder.to_owned(), buffer, on_disk: None, sha256 }
    }

    /// How much of it has arrived.
    #[must_use]
    pub fn len(&self) -> usize {
        self.buffer.len() + self.on_disk.as_ref().map_or(0, |(_, length)| *length)
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn push(mut self, bytes: &[u8]) -> io::Result<Self> {
        self.sha256.update(bytes);
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() <= IN_MEMORY {
            return Ok(self);
        }
        self.spill().await
    }

    /// Forgets what has arrived: it is too large.
    pub fn clear(&mut self) {
        (self.buffer, self.on_disk) = (Vec::new(), None);
    }

    async fn spill(mut self) -> io::Result<Self> {
        let written = web::block(move || {
            let (mut file, length) = match self.on_disk.take() {
                Some(begun) => begun,
                None => (tempfile::tempfile_in(&self.folder)?, 0),
            };
            file.write_all(&self.buffer)?;
            self.on_disk = Some((file, length + self.buffer.len()));
            self.buffer.clear();
            Ok(self)
        });
        written.await.unwrap_or_else(|_| Err(io::Error::other("an upload was not written")))
    }

    /// All of it has arrived.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn finish(self, name: String) -> io::Result<File> {
        let whole = if self.on_disk.is_some() { self.spill().await? } else { self };
        let sha256 = whole.sha256.finalize().into();
        let content = match whole.on_disk {
            Some((file, length)) => Content::Unlinked(Arc::new(file), length),
            None => Content::Memory(whole.buffer),
        };
        Ok(File { name, content, sha256 })
    }
}
