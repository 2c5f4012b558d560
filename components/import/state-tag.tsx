import { Tag } from '@/components/ui/tag';
import type { RowState } from '@/lib/domain/import-model';
import { ROW_STATE_NAMES } from '@/lib/domain/import-words';

/** What a row comes to, in a word. */
export function StateTag({ state }: { state: RowState }) {
  const tone = state === 'wrong' || state === 'stale' ? 'strong' : 'accent';
  return <Tag tone={state === 'unchanged' ? 'neutral' : tone}>{ROW_STATE_NAMES[state]}</Tag>;
}
