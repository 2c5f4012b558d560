import type { Metadata } from 'next';
import { HeldOff } from '@/components/people/held-off';
import { OWN_ACCESS } from '@/components/people/own-access';
import { Owned } from '@/components/people/owned';
import { PersonActions } from '@/components/people/person-actions';
import { Access } from '@/components/people/person-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { Moment } from '@/components/ui/date';
import { Prose } from '@/components/ui/prose';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import type { PersonView } from '@/lib/domain/view';
import { doneNotice } from '@/lib/server/done';
import type { ItemPageProps } from '@/lib/server/item-page';
import { type PersonPageProps, personAt } from '@/lib/server/person-page';
import { waysInHere } from '@/lib/server/ways-in';

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  return { title: (await personAt((await params).id)).name };
}

function Deactivated({ at, reason }: NonNullable<PersonView['deactivated']>) {
  return (
    <>
      <Moment at={at} />
      {reason ? <Prose text={reason} /> : null}
    </>
  );
}

export default async function PersonPage({
  params,
  searchParams,
}: PersonPageProps & Pick<ItemPageProps, 'searchParams'>) {
  const [person, ways] = await Promise.all([personAt((await params).id), waysInHere()]);
  const done = await doneNotice(searchParams);
  return (
    <Page done={done}>
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/people', label: 'People' },
        ]}
        title={person.name}
      />
      <PersonActions person={person} passwords={ways.passwords} />
      {person.self && person.may.change && <p className="measure text-muted">{OWN_ACCESS}</p>}
      <div className="max-w-3xl">
        <SummaryList
          rows={[
            { label: 'Position', value: person.position },
            { label: 'Organisation', value: person.organisation ?? 'None' },
            ...(person.email
              ? [
                  {
                    label: 'Email address',
                    value: <TextLink href={`mailto:${person.email}`}>{person.email}</TextLink>,
                  },
                ]
              : []),
            { label: 'On the board', value: person.seat ?? 'No' },
            { label: 'Signs in as', value: <Access person={person} /> },
            ...(person.heldOff
              ? [{ label: 'Sign-ins', value: <HeldOff held={person.heldOff} /> }]
              : []),
            ...(person.deactivated
              ? [
                  {
                    label: 'Deactivated',
                    value: <Deactivated {...person.deactivated} />,
                  },
                ]
              : []),
            ...(person.openMeetingActions > 0
              ? [
                  {
                    label: 'Meeting actions to do',
                    value: (
                      <TextLink href="/meetings/actions">{person.openMeetingActions}</TextLink>
                    ),
                  },
                ]
              : []),
            ...(person.lastSeenAt
              ? [{ label: 'Last used it', value: <Moment at={person.lastSeenAt} /> }]
              : []),
          ]}
        />
      </div>
      <Owned person={person} />
    </Page>
  );
}
