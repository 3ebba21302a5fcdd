/** What a column of a table of actions or decisions holds. */
export type Column = 'task' | 'thing' | 'owner' | 'due' | 'status' | 'priority' | 'number';

/**
 * The words over columns, in the languages of `SECTION_WORDS`, whose words stand over columns of actions and decisions,
 * too. `thing`: words that say so only beside an owner, or in a section of actions.
 */
export const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  task: 'task, tasks, action description, task description, Aufgabe, Maßnahme, Massnahme, tâche, acción, tarea, azione, compito, attività, ação, tarefa, actie, taak, actiepunt, zadanie, działanie, uppgift, åtgärd, opgave, задача, действие, 対応内容, 実施事項, 事项, 업무',
  thing:
    'item, items, what, description, activity, was, Beschreibung, quoi, qué, descripción, cosa, o que, o quê, descrição, wat, omschrijving, co, что, 内容, 対応, 事項, 내용',
  owner:
    'owner, owners, assignee, assignees, assigned to, assigned, responsible, who, by whom, person, person responsible, action owner, task owner, lead, dri, Verantwortlich, Verantwortliche, Verantwortlicher, wer, zuständig, responsable, responsables, qui, pilote, quién, encargado, asignado a, responsabile, chi, incaricato, responsável, quem, eigenaar, verantwoordelijke, verantwoordelijk, actiehouder, wie, odpowiedzialny, kto, ansvarig, ansvarlig, vem, ответственный, исполнитель, кто, 担当, 担当者, 責任者, 负责人, 责任人, 負責人, 責任人, 执行人, 담당, 담당자, 책임자',
  due: 'due, due date, due by, deadline, when, target date, eta, by when, Frist, Termin, bis, bis wann, fällig, fällig am, échéance, date limite, délai, quand, plazo, fecha límite, vencimiento, cuándo, scadenza, entro, entro quando, quando, prazo, data limite, wanneer, vervaldatum, einddatum, kiedy, förfallodatum, senast, frist, срок, дедлайн, 期限, 期日, 締切, 納期, 截止, 截止日期, 截止时间, 完成时间, 마감, 마감일, 기한',
  status:
    'status, state, done, Stand, statut, état, estado, stato, situação, стaтус, статус, ステータス, 状態, 进度, 状态, 狀態, 상태',
  priority:
    'priority, prio, Priorität, priorité, prioridad, priorità, prioridade, prioriteit, priorytet, prioritet, приоритет, 優先度, 优先级, 優先級, 우선순위',
  number: 'no, nr, id, num, n, #',
};

/** What a cell of a column of states says, by words that it holds. */
export const STATE_WORDS: readonly (readonly ['done' | 'in-progress' | 'dismissed', RegExp])[] = [
  [
    'dismissed',
    /❌|🚫|\b(?:cancell?ed|dropped|rejected|abgesagt|annule|cancelad[oa]|annullat[oa]|vervallen)\b|取消|취소|отменено/u,
  ],
  [
    'in-progress',
    /🔄|🟡|🚧|\b(?:in progress|in arbeit|ongoing|started|wip|en cours|en curso|in corso|em andamento|mee bezig|pagaende)\b|进行中|進行中|対応中|진행|в работе/u,
  ],
  [
    'done',
    /✅|☑|✔|\b(?:done|complete|completed|closed|finished|resolved|erledigt|abgeschlossen|fertig|fait|termine|terminee|hecho|completad[oa]|fatto|completat[oa]|feito|concluid[oa]|gedaan|afgerond|klar|zrobione|gotowe)\b|^(?:완료|完了|完成|已完成|готово|выполнено)$/u,
  ],
];
