import { randomUUID } from 'node:crypto';
import { ApplyForm } from '@/components/import/apply-form';
import { ImportStepPage } from '@/components/import/import-page';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { fingerprintOf } from '@/lib/data/import-fingerprint';
import { effectsOf } from '@/lib/domain/import-effects';
import { stepPath } from '@/lib/domain/import-path';
import { isChosen } from '@/lib/domain/import-setup';
import { type ImportPageProps, importAt } from '@/lib/server/import-page';
import { applyAction } from './actions';

const TITLE = 'Import what was chosen';
export const metadata = { title: TITLE };

export default async function ApplyPage({ params }: ImportPageProps) {
  const { upload, reading } = await importAt((await params).id);
  const { id, setup, version } = upload;
  const chosen = reading.rows.filter((row) => isChosen(row, setup));
  const rest = reading.rows.length - chosen.length;
  const effects = effectsOf(chosen.flatMap(({ write }) => write ?? []));
  return (
    <ImportStepPage upload={upload} step="apply" title={TITLE}>
      {chosen.length === 0 ? (
        <>
          <EmptyState title="No row is ticked: there is nothing to import." />
          <p>
            <LinkButton href={stepPath(id, 'rows')}>Back to the rows</LinkButton>
          </p>
        </>
      ) : (
        <div className="measure space-y-5">
          <p>This will leave in the register, in your name:</p>
          <ul className="list-disc space-y-1 pl-6">
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          {rest > 0 && (
            <p>
              {rest === 1
                ? 'One row of the file is left out: it'
                : `${rest.toLocaleString('en-GB')} rows of the file are left out: they`}{' '}
              can be imported another time, from the same file given again.
            </p>
          )}
          <p>
            All of it is saved, or none. Afterwards it is undone by further updates; every change
            stands in the history with the name of the file.
          </p>
          <ApplyForm
            fingerprint={fingerprintOf(chosen)}
            rows={chosen.length}
            action={applyAction.bind(null, id)}
            submissionId={randomUUID()}
            basedOn={version}
            cancel={stepPath(id, 'rows')}
          />
        </div>
      )}
    </ImportStepPage>
  );
}
