import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { SettingsFormPage } from '@/components/settings/settings-form-page';
import { StorageRulesForm } from '@/components/settings/storage-rules-form';
import { getStorage } from '@/lib/data/storage';
import { can } from '@/lib/domain/permissions';
import { storageWords } from '@/lib/domain/storage';
import { currentBoard } from '@/lib/server/current-board';
import { signedIn } from '@/lib/server/session';
import { setStorageRulesAction } from './actions';

const TITLE = 'Change how much files may take';
export const metadata: Metadata = { title: TITLE };

export default async function StorageRulesPage() {
  const context = await signedIn();
  const [board, { numbers }] = await Promise.all([currentBoard(), getStorage(context)]);
  return (
    <SettingsFormPage title={TITLE} may={can(context.actor, 'manageSettings')}>
      <StorageRulesForm
        action={setStorageRulesAction}
        submissionId={randomUUID()}
        basedOn={board.version}
        cancel="/settings"
        initial={{ storageMb: String(board.storageMb) }}
        used={numbers && storageWords(numbers)}
      />
    </SettingsFormPage>
  );
}
