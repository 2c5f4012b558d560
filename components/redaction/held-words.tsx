import type { HeldField } from '@/lib/domain/redaction-view';
import { Prose } from '../ui/prose';
import { SummaryList } from '../ui/summary-list';

/** What a redaction would take away, as long as it is there. */
export function HeldWords({ fields }: { fields: readonly HeldField[] }) {
  return (
    <SummaryList
      rows={fields.map(({ label, value }) => ({
        label,
        value:
          value === null ? 'All of its bytes: nobody can download it then' : <Prose text={value} />,
      }))}
    />
  );
}
