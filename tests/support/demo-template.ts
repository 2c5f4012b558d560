import type { TestProject } from 'vitest/node';
import { removeFolder } from './data-folder';
import { makeDemoData, sharedDemoData } from './demo-data';

declare module 'vitest' {
  interface ProvidedContext {
    demoData: string;
  }
}

/** What the apps of a project begin with. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = sharedDemoData();
  const demo = shared ?? (await makeDemoData());
  project.provide('demoData', demo);
  return async () => {
    if (!shared) await removeFolder(demo);
  };
}
