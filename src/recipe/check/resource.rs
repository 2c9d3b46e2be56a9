//! Resources and their fields.

use indexmap::IndexMap;

use super::label::labels;
use super::{Checker, given, named};
use crate::contract::{FieldType, ResourceKind};
use crate::recipe::position::Span;
use crate::recipe::resource::{Field, Label, Resource};
use crate::recipe::source::{CatalogSource, FieldSource, Maybe, ResourceSource, Scalar, WriteSource};
use crate::recipe::yaml::{Recovered, Spanned};

/// The canonical values of a `status`.
const STATUSES: [&str; 3] = ["active", "invited", "disabled"];

impl Checker<'_> {
    pub(super) fn check_resources(&self) -> IndexMap<ResourceKind, Resource> {
        let mut resources = IndexMap::new();
        let help = "write `resources: {users: {key: email, fields: {…}}}`";
        let Some(source) = self.required(self.source.resources.as_ref(), "resources", help) else { return resources };
        let Some(all) = source.get() else { return resources };
        for (name, resource) in all {
            let Some(kind) = ResourceKind::from_plural(&name.value) else {
                self.unknown("resource", &name.value, name.span, ResourceKind::ALL.map(ResourceKind::plural));
                continue;
            };
            if let Some(resource) = resource.get().and_then(|source| self.resource(kind, source, name.span)) {
                resources.insert(kind, resource);
            }
        }
        if !all.contains_key("users") {
            self.error("missing_resource", source.span, "`users` is missing among the resources", help);
        }
        for (name, field) in all.values().filter_map(Recovered::get).flat_map(|source| named(&source.fields)) {
            if let Some(of) = field.get().and_then(|field| field.of.as_ref())
                && let Some(kind) = of.get()
                && !all.contains_key(kind.plural())
            {
                let message = format!("`{}` refers to {kind}, which is not a resource here", name.value);
                self.error("unknown_resource", of.span, message, format!("add `{kind}: {{key: id}}` to `resources`"));
            }
        }
        self.useless_ranks(&resources);
        resources
    }

    /// Warns of ranks where no field of users takes only one value.
    fn useless_ranks(&self, resources: &IndexMap<ResourceKind, Resource>) {
        let Some(users) = resources.get(&ResourceKind::Users) else { return };
        for (name, source) in given(&self.source.resources).into_iter().flatten() {
            let Some(kind) = ResourceKind::from_plural(&name.value) else { continue };
            if users.fields.values().any(|field| field.of == Some(kind) && !field.many) {
                continue;
            }
            let entries = source.get().into_iter().flat_map(|source| named(&source.catalog));
            let rank = entries.filter_map(|(_, entry)| match entry.get() {
                Some(CatalogSource::Entry(keys)) => keys.rank.as_ref().map(|rank| rank.span),
                _ => None,
            });
            if let Some(span) = rank.into_iter().next() {
                let message = format!("no field of users takes only one of {kind}, so that no rank decides anything");
                let help = "remove `rank`, or take `many: true` from the field that refers to them";
                self.warning("useless_rank", span, message, help);
            }
        }
    }

    fn resource(&self, kind: ResourceKind, source: &ResourceSource, span: Span) -> Option<Resource> {
        let mut fields = IndexMap::new();
        for (name, field) in named(&source.fields) {
            self.name(&name.value, name.span);
            if let Some(field) = field.get().and_then(|field| self.field(kind, source, name, field)) {
                fields.insert(name.value.clone(), field);
            }
        }
        let catalog = self.catalog(kind, &source.catalog);
        let key = source.key.get()?;
        if !fields.contains_key(key) {
            let fields_given = source.fields.as_ref().is_some_and(|all| all.get().is_none_or(|all| !all.is_empty()));
            if given(&source.fields).is_some_and(|all| all.contains_key(key.as_str())) {
                return None; // the key's own field is broken, which was reported
            }
            if kind == ResourceKind::Users || fields_given && catalog.is_none() {
                self.unknown("field", key, source.key.span, fields.keys().map(String::as_str));
                return None;
            }
            // A catalogue needs no fields: the key is implied.
            fields.insert(key.clone(), implied_key(kind, source.key.span));
        }
        if let Some(field) = fields.get(key)
            && (field.many || field.field_type == FieldType::List)
        {
            self.error("list_as_key", source.key.span, "a list cannot be a key", "name a field that holds one value");
        }
        Some(Resource { kind, key: key.clone(), fields, catalog, span })
    }

    fn field(
        &self,
        kind: ResourceKind,
        resource: &ResourceSource,
        name: &Spanned<String>,
        source: &FieldSource,
    ) -> Option<Field> {
        let labels_of = source.labels.as_ref().and_then(|map| map.get()).map(labels).unwrap_or_default();
        if let Some(place) = &source.labels {
            self.distinct(&labels_of, place.span);
        }
        let pattern = source.pattern.as_ref().map(|pattern| self.whole_pattern(pattern));
        let filters = self.filters(&source.filters);
        let field_type = *source.field_type.get()?;
        if field_type == FieldType::Enum && source.labels.is_none() {
            self.error(
                "enum_without_labels",
                name.span,
                format!("the field `{}` is an enum without `labels`", name.value),
                "add them: `labels: {active: Active, disabled: Suspended}`",
            );
        }
        if name.value == "status" {
            for (value, _) in given(&source.labels).into_iter().flatten() {
                if !STATUSES.contains(&value.value.as_str()) {
                    self.unknown("status", &value.value, value.span, STATUSES);
                }
            }
        }
        if field_type == FieldType::Ref && source.of.is_none() {
            self.error(
                "ref_without_of",
                name.span,
                format!("the field `{}` does not say what it refers to", name.value),
                "add `of: roles`",
            );
        }
        if let Some(of) = &source.of
            && field_type != FieldType::Ref
        {
            self.error("of_without_ref", of.span, "`of` stands beside `type: ref` only", "write `type: ref`");
        }
        let writes: Vec<WriteSource> =
            given(&source.write).into_iter().flatten().filter_map(|write| write.get().copied()).collect();
        if let Some(default) = &source.default
            && let Some(Scalar(value)) = default.get()
        {
            self.fits(value, field_type, &labels_of, default.span);
        }
        let pattern = match pattern {
            Some(pattern) => Some(pattern?),
            None => None,
        };
        let examples = self.examples(source, field_type, &labels_of, pattern.as_ref());
        let is_key = resource.key.get().is_some_and(|key| *key == name.value);
        let flag = |value: &Maybe<bool>| given(value).copied();
        Some(Field {
            field_type,
            required: flag(&source.required).unwrap_or_default(),
            write_create: writes.contains(&WriteSource::Create),
            write_update: writes.contains(&WriteSource::Update),
            labels: labels_of,
            pattern,
            examples,
            max_length: given(&source.max_length).and_then(|n| usize::try_from(*n).ok()),
            many: flag(&source.many).unwrap_or_default(),
            of: given(&source.of).copied(),
            default: given(&source.default).map(|Scalar(value)| value.clone()),
            filters,
            unique: flag(&source.unique).unwrap_or(is_key && kind == ResourceKind::Users),
            case_sensitive: flag(&source.case_sensitive).unwrap_or(field_type != FieldType::Email),
            write_only: flag(&source.write_only).unwrap_or_default(),
            from: self.read_from(kind, name, source),
            secret: flag(&source.secret).unwrap_or_default(),
            span: name.span,
        })
    }

    /// Reports a value that a field cannot have.
    pub(super) fn fits(
        &self,
        value: &serde_json::Value,
        field_type: FieldType,
        labels: &IndexMap<String, Label>,
        span: Span,
    ) {
        let ok = match field_type {
            FieldType::Bool => value.is_boolean(),
            FieldType::Number => value.is_number(),
            FieldType::Enum => {
                if let Some(text) = value.as_str()
                    && !labels.is_empty()
                    && !labels.contains_key(text)
                {
                    self.unknown("value", text, span, labels.keys().map(String::as_str));
                }
                value.is_string()
            }
            _ => value.is_string(),
        };
        self.typed_as(ok, value, field_type, span);
    }

    /// The same for a text that stands in a view in the place of one that is read.
    pub(super) fn fits_text(&self, text: &str, field_type: FieldType, labels: &IndexMap<String, Label>, span: Span) {
        let value = serde_json::Value::String(text.to_owned());
        let ok = match field_type {
            FieldType::Bool => matches!(text, "true" | "yes" | "on" | "1" | "false" | "no" | "off" | "0"),
            FieldType::Number => text.parse::<f64>().is_ok_and(f64::is_finite),
            FieldType::Date => text.parse::<jiff::civil::Date>().is_ok(),
            _ => return self.fits(&value, field_type, labels, span),
        };
        self.typed_as(ok, &value, field_type, span);
    }

    fn typed_as(&self, ok: bool, value: &serde_json::Value, field_type: FieldType, span: Span) {
        if !ok {
            let name = serde_json::to_value(field_type).ok();
            let name = name.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
            self.error(
                "wrong_type",
                span,
                format!("{value} is not a value of type {name}"),
                "write a value of that type",
            );
        }
    }

    /// Whether a resource is not known here for a reason that was reported.
    pub(super) fn resource_is_broken(&self, name: &str) -> bool {
        // That `users` is missing is reported once, where the resources stand.
        let given = |all: &crate::recipe::source::Named<ResourceSource>| name == "users" || all.contains_key(name);
        self.source.resources.as_ref().is_none_or(|all| all.get().is_none_or(given))
            && ResourceKind::from_plural(name).is_some_and(|kind| !self.resources.contains_key(&kind))
    }

    /// Whether a field stands there but could not be understood.
    pub(super) fn field_is_broken(&self, kind: ResourceKind, field: &str) -> bool {
        let resource = given(&self.source.resources).and_then(|all| all.get(kind.plural()));
        resource.is_some_and(|resource| match resource.get() {
            None => true,
            Some(resource) => resource
                .fields
                .as_ref()
                .is_some_and(|fields| fields.get().is_none_or(|fields| fields.contains_key(field))),
        })
    }
}

fn implied_key(kind: ResourceKind, span: Span) -> Field {
    Field {
        field_type: FieldType::String,
        required: true,
        write_create: false,
        write_update: false,
        labels: IndexMap::new(),
        pattern: None,
        examples: Vec::new(),
        max_length: None,
        many: false,
        of: None,
        default: None,
        filters: Vec::new(),
        unique: kind == ResourceKind::Users,
        case_sensitive: true,
        write_only: false,
        from: None,
        secret: false,
        span,
    }
}
