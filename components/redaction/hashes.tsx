import type { RedactionRow } from '@/lib/domain/redaction-view';
import { Details } from '../ui/details';
import { SummaryList } from '../ui/summary-list';

/** The SHA-256 of each text, by which somebody who holds a copy can tell that it was this one. */
export function Hashes({ redaction }: { redaction: Pick<RedactionRow, 'fields' | 'outcome'> }) {
  const hashes = redaction.outcome?.hashes ?? {};
  const rows = redaction.fields.flatMap(({ column, label }) => {
    const hash = hashes[column];
    return hash ? [{ label, value: <code className="text-sm">{hash}</code> }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <Details summary="SHA-256 of what was there">
      <SummaryList rows={rows} />
    </Details>
  );
}
