import type { ImportedNoteView } from '@/lib/domain/imported-note-view';
import type { ItemView } from '@/lib/domain/view';
import { RedactLink } from '../redaction/redact-link';
import { RagTag } from '../status/rag-tag';
import { Day, Moment } from '../ui/date';
import { Details } from '../ui/details';
import { Prose } from '../ui/prose';
import { Section } from '../ui/section';
import { Tag } from '../ui/tag';
import { by } from './by';
import type { Part } from './parts';

/** As many as a reader takes in; the others are a click away. */
const SHOWN = 6;

/** What came with a spreadsheet: by its own dates, and marked, since it changes nothing. */
export function Imported({ item, part }: { item: ItemView; part: Part }) {
  const { imported } = item;
  const more = imported.slice(SHOWN);
  return (
    <Section id={part.id} title={part.title}>
      <p className="measure text-muted">
        As a spreadsheet had it. None of it changes how {item.reference} stands.
      </p>
      <Notes notes={imported.slice(0, SHOWN)} />
      {more.length > 0 && (
        <Details summary={`More that was imported (${more.length})`}>
          <Notes notes={more} />
        </Details>
      )}
    </Section>
  );
}

function Notes({ notes }: { notes: readonly ImportedNoteView[] }) {
  return (
    <ul className="space-y-6 border-l-2 border-dashed border-line pl-6">
      {notes.map((note) => (
        <li key={note.id} className="space-y-2">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="text-lg font-bold">{note.heading}</h3>
            {note.rag && <RagTag status={note.rag} />}
            <Tag>Imported</Tag>
          </div>
          <p className="measure text-sm text-muted">
            {note.statedOn && (
              <>
                Reported on <Day date={note.statedOn} />,{' '}
              </>
            )}
            {note.statedOn ? 'imported' : 'Imported'} <Moment at={note.at} /> from {note.fileName},
            row {note.row} · {by(note.author)}
          </p>
          <Prose text={note.text} />
          {note.redact && <RedactLink href={note.redact} context={note.heading} />}
        </li>
      ))}
    </ul>
  );
}
