import type { RowWrite } from './import-model';

/** What a new entry begins with is part of it. */
const known = ({ reference }: RowWrite) => reference !== null;

const EFFECTS: ReadonlyArray<
  [one: string, many: string, count: (write: RowWrite) => number | boolean]
> = [
  ['new entry in the register', 'new entries in the register', (write) => write.reference === null],
  [
    'change of wording',
    'changes of wording',
    (write) => known(write) && Object.keys(write.wording).length > 0,
  ],
  [
    'owner or lead organisation',
    'owners or lead organisations',
    (write) => known(write) && Boolean(write.ownerId ?? write.leadOrganisationId),
  ],
  [
    'date that is set or brought forward',
    'dates that are set or brought forward',
    (write) => known(write) && write.dates !== undefined,
  ],
  ['status update', 'status updates', (write) => write.update !== undefined],
  ['change of links', 'changes of links', (write) => known(write) && write.linkIds !== undefined],
  [
    'extension, proposed: the board decides',
    'extensions, proposed: the board decides',
    (write) => write.proposal?.kind === 'extension',
  ],
  [
    'closure as Complete, proposed: the board decides',
    'closures as Complete, proposed: the board decides',
    (write) => write.proposal?.kind === 'closure',
  ],
  ['link to evidence', 'links to evidence', (write) => write.evidence !== undefined],
  [
    'note or earlier report, kept with what it is about',
    'notes or earlier reports, kept with what they are about',
    (write) => write.notes.length,
  ],
];

/** What rows would do, counted: '12 status updates'. */
export function effectsOf(writes: readonly RowWrite[]): string[] {
  return EFFECTS.flatMap(([one, many, count]) => {
    const total = writes.reduce((sum, write) => sum + Number(count(write)), 0);
    if (total === 0) return [];
    return [`${total.toLocaleString('en-GB')} ${total === 1 ? one : many}`];
  });
}
