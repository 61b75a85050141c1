//! Signing files and looking at signatures, for every command that does.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use super::clock;
use super::failure::{Refused, refuse};
use super::output::Console;
use crate::domain::{JournalEnd, SignatureComment, Signed};
use crate::finding::{Fact, Findings, KeyPart, Location, PasswordFault, SignedJournalFault};
use crate::report::{SignedFile, signature_fact};
use crate::store::{self, KeyFault, MANIFEST_NAME, Manifest, SecretKey, SignatureFault};
use crate::text;

/// Public keys, each with the file it stands in.
pub(super) type PublicKeys = Vec<(String, String)>;

/// Opens a secret key; its password is asked for where it has one.
pub(super) fn open_key(console: Console<'_>, path: &Path) -> anyhow::Result<SecretKey> {
    let text = store::read_text(path)?;
    let question = text::signature::password_question(console.lang, &path.display().to_string());
    SecretKey::open(&text, || password(&question)).map_err(|fault| key_refused(path, fault))
}

/// A password from whoever sits at the terminal; `None` where nobody does.
fn password(question: &str) -> Option<String> {
    if !std::io::stdin().is_terminal() {
        return None;
    }
    rpassword::prompt_password(crate::render::safe(question)).ok()
}

/// A password for a new key, typed twice.
pub(super) fn new_password(console: Console<'_>, key: &str) -> anyhow::Result<String> {
    let refused = |fault| refuse(Location::File(key.to_owned()), Fact::KeyPassword { fault });
    let [first, again] = text::signature::new_password_questions(console.lang);
    let ask = |question| password(question).ok_or_else(|| refused(PasswordFault::NoTerminal));
    let typed = ask(first)?;
    if typed.is_empty() {
        return Err(refused(PasswordFault::Empty));
    }
    if ask(again)? != typed {
        return Err(refused(PasswordFault::Differs));
    }
    Ok(typed)
}

/// Why a key cannot be used, as a refusal.
pub(super) fn key_refused(path: &Path, fault: KeyFault) -> anyhow::Error {
    let password = |fault| Fact::KeyPassword { fault };
    let fact = match fault {
        KeyFault::Unreadable => Fact::KeyUnreadable { part: KeyPart::Secret },
        KeyFault::NoPassword => password(PasswordFault::NoTerminal),
        KeyFault::WrongPassword => password(PasswordFault::Wrong),
        KeyFault::System => return anyhow::anyhow!("{}", path.display()),
    };
    refuse(Location::File(path.display().to_string()), fact)
}

/// Signs a file as it stands, with the journal that belongs to it, and puts the public key beside it where none
/// stands there that fits.
pub(super) fn sign_file(
    console: Console<'_>,
    (key_path, key): (&Path, &SecretKey),
    (file, journal): (&Path, Option<JournalEnd>),
    by: &str,
) -> anyhow::Result<()> {
    let bytes = store::read_bytes(file)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let comment = SignatureComment {
        at: Some(clock::now()),
        file: name.unwrap_or_default(),
        digest: None,
        by: by.to_owned(),
        journal,
    };
    let refused = |fault| key_refused(key_path, fault);
    let signature = key.sign(&bytes, comment).map_err(refused)?;
    store::write_atomically(&store::signature_path(file), signature.as_bytes())?;
    console.say(&text::signature::signed(console.lang, &file.display().to_string(), &key.id()));
    let keys = keys_beside(file)?;
    if store::verify_signature(&bytes, &signature, &keys).is_ok() {
        return Ok(());
    }
    let stem = key_path.file_stem().map(PathBuf::from).unwrap_or_default();
    let public = file.with_file_name(store::key_files(&stem).public);
    if !store::exists(&public) {
        store::write_atomically(&public, key.public().map_err(refused)?.as_bytes())?;
        console.say(&text::written(console.lang, &public.display().to_string()));
    }
    Ok(())
}

/// The public keys beside a file.
fn keys_beside(file: &Path) -> anyhow::Result<PublicKeys> {
    let keys = store::public_keys_in(file.parent().unwrap_or(Path::new("")))?;
    Ok(keys.into_iter().map(|(path, text)| (path.display().to_string(), text)).collect())
}

/// The public keys that were named, all of which must be some.
pub(super) fn named_keys(paths: &[PathBuf]) -> anyhow::Result<PublicKeys> {
    let (mut keys, mut findings) = (Vec::new(), Findings::new());
    for path in paths {
        let (name, text) = (path.display().to_string(), store::read_text(path)?);
        if !store::is_public_key(&text) {
            let fact = Fact::KeyUnreadable { part: KeyPart::Public };
            findings.push(Location::File(name.clone()), fact);
        }
        keys.push((name, text));
    }
    if findings.has_errors() { Err(Refused(findings).into()) } else { Ok(keys) }
}

/// The signature of a file, or of the list of a folder's files; `named` are the keys that count, where they were
/// named, else those beside it.
pub(super) fn signature_of(
    path: &Path,
    named: Option<&PublicKeys>,
) -> anyhow::Result<Result<SignedFile, Findings>> {
    let file = path.display().to_string();
    if !store::is_folder(path) {
        let signed = match signature_of_file(path, named)? {
            Ok(signed) => signed,
            Err(findings) => return Ok(Err(findings)),
        };
        let findings = journal_findings(path, &signed)?;
        return Ok(match findings.is_empty() {
            true => Ok(SignedFile { file, files: None, signed }),
            false => Err(findings),
        });
    }
    let list = path.join(MANIFEST_NAME);
    let signed = match signature_of_file(&list, named)? {
        Ok(signed) => signed,
        Err(findings) => return Ok(Err(findings)),
    };
    let mut findings = Findings::new();
    let Some(manifest) = Manifest::parse(&store::read_text(&list)?) else {
        findings.push(Location::File(list.display().to_string()), Fact::SignatureUnreadable {});
        return Ok(Err(findings));
    };
    let difference = manifest.difference(&Manifest::of_folder(path)?);
    if difference.is_empty() {
        return Ok(Ok(SignedFile { file, files: Some(manifest.len()), signed }));
    }
    let store::ManifestDifference { changed, missing, added } = difference;
    findings.push(Location::File(file), Fact::SignedFolderChanged { changed, missing, added });
    Ok(Err(findings))
}

/// Whether the journal beside an assessment is the one that was signed with it; nothing where none was.
fn journal_findings(assessment: &Path, signed: &Signed) -> anyhow::Result<Findings> {
    let mut findings = Findings::new();
    let Some(end) = &signed.says.journal else { return Ok(findings) };
    let journal = store::read_journal(assessment)?;
    let missing = Some(SignedJournalFault::Missing);
    if let Some(fault) = journal.map_or(missing, |journal| journal.differs_from(end)) {
        let place = Location::File(store::journal_path(assessment).display().to_string());
        findings.push(place, Fact::JournalNotAsSigned { number: end.number, fault });
    }
    Ok(findings)
}

fn signature_of_file(
    file: &Path,
    named: Option<&PublicKeys>,
) -> anyhow::Result<Result<Signed, Findings>> {
    let (place, signature) = (file.display().to_string(), store::signature_path(file));
    let mut findings = Findings::new();
    if !store::exists(&signature) {
        // A name that is misspelt is said as such.
        if !store::exists(file) && !file.ends_with(MANIFEST_NAME) {
            store::read_bytes(file)?;
        }
        let expected = signature.display().to_string();
        findings.push(Location::File(place), Fact::NotSigned { expected });
        return Ok(Err(findings));
    }
    let (bytes, text) = (store::read_bytes(file)?, store::read_bytes(&signature)?);
    let keys = match named {
        Some(keys) => keys.clone(),
        None => keys_beside(file)?,
    };
    let text = String::from_utf8_lossy(&text);
    let fault = match store::verify_signature(&bytes, &text, &keys) {
        Ok(signed) => return Ok(Ok(signed)),
        Err(fault) => fault,
    };
    let broken = keys.iter().filter(|(_, text)| !store::is_public_key(text));
    for (name, _) in broken {
        let fact = Fact::KeyUnreadable { part: KeyPart::Public };
        findings.push(Location::File(name.clone()), fact);
    }
    let fact = match fault {
        SignatureFault::Unreadable => Fact::SignatureUnreadable {},
        SignatureFault::OtherKey { key, present } if present.is_empty() => {
            Fact::PublicKeyMissing { key }
        }
        SignatureFault::OtherKey { key, present } => Fact::SignedWithOtherKey { key, present },
        SignatureFault::Changed { key, says } => signature_fact(&clock::zone(), key, &says),
    };
    let place = match fact {
        Fact::SignatureUnreadable {} => signature.display().to_string(),
        _ => place,
    };
    findings.push(Location::File(place), fact);
    Ok(Err(findings))
}

/// What is wrong with the signature of a file or folder that has one; nothing where it has none.
pub(super) fn findings_where_signed(path: &Path) -> anyhow::Result<(Findings, Option<SignedFile>)> {
    let file = if store::is_folder(path) { path.join(MANIFEST_NAME) } else { path.to_owned() };
    if !store::exists(&store::signature_path(&file)) {
        return Ok((Findings::new(), None));
    }
    Ok(match signature_of(path, None)? {
        Ok(signed) => (Findings::new(), Some(signed)),
        Err(findings) => (findings, None),
    })
}
