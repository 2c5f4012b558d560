import type { Metadata } from 'next';
import { SecondStepDue } from '@/components/account/second-step-due';
import { SessionTable } from '@/components/account/session-table';
import { SignOutEverywhere } from '@/components/account/sign-out-everywhere';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Moment } from '@/components/ui/date';
import { Section } from '@/components/ui/section';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { getAccount } from '@/lib/data/account';
import { ROLE_NAMES } from '@/lib/domain/permissions';
import { currentBoard } from '@/lib/server/current-board';
import { doneNotice } from '@/lib/server/done';
import type { ItemPageProps } from '@/lib/server/item-page';
import { secondStepDue } from '@/lib/server/second-step-due';
import { sessionId, signedIn } from '@/lib/server/session';
import { waysInHere } from '@/lib/server/ways-in';
import { signOutElsewhereAction, signOutEverywhereAction } from './actions';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage({ searchParams }: Pick<ItemPageProps, 'searchParams'>) {
  const [context, board, here, ways] = await Promise.all([
    signedIn(),
    currentBoard(),
    sessionId(),
    waysInHere(),
  ]);
  const account = await getAccount(context, here, board);
  const { secondStep } = account;
  const due = await secondStepDue();
  const hasPassword = account.hasPassword && ways.passwords;
  const done = await doneNotice(searchParams);
  return (
    <Page done={done}>
      <PageHeader trail={[{ href: '/', label: 'Dashboard' }]} title="Your account" />
      {due ? <SecondStepDue from={due} /> : null}
      <Section id="you" title="You">
        <SummaryList
          rows={[
            { label: 'Name', value: account.name },
            { label: 'Position', value: account.position },
            { label: 'Organisation', value: account.organisation ?? 'None' },
            { label: 'Email address', value: account.email ?? 'None' },
            {
              label: account.roles.length > 1 ? 'Roles' : 'Role',
              value: account.roles.map((role) => ROLE_NAMES[role]).join(', '),
            },
          ]}
        />
        <p className="measure">
          What you change is signed with your name and position, so an administrator keeps them.{' '}
          <TextLink href={`/people/${account.id}`}>What you own</TextLink> ·{' '}
          <TextLink href="/about/permissions">What your role may do</TextLink> ·{' '}
          <TextLink href={`/people/${account.id}/held.zip`} download>
            All that is held about you, as a file
          </TextLink>{' '}
          · <TextLink href="/account/prove?to=/account">Confirm it is you</TextLink>
        </p>
      </Section>
      <Section
        id="password"
        title="Password"
        actions={
          hasPassword && (
            <LinkButton href="/account/password" variant="secondary">
              Change password
            </LinkButton>
          )
        }
      >
        <p className="measure">
          {hasPassword
            ? 'You can sign in with a password.'
            : ways.passwords
              ? 'You have no password: you sign in by single sign-on.'
              : 'Passwords are switched off: you sign in by single sign-on.'}
        </p>
      </Section>
      <Section
        id="second-step"
        title="Second step"
        actions={
          secondStep.since ? (
            <>
              <LinkButton href="/account/recovery-codes" variant="secondary">
                New recovery codes
              </LinkButton>
              {secondStep.neededFrom === null && (
                <LinkButton href="/account/second-step/remove" variant="quiet">
                  Remove second step
                </LinkButton>
              )}
            </>
          ) : (
            (hasPassword || due) && (
              <LinkButton href="/account/second-step" variant="secondary">
                Set up a second step
              </LinkButton>
            )
          )
        }
      >
        {secondStep.since ? (
          <p className="measure">
            After your password you enter a code from your authenticator app, since{' '}
            <Moment at={secondStep.since} />. Recovery codes left: {secondStep.codesLeft}.
            {secondStep.codesLeft === 0 &&
              ' Make some: without them, losing your phone shuts you out.'}
          </p>
        ) : (
          <p className="measure">
            A code from an app on your phone, after your password. With it a stolen password opens
            nothing.
          </p>
        )}
      </Section>
      {account.identities.length > 0 && (
        <Section id="single-sign-on" title="Single sign-on">
          <ul className="space-y-1">
            {account.identities.map(({ id, issuer, lastUsedAt }) => (
              <li key={id}>
                {issuer.startsWith('entra ') ? 'Microsoft' : issuer}, last used{' '}
                <Moment at={lastUsedAt} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="sessions" title="Where you are signed in">
        <SessionTable sessions={account.sessions} />
        <SignOutEverywhere
          elsewhere={account.sessions.some((session) => !session.here)}
          signOutElsewhere={signOutElsewhereAction}
          signOutEverywhere={signOutEverywhereAction}
        />
      </Section>
    </Page>
  );
}
