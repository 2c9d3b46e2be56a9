//! The recipes that come with the product check without a single problem, and their schema is current.

use std::path::Path;
use std::time::{Duration, Instant};

use idlcm::contract::{Action, ResourceKind, Verb};
use idlcm::recipe::{
    self, ActionKind, CsvFrom, FieldSource, Filter, LabelSource, Pager, Recipe, SecretName, Segment, StepVerb,
    Strictness, ValuePath, ViewKind,
};

fn checks_clean(path: &str) -> Recipe {
    let loaded = recipe::load(Path::new(path), Strictness::Strict).unwrap();
    let problems: Vec<String> = loaded.diagnostics.iter().map(|d| d.render(&loaded.source, false)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    loaded.recipe.unwrap()
}

fn users(verb: Verb) -> Action {
    Action::On(ResourceKind::Users, verb)
}

#[test]
fn ledgerly_checks_clean() {
    let recipe = checks_clean("recipes/ledgerly/recipe.yaml");
    assert_eq!(recipe.app.id, "ledgerly");
    for verb in [Verb::List, Verb::Get, Verb::Create, Verb::Update, Verb::Disable, Verb::Enable] {
        assert!(recipe.actions.contains_key(&users(verb)), "{}", verb.name());
    }
    assert!(recipe.actions.contains_key(&Action::Check));
    let ActionKind::Write(create) = &recipe.actions[&users(Verb::Create)].kind else { panic!("not a write") };
    assert_eq!(create.goal.matches, ["name", "role"]);
    assert!(create.steps.last().unwrap().commit);
    let StepVerb::Choose { from, option, .. } = &create.steps[4].verb else { panic!("not a choice") };
    assert_eq!(from.name.as_deref(), Some("user_form.role"));
    let recipe::MatchKind::Is(option) = &option.kind else { panic!("not a whole text") };
    let [Segment::Hole(hole)] = option.segments.as_slice() else { panic!("not one hole") };
    assert_eq!(hole.filters, [Filter::Label(LabelSource::Catalog(ResourceKind::Roles))]);
    assert_eq!(&recipe.source.text[hole.span.start..hole.span.end], "{{ user.role | label }}");
}

#[test]
fn the_recipes_of_real_apps_check_clean() {
    for (app, deletes_roles) in
        [("django-admin", true), ("flask-appbuilder", true), ("rabbitmq-management", false), ("directus", true)]
    {
        let recipe = checks_clean(&format!("recipes/{app}/recipe.yaml"));
        for verb in [Verb::List, Verb::Get, Verb::Create, Verb::Update, Verb::Disable, Verb::Enable, Verb::Delete] {
            assert!(recipe.actions.contains_key(&users(verb)), "{app}: {}", verb.name());
        }
        assert_eq!(recipe.actions.contains_key(&Action::On(ResourceKind::Roles, Verb::Delete)), deletes_roles, "{app}");
    }
}

#[test]
fn the_recipe_of_the_console_checks_clean_and_knows_its_roles() {
    let recipe = checks_clean("recipes/idlcm-console/recipe.yaml");
    for verb in [Verb::List, Verb::Get, Verb::Create, Verb::Update, Verb::Disable, Verb::Enable] {
        assert!(recipe.actions.contains_key(&users(verb)), "{}", verb.name());
    }
    let catalog = recipe.resources[&ResourceKind::Roles].catalog.as_ref().unwrap();
    let told: Vec<_> = catalog.iter().map(|(id, role)| (id.as_str(), role.label.read.clone(), role.rank)).collect();
    // Those that the console has, the least first, in its own words.
    let known = idlcm::gateway::people::Role::ALL.into_iter().zip(1_i64..);
    let known: Vec<_> = known.map(|(role, rank)| (role.name(), role.name().replace('_', " "), Some(rank))).collect();
    assert_eq!(told, known);
}

#[test]
fn django_admin_checks_clean() {
    let recipe = checks_clean("recipes/django-admin/recipe.yaml");
    assert!(matches!(&recipe.views["users"].kind, ViewKind::Union(members) if members.len() == 2));
    let ActionKind::Write(disable) = &recipe.actions[&users(Verb::Disable)].kind else { panic!("not a write") };
    assert_eq!(disable.goal.set["status"], ["disabled"]);
    let ActionKind::Write(update) = &recipe.actions[&users(Verb::Update)].kind else { panic!("not a write") };
    assert_eq!(update.goal.matches, ["email", "first_name", "last_name", "is_staff", "roles"]);
    let StepVerb::Row { steps, .. } = &update.steps[0].verb else { panic!("not a row") };
    assert_eq!(steps.len(), 2, "the routine's steps stand in the row");
}

#[test]
fn boardly_checks_clean() {
    let recipe = checks_clean("recipes/boardly/recipe.yaml");
    let list = &recipe.actions[&users(Verb::List)].kind;
    assert_eq!(
        *list,
        ActionKind::Read { view: "users_csv".to_owned(), fallback: Some("users".to_owned()), detail: false }
    );
    let ViewKind::Csv(csv) = &recipe.views["users_csv"].kind else { panic!("not a file") };
    assert_eq!((csv.encoding.as_str(), csv.delimiter, csv.complete), ("utf-8", b',', false));
    assert_eq!((csv.steps.len(), csv.download.name.as_deref()), (1, Some("members.export")));
    assert_eq!(csv.fields["roles"].from, CsvFrom::Header("Roles".to_owned()));
    let ViewKind::Table(table) = &recipe.views["users"].kind else { panic!("not a table") };
    let Some(Pager::Scroll(scroll)) = &table.pager else { panic!("not scrolled") };
    assert_eq!(scroll.max_rows, 20_000);
    let fields = &recipe.resources[&ResourceKind::Users].fields;
    assert_eq!(fields["cost_center"].examples, ["CC-1234", "CC-2040"]);
    assert_eq!(fields["name"].examples, [""; 0]);
}

#[test]
fn trackly_checks_clean() {
    let recipe = checks_clean("recipes/trackly/recipe.yaml");
    for action in ["roles.create", "users.grant", "assets.list"] {
        assert!(recipe.actions.contains_key(&action.parse::<idlcm::contract::Action>().unwrap()), "{action}");
    }
}

#[test]
fn vaultic_checks_clean() {
    let recipe = checks_clean("recipes/vaultic/recipe.yaml");
    assert!(recipe.service_account.contains(&SecretName::Totp));
    let ActionKind::References(grants) = &recipe.actions[&users(Verb::Grant)].kind else { panic!("not references") };
    assert!(grants["groups"].per_item);
    assert_eq!(grants["groups"].goal.matches, ["groups"]);
    assert_eq!(grants["groups"].verify_view, "users");
    let ViewKind::Table(members) = &recipe.views["group_members"].kind else { panic!("not a table") };
    assert_eq!((members.of, recipe.views["group_members"].resource), (Some(ResourceKind::Groups), ResourceKind::Users));
    let StepVerb::Row { value: Some(value), .. } = &members.open[2].verb else { panic!("not a row") };
    let [Segment::Hole(hole)] = value.segments.as_slice() else { panic!("not one hole") };
    assert_eq!(hole.path, ValuePath::Other(ResourceKind::Groups, "id".to_owned()));
    let groups = &recipe.resources[&ResourceKind::Users].fields["groups"];
    assert_eq!(groups.from, Some(FieldSource { view: "group_members".to_owned(), value: "id".to_owned() }));
    let ViewKind::Table(people) = &recipe.views["users"].kind else { panic!("not a table") };
    assert!(matches!(&people.pager, Some(Pager::LoadMore(more)) if more.max == 200));
    assert!(matches!(&recipe.session.login[6].verb, StepVerb::FirstOf(branches) if branches.len() == 5));
}

/// Run with `IDLCM_UPDATE=1` to write the file anew.
#[test]
fn the_schema_in_the_repository_is_current() {
    let path = "schemas/recipe.schema.json";
    let current = format!("{}\n", serde_json::to_string_pretty(&recipe::json_schema()).unwrap());
    if std::env::var_os("IDLCM_UPDATE").is_some() {
        std::fs::write(path, &current).unwrap();
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(stored == current, "{path} is not current; run the test with IDLCM_UPDATE=1");
}

#[test]
fn a_long_recipe_is_checked_quickly() {
    use std::fmt::Write as _;
    let text = std::fs::read_to_string("recipes/ledgerly/recipe.yaml").unwrap();
    let mut more = String::from("screens:\n");
    for n in 0..300 {
        writeln!(more, "  extra_{n}:\n    recognise: {{url: /x{n}*, visible: [extra_{n}.a]}}").unwrap();
        writeln!(more, "    elements: {{a: {{role: button, name: A{n}, within: {{role: main}}}}}}").unwrap();
    }
    let text = text.replacen("screens:\n", &more, 1);
    assert!(text.lines().count() > 1_000);
    let start = Instant::now();
    let loaded = recipe::check_text(Path::new("long.yaml"), &text, Strictness::Normal);
    let took = start.elapsed();
    assert!(loaded.recipe.is_some(), "{:?}", loaded.diagnostics);
    // An unoptimized build on a busy machine; a release build takes a few milliseconds.
    assert!(took < Duration::from_millis(1_500), "{took:?}");
}
