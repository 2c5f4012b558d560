import type { z } from 'zod';
import { readStored } from '@/lib/domain/stored';
import type { Transaction } from './database';

type Schema = z.ZodType<object>;

/**
 * Asks the database in SQL. Every row is read by a schema, so that its type cannot promise what the
 * database does not give. The one way to a raw query: a test refuses any other.
 * @param row a schema kept outside the function: each is compiled once
 * @returns a tag for the SQL; it throws for a row that is otherwise
 */
export function queryRows<Row extends Schema>(db: Pick<Transaction, '$queryRaw'>, row: Row) {
  return async (sql: TemplateStringsArray, ...values: unknown[]): Promise<Array<z.output<Row>>> =>
    readRows(row, await db.$queryRaw(sql, ...values));
}

function readRows<Row extends Schema>(row: Row, found: unknown): Array<z.output<Row>> {
  if (!Array.isArray(found)) throw new Error('A query gives rows.');
  return found.map((one) => readStored(row, one, 'row of a query'));
}
