import { randomUUID } from 'node:crypto';
import type { FormAction } from '@/lib/domain/form-state';
import { type RedactionNote, stepInWords } from '@/lib/domain/redaction-note';
import { Moment } from '../ui/date';
import { Section } from '../ui/section';
import { TextLink } from '../ui/text-link';
import { answeredBy, fieldsInWords } from './fields';
import { PutAwayForm } from './put-away-form';

/** What the reader is told of redactions, each until they put it away. Nothing where nothing is. */
export function RedactionNotes({
  notes,
  putAway,
}: {
  notes: readonly RedactionNote[];
  putAway: FormAction;
}) {
  if (notes.length === 0) return null;
  return (
    <Section
      id="redaction-notes"
      title="Redactions you are told of"
      intro={
        <p>
          Every administrator and public-health officer is told of each one. It stays here until you
          put it away.
        </p>
      }
    >
      <ul className="border-t border-line">
        {notes.map((note) => (
          <li
            key={`${note.redactionId} ${note.stage}`}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line py-3"
          >
            <div className="measure min-w-0">
              <p>
                <span className="font-semibold">{stepInWords(note.step)}: </span>
                <TextLink href={`/redactions/${note.redactionId}`}>
                  {note.title} ({fieldsInWords(note.fields)})
                </TextLink>
              </p>
              <p className="text-sm text-muted">
                By {answeredBy(note.by)}, <Moment at={note.at} />
              </p>
            </div>
            <PutAwayForm note={note} action={putAway} submissionId={randomUUID()} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
