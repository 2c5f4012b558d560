// Draws PDFs beside the thread that answers requests: the compiler is native code that does not let
// go until it has finished. A file of its own in plain JavaScript, since no bundler reads it.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Resvg } from '@resvg/resvg-js';

/** @type {{ template: string, fonts: string[], family: string }} */
const { template, fonts, family } = workerData;

const compiler = NodeCompiler.create({
  // The template reads no file.
  workspace: '/nowhere',
  fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
});

/** Letters become outlines: the compiler would look among the fonts of the machine for them. */
function outlined(/** @type {string} */ svg) {
  const font = { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: family };
  return new Resvg(svg, { font }).toString();
}

function diagnosed(/** @type {unknown} */ error) {
  return compiler
    .fetchDiagnostics(/** @type {never} */ (error))
    .map(({ message }) => message)
    .join('; ');
}

/** @param {{ paper: string, pictures: Record<string, string> }} drawing */
function draw({ paper, pictures }) {
  const charts = Object.entries(pictures).map(([name, svg]) => [name, outlined(svg)]);
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { paper, ...Object.fromEntries(charts) },
  });
  if (!compiled.result) throw new Error(diagnosed(compiled.takeError()));
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
  return { pdf: Uint8Array.from(pdf), pages: compiled.result.numOfPages };
}

parentPort?.on('message', (drawing) => {
  try {
    const answer = draw(drawing);
    parentPort?.postMessage({ answer }, [answer.pdf.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  } finally {
    // What this paper left in the cache is of no use to the next but one.
    compiler.evictCache(1);
  }
});
