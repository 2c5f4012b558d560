// @ts-check
import { Refusal } from './refusal.mjs';
import { readXml } from './xml.mjs';

/** @typedef {import('./zip.mjs').Zip} Zip */

/** What a part leads to: other parts by their name in small letters, or addresses. */
/** @typedef {Map<string, { type: string, target: string, external: boolean }>} Relations */

/** @typedef {{
 *   sheets: Array<{ name: string, hidden: boolean, part: string }>,
 *   strings: string | null,
 *   styles: string | null,
 *   theme: string | null,
 *   from1904: boolean,
 * }} Workbook */

/**
 * The parts of a workbook.
 * @param {Zip} zip
 * @param {{ sheets: number }} limits
 * @returns {Promise<Workbook>}
 */
export async function readWorkbook(zip, limits) {
  refuseOthers(zip);
  const main = await mainPart(zip);
  const relations = await readRelations(zip, main);
  /** @param {string} type */
  const first = (type) => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return target !== undefined && zip.has(target) ? target : null;
  };
  /** @type {Workbook} */
  const workbook = {
    sheets: [],
    strings: first('sharedStrings'),
    styles: first('styles'),
    theme: first('theme'),
    from1904: false,
  };
  await readXml(zip.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr')
        workbook.from1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(relationId(attributes));
      // Sheets of charts have no cells.
      if (relation?.type !== 'worksheet') return;
      workbook.sheets.push({
        name: attributes.name ?? '',
        hidden: (attributes.state ?? 'visible') !== 'visible',
        part: relation.target,
      });
    },
  });
  const count = workbook.sheets.length;
  if (count > limits.sheets) throw new Refusal('sheets', { count });
  if (count === 0) throw new Refusal('broken');
  return workbook;
}

/** @param {Zip} zip */
function refuseOthers({ names }) {
  if (names.has('index/document.iwa') || names.has('index.zip')) throw new Refusal('numbers');
  if (names.has('[content_types].xml')) return;
  if (names.has('mimetype') && names.has('content.xml')) throw new Refusal('openDocument');
  throw new Refusal('otherZip');
}

/** Parts that hold macros of today's Excel, and of Excel 4. */
const MACROS = /vbaproject\.bin$|macrosheets\//;

/** @param {Zip} zip */
async function mainPart(zip) {
  /** @type {Map<string, string>} */
  const types = new Map();
  await readXml(zip.read('[content_types].xml'), {
    open(_, { PartName, Extension, ContentType = '' }) {
      const name = PartName?.replace(/^\//, '') ?? `*.${Extension}`;
      types.set(name.toLowerCase(), ContentType);
    },
  });
  const relations = await readRelations(zip, '');
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !zip.has(main)) throw new Refusal('otherZip');
  // By its own name, else by its ending: what is said of endings that no part has says nothing.
  const type = types.get(main) ?? types.get(`*.${main.split('.').at(-1)}`) ?? '';
  if (/sheet\.binary/i.test(type)) throw new Refusal('binaryExcel');
  const macros = [...types].some(([part, type]) => zip.has(part) && /vbaProject/i.test(type));
  if (macros || /macroEnabled/i.test(type) || [...zip.names].some((name) => MACROS.test(name))) {
    throw new Refusal('macros');
  }
  if (!/spreadsheetml/.test(type)) {
    throw new Refusal(/wordprocessingml|presentationml/.test(type) ? 'otherOffice' : 'otherZip');
  }
  return main;
}

/**
 * @param {Zip} zip
 * @param {string} part '' for the file itself
 * @returns {Promise<Relations>} none where the part has no list of them
 */
export async function readRelations(zip, part) {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  /** @type {Relations} */
  const relations = new Map();
  if (!zip.has(list)) return relations;
  await readXml(zip.read(list), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship') return;
      const external = TargetMode === 'External';
      const target = external ? Target : within(folder, Target);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, external });
    },
  });
  return relations;
}

/** @param {Record<string, string>} attributes */
export function relationId(attributes) {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return (key && attributes[key]) ?? '';
}

/**
 * 'xl/', '../docProps/app.xml' → 'docprops/app.xml'
 * @param {string} folder
 * @param {string} target
 */
function within(folder, target) {
  /** @type {string[]} */
  const steps = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}
