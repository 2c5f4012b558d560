import { ITEM_KINDS, type ItemKind, KIND_NAMES } from '@/lib/domain/item';
import { buttonLook } from '../ui/button-look';
import { ButtonRow } from '../ui/button-row';
import { TextLink } from '../ui/text-link';

const EXAMPLES: Record<ItemKind, { like: string; examples: string }> = {
  recommendation: { like: 'R and a number', examples: 'R8, R11' },
  commitment: { like: 'C and a number, with a part after a dot', examples: 'C2, C3.1' },
  local_action: { like: 'A and a number', examples: 'A1, A12' },
};

/** Ways on from an address where nothing stands: what references look like, and a search. */
export function NotFoundHelp() {
  return (
    <div className="space-y-10">
      <section aria-labelledby="references" className="space-y-3">
        <h2 id="references" className="text-xl">
          What a reference looks like
        </h2>
        <ul className="border-t border-line">
          {ITEM_KINDS.map((kind) => (
            <li
              key={kind}
              className="grid gap-x-6 border-b border-line py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]"
            >
              <TextLink href={KIND_NAMES[kind].path} strong>
                {KIND_NAMES[kind].many}
              </TextLink>
              <span>
                {EXAMPLES[kind].like}, such as {EXAMPLES[kind].examples}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <search aria-labelledby="search" className="block space-y-3">
        <h2 id="search" className="text-xl">
          Search by a word
        </h2>
        <form action={KIND_NAMES.recommendation.path} className="space-y-4">
          <div className="space-y-1.5">
            <label htmlFor="q" className="block font-semibold">
              Reference or words
            </label>
            <input
              id="q"
              name="q"
              type="search"
              className="min-h-11 w-full max-w-md rounded-md border-2 border-edge bg-surface px-3 text-ink"
            />
          </div>
          <ButtonRow>
            {ITEM_KINDS.map((kind, index) => (
              <button
                key={kind}
                type="submit"
                formAction={KIND_NAMES[kind].path}
                className={buttonLook(index === 0 ? 'primary' : 'secondary')}
                data-button=""
              >
                Search {KIND_NAMES[kind].many.toLowerCase()}
              </button>
            ))}
          </ButtonRow>
        </form>
      </search>
    </div>
  );
}
