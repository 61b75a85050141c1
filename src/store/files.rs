//! The only code that reads and writes files of the user.
//!
//! Writing goes through a temporary file in the same folder, is flushed to the disk and then
//! renamed, so that a file is either the old one or the new one, never half of one.

#![expect(
    clippy::disallowed_methods,
    reason = "this module is the place where the file system is touched"
)]

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::faults::{Call, call};

/// How long a second writer waits for the first: many colleagues may save at the same moment, and each
/// holds the lock for a fraction of a second.
const LOCK_WAIT: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 10 });
/// How often it asks again.
const LOCK_POLL: Duration = Duration::from_millis(20);
/// How long a file is waited for that somebody has open at this moment, where the system minds.
const IN_USE_WAIT: Duration = Duration::from_millis(if cfg!(test) { 200 } else { 2_000 });
/// Whether the system refuses to replace a file that another program has open, as Windows does; in the tests of this
/// module every system does.
const MINDS_OPEN_FILES: bool = cfg!(any(windows, test));
/// What Windows says of such a file beside "access denied": another process uses it, or has locked a part of it.
const IN_USE: [i32; 2] = [32, 33];
/// Largest file read: the largest workbook that the guard accepts.
const MAX_BYTES: u64 = 20 * 1024 * 1024;

/// What the world refused.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Reading failed.
    #[error("{path}: {source}")]
    Read {
        /// File as named.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Writing failed; the file is as before.
    #[error("{path}: {source}")]
    Write {
        /// File as named.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Larger than any file of ours.
    #[error("{path}: {bytes} > {limit} bytes")]
    TooLarge {
        /// File as named.
        path: PathBuf,
        /// Its size.
        bytes: u64,
        /// The largest size that is read.
        limit: u64,
    },
    /// Not text in UTF-8.
    #[error("{path}: not UTF-8 (byte {offset})")]
    NotUtf8 {
        /// File as named.
        path: PathBuf,
        /// First byte that is wrong.
        offset: usize,
    },
    /// A device, a pipe or a socket, which a rename would replace by a file.
    #[error("{path}: not a regular file")]
    NotAFile {
        /// File as named.
        path: PathBuf,
    },
    /// A device, a pipe or a socket, which may never come to an end.
    #[error("{path}: not a regular file")]
    EndlessFile {
        /// File as named.
        path: PathBuf,
    },
    /// Somebody else is writing.
    #[error("{path}: locked")]
    Locked {
        /// File as named.
        path: PathBuf,
    },
    /// Somebody else has written since it was read.
    #[error("{path}: changed meanwhile")]
    Changed {
        /// File as named.
        path: PathBuf,
    },
}

/// Reads a whole file.
///
/// # Errors
/// The file is missing, unreadable, no regular file, or larger than 20 MB.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    let fail = |source| FileError::Read { path: path.to_owned(), source };
    is_no_pipe(path)?;
    let metadata = fs::metadata(path).map_err(fail)?;
    if metadata.len() > MAX_BYTES {
        let (bytes, limit) = (metadata.len(), MAX_BYTES);
        return Err(FileError::TooLarge { path: path.to_owned(), bytes, limit });
    }
    if metadata.is_dir() {
        // Windows would say that it may not be read.
        return Err(fail(io::ErrorKind::IsADirectory.into()));
    }
    read_whole(path, patiently(|| File::open(path)).map_err(fail)?)
}

/// Does what another program may stand in the way of for a moment: one that reads the same file, a scanner for viruses,
/// a folder that is being synchronised.
fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let start = Instant::now();
    loop {
        match attempt() {
            Err(error) if is_in_use(&error) && start.elapsed() < IN_USE_WAIT => {
                std::thread::sleep(LOCK_POLL);
            }
            result => return result,
        }
    }
}

fn is_in_use(error: &io::Error) -> bool {
    let is_told = error.raw_os_error().is_some_and(|code| cfg!(windows) && IN_USE.contains(&code));
    MINDS_OPEN_FILES && (error.kind() == io::ErrorKind::PermissionDenied || is_told)
}

/// Reads to the end of what `path` names, also where it grows meanwhile or does not say how long it is.
///
/// # Errors
/// It cannot be read, or is larger than 20 MB.
pub fn read_whole(path: &Path, source: impl io::Read) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    let read = source.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|source| FileError::Read { path: path.to_owned(), source })?;
    let (size, limit) = (length(bytes.len()), MAX_BYTES);
    if size > limit {
        return Err(FileError::TooLarge { path: path.to_owned(), bytes: size, limit });
    }
    Ok(bytes)
}

/// Reads a whole text file.
///
/// # Errors
/// As [`read_bytes`], and text that is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, FileError> {
    text_of(path, read_bytes(path)?)
}

/// What has been read of a file, as text.
///
/// # Errors
/// It is not UTF-8.
pub fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String, FileError> {
    String::from_utf8(bytes).map_err(|error| FileError::NotUtf8 {
        path: path.to_owned(),
        offset: error.utf8_error().valid_up_to(),
    })
}

/// Refuses a device or a pipe: opening one may wait for ever. What is not there yet may be made.
fn is_no_pipe(path: &Path) -> Result<(), FileError> {
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() && !metadata.is_dir() => {
            Err(FileError::EndlessFile { path: path.to_owned() })
        }
        _ => Ok(()),
    }
}

/// Whether something stands at this path.
#[must_use]
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Makes a folder and those above it, where they are not there yet.
///
/// # Errors
/// The folder cannot be made.
pub fn create_folder(path: &Path) -> Result<(), FileError> {
    let refused = |source| FileError::Write { path: path.to_owned(), source };
    std::fs::create_dir_all(path).map_err(refused)
}

/// The assessments in a folder, by name.
///
/// # Errors
/// The folder cannot be listed.
pub fn assessments_in(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let fail = |source| FileError::Read { path: folder.to_owned(), source };
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.to_string_lossy().ends_with(".risiko.yml") {
            found.push(path.strip_prefix("./").map(Path::to_owned).unwrap_or(path));
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a folder stands at this path.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The files in a folder whose names have one of these ends, sorted.
///
/// # Errors
/// The folder cannot be listed.
pub fn files_in(folder: &Path, ends: &[&str]) -> Result<Vec<PathBuf>, FileError> {
    let mut names = Vec::new();
    for end in ends {
        names.extend(entries_of(folder, end)?);
    }
    names.sort();
    Ok(names.into_iter().map(|name| folder.join(name)).collect())
}

/// Names of the files in a folder that end so, sorted; none where there is no such folder.
pub(super) fn entries_of(folder: &Path, end: &str) -> Result<Vec<String>, FileError> {
    if !exists(folder) {
        return Ok(Vec::new());
    }
    let fail = |source| FileError::Read { path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let name = entry.map_err(fail)?.file_name().to_string_lossy().into_owned();
        if name.ends_with(end) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Writes a whole file in one step: afterwards it is the new one, or on any error the old one.
///
/// A symbolic link is followed, so that the file behind it is replaced and the link stays.
///
/// # Errors
/// No permission, a full disk, a missing folder, a device or pipe; what was there is then as before.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let fail = |source| FileError::Write { path: path.to_owned(), source };
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        return Err(FileError::NotAFile { path: path.to_owned() });
    }
    if before.as_ref().is_some_and(|metadata| metadata.permissions().readonly()) {
        // A rename would replace a read-only file without asking.
        return Err(fail(io::ErrorKind::PermissionDenied.into()));
    }
    let new = || tempfile::Builder::new().prefix(".risiko-").suffix(".tmp").tempfile_in(folder);
    let mut temporary = call(Call::Open, new).map_err(fail)?;
    write_all(&mut temporary, bytes).map_err(fail)?;
    let permissions =
        before.map_or_else(default_permissions, |metadata| Some(metadata.permissions()));
    if let Some(permissions) = permissions {
        let set = || temporary.as_file().set_permissions(permissions);
        call(Call::Permit, set).map_err(fail)?;
    }
    call(Call::Sync, || temporary.as_file().sync_all()).map_err(fail)?;
    put_in_place(temporary, &target).map_err(fail)?;
    sync_folder(folder);
    Ok(())
}

/// Gives a temporary file the name of the file that it replaces.
fn put_in_place(temporary: tempfile::NamedTempFile, target: &Path) -> io::Result<()> {
    let mut waiting = Some(temporary);
    patiently(|| {
        call(Call::Rename, || {
            // It comes back from every attempt that failed.
            let temporary = waiting.take().ok_or(io::ErrorKind::NotFound)?;
            temporary.persist(target).map(drop).map_err(|refused| {
                waiting = Some(refused.file);
                refused.error
            })
        })
    })
}

/// Writes in two halves, so that tests can stop the program between them.
fn write_all(file: &mut impl io::Write, bytes: &[u8]) -> io::Result<()> {
    let (one, other) = bytes.split_at(bytes.len() / 2);
    call(Call::Write, || file.write_all(one))?;
    call(Call::Write, || file.write_all(other))
}

/// As [`write_atomically`], where the file still is as it was read: `before` are the bytes then, or
/// nothing where there was no file. So nobody's work is replaced unseen where locks do not work, as on
/// some network drives, or where an editor takes none.
///
/// # Errors
/// As [`write_atomically`], and the file is another than it was.
pub fn replace(path: &Path, before: Option<&[u8]>, bytes: &[u8]) -> Result<(), FileError> {
    is_unchanged(path, before)?;
    write_atomically(path, bytes)
}

/// Refuses a file that is another than it was read.
///
/// # Errors
/// It is, or cannot be read.
pub fn is_unchanged(path: &Path, before: Option<&[u8]>) -> Result<(), FileError> {
    let there = match exists(path) {
        true => Some(read_bytes(path)?),
        false => None,
    };
    if there.as_deref() == before {
        return Ok(());
    }
    Err(FileError::Changed { path: path.to_owned() })
}

/// Writes a file that nobody but its owner may read; what stands there stays. On Windows the rights are those of
/// the folder.
///
/// # Errors
/// A file is there already, or cannot be written.
pub(super) fn create_private(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut options = File::options();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    create_with(path, bytes, &mut options)
}

/// Writes a new file; what stands there stays.
///
/// # Errors
/// A file is there already, or cannot be written.
pub(super) fn create_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    create_with(path, bytes, &mut File::options())
}

fn create_with(path: &Path, bytes: &[u8], options: &mut fs::OpenOptions) -> Result<(), FileError> {
    let fail = |source| FileError::Write { path: path.to_owned(), source };
    let open = || options.write(true).create_new(true).open(path);
    let mut file = call(Call::Open, open).map_err(fail)?;
    write_all(&mut file, bytes).map_err(fail)?;
    call(Call::Sync, || file.sync_all()).map_err(fail)?;
    sync_folder(path.parent().filter(|f| *f != Path::new("")).unwrap_or(Path::new(".")));
    Ok(())
}

/// The regular files of a folder and of those below it, by name with `/` between its parts, sorted. Folders behind
/// links and hidden files are left out, so that no ring of links can be walked.
///
/// # Errors
/// A folder cannot be listed, or there are more than `most` files.
pub(super) fn files_below(folder: &Path, most: usize) -> Result<Vec<String>, FileError> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(below) = open.pop() {
        let path = folder.join(&below);
        let fail = |source| FileError::Read { path: path.clone(), source };
        for entry in fs::read_dir(&path).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let (kind, inner) = (entry.file_type().map_err(fail)?, format!("{below}{name}"));
            match name.starts_with('.') {
                true => {}
                false if kind.is_dir() => open.push(format!("{inner}/")),
                false if entry.path().is_file() => found.push(inner),
                false => {}
            }
            if found.len() + open.len() > most {
                return Err(fail(io::ErrorKind::QuotaExceeded.into()));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Writes at the end of a file, which is cut to `end` first, and makes it durable. A new file is made
/// where there is none.
///
/// # Errors
/// The file cannot be written; what stood before `end` is as before.
pub(super) fn append(path: &Path, bytes: &[u8], end: u64, is_first: bool) -> Result<(), FileError> {
    let fail = |source| FileError::Write { path: path.to_owned(), source };
    is_no_pipe(path)?;
    let mut options = File::options();
    options.create(is_first).truncate(false).write(true);
    let mut file = patiently(|| call(Call::Open, || options.open(path))).map_err(fail)?;
    if !file.metadata().map_err(fail)?.is_file() {
        return Err(FileError::NotAFile { path: path.to_owned() });
    }
    let written = call(Call::Cut, || file.set_len(end))
        .and_then(|()| file.seek(io::SeekFrom::Start(end)))
        .and_then(|_| write_all(&mut file, bytes))
        .and_then(|()| call(Call::Sync, || file.sync_all()));
    if let Err(error) = written {
        let _best_effort = call(Call::Cut, || file.set_len(end));
        return Err(fail(error));
    }
    if is_first {
        sync_folder(path.parent().filter(|f| *f != Path::new("")).unwrap_or(Path::new(".")));
    }
    Ok(())
}

/// Makes an empty file, durably; one that is there stays.
///
/// # Errors
/// The folder cannot be written.
pub(super) fn mark(path: &Path) -> Result<(), FileError> {
    let fail = |source| FileError::Write { path: path.to_owned(), source };
    is_no_pipe(path)?;
    let open = || File::options().create(true).truncate(false).write(true).open(path);
    let file = patiently(|| call(Call::Open, open)).map_err(fail)?;
    call(Call::Sync, || file.sync_all()).map_err(fail)?;
    sync_folder(path.parent().filter(|f| *f != Path::new("")).unwrap_or(Path::new(".")));
    Ok(())
}

/// Takes such a file away again, where it can be.
pub(super) fn unmark(path: &Path) {
    if exists(path) {
        let _best_effort = patiently(|| call(Call::Remove, || fs::remove_file(path)));
    }
}

/// Gives a file another name; nothing may stand there.
///
/// # Errors
/// Something stands there, or the system refuses.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), FileError> {
    let fail = |source| FileError::Write { path: to.to_owned(), source };
    if exists(to) {
        return Err(fail(io::ErrorKind::AlreadyExists.into()));
    }
    patiently(|| call(Call::Rename, || fs::rename(from, to))).map_err(fail)
}

/// The file behind a path, where symbolic links lead elsewhere.
pub(super) fn real(path: &Path) -> PathBuf {
    let is_link = path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    match is_link {
        true => fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
        false => path.to_owned(),
    }
}

/// A length in memory as one of a file.
pub(super) fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// SHA-256 of some bytes, as it stands in files.
pub(super) fn digest_of(bytes: &[u8]) -> String {
    crate::domain::digest(bytes)
}

/// Permissions of a new file: temporary files are private, a shared assessment must not be.
#[cfg(unix)]
fn default_permissions() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(fs::Permissions::from_mode(0o644))
}

/// Windows inherits the folder's rights.
#[cfg(not(unix))]
fn default_permissions() -> Option<fs::Permissions> {
    None
}

/// Makes the rename itself durable where the system can; the content is already on the disk.
fn sync_folder(folder: &Path) {
    if let Ok(handle) = File::open(folder) {
        let _best_effort = call(Call::Sync, || handle.sync_all());
    }
}

/// An advisory lock on an assessment, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _held: File,
}

/// Takes the lock of an assessment, waiting briefly for another writer.
///
/// The lock stands on a file of its own beside the assessment, because the assessment itself is
/// replaced by every write.
///
/// # Errors
/// Somebody else holds it for longer than ten seconds, or the folder cannot be written.
pub fn lock(path: &Path) -> Result<Lock, FileError> {
    let lock_path = lock_path(path);
    let fail = |source| FileError::Write { path: path.to_owned(), source };
    is_no_pipe(&lock_path)?;
    let open = || File::options().create(true).truncate(false).write(true).open(&lock_path);
    let file = call(Call::Lock, open).map_err(fail)?;
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _held: file }),
            Err(fs::TryLockError::WouldBlock) if waited < LOCK_WAIT => {
                std::thread::sleep(LOCK_POLL);
                waited += LOCK_POLL;
            }
            Err(fs::TryLockError::WouldBlock) => {
                return Err(FileError::Locked { path: path.to_owned() });
            }
            // A network share without locks: writing stays atomic, only the queue is missing.
            Err(fs::TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(Lock { _held: file });
            }
            Err(fs::TryLockError::Error(error)) => return Err(fail(error)),
        }
    }
}

fn lock_path(path: &Path) -> PathBuf {
    // Two names of one file are one lock.
    let path = real(path);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    path.with_file_name(format!(".{}.lock", name.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::super::faults::{Fault, Plan};
    use super::*;

    #[test]
    fn replaces_a_file_whole_and_leaves_no_other_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ærø 2026.risiko.yml");
        write_atomically(&path, b"et").unwrap();
        write_atomically(&path, b"to").unwrap();
        assert_eq!(read_text(&path).unwrap(), "to");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_another_program_has_open_for_a_moment_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.risiko.yml");
        let log = folder.path().join("a.risiko.log");
        append(&log, b"en\n", 0, true).unwrap();
        // As Windows refuses it: once, and then no more.
        let once = |number, kind| {
            write_atomically(&path, b"et").unwrap();
            let plan = Plan::at(number, Fault::Fails(kind));
            let done =
                write_atomically(&path, b"to").and_then(|()| append(&log, b"to\n", 3, false));
            (plan.calls(), done.is_ok())
        };
        let (calls, _) = once(usize::MAX, io::ErrorKind::Other);
        let refused = io::ErrorKind::PermissionDenied;
        let waited: Vec<usize> =
            (0..calls).filter(|at| once(*at, refused) == (calls + 1, true)).collect();
        assert_eq!(waited.len(), 2, "the rename, and opening the journal");
        assert!(waited.iter().all(|at| !once(*at, io::ErrorKind::StorageFull).1));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_file_that_stays_open_elsewhere_is_given_up_and_kept() {
        let attempts = std::cell::Cell::new(0_u32);
        let refused = patiently(|| {
            attempts.set(attempts.get() + 1);
            Err::<(), _>(io::Error::from(io::ErrorKind::PermissionDenied))
        });
        assert!(refused.is_err() && attempts.get() > 2, "{attempts:?}");
    }

    #[test]
    fn refuses_a_read_only_file_and_keeps_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.risiko.yml");
        write_atomically(&path, b"et").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(write_atomically(&path, b"to").is_err());
        assert_eq!(read_text(&path).unwrap(), "et");
    }

    #[test]
    fn a_second_writer_is_told_that_the_file_is_locked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.risiko.yml");
        let held = lock(&path).unwrap();
        assert!(matches!(lock(&path), Err(FileError::Locked { .. })));
        drop(held);
        assert!(lock(&path).is_ok());
    }

    #[test]
    fn names_the_byte_that_is_not_utf8() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yml");
        write_atomically(&path, b"navn: \xe6").unwrap();
        assert!(matches!(read_text(&path), Err(FileError::NotUtf8 { offset: 6, .. })));
    }
}
