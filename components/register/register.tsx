import { KIND_NAMES } from '@/lib/domain/item';
import type { RagStatus } from '@/lib/domain/rag';
import { PAGE_SIZE, registerAddress } from '@/lib/domain/register';
import {
  activeFilters,
  addressOnly,
  clearedAddress,
  matchesInWords,
} from '@/lib/domain/register-links';
import type { RagCounts, RegisterView } from '@/lib/domain/view';
import { RagBar } from '../status/rag-bar';
import { ActiveFilters } from '../ui/active-filters';
import { Pagination } from '../ui/pagination';
import { RegisterDownloads } from './register-downloads';
import { RegisterEmpty } from './register-empty';
import { RegisterFilters } from './register-filters';
import { RegisterTable } from './register-table';

interface RegisterProps {
  view: RegisterView;
  createHref?: string;
}

/** A register: how it stands, what it can be narrowed by, and its rows. */
export function Register({ view, createHref }: RegisterProps) {
  const { kind, query, filters } = view;
  const { path } = KIND_NAMES[kind];
  const active = activeFilters(path, view);
  const clearHref = clearedAddress(path, query);
  if (view.all === 0 && active.length === 0) {
    return <RegisterEmpty view={view} filters={[]} clearHref={path} createHref={createHref} />;
  }
  const count = (status: RagStatus) =>
    filters.rag?.find((option) => option.value === status)?.count ?? 0;
  const counts: RagCounts = {
    red: count('red'),
    amber: count('amber'),
    green: count('green'),
    blue: count('blue'),
    not_rated: count('not_rated'),
  };
  const words = matchesInWords(view, active.length > 0);
  return (
    <div className="space-y-4">
      <RegisterFilters path={path} view={view} active={active.length} clearHref={clearHref}>
        <RagBar counts={counts} href={(status) => addressOnly(path, query, 'rag', status)} />
      </RegisterFilters>
      <ActiveFilters filters={active} clearHref={clearHref} />
      {view.total === 0 ? (
        <RegisterEmpty view={view} filters={active} clearHref={clearHref} />
      ) : (
        <>
          <RegisterTable caption={words} kind={kind} rows={view.rows} sorting={{ path, query }} />
          <RegisterDownloads view={view} />
          <Pagination
            page={view.page}
            pages={view.pages}
            pageSize={PAGE_SIZE}
            total={view.total}
            href={(page) => registerAddress(path, { ...query, page })}
          />
        </>
      )}
    </div>
  );
}
