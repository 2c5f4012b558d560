import type { RagStatus } from './rag';

/** Of the bars of a chart, as '#rrggbb': words on their fill have a contrast of 5 to 1 or more. */
export const BAR_COLOURS: Record<RagStatus, { fill: string; edge: string; ink: string }> = {
  red: { fill: '#b3201d', edge: '#7a1310', ink: '#ffffff' },
  amber: { fill: '#f2b544', edge: '#643a00', ink: '#211a26' },
  green: { fill: '#1c7a3e', edge: '#0f4d26', ink: '#ffffff' },
  blue: { fill: '#1f5fbf', edge: '#153f80', ink: '#ffffff' },
  not_rated: { fill: '#ffffff', edge: '#5a5061', ink: '#211a26' },
};

/** Of a cell that says a status in words: a pale shade, and ink of 7 to 1 or more on it. */
export const CELL_COLOURS: Record<RagStatus, { shade: string; ink: string }> = {
  red: { shade: '#fbe7e4', ink: '#7a1310' },
  amber: { shade: '#fdf1da', ink: '#643a00' },
  green: { shade: '#e3f2e7', ink: '#0f4d26' },
  blue: { shade: '#e5eefb', ink: '#153f80' },
  not_rated: { shade: '#f1ece4', ink: '#211a26' },
};
