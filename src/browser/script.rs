//! Runs the page's script: one operation at once, or a wait in slices until a deadline.

use std::sync::LazyLock;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::time::Instant;

use super::act_guard::Stopped;
use super::command::{Command, ELEMENT_KEY};
use super::error::{Candidate, CommandError, NotActionableReason, Sent};
use super::query::Query;
use super::session::{GRACE, Session};
use super::tabs::{CLOSED, is_closed_tab};

/// The longest wait in one call: far below the driver's script timeout, so that the page's own timer ends it.
const SLICE: Duration = Duration::from_secs(3);

/// How long a later alternative of `any_of` is held back in case that the first one is about to appear, in milliseconds.
pub(super) const DRIFT_AFTER_MS: u64 = 700;

/// The files of the script. They are one scope: a name at the top of one is a name in all.
const PARTS: [&str; 22] = [
    include_str!("page/watch.js"),
    include_str!("page/text.js"),
    include_str!("page/role.js"),
    include_str!("page/name.js"),
    include_str!("page/table.js"),
    include_str!("page/find.js"),
    include_str!("page/describe.js"),
    include_str!("page/probe.js"),
    include_str!("page/rest.js"),
    include_str!("page/guard.js"),
    include_str!("page/target.js"),
    include_str!("page/control.js"),
    include_str!("page/boxes.js"),
    include_str!("page/choose.js"),
    include_str!("page/choice.js"),
    include_str!("page/drawn.js"),
    include_str!("page/typing.js"),
    include_str!("page/file.js"),
    include_str!("page/list.js"),
    include_str!("page/scroll.js"),
    include_str!("page/evidence.js"),
    include_str!("page/main.js"),
];

/// Where a document keeps what answers questions about it: gone as soon as the document is replaced.
const PLACE: &str = "window[Symbol.for(\"idlcm.page\")]";

/// What a call answers where the document does not have the script yet.
const ABSENT: &str = "idlcm: no script";

/// What runs in a document before its own scripts, where the browser can have that done.
pub(super) static PRELOAD: LazyLock<String> = LazyLock::new(|| install(true));

/// Puts the script into the document, once. `early`: before anything of the document ran.
fn install(early: bool) -> String {
    let script = bare(&PARTS);
    let keep = "Object.defineProperty(window, Symbol.for(\"idlcm.page\"), { value: { act, wait } });";
    format!("((early) => {{ if ({PLACE}) return;\n{script}{keep}\n}})({early});\n")
}

fn bare(parts: &[&str]) -> String {
    let lines = parts.iter().flat_map(|part| part.lines()).map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .fold(String::new(), |script, line| script + line + "\n")
}

/// A call: of the script that is there, or with the script.
struct Call {
    short: String,
    whole: String,
}

impl Call {
    fn new(call: &str, absent: &str) -> Self {
        let short = format!("const page = {PLACE};\nif (page) {{ {call} }} else {{ {absent} }}");
        let whole = format!("{}{short}", install(false));
        Self { short, whole }
    }
}

static ACT: LazyLock<Call> =
    LazyLock::new(|| Call::new("return page.act(arguments[0], arguments[1]);", &format!("return \"{ABSENT}\";")));
static WAIT: LazyLock<Call> = LazyLock::new(|| {
    let reply = "arguments[arguments.length - 1]";
    Call::new(&format!("page.wait(arguments[0], arguments[1], {reply});"), &format!("{reply}(\"{ABSENT}\");"))
});

/// Why the page has no answer (yet).
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(super) enum Not {
    Missing {
        #[serde(default)]
        candidates: Vec<Candidate>,
        #[serde(default)]
        hidden: usize,
    },
    Ambiguous {
        count: usize,
        #[serde(default)]
        candidates: Vec<Candidate>,
    },
    Disabled {
        element: String,
    },
    Moving {
        element: String,
    },
    Covered {
        element: String,
        by: String,
    },
    Unfit {
        element: String,
        why: String,
    },
    Option {
        element: String,
        count: usize,
        options: Vec<String>,
    },
    Unchosen {
        element: String,
        found: String,
    },
    Unready {
        why: String,
    },
    Problem {
        message: String,
    },
    Query {
        message: String,
    },
    /// A document of another origin would have to be asked.
    Foreign {
        message: String,
    },
    /// The act was not carried out, since it would not have done what was meant.
    Stopped {
        stopped: Stopped,
    },
    Waiting,
    Same,
    Settling,
    Scrolling {
        read: usize,
        moves: usize,
    },
}

/// What the page said: an answer, or why there is none.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said<T> {
    Done(T),
    Not(Not),
}

/// An answer and the elements that came with it.
#[derive(Debug)]
pub(super) struct Answer<T> {
    pub(super) value: T,
    pub(super) elements: Vec<String>,
}

/// What the words of an error are made of.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub(super) query: Option<&'a Query>,
    pub(super) started: Instant,
}

impl<'a> About<'a> {
    pub(super) fn query(query: &'a Query) -> Self {
        Self { query: Some(query), started: Instant::now() }
    }

    pub(super) fn page() -> Self {
        Self { query: None, started: Instant::now() }
    }

    pub(super) fn error(self, not: Not) -> CommandError {
        let waited = self.started.elapsed();
        let query = self.query.map_or_else(|| "the page".to_owned(), ToString::to_string);
        let unfit = |element, reason| CommandError::NotActionable { element, reason, waited };
        match not {
            Not::Missing { candidates, hidden } => {
                CommandError::Missing { query, waited, hidden, note: None, candidates }
            }
            Not::Ambiguous { count, candidates } => {
                CommandError::Ambiguous { query, waited, count, matches: candidates }
            }
            Not::Disabled { element } => unfit(element, NotActionableReason::Disabled),
            Not::Moving { element } => unfit(element, NotActionableReason::Moving),
            Not::Covered { element, by } => unfit(element, NotActionableReason::Covered { by }),
            Not::Unfit { element, why } => unfit(element, NotActionableReason::Unfit { why }),
            Not::Option { element, count, options } => {
                CommandError::NoOption { element, option: String::new(), count, options, waited }
            }
            Not::Unchosen { element, found } => {
                CommandError::ReadBack { element, expected: Some(String::new()), found: Some(found), limit: None }
            }
            Not::Unready { why } => CommandError::NotReady { why, waited },
            Not::Problem { message } | Not::Foreign { message } => {
                CommandError::Missing { query, waited, hidden: 0, note: Some(message), candidates: Vec::new() }
            }
            Not::Query { message } => CommandError::Rejected {
                command: "a question to the page",
                code: "query".into(),
                reason: message,
                sent: Sent::No,
            },
            Not::Scrolling { read, .. } => {
                CommandError::NotReady { why: format!("it was still being scrolled, with {read} rows read"), waited }
            }
            Not::Stopped { stopped } => CommandError::Stopped { stopped },
            Not::Waiting | Not::Same | Not::Settling => {
                CommandError::NotReady { why: "it kept changing".into(), waited }
            }
        }
    }
}

impl Session {
    /// Runs an operation once. `Ok(Err(_))`: the page says why not.
    pub(super) async fn act<T: DeserializeOwned>(
        &mut self,
        request: &Value,
        element: Option<&str>,
        acts: bool,
        deadline: Instant,
    ) -> Result<Result<Answer<T>, Not>, CommandError> {
        self.return_to_top(deadline).await?;
        let mut request = request.clone();
        self.say_where(&mut request);
        loop {
            let value = match self.call(&ACT, &request, element, false, acts, deadline).await {
                // A question is asked again in the first window.
                Err(error) if !acts && is_closed_tab(&error) && element.is_none() => continue,
                value => value?,
            };
            if let Some(said) = self.said(value, acts, deadline).await? {
                match self.click_made_good(said, &mut request, deadline).await? {
                    Some(said) => return Ok(said),
                    None => continue,
                }
            }
            // Nothing came back although no dialog is open: the document went away under the script.
            if acts || Instant::now() >= deadline {
                let reason = "the document was replaced while the script ran".into();
                let sent = if acts { Sent::Maybe } else { Sent::No };
                return Err(CommandError::Driver { command: "a script", reason, sent });
            }
        }
    }

    /// Looks until the page has an answer or the deadline passes; at least once.
    pub(super) async fn wait<T: DeserializeOwned>(
        &mut self,
        mut request: Value,
        element: Option<&str>,
        about: About<'_>,
        deadline: Instant,
    ) -> Result<Result<Answer<T>, Not>, CommandError> {
        self.return_to_top(deadline).await?;
        self.say_where(&mut request);
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let slice = left.min(SLICE);
            request["ms"] = u64::try_from(slice.as_millis()).unwrap_or(u64::MAX).into();
            request["last"] = (slice == left).into();
            request["waited"] = u64::try_from(about.started.elapsed().as_millis()).unwrap_or(u64::MAX).into();
            request["rest"] = serde_json::json!(self.rest);
            let asked = Instant::now();
            let said = match self.call(&WAIT, &request, element, true, false, deadline).await {
                Ok(value) => self.said(value, false, deadline).await?,
                // An element that was handed in is gone; the document may be there still.
                Err(error @ CommandError::Rejected { .. }) if element.is_some() && is_stale(&error) => {
                    return Err(error);
                }
                // Chromium waits for a page that is being loaded before it runs anything in it, and gives up after the time
                // that a page has.
                Err(CommandError::Rejected { code, .. })
                    if code == "timeout" && asked.elapsed() + GRACE > self.page_timeout =>
                {
                    let waited = asked.elapsed();
                    self.rescue().await;
                    let lost = self.lost.is_some();
                    return Err(CommandError::Timeout { command: "looking at the page", waited, lost, sent: Sent::No });
                }
                Err(error) if ended_by_navigation(&error) => None,
                Err(error) => return Err(error),
            };
            let said = match said {
                Some(said) => match self.click_made_good(said, &mut request, deadline).await? {
                    None => continue,
                    said => said,
                },
                None => None,
            };
            match said {
                Some(Ok(answer)) => return Ok(Ok(answer)),
                Some(Err(not @ (Not::Query { .. } | Not::Foreign { .. }))) => return Err(about.error(not)),
                Some(Err(not)) if slice == left => return Ok(Err(not)),
                Some(Err(_)) => {}
                None if Instant::now() >= deadline => {
                    let why = "it was being replaced by another page all the time".into();
                    return Err(CommandError::NotReady { why, waited: about.started.elapsed() });
                }
                // The document went away under the look: look at the next one, without spinning.
                None => tokio::time::sleep_until(asked + Duration::from_millis(20)).await,
            }
        }
    }

    /// What the page said, if the click before the call was let through; else that click is made good, and the call has to
    /// be sent again.
    async fn click_made_good<T>(
        &mut self,
        said: Result<Answer<T>, Not>,
        request: &mut Value,
        deadline: Instant,
    ) -> Result<Option<Result<Answer<T>, Not>>, CommandError> {
        match said {
            Err(Not::Stopped { stopped }) if self.unconfirmed.is_some() => {
                self.click_again(stopped, deadline).await?;
                self.say_where(request);
                Ok(None)
            }
            said => {
                self.unconfirmed = None;
                Ok(Some(said))
            }
        }
    }

    /// Calls the script that the document has. Where it has none, nothing was done, and the script goes with the call.
    async fn call(
        &mut self,
        call: &'static Call,
        request: &Value,
        element: Option<&str>,
        waits: bool,
        acts: bool,
        deadline: Instant,
    ) -> Result<Value, CommandError> {
        let element = element.map_or(Value::Null, |id| serde_json::json!({ ELEMENT_KEY: id }));
        let mut sources = [call.short.as_str(), call.whole.as_str()].into_iter().skip(usize::from(!self.preloads));
        loop {
            let source = sources.next().unwrap_or(&call.whole);
            let arguments = vec![request.clone(), element.clone()];
            let value = self.send(Command::Script { source, arguments, waits, acts }, deadline).await?;
            if value.as_str() != Some(ABSENT) {
                return Ok(value);
            }
        }
    }

    /// Tells the script which frames the driver is in, and of which click nobody has heard yet.
    fn say_where(&mut self, request: &mut Value) {
        self.met_foreign = false;
        match &self.unconfirmed {
            Some(click) => request["after"] = click.guard.into(),
            None => request["after"] = Value::Null,
        }
        if !self.entered.is_empty() {
            request["entered"] = serde_json::json!(self.entered);
        }
    }

    /// As [`Session::wait`], with the page's reason as an error.
    pub(super) async fn wait_for<T: DeserializeOwned>(
        &mut self,
        request: Value,
        about: About<'_>,
        deadline: Instant,
    ) -> Result<Answer<T>, CommandError> {
        self.wait(request, None, about, deadline).await?.map_err(|not| about.error(not))
    }

    /// Reads an answer of the page; nothing at all (null) means a dialog, or a document that went away.
    async fn said<T: DeserializeOwned>(
        &mut self,
        value: Value,
        acts: bool,
        deadline: Instant,
    ) -> Result<Option<Result<Answer<T>, Not>>, CommandError> {
        let Value::Array(parts) = value else {
            if let Some(text) = self.dialog_text(deadline).await? {
                return Err(CommandError::DialogOpen { text, sent: if acts { Sent::Maybe } else { Sent::No } });
            }
            return Ok(None);
        };
        let sense = |reason: String| CommandError::Driver {
            command: "a script",
            reason,
            sent: if acts { Sent::Maybe } else { Sent::No },
        };
        let mut parts = parts.into_iter();
        let text = parts.next();
        let text = text.as_ref().and_then(Value::as_str).ok_or_else(|| sense("no text in it".into()))?;
        let said: Said<T> = serde_json::from_str(text).map_err(|error| sense(error.to_string()))?;
        let elements = parts.filter_map(|part| part.get(ELEMENT_KEY)?.as_str().map(str::to_owned)).collect();
        self.met_foreign = matches!(said, Said::Not(Not::Foreign { .. }));
        Ok(Some(match said {
            Said::Done(value) => Ok(Answer { value, elements }),
            Said::Not(not) => Err(not),
        }))
    }
}

/// Whether an element that was handed to the driver does not exist any more.
pub(super) fn is_stale(error: &CommandError) -> bool {
    matches!(error, CommandError::Rejected { code, .. } if code == "stale element reference")
}

/// Whether a look ended because its document did. Chromium calls that a script timeout, at once; Firefox an error of
/// the script; an element that was handed in may be stale.
pub(super) fn ended_by_navigation(error: &CommandError) -> bool {
    let CommandError::Rejected { code, reason, .. } = error else { return false };
    match code.as_str() {
        "script timeout" | "stale element reference" | "timeout" | CLOSED => true,
        "javascript error" => reason.contains("unloaded"),
        "unknown error" => ["Execution context", "execution context", "does not belong to the document"]
            .iter()
            .any(|words| reason.contains(words)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The names that a line at the top of a file declares; nothing where the line is no declaration.
    fn declared(line: &str) -> Option<Vec<&str>> {
        let word = |text: &'static str| line.strip_prefix(text);
        let rest =
            ["const ", "let ", "class ", "function* ", "function ", "async function "].iter().find_map(|w| word(w))?;
        let end_of_name = |c: char| !(c.is_alphanumeric() || c == '_' || c == '$');
        let names = match rest.strip_prefix(['{', '[']) {
            // `{ a, b: c }` declares `a` and `c`.
            Some(pattern) => {
                let parts = pattern.split(['}', ']']).next().unwrap_or_default().split(',');
                parts.map(|part| part.rsplit(':').next().unwrap_or_default().trim()).collect()
            }
            None => vec![rest.split(end_of_name).next().unwrap_or_default()],
        };
        Some(names)
    }

    /// Names that more than one line at the top declares, and lines at the top that are nothing of what is known here.
    fn clashes(parts: &[&str]) -> (Vec<String>, Vec<String>) {
        let (mut seen, mut unknown) = (BTreeMap::<&str, usize>::new(), Vec::new());
        for line in parts.iter().flat_map(|part| part.lines()) {
            let inside = line.is_empty() || line.starts_with([' ', '}', ']', ')', '\t']) || line.starts_with("//");
            if inside {
                continue;
            }
            match declared(line) {
                Some(names) => names.into_iter().for_each(|name| *seen.entry(name).or_default() += 1),
                None => unknown.push(line.to_owned()),
            }
        }
        (seen.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name.to_owned()).collect(), unknown)
    }

    #[test]
    fn no_name_is_declared_twice_in_the_pages_script() {
        let (twice, unknown) = clashes(&PARTS);
        assert_eq!(twice, [""; 0], "a second function of a name silently replaces the first, in all files");
        // What is run when the script is read, and nothing else.
        assert_eq!(unknown, ["\"use strict\";", "forget();"]);
    }

    #[test]
    fn a_clash_would_be_noticed() {
        let (twice, unknown) = clashes(&[
            "const one = 1;\nfunction two() {\n  const one = 2;\n}",
            "// one\nlet { a, b: two } = x;\ngo();",
        ]);
        assert_eq!((twice, unknown), (vec!["two".to_owned()], vec!["go();".to_owned()]));
        let (twice, _) =
            clashes(&["function* three() {}", "async function three() {}", "class Four {}", "const Four = 4;"]);
        assert_eq!(twice, ["Four", "three"]);
    }

    #[test]
    fn every_file_of_the_page_is_a_part_of_the_script() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/browser/page");
        let files =
            std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        let left_out: Vec<String> = files.filter(|file| !PARTS.contains(&file.as_str())).collect();
        assert_eq!(left_out, [""; 0]);
    }
}
