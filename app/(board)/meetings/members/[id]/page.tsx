import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { dateBoxes } from '@/components/forms/values';
import { SeatForm } from '@/components/membership/seat-form';
import { getSeat } from '@/lib/data/membership-view';
import { can } from '@/lib/domain/permissions';
import { found } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { setMembershipAction } from '../actions';

const TITLE = 'Change a seat on the board';
export const metadata: Metadata = { title: TITLE };

export default async function SeatPage({ params }: { params: Promise<{ id: string }> }) {
  const context = await signedIn();
  const seat = await found(getSeat(context, (await params).id));
  return (
    <FormPage
      title={TITLE}
      caption={seat.name}
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
        basedOn={seat.number}
        cancel="/meetings/members"
        initial={{
          personId: seat.id,
          capacity: seat.capacity,
          ...dateBoxes('from', seat.from),
          ...dateBoxes('until', seat.until),
        }}
        submit="Save"
      />
    </FormPage>
  );
}
