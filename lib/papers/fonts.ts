import path from 'node:path';

/** Tried in this order for each character; bundled, so that a paper looks the same everywhere. */
export const FONT_FAMILIES = ['Noto Sans', 'Noto Sans Arabic', 'Noto Emoji'] as const;

const FILES = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  'noto-emoji/700Bold/NotoEmoji_700Bold.ttf',
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
