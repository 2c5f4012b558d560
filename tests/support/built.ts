import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folderOfBuild } from '@/scripts/start/build';

/** What Next wrote down about the build of this code, or about another that has its own folder. */
export function manifest(name: string, build = folderOfBuild()): Record<string, unknown> {
  const file = path.join(build, '.next', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

export interface BuiltAction {
  id: string;
  /** 'app/sign-in/actions.ts#signInAction': what the table of entrances names it by. */
  name: string;
}

/** Every server action of a build, in order. */
export function builtActions(build?: string): BuiltAction[] {
  const { node } = manifest('server/server-reference-manifest', build) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return Object.entries(node)
    .map(([id, { filename, exportedName }]) => ({ id, name: `${filename}#${exportedName}` }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The addresses that the build answers, as '/meetings/[slug]', in order: pages, and the rest. */
export function builtRoutes(): { pages: string[]; handlers: string[] } {
  const routes = Object.entries(manifest('app-path-routes-manifest') as Record<string, string>);
  const of = (kind: string) =>
    routes
      .filter(([file, route]) => file.endsWith(`/${kind}`) && !route.startsWith('/_'))
      .map(([, route]) => route)
      .sort();
  return { pages: of('page'), handlers: of('route') };
}
