// @ts-check
import { readXml } from './xml.mjs';

/** Colours that older workbooks name by a number, from 8 on; the first eight are the same again. */
const PALETTE =
  (
    '000000ffffffff000000ff000000ffffff00ff00ff00ffff' +
    '800000008000000080808000800080008080c0c0c0808080' +
    '9999ff993366ffffccccffff660066ff80800066ccccccff' +
    '000080ff00ffffff0000ffff8000808000000080800000ff' +
    '00ccffccffffccffccffff9999ccffff99cccc99ffffcc99' +
    '3366ff33cccc99cc00ffcc00ff9900ff6600666699969696' +
    '003366339966003300333300993300993366333399333333'
  ).match(/.{6}/g) ?? [];

/** What Excel calls its colours by when it has no theme part: Office's own. */
const OFFICE = [
  'ffffff',
  '000000',
  'e7e6e6',
  '44546a',
  '4472c4',
  'ed7d31',
  'a5a5a5',
  'ffc000',
  '5b9bd5',
  '70ad47',
  '0563c1',
  '954f72',
];

/** In the order of the theme's numbers: light before dark. */
const THEME = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/**
 * @param {AsyncIterable<Uint8Array> | null} chunks of the theme part
 * @returns {Promise<string[]>} 'rrggbb' by the number of the theme's colour
 */
export async function readTheme(chunks) {
  const colours = [...OFFICE];
  if (!chunks) return colours;
  let at = -1;
  let within = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'clrScheme') within = true;
      if (!within) return;
      if (THEME.includes(name)) at = THEME.indexOf(name);
      const said = name === 'srgbClr' ? attributes.val : name === 'sysClr' && attributes.lastClr;
      if (at >= 0 && said && /^[0-9a-f]{6}$/i.test(said)) colours[at] = said.toLowerCase();
    },
    close(name) {
      if (name === 'clrScheme') within = false;
      if (THEME.includes(name)) at = -1;
    },
  });
  return colours;
}

/**
 * @param {Record<string, string>} said attributes of a colour: rgb, theme, indexed, tint
 * @param {readonly string[]} theme
 * @param {readonly string[]} own the workbook's own palette, empty where it has none
 * @returns {string | null} '#rrggbb'; null where it says none, or white
 */
export function colourOf(said, theme, own) {
  const base = baseOf(said, theme, own);
  if (!base) return null;
  const tint = Number(said.tint ?? 0);
  const colour = tint ? tinted(base, tint) : base;
  return colour === 'ffffff' ? null : `#${colour}`;
}

/**
 * @param {Record<string, string>} said
 * @param {readonly string[]} theme
 * @param {readonly string[]} own
 */
function baseOf({ rgb, theme: number, indexed }, theme, own) {
  // Some programs write the alpha of a solid colour as 00: it is not looked at.
  if (rgb) return /[0-9a-f]{6}$/i.exec(rgb)?.[0].toLowerCase();
  if (number) return theme[Number(number)];
  if (!indexed) return undefined;
  const at = Number(indexed);
  if (own[at]) return own[at];
  if (at === 64) return '000000';
  if (at === 65) return 'ffffff';
  return PALETTE[at < 8 ? at : at - 8];
}

/**
 * Lighter by a positive tint, darker by a negative one; by lightness, hue and saturation kept.
 * @param {string} colour
 * @param {number} tint -1 to 1
 */
function tinted(colour, tint) {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255,
  );
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const range = most - least;
  const light = (most + least) / 2;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  const hue = hueOf(red, green, blue, most, range);
  const lightness = Math.min(
    1,
    Math.max(0, tint < 0 ? light * (1 + tint) : light + (1 - light) * tint),
  );
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4]
    .map((turn) => {
      const k = (turn + hue * 2) % 12;
      const part = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
      return Math.round(part * 255)
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}

/**
 * @param {number} red
 * @param {number} green
 * @param {number} blue
 * @param {number} most
 * @param {number} range
 * @returns {number} 0 to 6
 */
function hueOf(red, green, blue, most, range) {
  if (range === 0) return 0;
  if (most === red) return ((green - blue) / range + 6) % 6;
  return most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
}
