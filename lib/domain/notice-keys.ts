/**
 * What a page says of what left no event in the record. None of it is about a thing, so that a key
 * is enough; only a key that the server sealed a moment ago is drawn (see lib/server/sealed-notice.ts).
 */
const WORDS = {
  nothing: 'Nothing was changed',
  'import-discarded': 'File discarded. Nothing of it was imported',
  'put-away': 'Put away',
  'rows-chosen': 'Choice of rows saved',
  'signed-out': 'You have signed out',
  password: 'Password saved. You can sign in now',
  kept: 'You were signed out. Sign in again: what you typed is kept',
  'not-kept': 'You were signed out. Nothing was saved, and what you typed could not be kept',
  'too-late': 'That took too long. Begin again with your password',
  'link-sent':
    'If that address has an account, a link is on its way to it. Look among unwanted mail too',
  'password-changed': 'Password changed. You are signed out everywhere else',
  'second-step-added': 'Second step set up',
  'second-step-removed': 'Second step removed',
  'signed-out-elsewhere': 'You are signed out everywhere else',
} as const;

export type NoticeKey = keyof typeof WORDS;
export const NOTICE_KEYS = Object.keys(WORDS) as NoticeKey[];

/** The words for a key; undefined for any other text. */
export function keyWords(key: string): string | undefined {
  const known = NOTICE_KEYS.find((one) => one === key);
  return known && WORDS[known];
}
