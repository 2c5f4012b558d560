import type { Metadata } from 'next';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { StartSteps } from '@/components/start/start-steps';
import { Notification } from '@/components/ui/notification';
import { TextLink } from '@/components/ui/text-link';
import { getStart } from '@/lib/data/start';
import { doneNotice } from '@/lib/server/done';
import type { ReadingProps } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Getting started' };

export default async function StartPage({ searchParams }: ReadingProps) {
  const start = await getStart(await signedIn());
  const done = await doneNotice(searchParams);
  return (
    <Page done={done} width="page">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="Getting started"
        lead={
          <p>
            {start.complete
              ? 'Everything is set up. This page is no longer offered on the dashboard; its steps can be changed at any time.'
              : `What a new board sets up first: ${start.done} of ${start.steps.length} steps are done. They can be taken in any order.`}
          </p>
        }
      />
      {start.complete && (
        <Notification tone="success" title={`${start.boardName} is ready`}>
          <p>
            <TextLink href="/">Go to the dashboard</TextLink>
          </p>
        </Notification>
      )}
      <StartSteps start={start} />
    </Page>
  );
}
