import { strToU8, type Zippable, zipSync } from 'fflate';

/** Parts of a workbook by hand: what other programs write and no library of ours does. */
export interface WorkbookParts {
  /** Elements within <worksheet>, by sheet. */
  sheets: readonly string[];
  /** Elements within <sheets>, where a state or a name matters. */
  list?: string;
  /** Elements of <workbook> before <sheets>. */
  head?: string;
  /** Items within <sst>. */
  strings?: string;
  /** Elements within <styleSheet>. */
  styles?: string;
  /** Elements within <clrScheme>. */
  theme?: string;
  /** Elements within the <Relationships> of the first sheet. */
  links?: string;
  /** More parts, or others in place of these, by their path. */
  more?: Zippable;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const EXCEL_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
const part = (root: string, inner: string, namespace = MAIN) =>
  xml(`<${root} xmlns="${namespace}" xmlns:r="${OFFICE}">${inner}</${root}>`);
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (inner: string) =>
  xml(`<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`);

export function contentTypes(main: string): Uint8Array {
  return xml(
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`,
  );
}

/** An .xlsx file of these parts. */
export function workbook(parts: WorkbookParts): Uint8Array {
  const { sheets, head = '', strings = '', styles = '', theme = '' } = parts;
  const list = sheets.map(
    (_, at) => `<sheet name="S${at + 1}" sheetId="${at + 1}" r:id="r${at}"/>`,
  );
  return zipSync({
    '[Content_Types].xml': contentTypes(EXCEL_TYPE),
    '_rels/.rels': relations(relation('main', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': part('workbook', `${head}<sheets>${parts.list ?? list.join('')}</sheets>`),
    'xl/_rels/workbook.xml.rels': relations(
      [
        ...sheets.map((_, at) => relation(`r${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
        relation('strings', 'sharedStrings', '/xl/sharedStrings.xml'),
        relation('styles', 'styles', 'styles.xml'),
        relation('theme', 'theme', './theme/theme1.xml'),
      ].join(''),
    ),
    'xl/sharedStrings.xml': part('sst', strings),
    'xl/styles.xml': part('styleSheet', styles),
    'xl/theme/theme1.xml': part(
      'theme',
      `<themeElements><clrScheme name="t">${theme}</clrScheme></themeElements>`,
      DRAWING,
    ),
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, part('worksheet', sheet)]),
    ),
    ...(parts.links && { 'xl/worksheets/_rels/sheet1.xml.rels': relations(parts.links) }),
    ...parts.more,
  });
}

/** Rows of cells as elements: `rows(['<c r="A1"><v>1</v></c>'])`. */
export function rows(...lines: string[]): string {
  const inner = lines.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('');
  return `<sheetData>${inner}</sheetData>`;
}

/** A cell with text of its own. */
export function inline(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Replaces what the zip's directory, and the part itself, say that a part unpacks to. */
export function withSizes(zip: Uint8Array, name: string, size: number): Uint8Array {
  const lying = Buffer.from(zip);
  for (let at = 0; at + 4 <= lying.length; at += 1) {
    const signature = lying.readUInt32LE(at);
    const [sizeAt, lengthAt, nameAt] = signature === 0x02014b50 ? [24, 28, 46] : [22, 26, 30];
    if (signature !== 0x02014b50 && signature !== 0x04034b50) continue;
    const named = lying.toString(
      'utf8',
      at + nameAt,
      at + nameAt + lying.readUInt16LE(at + lengthAt),
    );
    if (named === name) lying.writeUInt32LE(size, at + sizeAt);
  }
  return lying;
}
