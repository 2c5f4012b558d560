import type { PaperModel } from '@/lib/domain/paper-model';
import { drawingOf, summaryDrawingOf } from './pdf-drawing';
import { ROOMS, shortenSummary } from './shorten-summary';
import { typeset } from './typeset';

/**
 * A board paper as PDF/UA-1.
 * @throws Error when it cannot be drawn; its message holds no path
 */
export async function paperPdf(model: PaperModel): Promise<Uint8Array> {
  const { pdf } = await typeset(drawingOf(model));
  return pdf;
}

/**
 * The summary of a paper as PDF/UA-1, on one side of A4: lists that are too long for it end in
 * "and 12 more".
 * @throws Error when it cannot be drawn; its message holds no path
 */
export async function summaryPdf(model: PaperModel): Promise<Uint8Array> {
  for (const room of ROOMS) {
    const summary = shortenSummary(model.summary, room);
    const { pdf, pages } = await typeset(summaryDrawingOf(model, summary));
    if (pages === 1) return pdf;
  }
  throw new Error('The PDF could not be drawn: no summary of this paper fits one page.');
}
