import { ruleTitle } from './challenge-query';
import { formatDate, isPlainDate } from './dates';
import { KIND_NAMES, OUR_ROLE_NAMES, OUTCOME_NAMES } from './item';
import { CAPACITY_NAMES } from './membership';
import { ROLE_NAMES } from './permissions';
import { RAG_NAMES } from './rag';
import { FILTER_NAMES } from './register-links';

interface Field {
  label: string;
  /** The words of what it can be, where it is one of a few. */
  words?: Readonly<Record<string, string>>;
}

const YES_NO = { true: 'Yes', false: 'No' };
/** What a list was narrowed by when it was downloaded. */
const FILTERS = {
  ...FILTER_NAMES,
  q: 'Search',
  person: 'Who',
  kind: 'What',
  subject: 'Subject',
  from: 'From',
  to: 'To',
};
const AUDIENCES = { members: 'Members’ version', public: 'Public version' };

/** Every field that an audit event can tell of. */
const FIELDS: Readonly<Record<string, Field>> = {
  rag: { label: 'Reported', words: RAG_NAMES },
  headline: { label: 'Headline' },
  ownerId: { label: 'Owner' },
  leadOrganisationId: { label: 'Lead organisation' },
  ourRole: { label: 'Our role', words: OUR_ROLE_NAMES },
  firstDueDate: { label: 'First due date' },
  dueDate: { label: 'Due date' },
  reviewDate: { label: 'Review date' },
  lifecycle: {
    label: 'Open or closed',
    words: { open: 'Open', closed: 'Closed', withdrawn: 'Withdrawn' },
  },
  outcome: { label: 'Outcome', words: OUTCOME_NAMES },
  closedOn: { label: 'Closed on' },
  finishedOn: { label: 'Finished on' },
  mergedIntoId: { label: 'Merged into' },
  links: { label: 'Linked to' },
  restricted: { label: 'Restricted', words: YES_NO },
  evidence: { label: 'Evidence', words: { link: 'Link', file: 'File' } },
  readOn: { label: 'Date of reading' },
  value: { label: 'Reading' },
  shortTitle: { label: 'Short title' },
  text: { label: 'Description' },
  yourReference: { label: 'Your reference' },
  amount: { label: 'Amount' },
  amountPeriod: { label: 'Period of the amount' },
  editorNote: { label: 'Editor’s note' },
  alsoInvolved: { label: 'Also involved' },
  area: { label: 'Area' },
  startDate: { label: 'Start date' },
  fundingSource: { label: 'Funding source' },
  fundedUntil: { label: 'Funded until' },
  successMeasure: { label: 'Success measure' },
  baseline: { label: 'Baseline' },
  target: { label: 'Target' },
  challenges: { label: 'Challenges' },
  openChallenges: { label: 'Open challenges' },
  date: { label: 'Date' },
  startsAt: { label: 'Starts at' },
  venue: { label: 'Venue' },
  cancelled: { label: 'Cancelled', words: YES_NO },
  updatesDue: { label: 'Updates due' },
  papersIssued: { label: 'Papers issued' },
  capacity: { label: 'On the board as', words: CAPACITY_NAMES },
  from: { label: 'From' },
  until: { label: 'Last day' },
  removed: { label: 'Taken off the board', words: YES_NO },
  name: { label: 'Name' },
  position: { label: 'Position' },
  organisationId: { label: 'Organisation' },
  email: { label: 'Email address' },
  roles: { label: 'Roles', words: ROLE_NAMES },
  items: { label: 'Items' },
  meetingActions: { label: 'Meeting actions' },
  retired: { label: 'Retired', words: YES_NO },
  title: { label: 'Title' },
  publisher: { label: 'Publisher' },
  published: { label: 'Published' },
  boardName: { label: 'Name of the board' },
  areas: { label: 'Areas' },
  illustrative: { label: 'Content is fictional', words: YES_NO },
  dueSoonDays: { label: 'Due soon, days before' },
  reviewMonths: { label: 'Evidence reviewed after, months' },
  updatesDueDays: { label: 'Updates due, working days before' },
  papersIssuedDays: { label: 'Papers issued, clear working days before' },
  ragKey: { label: 'RAG key' },
  ragKeyConfirmed: { label: 'RAG key confirmed', words: YES_NO },
  sessionIdleMinutes: { label: 'Time out, minutes' },
  sessionHours: { label: 'Signed in at most, hours' },
  secondStepRoles: { label: 'Second step needed by', words: ROLE_NAMES },
  secondStepOutside: {
    label: 'Second step needed by administrators and officers',
    words: YES_NO,
  },
  passwordsAllowed: { label: 'Passwords allowed', words: YES_NO },
  securityMonths: { label: 'Security events kept, months' },
  storageMb: { label: 'Storage for files, megabytes' },
  register: {
    label: 'Register',
    words: Object.fromEntries(Object.entries(KIND_NAMES).map(([kind, { many }]) => [kind, many])),
  },
  format: { label: 'Format' },
  filters: { label: 'Narrowed by', words: FILTERS },
  asAt: { label: 'As at' },
  file: { label: 'File' },
  issue: { label: 'Issue' },
  audience: { label: 'Version for', words: AUDIENCES },
};

/** What a field is called; its own name for one that nobody has named. */
export function fieldLabel(field: string): string {
  return FIELDS[field]?.label ?? field;
}

/** A value in words. Ids of people and things, and links, are told elsewhere: they need the record. */
export function fieldWords(
  field: string,
  value: string | number | boolean | null | readonly string[],
): string | null {
  if (value === null) return null;
  const { words } = FIELDS[field] ?? {};
  if (Array.isArray(value)) {
    const all = value.map((one: string) => words?.[one] ?? one);
    return all.length > 0 ? all.join(', ') : null;
  }
  const text = String(value);
  if (field === 'value') return text;
  return isPlainDate(text) ? formatDate(text) : (words?.[text] ?? text);
}

/** 'no_update A1' of an acknowledgement, as 'A1: No update since …'. @param named the item */
export function challengeWords(rule: string, named: string): string {
  return `${named}: ${ruleTitle(rule)}`;
}
