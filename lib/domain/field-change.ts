import { z } from 'zod';
import { readStored } from './stored';

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const fieldChangesSchema = z.array(z.object({ field: z.string(), from: value, to: value }));

/** One field of what an audit event tells of, from what to what. */
export type FieldChange = z.infer<typeof fieldChangesSchema>[number];

/** What an audit event keeps of its changes. @throws Error when it is anything else */
export function readFieldChanges({ changes }: { changes: unknown }): FieldChange[] {
  return readStored(fieldChangesSchema, changes, 'changes of an audit event');
}
