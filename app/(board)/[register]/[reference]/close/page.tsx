import { randomUUID } from 'node:crypto';
import { ItemFormPage } from '@/components/forms/item-form-page';
import { ClosureForm } from '@/components/proposal/closure-form';
import { listMergeTargets } from '@/lib/data/proposals-view';
import { itemPath } from '@/lib/domain/item';
import { refuseStep } from '@/lib/domain/lifecycle';
import { type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { stageOf } from '@/lib/server/proposal-page';
import { signedIn } from '@/lib/server/session';
import { proposeClosureAction } from './actions';

const TITLE = 'Propose to close it';
export const generateMetadata = itemFormTitle(TITLE);

export default async function ClosurePage({ params }: ItemPageProps) {
  const context = await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const refused = refuseStep(stageOf(item), 'proposeClosure');
  return (
    <ItemFormPage
      title={TITLE}
      item={item}
      may={refused !== null || item.may.proposeClosure}
      refused={refused}
    >
      <ClosureForm
        intro={
          <p className="measure">
            Closing takes two: you propose, the board decides. Until then {item.reference} stays
            open and can be updated.
          </p>
        }
        others={await listMergeTargets(context, item.reference)}
        action={proposeClosureAction.bind(null, item.reference)}
        submissionId={randomUUID()}
        basedOn={item.number}
        cancel={itemPath(item.reference)}
      />
    </ItemFormPage>
  );
}
