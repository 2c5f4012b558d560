/** A line of the table that the bench prints. */
export interface Row {
  name: string;
  /** Null for what was skipped. */
  value: number | null;
  unit: string;
  note: string;
}
