import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';

const ROOT = process.cwd();

// Reading every file there is takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

interface Cruise {
  modules: Array<{ source: string }>;
  summary: { violations: Array<{ from: string; to: string; rule: { name: string } }> };
}

/** Runs the very check that `npm run architecture` runs. */
function cruise(folder: string, ...paths: string[]): Cruise {
  const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const options = ['--config', config, '--output-type', 'json', ...paths];
  const output = execFileSync(process.execPath, [program, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return JSON.parse(output) as Cruise;
}

describe('the import check', () => {
  it('sees the modules there are', () => {
    const sources = cruise(ROOT, 'app', 'components', 'lib').modules.map((one) => one.source);
    for (const folder of ['app/', 'components/', 'lib/domain/', 'lib/data/', 'lib/server/']) {
      expect(sources.filter((source) => source.startsWith(folder)).length).toBeGreaterThan(3);
    }
    expect(sources.length).toBeGreaterThan(150);
  });
});

describe('the import check refuses', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'board-architecture-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }

  // A sound little house, and one breach in each row of the table.
  const sound: Record<string, string> = {
    'lib/domain/rule.ts': 'export const rule = 1;',
    'lib/domain/turn.ts': "export * from './turn-back';",
    'lib/data/read.ts': "import '@/lib/domain/rule';\nimport '@/prisma/client/client';",
    'lib/papers/draw.ts': "import '@/lib/domain/rule';",
    'lib/spreadsheets/sheet.ts': "import '@/lib/domain/rule';",
    'lib/server/env.ts': "import '@/lib/data/read';\nimport 'next/headers';",
    'components/ui/tag.tsx': "import '@/lib/domain/rule';\nimport 'react';",
    'app/page.tsx': "import '@/components/ui/tag';\nimport '@/lib/data/read';",
    'prisma/migrate.ts': "import '@/lib/domain/rule';\nimport '@prisma/adapter-pg';",
    'prisma/client/client.ts': 'export const client = 1;',
    'seed/seed.ts': "import '@/lib/data/read';",
    'scripts/start.ts': "import '@/seed/seed';\nimport '@/lib/server/env';",
    'tests/unit/rule.test.ts': "import '@/lib/domain/rule';",
  };
  const breaches: ReadonlyArray<readonly [string, string, string]> = [
    ['lib/domain/breach.ts', '@/lib/data/read', 'imports-of-domain'],
    ['lib/domain/breach-type.ts', 'next/server', 'imports-of-domain'],
    ['lib/data/breach.ts', '@/lib/server/env', 'imports-of-data'],
    ['lib/data/breach-next.ts', 'next/headers', 'imports-of-data'],
    ['lib/papers/breach.ts', '@/lib/data/read', 'imports-of-papers'],
    ['lib/spreadsheets/breach.ts', '@/lib/papers/draw', 'imports-of-spreadsheets'],
    ['lib/server/breach.ts', '@/components/ui/tag', 'imports-of-server'],
    ['components/breach.tsx', '@/lib/data/read', 'imports-of-components'],
    ['app/breach.tsx', '@/prisma/client/client', 'imports-of-app'],
    ['app/breach-seed.tsx', '@/seed/seed', 'imports-of-app'],
    ['proxy.ts', '@prisma/adapter-pg', 'imports-of-app'],
    ['prisma/breach.ts', '@/lib/data/read', 'imports-of-prisma'],
    ['seed/breach.ts', '@/lib/server/env', 'imports-of-seed'],
    ['scripts/breach.ts', '@/app/page', 'imports-of-scripts'],
    ['tests/breach.ts', '@/components/ui/tag', 'imports-of-tests'],
    ['lib/domain/nowhere.ts', './does-not-exist', 'nothing-unresolved'],
    ['elsewhere/breach.ts', '@/lib/domain/rule', 'nothing-elsewhere'],
    ['lib/domain/turn-back.ts', './turn', 'no-cycles'],
  ];

  it('each breach of the table and nothing else', () => {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
    for (const [file, text] of Object.entries(sound)) write(file, text);
    for (const [file, target] of breaches) {
      const words = file.includes('type') ? 'type { NextRequest }' : '* as it';
      write(file, `import ${words} from '${target}';\nexport type It = typeof it;`);
    }
    const folders = ['app', 'components', 'lib', 'prisma', 'seed', 'scripts', 'tests'];
    const { violations } = cruise(folder, ...folders, 'proxy.ts', 'elsewhere').summary;
    const found = violations.map(({ from, rule }) => `${from}: ${rule.name}`);
    expect([...new Set(found)].sort()).toEqual(
      breaches.map(([file, , rule]) => `${file}: ${rule}`).sort(),
    );
  });
});
