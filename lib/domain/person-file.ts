/** One thing that is held about somebody: column by column, as the database has it. */
export type PersonFileRow = Readonly<Record<string, unknown>>;

export interface PersonFileSection {
  /** 'StatusUpdate' */
  table: string;
  title: string;
  /** Those that its reader may see; that there are others is not told. */
  rows: readonly PersonFileRow[];
}

/** What is held about one person. */
export interface PersonFile {
  person: { id: string; name: string };
  /** ISO text. */
  madeAt: string;
  madeBy: string;
  sections: readonly PersonFileSection[];
  /** What is not in it, and why. */
  leftOut: ReadonlyArray<{ what: string; why: string }>;
}
