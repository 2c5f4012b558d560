import { type Score, ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { PASSWORD_MAXIMUM } from './sign-in';

/** Of 0 to 4: 3 is "safely unguessable", against somebody who has the hashes and some time. */
const ENOUGH: Score = 3;

/** Where the library's words are not plain, or not in our type. */
const WARNINGS = {
  simpleRepeat: 'Repeated characters like “aaa” are easy to guess.',
  extendedRepeat: 'Repeated characters like “abcabcabc” are easy to guess.',
  sequences: 'Sequences like “abc” are easy to guess.',
  userInputs: 'It is made of your name, your email address or the name of the board.',
};

let made: ZxcvbnFactory | undefined;

/** Words that are tried first by whoever knows the person: each part of a name or an address. */
function partsOf(known: readonly string[]): string[] {
  return [
    ...new Set(
      known.flatMap((text) => [text, text.replace(/\s/g, ''), ...text.split(/[\s@.\-_]+/)]),
    ),
  ].filter((part) => part.length > 2);
}

/**
 * Why a password would be guessed, in a sentence that helps; null when it would not. The library
 * looks for words, names, dates, keyboard rows and their usual disguises.
 * @param known the person's name and address, the board's name: part of what is guessed first
 */
export function passwordWeakness(password: string, known: readonly string[]): string | null {
  made ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: {
      ...english.translations,
      warnings: { ...english.translations.warnings, ...WARNINGS },
    },
  });
  const { score, feedback } = made.check(password.slice(0, PASSWORD_MAXIMUM), [
    ...partsOf(known),
    'board tracker',
  ]);
  if (score >= ENOUGH) return null;
  const because = feedback.warning ? ` ${feedback.warning.replace(/\.?$/, '.')}` : '';
  return `This password would be guessed too soon.${because} Use three or four words that do not belong together.`;
}
