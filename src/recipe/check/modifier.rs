//! What stands beside a step's verb: `commit`, `opens`, `dialog`.

use super::Checker;
use super::scope::Scope;
use crate::recipe::source::{DialogSource, StepSource};
use crate::recipe::step::DialogRule;
use crate::recipe::yaml::Recovered;

impl Checker<'_> {
    pub(super) fn commit_mark(&self, source: &StepSource, scope: &mut Scope) -> bool {
        let Some(mark) = &source.commit else { return false };
        let commit = mark.get().copied().unwrap_or_default();
        if !commit {
            return false;
        }
        let help = if scope.looping && scope.per_item.is_none() {
            Some(
                "commit once after the loop; a commit per item stands in `users.grant` and `users.revoke`, in a `for_each` over `change.<field>.add` or `.remove`",
            )
        } else if !scope.commit {
            Some("only steps of writing actions and of the login commit; remove it")
        } else {
            None
        };
        if let Some(help) = help {
            scope.broken = true;
            let place = if scope.looping { "this `for_each`" } else { scope.place };
            self.error("misplaced_commit", mark.span, format!("`commit` cannot stand in {place}"), help);
        }
        let can = [
            source.click.is_some(),
            source.press.is_some(),
            source.check.is_some(),
            source.uncheck.is_some(),
            source.set_checked.is_some(),
            source.choose.is_some(),
            source.totp.is_some(),
        ];
        if !can.contains(&true) {
            self.error(
                "misplaced_commit",
                mark.span,
                "this step cannot commit",
                "`click`, `press`, `check`, `uncheck`, `set_checked`, `choose` and, in the login, `totp` can; mark the step that saves",
            );
        }
        true
    }

    /// Whether the step opens a tab that is followed.
    pub(super) fn opens_tab(&self, source: &StepSource, scope: &Scope) -> bool {
        let Some(opens) = &source.opens else { return false };
        if source.click.is_none() {
            let help = "`opens` stands beside the `click` that opens the tab";
            self.error("misplaced_modifier", opens.span, "this step opens no tab", help);
        } else if !scope.commit {
            let message = format!("no tab can be followed in {}", scope.place);
            let help =
                "only steps of writing actions and of the login go on in a tab; load its page with `goto` instead";
            self.error("misplaced_modifier", opens.span, message, help);
        }
        opens.get().is_some()
    }

    pub(super) fn dialog(
        &self,
        dialog: &Recovered<DialogSource>,
        step: &StepSource,
        scope: &Scope,
    ) -> Option<DialogRule> {
        let source = dialog.get()?;
        if step.click.is_none() && step.press.is_none() && step.goto.is_none() && step.choose.is_none() {
            self.error(
                "misplaced_modifier",
                dialog.span,
                "this step opens no native dialog",
                "`dialog` stands beside `click`, `press`, `choose` or `goto`",
            );
        }
        match (&source.accept, &source.dismiss) {
            (Some(text), None) => Some(DialogRule { accept: true, text: self.matcher(text, scope)? }),
            (None, Some(text)) => Some(DialogRule { accept: false, text: self.matcher(text, scope)? }),
            _ => {
                self.error(
                    "bad_dialog",
                    dialog.span,
                    "a dialog is either accepted or dismissed",
                    "write `{accept: {prefix: Delete}}` or `{dismiss: …}`",
                );
                None
            }
        }
    }
}
