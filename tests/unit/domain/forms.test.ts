import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addFileSchema, addLinkSchema } from '@/lib/domain/evidence';
import { createLocalActionSchema } from '@/lib/domain/local-action';
import { setOurRoleSchema } from '@/lib/domain/our-role';
import { addPersonSchema } from '@/lib/domain/people';
import {
  DEFAULT_RAG_KEY,
  needsRecovery,
  PICKABLE_RAG,
  RAG_NAMES,
  RAG_ORDER,
  RAG_STATUSES,
} from '@/lib/domain/rag';
import { restrictSchema } from '@/lib/domain/restriction';
import { choosePasswordSchema } from '@/lib/domain/sign-in';
import { HEADLINE_LIMIT, noChangeSchema, setRagSchema } from '@/lib/domain/status-update';

const opened = { submissionId: randomUUID(), basedOn: '1' };
const on = (day: string, month: string, year: string) => ({ day, month, year });

/** The messages of a form by field; none when it is accepted. */
function errors(schema: z.ZodType, given: object): Record<string, string> {
  const parsed = schema.safeParse({ ...opened, ...given });
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]),
  );
}

describe('a status update', () => {
  const said = { headline: 'On track', words: 'It opened in May.' };

  test.each([
    ['green', {}, {}],
    ['green', { recovery: '' }, {}],
    ['amber', { recovery: 'A second nurse.' }, {}],
    ['red', { recovery: 'Money.' }, {}],
    ['amber', {}, { recovery: 'Say what would bring it back' }],
    ['red', {}, { recovery: 'Say what would bring it back' }],
    ['red', { recovery: ' \n' }, { recovery: 'Say what would bring it back' }],
    ['blue', { recovery: 'x' }, { rag: 'Choose Red, Amber or Green' }],
    ['not_rated', { recovery: 'x' }, { rag: 'Choose Red, Amber or Green' }],
    ['Green', {}, { rag: 'Choose Red, Amber or Green' }],
    [undefined, {}, { rag: 'Choose Red, Amber or Green' }],
  ])('%s with %o', (rag, more, expected) => {
    expect(errors(setRagSchema, { ...said, rag, ...more })).toEqual(expected);
  });

  test('needs a headline of at most 200 characters, and words', () => {
    expect(HEADLINE_LIMIT).toBe(200);
    const green = { ...said, rag: 'green' };
    expect(errors(setRagSchema, { ...green, headline: 'x'.repeat(200) })).toEqual({});
    expect(errors(setRagSchema, { ...green, headline: 'x'.repeat(201) })).toEqual({
      headline: 'Use 200 characters or fewer: these are 201',
    });
    expect(errors(setRagSchema, { rag: 'green' })).toEqual({
      headline: 'Enter a headline',
      words: 'Say what has happened since the last update',
    });
  });

  test('“no change” names the next step', () => {
    expect(errors(noChangeSchema, { nextStep: 'Sign the lease' })).toEqual({});
    expect(errors(noChangeSchema, { words: 'Nothing' })).toEqual({
      nextStep: 'Say what the next step is',
    });
  });
});

describe('RAG', () => {
  test('Blue and Not rated are never picked', () => {
    expect([...PICKABLE_RAG]).toEqual(['red', 'amber', 'green']);
    expect(RAG_STATUSES.filter(needsRecovery)).toEqual(['red', 'amber']);
  });
  test('Red < Amber < Green < Blue', () => {
    const ordered = [...RAG_STATUSES].sort((a, b) => RAG_ORDER[a] - RAG_ORDER[b]);
    expect(ordered).toEqual(['not_rated', 'red', 'amber', 'green', 'blue']);
  });
  test('every status has its name and its key', () => {
    for (const key of [RAG_NAMES, ...Object.values(DEFAULT_RAG_KEY)]) {
      expect(Object.keys(key).sort()).toEqual([...RAG_STATUSES].sort());
    }
  });
});

describe('a new local action', () => {
  const action = { shortTitle: 'A', text: 'B' };
  const late = 'The due date must be on or after the start date';
  test.each([
    ['title and description are enough', action, {}],
    ['neither', {}, { shortTitle: 'Enter a short title', text: 'Describe the action' }],
    [
      'due on its first day',
      { ...action, scheduling: 'due', start: on('1', '5', '2027'), due: on('1', '5', '2027') },
      {},
    ],
    [
      'due before it starts',
      { ...action, scheduling: 'due', start: on('1', '5', '2027'), due: on('30', '4', '2027') },
      { due: late },
    ],
    [
      'ongoing: a due date left behind in a hidden box does not count',
      { ...action, scheduling: 'ongoing', start: on('1', '5', '2027'), due: on('30', '4', '2027') },
      {},
    ],
    [
      'a title too long',
      { ...action, shortTitle: 'x'.repeat(121) },
      { shortTitle: 'Use 120 characters or fewer: these are 121' },
    ],
  ])('%s', (_, given, expected) => {
    expect(errors(createLocalActionSchema, given)).toEqual(expected);
  });
});

describe('other forms', () => {
  const evidence = { title: 'Minutes', shows: 'It was agreed', datedOn: on('1', '9', '2026') };
  test.each([
    ['a link', addLinkSchema, { ...evidence, url: 'https://example.org' }, {}],
    [
      'a link to nowhere',
      addLinkSchema,
      { ...evidence, url: 'javascript:alert(1)' },
      { url: 'Enter a web address that starts with https:// or http://' },
    ],
    ['a file', addFileSchema, { ...evidence, file: new File(['x'], 'a.txt') }, {}],
    ['no file', addFileSchema, evidence, { file: 'Choose a file' }],
    [
      'an empty file',
      addFileSchema,
      { ...evidence, file: new File([], 'a.txt') },
      { file: 'Choose a file that is not empty' },
    ],
    [
      'what a browser sends without one',
      addFileSchema,
      { ...evidence, file: new File([], '') },
      { file: 'Choose a file' },
    ],
    [
      'a file that is words',
      addFileSchema,
      { ...evidence, file: 'a.txt' },
      { file: 'Choose a file' },
    ],
    [
      'a file without a name',
      addFileSchema,
      { ...evidence, file: new Blob(['x']) },
      { file: 'Choose a file' },
    ],
    ['our role', setOurRoleSchema, { ourRole: 'watch' }, {}],
    [
      'another role',
      setOurRoleSchema,
      { ourRole: 'lead' },
      { ourRole: 'Choose Deliver, Contribute or Watch' },
    ],
    [
      'a restriction',
      restrictSchema,
      { category: 'legal', reason: 'x', review: on('1', '1', '2027') },
      {},
    ],
    [
      'of no category',
      restrictSchema,
      { category: 'secret', reason: 'x', review: on('1', '1', '2027') },
      { category: 'Choose a category' },
    ],
    [
      'for no reason',
      restrictSchema,
      { category: 'other', review: on('1', '1', '2027') },
      { reason: 'Say why it is restricted' },
    ],
    [
      'for ever',
      restrictSchema,
      { category: 'other', reason: 'x' },
      { review: 'Enter the review date' },
    ],
    [
      'a person of nowhere',
      addPersonSchema,
      { name: 'A', position: 'B' },
      { organisationId: 'Choose their organisation' },
    ],
  ])('%s', (_, schema, given, expected) => {
    expect(errors(schema, given)).toEqual(expected);
  });

  test.each([
    ['twelve characters', 'x'.repeat(12), 'x'.repeat(12), {}],
    ['eleven', 'x'.repeat(11), 'x'.repeat(11), { password: 'Use 12 characters or more' }],
    [
      'two different ones',
      'x'.repeat(12),
      'y'.repeat(12),
      { again: 'The two passwords are not the same' },
    ],
    ['spaces count and stay', '            ', '            ', {}],
  ])('a password: %s', (_, password, again, expected) => {
    expect(errors(choosePasswordSchema, { password, again })).toEqual(expected);
  });
});
