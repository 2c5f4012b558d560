import { SEARCH_LIMIT } from '@/lib/domain/address-query';
import { Button } from './button';
import { Message } from './notification';

/** In place of a list whose search is too long: why, and the words to shorten. */
export function SearchRefused({
  refused,
  path,
  name,
  words,
  beside,
}: {
  refused: string;
  path: string;
  /** Of the search in the address. */
  name: string;
  words: string;
  /** What else the address asks for. */
  beside: ReadonlyArray<readonly [string, string]>;
}) {
  return (
    <div className="space-y-5">
      <Message role="alert" tone="warning" title={refused}>
        <p>Nothing was looked for. Shorten the words and search again.</p>
      </Message>
      <form method="get" action={path} aria-label="Search again" className="max-w-3xl space-y-3">
        {beside.map(([key, value]) => (
          <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
        ))}
        <label htmlFor="again" className="block font-semibold">
          Words to search for
        </label>
        <p id="again-hint" className="text-muted">
          At most {SEARCH_LIMIT} characters
        </p>
        <textarea
          id="again"
          name={name}
          rows={4}
          defaultValue={words}
          aria-invalid="true"
          aria-describedby="again-hint"
          className="w-full min-w-0 rounded-sm border-2 border-edge bg-surface px-3 py-2"
        />
        <Button variant="secondary">Search</Button>
      </form>
    </div>
  );
}
