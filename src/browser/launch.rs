//! How a browser is found and started.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use fantoccini::error::NewSessionError;
use serde_json::{Map, Value, json};
use tokio::process::Command;
use tokio::time::timeout;
use url::Url;

use super::launch_error::LaunchError;

/// Which driver is used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Webdriver {
    /// Chromium or Chrome if it is installed, else Firefox.
    #[default]
    Auto,
    /// Chromium or Chrome through chromedriver.
    Chrome,
    /// Firefox through geckodriver.
    Firefox,
    /// A driver or a Selenium Grid that runs elsewhere. Nothing is started here, and nothing can be killed.
    Url(Url),
}

/// How a browser is started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaunchOptions {
    /// Which driver. Default: [`Webdriver::Auto`].
    pub webdriver: Webdriver,
    /// Whether there is a window to be seen. Default: no.
    pub headed: bool,
    /// Width and height of the window in CSS pixels. Default: 1280 by 900.
    pub viewport: (u32, u32),
    /// The language that the app is asked for (`de-DE`). Default: the browser's own.
    pub locale: Option<String>,
    /// Where downloads go. Default: the profile, which goes with the session.
    pub download_dir: Option<PathBuf>,
    /// How long a page may load before the driver stops it, and keep the browser from answering before it is taken for
    /// one that hangs. Default: 30 s.
    pub page_timeout: Duration,
    /// How long each step of a recipe is put off, so that a person can follow. Default: not at all.
    pub slow: Duration,
    /// The `idlcm` binary, whose hidden subcommand guards the driver.
    pub guard_program: PathBuf,
}

impl LaunchOptions {
    /// The defaults, with the given `idlcm` binary as the guard.
    pub fn new(guard_program: PathBuf) -> Self {
        Self {
            webdriver: Webdriver::Auto,
            headed: false,
            viewport: (1280, 900),
            locale: None,
            download_dir: None,
            page_timeout: Duration::from_secs(30),
            slow: Duration::ZERO,
            guard_program,
        }
    }
}

/// A browser and its driver as they are installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The browser.
    pub browser_path: PathBuf,
    /// Its version: `156.0.8078.79`.
    pub browser_version: String,
    /// The driver.
    pub driver_path: PathBuf,
    /// Its version.
    pub driver_version: String,
}

/// Looks for browser and driver and compares their versions, without starting a session.
///
/// # Errors
/// [`LaunchError`]: what is missing or does not fit, and what to install.
pub async fn probe(webdriver: &Webdriver) -> Result<Found, LaunchError> {
    let options = LaunchOptions { webdriver: webdriver.clone(), ..LaunchOptions::new(PathBuf::new()) };
    let plan = Plan::make(&options)?;
    let (Some(browser_path), Some(driver)) =
        (plan.binary, plan.driver_command.as_ref().and_then(|command| command.first()))
    else {
        return Err(LaunchError::Refused {
            reason: "a driver that runs elsewhere is asked by opening a session".into(),
        });
    };
    let driver_path = PathBuf::from(driver);
    // As root, Chromium does not even say its version with its sandbox; geckodriver knows no such argument.
    let unsandboxed = plan.kind != Kind::Firefox && rustix::process::geteuid().is_root();
    let browser_version = version(&browser_path, unsandboxed).await?;
    let driver_version = version(&driver_path, unsandboxed).await?;
    if plan.kind != Kind::Firefox {
        same_major(&browser_version, Some(&driver_version))?;
    }
    Ok(Found { browser_path, browser_version, driver_path, driver_version })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Chrome,
    HeadlessShell,
    Firefox,
    Remote,
}

/// What is to be started.
#[derive(Debug)]
pub(super) struct Plan {
    kind: Kind,
    binary: Option<PathBuf>,
    pub(super) driver_command: Option<Vec<OsString>>,
    pub(super) url: String,
}

const SHELLS: [&str; 4] = [
    // Debian's program on PATH is a script that would stand between driver and browser.
    "/usr/lib/chromium/chromium-headless-shell",
    "chromium-headless-shell",
    "chrome-headless-shell",
    "headless_shell",
];
const CHROMES: [&str; 6] =
    ["/usr/lib/chromium/chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const CHROMEDRIVERS: [&str; 4] = [
    "chromedriver",
    "/usr/bin/chromedriver",
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
];
const FIREFOXES: [&str; 3] = ["firefox-esr", "firefox", "/usr/lib/firefox-esr/firefox-esr"];
const GECKODRIVERS: [&str; 2] = ["geckodriver", "/usr/bin/geckodriver"];

impl Plan {
    pub(super) fn make(options: &LaunchOptions) -> Result<Self, LaunchError> {
        match &options.webdriver {
            Webdriver::Url(url) => {
                let mut url = url.to_string();
                if !url.ends_with('/') {
                    url.push('/');
                }
                Ok(Self { kind: Kind::Remote, binary: None, driver_command: None, url })
            }
            Webdriver::Chrome => Self::chrome(options.headed),
            Webdriver::Firefox => Self::firefox(),
            Webdriver::Auto => Self::chrome(options.headed).or_else(|error| Self::firefox().map_err(|_| error)),
        }
    }

    fn chrome(headed: bool) -> Result<Self, LaunchError> {
        let shell = if headed { None } else { first(&SHELLS) };
        let kind = if shell.is_some() { Kind::HeadlessShell } else { Kind::Chrome };
        let binary = shell.or_else(|| first(&CHROMES)).ok_or_else(|| LaunchError::NoBrowser {
            looked_for: CHROMES[1..].join(", "),
            package: "chromium chromium-driver",
        })?;
        let driver = first(&CHROMEDRIVERS)
            .ok_or(LaunchError::NoDriver { driver: "chromedriver", package: "chromium-driver" })?;
        Ok(Self::local(kind, binary, driver, "--port=0"))
    }

    fn firefox() -> Result<Self, LaunchError> {
        let binary = first(&FIREFOXES)
            .ok_or_else(|| LaunchError::NoBrowser { looked_for: FIREFOXES[..2].join(", "), package: "firefox-esr" })?;
        let driver = first(&GECKODRIVERS)
            .ok_or(LaunchError::NoDriver { driver: "geckodriver", package: "firefox-esr-geckodriver" })?;
        Ok(Self::local(Kind::Firefox, binary, driver, "--port=0"))
    }

    fn local(kind: Kind, binary: PathBuf, driver: PathBuf, port: &str) -> Self {
        Self { kind, binary: Some(binary), driver_command: Some(vec![driver.into(), port.into()]), url: String::new() }
    }

    /// The capabilities of the session (W3C WebDriver, section 7).
    pub(super) fn capabilities(&self, options: &LaunchOptions, profile: Option<&Path>) -> Map<String, Value> {
        let mut capabilities = Map::new();
        let mut put = |key: &str, value: Value| capabilities.insert(key.into(), value);
        // Interactive, not complete: pictures and trackers decide nothing.
        put("pageLoadStrategy", json!("eager"));
        // A dialog is the step's business, never the driver's.
        put("unhandledPromptBehavior", json!("ignore"));
        let page = u64::try_from(options.page_timeout.as_millis()).unwrap_or(30_000);
        // Looks end by the page's own timer, and hangs by the session: the driver's end would look like a page that is left.
        put("timeouts", json!({ "script": page.saturating_add(60_000), "pageLoad": page, "implicit": 0 }));
        match self.kind {
            // Measured: with any other name, a headless shell never finishes opening a session.
            Kind::HeadlessShell => put("browserName", json!("chrome-headless-shell")),
            Kind::Chrome => put("browserName", json!("chrome")),
            Kind::Firefox => put("browserName", json!("firefox")),
            Kind::Remote => None,
        };
        match self.kind {
            Kind::Firefox => put("moz:firefoxOptions", self.firefox_options(options, profile)),
            Kind::Chrome | Kind::HeadlessShell => put("goog:chromeOptions", self.chrome_options(options, profile)),
            Kind::Remote => None,
        };
        capabilities
    }

    fn chrome_options(&self, options: &LaunchOptions, profile: Option<&Path>) -> Value {
        let (width, height) = options.viewport;
        let mut args = vec![
            format!("--window-size={width},{height}"),
            "--disable-gpu".into(),
            "--disable-quic".into(),
            "--no-first-run".into(),
            "--disable-background-networking".into(),
            "--disable-component-update".into(),
            "--disable-sync".into(),
        ];
        if !options.headed {
            args.push("--headless".into());
        }
        if let Some(profile) = profile {
            args.push(format!("--user-data-dir={}", profile.display()));
        }
        if rustix::process::geteuid().is_root() || in_container() {
            // Chromium's own sandbox needs what root and most containers do not have.
            args.push("--no-sandbox".into());
            args.push("--disable-dev-shm-usage".into());
        }
        // Otherwise the browser offers to keep what is typed into login forms.
        let mut preferences = json!({
            "credentials_enable_service": false,
            "profile.password_manager_enabled": false,
            "translate.enabled": false,
        });
        if let Some(locale) = &options.locale {
            args.push(format!("--lang={locale}"));
            args.push(format!("--accept-lang={locale}"));
            preferences["intl.accept_languages"] = json!(locale);
        }
        if let Some(downloads) = profile.map(|profile| Self::download_dir(options, profile)) {
            preferences["download.default_directory"] = json!(downloads);
            preferences["download.prompt_for_download"] = json!(false);
        }
        json!({ "binary": self.binary, "args": args, "prefs": preferences })
    }

    /// Where downloads go.
    pub(super) fn download_dir(options: &LaunchOptions, profile: &Path) -> PathBuf {
        options.download_dir.clone().unwrap_or_else(|| profile.join("downloads"))
    }

    fn firefox_options(&self, options: &LaunchOptions, profile: Option<&Path>) -> Value {
        let (width, height) = options.viewport;
        let mut args = vec![format!("--width={width}"), format!("--height={height}")];
        if !options.headed {
            args.push("-headless".into());
        }
        let mut preferences = json!({ "signon.rememberSignons": false });
        if let Some(downloads) = profile.map(|profile| Self::download_dir(options, profile)) {
            preferences["browser.download.folderList"] = json!(2);
            preferences["browser.download.dir"] = json!(downloads);
            preferences["browser.download.useDownloadDir"] = json!(true);
            preferences["browser.download.alwaysOpenPanel"] = json!(false);
            preferences["browser.download.always_ask_before_handling_new_types"] = json!(false);
            // Otherwise a PDF is shown instead of kept.
            preferences["pdfjs.disabled"] = json!(true);
        }
        if let Some(locale) = &options.locale {
            preferences["intl.accept_languages"] = json!(locale);
        }
        json!({ "binary": self.binary, "args": args, "prefs": preferences })
    }
}

/// Compares major versions; a driver that does not say its version fits.
pub(super) fn same_major(browser: &str, driver: Option<&str>) -> Result<(), LaunchError> {
    let major = |version: &str| version.split('.').next().and_then(|major| major.trim().parse::<u32>().ok());
    let Some(driver) = driver.map(|driver| driver.split_whitespace().next().unwrap_or_default()) else { return Ok(()) };
    match (major(browser), major(driver)) {
        (Some(one), Some(other)) if one != other => {
            Err(LaunchError::VersionMismatch { browser: browser.into(), driver: driver.into() })
        }
        _ => Ok(()),
    }
}

/// Why a driver refused a session.
pub(super) fn refused(error: NewSessionError) -> LaunchError {
    let words = match error {
        NewSessionError::SessionNotCreated(answer) => answer.message.into_owned(),
        NewSessionError::NotW3C(value) => {
            value.get("message").and_then(Value::as_str).map_or_else(|| value.to_string(), str::to_owned)
        }
        other => other.to_string(),
    };
    // "This version of ChromeDriver only supports Chrome version 155\nCurrent browser version is 156.0.8078.79 with …"
    let after = |marker: &str| Some(words.split_once(marker)?.1.split_whitespace().next()?.to_owned());
    match (after("only supports Chrome version "), after("Current browser version is ")) {
        (Some(driver), Some(browser)) => LaunchError::VersionMismatch { browser, driver },
        _ => LaunchError::Refused { reason: words.lines().next().unwrap_or_default().to_owned() },
    }
}

fn in_container() -> bool {
    // Docker's and Podman's marks; the containers of Kubernetes have neither.
    Path::new("/.dockerenv").exists()
        || Path::new("/run/.containerenv").exists()
        || std::env::var_os("KUBERNETES_SERVICE_HOST").is_some()
}

/// The first of some programs that is there: a path, or a name on `PATH`.
fn first(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = |name: &str| std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file());
    names.iter().find_map(|name| {
        if name.starts_with('/') { Some(PathBuf::from(name)).filter(|file| file.is_file()) } else { on_path(name) }
    })
}

/// What a program says of its version: the first word that starts with a digit.
async fn version(program: &Path, unsandboxed: bool) -> Result<String, LaunchError> {
    let failed = |reason: String| LaunchError::NoVersion { program: program.into(), reason };
    let mut command = Command::new(program);
    command.arg("--version").env_clear().envs(super::driver::inherited()).stdin(Stdio::null()).kill_on_drop(true);
    if unsandboxed {
        command.arg("--no-sandbox");
    }
    let output = timeout(Duration::from_secs(10), command.output()).await;
    let output =
        output.map_err(|_| failed("no answer within 10 s".into()))?.map_err(|error| failed(error.to_string()))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let word = said.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    word.map(str::to_owned).ok_or_else(|| failed(format!("it says {:?}", said.trim())))
}

#[cfg(test)]
mod tests {
    use super::same_major;
    use crate::browser::LaunchError;

    #[test]
    fn major_versions_of_browser_and_driver_must_be_the_same() {
        assert_eq!(same_major("156.0.8078.79", Some("156.0.1.2 (a21ce95c)")), Ok(()));
        assert_eq!(same_major("156.0.8078.79", None), Ok(()));
        let error = same_major("156.0.8078.79", Some("155.0.1.2 (a21ce95c)")).unwrap_err();
        assert!(matches!(error, LaunchError::VersionMismatch { .. }));
        assert!(error.to_string().contains("apt-get install"), "{error}");
    }
}
