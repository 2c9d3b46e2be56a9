//! The fields of a view: from where they are read, and what of them is a value.

use indexmap::IndexMap;

use super::scope::Scope;
use super::{Checker, given, named};
use crate::contract::ResourceKind;
use crate::recipe::position::Span;
use crate::recipe::source::{LocatorSource, Maybe, Named, OneOrMany, ViewFieldSource};
use crate::recipe::view::{FieldFrom, ViewField};
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn view_fields(
        &self,
        source: &Maybe<Named<ViewFieldSource>>,
        kind: ResourceKind,
        scope: &Scope,
    ) -> IndexMap<String, ViewField> {
        let mut fields = IndexMap::new();
        for (name, field) in named(source) {
            if let Some(field) = self.view_field_of(name, field, kind, scope) {
                fields.insert(name.value.clone(), field);
            }
        }
        fields
    }

    pub(super) fn view_field_of(
        &self,
        name: &crate::recipe::yaml::Spanned<String>,
        recovered: &Recovered<ViewFieldSource>,
        kind: ResourceKind,
        scope: &Scope,
    ) -> Option<ViewField> {
        self.known_view_field(name, kind);
        let source = recovered.get()?;
        if let Some(header) = &source.header {
            let message = "`header` names a column of a file, and this view reads a page";
            self.error("mixed_field", header.span, message, "write `{column: …}` with the header on the page");
            return None;
        }
        let from = self.field_from(source, recovered.span, scope);
        let read = self.read_mode(&source.read, &source.attr, false);
        let filters = self.filters(&source.filters);
        let map = source.map.as_ref().map(|map| self.label_source(map.get()?, map.span, kind));
        self.field_shape(name, source, &filters, kind);
        let map = match map {
            None => None,
            Some(map) => Some(map?),
        };
        Some(ViewField {
            from: from?,
            read: read?,
            map,
            filters,
            optional: given(&source.optional).copied().unwrap_or_default(),
            default: given(&source.default).cloned(),
            absent: absent(source),
            span: name.span,
        })
    }

    /// Reports a field that the resource does not have, or that is read in another place.
    pub(super) fn known_view_field(&self, name: &crate::recipe::yaml::Spanned<String>, kind: ResourceKind) {
        let Some(resource) = self.resources.get(&kind) else { return };
        match resource.fields.get(&name.value) {
            Some(field) => {
                if let Some(from) = &field.from {
                    let message = format!("`{}` is read from the view `{}` already", name.value, from.view);
                    self.error("duplicate_field", name.span, message, "read it here, or keep `from` at the field");
                }
            }
            None if self.field_is_broken(kind, &name.value) => {}
            None if kind == ResourceKind::Users || resource.catalog.is_none() => {
                self.unknown("field", &name.value, name.span, resource.fields.keys().map(String::as_str));
            }
            None => {}
        }
    }

    /// Reports a field that is read as a list and is none, or the other way round, and labels that are not read backwards.
    pub(super) fn field_shape(
        &self,
        name: &crate::recipe::yaml::Spanned<String>,
        source: &ViewFieldSource,
        filters: &[crate::recipe::template::Filter],
        kind: ResourceKind,
    ) {
        if let Some(field) = self.resources.get(&kind).and_then(|resource| resource.fields.get(&name.value)) {
            let each =
                source.each.is_some() || filters.iter().any(|f| matches!(f, crate::recipe::template::Filter::Split(_)));
            let constant = source.value.is_some() || source.present.is_some();
            if field.many && !each && !constant {
                let help = if source.header.is_some() {
                    "add `filters: [{split: \",\"}]`"
                } else {
                    "read every element with `each: {…}`, or add `filters: [{split: \",\"}]`"
                };
                self.error(
                    "not_a_list",
                    name.span,
                    format!("`{}` holds a list, and this reads one value", name.value),
                    help,
                );
            }
            if !field.many && source.each.is_some() && field.field_type != crate::contract::FieldType::List {
                let help = format!("write `many: true` at the field `{}`, or read one element", name.value);
                self.error(
                    "not_a_list",
                    name.span,
                    format!("`{}` holds one value, and this reads a list", name.value),
                    help,
                );
            }
            if source.map.is_none()
                && !constant
                && source.read.is_none()
                && source.attr.is_none()
                && let Some(map) = self.labels_known(kind, &name.value)
            {
                let message = format!("`{}` has labels, and this reads the text on screen as it stands", name.value);
                self.warning("unmapped_field", name.span, message, format!("add `map: {map}`"));
            }
            // What is looked up in labels afterwards is a text of the app.
            let default = source.default.as_ref().filter(|_| source.map.is_none());
            for text in [&source.value, &source.then, &source.otherwise].into_iter().flatten().chain(default) {
                let Some(value) = text.get() else { continue };
                self.fits_text(value, field.field_type, &field.labels, text.span);
            }
        }
    }

    /// What a field's texts on screen are looked up in: its own labels, or the catalogue of what it names.
    fn labels_known(&self, kind: ResourceKind, name: &str) -> Option<String> {
        let resource = self.resources.get(&kind)?;
        let field = resource.fields.get(name)?;
        if !field.labels.is_empty() {
            return Some(name.to_owned());
        }
        let named = if resource.key == name { Some(kind) } else { field.of };
        let named = named.filter(|kind| self.resources.get(kind).is_some_and(|named| named.catalog.is_some()))?;
        Some(named.plural().to_owned())
    }

    fn field_from(&self, source: &ViewFieldSource, span: Span, scope: &Scope) -> Option<FieldFrom> {
        let keys = source.locator_keys();
        let ways = [source.value.is_some(), source.each.is_some(), source.present.is_some(), source.has_finder()];
        if ways.into_iter().filter(|way| *way).count() > 1 {
            let message = "a field has one of a locator, `each`, `present` and `value`";
            self.error("mixed_field", span, message, "keep one of them");
            return None;
        }
        if let Some(value) = &source.value {
            return Some(FieldFrom::Constant(value.get()?.clone()));
        }
        if let Some(each) = &source.each {
            let each: &Recovered<LocatorSource> = each;
            return Some(FieldFrom::Each(self.locator(each, scope)?));
        }
        if let Some(present) = &source.present {
            let value = |source: &Maybe<String>, standard: &str| given(source).cloned().unwrap_or(standard.to_owned());
            let (then, otherwise) = (value(&source.then, "true"), value(&source.otherwise, "false"));
            return Some(FieldFrom::Present { locator: self.locator(present, scope)?, then, otherwise });
        }
        if let Some(stray) = [&source.then, &source.otherwise].into_iter().flatten().next() {
            let message = "`then` and `else` are the values of `present`";
            self.error("mixed_field", stray.span, message, "write `present: {…}` beside them, or remove them");
            return None;
        }
        Some(FieldFrom::One(self.locator_keys(&keys, span, scope)?))
    }
}

/// Texts that stand for no value.
pub(super) fn absent(source: &ViewFieldSource) -> Vec<String> {
    given(&source.absent).map(|OneOrMany(texts)| texts.clone()).unwrap_or_default()
}
