import type { PlainDate } from './dates';
import { readDate } from './import-date';
import { bareWords, saidWords } from './import-text';
import type { PickableRag } from './rag';

/** What a cell says of how an item stands. */
export type ReadRag =
  | { is: 'empty' }
  /** `exact` where it is the status's own name. */
  | { is: 'rag'; rag: PickableRag; exact: boolean }
  /** Never Blue: it asks the board to close it. */
  | { is: 'complete'; finishedOn: PlainDate | null }
  | { is: 'not_rated' }
  | { is: 'open' }
  /** Not understood; the statuses it names, if any. */
  | { is: 'asked'; options: PickableRag[] };

type Means = PickableRag | 'complete' | 'open' | 'not_rated';

/** On bare words, whole. A letter stands for a colour only where it is alone. */
const WHOLE: Readonly<Record<string, Means>> = {
  r: 'red',
  a: 'amber',
  g: 'green',
  b: 'complete',
  'not rated': 'not_rated',
  unrated: 'not_rated',
  open: 'open',
  live: 'open',
  active: 'open',
  'in progress': 'open',
  underway: 'open',
  'under way': 'open',
};

const PHRASES: ReadonlyArray<[RegExp, Means]> = [
  [
    /\b(not complete|incomplete|partially complete|part complete|nearly complete|not started|not on track)\b/g,
    'open',
  ],
  [/\boff (track|target|course)\b/g, 'red'],
  [/\bon (track|target|course|schedule)\b/g, 'green'],
  [
    /\b(delayed|slipp(ed|ing)|behind( schedule)?|at risk|some (delay|slippage)|minor delays?)\b/g,
    'amber',
  ],
  [/\b(completed?|done|finished|closed|delivered|achieved)\b/g, 'complete'],
  [/\bred\b/g, 'red'],
  [/\bamber\b/g, 'amber'],
  [/\bgreen\b/g, 'green'],
  [/\bblue\b/g, 'complete'],
];

const SIGNS: ReadonlyArray<[string, string]> = [
  ['🔴', ' red '],
  ['🟥', ' red '],
  ['🟠', ' amber '],
  ['🟧', ' amber '],
  ['🟡', ' amber '],
  ['🟨', ' amber '],
  ['🟢', ' green '],
  ['🟩', ' green '],
  ['🔵', ' blue '],
  ['🟦', ' blue '],
];

/** Statuses that are asked about although they hold a word of a colour. */
const UNSURE = /\b(not|no longer|incomplete|partially|part|nearly|almost|from|was|previously|to)\b/;

/** Reads a RAG status as boards write it: a word, a letter, a sign, or how things stand. */
export function readRag(text: string): ReadRag {
  const signed = SIGNS.reduce((so, [sign, word]) => so.replaceAll(sign, word), text);
  const words = bareWords(signed).replace(/^(?:b?rag )?(?:status |rating )?(?=\S)/, '');
  if (!words)
    return saidWords(text) && !/^[-–—]+$/.test(saidWords(text)) ? asked([]) : { is: 'empty' };
  // A story is no status.
  if (words.length > 200) return asked([]);
  const whole = WHOLE[words];
  if (whole) return meaning(whole, false, null);
  let rest = words;
  const means = new Set<Means>();
  for (const [phrase, meant] of PHRASES) {
    const without = rest.replace(phrase, ' ');
    if (without !== rest) means.add(meant);
    rest = without;
  }
  const options = [...means].filter((one): one is PickableRag => /^(red|amber|green)$/.test(one));
  const [only] = means;
  if (only === undefined || means.size > 1 || only === 'open' || UNSURE.test(rest))
    return asked(options);
  if (rest.trim() === '') return meaning(only, saidWords(text) === only, null);
  // 'Completed March 2026', and no other words.
  if (only !== 'complete') return asked(options);
  const day = readDate(
    {
      text: signed.replace(/\b(completed?|done|finished|closed|delivered|achieved|blue)\b/gi, ' '),
    },
    '2000-01-01',
  );
  return day.is === 'date' ? meaning(only, false, day.date) : asked(options);
}

const asked = (options: PickableRag[]): ReadRag => ({ is: 'asked', options });

function meaning(means: Means, exact: boolean, finishedOn: PlainDate | null): ReadRag {
  if (means === 'complete') return { is: 'complete', finishedOn };
  if (means === 'open' || means === 'not_rated') return { is: means };
  return { is: 'rag', rag: means, exact };
}

/** Which status a colour is by its hue; null for greys, and for hues that are none of them. */
export function readFill(fill: string): PickableRag | 'complete' | null {
  const [red, green, blue] = [1, 3, 5].map(
    (at) => Number.parseInt(fill.slice(at, at + 2), 16) / 255,
  );
  if (red === undefined || green === undefined || blue === undefined) return null;
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = most - least;
  if (!(spread > 0.12)) return null;
  const sixth =
    most === red
      ? (green - blue) / spread
      : most === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread;
  const hue = (sixth * 60 + 360) % 360;
  if (hue < 22 || hue >= 335) return 'red';
  if (hue < 68) return 'amber';
  if (hue < 170) return 'green';
  return hue >= 185 && hue < 255 ? 'complete' : null;
}
