import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { DateRulesForm } from '@/components/settings/date-rules-form';
import { SettingsFormPage } from '@/components/settings/settings-form-page';
import { can } from '@/lib/domain/permissions';
import { currentBoard } from '@/lib/server/current-board';
import { signedIn } from '@/lib/server/session';
import { setDateRulesAction } from './actions';

const TITLE = 'Change how dates are worked out';
export const metadata: Metadata = { title: TITLE };

export default async function DateRulesPage() {
  const { actor } = await signedIn();
  const board = await currentBoard();
  return (
    <SettingsFormPage title={TITLE} may={can(actor, 'manageSettings')}>
      <DateRulesForm
        action={setDateRulesAction}
        submissionId={randomUUID()}
        basedOn={board.version}
        cancel="/settings"
        initial={{
          updatesDueDays: String(board.updatesDueDays),
          papersIssuedDays: String(board.papersIssuedDays),
          dueSoonDays: String(board.dueSoonDays),
          reviewMonths: String(board.reviewMonths),
        }}
      />
    </SettingsFormPage>
  );
}
