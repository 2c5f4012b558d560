import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { BoardNameForm } from '@/components/settings/board-name-form';
import { SettingsFormPage } from '@/components/settings/settings-form-page';
import { can } from '@/lib/domain/permissions';
import { currentBoard } from '@/lib/server/current-board';
import { signedIn } from '@/lib/server/session';
import { nameBoardAction } from './actions';

const TITLE = 'Change the board';
export const metadata: Metadata = { title: TITLE };

export default async function BoardNamePage() {
  const { actor } = await signedIn();
  const board = await currentBoard();
  return (
    <SettingsFormPage title={TITLE} may={can(actor, 'manageSettings')}>
      <BoardNameForm
        action={nameBoardAction}
        submissionId={randomUUID()}
        basedOn={board.version}
        cancel="/settings"
        initial={{ name: board.name, areas: board.areas.join('\n') }}
      />
    </SettingsFormPage>
  );
}
