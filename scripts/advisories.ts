import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { judge, withAnswer } from './advisory-judgement';
import { runCommand } from './operator';

const PAPER = 'docs/advisories.md';

/** Known weaknesses in what the app runs on, unless docs/advisories.md says why they may stay. */
await runCommand(async () => {
  const args = ['audit', '--omit=dev', '--json', '--audit-level=high'];
  // npm ends with 1 both for an advisory and for a registry that does not answer.
  const { stdout, error } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 100_000_000 });
  if (error) throw error;
  const paper = readFileSync(PAPER, 'utf8');
  const { lines, fails, answered } = judge(stdout, paper);
  if (answered) writeFileSync(PAPER, withAnswer(paper, new Date().toISOString().slice(0, 10)));
  console.log(lines.join('\n'));
  return fails ? 1 : 0;
});
