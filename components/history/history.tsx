import { ChangesList } from '@/components/ui/changes-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Prose } from '@/components/ui/prose';
import { Timeline } from '@/components/ui/timeline';
import { itemPath } from '@/lib/domain/item';
import type { HistoryEntry, HistoryView } from '@/lib/domain/view';

function Entry({ entry }: { entry: HistoryEntry }) {
  return (
    <>
      {entry.changes.length > 0 && <ChangesList changes={entry.changes} />}
      {entry.words && <Prose text={entry.words} />}
      {entry.reason && <Prose text={`Reason: ${entry.reason}`} />}
    </>
  );
}

/** Who changed what, from what to what, when and why; newest first. */
export function History({ view }: { view: HistoryView }) {
  if (view.total === 0) {
    return (
      <EmptyState title="Nobody has changed anything yet">
        <p>What the board starts with came with the sources.</p>
      </EmptyState>
    );
  }
  const path = `${itemPath(view.reference)}/history`;
  return (
    <>
      <h2 className="sr-only">Changes, newest first</h2>
      <Timeline
        entries={view.entries.map((entry) => ({
          key: entry.seq,
          at: entry.at,
          title: entry.title,
          author: entry.author && `${entry.author.name}, ${entry.author.position}`,
          children: <Entry entry={entry} />,
        }))}
      />
      <Pagination
        page={view.page}
        pages={view.pages}
        pageSize={25}
        total={view.total}
        href={(page) => (page > 1 ? `${path}?page=${page}` : path)}
      />
    </>
  );
}
