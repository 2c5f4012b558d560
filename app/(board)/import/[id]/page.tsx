import { ImportStepPage } from '@/components/import/import-page';
import { PreviewFilter } from '@/components/import/preview-filter';
import { RowsForm } from '@/components/import/rows-form';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Inset } from '@/components/ui/inset';
import { Notification } from '@/components/ui/notification';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { ROW_STATES } from '@/lib/domain/import-model';
import { stepPath } from '@/lib/domain/import-path';
import { isApplicable, isChosen } from '@/lib/domain/import-setup';
import { doneNotice } from '@/lib/server/done';
import { type ImportPageProps, importAt } from '@/lib/server/import-page';
import { single } from '@/lib/server/way-back';
import { rowsAction } from './actions';

const TITLE = 'What the rows would change';
export const metadata = { title: TITLE };

const PAGE = 50;

export default async function RowsPage({ params, searchParams }: ImportPageProps) {
  const [{ id }, search] = [await params, await searchParams];
  const { upload, reading } = await importAt(id);
  const { setup, version } = upload;
  const { rows, counts, questions } = reading;
  const at = ROW_STATES.find((state) => state === single(search.state)) ?? null;
  const matching = at === null ? rows : rows.filter(({ state }) => state === at);
  const pages = Math.max(1, Math.ceil(matching.length / PAGE));
  const page = Math.min(Math.max(1, Math.floor(Number(single(search.page))) || 1), pages);
  // All rows are in sight: their ticks are kept, and the import goes on, at once.
  const whole = at === null && pages === 1;
  const shown = matching.slice((page - 1) * PAGE, page * PAGE);
  const chosen = rows.filter((row) => isChosen(row, setup)).length;
  const waiting = questions.filter(
    ({ key, understood }) => understood === null && !setup.answers[key],
  ).length;
  const here = (state: string | null, to: number) => {
    const query = new URLSearchParams();
    if (state) query.set('state', state);
    if (to > 1) query.set('page', String(to));
    return `${stepPath(id, 'rows')}${query.size ? `?${query}` : ''}`;
  };
  const done = await doneNotice(searchParams);
  return (
    <ImportStepPage
      done={done}
      upload={upload}
      step="rows"
      title={TITLE}
      lead={<p>Nothing is saved yet. This is the file against the register as it stands now.</p>}
    >
      {single(search.moved) === 'yes' && (
        <Notification tone="warning" title="Nothing was imported: something has changed meanwhile">
          <p>
            The register, or what you settled in another tab, is not what it was when you pressed
            the button. This is the file against the register as it stands now: look at the rows
            again, and go on.
          </p>
        </Notification>
      )}
      <PreviewFilter counts={counts} at={at} href={(state) => here(state, 1)} />
      {waiting > 0 && (
        <Inset>
          <p>
            <TextLink href={stepPath(id, 'questions')}>
              {waiting === 1 ? 'One question waits' : `${waiting} questions wait`} for an answer
            </TextLink>
            : rows that depend on it are to be mended.
          </p>
        </Inset>
      )}
      {counts.wrong > 0 && waiting === 0 && (
        <p className="measure text-muted">
          What is to be mended is mended in the file, which is then given again, or by what{' '}
          <TextLink href={stepPath(id, 'columns')}>the columns</TextLink> are taken for, or by{' '}
          <TextLink href={stepPath(id, 'questions')}>what was answered</TextLink>. The other rows
          can be imported now.
        </p>
      )}
      {rows.some(isApplicable) && whole ? null : chosen > 0 ? (
        <p>
          <LinkButton href={stepPath(id, 'apply')}>
            Go on with {chosen === 1 ? '1 row' : `${chosen.toLocaleString('en-GB')} rows`}
          </LinkButton>
        </p>
      ) : (
        <EmptyState
          title={
            rows.some(isApplicable)
              ? 'No row is ticked: there is nothing to import.'
              : 'There is nothing to import: no row says anything that the register does not say.'
          }
        />
      )}
      <RowsForm
        key={`${version} ${at} ${page}`}
        rows={shown.map(({ write: _, ...row }, index) => ({
          ...row,
          applicable: isApplicable(shown[index] as (typeof shown)[number]),
          chosen: isChosen(shown[index] as (typeof shown)[number], setup),
        }))}
        goOn={whole}
        action={rowsAction.bind(null, id, whole ? null : here(at, page))}
        basedOn={version}
      />
      <Pagination
        page={page}
        pages={pages}
        pageSize={PAGE}
        total={matching.length}
        href={(to) => here(at, to)}
      />
    </ImportStepPage>
  );
}
