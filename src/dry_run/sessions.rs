//! Logging in with what the app does not take, and sessions that end in the middle.

use crate::contract::{ErrorKind, ResourceKind, Verb};
use crate::fixture::Fault;
use crate::recipe::{RuleOutcome, SecretName};

use super::case::{Act, Case, Expect, Kind, WrongSecret};
use super::sample::{Sample, again, list, on};

pub(super) fn cases(sample: Sample<'_>) -> Vec<Case> {
    let recipe = &sample.prepared.recipe;
    let mut cases = Vec::new();
    let Some(list) = list(ResourceKind::Users) else { return cases };
    let refused = |kind: ErrorKind| Expect::Refused(vec![kind]);
    // The second job must not type the rejected password again.
    let twice = |kind: ErrorKind| vec![Act::new(list.clone(), refused(kind)), Act::new(again(&list), refused(kind))];
    let mut wrong = Case::new(Kind::Session, "wrong-password", twice(ErrorKind::BadCredentials));
    wrong.setup.wrong = Some(WrongSecret::Password);
    cases.push(wrong);
    if recipe.service_account.contains(&SecretName::Totp) {
        let mut wrong = Case::new(Kind::Session, "wrong-code", vec![Act::new(list.clone(), Expect::Refused(vec![]))]);
        wrong.setup.wrong = Some(WrongSecret::Seed);
        cases.push(wrong);
    }
    let knows = recipe.session.outcomes.iter().any(|rule| rule.is == RuleOutcome::Error(ErrorKind::Captcha));
    let kinds = if knows { vec![ErrorKind::Captcha] } else { vec![] };
    let mut captcha = Case::new(Kind::Session, "captcha", vec![Act::new(list.clone(), Expect::Refused(kinds))]);
    captcha.setup.faults.push(Fault::Captcha);
    cases.push(captcha);
    let write = sample.newcomer().and_then(|wish| on(Verb::Create, &wish));
    let write = write.filter(|_| sample.offers(ResourceKind::Users, Verb::Create));
    for requests in [1, 3, 5] {
        let job = write.clone().unwrap_or_else(|| list.clone());
        let mut expired =
            Case::new(Kind::Session, &format!("expires/{requests}"), vec![Act::new(job, Expect::Truthful)]);
        expired.setup.faults.push(Fault::ExpireSession(requests));
        cases.push(expired);
    }
    cases
}
