//! The `idlcm` binary: parses the command line and calls the library.

/// Memory is overwritten when it is freed, so that no copy of a secret stays behind: in a buffer that was sent, or a text
/// that grew.
#[global_allocator]
static WIPED: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> std::process::ExitCode {
    idlcm::cli::main()
}
