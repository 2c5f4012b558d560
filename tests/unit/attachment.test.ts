import { describe, expect, it } from 'vitest';
import { attachment } from '@/lib/domain/attachment';
import { formatSize } from '@/lib/domain/file-size';

describe('attachment', () => {
  it.each([
    ['minutes.pdf', `attachment; filename="minutes.pdf"; filename*=UTF-8''minutes.pdf`],
    [
      'Zoë’s figures (2026).csv',
      `attachment; filename="Zoe_s figures (2026).csv"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20figures%20%282026%29.csv`,
    ],
    [
      'a"; x\r\nSet-Cookie: b.txt',
      `attachment; filename="a__ x__Set-Cookie_ b.txt"; filename*=UTF-8''a%22%3B%20x%0D%0ASet-Cookie%3A%20b.txt`,
    ],
  ])('%s', (name, header) => expect(attachment(name)).toBe(header));

  it('survives half a character', () => {
    expect(attachment('\ud83d.txt')).toContain("UTF-8''%EF%BF%BD.txt");
  });
});

describe('formatSize', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1,023 bytes'],
    [1024, '1 kB'],
    [845_312, '826 kB'],
    [1_046_999, '1,022 kB'],
    [1_048_576, '1 MB'],
    [1_300_000, '1.2 MB'],
    [20_971_520, '20 MB'],
  ])('%d', (bytes, words) => expect(formatSize(bytes)).toBe(words));
});
