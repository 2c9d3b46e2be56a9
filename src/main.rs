//! The `idlcm` binary: parses the command line and calls the library.

fn main() -> std::process::ExitCode {
    idlcm::cli::main()
}
