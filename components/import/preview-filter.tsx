import { TextLink } from '@/components/ui/text-link';
import { type ImportReading, ROW_STATES, type RowState } from '@/lib/domain/import-model';
import { ROW_STATE_HINTS } from '@/lib/domain/import-words';
import { StateTag } from './state-tag';

/** How many rows come to what, and the way to those alone. */
export function PreviewFilter({
  counts,
  at,
  href,
}: {
  counts: ImportReading['counts'];
  at: RowState | null;
  href: (state: RowState | null) => string;
}) {
  const total = ROW_STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <div className="space-y-3">
      <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[max-content_max-content_minmax(0,1fr)]">
        {ROW_STATES.map((state) => (
          <div key={state} className="contents">
            <dt className="pt-2 sm:pt-0">
              <StateTag state={state} />
            </dt>
            <dd className="tabular-nums">
              {counts[state] > 0 && state !== at ? (
                <TextLink href={href(state)} context={`of them: ${state}`}>
                  {counts[state].toLocaleString('en-GB')} {counts[state] === 1 ? 'row' : 'rows'}
                </TextLink>
              ) : (
                `${counts[state].toLocaleString('en-GB')} ${counts[state] === 1 ? 'row' : 'rows'}`
              )}
            </dd>
            <dd className="text-muted">{ROW_STATE_HINTS[state]}</dd>
          </div>
        ))}
      </dl>
      {at !== null && (
        <p>
          <TextLink href={href(null)}>Show all {total.toLocaleString('en-GB')} rows</TextLink>
        </p>
      )}
    </div>
  );
}
