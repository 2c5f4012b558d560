import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { LinkButton } from '../ui/button';
import { ButtonRow } from '../ui/button-row';

/** What is seldom done to a local action, at the end of its page. */
export function Manage({ item }: { item: ItemView }) {
  const { may, restriction, reference } = item;
  const restrict = may.restrict && !restriction;
  if (!may.edit && !restrict) return null;
  const base = itemPath(reference);
  return (
    <div className="border-t border-line pt-6 print:hidden">
      <ButtonRow>
        {restrict && (
          <LinkButton href={`${base}/restrict`} variant="secondary">
            Restrict who may see it
          </LinkButton>
        )}
        {may.edit && (
          <LinkButton href={`${base}/withdraw`} variant="secondary">
            Withdraw it
          </LinkButton>
        )}
      </ButtonRow>
    </div>
  );
}
