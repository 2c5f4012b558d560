import { readFileSync } from 'node:fs';

/** What ids of people are called. */
const PERSON = /^(person|author|owner|by|onBehalfOf|delegatedTo)Id$/;

/** By table: its columns that can hold words, files or a secret, and those that name a person. */
export function personalColumns(): Map<string, string[]> {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const tables = new Map<string, string[]>();
  for (const [, table = '', body = ''] of schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)) {
    const lines = body.split('\n').filter((line) => !line.trim().startsWith('//'));
    const columns = lines.flatMap((line) => {
      const [, name = '', type = ''] = line.match(/^\s+(\w+)\s+(\w+)/) ?? [];
      if (/^(String|Json|Bytes)$/.test(type) && !line.includes('@db.Uuid')) return [name];
      // Of most there is a relation as well, but not of all.
      if (PERSON.test(name) && line.includes('@db.Uuid')) return [name];
      const key = line.match(/\s(Person|PersonVersion)\??\s.*fields: \[(\w+)/)?.[2];
      return key ? [key] : [];
    });
    tables.set(table, [...new Set(columns)]);
  }
  return tables;
}
