import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { minutesFile } from '@/lib/papers/minutes';
import { brokenParts, partsOf } from '../support/word-file';

test('minutes open whatever was pasted into them', async () => {
  const bytes = new Uint8Array(
    await minutesFile({
      title: 'Minutes\u000B of September',
      status: 'Draft\u0001',
      sections: [{ heading: 'Decisions\uFFFF', words: 'To go on\u0000\n- To stop\uD800' }],
    }),
  );
  expect(brokenParts(bytes)).toEqual([]);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(value).toContain('<p>To go on</p><ul><li>To stop</li></ul>');
  expect(partsOf(bytes)('docProps/core.xml')).toContain(
    '<dc:title>Minutes of September</dc:title>',
  );
});
