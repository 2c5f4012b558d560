import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { ButtonRow } from '@/components/ui/button-row';
import { fileNameIn } from '@/lib/domain/after-sign-in';
import { innerAddress } from '@/lib/domain/inner-address';
import type { ItemPageProps } from '@/lib/server/item-page';
import { single } from '@/lib/server/way-back';

export const metadata: Metadata = { title: 'Your file' };

/** Hands over the file that somebody was going to when they had to sign in. */
export default async function DownloadPage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const to = innerAddress(single((await searchParams).to));
  const name = fileNameIn(to);
  if (!name) redirect('/');
  return (
    <Page width="narrow">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="Your file"
        lead={<p>You are signed in. You can download the file that you came for.</p>}
      />
      <ButtonRow>
        <LinkButton href={to} download>
          {`Download ${name}`}
        </LinkButton>
        <LinkButton href="/" variant="quiet">
          Go to the dashboard
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
