import { KIND_NAMES } from '@/lib/domain/item';
import type { ActiveFilter } from '@/lib/domain/register-links';
import type { RegisterView } from '@/lib/domain/view';
import { EmptyState } from '../ui/empty-state';
import { TextLink } from '../ui/text-link';

interface RegisterEmptyProps {
  view: RegisterView;
  filters: readonly ActiveFilter[];
  clearHref: string;
  /** Where the first local action is created, for those who may. */
  createHref?: string;
}

/** Why a register shows nothing, and what would change that. */
export function RegisterEmpty({ view, filters, clearHref, createHref }: RegisterEmptyProps) {
  const many = KIND_NAMES[view.kind].many.toLowerCase();
  if (filters.length === 0) {
    return (
      <EmptyState title={`No ${many} yet`}>
        {view.kind === 'local_action' && (
          <p>
            A local action is something the partners do about a recommendation here: it has one
            owner, a date, and in time evidence that it was done.
          </p>
        )}
        {createHref && (
          <p>
            <TextLink href={createHref}>Create the first local action</TextLink>
          </p>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No ${many} match`}>
      <p>You asked for {inWords(filters)}.</p>
      {filters.length > 1 ? (
        <>
          <p>Rows have to match every one of these. Try without:</p>
          <ul className="list-disc pl-5">
            {filters.map((filter) => (
              <li key={filter.removeHref}>
                <TextLink href={filter.removeHref}>
                  {filter.group}: {filter.label}
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <TextLink href={clearHref}>Show all {many}</TextLink>
      </p>
    </EmptyState>
  );
}

function inWords(filters: readonly ActiveFilter[]): string {
  const groups = [...new Set(filters.map(({ group }) => group))];
  return new Intl.ListFormat('en-GB').format(
    groups.map((group) => {
      const labels = filters.filter((filter) => filter.group === group).map(({ label }) => label);
      const either = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(labels);
      if (group === 'Search') return `the words ${either}`;
      return `${group.toLowerCase().replace('rag', 'RAG')} ${either}`;
    }),
  );
}
