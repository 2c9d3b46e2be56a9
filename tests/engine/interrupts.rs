//! What pops up while a list is read, or while a login is answered, and makes the rest of the page inert. What is read is
//! compared with what the page was made from.

use crate::lists::{App, Parts, texts};
use crate::views::{ok, proof, refused};
use idlcm::contract::Proof;
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
