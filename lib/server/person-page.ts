import { cache } from 'react';
import { getPerson } from '@/lib/data/people-view';
import type { PersonView } from '@/lib/domain/view';
import { caller } from './caller';
import { found } from './item-page';
import { type currentContext, signedIn } from './session';

export interface PersonPageProps {
  params: Promise<{ id: string }>;
}

/** A person, read once a request: for the title, and for the page. */
export const personAt = cache(
  async (id: string): Promise<PersonView> => found(getPerson(await signedIn(), id)),
);

/** The generateMetadata of a form's page: what it does, and to whom. */
export function personFormTitle(title: string) {
  return async ({ params }: PersonPageProps) => ({
    title: `${title}: ${(await personAt((await params).id)).name}`,
  });
}

/** A context with where the request came from, for what leaves a security event. */
export async function acting<C extends NonNullable<Awaited<ReturnType<typeof currentContext>>>>(
  context: C,
) {
  return { ...context, caller: await caller() };
}
