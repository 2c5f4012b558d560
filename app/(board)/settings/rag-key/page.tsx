import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { RagKeyForm } from '@/components/settings/rag-key-form';
import { SettingsFormPage } from '@/components/settings/settings-form-page';
import { ITEM_KINDS } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import { currentBoard } from '@/lib/server/current-board';
import { signedIn } from '@/lib/server/session';
import { setRagKeyAction } from './actions';

const TITLE = 'Change the RAG key';
export const metadata: Metadata = { title: TITLE };

export default async function RagKeyPage() {
  const { actor } = await signedIn();
  const board = await currentBoard();
  return (
    <SettingsFormPage title={TITLE} may={can(actor, 'manageSettings')}>
      <RagKeyForm
        action={setRagKeyAction}
        submissionId={randomUUID()}
        basedOn={board.version}
        cancel="/settings"
        initial={Object.fromEntries(
          ITEM_KINDS.flatMap((kind) =>
            Object.entries(board.ragKey[kind]).map(([status, words]) => [
              `${kind}.${status}`,
              words,
            ]),
          ),
        )}
      />
    </SettingsFormPage>
  );
}
