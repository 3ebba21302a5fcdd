import { describe, expect, it } from '@jest/globals';
import { headingText, sectionKind, trackSections } from '../../../src/core/note/sections';

describe('sectionKind', () => {
  it.each([
    ['Action Items', 'actions'],
    ['ACTION ITEMS', 'actions'],
    ['Actions', 'actions'],
    ['Action\u00a0items', 'actions'],
    ['Follow-ups', 'actions'],
    ['Follow\u2011ups', 'actions'],
    ['Follow\u2010up', 'actions'],
    ['Follow ups & owners', 'actions'],
    ['Followups', 'actions'],
    ['Next Steps', 'actions'],
    ['Next\u2011steps', 'actions'],
    ['(Next steps)', 'actions'],
    ['To-dos', 'actions'],
    ['2. Action items', 'actions'],
    ['✅ Action items', 'actions'],
    ['Action items (proposed)', 'actions'],
    ['Decisions', 'decisions'],
    ['Decision', 'decisions'],
    ['Key Decisions', 'decisions'],
    ['(Key) Decisions', 'decisions'],
    ['[Key] decisions', 'decisions'],
    ['Decisions made', 'decisions'],
    ['Key Information', 'facts'],
    ['Key facts', 'facts'],
    ['Key Facts & figures', 'facts'],
    ['Facts', 'facts'],
    ['(Key) Information', 'facts'],
    ['Key information:', 'facts'],
    ['Summary', 'summary'],
    ['Executive summary', 'summary'],
    ['Summary of the call', 'summary'],
    ['Meeting decisions', 'decisions'],
    ['Final Decisions:', 'decisions'],
    ['Decision log', 'decisions'],
    ['Agreed', 'decisions'],
    ['Agreed decisions', 'decisions'],
    ['Agreements', 'decisions'],
    ['What we decided', 'decisions'],
    ['Summary of decisions', 'decisions'],
    ['Discussion & Decisions', 'decisions'],
    ['IV. Decisions', 'decisions'],
    [':white_check_mark: Decision', 'decisions'],
    ['==Decision==', 'decisions'],
    ['Decision #log', 'decisions'],
    ['Decision ^dec-1', 'decisions'],
    ['Agreed actions', 'actions'],
    ['Action points', 'actions'],
    ['Next Steps (Action Items)', 'actions'],
    ['Tasks', 'actions'],
    ['✅ Beschlüsse & Entscheidungen', 'decisions'],
    ['Nächste Schritte', 'actions'],
    ['MASSNAHMEN', 'actions'],
    ['Décisions prises', 'decisions'],
    ['Actions à mener', 'actions'],
    ["Plan d'action", 'actions'],
    ['Informations clés', 'facts'],
    ['Acuerdos', 'decisions'],
    ['Próximos pasos', 'actions'],
    ['Decisioni prese', 'decisions'],
    ['Azioni da fare', 'actions'],
    ['Decisões Tomadas', 'decisions'],
    ['Itens de Ação (Plano de Ação)', 'actions'],
    ['Besluiten', 'decisions'],
    ['Actiepunten', 'actions'],
    ['Kluczowe decyzje', 'decisions'],
    ['🔥 Задачи и действия', 'actions'],
    ['■ 決定事項', 'decisions'],
    ['アクションアイテム', 'actions'],
    ['会议决议', 'decisions'],
    ['决策事项', 'decisions'],
    ['二、行动项', 'actions'],
    ['결정 사항', 'decisions'],
    ['주요 결정사항', 'decisions'],
    ['할 일', 'actions'],
    ['Zusammenfassung', 'summary'],
    ['Decision tree', null],
    ['Decision makers', null],
    ['Decision criteria', null],
    ['Decisions needed', null],
    ['Decisions to make', null],
    ['Pending decisions', null],
    ['Agreed pricing', null],
    ['License agreement', null],
    ['Information', null],
    ['General information', null],
    ['Agreement with Gull', null],
    ['Our tasking model', null],
    ['Factory tour', null],
    ['Actionable insights', null],
    ['Undecided', null],
    ['Decisiveness', null],
    ['Key people', null],
    ['Notes', null],
    ['', null],
    ['📅', null],
    ['Summarizing', null],
  ])('%j opens %j', (heading, kind) => {
    expect(sectionKind(heading)).toBe(kind);
  });
});

describe('headingText', () => {
  it.each([
    ['## **Decisions**:', 'Decisions'],
    ['# a # b ##', 'a # b'],
    ['#', ''],
    ['###### `x`', 'x'],
    ['  ## a', 'a'],
    ['## C#', 'C#'],
    ['# a\\[\\[b\\]\\] \\<c> \\*d\\*', 'a[[b]] <c> *d*'],
    ['# snake_case 2 * 3', 'snake_case 2 * 3'],
    ['# Top \\#', 'Top #'],
    ['# C:\\path', 'C:\\path'],
  ])('%j is %j', (line, text) => {
    expect(headingText(line)).toBe(text);
  });
});

describe('trackSections', () => {
  it('goes on through deeper headings, ends at others, and takes the title for no section', () => {
    const sections = trackSections('Decisions on the pilot');
    const kinds = [
      '# Decisions on the pilot',
      '## Decisions',
      '### Money',
      '#### Facts',
      '### Time',
      '## Other',
      '# Key facts',
      '###### Deep',
    ].map((line) => {
      sections.enter(line);
      return sections.kind();
    });
    expect(kinds).toEqual([null, 'decisions', 'decisions', 'facts', 'decisions', null, 'facts', 'facts']);
    expect(sections.heading()).toBe('Deep');
  });
});
