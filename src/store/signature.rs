//! Signatures in minisign's format: keys, signing, checking. The only code that knows the crate.
//!
//! Ed25519 over the BLAKE2b digest of a file. The crate trusts the length of what a signature holds and the
//! mark of a public key, so these are looked at first.

use std::fmt;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use minisign::{KeyPair, PublicKey, PublicKeyBox, SecretKeyBox, SignatureBox};

use super::files::{FileError, create_new, create_private, digest_of, exists, files_in, read_text};
use crate::domain::{SignatureComment, Signed};

/// Ending of a signature behind the name of the signed file.
const SIGNATURE_ENDING: &str = ".minisig";
/// Ending of a public key.
const PUBLIC_ENDING: &str = ".pub";
/// Ending of a secret key.
const SECRET_ENDING: &str = ".key";
/// Longest text of a key or signature; theirs are a few hundred characters.
const MOST_TEXT: usize = 8 * 1024;
/// Bytes of a public key, of the signature of a file, and of that of the comment.
const PUBLIC_BYTES: usize = 42;
const SIGNATURE_BYTES: usize = 74;
const COMMENT_SIGNATURE_BYTES: usize = 64;

/// Why a key cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// It is no key, or a damaged one.
    Unreadable,
    /// It has a password, and none was given.
    NoPassword,
    /// The password is another.
    WrongPassword,
    /// The system gave no random numbers, or the like.
    System,
}

/// Why a signature does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignatureFault {
    /// It is none, or a damaged one, or its comment was changed.
    Unreadable,
    /// None of the public keys is the one that signed.
    OtherKey {
        /// Id of the key that signed, as the signature says.
        key: String,
        /// Ids of the keys that are there.
        present: Vec<String>,
    },
    /// The file is another than the one that was signed.
    Changed {
        /// Id of the key that signed.
        key: String,
        /// What the signature says about itself, which nothing proves any more.
        says: Box<SignatureComment>,
    },
}

/// A secret key, open to sign with.
pub struct SecretKey(minisign::SecretKey);

impl fmt::Debug for SecretKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Never the key itself, in no message.
        write!(out, "SecretKey({})", self.id())
    }
}

impl SecretKey {
    /// Reads a secret key; `ask` is asked for its password, where it has one.
    ///
    /// # Errors
    /// It is none, or the password is missing or wrong.
    pub fn open(text: &str, ask: impl FnOnce() -> Option<String>) -> Result<Self, KeyFault> {
        if text.len() > MOST_TEXT {
            return Err(KeyFault::Unreadable);
        }
        let boxed = || SecretKeyBox::from(text.to_owned());
        if let Ok(key) = boxed().into_unencrypted_secret_key() {
            return Ok(Self(key));
        }
        if !has_password(text) {
            return Err(KeyFault::Unreadable);
        }
        let password = ask().ok_or(KeyFault::NoPassword)?;
        boxed().into_secret_key(Some(password)).map(Self).map_err(|error| match error.kind() {
            minisign::ErrorKind::Verify => KeyFault::WrongPassword,
            _ => KeyFault::Unreadable,
        })
    }

    /// Id of the key: 16 hexadecimal digits.
    #[must_use]
    pub fn id(&self) -> String {
        id_of(self.0.keynum())
    }

    /// The public key that belongs to it, as a file.
    ///
    /// # Errors
    /// The key is damaged.
    pub fn public(&self) -> Result<String, KeyFault> {
        let key = PublicKey::from_secret_key(&self.0).map_err(|_| KeyFault::Unreadable)?;
        Ok(key.to_box().map_err(|_| KeyFault::Unreadable)?.into_string())
    }

    /// Signs some bytes; what the comment says of them is filled in.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn sign(&self, bytes: &[u8], comment: SignatureComment) -> Result<String, KeyFault> {
        let comment = SignatureComment { digest: Some(digest_of(bytes)), ..comment };
        let (trusted, untrusted) = (comment.line(), format!("risiko, key {}", self.id()));
        let signed =
            minisign::sign(None, &self.0, Cursor::new(bytes), Some(&trusted), Some(&untrusted));
        Ok(signed.map_err(|_| KeyFault::System)?.into_string())
    }
}

/// Whether a text is a secret key that is kept under a password.
fn has_password(text: &str) -> bool {
    // "Ed" and then "Sc" in base 64; a key without a password has zeros there.
    text.lines().nth(1).is_some_and(|line| line.trim().starts_with("RWRTY"))
}

/// The two files of a key pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFiles {
    /// Keeps the secret key; readable by its owner alone.
    pub secret: PathBuf,
    /// Keeps the public key.
    pub public: PathBuf,
}

/// The files that a key pair of this name has.
#[must_use]
pub fn key_files(name: &Path) -> KeyFiles {
    let with = |ending: &str| {
        let mut file = name.file_name().unwrap_or_default().to_owned();
        file.push(ending);
        name.with_file_name(file)
    };
    KeyFiles { secret: with(SECRET_ENDING), public: with(PUBLIC_ENDING) }
}

impl KeyFiles {
    /// The first of the two that is there already.
    #[must_use]
    pub fn taken(&self) -> Option<&Path> {
        [&self.secret, &self.public].into_iter().find(|path| exists(path)).map(PathBuf::as_path)
    }

    /// Makes a key pair and writes it; what stands there stays. Returns the id and the public key.
    ///
    /// # Errors
    /// A file is there already or cannot be written.
    pub fn make(
        &self,
        password: Option<String>,
    ) -> Result<Result<(String, String), KeyFault>, FileError> {
        let Ok((id, secret, public)) = new_pair(password) else { return Ok(Err(KeyFault::System)) };
        create_private(&self.secret, secret.as_bytes())?;
        create_new(&self.public, public.as_bytes())?;
        Ok(Ok((id, public.lines().nth(1).unwrap_or_default().to_owned())))
    }
}

/// A new key pair: its id, the secret key and the public key as files.
fn new_pair(password: Option<String>) -> Result<(String, String, String), minisign::PError> {
    let pair = match password {
        Some(password) => KeyPair::generate_encrypted_keypair(Some(password))?,
        None => KeyPair::generate_unencrypted_keypair()?,
    };
    let id = id_of(pair.pk.keynum());
    let comment = format!("risiko, SECRET key {id}: never pass it on");
    let secret = pair.sk.to_box(Some(&comment))?.into_string();
    Ok((id, secret, pair.pk.to_box()?.into_string()))
}

/// An id as minisign prints it: the bytes as one number.
fn id_of(bytes: &[u8]) -> String {
    bytes.iter().rev().map(|byte| format!("{byte:02X}")).collect()
}

/// Where the signature of a file stands.
#[must_use]
pub fn signature_path(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(SIGNATURE_ENDING);
    PathBuf::from(name)
}

/// What may be public keys in a folder, each with its file. Folders, and files too large or no text, are none: other
/// programs use the ending, too.
///
/// # Errors
/// The folder cannot be listed.
pub fn public_keys_in(folder: &Path) -> Result<Vec<(PathBuf, String)>, FileError> {
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    let paths = files_in(folder, &[PUBLIC_ENDING])?;
    let plain = |path: PathBuf| path.strip_prefix("./").map(Path::to_owned).unwrap_or(path);
    let read = |path: PathBuf| {
        let text = read_text(&path).ok().filter(|text| text.len() <= MOST_TEXT)?;
        Some((plain(path), text))
    };
    Ok(paths.into_iter().filter_map(read).collect())
}

/// A public key that can be read.
fn public_key(text: &str) -> Option<PublicKey> {
    let line = text.lines().nth(1)?.trim();
    if !holds_bytes(line, PUBLIC_BYTES) || !names_ed25519(line) || text.len() > MOST_TEXT {
        return None;
    }
    PublicKeyBox::from(text.to_owned()).into_public_key().ok()
}

/// Whether a line of base 64 holds exactly this many bytes; the crate passes over what stands behind them.
fn holds_bytes(line: &str, bytes: usize) -> bool {
    let (full, left) = (bytes / 3, bytes % 3);
    let padding = if left == 0 { 0 } else { 3 - left };
    let length = (full + usize::from(left > 0)) * 4;
    line.len() == length && line.trim_end_matches('=').len() + padding == length
}

/// Whether a key's line begins with the mark of its algorithm, which the crate does not look at: "Ed", whose
/// two bytes are two characters of base 64 and the first four bits of a third.
fn names_ed25519(line: &str) -> bool {
    line.strip_prefix("RW").is_some_and(|rest| rest.starts_with(['Q', 'R', 'S', 'T']))
}

/// A signature that can be read.
fn signature(text: &str) -> Option<SignatureBox> {
    let holds = |line: usize, bytes: usize| {
        text.lines().nth(line).is_some_and(|line| holds_bytes(line.trim(), bytes))
    };
    if !holds(1, SIGNATURE_BYTES) || !holds(3, COMMENT_SIGNATURE_BYTES) || text.len() > MOST_TEXT {
        return None;
    }
    SignatureBox::from_string(text).ok()
}

/// Checks a signature over some bytes against public keys, each with the file it stands in.
///
/// # Errors
/// Why it does not hold. Keys that cannot be read are left out.
pub fn verify_signature(
    bytes: &[u8],
    signature_text: &str,
    keys: &[(String, String)],
) -> Result<Signed, SignatureFault> {
    let signature = signature(signature_text).ok_or(SignatureFault::Unreadable)?;
    let comment = signature.trusted_comment().map_err(|_| SignatureFault::Unreadable)?;
    let says = SignatureComment::parse(&comment);
    let known: Vec<(&str, PublicKey)> =
        keys.iter().filter_map(|(file, text)| Some((file.as_str(), public_key(text)?))).collect();
    let key = id_of(signature.keynum());
    let same: Vec<_> =
        known.iter().filter(|(_, other)| other.keynum() == signature.keynum()).collect();
    let digest = digest_of(bytes);
    let mut is_of_comment = false;
    for (key_file, public) in &same {
        match minisign::verify(public, &signature, Cursor::new(bytes), true, false, true) {
            Ok(()) => {
                let (key_file, public_key) = ((*key_file).to_owned(), public.to_base64());
                return Ok(Signed { key, public_key, key_file, comment, says, digest });
            }
            // The crate has no other word for it; SIG005 in tests/checks would notice another wording.
            Err(error) => is_of_comment |= error.to_string().starts_with("Comment"),
        }
    }
    if same.is_empty() {
        let present = known.iter().map(|(_, key)| id_of(key.keynum())).collect();
        return Err(SignatureFault::OtherKey { key, present });
    }
    // Where it is over these very bytes, or says so itself, it is the signature that was changed.
    if is_of_comment || says.digest.as_ref() == Some(&digest) {
        return Err(SignatureFault::Unreadable);
    }
    Err(SignatureFault::Changed { key, says: Box::new(says) })
}

/// Whether a text is a public key.
#[must_use]
pub fn is_public_key(text: &str) -> bool {
    public_key(text).is_some()
}
