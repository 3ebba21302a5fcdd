import { detectDamage, repairText } from '../text/encoding';
import { createEdit, type Edit } from './edit';
import { surveyText } from './survey';

/**
 * The edits that repair a damaged note, one for each damaged line wherever it stands; none where the note is not
 * damaged.
 */
export function repairNote(path: string, text: string): readonly Edit[] {
  const damage = detectDamage(text);
  if (damage === null) return [];
  const survey = surveyText(text);
  return survey.lines.flatMap((line) => {
    const repaired = repairText(line.text, damage).text;
    return repaired === line.text
      ? []
      : [createEdit(survey, { path, line: line.index, count: 1, replacement: [repaired] })];
  });
}
