import { Resvg } from '@resvg/resvg-js';
import { FONT_FAMILIES, fontFiles } from './fonts';

/** An SVG of ours as a PNG of so many pixels across, with the bundled fonts and no others. */
export function chartPng(svg: string, width: number): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: fontFiles(),
      loadSystemFonts: false,
      defaultFontFamily: FONT_FAMILIES[0],
      sansSerifFamily: FONT_FAMILIES[0],
    },
  });
  return drawing.render().asPng();
}
