import { ImageRun, Paragraph, type Table } from 'docx';
import type { PaperChart } from '@/lib/domain/paper-model';
import { drawChart } from './chart';
import { chartPng } from './chart-png';
import { chartTable } from './word-table';
import { numberOf, paragraph, words } from './word-text';

/** Pixels of the PNG beside each SVG, and of the picture on the page. */
const PICTURE = { png: 1300, page: 620 };

/** A chart under its title, with what it shows in words, and its numbers below it. */
export function picture(chart: PaperChart): Array<Paragraph | Table> {
  const svg = drawChart(chart);
  const [, width = '1', height = '1'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return [
    paragraph(chart.title, { style: 'TableTitle' }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(svg),
          fallback: { type: 'png', data: Buffer.from(chartPng(svg, PICTURE.png)) },
          transformation: {
            width: PICTURE.page,
            height: Math.round((PICTURE.page * Number(height)) / Number(width)),
          },
          altText: {
            // The library gives each picture the same one, which some Words call a damaged file.
            id: String(numberOf(chart.key)),
            name: words(chart.title),
            title: words(chart.title),
            description: words(chart.alternative),
          },
        }),
      ],
    }),
    ...chartTable(chart),
  ];
}
