//! From an evidence folder to a page.

use std::fs;
use std::path::Path;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};
use serde_json::{Value, json};

use super::ReportError;
use super::pictures::Pictures;
use crate::contract::{Outline, TRACE_SCHEMA, TraceFile, TracedStep};

/// Renders the evidence folder `dir` (its `trace.json` and the pictures it names) as one HTML page.
///
/// Pictures are part of the page. Where they would make it larger than 10 MB, those of steps that went well are left
/// out and the page says so; a picture that is not there is left out too.
///
/// # Errors
/// When `trace.json` cannot be read or is not one.
pub fn render(dir: &Path) -> Result<String, ReportError> {
    let trace = read(&dir.join("trace.json"))?;
    let pictures = Pictures::read(dir, &trace);
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    engine.add_filter("duration", duration);
    engine.add_template("report", include_str!("report.html"))?;
    let results: Vec<Value> = trace
        .results
        .iter()
        .map(|result| {
            let longest = result.steps.iter().map(|step| step.ms).max().unwrap_or(0).max(1);
            let mut value = json!(result);
            value["longest_ms"] = json!(longest);
            value["steps"] = result.steps.iter().map(|step| step_context(step, &pictures)).collect();
            value
        })
        .collect();
    let attention = trace.results.iter().filter(|result| result.outcome.needs_attention()).count();
    let context = json!({
        "title": trace.title,
        "started": trace.started,
        "version": env!("CARGO_PKG_VERSION"),
        "results": results,
        "cases": trace.cases,
        "failed": trace.cases.iter().filter(|case| case.verdict == "failed").count(),
        "attention": attention,
        "wall_ms": trace.results.iter().map(|result| result.wall_ms).sum::<u64>(),
        "commands": trace.results.iter().map(|result| result.commands).sum::<u64>(),
        "left_out": pictures.left_out,
        "missing": pictures.missing,
        "pictures": pictures.by_name,
    });
    Ok(engine.get_template("report")?.render(Serde(&context))?)
}

/// Renders the evidence folder `dir` into the file `out`.
///
/// # Errors
/// As [`render`], and when the file cannot be written.
pub fn write(dir: &Path, out: &Path) -> Result<(), ReportError> {
    let page = render(dir)?;
    fs::write(out, page).map_err(|source| ReportError::Write { path: out.to_owned(), source })
}

fn read(path: &Path) -> Result<TraceFile, ReportError> {
    let wrong = |message| ReportError::Trace { path: path.to_owned(), message };
    let bytes = fs::read(path).map_err(|source| ReportError::Read { path: path.to_owned(), source })?;
    let mut json = serde_json::Deserializer::from_slice(&bytes);
    let trace: TraceFile = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let place = error.path().to_string();
        wrong(if place == "." { error.inner().to_string() } else { format!("`{place}`: {}", error.inner()) })
    })?;
    if trace.schema != TRACE_SCHEMA {
        return Err(wrong(format!("`schema` is `{}`; this version reads `{TRACE_SCHEMA}`", trace.schema)));
    }
    Ok(trace)
}

fn step_context(step: &TracedStep, pictures: &Pictures) -> Value {
    let mut value = json!(step);
    value["shown"] = json!(step.picture.as_ref().is_some_and(|name| pictures.by_name.contains_key(name)));
    value["outline"] = json!(step.outline.and_then(percent));
    value
}

/// An outline in percent of the picture, which shows the viewport whatever its resolution.
fn percent(outline: Outline) -> Option<Value> {
    let all = [outline.x, outline.y, outline.w, outline.h, outline.viewport_w, outline.viewport_h];
    if all.iter().any(|number| !number.is_finite()) || outline.viewport_w <= 0.0 || outline.viewport_h <= 0.0 {
        return None;
    }
    let of = |part: f64, whole: f64| format!("{:.3}", part / whole * 100.0);
    Some(json!({
        "left": of(outline.x, outline.viewport_w),
        "top": of(outline.y, outline.viewport_h),
        "width": of(outline.w, outline.viewport_w),
        "height": of(outline.h, outline.viewport_h),
    }))
}

fn duration(ms: u64) -> String {
    match ms {
        0..1_000 => format!("{ms} ms"),
        1_000..60_000 => format!("{}.{} s", ms / 1_000, ms % 1_000 / 100),
        _ => format!("{} min {} s", ms / 60_000, ms % 60_000 / 1_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest PNG: one pixel.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

    fn trace() -> Value {
        json!({
            "schema": TRACE_SCHEMA, "title": "Demo", "started": "2026-11-23T20:00:00Z",
            "results": [{
                "job_id": "5f0c2e1e", "integration": "acme", "action": "users.create", "subject": "ada@acme.example",
                "outcome": "failed", "effect": "none",
                "error": {"kind": "element_ambiguous", "message": "two links", "step": "click users.add", "seen": "Add user"},
                "warnings": ["toast lingers"],
                "recipe": {"id": "ledgerly", "version": 4, "path": "recipes/ledgerly/recipe.yaml"},
                "commands": 12, "login_ms": 0, "browser_ms": 900, "wall_ms": 1234,
                "steps": [{
                    "phase": "steps", "does": "click users.add", "at": "recipes/ledgerly/recipe.yaml:38:17",
                    "line": "      - click: users.add", "ms": 41, "commands": 3, "status": "failed",
                    "detail": "2 matches", "calls": ["find link"], "picture": "001.png",
                    "outline": {"x": 10, "y": 20, "w": 100, "h": 50, "viewport_w": 1000, "viewport_h": 500}
                }]
            }]
        })
    }

    fn page(trace: &Value, files: &[(&str, &[u8])]) -> Result<String, ReportError> {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("trace.json"), trace.to_string()).unwrap();
        for (name, bytes) in files {
            fs::write(dir.path().join(name), bytes).unwrap();
        }
        render(dir.path())
    }

    #[test]
    fn a_report_shows_result_step_and_outlined_picture() {
        let page = page(&trace(), &[("001.png", PNG)]).unwrap();
        for text in ["Demo", "users.create", "ada@acme.example", "element_ambiguous", "1.2 s", "recipe.yaml:38:17"] {
            assert!(page.contains(text), "{text}");
        }
        assert!(page.contains("data:image/png;base64,iVBOR"));
        assert!(page.contains("left:1.000%;top:4.000%;width:10.000%;height:10.000%"));
    }

    #[test]
    fn hostile_text_stays_text() {
        let hostile = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        let mut trace = trace();
        for place in [
            "/title",
            "/started",
            "/results/0/job_id",
            "/results/0/subject",
            "/results/0/integration",
            "/results/0/action",
            "/results/0/error/kind",
            "/results/0/error/message",
            "/results/0/error/seen",
            "/results/0/error/step",
            "/results/0/warnings/0",
            "/results/0/recipe/path",
            "/results/0/recipe/id",
            "/results/0/steps/0/does",
            "/results/0/steps/0/at",
            "/results/0/steps/0/line",
            "/results/0/steps/0/detail",
            "/results/0/steps/0/calls/0",
            "/results/0/steps/0/picture",
        ] {
            *trace.pointer_mut(place).unwrap() = json!(hostile);
        }
        let page = page(&trace, &[]).unwrap();
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(1)"));
    }

    #[test]
    fn a_report_loads_nothing() {
        let page = page(&trace(), &[("001.png", PNG)]).unwrap();
        for text in ["src=\"http", "href=\"http", "url(http", "@import", "<link"] {
            assert!(!page.contains(text), "{text}");
        }
    }

    #[test]
    fn pictures_that_are_missing_or_elsewhere_are_left_out() {
        let shown = page(&trace(), &[]).unwrap();
        assert!(shown.contains("1 picture is missing"), "{shown}");
        let mut elsewhere = trace();
        elsewhere["results"][0]["steps"][0]["picture"] = json!("../../etc/secret.png");
        assert!(page(&elsewhere, &[]).unwrap().contains("1 picture is missing"));
    }

    #[test]
    fn a_large_report_keeps_the_pictures_of_what_failed() {
        let large = vec![0u8; 4_000_000];
        let mut trace = trace();
        let step = trace["results"][0]["steps"][0].clone();
        let steps: Vec<Value> = ["ok", "ok", "failed"]
            .iter()
            .enumerate()
            .map(|(n, status)| {
                let mut step = step.clone();
                step["status"] = json!(status);
                step["picture"] = json!(format!("{n}.png"));
                step
            })
            .collect();
        trace["results"][0]["steps"] = json!(steps);
        let page = page(&trace, &[("0.png", &large), ("1.png", &large), ("2.png", PNG)]).unwrap();
        assert!(page.len() < 10_000_000 && page.contains("iVBOR"));
        assert!(page.contains("1 picture was left out"));
    }

    #[test]
    fn a_broken_trace_says_where() {
        let say = |trace: &Value| page(trace, &[]).unwrap_err().to_string();
        let mut wrong = trace();
        wrong["results"][0]["outcome"] = json!("great");
        assert!(say(&wrong).contains("`results[0].outcome`: unknown variant `great`"), "{}", say(&wrong));
        let other = json!({"schema": "idlcm.trace/2", "title": "", "started": ""});
        assert!(say(&other).ends_with("`schema` is `idlcm.trace/2`; this version reads `idlcm.trace/1`"));
        assert!(say(&json!([])).contains("is not a trace"), "{}", say(&json!([])));
        let nowhere = render(Path::new("/nowhere")).unwrap_err().to_string();
        assert!(nowhere.contains("give the folder that a run wrote its evidence to"), "{nowhere}");
    }

    #[test]
    fn an_outline_without_a_viewport_is_left_out() {
        assert_eq!(percent(Outline { x: 1.0, y: 1.0, w: 1.0, h: 1.0, viewport_w: 0.0, viewport_h: 0.0 }), None);
    }

    #[test]
    fn durations_are_short() {
        assert_eq!([duration(7), duration(1_250), duration(61_000)], ["7 ms", "1.2 s", "1 min 1 s"]);
    }
}
