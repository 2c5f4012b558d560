import { formatSize } from './file-size';

const MB = 1024 * 1024;

/** From this part of it on, storage is nearly full. */
const NEARLY = 0.8;

/** What the files of a board take, in bytes, and what they may. */
export interface Storage {
  used: number;
  limit: number;
}
export type StorageState = 'room' | 'nearly full' | 'full';

/** @param storageMb the board's setting */
export function storageOf(used: number, { storageMb }: { storageMb: number }): Storage {
  return { used, limit: storageMb * MB };
}

export function storageState({ used, limit }: Storage): StorageState {
  if (used >= limit) return 'full';
  return used >= limit * NEARLY ? 'nearly full' : 'room';
}

/** "8.2 GB of 10 GB" */
export function storageWords({ used, limit }: Storage): string {
  return `${formatSize(used)} of ${formatSize(limit)}`;
}

/** Why a file is refused; null where there is room for it. @param size in bytes */
export function noRoom({ used, limit }: Storage, size: number): string | null {
  if (used + size <= limit) return null;
  return `There is no room for a file of ${formatSize(size)}: the board’s storage is full. Add a link instead, or ask an administrator for more storage`;
}
