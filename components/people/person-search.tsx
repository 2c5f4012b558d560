import { Button } from '../ui/button';
import { TextLink } from '../ui/text-link';

/** Finds people by name, position or organisation; a plain GET form. */
export function PersonSearch({ q }: { q: string }) {
  return (
    <form
      method="get"
      action="/people"
      aria-label="Search people"
      className="max-w-xl space-y-1 print:hidden"
    >
      <label htmlFor="q" className="block font-semibold">
        Search names, positions and organisations
      </label>
      <div className="flex items-center gap-3">
        <input
          id="q"
          name="q"
          type="search"
          maxLength={200}
          defaultValue={q}
          className="min-h-11 w-full min-w-0 rounded-sm border-2 border-edge bg-surface px-3"
        />
        <Button variant="secondary">Search</Button>
        {q && <TextLink href="/people">Clear</TextLink>}
      </div>
    </form>
  );
}
