import { Notification } from '@/components/ui/notification';
import { TextLink } from '@/components/ui/text-link';
import { type Storage, type StorageState, storageWords } from '@/lib/domain/storage';

interface StorageNoticeProps {
  storage: { state: StorageState; numbers: Storage | null };
  /** Whether the reader can give it more. */
  mayChange: boolean;
  /** Beside a form that takes a file. */
  uploading?: boolean;
}

/** That the board's files have nearly, or quite, used up their room. Nothing where there is room. */
export function StorageNotice({ storage, mayChange, uploading = false }: StorageNoticeProps) {
  const { state, numbers } = storage;
  if (state === 'room') return null;
  const full = state === 'full';
  return (
    <Notification tone="warning" title={full ? 'Storage is full' : 'Storage is nearly full'}>
      <p>
        {numbers && `Files take ${storageWords(numbers)}. `}
        {full && 'Files are refused until there is more storage. '}
        {!full && !uploading && 'When it is full, files are refused. '}
        {uploading ? 'Evidence can be a link instead.' : 'Board papers can be issued all the same.'}{' '}
        {mayChange ? (
          <TextLink href="/settings/storage">Change how much files may take</TextLink>
        ) : (
          'An administrator can change how much files may take.'
        )}
      </p>
    </Notification>
  );
}
