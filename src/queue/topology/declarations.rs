//! Everything that has to exist on the broker.

use super::super::name;
use super::declaration::{Argument, Declaration, Keeping, Routing};
use crate::contract::IntegrationId;

/// After so many milliseconds the broker takes a message away from a worker that has not acknowledged it.
pub const CONSUMER_TIMEOUT_MS: i64 = 3_600_000;

/// Everything that has to exist for these integrations, in the order in which it is declared.
pub fn declarations(integrations: &[IntegrationId]) -> Vec<Declaration> {
    use Argument::{Number, Text};
    let exchange = |name: &str, kind, arguments| Declaration::Exchange { name: name.to_owned(), kind, arguments };
    let queue = |name: &str, kind, arguments| Declaration::Queue { name: name.to_owned(), kind, arguments };
    let binding = |from: &str, to: &str, key: &str| Declaration::Binding {
        exchange: from.to_owned(),
        queue: to.to_owned(),
        key: key.to_owned(),
    };
    // Always a positive limit: without one, 3.10 puts what is given back to the end of the queue, and 4.x drops a
    // message at its 20th delivery. Each look at a message counts as a delivery.
    let never_dropped = ("x-delivery-limit", Number(1_000_000));
    let mut all = vec![
        exchange(name::DEAD, Routing::Topic, vec![]),
        queue(name::DEAD, Keeping::Quorum, vec![never_dropped.clone()]),
        binding(name::DEAD, name::DEAD, "#"),
        exchange(name::UNROUTED, Routing::Fanout, vec![]),
        queue(name::UNROUTED, Keeping::Quorum, dies()),
        binding(name::UNROUTED, name::UNROUTED, ""),
        exchange(name::RESULTS, Routing::Topic, vec![]),
        queue(name::RESULTS, Keeping::Quorum, vec![never_dropped.clone(), ("x-overflow", Text("reject-publish"))]),
        binding(name::RESULTS, name::RESULTS, "result.#"),
        binding(name::RESULTS, name::RESULTS, "event.#"),
        queue(name::GATEWAY, Keeping::Quorum, vec![never_dropped, ("x-overflow", Text("reject-publish"))]),
        // A topic's `#` stands for no words, too: `gateway` itself is among them.
        binding(name::RESULTS, name::GATEWAY, &format!("{}.#", name::GATEWAY_KEY)),
        binding(name::RESULTS, name::GATEWAY, "event.#"),
        exchange(name::STATE, Routing::Fanout, vec![]),
        // Age is looked at only when a segment is full, and the default segment of 500 MB would hardly ever be.
        queue(
            name::STATE,
            Keeping::Stream,
            vec![("x-max-age", Text("30D")), ("x-stream-max-segment-size-bytes", Number(5_000_000))],
        ),
        binding(name::STATE, name::STATE, ""),
        queue(name::MEMBERS, Keeping::Classic, vec![]),
        exchange(name::JOBS, Routing::Direct, vec![("alternate-exchange", Text(name::UNROUTED))]),
    ];
    all.extend(integrations.iter().flat_map(of_integration));
    all
}

/// What an integration needs besides what all share: its queue, and the route there.
pub(super) fn of_integration(integration: &IntegrationId) -> [Declaration; 2] {
    use Argument::{Flag, Number};
    let name = name::job_queue(integration);
    let mut arguments = vec![("x-single-active-consumer", Flag(true))];
    arguments.extend(dies());
    arguments.extend([("x-max-length", Number(100_000)), ("x-consumer-timeout", Number(CONSUMER_TIMEOUT_MS))]);
    let key = integration.to_string();
    let binding = Declaration::Binding { exchange: name::JOBS.to_owned(), queue: name.clone(), key };
    [Declaration::Queue { name, kind: Keeping::Quorum, arguments }, binding]
}

/// The arguments of a queue whose messages become dead letters.
fn dies() -> Vec<(&'static str, Argument)> {
    vec![
        ("x-delivery-limit", Argument::Number(1000)),
        ("x-dead-letter-exchange", Argument::Text(name::DEAD)),
        ("x-dead-letter-strategy", Argument::Text("at-least-once")),
        ("x-overflow", Argument::Text("reject-publish")), // at-least-once dead letters need it
    ]
}
