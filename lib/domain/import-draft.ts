import { formatDate, isPlainDate } from './dates';
import type { Reading } from './import-context';
import { IMPORT_FIELD_NAMES } from './import-fields';
import type { GridCell } from './import-grid';
import type {
  ImportChange,
  ImportField,
  ImportItem,
  PreviewRow,
  RowNote,
  RowWrite,
} from './import-model';
import type { Asked } from './import-questions';
import { exportedText } from './import-said';
import { cellName, cutText, saidWords } from './import-text';
import { mendText } from './mend-text';
import type { PaperItem } from './paper-facts';
import type { RagStatus } from './rag';
import { shortHash } from './short-hash';
import { neutralise } from './spreadsheet-text';

const NOTHING: ReadonlyMap<string, string> = new Map();

const DAYS: ReadonlySet<ImportField> = new Set(['due', 'review', 'firstDue']);

/** A row of a file while it is understood: what it says, and what it comes to. */
export class Draft {
  readonly reading: Reading;
  readonly row: number;
  /** What it is about; null for a new item. */
  readonly item: ImportItem | null;
  /** What the file is compared with: the item as it was exported, or as it is. */
  readonly base: PaperItem | null;
  /** It comes from a file of ours. */
  readonly ours: boolean;
  readonly changes: ImportChange[] = [];
  readonly problems: Array<PreviewRow['problems'][number]> = [];
  readonly remarks: string[] = [];
  readonly notes: RowNote[] = [];
  readonly write: RowWrite;
  readonly baseTexts: ReadonlyMap<string, string>;
  readonly presentTexts: ReadonlyMap<string, string>;

  constructor(reading: Reading, row: number, item: ImportItem | null) {
    this.reading = reading;
    this.row = row;
    this.item = item;
    this.ours = this.text('asAt') !== '';
    // A row that was put in from another file of ours is compared with the register as it is.
    const same = Date.parse(this.text('asAt')) === reading.exportedAt;
    const then = item && same ? reading.base?.get(item.reference) : undefined;
    this.base = then ?? item;
    this.presentTexts = (item && reading.texts.get(item.reference)) ?? NOTHING;
    this.baseTexts = (then && reading.baseTexts.get(then.reference)) ?? this.presentTexts;
    this.write = { reference: item?.reference ?? null, wording: {}, notes: this.notes };
  }

  at(column: number): GridCell | null {
    return this.reading.sheet.rows[this.row]?.[column] ?? null;
  }

  cell(field: ImportField): GridCell | null {
    const column = this.reading.fields.get(field);
    return column === undefined ? null : this.at(column);
  }

  has(field: ImportField): boolean {
    return this.reading.fields.has(field);
  }

  text(field: ImportField): string {
    const cell = this.cell(field);
    return cell?.date ?? mendText(cell?.text);
  }

  heading(field: ImportField): string {
    const column = this.reading.fields.get(field);
    const heading = column === undefined ? '' : (this.reading.headings[column] ?? '');
    return heading || IMPORT_FIELD_NAMES[field];
  }

  /** What the register says of a field now. */
  present(field: ImportField): string {
    return exportedText(this.presentTexts, field);
  }

  /**
   * Whether the file says something else than what it is compared with. An empty cell never does:
   * it takes nothing away, and where somebody emptied it that is said.
   */
  says(field: ImportField): boolean {
    if (!this.has(field)) return false;
    const [said, was] = [this.text(field), exportedText(this.baseTexts, field)];
    // A CSV file of ours that was saved as a workbook keeps what its text was neutralised with.
    if (said !== '') return said !== was && !(this.ours && said === neutralise(was));
    if (was && this.ours && !(field === 'rag' && this.cell(field)?.fill)) {
      this.remarks.push(
        `“${this.heading(field)}” is empty in the file: the register keeps “${cutText(this.present(field) || was, 80)}”.`,
      );
    }
    return false;
  }

  change(field: ImportField, to: string, understood: string | null = null): void {
    // Days in words: exports have them as days.
    const inWords = (said: string) =>
      DAYS.has(field) && isPlainDate(said) ? formatDate(said) : said;
    this.changes.push({
      field,
      label: IMPORT_FIELD_NAMES[field],
      from: inWords(this.present(field)) || null,
      to: inWords(to),
      understood,
    });
  }

  problem(field: ImportField | null, message: string): void {
    const column = field === null ? undefined : this.reading.fields.get(field);
    const cell = column === undefined ? null : cellName(column, this.row);
    this.problems.push({ cell, message });
  }

  /** Keeps with the item what a column says, or what is given as its words. */
  keep(field: ImportField, rag: RagStatus | null = null, text = this.text(field)): void {
    this.note({ heading: this.heading(field), text, on: null, rag });
  }

  note(note: RowNote): void {
    if (!note.text) return;
    const same = (one: RowNote) =>
      one.heading === note.heading && one.text === note.text && one.on === note.on;
    if (this.notes.some(same) || this.item?.notes?.some(same)) return;
    this.notes.push(note);
    this.changes.push({
      field: 'note',
      label: note.heading,
      from: null,
      to: note.text,
      understood: 'Kept as a note',
    });
  }

  /** Asks, or takes what was answered; null while it waits, and then the row is wrong for now. */
  ask(field: ImportField | null, key: string, make: () => Asked): string | null {
    const { answer, asks } = this.reading.questions.ask(key, this.row, make);
    if (answer === null) this.problem(field, `This waits for an answer: ${asks}`);
    return answer;
  }
}

/** The key of a question about words of a file. */
export function questionKey(about: string, text: string): string {
  const words = saidWords(text);
  return words.length > 100
    ? `${about} ${words.slice(0, 100)} ${shortHash(words)}`
    : `${about} ${words}`;
}

/** Words of a file as a question quotes them. */
export function quoted(text: string): string {
  return `“${cutText(mendText(text).replace(/\s+/g, ' '), 120)}”`;
}
