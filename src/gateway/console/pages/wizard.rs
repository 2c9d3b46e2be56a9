//! Creating an integration step by step, and changing one with the same steps.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::answer::go;
use super::super::api::{ApiError, part};
use super::super::form::Fields;
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;
use super::sheet::{Sheet, Target, put, show, slug, told};

pub(in crate::gateway::console) async fn begin(visitor: Visitor) -> Result<Response, Trouble> {
    app(&visitor, &Sheet::empty(), json!({})).await
}

pub(in crate::gateway::console) async fn begun(visitor: Visitor, fields: Fields) -> Result<Response, Trouble> {
    take(&visitor, Target::New, "app", &fields).await
}

pub(in crate::gateway::console) async fn draft(
    visitor: Visitor,
    Path((id, step)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    page(&visitor, Target::Draft(id), &step).await
}

pub(in crate::gateway::console) async fn draft_taken(
    visitor: Visitor,
    Path((id, step)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    if step == "discard" {
        visitor.delete(&format!("/drafts/{}", part(&id))).await?;
        return Ok(go("/console"));
    }
    take(&visitor, Target::Draft(id), &step, &fields).await
}

pub(in crate::gateway::console) async fn settings(
    visitor: Visitor,
    Path((id, step)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    page(&visitor, Target::Integration(id), &step).await
}

pub(in crate::gateway::console) async fn settings_taken(
    visitor: Visitor,
    Path((id, step)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    take(&visitor, Target::Integration(id), &step, &fields).await
}

async fn page(visitor: &Visitor, target: Target, step: &str) -> Result<Response, Trouble> {
    let sheet = Sheet::load(visitor, target).await?;
    step_page(visitor, &sheet, step, json!({})).await
}

async fn step_page(visitor: &Visitor, sheet: &Sheet, step: &str, content: Value) -> Result<Response, Trouble> {
    match step {
        "app" => app(visitor, sheet, content).await,
        "account" => account(visitor, sheet, content).await,
        "settings" | "schema" => settings_page(visitor, sheet, step, content).await,
        "test" => ready(visitor, sheet, content).await,
        _ => Err(unknown(step)),
    }
}

fn unknown(step: &str) -> Trouble {
    let message = format!("there is no step {step}");
    Trouble::Api(ApiError { status: StatusCode::NOT_FOUND, kind: String::new(), message })
}

/// Takes a step's form in, and goes on where `do` says: `next`, `schema`, `back`, or nowhere (`check`, `rows`).
async fn take(visitor: &Visitor, target: Target, step: &str, fields: &Fields) -> Result<Response, Trouble> {
    let mut sheet = Sheet::load(visitor, target).await?;
    let seen = sheet.clone();
    if sheet.version.is_some() && fields.has("version") {
        sheet.version = Some(fields.get("version").to_owned());
    }
    match step {
        "app" => sheet.take_app(fields),
        "account" => take_account(visitor, &mut sheet, fields).await?,
        "settings" => sheet.take_settings(fields),
        "schema" => sheet.take_schema(fields, &sheet.app(visitor).await?),
        "test" => return create(visitor, sheet).await,
        _ => return Err(unknown(step)),
    }
    let doing = fields.get("do");
    let mut problems = match step {
        "app" => missing(visitor, &sheet).await?,
        "account" if sheet.document["service_account"].is_null() => {
            vec![json!({"message": "no service account is chosen", "help": "choose one of the list"})]
        }
        _ => Vec::new(),
    };
    if problems.is_empty() && doing != "rows" {
        set_id(visitor, &mut sheet).await?;
        problems = sheet.problems(visitor).await?;
    }
    if !problems.is_empty() || matches!(doing, "check" | "rows") {
        let rows = if doing == "rows" { 3 } else { 0 };
        return step_page(visitor, &sheet, step, json!({"problems": problems, "rows": rows})).await;
    }
    let changes = sheet.document != seen.document || sheet.idp != seen.idp;
    if changes || matches!(sheet.target, Target::New) {
        match sheet.save(visitor).await {
            Ok(()) => {}
            // The other one's is kept, and so is what was typed here: it stands in the form, to be saved over it.
            Err(error) if error.kind == "changed" => {
                let differs = sheet.differences(&seen);
                sheet.version = seen.version;
                let content = json!({"trouble": error.message, "differs": differs});
                return step_page(visitor, &sheet, step, content).await;
            }
            Err(error) => {
                let content = json!({"trouble": told(error)?});
                return step_page(visitor, &sheet, step, content).await;
            }
        }
    }
    let next = match (doing, step) {
        ("schema", _) => sheet.target.page("schema"),
        (_, "schema") => sheet.target.page("settings"),
        _ => match (&sheet.target, step) {
            (Target::Integration(id), _) if changes => format!("/console/integrations/{}/test", part(id)),
            (Target::Integration(id), _) => format!("/console/integrations/{}/settings", part(id)),
            (_, "app") => sheet.target.page("account"),
            (_, "account") => sheet.target.page("settings"),
            _ => sheet.target.page("test"),
        },
    };
    Ok(go(&next))
}

/// What the first step lacks.
async fn missing(visitor: &Visitor, sheet: &Sheet) -> Result<Vec<Value>, Trouble> {
    let text = |name: &str| sheet.document[name].as_str().unwrap_or_default();
    let mut problems = Vec::new();
    if text("name").is_empty() {
        problems.push(json!({"field": "name", "message": "it has no name", "help": "type what people are to call it"}));
    }
    if text("app").is_empty() {
        problems.push(json!({"field": "app", "message": "no app is chosen", "help": "choose one of the list"}));
        return Ok(problems);
    }
    let app = sheet.app(visitor).await?;
    for param in app["params"].as_array().into_iter().flatten() {
        let name = param["name"].as_str().unwrap_or_default();
        if sheet.document["params"][name].as_str().unwrap_or_default().is_empty() {
            let label = param["label"].as_str().unwrap_or(name);
            let message = format!("{} asks for: {label}", app["name"].as_str().unwrap_or_default());
            problems.push(json!({"field": name, "message": message, "help": "type it below the app"}));
        }
    }
    Ok(problems)
}

/// One that is not created yet gets its id from its name: one that nobody has.
async fn set_id(visitor: &Visitor, sheet: &mut Sheet) -> Result<(), Trouble> {
    if matches!(sheet.target, Target::Integration(_)) {
        return Ok(());
    }
    let wish = slug(sheet.document["name"].as_str().unwrap_or_default());
    for number in 1..100 {
        let id = if number == 1 { wish.clone() } else { format!("{wish}-{number}") };
        match visitor.get(&format!("/integrations/{id}")).await {
            Err(error) if error.status == StatusCode::NOT_FOUND => {
                sheet.document["id"] = id.into();
                return Ok(());
            }
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
    }
    Ok(())
}

async fn app(visitor: &Visitor, sheet: &Sheet, mut content: Value) -> Result<Response, Trouble> {
    content["apps"] = visitor.get("/apps").await?["apps"].take();
    Ok(show(visitor, "wizard_app.html", sheet, content))
}

async fn account(visitor: &Visitor, sheet: &Sheet, mut content: Value) -> Result<Response, Trouble> {
    let mut told = visitor.get("/service-accounts").await?;
    let mut accounts = told["accounts"].as_array_mut().map(std::mem::take).unwrap_or_default();
    let own = &sheet.document["service_account"];
    // One that came from a file, or is not at hand any more.
    if !own.is_null() && !accounts.iter().any(|account| account["service_account"] == *own) {
        accounts.push(json!({"name": "(as it is)", "service_account": own}));
    }
    let app = sheet.app(visitor).await?;
    content["needs_code"] =
        app["service_account"].as_array().is_some_and(|names| names.iter().any(|name| name == "totp")).into();
    for account in &mut accounts {
        account["chosen"] = (account["service_account"] == *own).into();
        account["lines"] = lines(&account["service_account"]);
    }
    content["accounts"] = accounts.into();
    content["problem"] = told["problem"].take();
    content["app"] = app;
    Ok(show(visitor, "wizard_account.html", sheet, content))
}

/// Where the secrets of an account are, line by line.
pub(super) fn lines(account: &Value) -> Value {
    let words = |name: &str| {
        let (kind, place) = account[name].as_object()?.iter().next()?;
        let kind = match kind.as_str() {
            "env" => "variable",
            "vault" => "Vault",
            other => other,
        };
        Some(json!({"what": name, "kind": kind, "place": place}))
    };
    ["username", "password", "totp"].into_iter().filter_map(words).collect()
}

async fn take_account(visitor: &Visitor, sheet: &mut Sheet, fields: &Fields) -> Result<(), Trouble> {
    let chosen = fields.get("account");
    sheet.document["login"] = "password".into();
    if chosen == "(as it is)" {
        return Ok(());
    }
    let told = visitor.get("/service-accounts").await?;
    let mut accounts = told["accounts"].as_array().into_iter().flatten();
    let account = accounts.find(|account| account["name"] == chosen).map(|account| account["service_account"].clone());
    put(&mut sheet.document, "service_account", account.unwrap_or_default());
    Ok(())
}

async fn settings_page(visitor: &Visitor, sheet: &Sheet, step: &str, mut content: Value) -> Result<Response, Trouble> {
    let app = sheet.app(visitor).await?;
    if step == "schema" {
        content["drawer"] = true.into();
        content["schema_rows"] = schema_rows(&app, &sheet.document["user_schema"]);
        let empty = content["rows"].as_u64().unwrap_or_default();
        content["role_rows"] = role_rows(&sheet.document["user_schema"]["roles"], empty);
    }
    content["app"] = app;
    Ok(show(visitor, "wizard_settings.html", sheet, content))
}

fn schema_rows(app: &Value, schema: &Value) -> Value {
    let rows = app["fields"].as_array().into_iter().flatten().map(|field| {
        let mut row = field.clone();
        let own = &schema["fields"][field["name"].as_str().unwrap_or_default()];
        row["required_here"] = (own["required"] == true).into();
        let labels = own["labels"].as_object().into_iter().flatten();
        let labels: Vec<String> =
            labels.map(|(value, label)| format!("{value} = {}", label.as_str().unwrap_or_default())).collect();
        row["own_labels"] = labels.join("\n").into();
        row
    });
    rows.collect()
}

/// The roles that were added, and room for some more.
fn role_rows(roles: &Value, more: u64) -> Value {
    let known = roles.as_object().into_iter().flatten().map(|(id, role)| {
        let others = role["incompatible"].as_array().into_iter().flatten().filter_map(Value::as_str);
        json!({"id": id, "label": role["label"], "rank": role["rank"], "incompatible": others.collect::<Vec<_>>().join(", ")})
    });
    known.chain((0..more.max(1)).map(|_| json!({}))).collect()
}

async fn ready(visitor: &Visitor, sheet: &Sheet, mut content: Value) -> Result<Response, Trouble> {
    content["problems"] = sheet.problems(visitor).await?.into();
    content["app"] = sheet.app(visitor).await?;
    content["account_lines"] = lines(&sheet.document["service_account"]);
    Ok(show(visitor, "wizard_test.html", sheet, content))
}

/// Creates the integration of a draft, and tests it.
async fn create(visitor: &Visitor, sheet: Sheet) -> Result<Response, Trouble> {
    let body = json!({"document": sheet.document, "idp": sheet.idp});
    let id = sheet.document["id"].as_str().unwrap_or_default().to_owned();
    match visitor.post("/integrations", &body).await {
        Ok(_) => {}
        Err(error) => {
            let content = json!({"trouble": told(error)?});
            return step_page(visitor, &sheet, "test", content).await;
        }
    }
    let job = visitor.post(&format!("/integrations/{}/check", part(&id)), &Value::Null).await?;
    if let Target::Draft(draft) = &sheet.target {
        visitor.delete(&format!("/drafts/{}", part(draft))).await?;
    }
    Ok(go(&format!("/console/integrations/{}/test?job={}", part(&id), part(job["job"].as_str().unwrap_or_default()))))
}
