import type { Metadata } from 'next';
import { VersionHistory } from '@/components/history/version-history';
import { ForwardedNote } from '@/components/settings/forwarded-note';
import { RagKeyTable } from '@/components/settings/rag-key-table';
import { StorageNotice } from '@/components/settings/storage-notice';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { getSettings } from '@/lib/data/settings-view';
import { getStorage } from '@/lib/data/storage';
import { formatSize } from '@/lib/domain/file-size';
import { secondStepRuleWords, secondStepWords } from '@/lib/domain/settings';
import { storageOf, storageWords } from '@/lib/domain/storage';
import { doneNotice } from '@/lib/server/done';
import { forwardedAt } from '@/lib/server/forwarded';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Settings' };

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface SettingsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SettingsPage({ searchParams }: SettingsPageProps) {
  const context = await signedIn();
  const [{ board, history, mayChange }, storage] = await Promise.all([
    getSettings(context),
    getStorage(context),
  ]);
  const { numbers } = storage;
  const done = await doneNotice(searchParams);
  const forwarded = mayChange ? forwardedAt() : null;
  const change = (href: string, context: string) =>
    mayChange ? (
      <LinkButton href={href} variant="secondary" context={context}>
        Change
      </LinkButton>
    ) : null;
  return (
    <Page done={done} width="page">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="Settings"
        lead={
          <p>
            What the board decided for itself. {mayChange ? '' : 'An administrator can change it.'}
          </p>
        }
      />
      {forwarded ? <ForwardedNote since={forwarded} /> : null}
      {mayChange ? <StorageNotice storage={storage} mayChange /> : null}
      <Section id="board" title="The board" actions={change('/settings/board', 'the board')}>
        <SummaryList
          rows={[
            { label: 'Name', value: board.name },
            { label: 'Areas', value: board.areas.join(', ') || 'None are named' },
          ]}
        />
      </Section>
      <Section id="dates" title="Dates" actions={change('/settings/dates', 'dates')}>
        <SummaryList
          rows={[
            {
              label: 'Updates due',
              value: `${board.updatesDueDays} working days before a meeting`,
            },
            {
              label: 'Papers issued',
              value: `${board.papersIssuedDays} clear working days before a meeting`,
            },
            { label: 'Due soon', value: `${board.dueSoonDays} days before the due date` },
            {
              label: 'Evidence reviewed',
              value: `${board.reviewMonths} months after it was added, unless another day is set`,
            },
          ]}
        />
      </Section>
      <Section id="access" title="Signing in" actions={change('/settings/access', 'signing in')}>
        <SummaryList
          rows={[
            {
              label: 'Time out',
              value: `${board.sessionIdleMinutes} minutes without use; ${board.sessionHours} hours in all`,
            },
            { label: 'Second step', value: sentence(secondStepWords(board)) },
            {
              label: 'Passwords',
              value: board.passwordsAllowed ? 'Allowed' : 'Switched off: single sign-on only',
            },
            {
              label: 'Administrators and officers',
              value: `Second step ${secondStepRuleWords(board)}`,
            },
            { label: 'Security events', value: `Kept for ${board.securityMonths} months` },
          ]}
        />
        {mayChange ? (
          <p>
            <TextLink href="/settings/second-step">
              Change the second step of administrators and officers
            </TextLink>
          </p>
        ) : null}
      </Section>
      <Section id="storage" title="Storage" actions={change('/settings/storage', 'storage')}>
        <SummaryList
          rows={[
            {
              label: 'Files',
              value: numbers
                ? `${storageWords(numbers)}: evidence, uploads that wait and issued papers`
                : `${formatSize(storageOf(0, board).limit)} at the most`,
            },
          ]}
        />
      </Section>
      <Section
        id="rag-key"
        title="RAG key"
        intro={<p>What each status means.</p>}
        actions={change('/settings/rag-key', 'the RAG key')}
      >
        <RagKeyTable ragKey={board.ragKey} />
      </Section>
      <Section
        id="reading"
        title="The board’s own reading"
        intro={<p>A public-health officer changes it.</p>}
      >
        <ul className="space-y-2">
          <li>
            <TextLink href="/sources">Sources</TextLink>, and the recommendations in them
          </li>
          <li>
            <TextLink href="/groupings">Groupings</TextLink>: themes, key areas, strategy priorities
          </li>
          <li>
            <TextLink href="/objectives">Local objectives</TextLink>
          </li>
        </ul>
      </Section>
      <Section id="history" title="History">
        {history.length > 0 ? (
          <VersionHistory history={history} />
        ) : (
          <p className="text-muted">Nothing has been changed yet.</p>
        )}
      </Section>
    </Page>
  );
}
