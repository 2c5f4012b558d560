import type { ActivityRow } from './activity';
import { londonDay, londonTime } from './dates';

export const ACTIVITY_COLUMNS = [
  'Date',
  'Time in London',
  'Who',
  'Position',
  'What',
  'Subject',
  'Field',
  'From',
  'To',
  'Reason',
  'Through the import of',
  'Row of the import',
] as const;

/** An event as records of a file: one for each field that changed, one where none did. */
export function activityRecords(row: ActivityRow): Array<Array<string | number | null>> {
  const { at, author, title, subject, changes, reason, through } = row;
  const instant = new Date(at);
  const fields = changes.length > 0 ? changes : [{ label: null, from: null, to: null }];
  return fields.map(({ label, from, to }) => [
    londonDay(instant),
    londonTime(instant),
    author?.name ?? 'The system',
    author?.position ?? null,
    title,
    subject?.label ?? null,
    label,
    from,
    to,
    reason,
    through?.fileName ?? null,
    through?.row ?? null,
  ]);
}
