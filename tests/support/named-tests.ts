import { existsSync, readFileSync } from 'node:fs';

/** A test file that a paper names, with the titles it names of it. */
interface NamedTests {
  file: string;
  titles: string[];
}

const NAMED = /`(tests\/[^`\s]+)`((?:\s+›\s+"[^"]+")*)/g;
const CODE =
  /^(\.ci|app|components|docs|lib|prisma|public|scripts|seed|tests)\/\S*\w$|^[\w.-]+\.(ts|js|md|json)$/;

/** What stands between backticks. */
export const inTicks = (text: string) =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** As a paper writes them: `tests/x.test.ts` › "a title" › "another". */
export function namedTests(text: string): NamedTests[] {
  return [...text.matchAll(NAMED)].map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title),
  }));
}

/** The title as it is quoted in the file, of a test, a group of tests, or a row of their table. */
function holds(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`));
}

/** Files and titles of tests that a paper names and that are not there. */
export function missingTests(text: string): string[] {
  return namedTests(text).flatMap(({ file, titles }) => {
    if (!existsSync(file)) return [file];
    const source = readFileSync(file, 'utf8');
    return titles.filter((title) => !holds(source, title)).map((title) => `${file} › ${title}`);
  });
}

/** Files of the project that a text names between backticks. */
export const namedFiles = (text: string) => inTicks(text).filter((code) => CODE.test(code));
