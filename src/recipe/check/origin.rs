//! Where the app lives.

use url::Url;

use super::Checker;
use super::scope::{Scope, Use};
use crate::recipe::origin::OriginPattern;
use crate::recipe::template::{Segment, Template, ValuePath};
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn check_origins(&self) -> (Option<Template>, Vec<Template>) {
        let scope = Scope::bare("URLs");
        let base_url = self
            .required(self.source.base_url.as_ref(), "base_url", "write `base_url: https://app.example`")
            .and_then(|source| {
                let template = self.template(source, Use::Text, &scope)?;
                self.no_filters(&template);
                self.base_url(&self.with_examples(&template), source);
                Some(template)
            });
        let mut origins = Vec::new();
        for source in super::given(&self.source.origins).into_iter().flatten() {
            let Some(template) = self.template(source, Use::Text, &scope) else { continue };
            self.no_filters(&template);
            if let Err(error) = self.with_examples(&template).parse::<OriginPattern>() {
                let message = format!("`{}` is not an origin: {}", error.given, error.reason);
                let help = "write for example `https://app.example` or `https://*.app.example`";
                self.error("bad_origin", source.span, message, help);
            }
            origins.push(template);
        }
        (base_url, origins)
    }

    /// An integration's parameters go into URLs as they stand.
    fn no_filters(&self, template: &Template) {
        for segment in &template.segments {
            if let Segment::Hole(hole) = segment
                && !hole.filters.is_empty()
            {
                let help = "remove the filter; `pattern` at the parameter says what a value may look like";
                self.error("bad_filter", hole.span, "no filter is applied in `base_url` and `origins`", help);
            }
        }
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

    /// Reports a whole URL that the browser may not load. Holes that are not parameters make its origin unknown only
    /// where they stand in the host, which is refused anyway.
    pub(super) fn within_origins(&self, goto: &Template) {
        let Ok(url) = Url::parse(&self.with_examples(goto)) else { return };
        let bare = Scope::bare("URLs");
        let listed: Vec<OriginPattern> = super::given(&self.source.origins)
            .into_iter()
            .flatten()
            .filter_map(|origin| self.with_examples(&self.template(origin, Use::Text, &bare)?).parse().ok())
            .collect();
        let own = || {
            let written = self.template(self.source.base_url.as_ref()?, Use::Text, &bare)?;
            OriginPattern::of(&Url::parse(&self.with_examples(&written)).ok()?)
        };
        let origins = if self.source.origins.is_some() { listed } else { own().into_iter().collect() };
        if !origins.is_empty() && !origins.iter().any(|origin| origin.matches(&url)) {
            let message = format!("`{}` lies outside of `origins`", url.origin().ascii_serialization());
            let help = "add that origin to `origins`, if the app lives there too";
            self.error("foreign_origin", goto.span, message, help);
        }
    }

    fn base_url(&self, text: &str, source: &Recovered<String>) {
        let message = match Url::parse(text) {
            Ok(url) if OriginPattern::of(&url).is_none() => {
                format!("`{text}` does not begin with `https://` or `http://`")
            }
            Ok(url) if url.query().is_some() || url.fragment().is_some() => format!("`{text}` has more than a path"),
            Ok(_) => return,
            Err(error) => format!("`{text}` is not a URL: {error}"),
        };
        self.error("bad_url", source.span, message, "write a whole URL, such as `https://app.example`");
    }
}
