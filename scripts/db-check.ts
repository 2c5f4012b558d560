import { runCommand } from './operator';
import { schemaDifference } from './schema-difference';

await runCommand(async () => {
  const sql = await schemaDifference();
  if (sql === '') {
    console.log('The schema and the migrations agree.');
    return 0;
  }
  console.error('The migrations do not make what schema.prisma says. Missing is:\n');
  console.error(sql);
  return 1;
});
