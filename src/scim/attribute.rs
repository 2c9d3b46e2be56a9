//! An attribute as a schema defines it.

use serde_json::{Map, Value};

/// The type of an attribute's values (RFC 7643, section 2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AttributeKind {
    /// Text.
    #[default]
    String,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Decimal,
    /// A whole number.
    Integer,
    /// A time such as `2008-01-23T04:56:22Z`.
    DateTime,
    /// A URI, or the name of a resource.
    Reference,
    /// Sub-attributes.
    Complex,
    /// Bytes in Base64.
    Binary,
}

impl AttributeKind {
    /// Its name in a schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Decimal => "decimal",
            Self::Integer => "integer",
            Self::DateTime => "dateTime",
            Self::Reference => "reference",
            Self::Complex => "complex",
            Self::Binary => "binary",
        }
    }
}

/// When an attribute may be set (RFC 7643, section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mutability {
    /// Never by a client.
    ReadOnly,
    /// At any time.
    #[default]
    ReadWrite,
    /// Once.
    Immutable,
    /// At any time; it is never returned.
    WriteOnly,
}

impl Mutability {
    /// Its name in a schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::ReadOnly => "readOnly",
            Self::ReadWrite => "readWrite",
            Self::Immutable => "immutable",
            Self::WriteOnly => "writeOnly",
        }
    }
}

/// When an attribute is in an answer (RFC 7643, section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Returned {
    /// Always, whatever is asked for.
    Always,
    /// Never.
    Never,
    /// Unless others are asked for, or it is excluded.
    #[default]
    Default,
    /// Only if it is asked for.
    Request,
}

impl Returned {
    /// Its name in a schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Never => "never",
            Self::Default => "default",
            Self::Request => "request",
        }
    }
}

/// How often a value may exist (RFC 7643, section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Uniqueness {
    /// As often as one likes.
    #[default]
    None,
    /// Once on this server.
    Server,
    /// Once in the world.
    Global,
}

impl Uniqueness {
    /// Its name in a schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Server => "server",
            Self::Global => "global",
        }
    }
}

/// An attribute, or a sub-attribute (RFC 7643, section 7). What is not said is the default of section 2.2: one value, optional,
/// compared without regard to case, changed at any time, returned by default, not unique.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attribute {
    /// Its name, such as `userName`. Names are told apart without regard to case.
    pub name: String,
    /// What it is, for readers of the schema.
    pub description: String,
    /// The type of its values.
    pub kind: AttributeKind,
    /// Whether it is a list.
    pub multi_valued: bool,
    /// Whether a resource must have it.
    pub required: bool,
    /// Whether upper and lower case are told apart.
    pub case_exact: bool,
    /// When it may be set.
    pub mutability: Mutability,
    /// When it is in an answer.
    pub returned: Returned,
    /// How often a value may exist.
    pub uniqueness: Uniqueness,
    /// Values that are suggested; others are taken too (RFC 7643, section 7).
    pub canonical_values: Vec<String>,
    /// What a reference may refer to.
    pub reference_types: Vec<String>,
    /// What a complex attribute is made of.
    pub sub_attributes: Vec<Self>,
}

impl Attribute {
    fn new(name: &str, kind: AttributeKind) -> Self {
        Self { name: name.to_owned(), kind, ..Self::default() }
    }

    /// Text.
    pub fn text(name: &str) -> Self {
        Self::new(name, AttributeKind::String)
    }

    /// `true` or `false`.
    pub fn boolean(name: &str) -> Self {
        Self::new(name, AttributeKind::Boolean)
    }

    /// A number.
    pub fn decimal(name: &str) -> Self {
        Self::new(name, AttributeKind::Decimal)
    }

    /// A whole number.
    pub fn integer(name: &str) -> Self {
        Self::new(name, AttributeKind::Integer)
    }

    /// A time.
    pub fn date_time(name: &str) -> Self {
        Self::new(name, AttributeKind::DateTime)
    }

    /// Bytes in Base64; upper and lower case are told apart (RFC 7643, section 2.3.6).
    pub fn binary(name: &str) -> Self {
        Self::new(name, AttributeKind::Binary).case_exact()
    }

    /// A reference to resources of these types, or to `external` or `uri`; upper and lower case are told apart (RFC 7643,
    /// section 2.3.7).
    pub fn reference(name: &str, types: &[&str]) -> Self {
        let types = types.iter().map(|&name| name.to_owned()).collect();
        Self { reference_types: types, ..Self::new(name, AttributeKind::Reference).case_exact() }
    }

    /// One value with sub-attributes.
    pub fn complex(name: &str, subs: impl Into<Vec<Self>>) -> Self {
        Self { sub_attributes: subs.into(), ..Self::new(name, AttributeKind::Complex) }
    }

    /// A list of values with sub-attributes.
    pub fn list(name: &str, subs: impl Into<Vec<Self>>) -> Self {
        Self::complex(name, subs).multi_valued()
    }

    /// A resource must have it.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// A value exists once on this server.
    #[must_use]
    pub fn unique(mut self) -> Self {
        self.uniqueness = Uniqueness::Server;
        self
    }

    /// Upper and lower case are told apart.
    #[must_use]
    pub fn case_exact(mut self) -> Self {
        self.case_exact = true;
        self
    }

    /// It is a list.
    #[must_use]
    pub fn multi_valued(mut self) -> Self {
        self.multi_valued = true;
        self
    }

    /// Clients do not set it.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.mutability = Mutability::ReadOnly;
        self
    }

    /// Clients set it once.
    #[must_use]
    pub fn immutable(mut self) -> Self {
        self.mutability = Mutability::Immutable;
        self
    }

    /// Clients set it and never see it.
    #[must_use]
    pub fn write_only(mut self) -> Self {
        self.mutability = Mutability::WriteOnly;
        self.returned = Returned::Never;
        self
    }

    /// When it is in an answer.
    #[must_use]
    pub fn returned(mut self, returned: Returned) -> Self {
        self.returned = returned;
        self
    }

    /// What it is, for readers of the schema.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// Values that are suggested.
    #[must_use]
    pub fn canonical(mut self, values: &[&str]) -> Self {
        self.canonical_values = values.iter().map(|&value| value.to_owned()).collect();
        self
    }

    /// A sub-attribute, by its name in any case.
    pub fn sub(&self, name: &str) -> Option<&Self> {
        self.sub_attributes.iter().find(|sub| sub.name.eq_ignore_ascii_case(name))
    }

    /// As a schema shows it (RFC 7643, section 7).
    pub fn to_json(&self) -> Value {
        let mut shown = Map::new();
        let mut show = |key: &str, value: Value| shown.insert(key.to_owned(), value);
        show("name", self.name.as_str().into());
        show("type", self.kind.name().into());
        show("multiValued", self.multi_valued.into());
        show("description", self.description.as_str().into());
        show("required", self.required.into());
        show("caseExact", self.case_exact.into());
        show("mutability", self.mutability.name().into());
        show("returned", self.returned.name().into());
        show("uniqueness", self.uniqueness.name().into());
        if !self.canonical_values.is_empty() {
            show("canonicalValues", self.canonical_values.clone().into());
        }
        if !self.reference_types.is_empty() {
            show("referenceTypes", self.reference_types.clone().into());
        }
        if self.kind == AttributeKind::Complex {
            show("subAttributes", self.sub_attributes.iter().map(Self::to_json).collect());
        }
        Value::Object(shown)
    }
}
