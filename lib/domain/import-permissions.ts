import type { Draft } from './import-draft';
import { can, type ItemSubject, type Permission } from './permissions';

type Asked = Extract<
  Permission,
  'editLocalActions' | 'setOwner' | 'setRag' | 'addEvidence' | 'propose'
>;

const MAY_NOT: Record<Asked | 'manageSources', string> = {
  editLocalActions: 'create or change local actions',
  setOwner: 'assign an owner',
  setRag: 'post a status update',
  addEvidence: 'add evidence',
  propose: 'propose an extension or a closure',
  manageSources: 'change recommendations, or add them',
};

/** Says of a row what its writer may not do: each part by the permission of its form. */
export function askPermission(draft: Draft): void {
  const { item, write, reading } = draft;
  const { actor } = reading.facts;
  const of = item ? `${item.reference}: ` : '';
  const refuse = (asked: keyof typeof MAY_NOT) =>
    draft.problem(null, `${of}you may not ${MAY_NOT[asked]}`);
  const kind =
    item?.kind ?? (reading.kind === 'recommendations' ? 'recommendation' : 'local_action');
  const subject: ItemSubject = { kind, ownerId: item ? item.ownerId : (write.ownerId ?? null) };
  const wording = !item || Object.keys(write.wording).length > 0;
  if (kind === 'local_action') {
    const edits = wording || write.dates || write.linkIds;
    const edited = item ? subject : { ...subject, ownerId: null };
    if (edits && !can(actor, 'editLocalActions', edited)) refuse('editLocalActions');
  } else if (wording && !can(actor, 'manageSources')) refuse('manageSources');
  const owned = item && (write.ownerId || write.leadOrganisationId);
  if (owned && !can(actor, 'setOwner', subject)) refuse('setOwner');
  if ((write.update || write.notes.length > 0) && !can(actor, 'setRag', subject)) refuse('setRag');
  if (write.evidence && !can(actor, 'addEvidence', subject)) refuse('addEvidence');
  if (write.proposal && !can(actor, 'propose', subject)) refuse('propose');
}
