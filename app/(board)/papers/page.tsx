import type { Metadata } from 'next';
import { Identified } from '@/components/paper-issue/identified';
import { IdentifyForm } from '@/components/paper-issue/identify-form';
import { IssueTable } from '@/components/paper-issue/issue-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { identifyPaperFile, listPapers } from '@/lib/data/papers-view';
import { FILE_LIMIT } from '@/lib/domain/evidence';
import { isSha256 } from '@/lib/domain/paper-issue';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { identifyAction } from './actions';

const TITLE = 'Issued papers';
export const metadata: Metadata = { title: TITLE };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PapersPage({ searchParams }: Props) {
  const context = await signedIn();
  const asked = single((await searchParams).sha256);
  const hash = asked && isSha256(asked) ? asked : null;
  const [issues, found] = await Promise.all([
    listPapers(context),
    hash ? identifyPaperFile(context, hash) : null,
  ]);
  return (
    <Page width="page">
      {hash && <Identified file={found} />}
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title={TITLE}
        lead={
          <p>
            Board papers as they were issued. Their words and files never change. Drafts stand with
            their <TextLink href="/meetings">meetings</TextLink>.
          </p>
        }
      />
      {issues.length > 0 ? (
        <IssueTable issues={issues} />
      ) : (
        <EmptyState title="No paper has been issued yet.">
          <p>
            Every meeting has a draft from the start. A public-health officer of the board has it
            cleared and issues it.
          </p>
        </EmptyState>
      )}
      <Section
        id="which"
        title="Which paper is this file?"
        intro="Give a file that somebody sent you: this says which issued paper it is, or that it is none."
      >
        <IdentifyForm action={identifyAction} sizeLimit={FILE_LIMIT} />
      </Section>
    </Page>
  );
}
