// Runs drawing-thread.ts from its source. A build has in this place what esbuild makes of it, so
// that nothing there reads TypeScript (scripts/start/build.ts).
import { register } from 'tsx/esm/api';

register();
await import('./drawing-thread.ts');
