import { describe, expect, test } from 'vitest';
import { safeFileName } from '@/lib/domain/evidence-file';
import { randomFrom } from '../../support/random';

describe('a safe file name', () => {
  test.each([
    ['as it is', 'Board paper (final) v2.pdf', 'Board paper (final) v2.pdf'],
    ['other letters', 'Zoë’s наказ 報告.pdf', 'Zoë’s наказ 報告.pdf'],
    ['letters put together', 'Zoe\u0308.pdf', 'Zoë.pdf'],
    ['a way up', '../../etc/passwd', 'passwd'],
    ['a way up, of Windows', '..\\..\\boot.ini', 'boot.ini'],
    ['a whole path', 'C:\\Users\\me\\paper.pdf', 'paper.pdf'],
    ['both', '/tmp\\x/paper.pdf', 'paper.pdf'],
    ['only a way up', '..', 'evidence'],
    ['only a folder', 'folder/', 'evidence'],
    ['nothing', '', 'evidence'],
    ['only an ending', '.pdf', 'evidence.pdf'],
    ['a hidden file', '.htaccess', 'htaccess'],
    ['many dots', '...paper.pdf', 'paper.pdf'],
    ['a new line, for a header', 'a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'],
    ['NUL', 'a.pdf\u0000.exe', 'a.pdf.exe'],
    ['turned round', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['what cannot be seen', 'a\u200b\u2060\ufeff.pdf', 'a.pdf'],
    ['quotes and marks', 'a"b<c>d|e:f*g?.pdf', 'abcdefg.pdf'],
    ['space around', '  paper.pdf  ', 'paper.pdf'],
    ['half a character', 'a\ud83d.pdf', 'a.pdf'],
  ])('%s', (_, name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  test('long names are cut before their ending, never within a character', () => {
    expect(safeFileName(`${'x'.repeat(300)}.docx`)).toBe(`${'x'.repeat(115)}.docx`);
    expect(safeFileName(`a${'😀'.repeat(100)}.pdf`).isWellFormed()).toBe(true);
    expect(safeFileName(`${'😀'.repeat(100)}.pdf`).isWellFormed()).toBe(true);
  });

  test('whatever comes, it is short, whole, without a path, and safe already', () => {
    const random = randomFrom(11);
    const letters = [...'ab .\\/:*?"<>|\u0000\n\u202e\u0308é😀', '\ud83d', '\udc00', '.pdf', '..'];
    for (let run = 0; run < 2000; run += 1) {
      const name = Array.from({ length: random.below(160) }, () => random.pick(letters)).join('');
      const safe = safeFileName(name);
      expect(safe.length).toBeGreaterThan(0);
      expect(safe.length).toBeLessThanOrEqual(120);
      expect(safe.isWellFormed()).toBe(true);
      expect(safe).not.toMatch(/[/\\\p{Cc}\p{Cf}"<>|:*?]|^\./u);
      expect(safeFileName(safe)).toBe(safe);
    }
  });
});
