import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMITMENT_TITLES } from '@/seed/content/commitment-titles';
import { parts, reference } from '@/seed/content/reference';

const source = (name: string) =>
  readFileSync(new URL(`../../seed/content/sources/${name}`, import.meta.url), 'utf8');
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

const review = new Map(
  source('review-recommendations.txt')
    .split(/^Recommendation (\d+)$/m)
    .slice(1)
    .flatMap(
      (text, i, all): Array<[number, string]> =>
        i % 2 ? [[Number(all[i - 1]), spaced(text.replace(/Related Resources:\s*$/, ''))]] : [],
    ),
);

const paper = source('board-paper-2021.txt');
const section = (from: string, to: string) => paper.split(`\n${from}\n`)[1]?.split(to)[0] ?? '';
const bullets = (text: string) => text.split('·').slice(1).map(spaced);
const pledged = section('2.5', '\n2.6\n');
const paperCommitments = [
  ...bullets(section('2.4', '\n2.5\n')),
  spaced(pledged.split('·')[0] ?? ''),
  spaced(section('2.6', '\n3.\n')),
];
const priorities = bullets(pledged);
const keyAreas = [...section('2.3', '\n2.4\n').matchAll(/^\s*([a-p])\) (.*)$/gm)];

const recommendation = (number: number) => {
  const found = reference.recommendations.find((one) => one.number === number);
  if (!found) throw new Error(`no R${number}`);
  return found;
};
const commitment = (name: string) => {
  const found = reference.commitments.find((one) => one.reference === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe('the texts, word for word', () => {
  it('differs from the sources in four known repairs and nowhere else', () => {
    const repaired = [
      ...reference.recommendations
        .filter(({ number, text }) => spaced(text) !== review.get(number))
        .map((one) => one.reference),
      ...reference.commitments
        .filter(({ text }, index) => spaced(text) !== paperCommitments[index])
        .map((one) => one.reference),
    ];
    expect(review.size).toBe(32);
    expect(paperCommitments).toHaveLength(26);
    expect(repaired).toEqual(['R8', 'R12', 'R15', 'C2']);
  });

  it('keeps the texts of key areas and strategy priorities', () => {
    expect(reference.keyAreas.map(({ letter, text }) => [letter, spaced(text)])).toEqual(
      keyAreas.map(([, letter, text]) => [letter, spaced(text ?? '')]),
    );
    expect(reference.strategyPriorities.map(({ text }) => spaced(text))).toEqual(priorities);
  });

  it('repairs R8: its second bullet had run into the first', () => {
    expect(review.get(8)).toContain('Commissioning Quality Standard improve outcomes - work with');
    const bulleted = recommendation(8).text.split('\n').slice(1);
    expect(bulleted).toEqual([
      '- hold local areas to account for meeting the new Commissioning Quality Standard',
      '- improve outcomes',
      '- work with the Local Government Association (LGA) to provide a comprehensive improvement support offer for local authorities',
    ]);
    expect(bulleted.map((line) => line.slice(2))).toEqual(
      bullets(section('Appendix 1-Full list of DCB Part 2 report-32 recommendations', '\n9. ')),
    );
    expect(spaced(recommendation(8).text).replace(' - improve', ' improve')).toBe(review.get(8));
  });

  it('repairs R12: a stray space', () => {
    expect(review.get(12)).toContain('high-cost but low- volume services');
    expect(spaced(recommendation(12).text)).toBe(
      review.get(12)?.replace('low- volume', 'low-volume'),
    );
    expect(spaced(paper)).toContain('high-cost but low-volume services');
  });

  it('repairs R15: its full stop was missing', () => {
    expect(review.get(15)).toMatch(/\(CSTRs\)$/);
    expect(spaced(recommendation(15).text)).toBe(`${review.get(15)}.`);
    expect(spaced(paper)).toContain('Community Sentence Treatment Requirements (CSTRs).');
  });

  it('repairs C2: Re-announced', () => {
    const said = paperCommitments[1];
    expect(said).toBe('Re- announced the new joint combating drugs unit, including:');
    expect(commitment('C2').text).toBe(said?.replace('Re- announced', 'Re-announced'));
  });
});

describe('what is there', () => {
  it('counts', () => {
    const kinds = (kind: string) =>
      reference.commitments.filter((one) => one.kind === kind).map((one) => one.reference);
    expect(reference.recommendations.map((one) => one.reference)).toEqual(
      Array.from({ length: 32 }, (_, i) => `R${i + 1}`),
    );
    expect(kinds('commitment')).toHaveLength(20);
    expect(kinds('context')).toEqual(['C1']);
    expect(kinds('heading')).toEqual(['C3', 'C4', 'C5', 'C6']);
    expect(kinds('dependency')).toEqual(['C8']);
    expect(reference.commitments.every((one) => one.rated === (one.kind === 'commitment'))).toBe(
      true,
    );
    expect(reference.keyAreas.map((one) => one.letter).join('')).toBe('abcdefghijklmnop');
    expect(reference.themes).toHaveLength(14);
    expect(reference.organisations).toHaveLength(22);
    expect(reference.strategyPriorities.map((one) => one.reference)).toEqual(['SP1', 'SP2', 'SP3']);
    expect(parts).toHaveLength(4);
  });

  it('groups a commitment under the reference it starts with', () => {
    for (const { reference: name, group } of reference.commitments) {
      expect(group).toBe(name.includes('.') ? name.split('.')[0] : null);
    }
  });

  it('gives every recommendation and commitment a short title', () => {
    expect(Object.keys(COMMITMENT_TITLES)).toEqual(
      reference.commitments.map((one) => one.reference),
    );
    const titles = [
      ...reference.recommendations.map((one) => one.shortTitle),
      ...Object.values(COMMITMENT_TITLES),
    ];
    expect(titles.filter((title) => title.length === 0 || title.length > 90)).toEqual([]);
    expect(new Set(titles).size).toBe(58);
  });

  it('quotes amounts and deadlines', () => {
    const quotes = [
      ...reference.commitments.flatMap((one) =>
        [one.amount?.display, one.amount?.period, one.deadline?.text].map((quote) => [
          one.text,
          quote,
        ]),
      ),
      ...reference.recommendations.flatMap((one) =>
        one.deadlines.map((deadline) => [one.text, deadline.text]),
      ),
    ].filter(([, quote]) => quote);
    const amounts = reference.commitments.filter((one) => one.amount);
    expect(amounts.map((one) => one.reference)).toEqual([
      'C3.1',
      'C3.2',
      'C3.3',
      'C3.5',
      'C3.6',
      'C3.7',
    ]);
    expect(quotes.filter(([text, quote]) => !text?.includes(quote ?? ''))).toEqual([]);
  });
});

describe('the editor’s mapping', () => {
  it('agrees on key areas from both ends', () => {
    for (const { letter, recommendations, closestFit } of reference.keyAreas) {
      const fromThere = reference.recommendations.filter((one) => one.keyAreas.includes(letter));
      expect(fromThere.map((one) => one.number)).toEqual(recommendations);
      expect(recommendations).toEqual(expect.arrayContaining(closestFit));
    }
  });

  it('agrees on strategy priorities from both ends', () => {
    for (const { reference: code, commitments } of reference.strategyPriorities) {
      const fromThere = reference.commitments.filter((one) => one.priorities.includes(code));
      expect(fromThere.map((one) => one.reference)).toEqual(commitments);
    }
  });

  it('names only themes and bodies that are there', () => {
    const themes = new Set(reference.themes.map((one) => one.code));
    const bodies = new Set(reference.organisations.map((one) => one.code));
    for (const one of reference.recommendations) {
      expect(one.themes.filter((code) => !themes.has(code))).toEqual([]);
      expect(one.bodies.filter(({ code }) => !bodies.has(code))).toEqual([]);
      expect(one.themes.length * one.bodies.length * one.keyAreas.length).toBeGreaterThan(0);
    }
  });

  it('answers 5 recommendations directly, 10 in part, 8 by subject only and 9 not at all', () => {
    const strongest = reference.recommendations.map(({ number }) => {
      const strengths = reference.commitments
        .filter((one) => one.kind === 'commitment')
        .flatMap((one) => one.answers)
        .filter((answer) => answer.recommendation === number)
        .map((answer) => answer.strength);
      return (['direct', 'partial', 'thematic'] as const).find((s) => strengths.includes(s));
    });
    const count = (wanted: string | undefined) => strongest.filter((s) => s === wanted).length;
    expect([count('direct'), count('partial'), count('thematic'), count(undefined)]).toEqual([
      5, 10, 8, 9,
    ]);
  });
});
