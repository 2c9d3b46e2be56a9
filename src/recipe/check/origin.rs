//! Where the app lives.

use url::Url;

use super::Checker;
use super::scope::{Scope, Use};
use crate::recipe::template::{Segment, Template, ValuePath};
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn check_origins(&self) -> (Option<Template>, Vec<Template>) {
        let scope = Scope::bare("URLs");
        let base_url = self
            .required(self.source.base_url.as_ref(), "base_url", "write `base_url: https://app.example`")
            .and_then(|source| {
                let template = self.template(source, Use::Text, &scope)?;
                self.is_url(&self.with_examples(&template), source);
                Some(template)
            });
        let mut origins = Vec::new();
        for source in super::given(&self.source.origins).into_iter().flatten() {
            let Some(template) = self.template(source, Use::Text, &scope) else { continue };
            let text = self.with_examples(&template).replace('*', "any");
            if let Some(url) = self.is_url(&text, source)
                && (url.path() != "/" || url.query().is_some() || text.ends_with('/'))
            {
                self.error(
                    "bad_origin",
                    source.span,
                    "an origin has no path",
                    format!("write `{}`", url.origin().ascii_serialization()),
                );
            }
            origins.push(template);
        }
        (base_url, origins)
    }

    /// The text with the parameters' examples, `example` where there is none.
    fn with_examples(&self, template: &Template) -> String {
        let value = |path: &ValuePath| match path {
            ValuePath::Param(name) => self.params.get(name).and_then(|param| param.example.clone()),
            _ => None,
        };
        template
            .segments
            .iter()
            .map(|segment| match segment {
                Segment::Literal(text) => text.clone(),
                Segment::Hole(hole) => value(&hole.path).unwrap_or_else(|| "example".to_owned()),
            })
            .collect()
    }

    fn is_url(&self, text: &str, source: &Recovered<String>) -> Option<Url> {
        let help = "write a whole URL, such as `https://app.example`";
        match Url::parse(text) {
            Ok(url) if matches!(url.scheme(), "http" | "https") && url.host_str().is_some() => return Some(url),
            Ok(url) => {
                self.error("bad_url", source.span, format!("`{}:` is not `http:` or `https:`", url.scheme()), help)
            }
            Err(error) => self.error("bad_url", source.span, format!("`{text}` is not a URL: {error}"), help),
        }
        None
    }
}
