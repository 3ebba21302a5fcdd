import { remembered } from '../base/remembered';

/** What a key of the front matter, a label or a heading tells of a note. */
export type Told = 'account' | 'people' | 'absent' | 'day' | 'title' | 'source';

/** The words for each, in the languages that notes are written in, folded; those that the settings name come first. */
const WORDS: Readonly<Record<Told, string>> = {
  account:
    'account customer client company org organization organisation kunde kundin kunden firma unternehmen cliente empresa azienda entreprise societe klant bedrijf kund foretag klient клиент заказчик компания 客户 客戶 客户名称 顧客 顧客名 お客様 取引先 고객 고객사',
  people:
    'attendees attendee attendance attended participants participant present inattendance whoattended guests teilnehmer teilnehmende teilnehmerin teilnehmerinnen teilnehmerliste anwesend anwesende beteiligte participantes presents presentes asistentes partecipanti presenti aanwezig aanwezigen deelnemers deltagare narvarande deltagere deltakere tilstede osallistujat uczestnicy obecni ucastnici katılımcılar участники присутствовали присутствующие учасники 参加者 出席者 参会人员 參會人員 参会人 参会者 与会者 與會者 与会人员 参与者 參與者 参与人 出席人员 참석자 참가자 참여자',
  absent:
    'absent absents absentees notpresent apologies regrets excused declined abwesend abwesende entschuldigt excuses ausentes assenti afwezig afwezigen franvarande fravarende poissa nieobecni отсутствовали отсутствующие 欠席者 缺席 缺席者 缺席人员 불참자',
  day: 'date day meetingdate dateofmeeting meetingday datetime dateandtime datetimeofmeeting heldon scheduledon scheduledfor happenedat when datum termin besprechungsdatum fecha data dataehora datespotkania dato paivamaara tarih дата датавстречи 日期 日付 日時 时间 時間 会议日期 会议时间 会議日期 会議時間 開催日 開催日時 날짜 일시 일자',
  title:
    'title subject meetingtitle titel betreff titre objet titulo asunto assunto titolo oggetto onderwerp tytul temat тема 标题 標題 主题 主題 会议主题 件名 題名 会議名 제목 회의명',
  source: 'source',
};

/** The words of keys and labels, and what they tell. */
export interface KeyWords {
  /** What a label or a heading tells, as it is written, and its word, folded; null where it tells nothing. */
  readonly toldBy: (label: string) => { readonly told: Told; readonly word: string } | null;
  /** Those of some keys of front matter, folded, that tell it; the one that counts most first. */
  readonly keysIn: (told: Told, keys: readonly string[]) => readonly string[];
}

/** Words before one for people that say whose they are: "client attendees". */
const WHOSE =
  /^(?:internal|external|client|customer|our|their|key|meeting|call|required|optional|other|team|all|who|listof|externe|interne|weitere|alle)(?=.)/;

/** Makes the words once. `accountKeys`: the keys that name an account, in order, as the settings have them. */
export function keyWords(accountKeys: readonly string[]): KeyWords {
  const own = accountKeys.map(foldKey);
  const lists = Object.fromEntries(
    Object.entries(WORDS).map(([told, words]) => [
      told,
      told === 'account' ? [...new Set([...own, ...words.split(' ')])] : words.split(' '),
    ]),
  ) as unknown as Readonly<Record<Told, readonly string[]>>;
  const ranks = new Map(
    (Object.keys(lists) as Told[]).flatMap((told) =>
      (told === 'account' ? lists.account.flatMap(accountForms) : lists[told]).map(
        (word, rank) => [word, { told, rank }] as const,
      ),
    ),
  );
  const byWord = new Map(
    (Object.keys(lists) as Told[]).flatMap((told) => lists[told].map((word) => [word, told] as const)),
  );
  const toldByWord = (word: string): Told | null => {
    const told = byWord.get(word) ?? byWord.get(word.replace(/name$/, ''));
    if (told !== undefined) return told;
    const rest = word.replace(WHOSE, '');
    return rest !== word && byWord.get(rest) === 'people' ? 'people' : null;
  };
  return {
    toldBy: remembered((label) => {
      const word = foldLabel(label);
      const told = toldByWord(word);
      return told === null ? null : { told, word };
    }),
    keysIn(told, keys) {
      const found = keys.filter((key) => ranks.get(key)?.told === told);
      return found.length < 2 ? found : found.sort((a, b) => ranks.get(a)!.rank - ranks.get(b)!.rank);
    },
  };
}

/** As keys, accounts also have an s (a list), or a “name” behind them. */
function accountForms(word: string): readonly string[] {
  return /^[a-z]+$/.test(word) ? [word, `${word}s`, `${word}name`] : [word];
}

/** A key as all its spellings are: `Created At`, `created_at` and `createdAt` are "createdat". */
export function foldKey(key: string): string {
  if (/^[a-z]+$/.test(key)) return key;
  const plain = /[^ -~]/.test(key)
    ? key
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : key;
  return plain.toLowerCase().replace(/[\s_-]/g, '');
}

/** The word of a label or a heading as keys are folded: signs, numbers before it and what brackets hold do not count. */
export function foldLabel(label: string): string {
  return foldKey(label.replace(/[(（[][^()（）[\]]*[)）\]]/g, '').replace(/[^\p{L}\p{M}\s]/gu, '')).trim();
}
