//! Which request is answered by what.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path, Query as UrlQuery};
use axum::http::StatusCode;
use axum::routing::{any, get, post};
use serde_json::Value;

use super::answer::{Answered, Refusal};
use super::caller::{Caller, Desk};
use super::limit::Limit;
use super::query::{Parameters, Query};
use super::update::{How, update};
use super::{create, discovery, read, remove};
use crate::contract::ResourceKind;
use crate::gateway::office::Office;
use crate::scim::ScimError;

/// The largest body, in bytes.
const LARGEST: usize = 1 << 20;

/// SCIM for all integrations.
pub fn router(office: Arc<Office>) -> Router {
    let (rate, burst) = office.settings.rate;
    let failures = f64::from(office.settings.failures);
    let desk = Arc::new(Desk {
        requests: Limit::new(f64::from(rate), f64::from(burst)),
        failures: Limit::new(failures / 60.0, failures),
        office,
    });
    let mut below = Router::new();
    for (endpoint, kind) in [("/Users", ResourceKind::Users), ("/Groups", ResourceKind::Groups)] {
        below = below.route(endpoint, collection(kind)).route(&format!("{endpoint}/{{id}}"), single(kind)).route(
            &format!("{endpoint}/.search"),
            post(move |c: Caller, b: Body| search(c, Some(kind), b)).fallback(not_allowed),
        );
    }
    for (endpoint, kind) in [("/Roles", ResourceKind::Roles), ("/Assets", ResourceKind::Assets)] {
        below = below
            .route(endpoint, get(move |caller: Caller, url: Url| okta(caller, kind, url)).fallback(not_allowed))
            .route(
                &format!("{endpoint}/{{id}}"),
                get(async move |caller: Caller, Path(at): Path<At>| read::okta_one(&caller, kind, &at.id).await)
                    .fallback(not_allowed),
            );
    }
    let below = below
        .route("/.search", post(|caller: Caller, body: Body| search(caller, None, body)).fallback(not_allowed))
        .route(
            "/ServiceProviderConfig",
            get(async |caller: Caller| discovery::configuration(&caller)).fallback(not_allowed),
        )
        .route(
            "/ResourceTypes",
            get(async |caller: Caller, url: Url| {
                no_filter(&url).and_then(|()| discovery::resource_types(&caller, None))
            })
            .fallback(not_allowed),
        )
        .route(
            "/ResourceTypes/{id}",
            get(async |caller: Caller, Path(at): Path<At>| discovery::resource_types(&caller, Some(&at.id)))
                .fallback(not_allowed),
        )
        .route(
            "/Schemas",
            get(async |caller: Caller, url: Url| no_filter(&url).and_then(|()| discovery::schemas(&caller, None)))
                .fallback(not_allowed),
        )
        .route(
            "/Schemas/{id}",
            get(async |caller: Caller, Path(at): Path<At>| discovery::schemas(&caller, Some(&at.id)))
                .fallback(not_allowed),
        )
        .route("/Bulk", any(async |_: Caller| not_offered("bulk operations")))
        .route("/Me", any(async |_: Caller| not_offered("an account of whoever asks")))
        .fallback(async |_: Caller| Refusal::from(ScimError::not_found("there is nothing here")));
    Router::new()
        .nest("/scim/v2/i/{public_id}", below)
        .fallback(async || Refusal::from(ScimError::not_found("there is nothing here")))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(desk)
}

type Url = UrlQuery<Parameters>;
type Body = Result<Bytes, BytesRejection>;

/// The id in a path.
#[derive(Debug, serde::Deserialize)]
struct At {
    id: String,
}

fn collection(kind: ResourceKind) -> axum::routing::MethodRouter<Arc<Desk>> {
    get(async move |caller: Caller, UrlQuery(parameters): Url| -> Answered {
        let query = Query::of_url(&parameters, caller.dialect())?;
        read::list(&caller, kind, &query).await
    })
    .post(async move |caller: Caller, UrlQuery(parameters): Url, body: Body| -> Answered {
        create::create(&caller, kind, &json(body)?, &parameters.projection()?).await
    })
    .fallback(not_allowed)
}

fn single(kind: ResourceKind) -> axum::routing::MethodRouter<Arc<Desk>> {
    let change = move |how: How| {
        async move |caller: Caller, Path(at): Path<At>, UrlQuery(parameters): Url, body: Body| -> Answered {
            update(&caller, kind, &at.id, how, &json(body)?, &parameters.projection()?).await
        }
    };
    get(async move |caller: Caller, Path(at): Path<At>, UrlQuery(parameters): Url| -> Answered {
        read::one(&caller, kind, &at.id, &parameters.projection()?).await
    })
    .put(change(How::Replace))
    .patch(change(How::Patch))
    .delete(async move |caller: Caller, Path(at): Path<At>| remove::remove(&caller, kind, &at.id).await)
    .fallback(not_allowed)
}

async fn search(caller: Caller, kind: Option<ResourceKind>, body: Body) -> Answered {
    let query = Query::of_body(&json(body)?, caller.dialect())?;
    match kind {
        Some(kind) => read::list(&caller, kind, &query).await,
        None => read::everything(&caller, &query).await,
    }
}

async fn okta(caller: Caller, kind: ResourceKind, UrlQuery(parameters): Url) -> Answered {
    let query = Query::of_url(&parameters, caller.dialect())?;
    read::okta(&caller, kind, &query).await
}

/// Discovery takes no filter (RFC 7644, section 4).
fn no_filter(UrlQuery(parameters): &Url) -> Result<(), Refusal> {
    if parameters.filters() {
        return Err(ScimError::new(403, "what is told here cannot be filtered").into());
    }
    Ok(())
}

async fn not_allowed(_: Caller) -> Refusal {
    ScimError::new(405, "this cannot be done here").into()
}

fn not_offered(what: &str) -> Answered {
    Err(ScimError::new(501, format!("this gateway does not offer {what}")).into())
}

fn json(body: Body) -> Result<Value, ScimError> {
    let bytes = body.map_err(|rejection| {
        let status = rejection.status();
        let why = if status == StatusCode::PAYLOAD_TOO_LARGE { "it is larger than 1 MiB" } else { "it broke off" };
        ScimError::new(status.as_u16(), format!("the body cannot be read: {why}"))
    })?;
    serde_json::from_slice(&bytes).map_err(|error| ScimError::invalid_syntax(format!("the body is not JSON: {error}")))
}
