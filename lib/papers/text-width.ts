/** How wide a text of 11 points is at most, in points, but for words of the very widest letters. */
export function textWidth(text: string): number {
  const widths = [...text].map((letter) => {
    if (/\p{Extended_Pictographic}/u.test(letter)) return 14.5;
    return /[\p{Lu}mw@%]/u.test(letter) ? 8.5 : 6.5;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}
