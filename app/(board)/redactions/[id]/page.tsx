import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { AgreeForm } from '@/components/redaction/agree-form';
import { DeclineForm } from '@/components/redaction/decline-form';
import { HeldWords } from '@/components/redaction/held-words';
import { NotForYou } from '@/components/redaction/not-for-you';
import { OtherHalves } from '@/components/redaction/other-halves';
import { RedactionFacts } from '@/components/redaction/redaction-facts';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { Inset } from '@/components/ui/inset';
import { Section } from '@/components/ui/section';
import { getRedaction } from '@/lib/data/redactions-view';
import { HAND_DAYS } from '@/lib/domain/independence';
import { can } from '@/lib/domain/permissions';
import { doneNotice } from '@/lib/server/done';
import { found } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { agreeRedactionAction, declineRedactionAction } from './actions';

const TITLE = 'Redaction';
export const metadata: Metadata = { title: TITLE };

interface RedactionPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RedactionPage({ params, searchParams }: RedactionPageProps) {
  const context = await signedIn();
  if (!can(context.actor, 'redact')) {
    return <NotForYou title={TITLE} />;
  }
  const redaction = await found(getRedaction(context, (await params).id));
  const { id, title, outcome, held, isMine, refused, others } = redaction;
  const done = await doneNotice(searchParams);
  return (
    <Page done={done} width="narrow">
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: '/redactions', label: 'Redactions' },
        ]}
        caption={title}
        title={outcome ? TITLE : 'Redaction asked for'}
      />
      <RedactionFacts redaction={redaction} />
      {!outcome && (
        <>
          <Section id="what" title="What goes">
            <HeldWords fields={held} />
          </Section>
          <Section id="agree" title="Agree">
            {refused ? (
              <p className="measure">{refused}.</p>
            ) : (
              <AgreeForm
                intro={
                  <Inset>
                    <p>
                      A line with today’s date takes the place of these words wherever the record of
                      this item or meeting holds them, on every earlier day too. Who asked, who
                      agreed, why, and the SHA-256 of each text are kept.
                    </p>
                    <p>
                      Backups made before today still hold the words, and so does whatever anybody
                      has printed or downloaded: deal with those as well.
                    </p>
                  </Inset>
                }
                action={agreeRedactionAction.bind(null, id)}
                submissionId={randomUUID()}
              />
            )}
          </Section>
          <Section
            id="second"
            title="Who can agree"
            intro={
              <p>
                Somebody of the other role who did not let in whoever asked, or change their roles
                or their ways in, within {HAND_DAYS} days; nor the other way round.
              </p>
            }
          >
            <OtherHalves id={id} others={others} />
          </Section>
          <Section id="decline" title={isMine ? 'Withdraw' : 'Decline'}>
            <DeclineForm
              isMine={isMine}
              action={declineRedactionAction.bind(null, id)}
              submissionId={randomUUID()}
            />
          </Section>
        </>
      )}
    </Page>
  );
}
