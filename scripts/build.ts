import { runCommand } from './operator';
import { ensureBuild } from './start/take-build';

// Beside whatever runs here: the start after it is then a matter of seconds.
await runCommand(async () => {
  await ensureBuild();
  return 0;
});
