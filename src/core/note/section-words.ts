/** What the sections of a meeting note hold. */
export type SectionKind = 'summary' | 'actions' | 'decisions' | 'facts';

/**
 * The words over sections, a line for each language. They are those of minutes and note-takers as public templates of
 * meeting notes have them (docs/note-format.md, "Sections"); accents, case and blanks between signs of East Asian
 * scripts do not count.
 */
export const SECTION_WORDS: Readonly<Record<SectionKind, readonly string[]>> = {
  decisions: [
    'decision, decisions, decided, agreed, agreements, agreed points, agreed items, resolutions, what we decided, what was decided, what we agreed, what was agreed',
    'Entscheidung, Entscheidungen, Beschluss, Beschlüsse, Festlegungen, Vereinbarungen, entschieden, beschlossen, vereinbart',
    'décision, décisions, relevé de décisions, décidé, points actés',
    'decisión, decisiones, acuerdos, decidido, acordado, resoluciones',
    'decisione, decisioni, delibere, deciso, accordi presi',
    'decisão, decisões, deliberações, acordos, combinados',
    'besluit, besluiten, beslissing, beslissingen, afspraken, besloten',
    'decyzja, decyzje, ustalenia, postanowienia',
    'beslut, överenskommelser, beslutninger, beslutning',
    'решение, решения, договоренности',
    '決定事項, 決定, 決定内容, 決議事項, 合意事項, 決まったこと',
    '决策, 决定, 决议, 决策事项, 决定事项, 决议事项, 共识, 達成共識, 达成共识, 決策, 決議, 決策事項',
    '결정, 결정 사항, 결정된 사항, 결정 내용, 합의 사항, 의결 사항',
  ],
  actions: [
    'action, actions, action item, action items, action points, follow up, follow ups, followups, next step, next steps, to do, to dos, todo, todos, tasks, task list',
    'Aufgaben, Maßnahmen, nächste Schritte, weiteres Vorgehen, Aktionspunkte, zu erledigen',
    "prochaines étapes, tâches, à faire, plan d'action, points d'action",
    'acciones, tareas, próximos pasos, siguientes pasos, pendientes, compromisos, puntos de acción, plan de acción',
    "azioni, prossimi passi, compiti, da fare, cose da fare, punti d'azione",
    'ações, próximos passos, tarefas, itens de ação, pendências, plano de ação, encaminhamentos',
    'acties, actiepunten, actielijst, volgende stappen, vervolgstappen, taken, te doen',
    'zadania, działania, następne kroki, kolejne kroki, do zrobienia',
    'åtgärder, åtgärdspunkter, nästa steg, uppgifter, att göra, næste skridt, neste steg, opgaver, oppgaver',
    'задачи, действия, следующие шаги, план действий, поручения',
    'アクションアイテム, アクション項目, アクション, アクションプラン, ネクストアクション, ネクストステップ, タスク, 次のステップ, 今後の対応, 対応事項, 宿題, やること',
    '行动, 行动项, 行动事项, 行动计划, 待办, 待办事项, 后续行动, 后续步骤, 后续跟进, 跟进事项, 下一步, 下一步行动, 下一步计划, 任务, 行動項目, 行動事項, 待辦, 待辦事項, 後續步驟, 後續行動, 任務',
    '액션 아이템, 할 일, 할 일 목록, 실행 항목, 다음 단계, 후속 조치, 조치 사항',
  ],
  facts: [
    'fact, facts, key info, key information',
    'wichtige Informationen, Fakten, Eckdaten',
    'informations clés, faits, faits marquants',
    'información clave, datos clave, hechos',
    'informazioni chiave, fatti chiave',
    'informações chave, dados chave, fatos, factos',
    'belangrijke informatie, kerninformatie, feiten, kerngegevens',
    'kluczowe informacje, viktig information, nyckelfakta',
    'ключевая информация, важная информация, факты',
    '重要情報, 重要な情報, 主な情報, 主要情報',
    '关键信息, 重要信息, 关键事实, 關鍵資訊, 重要資訊',
    '주요 정보, 핵심 정보',
  ],
  summary: [
    'summary, overview',
    'Zusammenfassung, Überblick, Kurzfassung',
    'résumé, synthèse, resumen, riepilogo, riassunto, sintesi, resumo, sumário',
    'samenvatting, podsumowanie, sammanfattning, sammendrag, opsummering, oppsummering',
    'краткое содержание, резюме',
    '要約, 概要, サマリー, まとめ, 摘要, 总结, 總結, 요약, 개요',
  ],
};

/** Over parts of a note that end a section, even where they stand below its heading. */
export const OTHER_PARTS =
  'notes, discussion, topics, topics discussed, agenda, attendees, participants, present, transcript, background, context, questions, ' +
  'open questions, parking lot, risks, next meeting, links, resources, Notizen, Diskussion, Themen, Tagesordnung, Teilnehmer, Teilnehmende, ' +
  'offene Punkte, offene Fragen, ordre du jour, présents, notas, temas, participantes, asistentes, orden del día, note, partecipanti, ' +
  'argomenti, pauta, deelnemers, aanwezigen, notities, uczestnicy, notatki, deltagare, anteckningar, участники, заметки, ' +
  '備考, 議題, 参加者, 出席者, メモ, 备注, 議程, 议程, 讨论, 参会人, 参与者, 参会人员, 參與者, 참석자, 안건, 메모, 논의';

/** Before those words, they tell no other section: `Key decisions`, `Summary of decisions`. */
export const QUALIFIERS =
  'key main final meeting call important major formal agreed our all the new customer internal team list summary of log executive ' +
  'wichtige wichtigste getroffene gefasste offene die unsere les principales principaux cles las los principais principali ' +
  'belangrijke belangrijkste genomen kluczowe najważniejsze podjęte viktiga fattade принятые ключевые';

/** After them, neither: `Decisions made`, `Azioni da fare`. */
export const FOLLOWERS =
  'made taken reached agreed log list record records register summary tracker table overview today so far tasks owners ' +
  'prises prise cles à a mener faire réaliser tomadas tomados tomada alcanzados prese presi da fare por hacer clave chave chiave ' +
  'pendientes pendentes genomen getroffen gefasst podjęte fattade принятые ключевые fazer';

/** Before a word of an East Asian script, they tell no other section. */
export const UNSPACED_QUALIFIERS = /^(?:会议|會議|本次|主要|关键|關鍵|重要な|重要|主な|회의|주요|핵심)/;
