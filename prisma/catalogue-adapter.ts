import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';

// PostgreSQL's type "char" (with the quotes), and arrays of it.
const [CHAR, CHAR_ARRAY] = [18, 1002];

/**
 * Prisma's adapter with the one type it lacks. Its schema engine reads the catalogues by "char",
 * which the adapter refuses; under the name of its array type, which no catalogue query uses, it
 * goes through, and is given its right name behind it.
 */
export class CatalogueAdapter extends PrismaPg {
  constructor(connectionString: string) {
    super(new CataloguePool({ connectionString }), { disposeExternalPool: true });
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query: SqlQuery) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

class CataloguePool extends pg.Pool {
  override query = (async (query: pg.QueryConfig, values?: unknown[]) => {
    const result = await super.query(query, values);
    for (const field of result.fields) {
      if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY;
    }
    return result;
  }) as pg.Pool['query'];
}
