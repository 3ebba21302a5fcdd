import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/change/apply';
import { createEdit, type Edit } from '../../../src/core/change/edit';
import { groupsLed } from '../../../src/core/change/follow';
import { surveyText } from '../../../src/core/change/survey';
import { foreseeTurn, inTurns } from '../../../src/core/change/turns';

/** Groups of lines in some notes, in any order: `- [?] best 3`, `- [?] copy 3`; one line may be said several times. */
const scene = fc
  .record({
    groups: fc.array(fc.record({ best: fc.nat({ max: 3 }), copies: fc.array(fc.nat({ max: 3 }), { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
    order: fc.infiniteStream(fc.nat()),
    gone: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
  })
  .map(({ groups, order, gone }) => {
    const lines = groups
      .flatMap(({ best, copies }, group) => [
        { note: best, text: `- [?] best ${group}`, group },
        ...copies.map((note) => ({ note, text: `- [?] copy ${group}`, group })),
      ])
      .map((line) => ({ ...line, at: Number(order.next().value) }))
      .sort((a, b) => a.at - b.at);
    return { lines, gone };
  });

function plan(lines: readonly { readonly note: number; readonly text: string; readonly group: number }[]): {
  readonly texts: Map<string, string>;
  readonly notes: readonly { readonly path: string; readonly edits: readonly Edit[] }[];
  readonly follows: ReadonlyMap<Edit, Edit>;
} {
  const texts = new Map<string, string>();
  const best = new Map<number, Edit>();
  const copies: { readonly group: number; readonly edit: Edit }[] = [];
  const notes = [...new Set(lines.map(({ note }) => note))].map((note) => {
    const own = lines.filter((line) => line.note === note);
    const path = `${note}.md`;
    texts.set(path, own.map(({ text }) => text).join('\n') + '\nend');
    const survey = surveyText(texts.get(path)!);
    const edits = own.map(({ text, group }, line) => {
      const isBest = text.includes('best');
      const edit = createEdit(survey, {
        path,
        line,
        count: 1,
        replacement: [text.replace('[?]', isBest ? '[ ]' : '[-]')],
      });
      if (isBest) best.set(group, edit);
      else copies.push({ group, edit });
      return edit;
    });
    return { path, edits };
  });
  return { texts, notes, follows: new Map(copies.map(({ group, edit }) => [edit, best.get(group)!])) };
}

/** Writes an action as the host does; `meddle` changes a text before each write. */
function write(
  { texts, notes, follows }: ReturnType<typeof plan>,
  meddle: (text: string) => string = (text) => text,
): void {
  const led = new Set<number>();
  for (const { path, edits } of inTurns(notes, follows)) {
    const applied = applyEdits(meddle(texts.get(path)!), edits, led);
    texts.set(path, applied.text);
    groupsLed(edits, (index) => applied.outcomes[index]!.ok).forEach((group) => led.add(group));
  }
}

describe('the lines of groups', () => {
  test('are all written, each note twice at most, in whatever order they come', () => {
    fc.assert(
      fc.property(scene, ({ lines }) => {
        const planned = plan(lines);
        const turns = inTurns(planned.notes, planned.follows);
        expect(turns.flatMap(({ edits }) => edits)).toHaveLength(lines.length);
        expect(turns.length).toBeLessThanOrEqual(2 * planned.notes.length);
        const unique = lines.filter(({ text }, at) => lines.findIndex((line) => line.text === text) === at);
        const alone = plan(unique);
        write(alone);
        expect([...alone.texts.values()].join('\n')).not.toContain('[?]');
      }),
    );
  });

  test('a copy is never marked where its best line was not written, whatever is cut away meanwhile', () => {
    fc.assert(
      fc.property(scene, ({ lines, gone }) => {
        const planned = plan(lines);
        let count = 0;
        write(planned, (text) =>
          text
            .split('\n')
            .filter((line) => !line.startsWith('- [?]') || !gone.includes(count++))
            .join('\n'),
        );
        const all = [...planned.texts.values()].join('\n');
        for (const [, group] of all.matchAll(/- \[-\] copy (\d)/g)) expect(all).toContain(`- [ ] best ${group}`);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is taken back needs no best line, and what is done again does', () => {
    const planned = plan([
      { note: 0, text: '- [?] best 0', group: 0 },
      { note: 1, text: '- [?] copy 0', group: 0 },
    ]);
    const [best, copy] = inTurns(planned.notes, planned.follows);
    const written = applyEdits(planned.texts.get('1.md')!, copy!.edits, new Set([0]));
    expect(written.text).toBe('- [-] copy 0\nend');
    const undo = written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    const undone = applyEdits(written.text, undo);
    expect(undone.text).toBe('- [?] copy 0\nend');
    const redo = undone.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    expect(applyEdits(undone.text, redo).outcomes).toMatchObject([{ ok: false, error: { reason: 'alone' } }]);
    expect(applyEdits(undone.text, redo, new Set([0])).text).toBe(written.text);
    expect(groupsLed(best!.edits, () => false)).toEqual([]);
  });

  test('of a later turn are found again, though lines alike stand beside them', () => {
    fc.assert(
      fc.property(scene, ({ lines }) => {
        const planned = plan(lines);
        const turns = [...inTurns(planned.notes, planned.follows)];
        const led = new Set<number>();
        const texts = new Map(planned.texts);
        for (const [index, { path }] of turns.entries()) {
          const { edits } = turns[index]!;
          const again = turns.findIndex((turn, at) => at > index && turn.path === path);
          const { text, outcomes, later } = foreseeTurn(texts.get(path)!, edits, turns[again]?.edits ?? [], led);
          expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
          groupsLed(edits, () => true).forEach((group) => led.add(group));
          texts.set(path, text);
          if (again !== -1) turns[again] = { path, edits: later };
        }
        expect([...texts.values()].join('\n')).not.toContain('[?]');
      }),
    );
  });
});
