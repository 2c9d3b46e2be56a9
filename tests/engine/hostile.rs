//! Pages that fight whoever reads them: what they do ends in a clear error within the job's time, or does not matter at all,
//! and the next job on a sober page succeeds. What reached the app, its own server says.

use crate::hostile_app::{Hostile, Page, foot, head};
use crate::hostile_judge::judge;
use crate::processes::processes_with;

/// How a page behaves, and how a list of its users may end.
struct Case {
    name: &'static str,
    page: Page,
    ends: &'static [&'static str],
}

fn case(name: &'static str, page: Page, ends: &'static [&'static str]) -> Case {
    Case { name, page, ends }
}

/// Plays all cases in one app, a sober list after each; no process of a browser is left at the end.
async fn all_end(mut app: Hostile, cases: Vec<Case>) {
    let only = std::env::var("IDLCM_HOSTILE").unwrap_or_default();
    let mut wrong = Vec::new();
    for Case { name, page, ends } in cases {
        if !name.contains(&only) {
            continue;
        }
        app.behave(page);
        let ended = app.list().await;
        println!("{:>7} ms  {name}: {}", ended.took.as_millis(), ended.kind());
        wrong.extend(judge(&ended, &app.emails(), ends).into_iter().map(|why| format!("{name}: {why}")));
        if let Some(profile) = app.profile() {
            // One tab's worth of processes, whatever the page opened: guard, driver and browser besides.
            let processes = processes_with(&profile);
            if processes > 16 {
                wrong.push(format!("{name}: {processes} processes of the browser"));
            }
        }
        app.behave(Page::Sober);
        let sober = app.list().await;
        println!("{:>7} ms  … and then: {}", sober.took.as_millis(), sober.kind());
        wrong
            .extend(judge(&sober, &app.emails(), &["succeeded"]).into_iter().map(|why| format!("after {name}: {why}")));
    }
    let profile = app.profile();
    app.stop().await;
    if let Some(profile) = profile {
        assert_eq!(processes_with(&profile), 0, "processes of {profile} are left");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The page never becomes one that can be read: the app is to blame.
const APP: &[&str] = &["app_unavailable", "app_busy", "unexpected_page"];
/// It fights, and may be read all the same.
const ANY: &[&str] = &["succeeded", "app_unavailable", "app_busy", "unexpected_page", "unexpected_dialog"];

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_never_become_a_page() {
    let attachment = vec![("content-type", "text/html"), ("content-disposition", "attachment; filename=a.html")];
    let basic = vec![("www-authenticate", "Basic realm=users")];
    let cases = vec![
        case("endless redirects", Page::Redirects, APP),
        case("a redirect to itself", Page::Answer(302, vec![("location", "/users")]), APP),
        case("a redirect to nowhere", Page::Answer(302, vec![("location", "http://127.0.0.1:1/")]), ANY),
        case("a redirect to a script", Page::Answer(302, vec![("location", "javascript:alert(1)")]), APP),
        case("no content", Page::Answer(204, vec![]), APP),
        case("a download in place of the page", Page::Answer(200, attachment), APP),
        case("a password of the browser's own", Page::Answer(401, basic), ANY),
        case("a refresh by header", Page::Answer(200, vec![("refresh", "0; url=/users?again")]), APP),
        case("a page without its end", Page::NeverEnds, ANY),
        case("a byte a second", Page::Drips, APP),
        case("bytes for ever", Page::Floods, ANY),
    ];
    Box::pin(all_end(Hostile::start().await, cases)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_move_on_for_ever() {
    let refresh = "<meta http-equiv=refresh content='0; url=/users?again'>";
    let frames = "const frame = document.createElement('iframe'); frame.src = '/users?' + Math.random(); document.body.append(frame)";
    let cases = vec![
        case("meta refresh", Page::Head(refresh.to_owned()), ANY),
        case("location.replace", head("location.replace('/users?' + Math.random())"), APP),
        case("reload", foot("location.reload()"), ANY),
        case(
            "pushState",
            foot(
                "(function go() { for (let i = 0; i < 50; i += 1) history.pushState({}, '', '/users?' + Math.random()); setTimeout(go) })()",
            ),
            ANY,
        ),
        case("fragments", foot("setInterval(() => { location.hash = Math.random() }, 1)"), ANY),
        case("frames in frames", foot(frames), ANY),
        case(
            "document.write",
            foot("setInterval(() => { document.open(); document.write('<h1>Users</h1>'); document.close() }, 5)"),
            ANY,
        ),
    ];
    Box::pin(all_end(Hostile::start().await, cases)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_fight_the_driver() {
    let cases = vec![
        case("alerts", head("setInterval(() => alert('again'), 0)"), &["unexpected_dialog"]),
        case("an alert without end", head("for (;;) alert('again')"), &["unexpected_dialog", "app_busy"]),
        case("prompts", foot("setInterval(() => prompt('x'.repeat(5e6)), 50)"), &["unexpected_dialog", "succeeded"]),
        case(
            "a page that stays",
            foot("onbeforeunload = (event) => { event.preventDefault(); event.returnValue = 'stay' }"),
            &["succeeded"],
        ),
        case("a loop", head("for (;;);"), &["app_busy"]),
        case("a loop that begins late", foot("setTimeout(() => { for (;;); }, 60)"), &["app_busy", "succeeded"]),
        case(
            "a request that blocks",
            foot(
                "const x = new XMLHttpRequest; x.open('GET', '/users?slow', false); setTimeout(() => { for (;;) { x.open('GET', '/start', false); x.send() } }, 50)",
            ),
            ANY,
        ),
        case("close", foot("window.close(); setInterval(() => { window.open('', '_self'); window.close() }, 20)"), ANY),
        case("popups", foot("setInterval(() => window.open('/start', '_blank'), 30)"), ANY),
        case(
            "popups that speak",
            foot(
                "for (let i = 0; i < 5; i += 1) { const w = window.open('about:blank', 'w' + i); w?.eval?.('setInterval(() => alert(1), 5)') }",
            ),
            ANY,
        ),
        case("downloads", foot("setInterval(() => { location.href = '/export' }, 50)"), ANY),
        case(
            "downloads by links",
            foot(
                "setInterval(() => { const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'f'; a.click() }, 30)",
            ),
            ANY,
        ),
        case("print", foot("setInterval(() => print(), 20)"), ANY),
        case("a debugger", foot("setInterval(() => { debugger }, 5)"), &["succeeded"]),
        case(
            "focus",
            foot("setInterval(() => { document.body.focus(); document.activeElement.blur(); window.blur() }, 1)"),
            &["succeeded"],
        ),
    ];
    Box::pin(all_end(Hostile::start().await, cases)).await;
}

/// Each of these replaces what every page has by something that throws, hangs or lies.
const BROKEN: &[(&str, &str)] = &[
    (
        "Array that throws",
        "for (const name of ['map', 'filter', 'some', 'every', 'find', 'flatMap', 'includes', 'join', 'push', 'slice', 'sort', 'forEach']) Array.prototype[name] = () => { throw new Error('no') }",
    ),
    (
        "Array that hangs",
        "for (const name of ['map', 'filter', 'some', 'every', 'flatMap']) Array.prototype[name] = () => { for (;;); }",
    ),
    ("iterators", "Array.prototype[Symbol.iterator] = function* () { for (;;) yield 1 }"),
    ("JSON", "JSON.stringify = () => '[]'; JSON.parse = () => { throw new Error('no') }"),
    ("JSON that hangs", "JSON.stringify = () => { for (;;); }"),
    ("Promise", "window.Promise = function () { throw new Error('no') }; Object.prototype.then = function () {}"),
    ("then", "Promise.prototype.then = () => {}; Promise.prototype.catch = () => {}"),
    (
        "timers",
        "window.setTimeout = window.setInterval = () => 0; window.clearTimeout = window.clearInterval = () => { throw new Error('no') }",
    ),
    ("MutationObserver", "window.MutationObserver = class { observe() { for (;;); } disconnect() {} }"),
    ("no MutationObserver", "delete window.MutationObserver"),
    (
        "elements that throw",
        "for (const name of ['getAttribute', 'closest', 'matches', 'getBoundingClientRect', 'querySelectorAll', 'hasAttribute']) Element.prototype[name] = () => { throw new Error('no') }",
    ),
    ("elements that hang", "Element.prototype.getAttribute = () => { for (;;); }"),
    (
        "elements that lie",
        "for (const name of ['textContent', 'parentNode', 'childNodes', 'firstChild']) Object.defineProperty(Node.prototype, name, { get: () => null })",
    ),
    (
        "documents",
        "document.querySelector = document.querySelectorAll = document.createTreeWalker = () => []; Document.prototype.elementFromPoint = () => null",
    ),
    ("styles", "window.getComputedStyle = () => ({})"),
    ("clocks", "performance.now = () => 0; Date.now = () => NaN"),
    (
        "Map",
        "Map.prototype.get = Map.prototype.has = WeakMap.prototype.get = () => { throw new Error('no') }; Set.prototype.has = () => true",
    ),
    (
        "String",
        "for (const name of ['trim', 'replace', 'toLowerCase', 'normalize', 'split', 'startsWith']) String.prototype[name] = () => 'x'; RegExp.prototype.test = () => true; RegExp.prototype.exec = () => null",
    ),
    ("Object", "Object.entries = Object.keys = Object.assign = Object.fromEntries = () => { throw new Error('no') }"),
    (
        "Reflect",
        "Reflect.apply = () => { throw new Error('no') }; Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => { throw new Error('no') }",
    ),
    (
        "our own",
        "for (const key of ['idlcm.page', 'idlcm.watch']) try { Object.defineProperty(window, Symbol.for(key), { value: { act: () => { for (;;); }, wait() {} } }) } catch {}",
    ),
    (
        "named",
        "window.onload = () => { for (const id of ['body', 'documentElement', 'defaultView', 'forms']) { const img = document.createElement('img'); img.name = id; document.body.append(img) } }",
    ),
];

/// What a page without its own prototypes may end in: the page's script says that it failed.
const BROKEN_ENDS: &[&str] =
    &["succeeded", "app_unavailable", "app_busy", "unexpected_page", "driver_error", "browser_lost"];

async fn broken(cases: &[(&'static str, &str)]) {
    let cases = cases.iter().map(|(name, script)| case(name, head(script), BROKEN_ENDS)).collect();
    Box::pin(all_end(Hostile::start().await, cases)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_break_what_our_script_is_made_of() {
    Box::pin(broken(&BROKEN[..BROKEN.len() / 2])).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes a minute; part of `make test-long`"]
async fn pages_that_break_what_our_script_is_made_of_2() {
    Box::pin(broken(&BROKEN[BROKEN.len() / 2..])).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_are_too_much() {
    let cell = |script: &str| foot(&format!("const cells = document.querySelectorAll('td'); {script}"));
    let cases = vec![
        case(
            "growth",
            foot(
                "(function grow() { for (let i = 0; i < 100; i += 1) document.body.append(document.createElement('p'), 'more'); requestAnimationFrame(grow) })()",
            ),
            ANY,
        ),
        case(
            "rows that grow",
            foot(
                "setInterval(() => { document.querySelector('table').insertRow().innerHTML = `<td>u${Math.random()}@x.example</td><td>X</td>` }, 10)",
            ),
            ANY,
        ),
        case("a long title", foot("document.title = 'x'.repeat(1e7)"), &["succeeded"]),
        case(
            "a long title of another page",
            Page::Whole(format!("<title>{}</title><h1>Other</h1>", "x".repeat(10_000_000))),
            APP,
        ),
        case("a long name", cell("cells[1].textContent = 'x'.repeat(1e6)"), &["unexpected_page", "app_busy"]),
        case(
            "a long address",
            cell("cells[0].textContent = 'x'.repeat(1e6) + '@x.example'"),
            &["unexpected_page", "app_busy"],
        ),
        case("a long number", foot("document.querySelector('#count').textContent = '9'.repeat(1e6) + ' users'"), ANY),
        case(
            "halves of characters",
            cell("cells[1].textContent = 'A\\ud800b'; cells[3].textContent = '\\udc00'; document.title = '\\ud800'"),
            &["succeeded"],
        ),
        case("zeros", cell("cells[1].textContent = 'A\\0b'"), &["succeeded"]),
        case(
            "nested",
            foot(
                "let at = document.body; for (let i = 0; i < 600; i += 1) { const next = document.createElement('div'); at.append(next); at = next }",
            ),
            &["succeeded"],
        ),
        case(
            "shadows",
            foot(
                "let at = document.body; for (let i = 0; i < 300; i += 1) { const next = document.createElement('div'); at.append(next); at = next.attachShadow({ mode: 'open' }) }",
            ),
            ANY,
        ),
        case(
            "attributes",
            foot("for (let i = 0; i < 20000; i += 1) document.body.setAttribute('data-a' + i, 'x'.repeat(100))"),
            ANY,
        ),
    ];
    Box::pin(all_end(Hostile::start().await, cases)).await;
}
