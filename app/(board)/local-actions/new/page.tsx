import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { CreateForm } from '@/components/local-action/create-form';
import { getBoard } from '@/lib/data/board';
import { getChoices } from '@/lib/data/choices';
import { KIND_NAMES, parseReference } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import type { ItemPageProps } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { createLocalActionAction } from './actions';

const TITLE = 'Create a local action';
export const metadata: Metadata = { title: TITLE };

export default async function CreatePage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const context = await signedIn();
  const [{ areas }, choices, { for: asked }] = await Promise.all([
    getBoard(context),
    getChoices(context),
    searchParams,
  ]);
  // From a recommendation's page ('?for=r11') the new action comes linked to it.
  const reference = parseReference(single(asked) ?? '');
  const linked = [...choices.recommendations, ...choices.commitments].find(
    (one) => one.reference === reference,
  );
  const register = KIND_NAMES.local_action;
  const back = { label: register.many, href: register.path };
  const may = can(context.actor, 'editLocalActions', { kind: 'local_action', ownerId: null });
  return (
    <FormPage
      title={TITLE}
      crumbs={[back]}
      back={{ ...back, label: 'Back to local actions' }}
      refused={may ? null : ROLE_REFUSES}
    >
      <CreateForm
        intro={
          <p className="measure">
            Only a short title and a description are needed now. Without an owner or a date the
            register shows that they are missing.
          </p>
        }
        action={createLocalActionAction}
        submissionId={randomUUID()}
        cancel={register.path}
        areas={areas}
        choices={choices}
        initial={{ itemIds: linked && [linked.id] }}
      />
    </FormPage>
  );
}
