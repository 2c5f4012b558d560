import { readFileSync } from 'node:fs';

/** What ids of people are called. */
const PERSON = /^(person|author|owner|by|onBehalfOf|delegatedTo)Id$/;

/** By table of the schema: the columns whose line is one that is asked for. */
function columnsThat(wanted: (line: string) => string | undefined): Map<string, string[]> {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const tables = new Map<string, string[]>();
  for (const [, table = '', body = ''] of schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)) {
    const lines = body.split('\n').filter((line) => !line.trim().startsWith('//'));
    tables.set(table, [...new Set(lines.flatMap((line) => wanted(line) ?? []))]);
  }
  return tables;
}

function wordsIn(line: string): string | undefined {
  const [, name, type = ''] = line.match(/^\s+(\w+)\s+(\w+)/) ?? [];
  return /^(String|Json|Bytes)$/.test(type) && !line.includes('@db.Uuid') ? name : undefined;
}

/** By table: its columns that can hold words, files or a secret. */
export const wordColumns = () => columnsThat(wordsIn);

/** And those that name a person. */
export const personalColumns = () =>
  columnsThat((line) => {
    const [, name = ''] = line.match(/^\s+(\w+)\s/) ?? [];
    // Of most there is a relation as well, but not of all.
    if (PERSON.test(name) && line.includes('@db.Uuid')) return name;
    return wordsIn(line) ?? line.match(/\s(Person|PersonVersion)\??\s.*fields: \[(\w+)/)?.[2];
  });
