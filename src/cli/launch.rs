//! How browsers are started, from the settings.

use crate::browser::{LaunchOptions, Webdriver};
use crate::contract::Duration;

use super::exit_code::ExitCode;
use super::settings::Settings;
use super::stop::Stop;

/// The `WebDriver` server that the settings name.
///
/// # Errors
/// Wrong usage.
pub(super) fn webdriver(settings: &Settings) -> Result<Webdriver, Stop> {
    match settings.webdriver.as_str() {
        "auto" => Ok(Webdriver::Auto),
        "chrome" => Ok(Webdriver::Chrome),
        "firefox" => Ok(Webdriver::Firefox),
        url => url.parse().map(Webdriver::Url).map_err(|_| {
            let message =
                format!("--webdriver is `{url}`; write auto, chrome, firefox or the URL of a WebDriver server");
            Stop::new(ExitCode::Usage, message)
        }),
    }
}

/// How browsers are started; what a recipe says of its window and language is added by the engine.
///
/// # Errors
/// Wrong usage, or when this program does not know its own path.
pub(super) fn options(settings: &Settings, headed: bool) -> Result<LaunchOptions, Stop> {
    let program = std::env::current_exe()
        .map_err(|error| Stop::new(ExitCode::Bug, format!("this program does not know its own path: {error}")))?;
    Ok(LaunchOptions { webdriver: webdriver(settings)?, headed, ..LaunchOptions::new(program) })
}

/// The same with each step put off by so much.
pub(super) fn slowed(options: LaunchOptions, slow: Option<Duration>) -> LaunchOptions {
    LaunchOptions { slow: slow.map(Duration::get).unwrap_or_default(), ..options }
}

/// The browser's version, or where the driver is that has one. What runs elsewhere is asked by opening a session.
///
/// # Errors
/// When there is no browser or no driver, or they do not fit each other.
pub(super) async fn found(options: &LaunchOptions) -> Result<String, Stop> {
    match &options.webdriver {
        Webdriver::Url(url) => Ok(format!("at {}", url.host_str().unwrap_or_default())),
        local => crate::browser::probe(local).await.map(|found| found.browser_version).map_err(Stop::missing),
    }
}
