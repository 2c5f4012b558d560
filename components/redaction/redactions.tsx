import type { RedactionRow } from '@/lib/domain/redaction-view';
import { by } from '../item/by';
import { Moment } from '../ui/date';
import { Prose } from '../ui/prose';
import { Section } from '../ui/section';
import { answeredBy, fieldsInWords } from './fields';
import { Hashes } from './hashes';

/** What was redacted of a thing: who asked, who agreed, when and why. Nothing where nothing was. */
export function Redactions({ redactions }: { redactions: readonly RedactionRow[] }) {
  if (redactions.length === 0) return null;
  return (
    <Section
      id="redactions"
      title="Redactions"
      intro={<p>What was there is in no part of the register any more, on no day.</p>}
    >
      <ul className="border-t border-line">
        {redactions.map((redaction) => (
          <li key={redaction.id} className="space-y-2 border-b border-line py-4">
            <h3 className="text-lg">
              {redaction.title}: {fieldsInWords(redaction.fields)}
            </h3>
            <Prose text={`Reason: ${redaction.asked.reason}`} />
            <p className="text-sm text-muted">
              Asked for by {by(redaction.asked.author)}
              {redaction.outcome && (
                <>
                  ; agreed by {answeredBy(redaction.outcome.author)},{' '}
                  <Moment at={redaction.outcome.at} />
                </>
              )}
            </p>
            <Hashes redaction={redaction} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
