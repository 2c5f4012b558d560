import { LinkButton } from '@/components/ui/button';
import { Day, Moment } from '@/components/ui/date';
import { Details } from '@/components/ui/details';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { itemPath } from '@/lib/domain/item';
import type { ItemView, StatementView } from '@/lib/domain/view';

function Stated({ statement }: { statement: StatementView }) {
  return (
    <div className="measure space-y-2">
      <Prose text={statement.words} />
      {statement.url && (
        <p className="wrap-anywhere">
          <TextLink href={statement.url}>{statement.url}</TextLink>
        </p>
      )}
      <p className="text-sm text-muted">
        As of <Day date={statement.statedOn} />, noted by {statement.author?.name ?? 'the system'}{' '}
        on <Moment at={statement.at} />
      </p>
    </div>
  );
}

function Earlier({ statements, what }: { statements: readonly StatementView[]; what: string }) {
  if (statements.length === 0) return null;
  return (
    <Details summary={`Earlier ${what} (${statements.length})`}>
      {statements.map((statement) => (
        <Stated key={statement.number} statement={statement} />
      ))}
    </Details>
  );
}

/** What the board says it will do about it. */
export function OurResponse({ view }: { view: ItemView }) {
  const { response, may, reference } = view;
  return (
    <Section
      id="our-response"
      title="Our response"
      actions={
        may.stateResponse && (
          <LinkButton href={`${itemPath(reference)}/response`} variant="secondary">
            {response ? 'Change our response' : 'Say what our response is'}
          </LinkButton>
        )
      }
    >
      {response ? <Stated statement={response} /> : <p className="text-muted">None yet.</p>}
      <Earlier statements={view.earlierResponses} what="responses" />
    </Section>
  );
}

/** Who it is addressed to, the deadlines it sets, and where the national side stands. */
export function National({ view }: { view: ItemView }) {
  const { bodies, deadlines, position, may, reference } = view;
  return (
    <Section
      id="national"
      title="The national side"
      actions={
        may.statePosition && (
          <LinkButton href={`${itemPath(reference)}/position`} variant="secondary">
            Note the national position
          </LinkButton>
        )
      }
    >
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        <div className="space-y-2">
          <h3>National position</h3>
          {position ? (
            <Stated statement={position} />
          ) : (
            <p className="text-muted">Not noted yet.</p>
          )}
          <Earlier statements={view.earlierPositions} what="positions" />
        </div>
        {deadlines.length > 0 && (
          <div className="space-y-2">
            <h3>National deadline</h3>
            <ul className="space-y-3">
              {deadlines.map((deadline) => (
                <li key={deadline.text}>
                  <q>{deadline.text}</q>
                  <span className="block text-sm text-muted">
                    {deadline.date && (
                      <>
                        Read as <Day date={deadline.date} />:{' '}
                      </>
                    )}
                    {deadline.basis}. The editor’s reading.
                  </span>
                </li>
              ))}
            </ul>
            <p className="text-sm text-muted">It never makes anything here overdue.</p>
          </div>
        )}
        {bodies.length > 0 && (
          <div className="space-y-2">
            <h3>Addressed to</h3>
            <ul className="space-y-1.5">
              {bodies.map(({ name, nowCalled, capacity }) => (
                <li key={name}>
                  {name}
                  {capacity && <span className="text-muted">, {capacity}</span>}
                  {nowCalled && <span className="block text-sm text-muted">{nowCalled}</span>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}
