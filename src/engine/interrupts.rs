//! What may pop up at any time, and is got rid of: the recipe's `interrupts`.

use crate::browser::Probe;

use super::attempt::Attempt;
use super::compile::Compiler;
use super::failure::Attempted;

impl Attempt<'_> {
    /// These conditions, and after them what each interrupt is known by. One that was handled as often as it may be never
    /// holds.
    pub(super) fn or_interrupts(&self, probes: &[Probe]) -> Attempted<Vec<Probe>> {
        let compiler = Compiler::new(&self.scope);
        let mut all = probes.to_vec();
        for (index, interrupt) in self.recipe.interrupts.iter().enumerate() {
            let may = self.page.may_interrupt(index, interrupt.max);
            all.push(if may { compiler.probe(&interrupt.when)? } else { Probe::Known { holds: false } });
        }
        Ok(all)
    }

    /// Gets rid of what came up.
    pub(super) async fn handle_interrupt(&mut self, index: usize) -> Attempted<()> {
        let recipe = self.recipe;
        let interrupt = &recipe.interrupts[index];
        self.page.interrupted(index);
        for step in &interrupt.steps {
            Box::pin(self.step(step)).await?;
        }
        self.page.unrecognised();
        Ok(())
    }

    /// After a failed command, or a page that is not what it should be: was something in the way that the recipe knows?
    /// Then it is gone now.
    pub(super) async fn cleared_the_way(&mut self) -> Attempted<bool> {
        let probes = self.or_interrupts(&[])?;
        if probes.iter().all(|probe| matches!(probe, Probe::Known { holds: false })) {
            return Ok(false);
        }
        let now = self.step_deadline(None);
        let held = self.session()?.probe(&probes, now).await.unwrap_or_default();
        let Some(index) = held.iter().position(|held| *held) else { return Ok(false) };
        self.handle_interrupt(index).await?;
        Ok(true)
    }
}
