import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { CatalogueAdapter } from './catalogue-adapter';
import { MIGRATIONS, readMigrations } from './migrations-folder';

const SCHEMA = path.resolve('prisma', 'schema.prisma');
const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * What the migrations make and schema.prisma cannot say, as the statement that would take it away
 * again, without its semicolon. Prisma sees neither triggers, functions nor checks: they need no
 * entry here.
 */
const BEYOND_PRISMA: readonly string[] = [];

/**
 * The statements that lead from a database to what schema.prisma says: none when they agree. The
 * database is one our own `migrate` has been over: Prisma's wasm engine cuts migrations at every
 * semicolon, inside functions too, and so cannot replay them itself.
 */
export async function difference(databaseUrl: string): Promise<string> {
  const content = await readFile(SCHEMA, 'utf8');
  const engine = await openEngine(databaseUrl, content);
  try {
    const { stdout } = await engine.diff({
      from: {
        tag: 'schemaDatasource',
        files: [{ path: SCHEMA, content }],
        configDir: path.dirname(SCHEMA),
      },
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content }] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    const statements = (stdout ?? '').split(/;\s*$/m).filter((statement) => {
      const bare = statement.replace(/^--.*$/gm, '').trim();
      return bare !== '' && !BEYOND_PRISMA.includes(bare);
    });
    return statements.map((statement) => `${statement.trim()};\n`).join('\n');
  } finally {
    engine.free();
  }
}

/** What Prisma makes of a database's history: null when it is up to date. */
export async function diagnose(databaseUrl: string) {
  const engine = await openEngine(databaseUrl, await readFile(SCHEMA, 'utf8'));
  try {
    return await engine.diagnoseMigrationHistory({
      migrationsList: await migrationList(),
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    });
  } finally {
    engine.free();
  }
}

async function migrationList(): Promise<MigrationList> {
  const lockFile = 'migration_lock.toml';
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: lockFile, content: await readFile(path.join(MIGRATIONS, lockFile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: (await readMigrations()).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

async function openEngine(url: string, schema: string): Promise<SchemaEngine> {
  loaded ??= load();
  return (await loaded).SchemaEngine.new(
    { datamodels: [[SCHEMA, schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(url)),
  );
}

// Once for the process: the JavaScript half keeps views of the memory of the other half.
let loaded: ReturnType<typeof load> | undefined;

/** The package is made for bundlers: Node has to bring its two halves together by hand. */
async function load() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const { resolve } = createRequire(import.meta.url);
  const folder = path.dirname(resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const { instance } = await WebAssembly.instantiate(
    await readFile(path.join(folder, 'schema_engine_bg.wasm')),
    { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports },
  );
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's schema engine broke down: ${message}`);
      },
    },
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}
