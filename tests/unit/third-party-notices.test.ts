import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  version: string;
  dev?: true;
  optional?: true;
  os?: string[];
  cpu?: string[];
}

const NOTICES = readFileSync('docs/third-party-notices.txt', 'utf8');
const noticed = new Set([...NOTICES.matchAll(/^ - (\S+@\d\S*)$/gm)].map(([, name]) => name));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Package>;
};

/** What the app runs on, but for what is of one kind of machine. */
const runsOn = Object.entries(packages).flatMap(([place, { version, dev, optional, os, cpu }]) =>
  place === '' || dev || os || cpu || (optional && !existsSync(place))
    ? []
    : [`${place.replace(/^.*node_modules\//, '')}@${version}`],
);

test('the notices have every package that the app runs on, in its version', () => {
  expect(runsOn.length).toBeGreaterThan(200);
  expect(runsOn.filter((name) => !noticed.has(name))).toEqual([]);
});

test('and none that is gone', () => {
  const known = new Set(
    Object.entries(packages).map(
      ([place, { version }]) => `${place.replace(/^.*node_modules\//, '')}@${version}`,
    ),
  );
  expect([...noticed].filter((name) => !known.has(name ?? ''))).toEqual([]);
});
