//! Playing cases: each on a stage of its own, several at once.

use std::time::Instant;

use futures_util::StreamExt;
use futures_util::stream;

use super::browsers::Browsers;
use super::case::{Case, Kind};
use super::entry::Prepared;
use super::options::Options;
use super::oracle::Oracle;
use super::sample::Sample;
use super::stage::Stage;
use super::verdict::Played;
use super::{captured, collections, faults, mutations, reads, sessions, writes};

/// The cases of a recipe, in their order.
///
/// # Errors
/// When the fixture holds nobody whom cases could be about; the message says what to add.
pub fn cases(prepared: &Prepared) -> Result<Vec<Case>, String> {
    let captured = captured::cases(prepared);
    if !captured.is_empty() && prepared.fixture.file().routes.is_empty() {
        return Ok(captured);
    }
    let sample = Sample { prepared };
    if sample.active().is_none() {
        return Err(format!(
            "the fixture of {} has no active user besides those who log in; add some under `directory: users: records:`",
            prepared.recipe.app.id
        ));
    }
    let mut cases = captured;
    cases.push(Case::new(Kind::Screens, "pages", Vec::new()));
    cases.extend(reads::cases(sample));
    cases.extend(writes::cases(sample));
    cases.extend(collections::cases(sample));
    cases.extend(sessions::cases(sample));
    cases.extend(faults::cases(sample));
    cases.extend(mutations::cases(sample));
    Ok(cases)
}

/// Plays cases, `told` of each when it has ended. In the order of the cases, whatever order they ended in. With
/// [`Options::keep_open`] a case ends when it was `seen`.
pub async fn run(
    cases: Vec<(&Prepared, Case)>,
    options: &Options,
    mut told: impl FnMut(&Played),
    seen: impl AsyncFn(&Played),
) -> Vec<Played> {
    let numbered = cases.into_iter().enumerate();
    let browsers = Browsers::default();
    let play = Play { options, browsers: &browsers };
    let playing = numbered.map(|(number, (prepared, case))| play.case(prepared, number, case, &seen));
    let mut ended = stream::iter(playing).buffer_unordered(options.at_once.max(1));
    let mut all = Vec::new();
    while let Some(played) = ended.next().await {
        let Some(played) = played else { continue };
        told(&played);
        all.push(played);
    }
    drop(ended);
    browsers.close().await;
    all.sort_by_key(|played| played.number);
    all
}

/// How cases are played, and in what.
struct Play<'a> {
    options: &'a Options,
    browsers: &'a Browsers,
}

impl Play<'_> {
    /// Plays one case; `None` if it was not to begin any more.
    async fn case(
        &self,
        prepared: &Prepared,
        number: usize,
        case: Case,
        seen: &impl AsyncFn(&Played),
    ) -> Option<Played> {
        let Self { options, browsers } = self;
        if options.stop.is_cancelled() {
            return None;
        }
        let begun = Instant::now();
        let mut played = Played::new(&prepared.recipe.app.id, number, case.clone());
        let set = Stage::set(prepared, &case.setup, options, number, browsers).await;
        let mut stage = match set {
            Ok(stage) => stage,
            Err(why) => {
                played.fail(why);
                return Some(played);
            }
        };
        if let Some(index) = case.setup.captured {
            captured::play(prepared, index, &mut stage, &mut played).await;
        }
        if case.kind == Kind::Screens {
            screens(prepared, &mut stage, &mut played).await;
        }
        for act in &case.acts {
            if options.stop.is_cancelled() {
                break;
            }
            let acted = Box::pin(stage.act(act)).await;
            let oracle = Oracle { prepared, job: &act.job, acted: &acted };
            let (objections, at) = (oracle.objections(stage.secrets()), oracle.at());
            played.take(act, acted, objections, at);
        }
        if case.setup.mutation.is_some() && !stage.app.page_changed() {
            played.note_unchanged();
        }
        let rejected = stage.app.journal().iter().filter(|entry| entry.action == "login" && !entry.accepted).count();
        if rejected > 1 {
            played.fail(format!("{rejected} logins were rejected; after the first nothing was to be typed again"));
        }
        if played.verdict != super::Verdict::Passed {
            played.evidence = stage.keep_evidence();
        }
        if options.keep_open {
            seen(&played).await;
        }
        Box::pin(stage.strike(browsers)).await;
        played.took(begun);
        Some(played)
    }
}

/// Which screens each page of the fixture is.
async fn screens(prepared: &Prepared, stage: &mut Stage, played: &mut Played) {
    for path in prepared.fixture.pages() {
        match stage.screens(&path).await {
            Ok(screens) => {
                let has_address = |name: &String| {
                    prepared.recipe.screens.get(name).is_some_and(|screen| !screen.recognise.url.is_empty())
                };
                let own: Vec<String> = screens.into_iter().filter(has_address).collect();
                if own.len() > 1 {
                    played
                        .fail(format!("{path} is recognised as {}; tell them apart in `recognise`", own.join(" and ")));
                }
                played
                    .got
                    .push(format!("{path}: {}", if own.is_empty() { "no screen".to_owned() } else { own.join(", ") }));
            }
            Err(why) => played.fail(why),
        }
    }
}
