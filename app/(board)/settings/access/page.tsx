import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { AccessRulesForm } from '@/components/settings/access-rules-form';
import { SettingsFormPage } from '@/components/settings/settings-form-page';
import { can } from '@/lib/domain/permissions';
import { currentBoard } from '@/lib/server/current-board';
import { signedIn } from '@/lib/server/session';
import { setAccessRulesAction } from './actions';

const TITLE = 'Change how people sign in';
export const metadata: Metadata = { title: TITLE };

export default async function AccessRulesPage() {
  const { actor } = await signedIn();
  const board = await currentBoard();
  return (
    <SettingsFormPage title={TITLE} may={can(actor, 'manageSettings')}>
      <AccessRulesForm
        action={setAccessRulesAction}
        submissionId={randomUUID()}
        basedOn={board.version}
        cancel="/settings"
        initial={{
          sessionIdleMinutes: String(board.sessionIdleMinutes),
          sessionHours: String(board.sessionHours),
          secondStepRoles: board.secondStepRoles,
          passwordsAllowed: board.passwordsAllowed ? 'yes' : 'no',
          securityMonths: String(board.securityMonths),
        }}
      />
    </SettingsFormPage>
  );
}
