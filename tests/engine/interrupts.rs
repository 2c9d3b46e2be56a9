//! What pops up while a list is read, or while a login is answered, and makes the rest of the page inert. What is read is
//! compared with what the page was made from.

use crate::lists::{App, Parts, texts};
use crate::views::{ok, proof, refused};
use idlcm::contract::{Effect, ErrorKind, Outcome, Proof};
use idlcm::engine::Done;
use serde_json::json;

const TOUR: &str = "interrupts:\n  - {name: tour, when: {visible: {role: dialog, name: Tour}}, do: [{click: {role: button, name: Skip}}], max: 1}";

/// Five people who come after 1200 ms, and a tour that comes after 800 ms; the total stands in the app or beside it.
const PAGE: &str = "<p id=beside></p><div id=app><p id=total></p><div id=list style='height: 120px; overflow: auto'></div><button id=more hidden>Load more</button></div><script>
  const by = (id) => document.getElementById(id), app = by('app');
  const row = (at) => `<p class=u role=article data-id=${at} style='height: 40px'>u${at}@example.org</p>`;
  setTimeout(() => {
    by('list').innerHTML = [0, 1, 2, 3, 4].slice(0, MORE ? 3 : 5).map(row).join('');
    by(PLACE).textContent = '5 members';
    by('more').hidden = !MORE;
    by('more').onclick = () => { by('list').innerHTML += row(3) + row(4); by('more').remove(); };
  }, 1200);
  setTimeout(() => {
    const tour = document.createElement('div');
    tour.setAttribute('role', 'dialog');
    tour.setAttribute('aria-label', 'Tour');
    tour.innerHTML = '<button>Skip</button>';
    tour.firstChild.onclick = () => { tour.remove(); app.inert = false; };
    document.body.append(tour);
    app.inert = true;
  }, 800);
</script>";

fn view(rows: &str, more: &str) -> String {
    format!(
        "  users:
    open: [{{goto: /page/tour}}]
    screen: list
    rows: {rows}
    key: email
    empty: list.none
{more}
    fields: {{email: {{self: true}}}}
"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tour_over_a_list_is_got_rid_of_by_every_way_to_read_it() {
    let mut app = App::start().await;
    let scroll = "    scroll: {container: {css: \"#list\"}, max_rows: 100}\n    total: {from: list.total, regex: \"([0-9]+) members\"}";
    let more = "    load_more: {click: list.more, max: 3}";
    let single = "    complete: single_page";
    let beside = "    total: {from: {css: \"#beside\"}, regex: \"([0-9]+) members\"}";
    for (place, kind, proven) in [
        ("total", single, Proof::SinglePage),
        ("beside", beside, Proof::Total),
        ("total", scroll, Proof::Total),
        ("total", more, Proof::End),
    ] {
        let page = PAGE.replace("PLACE", &format!("'{place}'")).replace("MORE", &(kind == more).to_string());
        app.with(|data| data.pages.insert("tour", page));
        for rows in ["{role: article}", "{css: .u}"] {
            let views = view(rows, kind);
            let parts = Parts { views: &views, resources: TOUR, ..Parts::default() };
            let done = app.run(&parts, "users.list", json!({})).await;
            assert_eq!(proof(&done), (Some(true), Some(proven), 5), "{kind} {rows}");
            let emails = texts(ok(&done).items.as_ref().unwrap(), "email");
            assert_eq!(emails, crate::lists::addresses(5), "{kind} {rows}");
        }
    }
    app.stop().await;
}

/// Without it a list would be short, and nobody would notice.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_alone_is_inert_is_not_left_out() {
    let mut app = App::start().await;
    app.with(|data| {
        data.pages.insert(
            "tour",
            "<p class=u role=article>a@example.org</p><p class=u role=article inert>b@example.org</p>".into(),
        )
    });
    for rows in ["{role: article}", "{css: .u}"] {
        let (_, message) = refused(&app.list(&view(rows, "    complete: single_page")).await);
        assert!(message.contains("cannot be reached, unlike others of the list"), "{message}");
    }
    app.stop().await;
}

/// The page behind the login is drawn late, below a tour that came before it.
const START: &str = "<!doctype html><title>Start</title><div id=app></div><script>
  setTimeout(() => { app.innerHTML = '<h1>Groups</h1>'; }, 600);
  setTimeout(() => {
    app.inert = true;
    document.body.insertAdjacentHTML('beforeend', '<div role=dialog aria-label=Tour><button>Skip</button></div>');
    document.querySelector('button').onclick = () => { document.querySelector('[role=dialog]').remove(); app.inert = false; };
  }, 300);
</script>";

#[tokio::test(flavor = "multi_thread")]
async fn a_tour_over_the_page_behind_the_login_is_got_rid_of() {
    let mut app = App::start().await;
    app.with(|data| {
        data.pages.insert("start", START.to_owned());
        data.pages.insert("tour", "<p class=u>a@example.org</p>".to_owned());
    });
    let views = view("{css: .u}", "    complete: single_page");
    let parts = Parts { views: &views, resources: TOUR, ..Parts::default() };
    let done = app.run(&parts, "users.list", json!({})).await;
    assert_eq!(texts(ok(&done).items.as_ref().unwrap(), "email"), ["a@example.org"]);
    app.stop().await;
}

/// A notice that comes up once a look has found a control to be free, before the driver clicks on it.
const NOTICES: &str = "<div id=people></div>
<button id=begin>Open</button> <label hidden><input type=checkbox id=sure> Sure</label> <button id=off hidden>Switch off</button>
<p role=status id=said></p><script>
  fetch('/groups/g0').then((answer) => answer.text()).then((off) => {
    people.innerHTML = `<p class=person><b>u0@example.org</b> <i>${off.includes('u0@') ? 'Deactivated' : 'Active'}</i></p>`;
  });
  begin.onclick = () => { sure.parentNode.hidden = false; };
  sure.onclick = () => { off.hidden = false; };
  off.onclick = async () => {
    await fetch('/groups/g0', { method: 'post', body: new URLSearchParams({ who: 'u0@example.org' }) });
    said.textContent = 'Done';
  };
  const due = new Set(DUE);
  const notice = () => {
    const over = document.createElement('div');
    over.setAttribute('role', 'dialog');
    over.setAttribute('aria-label', 'Tour');
    over.style = 'position: fixed; inset: 0; background: white';
    over.innerHTML = '<button>Skip</button>';
    over.firstChild.onclick = () => over.remove();
    document.body.append(over);
    LATER
  };
  const at = document.elementFromPoint.bind(document);
  document.elementFromPoint = (x, y) => {
    const hit = at(x, y);
    if (due.delete(hit?.id)) queueMicrotask(notice);
    return hit;
  };
</script>";

const STAFF: &str = "  users:
    open: [{goto: /page/staff}]
    screen: list
    rows: {css: .person}
    key: email
    complete: single_page
    fields: {email: {css: b}, status: {css: i, map: status}}
";

const SWITCH_OFF: &str = "  users.disable:
    goal: {exists: true, set: {status: disabled}}
    steps:
      - goto: /page/staff
      - click: {role: button, name: Open}
      - check: {label: Sure}
      - expect: {visible: {css: b}, text: \"{{ user.email }}\"}
      - {click: {role: button, name: Switch off}, commit: true}
    outcomes: [{when: {visible: {role: status}, text: Done}, is: done}]";

/// Switches the one user off; how it ended, and how often the app was told to.
async fn switched_off(due: &str, later: &str, rules: &str) -> (Done, usize) {
    let mut app = App::start().await;
    app.with(|data| {
        data.groups = vec![("Off", vec![])];
        data.pages.insert("staff", NOTICES.replace("DUE", due).replace("LATER", later));
    });
    let parts = Parts { views: STAFF, actions: SWITCH_OFF, resources: rules, ..Parts::default() };
    let done = app.run(&parts, "users.disable", json!({"user": {"email": "u0@example.org"}})).await;
    let told = app.with(|data| data.asked.get("join g0").copied().unwrap_or_default());
    app.stop().await;
    (done, told)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_that_comes_between_the_look_and_the_click_is_got_rid_of() {
    let rules = TOUR.replace("max: 1", "max: 3");
    for due in ["['begin']", "['sure']", "['off']", "['begin', 'sure', 'off']"] {
        let (done, told) = switched_off(due, "", &rules).await;
        assert_eq!(done.result.outcome, Outcome::Succeeded, "{due}: {:?}", done.result.error);
        assert_eq!(told, 1, "{due}");
        let skipped = done.trace.steps.iter().filter(|step| step.does.contains("Skip")).count();
        assert_eq!(skipped, due.matches('\'').count() / 2, "{due}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_that_no_rule_knows_is_waited_for_and_told_if_it_stays() {
    let (done, told) = switched_off("['begin', 'off']", "setTimeout(() => over.remove(), 700);", "").await;
    assert_eq!((done.result.outcome, told), (Outcome::Succeeded, 1), "{:?}", done.result.error);
    let (done, told) = switched_off("['off']", "", "").await;
    let error = done.result.error.clone().unwrap();
    assert_eq!((error.kind, done.result.effect, told), (ErrorKind::StepTimeout, Effect::None, 0), "{error:?}");
    assert!(error.message.contains("it is covered by <div role=\"dialog\""), "{error:?}");
}
