//! Cases about pages that were captured of a live app: that the recipe knows them, and can read the lists on them.

use std::path::Path;

use super::case::{Case, Kind};
use super::entry::Prepared;
use super::oracle::Objection;
use super::stage::Stage;
use super::verdict::Played;

/// One case for each captured page, named by its file.
pub(super) fn cases(prepared: &Prepared) -> Vec<Case> {
    let named = |(index, captured): (usize, &crate::fixture::Captured)| {
        let file = Path::new(&captured.page.value);
        let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let mut case = Case::new(Kind::Captured, &name, Vec::new());
        case.setup.captured = Some(index);
        case
    };
    prepared.fixture.file().captured.iter().enumerate().map(named).collect()
}

/// Opens the page, and holds what the recipe makes of it against what it has to be.
pub(super) async fn play(prepared: &Prepared, index: usize, stage: &mut Stage, played: &mut Played) {
    let Some(captured) = prepared.fixture.file().captured.get(index) else { return };
    let path = &captured.path;
    let screen = captured.screen.as_deref();
    if let Some(screen) = screen.filter(|screen| !prepared.recipe.screens.contains_key(*screen)) {
        played.fail(format!("fixture.yaml says that {path} is screen `{screen}`, and the recipe has no such screen"));
        return;
    }
    let shot = match stage.captured(path, screen).await {
        Ok(shot) => shot,
        Err(not) => {
            let at = not.problem.as_ref().map(|problem| prepared.recipe.source.at(problem.span));
            let help = not.problem.and_then(|problem| problem.help).map(|help| format!("; {help}")).unwrap_or_default();
            let says = format!("{path}: {}: {}{help}", not.kind, not.message);
            played.fail(Objection { says, at, unprovable: false }.to_string());
            return;
        }
    };
    let has_address = |name: &&String| !prepared.recipe.screens[*name].recognise.url.is_empty();
    let own: Vec<&str> = shot.screens.iter().filter(has_address).map(String::as_str).collect();
    match (screen, own.as_slice()) {
        (Some(_), _) | (None, [_]) => {}
        (None, []) => played.fail(format!(
            "{path} is no screen of the recipe; name the one that it has to be with `screen:` in fixture.yaml, and \
             the next dry run says what it lacks"
        )),
        (None, several) => {
            played.fail(format!("{path} is recognised as {}; tell them apart in `recognise`", several.join(" and ")));
        }
    }
    let mut got = vec![if shot.screens.is_empty() { "no screen".to_owned() } else { shot.screens.join(", ") }];
    got.extend(shot.views.iter().map(|(view, keys)| match keys.len() {
        1 => format!("view `{view}`: 1 row"),
        rows => format!("view `{view}`: {rows} rows"),
    }));
    played.got.push(format!("{path}: {}", got.join("; ")));
}
