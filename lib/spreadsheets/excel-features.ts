import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** To an address, or to the first cell of another sheet by its name. */
export type SheetLink = { cell: string } & ({ href: string } | { sheet: string });

/** What the package has no option for, of one sheet. */
export interface SheetExtras {
  name: string;
  links: readonly SheetLink[];
  /** Headings and rows, 'A1:J41'; null for a sheet that is no table. */
  filter: string | null;
}

const SHEET = 'xl/worksheets/sheet{id}.xml';
const WORKBOOK = 'xl/workbook.xml';
const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

function inserted(xml: string, file: typeof SHEET | typeof WORKBOOK, element: string): string {
  const parent = file === SHEET ? 'worksheet' : 'workbook';
  const order = getOrderOfSiblings(file, parent) ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, parent);
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

function linkElement(link: SheetLink, index: number): string {
  const target =
    'sheet' in link
      ? `location="${sanitizeAttributeValue(`${quoted(link.sheet)}!A1`)}"`
      : `r:id="rId-link-${index + 1}"`;
  return `<hyperlink ref="${link.cell}" ${target}/>`;
}

function linkRelation(link: SheetLink, index: number): string {
  if ('sheet' in link) return '';
  return `<Relationship Id="rId-link-${index + 1}" Type="${HYPERLINK}" Target="${sanitizeAttributeValue(link.href)}" TargetMode="External"/>`;
}

/** '$A$1:$J$41' of 'A1:J41'. */
function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** By these Excel knows the rows of a filter, and prints the headings on every page. */
function definedNames(sheets: readonly SheetExtras[]): string {
  return sheets
    .map(({ name, filter }, index) => {
      if (!filter) return '';
      const sheet = sanitizeTextContent(quoted(name));
      return [
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!${absolute(filter)}</definedName>`,
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$1</definedName>`,
      ].join('');
    })
    .join('');
}

type Attributes = Record<string, string | number>;

function attributesOf(tag: string, attributes: Attributes): Attributes {
  if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
  if (tag !== 'row') return attributes;
  // A height that nobody set by hand: the row grows when somebody writes more into it.
  const { customHeight: _, ...rest } = attributes;
  return rest;
}

/**
 * Filters, links, and pages as wide as the paper with their number at the foot.
 *
 * @param header Stands above every printed page; null for none.
 */
export function sheetFeatures(
  sheets: readonly SheetExtras[],
  header: string | null,
): Feature<Stream | Buffer | Blob> {
  const head = header
    ? `<oddHeader>${sanitizeTextContent(`&L${header.replaceAll('&', '&&')}`)}</oddHeader>`
    : '';
  const foot = `<oddFooter>${sanitizeTextContent('&L&A&RPage &P of &N')}</oddFooter>`;
  return {
    files: {
      transform: {
        [SHEET]: {
          transformElementAttributes: (tag, attributes) => attributesOf(tag, attributes),
          transform: (xml, _options, { sheetIndex }) => {
            const { filter, links } = sheets[sheetIndex] ?? { filter: null, links: [] };
            return [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              filter ? `<autoFilter ref="${filter}"/>` : '',
              links.length ? `<hyperlinks>${links.map(linkElement).join('')}</hyperlinks>` : '',
              `<headerFooter>${head}${foot}</headerFooter>`,
            ].reduce((whole, element) => (element ? inserted(whole, SHEET, element) : whole), xml);
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            sheets[sheetIndex]?.links.map(linkRelation).join(''),
        },
        [WORKBOOK]: {
          transform: (xml) => {
            const names = `<definedNames>${definedNames(sheets)}</definedNames>`;
            return xml.replace(/<definedNames\s*\/>/, () => names);
          },
        },
      },
    },
  };
}
