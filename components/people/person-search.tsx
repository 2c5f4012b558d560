import { ACCESS_NAMES, type PeopleQuery } from '@/lib/domain/person-search';
import { Button } from '../ui/button';
import { TextLink } from '../ui/text-link';

const BOX = 'min-h-11 w-full min-w-0 rounded-sm border-2 border-edge bg-surface px-3';

/** Finds people by words and by their access; a plain GET form. */
export function PersonSearch({ q, access }: Pick<PeopleQuery, 'q' | 'access'>) {
  return (
    <form
      method="get"
      action="/people"
      aria-label="Search people"
      key={`${q} ${access}`}
      className="flex max-w-3xl flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      <div className="min-w-60 grow space-y-1">
        <label htmlFor="q" className="block font-semibold">
          Search names, positions, organisations and addresses
        </label>
        <input id="q" name="q" type="search" defaultValue={q} className={BOX} />
      </div>
      <div className="space-y-1">
        <label htmlFor="access" className="block font-semibold">
          Access
        </label>
        <select id="access" name="access" defaultValue={access} className={BOX}>
          <option value="">Any</option>
          {Object.entries(ACCESS_NAMES).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="flex min-h-11 items-center gap-4">
        <Button variant="secondary">Search</Button>
        {q || access ? <TextLink href="/people">Clear</TextLink> : null}
      </div>
    </form>
  );
}
