const MB = 1024 * 1024;

/** What an uploaded spreadsheet may hold. A file above any of these is refused whole. */
export const IMPORT_LIMITS = {
  /** Of the upload itself. */
  bytes: 10 * MB,
  /** Of a sheet, down to the last that says something. */
  rows: 20_000,
  /** Of a sheet, as far right as something is said. */
  columns: 200,
  /** Of all sheets together. */
  cells: 500_000,
  sheets: 100,
  /** Of all cells together: a text may be stored once and be shown a million times. */
  characters: 40_000_000,
  /** Of all that is read of an Excel file, which is a zip: what it takes up once unpacked. */
  unpackedBytes: 300 * MB,
} as const;
