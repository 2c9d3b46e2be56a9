//! The body of a PATCH never panics, and what it makes of a user is what would be read.
#![no_main]

use std::sync::LazyLock;

use idlcm::scim::{Dialect, ResourceType, Schema, patch};
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value, json};

static USERS: LazyLock<ResourceType> = LazyLock::new(|| ResourceType {
    name: "User".to_owned(),
    endpoint: "/Users".to_owned(),
    description: String::new(),
    schema: Schema::user(),
    extensions: vec![Schema::enterprise_user()],
});

static ADA: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    let ada = json!({
        "userName": "ada", "name": {"givenName": "Ada", "familyName": "Lovelace"}, "active": true,
        "emails": [{"value": "ada@work", "type": "work", "primary": true}, {"value": "ada@home", "type": "home"}],
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "x", "manager": {"value": "7"}},
    });
    USERS.read(&ada, Dialect::Lenient).expect("this user can be read")
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(body) = serde_json::from_slice::<Value>(bytes) else { return };
    for dialect in [Dialect::Strict, Dialect::Lenient] {
        if let Ok(after) = patch(&ADA, &body, &USERS, dialect) {
            assert_eq!(USERS.read(&Value::Object(after.clone()), dialect), Ok(after));
        }
        if let Ok(read) = USERS.read(&body, dialect) {
            assert_eq!(USERS.read(&Value::Object(read.clone()), dialect), Ok(read));
        }
    }
});
