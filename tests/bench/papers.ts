import { paperFiles } from '@/lib/papers/files';
import { throughOffice } from '../support/office';
import { variedPaper } from '../support/varied-paper';
import type { Row } from './row';
import { watched } from './watched';

const ORIGIN = 'https://tracker.example';

async function draw(model: ReturnType<typeof variedPaper>) {
  const { result, ...measured } = await watched(() => paperFiles(model, ORIGIN));
  return { files: result, ...measured };
}

/** All faces of a big paper: 32 recommendations and 20 commitments in one table, 500 local actions. */
export async function papers(): Promise<Row[]> {
  const model = variedPaper({}, { recommendations: 52, localActions: 500 });
  const first = await draw(model);
  const later = [await draw(model), await draw(model), await draw(model)];
  const median = later.map(({ seconds }) => seconds).sort((a, b) => a - b)[1] ?? Number.NaN;
  const word = first.files.find(({ name }) => name === 'paper.docx');
  const office = word ? await secondsInOffice(word.bytes) : null;
  return [
    {
      name: 'all faces of a big paper, first',
      value: first.seconds,
      unit: 's',
      note: 'loads fonts',
    },
    { name: 'all faces of a big paper, later', value: median, unit: 's', note: 'under 2' },
    {
      name: 'longest that another page waits meanwhile',
      value: Math.max(...later.map(({ blocked }) => blocked)),
      unit: 's',
      note: 'under 0.5',
    },
    office === null
      ? { name: 'the Word file to PDF by LibreOffice', value: null, unit: 's', note: 'skipped' }
      : {
          name: 'the Word file to PDF by LibreOffice',
          value: office,
          unit: 's',
          note: `${(office / median).toFixed(1)} times all our faces`,
        },
  ];
}

/** @returns seconds; null where LibreOffice is not installed */
async function secondsInOffice(bytes: Uint8Array): Promise<number | null> {
  const begun = performance.now();
  const files = await throughOffice('paper.docx', bytes, 'pdf');
  return files && (performance.now() - begun) / 1000;
}
