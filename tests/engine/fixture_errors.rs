//! A fixture that is wrong says where and what to write instead.

use std::fs;
use std::path::Path;

use idlcm::fixture::{Fixture, json_schema};

const WHOLE: &str = "schema: idlcm.fixture/1
app: {id: tiny, name: Tiny}
accounts: {administrator: {username: a@x.example, password: secret}}
directory:
  users:
    key: email
    fields: {email: {required: true}, role: {of: roles}}
    records: [{email: a@x.example, role: admin}]
  roles: {key: id, fields: {id: {}}, records: [{id: admin}]}
routes:
  - {path: /login, public: true, page: login.html}
  - {path: /login, method: post, public: true, change: login, form: {username: u, password: p}, page: login.html, then: {redirect: /}}
  - {path: /users, method: post, change: users.create, form: {email: e}, json: true}
";

/// What loading says when one text of the whole fixture is replaced.
fn says(from: &str, to: &str) -> String {
    assert!(WHOLE.contains(from), "{from}");
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &WHOLE.replacen(from, to, 1));
    let message = Fixture::load(folder.path()).unwrap_err().to_string();
    message.replace(&format!("{}/", folder.path().display()), "")
}

fn write(folder: &Path, yaml: &str) {
    fs::create_dir(folder.join("pages")).unwrap();
    fs::write(folder.join("pages/login.html"), "<form></form>").unwrap();
    fs::write(folder.join("fixture.yaml"), yaml).unwrap();
}

#[test]
fn a_whole_fixture_loads() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), WHOLE);
    assert_eq!(Fixture::load(folder.path()).unwrap().id(), "tiny");
}

#[test]
fn an_unknown_word_gets_its_place_and_a_suggestion() {
    assert_eq!(
        says("public: true, page: login.html}\n", "publik: true, page: login.html}\n"),
        "fixture.yaml:11:20: unknown field `publik`; did you mean `public`?"
    );
}

#[test]
fn an_unknown_change_gets_a_suggestion() {
    assert_eq!(
        says("users.create", "user.create"),
        "fixture.yaml:13:42: `user.create` is not a change; did you mean `users.create`?"
    );
    assert!(says("users.create", "users.list").contains("`users.list` changes nothing; list records with `list:`"));
}

#[test]
fn a_missing_page_is_named_with_what_there_is() {
    assert_eq!(
        says("page: login.html}\n", "page: logon.html}\n"),
        "fixture.yaml:11:40: `pages/logon.html` does not exist; did you mean `login.html`?"
    );
}

#[test]
fn a_second_answer_for_an_address_is_refused() {
    let message = says("/users, method: post", "/login, method: post");
    assert!(message.starts_with("fixture.yaml:13:12: `/login` is answered already"), "{message}");
}

#[test]
fn a_change_on_get_is_refused() {
    let message = says("path: /users, method: post", "path: /users");
    assert!(message.contains("makes a change on GET, which browsers repeat at will; add `method: post`"), "{message}");
}

#[test]
fn a_form_fills_known_fields_only() {
    assert_eq!(
        says("form: {email: e}", "form: {emial: e}"),
        "fixture.yaml:13:12: `form` of `/users` fills the unknown field `emial`; did you mean `email`?"
    );
}

#[test]
fn a_record_names_only_what_exists() {
    assert_eq!(
        says("role: admin}", "role: king}"),
        "fixture.yaml: record 1 of the users has the role `king`, which is none of the roles"
    );
    assert!(says("email: a@x.example, role", "mail: a@x.example, role").contains("did you mean `email`?"));
}

#[test]
fn another_version_is_refused() {
    assert_eq!(
        says("idlcm.fixture/1", "idlcm.fixture/9"),
        "fixture.yaml:1:9: `schema` is `idlcm.fixture/9`; this version reads `idlcm.fixture/1`"
    );
}

#[test]
fn a_fixture_without_login_page_is_refused() {
    let message = says("path: /login, public: true, page", "path: /signin, public: true, page");
    assert!(message.contains("no route answers the login page `/login`; add one, or set `session.login`"), "{message}");
}

#[test]
fn a_broken_page_names_its_line() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), WHOLE);
    fs::write(folder.path().join("pages/login.html"), "<p>\n{% if %}").unwrap();
    let message = Fixture::load(folder.path()).unwrap_err().to_string();
    assert!(message.contains("pages/login.html:2: "), "{message}");
}

#[test]
fn a_folder_without_fixture_is_told_what_one_is() {
    let folder = tempfile::tempdir().unwrap();
    let message = Fixture::load(folder.path()).unwrap_err().to_string();
    assert!(message.ends_with("a fixture is a folder with `fixture.yaml` and `pages/`"), "{message}");
}

#[test]
fn the_schema_knows_every_word_at_the_top() {
    let schema = json_schema();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    for word in ["schema", "app", "accounts", "directory", "rules", "session", "messages", "error_pages", "routes"] {
        assert!(schema["properties"][word]["description"].is_string(), "{word}");
    }
}
