import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { SecondStepRuleForm } from '@/components/settings/second-step-rule-form';
import { SettingsFormPage } from '@/components/settings/settings-form-page';
import { can } from '@/lib/domain/permissions';
import { currentBoard } from '@/lib/server/current-board';
import { signedIn } from '@/lib/server/session';
import { setSecondStepRuleAction } from './actions';

const TITLE = 'Change the second step of administrators and officers';
export const metadata: Metadata = { title: TITLE };

export default async function SecondStepRulePage() {
  const { actor } = await signedIn();
  const board = await currentBoard();
  return (
    <SettingsFormPage title={TITLE} may={can(actor, 'manageSettings')}>
      <SecondStepRuleForm
        action={setSecondStepRuleAction}
        submissionId={randomUUID()}
        basedOn={board.version}
        cancel="/settings"
        initial={{ needed: board.secondStepOutside ? 'yes' : 'no' }}
      />
    </SettingsFormPage>
  );
}
