//! A browser without a screen: cookies, forms and pages.

use idlcm::gateway::people::Role;
use reqwest::{Client, Method, RequestBuilder, StatusCode, redirect};
use serde_json::{Value, json};

use crate::rig::{ADMINISTRATOR, Rig};

pub const PASSWORD: &str = "four words in a row";

/// A page, or what came instead of one.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    /// Where it leads to.
    pub place: Option<String>,
    /// The cookies that came with it, as `name=value`.
    pub cookies: Vec<String>,
    pub text: String,
}

impl Page {
    /// The value of the first hidden field of that name.
    pub fn field(&self, name: &str) -> Option<String> {
        let at = self.text.find(&format!("name=\"{name}\" value=\""))?;
        let rest = &self.text[at + name.len() + 15..];
        rest.split('"').next().map(str::to_owned)
    }

    pub fn has(&self, words: &str) -> &Self {
        // A message begins with a capital letter where it is a sentence.
        assert!(
            self.text.to_lowercase().contains(&words.to_lowercase()),
            "no `{words}` in {} {}",
            self.status,
            self.text
        );
        self
    }

    pub fn leads_to(&self, page: &str) -> &Self {
        assert_eq!((self.status, self.place.as_deref()), (StatusCode::SEE_OTHER, Some(page)), "{}", self.text);
        self
    }
}

/// Somebody with a browser.
#[derive(Debug, Clone)]
pub struct Visitor {
    base: String,
    client: Client,
    pub cookie: Option<String>,
}

impl Visitor {
    /// Nobody is signed in.
    pub fn stranger(rig: &Rig) -> Self {
        Self::of(rig.management())
    }

    /// The same, where a gateway is managed.
    pub fn of(address: &str) -> Self {
        let client = Client::builder().redirect(redirect::Policy::none()).build().unwrap();
        Self { base: address.to_owned(), client, cookie: None }
    }

    /// A new person of that role, who is signed in.
    pub async fn new(rig: &Rig, name: &str, role: Role) -> Self {
        add(rig, name, role).await;
        let mut visitor = Self::stranger(rig);
        visitor.sign_in(name, PASSWORD).await.leads_to("/console");
        visitor
    }

    pub async fn sign_in(&mut self, name: &str, password: &str) -> Page {
        let typed = [("name", name), ("password", password)];
        let request = form(self.client.post(format!("{}/console/sign-in", self.base)), &typed);
        let answer = request.header("sec-fetch-site", "same-origin").send().await.unwrap();
        if let Some(cookie) = answer.headers().get("set-cookie") {
            self.cookie = cookie.to_str().unwrap().split(';').next().map(str::to_owned);
        }
        page(answer).await
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send(Method::GET, path, &[]).await
    }

    /// Sends a form with the token of this session.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.token().await;
        self.send(Method::POST, path, &[fields, &[("_token", token.as_str())]].concat()).await
    }

    /// The token of this session's forms.
    pub async fn token(&self) -> String {
        self.get("/console/account").await.field("_token").unwrap_or_default()
    }

    pub async fn send(&self, method: Method, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut request = self.client.request(method.clone(), format!("{}{path}", self.base));
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        if method != Method::GET {
            request = form(request, fields).header("sec-fetch-site", "same-origin");
        }
        page(request.send().await.unwrap()).await
    }
}

/// A request with a form.
pub fn form(request: RequestBuilder, fields: &[(&str, &str)]) -> RequestBuilder {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    request.header("content-type", "application/x-www-form-urlencoded").body(body)
}

async fn page(answer: reqwest::Response) -> Page {
    let place = answer.headers().get("location").map(|place| place.to_str().unwrap().to_owned());
    let status = answer.status();
    let cookies = answer.headers().get_all("set-cookie").iter();
    let cookies = cookies.map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap().to_owned()).collect();
    let mut text = String::new();
    // A stream has no end; what it begins with is enough.
    if answer.headers().get("content-type").is_none_or(|kind| kind != "text/event-stream") {
        text = answer.text().await.unwrap().replace("&#x2f;", "/").replace("&#34;", "\"");
    }
    Page { status, place, cookies, text }
}

/// Adds a person through the API.
pub async fn add(rig: &Rig, name: &str, role: Role) -> Value {
    let person = json!({"name": name, "role": role, "password": PASSWORD, "must_change": false});
    let (status, told) = api(rig, ADMINISTRATOR, Method::POST, "/people", &person).await;
    assert_eq!(status, StatusCode::CREATED, "{told}");
    told
}

/// Asks the management API as the bearer of a token.
pub async fn api(rig: &Rig, token: &str, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
    let request = Client::new().request(method, format!("{}/api/v1{path}", rig.management())).bearer_auth(token);
    let request = if body.is_null() { request } else { request.json(body) };
    let answer = request.send().await.unwrap();
    let status = answer.status();
    if answer.headers().get("content-type").is_some_and(|kind| kind == "text/event-stream") {
        return (status, Value::Null);
    }
    (status, answer.json().await.unwrap_or_default())
}
