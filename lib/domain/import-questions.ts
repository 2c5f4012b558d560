import type { ImportQuestion } from './import-model';
import { mendText } from './mend-text';

/** What a person is asked, and what is taken where they say nothing; null where they must. */
export interface Asked extends Omit<ImportQuestion, 'key' | 'rows' | 'understood'> {
  /** One of the options, or what could be entered. */
  otherwise: string | null;
  /** What that is called; by default the label of the option. */
  understood?: string;
}

interface Open {
  question: ImportQuestion;
  rows: number[];
  answer: string | null;
}

/** Gathers what a file leaves open: one question for all rows that say the same. */
export class Questions {
  readonly #asked = new Map<string, Open>();
  readonly #answers: Readonly<Record<string, string>>;

  constructor(answers: Readonly<Record<string, string>>) {
    this.#answers = answers;
  }

  /** The answer, or what is understood without one; null while it waits. `make` must go by the key. */
  ask(key: string, row: number, make: () => Asked): { answer: string | null; asks: string } {
    const open = this.#asked.get(key) ?? this.#open(key, make());
    if (open.rows.at(-1) !== row) open.rows.push(row);
    return { answer: open.answer, asks: open.question.asks };
  }

  #open(key: string, { otherwise, understood, ...question }: Asked): Open {
    const label = question.options.find(({ value }) => value === otherwise)?.label;
    const rows: number[] = [];
    const given = Object.hasOwn(this.#answers, key) ? mendText(this.#answers[key]) : '';
    const allowed = question.open || question.options.some(({ value }) => value === given);
    const open: Open = {
      question: {
        key,
        ...question,
        rows,
        understood: otherwise === null ? null : (understood ?? label ?? otherwise),
      },
      rows,
      answer: given !== '' && allowed ? given : otherwise,
    };
    this.#asked.set(key, open);
    return open;
  }

  /** How many there are so far. */
  get size(): number {
    return this.#asked.size;
  }

  /** Those that must be answered first, in the order in which the rows ask them. */
  all(): ImportQuestion[] {
    const all = [...this.#asked.values()].map(({ question }) => question);
    return [
      ...all.filter(({ understood }) => understood === null),
      ...all.filter(({ understood }) => understood !== null),
    ];
  }
}
