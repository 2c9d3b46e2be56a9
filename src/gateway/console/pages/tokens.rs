//! The tokens of an integration: made and shown once, revoked.

use axum::extract::Path;
use axum::http::Method;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::answer::go;
use super::super::api::part;
use super::super::form::Fields;
use super::super::grave::{Grave, grave};
use super::super::trouble::Trouble;
use super::super::visitor::Visitor;
use super::integration::head;
use super::sheet::told;

pub(in crate::gateway::console) async fn make(
    visitor: Visitor,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let back = format!("/console/integrations/{}/provider", part(&id));
    let act = format!("/console/integrations/{}/tokens", part(&id));
    let path = format!("/integrations/{}/tokens", part(&id));
    let life = Some(fields.get("expires_in")).filter(|life| !life.is_empty());
    let body = Some(life.map_or_else(|| json!({}), |life| json!({"expires_in": life})));
    let asked = Grave { act: &act, back: &back, method: Method::POST, path: &path, body };
    let (token, trouble) = match grave(&visitor, &fields, asked).await {
        Ok(Ok(made)) => (made["token"].clone(), String::new()),
        Ok(Err(question)) => return Ok(question),
        Err(Trouble::Api(error)) => (Value::Null, told(error)?),
        Err(trouble) => return Err(trouble),
    };
    // The page itself, not another one that is led to: the token stands nowhere but in this answer.
    let mut content = head(&visitor, &id, "provider").await?;
    content["new_token"] = token;
    content["trouble"] = trouble.into();
    Ok(visitor.show("integration_provider.html", &content))
}

pub(in crate::gateway::console) async fn revoke(
    visitor: Visitor,
    Path((id, token)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let back = format!("/console/integrations/{}/provider", part(&id));
    let act = format!("/console/integrations/{}/tokens/{}/revoke", part(&id), part(&token));
    let path = format!("/integrations/{}/tokens/{}", part(&id), part(&token));
    let asked = Grave { act: &act, back: &back, method: Method::DELETE, path: &path, body: None };
    match grave(&visitor, &fields, asked).await? {
        Ok(_) => Ok(go(&back)),
        Err(question) => Ok(question),
    }
}
