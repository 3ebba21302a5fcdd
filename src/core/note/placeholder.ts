import { remembered } from '../base/remembered';
import { between, foldSpace } from '../text/space';

/** What people and templates write where they know no name, folded, without signs at the ends. */
const NOBODY = new Set(
  (
    'n/a|na|none|nil|null|nobody|unknown|undefined|unassigned|tbd|tba|tbc|todo|xxx|xyz|not known|not specified|not applicable|not available|true|false|' +
    'k. a|k.a|keine|keiner|unbekannt|offen|aucun|aucune|inconnu|s/o|ninguno|desconocido|nessuno|sconosciuto|nenhum|desconhecido|geen|onbekend|ingen|okänd|ukjent|brak|nieznany|нет|неизвестно|' +
    'なし|未定|不明|未詳|无|無|未知|待定|暂无|없음|미정|해당 없음'
  ).split('|'),
);
/** A name of what is to stand there: `CLIENT NAME`, `Your company`, `name of the customer`. */
const OF_A_TEMPLATE =
  /^(?:(?:insert|enter|add|your|the) )?(?:(?:account|customer|client|company|organi[sz]ation|project|person|attendee|participant|first|last|full|kunden?|firmen?|cliente|client)[ _-]?(?:names?)?|name(?:n|s)?(?: of (?:the )?\w{1,20}| des kunden| der firma)?|nom du client|nombre del cliente|nome del cliente|nome do cliente|客户名称|顧客名|会社名|고객명)(?: here| \d)?$/;

/** Whether a value names nobody: a placeholder ("N/A", "TBD", "CLIENT NAME", "[Name]"), or a template's. */
export const isPlaceholder = remembered(namesNobody);

function namesNobody(value: string): boolean {
  if (/[{<%]/.test(value) && /\{\{|<%|\$\{|%[A-Z_]{1,40}%/.test(value)) return true;
  const text = foldSpace(value.slice(0, 100)).toLowerCase();
  const bare = between(text, /[^[<({“"'?.…_*–—-]/, /[^\])}>”"'?.…_*–—-]/).trim();
  return bare === '' ? /^[-–—_?.…\s]*$/.test(value) : NOBODY.has(bare) || OF_A_TEMPLATE.test(bare);
}
