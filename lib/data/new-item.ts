import type { Item } from '@/prisma/client/client';
import type { Recording } from './change';
import { author } from './context';
import { newId } from './new-id';
import type { Rows } from './rows';

/** What tells one new item from another. */
type Begun = Pick<Item, 'kind' | 'reference' | 'ordinal' | 'shortTitle' | 'text'> &
  Partial<
    Pick<
      Item,
      | 'sourceId'
      | 'yourReference'
      | 'ownerId'
      | 'leadOrganisationId'
      | 'firstDueDate'
      | 'dueDate'
      | 'reviewDate'
    >
  >;

/** Adds an item, open and not rated yet, with the first rows of its record. Its event is the caller's. */
export async function appendItem(
  by: Recording,
  begun: Begun,
  details: Partial<Rows['itemWording']> = {},
): Promise<Item> {
  const item: Item = {
    id: newId(),
    sourceId: null,
    commitmentKind: null,
    parentId: null,
    rated: true,
    createdAt: by.now,
    number: 1,
    rag: 'not_rated',
    headline: null,
    ownerId: null,
    leadOrganisationId: null,
    ourRole: null,
    firstDueDate: null,
    dueDate: null,
    reviewDate: null,
    lifecycle: 'open',
    outcome: null,
    closedOn: null,
    wordingNumber: 1,
    yourReference: null,
    lastUpdateAt: null,
    lastRecordedAt: by.now,
    restricted: false,
    hiddenFrom: [],
    ...begun,
  };
  const { shortTitle, text, yourReference } = item;
  const { ownerId, leadOrganisationId, firstDueDate, dueDate, reviewDate } = item;
  const first = { itemId: item.id, number: 1, recordedAt: by.now, ...author(by) };
  await by.append('item', item);
  await by.append('itemWording', { ...details, ...first, shortTitle, text, yourReference });
  await by.append('statusUpdate', {
    ...first,
    kind: 'baseline',
    rag: 'not_rated',
    lifecycle: 'open',
    ownerId,
    leadOrganisationId,
    firstDueDate,
    dueDate,
    reviewDate,
  });
  return item;
}
