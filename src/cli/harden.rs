//! What the process does against its own memory being read by others.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Takes care that neither this process nor one that it starts leaves a core dump, which would hold passwords: a limit of
/// one byte also stops programs that dumps are piped into (core(5)). Nobody else of the same user may read its memory
/// (`PR_SET_DUMPABLE`, prctl(2)); only debuggers of root may.
pub(super) fn harden() {
    if let Err(error) = setrlimit(Resource::Core, Rlimit { current: Some(1), maximum: Some(1) }) {
        tracing::warn!(%error, "core dumps could not be turned off");
    }
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable) {
        tracing::warn!(%error, "core dumps could not be turned off");
    }
}
