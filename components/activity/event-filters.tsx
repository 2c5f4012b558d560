import type { ReactNode } from 'react';
import { SYSTEM } from '@/lib/domain/activity';
import { Button } from '../ui/button';
import { Chevron } from '../ui/icons';
import { TextLink } from '../ui/text-link';

const BOX = 'min-h-11 w-full min-w-0 rounded-sm border-2 border-edge bg-surface px-3';

export interface KindChoices {
  label: string;
  options: ReadonlyArray<{ value: string; label: string }>;
}

interface EventFiltersProps {
  path: string;
  /** As the address has them; `subject` where a list can be narrowed by one. */
  query: { person: string; kind: string; from: string; to: string; subject?: string };
  people: ReadonlyArray<{ id: string; name: string }>;
  /** What a person is to these events: "Who". */
  who: string;
  /** What those of nobody are called: "The system". */
  nobody: string;
  kinds: readonly KindChoices[];
  /** How many are on. */
  active: number;
}

/** What a list of events can be narrowed by, folded above it. One plain GET form. */
export function EventFilters(props: EventFiltersProps) {
  const { path, query, people, who, nobody, kinds, active } = props;
  return (
    // Drawn anew for another state: what was chosen once would stay while the address moves on.
    <form
      key={JSON.stringify(query)}
      method="get"
      action={path}
      aria-label="Filters"
      className="print:hidden"
    >
      <details className="group/panel" open={active > 0}>
        <summary className="inline-flex min-h-11 list-none items-center gap-2 font-semibold text-link underline decoration-[0.07em] underline-offset-[0.18em] hover:text-accent-strong [&::-webkit-details-marker]:hidden">
          <Chevron className="group-open/panel:rotate-90" />
          {active > 0 ? `Filters, ${active} on` : 'Filters'}
        </summary>
        <div className="mt-2 rounded-lg border border-line bg-surface">
          <div className="grid items-end gap-x-6 gap-y-4 p-4 sm:grid-cols-2 lg:grid-cols-3">
            <Labelled name="person" label={who}>
              <select id="person" name="person" defaultValue={query.person} className={BOX}>
                <option value="">Anybody</option>
                <option value={SYSTEM}>{nobody}</option>
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </Labelled>
            <Labelled name="kind" label="What">
              <select id="kind" name="kind" defaultValue={query.kind} className={BOX}>
                <option value="">Anything</option>
                {kinds.map(({ label, options }) => (
                  <optgroup key={label} label={label}>
                    {options.map((option) => (
                      <option key={option.value} value={option.value}>
                        {option.label}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </Labelled>
            {query.subject !== undefined && (
              <Labelled name="subject" label="Subject: a reference, a title or a name">
                <input
                  id="subject"
                  name="subject"
                  type="search"
                  defaultValue={query.subject}
                  className={BOX}
                />
              </Labelled>
            )}
            <Labelled name="from" label="From the day">
              <input id="from" name="from" type="date" defaultValue={query.from} className={BOX} />
            </Labelled>
            <Labelled name="to" label="To the day">
              <input id="to" name="to" type="date" defaultValue={query.to} className={BOX} />
            </Labelled>
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4">
            <Button>Apply filters</Button>
            {active > 0 && <TextLink href={path}>Clear all</TextLink>}
          </div>
        </div>
      </details>
    </form>
  );
}

function Labelled(props: { name: string; label: string; children: ReactNode }) {
  const { name, label, children } = props;
  return (
    <div className="space-y-1">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      {children}
    </div>
  );
}
