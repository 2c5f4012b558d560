import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { InviteForm } from '@/components/people/invite-form';
import { getChoices } from '@/lib/data/choices';
import { doneNotice } from '@/lib/server/done';
import type { ItemPageProps } from '@/lib/server/item-page';
import { rolesToGive } from '@/lib/server/roles-to-give';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { waysInHere } from '@/lib/server/ways-in';
import { invitePersonAction } from './actions';

const TITLE = 'Invite somebody';
export const metadata: Metadata = { title: TITLE };

export default async function InvitePage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const context = await signedIn();
  const [{ organisations }, roles, { passwords }, query] = await Promise.all([
    getChoices(context),
    rolesToGive(),
    waysInHere(),
    searchParams,
  ]);
  return (
    <FormPage
      title={TITLE}
      done={await doneNotice(searchParams)}
      crumbs={[{ href: '/people', label: 'People' }]}
      back={{ href: '/people', label: 'Back to people' }}
      refused={roles.length > 0 ? null : ROLE_REFUSES}
    >
      <InviteForm
        action={invitePersonAction}
        submissionId={randomUUID()}
        cancel="/people"
        roles={roles}
        passwords={passwords}
        organisations={organisations}
        initial={{ organisationId: single(query.organisation) }}
      />
    </FormPage>
  );
}
