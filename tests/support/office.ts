import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Commas, double quotes, UTF-8, from the first row, as shown, every sheet to a file of its own. */
export const OFFICE_CSV =
  'csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,true,false,false,-1';

const run = promisify(execFile);

/**
 * What LibreOffice makes of a file, with a profile of its own and no window.
 *
 * @param target 'pdf', 'xlsx', or a filter with its options: 'csv:Text - txt - csv (StarCalc):…'
 * @param reads the filter to read it with: 'CSV:44,34,76,…'; by default what it seems to be
 * @returns the files it wrote, by their name; null where it is not installed
 */
export async function throughOffice(
  name: string,
  bytes: Uint8Array,
  target: string,
  reads: string | null = null,
): Promise<Map<string, Uint8Array> | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'board-office-'));
  try {
    const out = path.join(folder, 'out');
    await mkdir(out);
    await writeFile(path.join(folder, name), bytes);
    await run('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      ...(reads ? [`--infilter=${reads}`] : []),
      '--convert-to',
      target,
      '--outdir',
      out,
      path.join(folder, name),
    ]);
    const files = await readdir(out);
    return new Map(
      await Promise.all(
        files.map(async (file) => [file, await readFile(path.join(out, file))] as const),
      ),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
