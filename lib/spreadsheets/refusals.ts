import { RuleError } from '@/lib/domain/errors';
import { formatSize } from '@/lib/domain/file-size';
import { IMPORT_LIMITS } from '@/lib/domain/import-limits';

/** Where in the file it is. Rows as people count them, from 1; '' is a sheet without a name. */
export interface RefusedAbout {
  sheet?: string;
  row?: number;
  count?: number;
}

const SAVE_AS = 'Save it as an Excel workbook (.xlsx) or as CSV, and upload that.';
const inFull = (count: number) => count.toLocaleString('en-GB');
const the = (sheet = '') => (sheet ? `The sheet “${sheet}”` : 'The file');

/** What is refused, and what to do about it. */
const SENTENCES = {
  empty: () => 'This file is empty. Check that it was saved, and upload it again.',
  tooBig: () =>
    `This file is bigger than ${formatSize(IMPORT_LIMITS.bytes)}. Remove pictures and sheets that are not needed, or split it, and upload it again.`,
  password: () =>
    'This workbook is protected by a password. Remove it in Excel (File, Info, Protect Workbook) and upload it again.',
  oldExcel: () =>
    'This is a workbook of an older Excel (.xls). Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.',
  binaryExcel: () =>
    'This is a binary workbook (.xlsb). Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.',
  xmlExcel: () =>
    'This is a workbook of an older Excel (XML Spreadsheet). Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.',
  macros: () =>
    'This workbook has macros. Save it in Excel as an Excel workbook without them (.xlsx), and upload that.',
  openDocument: () =>
    'This is an OpenDocument file (.ods). Save it as an Excel workbook (.xlsx) or as CSV, and upload that.',
  numbers: () =>
    'This is a Numbers file. Export it in Numbers to Excel (File, Export To) and upload that.',
  webPage: () =>
    'This is a web page, whatever its name says. Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.',
  pdf: () =>
    `This is a PDF, whatever its name says. Go back to the spreadsheet it came from. ${SAVE_AS}`,
  otherOffice: () => `This is no spreadsheet, but another kind of Office file. ${SAVE_AS}`,
  otherZip: () =>
    'This is a zip archive, and no Excel workbook. If there is a spreadsheet in it, unpack it and upload that.',
  other: () => `This is neither an Excel workbook nor a CSV file. ${SAVE_AS}`,
  brokenZip: () =>
    'This workbook is damaged or was not copied whole. Open it in Excel, save it again, and upload it.',
  broken: () =>
    'This workbook is not as Excel writes it. Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.',
  unread: () =>
    'This file could not be read. Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.',
  bomb: () =>
    'This workbook unpacks to far more than a register holds. Copy the rows that matter to a new workbook and upload that.',
  tooMuch: () =>
    'This file holds more than can be read at once. Copy the rows that matter to a new workbook, or split it, and upload that.',
  rows: ({ sheet, row = 0 }: RefusedAbout) =>
    `${the(sheet)} goes down to row ${inFull(row)}. At most ${inFull(IMPORT_LIMITS.rows)} rows can be read: delete what is not needed, or split it, and upload it again.`,
  columns: ({ sheet, row = 0, count = 0 }: RefusedAbout) =>
    `${the(sheet)} has ${inFull(count)} columns in row ${inFull(row)}. At most ${inFull(IMPORT_LIMITS.columns)} columns can be read: delete what is not needed and upload it again.`,
  sheets: ({ count = 0 }: RefusedAbout) =>
    `This workbook has ${inFull(count)} sheets. At most ${inFull(IMPORT_LIMITS.sheets)} can be read: delete those that are not needed and upload it again.`,
  openQuote: ({ row = 0 }: RefusedAbout) =>
    `A quotation mark is opened in row ${inFull(row)} of this file and never closed. Mend that row, or save the file as an Excel workbook (.xlsx), and upload it again.`,
  unknownText: () =>
    'The letters of this file cannot be told. Save it in Excel as “CSV UTF-8” or as an Excel workbook (.xlsx), and upload that.',
} satisfies Record<string, (about: RefusedAbout) => string>;

export type RefusalKey = keyof typeof SENTENCES;

/** The refusal as the form shows it, at its field for the file. */
export function refused(key: RefusalKey, about: RefusedAbout = {}): RuleError {
  return new RuleError({ file: SENTENCES[key](about) });
}
