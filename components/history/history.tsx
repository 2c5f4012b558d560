import { resultsPath } from '@/lib/domain/import-path';
import { itemPath } from '@/lib/domain/item';
import type { HistoryEntry, HistoryView } from '@/lib/domain/view';
import { by } from '../item/by';
import { RedactLink } from '../redaction/redact-link';
import { ChangesList } from '../ui/changes-list';
import { EmptyState } from '../ui/empty-state';
import { Pagination } from '../ui/pagination';
import { Prose } from '../ui/prose';
import { TextLink } from '../ui/text-link';
import { Timeline } from '../ui/timeline';

/** How many changes lib/data puts on a page. */
const PAGE = 25;

/** Every change: when, who, what from, what to, and why. */
export function History({ view }: { view: HistoryView }) {
  const { entries, page, pages, total, reference } = view;
  if (total === 0) {
    return (
      <EmptyState title="Nobody has changed anything yet">
        <p>{reference} stands as the register began with it.</p>
      </EmptyState>
    );
  }
  const base = `${itemPath(reference)}/history`;
  return (
    <section aria-labelledby="changes-heading" className="space-y-6">
      <h2 id="changes-heading" className="sr-only">
        Changes, newest first
      </h2>
      <Timeline
        entries={entries.map((entry) => ({
          key: entry.seq,
          at: entry.at,
          title: entry.title,
          author: by(entry.author),
          children: <Change entry={entry} />,
        }))}
      />
      <Pagination
        page={page}
        pages={pages}
        pageSize={PAGE}
        total={total}
        href={(to) => (to === 1 ? base : `${base}?page=${to}`)}
      />
    </section>
  );
}

function Change({ entry }: { entry: HistoryEntry }) {
  const { changes, words, reason, through, redact, title } = entry;
  return (
    <>
      {changes.length > 0 && <ChangesList changes={changes} />}
      {words && <Prose text={words} />}
      {reason && <Prose text={`Reason: ${reason}`} />}
      {through && (
        <p className="measure text-sm text-muted">
          Through the import of{' '}
          <TextLink href={resultsPath(through.importId)}>{through.fileName}</TextLink>, row{' '}
          {through.row}
        </p>
      )}
      {redact && <RedactLink href={redact} context={title} />}
    </>
  );
}
