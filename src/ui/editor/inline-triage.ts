import { MarkdownView, type Plugin } from 'obsidian';
import { followInlineTriage, type InlineTriageParts } from '../inline-triage/inline-triage';
import { RenderedLines, rememberedLines } from '../inline-triage/rendered-lines';
import { createDecideLines } from '../triage/decide-lines';
import type { FieldFormat } from '../../core/task/tasks-tail';
import type { PlanActions } from '../triage/run-plan';
import { proposalButtons } from './proposal-buttons';

interface Parts extends Omit<InlineTriageParts, 'decideLines'> {
  readonly owner: Plugin;
  readonly actions: PlanActions;
  readonly taskFormat: () => FieldFormat;
}

/** Puts buttons on the proposed lines of notes, in Live Preview and in reading view, as long as `owner` is loaded. */
export function createInlineTriage({ owner, ...parts }: Parts): void {
  const inline = followInlineTriage({ ...parts, decideLines: createDecideLines(parts) });
  const readLines = rememberedLines();
  const rendered = new Set<RenderedLines>();
  owner.registerEditorExtension(proposalButtons(inline));
  owner.registerMarkdownPostProcessor((el, context) => {
    if (el.querySelector('li.task-list-item') === null) return;
    const lines = new RenderedLines(el, context, inline, readLines);
    rendered.add(lines);
    lines.register(() => rendered.delete(lines));
    context.addChild(lines);
  });
  owner.register(() => {
    // They belong to the reading views, which stay.
    [...rendered].forEach((lines) => lines.unload());
    inline.stop();
  });
  // Notes that are read already were rendered without the buttons.
  const { workspace } = owner.app;
  if (!workspace.layoutReady) return;
  workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof MarkdownView && view.getMode() === 'preview') view.previewMode.rerender(true);
  });
}
