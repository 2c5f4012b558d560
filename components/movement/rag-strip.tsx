import type { RagAtMeeting } from '@/lib/domain/movement-view';
import { RAG_NAMES } from '@/lib/domain/rag';
import { RagShape } from '../status/rag-shape';
import { Day } from '../ui/date';
import { Details } from '../ui/details';
import { VisuallyHidden } from '../ui/visually-hidden';

/** The RAG at the last meetings, oldest first: shapes in a row, and the table they are drawn from. */
export function RagStrip({ meetings }: { meetings: readonly RagAtMeeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        At the last {meetings.length === 1 ? 'meeting' : `${meetings.length} meetings`}
        <span aria-hidden="true" className="inline-flex items-center gap-1.5 text-xl">
          {meetings.map(({ slug, rag }) =>
            rag ? (
              <RagShape key={slug} status={rag} />
            ) : (
              <span key={slug} className="text-base text-muted">
                –
              </span>
            ),
          )}
        </span>
        <VisuallyHidden>{inWords(meetings)}</VisuallyHidden>
      </p>
      <Details summary="As a table">
        <table className="text-sm">
          <caption className="sr-only">RAG status at the last meetings, oldest first</caption>
          <thead>
            <tr className="text-left">
              <th scope="col" className="pr-6 pb-1">
                Meeting
              </th>
              <th scope="col" className="pb-1">
                Reported
              </th>
            </tr>
          </thead>
          <tbody>
            {meetings.map(({ slug, date, rag }) => (
              <tr key={slug} className="border-t border-line">
                <th scope="row" className="py-1 pr-6 text-left font-normal">
                  <Day date={date} />
                </th>
                <td className="py-1">{rag ? RAG_NAMES[rag] : 'Not in the counts'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </div>
  );
}

function inWords(meetings: readonly RagAtMeeting[]): string {
  return meetings.map(({ rag }) => (rag ? RAG_NAMES[rag] : 'not in the counts')).join(', ');
}
