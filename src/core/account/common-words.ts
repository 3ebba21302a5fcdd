/** Abbreviations that are nobody's initials. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'ai am api app ar bi ceo cfo cio cms cpu crm cso cto cv dr edi erp eu faq fte gdpr gps gpu hq hr id io ip iso it kpi lan ml mou mqtt msa nda ok okr pc ' +
    'pdf plc pm po poc pos pr qa qbr rfi rfp rfq roi saas sap sdk sku sla sms sop sow sql sso ssl tbd tls tv ui uk un us usa usb ux vat vip vm vp vpn wms'
  ).split(' '),
);

/** Words that the names of many companies hold. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'new north south east west northern southern eastern western central first one great grand royal saint san santa general national united global ' +
    'international world american european city state big little old red green black white blue golden silver data digital smart port mount lake river bank ' +
    'banque house club group company university college school hospital clinic clinics health medical care pharma hotel hotels hoteles foods food dairy ' +
    'dairies farms water power energy utilities district council museum library airport airlines freight lines line logistics transport shipping ferries ' +
    'railway rail storage systems solutions services service technologies technology tech software labs works industries industrial manufacturing ' +
    'engineering construction materials marine textiles insurance capital finance partners ventures trading traders stores retail market markets media ' +
    'press games studio studios society societe sociedad grupo gruppo groupe stadtwerke gesellschaft werke association foundation institute trust union ' +
    'authority department ministry office center centre network networks security mobile travel sports design'
  ).split(' '),
);

/** Whether a folded word has a meaning of its own where it is written like initials: "API", "SLA". */
export function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word);
}

/** Whether a folded word stands in the names of many companies, so that alone it names none: "University", "North". */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word);
}
