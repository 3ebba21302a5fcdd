/**
 * The labels by which recaps and minutes say who does something and until when (`Owner: Ana`, `Frist: 06.03.2026`), in
 * the languages of the sections (core/note/section-words).
 */
export const OWNER_LABELS =
  'owner|owners|assignee|assignees|assigned to|assigned|responsible|responsible person|dri|who|verantwortlich|verantwortliche|zuständig|wer|responsable|assigné à|qui|pilote|encargado|asignado a|quién|responsabile|incaricato|chi|responsável|quem|eigenaar|verantwoordelijke|actiehouder|wie|odpowiedzialny|kto|ansvarig|ansvarlig|ответственный|исполнитель|担当|担当者|負責人|负责人|责任人|責任人|执行人|담당|담당자|책임자';
export const DUE_LABELS =
  'due|due date|due by|deadline|target date|eta|by|until|frist|termin|fällig|fällig am|bis|échéance|date limite|pour le|plazo|fecha límite|vence|scadenza|entro|prazo|data limite|einddatum|vervaldatum|termin do|senast|förfaller|срок|дедлайн|期限|期日|締切|納期|截止|截止日期|截止时间|마감|마감일|기한';
