import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { judge } from './advisory-judgement';
import { runCommand } from './operator';

/** Known weaknesses in what the app runs on, unless docs/advisories.md says why they may stay. */
await runCommand(async () => {
  const args = ['audit', '--omit=dev', '--json', '--audit-level=high'];
  // npm ends with 1 both for an advisory and for a registry that does not answer.
  const { stdout, error } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 100_000_000 });
  if (error) throw error;
  const { lines, fails } = judge(stdout, readFileSync('docs/advisories.md', 'utf8'));
  console.log(lines.join('\n'));
  return fails ? 1 : 0;
});
