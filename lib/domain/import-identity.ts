import type { Reading } from './import-context';
import { questionKey, quoted } from './import-draft';
import { IMPORT_NAMES, type ImportField, type ImportItem } from './import-model';
import { readReference } from './import-references';
import { cutText, saidWords } from './import-text';
import { mendText } from './mend-text';

/** What a row is about. */
export type Identity =
  | { is: 'known'; item: ImportItem }
  /** `number` of a recommendation that the file numbers; `same` tells two rows about one thing. */
  | { is: 'new'; number?: number; same: string | null; yours?: string }
  | { is: 'left'; remark: string }
  | { is: 'wrong'; field: ImportField | null; message: string };

const LEAVE = { value: 'leave', label: 'Leave these rows out' };
const NEW = 'new';

/** Finds out what a row is about: by our reference, by the file's own, by its words. */
export function identify(reading: Reading, row: number): Identity {
  const said = (field: ImportField): string => {
    const column = reading.fields.get(field);
    return column === undefined ? '' : mendText(reading.sheet.rows[row]?.[column]?.text);
  };
  const reference = said('reference');
  if (reference) return byReference(reading, row, reference);
  const yours = said('yourReference');
  if (yours) {
    const found = named(reading, reading.yours.get(saidWords(yours)) ?? []);
    const [only] = found;
    if (only && found.length === 1) return { is: 'known', item: only };
    if (found.length > 1) return among(reading, row, yours, found);
  }
  return byWords(reading, row, said('text') || said('shortTitle'), yours);
}

function named(reading: Reading, items: readonly ImportItem[]): ImportItem[] {
  const { source } = reading.facts;
  return items.filter(
    ({ kind, reference }) =>
      IMPORT_NAMES[reading.kind].includes(kind) &&
      (reading.kind !== 'recommendations' || reference.replace(/[\d.]+$/, '') === source?.prefix),
  );
}

function waiting(field: ImportField, asks: string): Identity {
  return { is: 'wrong', field, message: `This waits for an answer: ${asks}` };
}

const label = ({ reference, shortTitle }: ImportItem) => `${reference} ${cutText(shortTitle, 80)}`;

function byReference(reading: Reading, row: number, said: string): Identity {
  const { kind, facts, items } = reading;
  const prefix = kind === 'recommendations' ? (facts.source?.prefix ?? null) : null;
  const reference = readReference(said, prefix);
  const item = reference === undefined ? undefined : items.get(reference);
  if (item && named(reading, [item]).length === 1) return { is: 'known', item };
  if (item && kind !== 'recommendations') {
    return {
      is: 'wrong',
      field: 'reference',
      message: `${item.reference} is none of what this import changes`,
    };
  }
  if (prefix !== null && reference !== undefined)
    return numbered(reading, row, said, reference, prefix);
  const canBegin = kind === 'local_actions';
  const { answer, asks } = reading.questions.ask(questionKey('reference', said), row, () => ({
    about: 'reference',
    asks: `${quoted(said)} is not in the register: which reference is meant?`,
    said,
    options: [
      ...(canBegin
        ? [{ value: NEW, label: `A new local action, with ${quoted(said)} as your reference` }]
        : []),
      LEAVE,
    ],
    open: true,
    otherwise: null,
  }));
  if (answer === null) return waiting('reference', asks);
  return answered(reading, answer, said, 'reference');
}

function answered(reading: Reading, answer: string, said: string, field: ImportField): Identity {
  if (answer === LEAVE.value) return { is: 'left', remark: 'Left out, as you said.' };
  if (answer === NEW && reading.kind === 'local_actions') {
    return { is: 'new', same: `yours ${saidWords(said)}`, yours: said };
  }
  const item = reading.items.get(readReference(answer, null) ?? '');
  return item && named(reading, [item]).length === 1
    ? { is: 'known', item }
    : { is: 'wrong', field, message: `There is no ${quoted(answer)} in the register` };
}

/** A recommendation of a source, by its number there; letters of another source are the file's own. */
function numbered(
  reading: Reading,
  row: number,
  said: string,
  reference: string,
  prefix: string,
): Identity {
  const letters = reference.replace(/[\d.]+$/, '');
  const number = Number(reference.slice(letters.length));
  if (!Number.isInteger(number) || number > 999) {
    return { is: 'wrong', field: 'reference', message: 'Enter a whole number from 1 to 999' };
  }
  if (letters !== prefix) {
    const { answer, asks } = reading.questions.ask(
      `reference prefix ${letters.toLowerCase()}`,
      row,
      () => ({
        about: 'reference',
        asks: `What are references like ${quoted(said)}?`,
        said: letters,
        options: [
          { value: 'number', label: `The source’s own numbers: ${prefix}${number} and so on` },
          LEAVE,
        ],
        open: false,
        otherwise: 'number',
      }),
    );
    if (answer === null) return waiting('reference', asks);
    if (answer === LEAVE.value) return { is: 'left', remark: 'Left out, as you said.' };
  }
  const item = reading.items.get(`${prefix}${number}`);
  return item ? { is: 'known', item } : { is: 'new', number, same: `number ${number}` };
}

function among(
  reading: Reading,
  row: number,
  said: string,
  found: readonly ImportItem[],
): Identity {
  const { answer, asks } = reading.questions.ask(questionKey('row', said), row, () => ({
    about: 'row',
    asks: `Which is ${quoted(said)}?`,
    said,
    options: [...found.map((item) => ({ value: item.reference, label: label(item) })), LEAVE],
    open: false,
    otherwise: null,
  }));
  return answer === null
    ? waiting('yourReference', asks)
    : answered(reading, answer, said, 'yourReference');
}

function byWords(reading: Reading, row: number, words: string, yours: string): Identity {
  const same = words ? named(reading, reading.worded.get(saidWords(words)) ?? []) : [];
  // Something else with a number of its own is not what the file numbers otherwise.
  const found = same.filter(({ yourReference }) => !yours || !yourReference);
  const [only] = found;
  const begins: Identity = {
    is: 'new',
    same: yours ? `yours ${saidWords(yours)}` : words ? `words ${saidWords(words)}` : null,
  };
  const canBegin = reading.kind !== 'status_updates';
  if (!only) {
    if (canBegin) return begins;
    if (!yours) {
      return {
        is: 'wrong',
        field: null,
        message: 'There is no reference, so nothing says what it is about',
      };
    }
    const { answer, asks } = reading.questions.ask(questionKey('reference', yours), row, () => ({
      about: 'reference',
      asks: `${quoted(yours)} is not in the register: which reference is meant?`,
      said: yours,
      options: [LEAVE],
      open: true,
      otherwise: null,
    }));
    return answer === null
      ? waiting('yourReference', asks)
      : answered(reading, answer, yours, 'yourReference');
  }
  const { answer, asks } = reading.questions.ask(questionKey('row', words), row, () => ({
    about: 'row',
    asks: `${quoted(words)} is in the register already: is it the same?`,
    said: words,
    options: [
      ...found
        .slice(0, 10)
        .map((item) => ({ value: item.reference, label: `It is ${label(item)}` })),
      canBegin ? { value: NEW, label: 'No, it is a new one' } : LEAVE,
    ],
    open: false,
    otherwise: found.length === 1 ? only.reference : null,
  }));
  if (answer === null) return waiting('text', asks);
  return answer === NEW ? begins : answered(reading, answer, words, 'text');
}
