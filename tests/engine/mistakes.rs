//! Mistakes of a recipe that no waiting mends are told at once; what is only on its way is waited for. What was done, the app
//! says.

use crate::lists::{App, Parts, texts};
use idlcm::contract::{ErrorKind, Outcome};
use idlcm::engine::Done;
use serde_json::json;

const VIEW: &str = "  users:
    open: [{goto: /page/staff}]
    screen: list
    rows: {css: .person}
    key: email
    complete: single_page
    fields: {email: {css: b}, status: {css: i, map: status}}
    detail: {link: {css: a}, screen: list, fields: {phone: {css: .phone}}}
";

/// Switches the one user off by a button of which the page has several, at first or for good.
async fn switch_off(page: &str) -> (Done, Vec<&'static str>) {
    let mut app = App::start().await;
    app.with(|data| {
        data.groups = vec![("Off", vec![])];
        data.pages.insert(
            "staff",
            format!(
                "<div id=people></div><div id=buttons></div><p role=status id=said></p><script>
                  fetch('/groups/g0').then((answer) => answer.text()).then((off) => {{
                    people.innerHTML = `<p class=person><b>u0@example.org</b> <i>${{off.includes('u0@') ? 'Deactivated' : 'Active'}}</i></p>`;
                  }});
                  const press = async () => {{
                    await fetch('/groups/g0', {{ method: 'post', body: new URLSearchParams({{ who: 'u0@example.org' }}) }});
                    said.textContent = 'Done';
                  }};
                  const draw = (n) => {{
                    buttons.innerHTML = '<button>Switch u0@example.org off</button>'.repeat(n);
                    for (const button of buttons.children) button.onclick = press;
                  }};
                  {page}
                </script>"
            ),
        );
    });
    let actions = "  users.disable:
    goal: {exists: true, set: {status: disabled}}
    steps:
      - row: {view: users, by: email, do: [{hover: {css: b}}]}
      - expect: {visible: {text: {contains: \"{{ user.email }}\"}}}
      - {click: {role: button, name: {prefix: Switch}}, commit: true, timeout: 30s}
    outcomes: [{when: {visible: {role: status}, text: Done}, is: done}]";
    let parts = Parts { views: VIEW, actions, ..Parts::default() };
    let done = app.run(&parts, "users.disable", json!({"user": {"email": "u0@example.org"}})).await;
    let off = app.with(|data| data.groups[0].1.clone());
    app.stop().await;
    (done, off)
}

#[tokio::test(flavor = "multi_thread")]
async fn several_elements_on_a_page_at_rest_are_not_waited_for() {
    let (done, off) = switch_off("draw(45);").await;
    let error = done.result.error.clone().unwrap();
    assert_eq!(error.kind, ErrorKind::ElementAmbiguous, "{error:?}");
    assert!(error.message.contains("45"), "{error:?}");
    assert!(off.is_empty());
    let click = done.trace.steps.iter().find(|step| step.does.starts_with("click {role: button")).unwrap();
    assert!(click.ms < 15_000, "half the time of the step: {} ms", click.ms);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_elements_of_which_one_is_left_are_waited_for() {
    for page in [
        "draw(3); setTimeout(() => draw(1), 4000);",
        // A request is not answered, until an animation is over.
        "draw(2); fetch('/held').then(() => draw(1)); said.animate([{ opacity: .99 }], 4000).onfinish = () => fetch('/held', { method: 'post' });",
        // It keeps changing, by something that is neither a timer nor a request.
        "buttons.innerHTML = '<style>@keyframes idle { to { opacity: .99 } } button { animation: idle 1s }</style>';
         let left = 5; buttons.onanimationend = () => { left -= 1; if (left > 0) draw(left); }; const style = buttons.innerHTML; draw(left); people.insertAdjacentHTML('beforebegin', style);",
    ] {
        let (done, off) = switch_off(page).await;
        assert_eq!(done.result.outcome, Outcome::Succeeded, "{page}: {:?}", done.result.error);
        assert_eq!(off, ["u0@example.org"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn several_elements_on_the_page_of_a_row_are_not_waited_for_either() {
    let mut app = App::start().await;
    app.with(|data| {
        data.pages.insert(
            "staff",
            "<p class=person><b>u0@example.org</b> <i>Active</i> <a href=/page/own>Open</a></p>".into(),
        );
        data.pages.insert("own", "<p class=phone>1</p><p class=phone>2</p>".into());
    });
    let asked = json!({"options": {"fields": ["email", "phone"]}});
    let parts = Parts { views: VIEW, page_time: "30s", ..Parts::default() };
    let done = app.run(&parts, "users.list", asked.clone()).await;
    let error = done.result.error.clone().unwrap();
    assert!(error.message.contains("phone: 2 elements"), "{error:?}");
    let read = done.trace.steps.iter().find(|step| step.does.starts_with("read the page of")).unwrap();
    assert!(read.ms < 15_000, "half the time of the page: {} ms", read.ms);
    app.with(|data| {
        let page =
            "<p class=phone id=old>1</p><p class=phone>2</p><script>setTimeout(() => old.remove(), 3000)</script>";
        data.pages.insert("own", page.into());
    });
    let done = app.run(&parts, "users.list", asked).await;
    assert_eq!(texts(done.result.items.as_ref().unwrap(), "phone"), ["2"]);
    app.stop().await;
}
