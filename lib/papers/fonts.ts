import path from 'node:path';

/** Tried in this order for each character; bundled, so that a paper looks the same everywhere. */
export const FONT_FAMILIES = [
  'Noto Sans',
  // A letter a glyph, where Noto Sans Arabic draws dots by themselves: copied out of a PDF, and
  // searched for in it, those letters come twice.
  'Vazirmatn',
  'Noto Sans Arabic',
  'Noto Emoji',
  // For ≥, → and ✓, which the first has not.
  'Noto Sans Math',
  'Noto Sans Symbols 2',
] as const;

const FILES = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf',
  'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  'vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  'noto-emoji/700Bold/NotoEmoji_700Bold.ttf',
  'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
];

/**
 * Where the fonts are, as absolute paths. Read from the folder the process runs in: a bundler may
 * move this file, but both `npm start` and the standalone server run beside their `node_modules`
 * (next.config.js names the fonts, so that the standalone build has them).
 */
export function fontFiles(): string[] {
  return FILES.map((file) =>
    path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@expo-google-fonts', file),
  );
}
