import type { ReactNode } from 'react';
import { itemPath, KIND_NAMES } from '@/lib/domain/item';
import type { DoneNotice } from '@/lib/domain/notice-told';
import type { ItemView } from '@/lib/domain/view';
import { FormPage, ROLE_REFUSES } from './form-page';

type Subject = Pick<ItemView, 'reference' | 'shortTitle' | 'kind' | 'rated' | 'lifecycle'>;

/** Why somebody who may not do a thing here may not: it is the thing itself, or their role. */
function whyNot({ reference, rated, lifecycle }: Subject): string {
  if (!rated) return `${reference} is shown for context. It is not owned or rated.`;
  if (lifecycle === 'withdrawn') {
    return `${reference} was withdrawn, so it takes no more changes. Its history stays.`;
  }
  if (lifecycle === 'closed') {
    return `${reference} is closed, so it takes no more changes. Its history stays.`;
  }
  return ROLE_REFUSES;
}

/** The page of one form about a recommendation, a commitment or a local action. */
export function ItemFormPage({
  title,
  item,
  may,
  refused,
  done,
  children,
}: {
  title: string;
  item: Subject;
  /** Whether the reader may; the write asks again. */
  may: boolean;
  /** Any other reason why there is no form. */
  refused?: string | null;
  done?: DoneNotice | null;
  children: ReactNode;
}) {
  const register = KIND_NAMES[item.kind];
  const back = itemPath(item.reference);
  return (
    <FormPage
      title={title}
      caption={`${item.reference} ${item.shortTitle}`}
      crumbs={[
        { label: register.many, href: register.path },
        { label: item.reference, href: back },
      ]}
      done={done}
      refused={may ? refused : whyNot(item)}
      back={{ label: `Back to ${item.reference}`, href: back }}
    >
      {children}
    </FormPage>
  );
}
