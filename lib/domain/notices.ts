/**
 * What a page says after something was saved, by the key in its address ('?done=owner'). Only
 * these are drawn, so that an address cannot put words on a page.
 */
const NOTICES: Record<string, string> = {
  owner: 'Owner assigned',
  rag: 'Status update posted',
  'no-change': 'No change reported',
  link: 'Evidence added',
  file: 'Evidence file added',
  'evidence-withdrawn': 'Evidence withdrawn',
  'evidence-restricted': 'Evidence restricted',
  'evidence-released': 'Evidence released',
  response: 'Our response saved',
  position: 'National position saved',
  role: 'Our role set',
  created: 'Local action created',
  edited: 'Details saved',
  dates: 'Dates saved',
  links: 'Links saved',
  reading: 'Reading added',
  withdrawn: 'Local action withdrawn',
  restricted: 'Local action restricted',
  released: 'Local action released',
  person: 'Person added',
  organisation: 'Organisation added',
  settings: 'Settings saved',
  'meeting-added': 'Meeting added',
  'meeting-edited': 'Meeting changed',
  'meeting-cancelled': 'Meeting cancelled',
  'meeting-restored': 'Meeting put back on',
  proposed: 'Proposed. The board decides',
  'proposal-withdrawn': 'Proposal withdrawn',
  decided: 'Decision recorded',
  decisions: 'Decisions recorded',
  superseded: 'Recorded in its place',
  seat: 'Member of the board saved',
  attendance: 'Attendance recorded',
  'action-opened': 'Meeting action opened',
  'action-done': 'Meeting action done',
  'action-reopened': 'Meeting action reopened',
  'action-withdrawn': 'Meeting action withdrawn',
  minutes: 'Minutes saved',
  'minutes-agreed': 'Minutes agreed. Their words stay as they are from now on',
  'signed-out': 'You have signed out',
  password: 'Password saved. You can sign in now',
};

/** The words for a key, if there are any. Takes a query value as Next hands it over. */
export function notice(key: string | string[] | undefined): string | undefined {
  return typeof key === 'string' && Object.hasOwn(NOTICES, key) ? NOTICES[key] : undefined;
}
