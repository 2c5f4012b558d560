import { RuleError } from '@/lib/domain/errors';
import type { AddOrganisation, AddPerson } from '@/lib/domain/people';
import { change, lock } from './change';
import { author, type Context, demand } from './context';

/** Adds a person who cannot sign in. @returns their id. @throws NotAllowedError, RuleError */
export function addPerson(context: Context, form: AddPerson): Promise<string> {
  return change(
    context,
    form.submissionId,
    async (by) => {
      demand(context, 'addPeople');
      const { name, position, organisationId } = form;
      const organisation = await by.tx.organisation.findUnique({ where: { id: organisationId } });
      if (!organisation) throw new RuleError({ organisationId: 'Choose their organisation' });
      await lock(by.tx, 'names of people');
      // Prisma's own comparison without case is ILIKE, to which % and _ are not letters.
      const [same] = await by.tx.$queryRaw<Array<{ name: string }>>`
        SELECT name FROM "Person"
        WHERE lower(name) = lower(${name}) AND "organisationId" = ${organisationId}::uuid`;
      if (same) {
        throw new RuleError({ name: `${same.name} of ${organisation.name} is there already` });
      }
      const first = { version: 1, name, position, organisationId };
      const person = await by.tx.person.create({ data: { createdAt: by.now, ...first } });
      await by.tx.personVersion.create({
        data: { personId: person.id, recordedAt: by.now, ...author(context), ...first },
      });
      await by.record({ kind: 'person.added', personId: person.id, subjectNumber: 1 });
      return person.id;
    },
    (event) => event.personId ?? '',
  );
}

/** Adds an organisation. @returns its id. @throws NotAllowedError, RuleError */
export function addOrganisation(context: Context, form: AddOrganisation): Promise<string> {
  return change(
    context,
    form.submissionId,
    async (by) => {
      demand(context, 'addPeople');
      const { name, shortName = null } = form;
      await lock(by.tx, 'names of organisations');
      const [same] = await by.tx.$queryRaw<Array<{ name: string }>>`
        SELECT name FROM "Organisation" WHERE lower(name) = lower(${name})`;
      if (same) throw new RuleError({ name: `${same.name} is there already` });
      const [taken] = shortName
        ? await by.tx.$queryRaw<Array<{ name: string }>>`
            SELECT name FROM "Organisation" WHERE lower("shortName") = lower(${shortName})`
        : [];
      if (taken) throw new RuleError({ shortName: `${taken.name} has this short name already` });
      const first = { version: 1, name, shortName };
      const organisation = await by.tx.organisation.create({
        data: { createdAt: by.now, ...first },
      });
      await by.tx.organisationVersion.create({
        data: { organisationId: organisation.id, recordedAt: by.now, ...author(context), ...first },
      });
      await by.record({
        kind: 'organisation.added',
        organisationId: organisation.id,
        subjectNumber: 1,
      });
      return organisation.id;
    },
    (event) => event.organisationId ?? '',
  );
}
