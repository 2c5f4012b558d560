import { strToU8, zipSync } from 'fflate';
import { formatInstant } from '@/lib/domain/dates';
import { EVENT_TITLES } from '@/lib/domain/event-kinds';
import type { PersonFile, PersonFileRow, PersonFileSection } from '@/lib/domain/person-file';
import { SECURITY_EVENTS } from '@/lib/domain/security-event';
import { escapeXml } from './xml';

const STYLE = `body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 0 0 1.5rem; width: 100%; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
th { width: 12rem; }
caption { text-align: left; font-weight: bold; }`;

/** What kinds of events are called. */
const KINDS: Readonly<Record<string, string>> = { ...EVENT_TITLES, ...SECURITY_EVENTS };

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** "recordedAt" as "Recorded at". */
function label(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') {
    return INSTANT.test(value) ? formatInstant(new Date(value)) : (KINDS[value] ?? value);
  }
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.join(', ');
  return JSON.stringify(value, null, 1);
}

function table(row: PersonFileRow, title: string, number: number): string {
  const cells = Object.entries(row).map(
    ([name, value]) =>
      `<tr><th scope="row">${escapeXml(label(name))}</th><td>${escapeXml(inWords(value))}</td></tr>`,
  );
  return `<table><caption>${escapeXml(title)}, ${number}</caption>${cells.join('')}</table>`;
}

function section({ title, rows }: PersonFileSection): string {
  const parts = rows.map((row, index) => table(row, title, index + 1));
  return `<h2>${escapeXml(title)}</h2>${parts.join('\n') || '<p>None.</p>'}`;
}

function page({ person, madeAt, madeBy, sections, leftOut }: PersonFile): string {
  const title = `What is held about ${person.name}`;
  const rest = leftOut.map(({ what, why }) => `<li>${escapeXml(`${what}: ${why}`)}</li>`);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escapeXml(title)}</title><style>${STYLE}</style></head><body>
<h1>${escapeXml(title)}</h1>
<p>Made on ${escapeXml(formatInstant(new Date(madeAt)))} by ${escapeXml(madeBy)}. Times are those of London. What is hidden from the role or the organisation of whoever made this file is not in it. What others typed about this person stands nowhere under their name: search minutes, papers and evidence as well.</p>
${sections.map(section).join('\n')}
<h2>Not in this file, and why</h2><ul>${rest.join('')}</ul>
</body></html>
`;
}

/** The file of one person: a page to read and print, and the same for a program. */
export function personFileZip(file: PersonFile): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    zipSync(
      {
        'held.html': strToU8(page(file)),
        'held.json': strToU8(`${JSON.stringify(file, null, 2)}\n`),
      },
      { mtime: new Date(file.madeAt) },
    ),
  );
}
