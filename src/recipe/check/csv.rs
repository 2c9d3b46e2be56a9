//! Views that are read from a file which the app exports.

use indexmap::IndexMap;

use super::scope::Scope;
use super::{Checker, given, named};
use crate::contract::ResourceKind;
use crate::recipe::position::Span;
use crate::recipe::source::{CsvSource, Maybe, ViewFieldSource, ViewSource};
use crate::recipe::step::{Step, StepVerb};
use crate::recipe::view::{CsvField, CsvFrom, CsvView};
use crate::recipe::yaml::{Recovered, Spanned};

impl Checker<'_> {
    pub(super) fn csv(&self, source: &ViewSource, kind: ResourceKind, span: Span) -> Option<CsvView> {
        self.not_in_csv(source);
        for (name, missing, help) in [
            ("open", source.open.is_none(), "add `open: [{goto: /users}]`"),
            ("screen", source.screen.is_none(), "add the screen that the download starts from"),
            ("key", source.key.is_none(), "add the field that identifies a row"),
            ("fields", source.fields.is_none(), "add what is taken of a row: `fields: {email: {header: Email}}`"),
        ] {
            if missing {
                self.error("missing_key", span, format!("`{name}` is missing in this view"), help);
            }
        }
        let mut scope = Scope::bare("the `open` steps of a view");
        let open = self.optional_steps(&source.open, &mut scope);
        let screen = source.screen.as_ref().and_then(|screen| self.screen_name(screen));
        let frames = screen.as_deref().map(|screen| self.frames(screen)).unwrap_or_default();
        let page = Scope { frames, ..Scope::bare("what a view reads") };
        let total = self.total(&source.total, &page);
        let mut fields = IndexMap::new();
        for (name, field) in named(&source.fields) {
            if let Some(field) = self.csv_field(name, field, kind) {
                fields.insert(name.value.clone(), field);
            }
        }
        let key = self.view_key(source, kind);
        let complete = source.complete.is_some();
        if source.total.is_none() && !complete {
            let message = "nothing proves that this file holds everything";
            let help = "add `total`, or `complete: single_page` if the app exports all of them; without a proof no write concludes that somebody is not there";
            self.warning("no_proof", span, message, help);
        }
        let csv = source.csv.as_ref()?;
        let written = csv.get()?;
        let (encoding, delimiter) = (self.encoding(&written.encoding), self.delimiter(&written.delimiter));
        if written.download.is_none() {
            let help = "name the control whose click starts the download: `download: users.export`; `click` only opens what it stands in";
            self.error("missing_key", csv.span, "`download` is missing here", help);
        }
        let steps = self.before_download(written, &page);
        let download = self.optional_locator(&written.download, &page);
        Some(CsvView {
            open,
            screen: screen?,
            steps,
            download: download?,
            encoding: encoding?,
            delimiter: delimiter?,
            key: key?,
            fields,
            total,
            complete,
        })
    }

    /// Reports what only a list on a page can have.
    fn not_in_csv(&self, source: &ViewSource) {
        let others = [
            ("rows", source.rows.as_ref().map(|v| v.span)),
            ("empty", source.empty.as_ref().map(|v| v.span)),
            ("end", source.end.as_ref().map(|v| v.span)),
            ("pages", source.pages.as_ref().map(|v| v.span)),
            ("scroll", source.scroll.as_ref().map(|v| v.span)),
            ("load_more", source.load_more.as_ref().map(|v| v.span)),
            ("search", source.search.as_ref().map(|v| v.span)),
            ("detail", source.detail.as_ref().map(|v| v.span)),
        ];
        for (name, span) in others {
            if let Some(span) = span {
                let message = format!("a file is read as a whole; `{name}` has no place in this view");
                self.error("mixed_view", span, message, "remove it, or make a view of its own that reads the page");
            }
        }
    }

    fn before_download(&self, source: &CsvSource, page: &Scope) -> Vec<Step> {
        let mut scope = Scope { frames: page.frames.clone(), ..Scope::bare("the `steps` before a download") };
        let mut steps = self.optional_steps(&source.steps, &mut scope);
        if let Some(click) = &source.click {
            if source.steps.is_some() {
                let message = "`click` is short for `steps`; here are both";
                self.error("mixed_view", click.span, message, "write the click as the last of the `steps`");
            }
            if let Some(target) = self.locator(click, &scope) {
                steps.push(Step {
                    verb: StepVerb::Click(target),
                    when: None,
                    commit: false,
                    timeout: None,
                    dialog: None,
                    opens_tab: false,
                    note: None,
                    span: click.span,
                });
            }
        }
        steps
    }

    fn encoding(&self, source: &Maybe<String>) -> Option<String> {
        let Some(label) = source else { return Some("utf-8".to_owned()) };
        let text = label.get()?;
        if encoding_rs::Encoding::for_label_no_replacement(text.as_bytes()).is_none() {
            let message = format!("`{text}` is not an encoding");
            let help =
                "write a label of the WHATWG Encoding Standard: `utf-8`, `windows-1252`, `utf-16le`, `shift_jis`";
            self.error("bad_encoding", label.span, message, help);
            return None;
        }
        Some(text.clone())
    }

    fn delimiter(&self, source: &Maybe<String>) -> Option<u8> {
        let Some(written) = source else { return Some(b',') };
        match written.get()?.as_bytes() {
            [one] if one.is_ascii() && !one.is_ascii_alphanumeric() && !matches!(one, b'"' | b'\n' | b'\r') => {
                Some(*one)
            }
            _ => {
                let message = "this cannot stand between two cells";
                let help = "write one character: `\",\"`, `\";\"`, `\"|\"`, or `\"\\t\"` for a tab";
                self.error("bad_delimiter", written.span, message, help);
                None
            }
        }
    }

    fn csv_field(
        &self,
        name: &Spanned<String>,
        recovered: &Recovered<ViewFieldSource>,
        kind: ResourceKind,
    ) -> Option<CsvField> {
        self.known_view_field(name, kind);
        let source = recovered.get()?;
        let filters = self.filters(&source.filters);
        let map = source.map.as_ref().map(|map| self.label_source(map.get()?, map.span, kind));
        self.field_shape(name, source, &filters, kind);
        let elements = [source.has_finder(), source.each.is_some(), source.present.is_some()];
        let on_page = elements.contains(&true) || source.read.is_some() || source.attr.is_some();
        if on_page {
            let message = format!("`{}` is read from a file, and this finds an element of a page", name.value);
            self.error("mixed_field", recovered.span, message, "write `{header: …}` with the header of its column");
            return None;
        }
        let from = match (&source.header, &source.value) {
            (Some(header), None) => CsvFrom::Header(header.get()?.trim().to_owned()),
            (None, Some(value)) => CsvFrom::Constant(value.get()?.clone()),
            (Some(_), Some(_)) => {
                let message = "a field of a file has one of `header` and `value`";
                self.error("mixed_field", recovered.span, message, "keep one of them");
                return None;
            }
            (None, None) => {
                let message = format!("nothing says where `{}` stands in the file", name.value);
                self.error("mixed_field", recovered.span, message, "write `{header: …}` with the header of its column");
                return None;
            }
        };
        let map = match map {
            None => None,
            Some(map) => Some(map?),
        };
        Some(CsvField {
            from,
            map,
            filters,
            optional: given(&source.optional).copied().unwrap_or_default(),
            default: given(&source.default).cloned(),
            absent: super::view_field::absent(source),
            span: name.span,
        })
    }
}
