import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { personOptions } from '@/components/forms/options';
import { SeatForm } from '@/components/membership/seat-form';
import { getChoices } from '@/lib/data/choices';
import { listMembership } from '@/lib/data/membership-view';
import { can } from '@/lib/domain/permissions';
import { signedIn } from '@/lib/server/session';
import { setMembershipAction } from '../actions';

const TITLE = 'Add a member of the board';
export const metadata: Metadata = { title: TITLE };

export default async function AddMemberPage() {
  const context = await signedIn();
  const [{ people }, { members, others }] = await Promise.all([
    getChoices(context),
    listMembership(context),
  ]);
  const seated = new Set([...members, ...others].map(({ id }) => id));
  return (
    <FormPage
      title={TITLE}
      crumbs={[
        { label: 'Meetings', href: '/meetings' },
        { label: 'Members of the board', href: '/meetings/members' },
      ]}
      back={{ label: 'Back to the members', href: '/meetings/members' }}
      refused={can(context.actor, 'manageMeetings') ? null : ROLE_REFUSES}
    >
      <SeatForm
        action={setMembershipAction}
        submissionId={randomUUID()}
        basedOn={0}
        cancel="/meetings/members"
        people={personOptions(people.filter(({ id }) => !seated.has(id)))}
        initial={{ capacity: 'member' }}
        submit="Add member"
      />
    </FormPage>
  );
}
