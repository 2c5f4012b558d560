import { openDesk } from '@/lib/threads/desk';
import { FONT_FAMILIES, fontFiles } from './fonts';
import type { Drawing } from './pdf-drawing';
import { PAPER_TEMPLATE } from './pdf-template';

export interface Typeset {
  pdf: Uint8Array;
  pages: number;
}

const desk = openDesk<{ paper: string; pictures: Drawing['pictures'] }, Typeset>({
  file: 'lib/papers/pdf-worker.mjs',
  data: () => ({ template: PAPER_TEMPLATE, fonts: fontFiles(), family: FONT_FAMILIES[0] }),
  failed: 'The PDF could not be drawn',
  heapMb: 512,
  seconds: 60,
});

/**
 * A drawing as a PDF/UA-1 file. Drawn in a thread of its own, which keeps its fonts for the next.
 * @throws Error when it cannot be drawn; its message holds no path
 */
export function typeset({ paper, pictures }: Drawing): Promise<Typeset> {
  return desk.ask({ paper: JSON.stringify(paper), pictures });
}
