// Loaded before a process of ours: its clock is CLOCK_BEHIND milliseconds behind.
const behind = Number(process.env.CLOCK_BEHIND ?? 0);
const { now } = Date;
const late = () => now() - behind;

globalThis.Date = new Proxy(Date, {
  construct: (date, given, by) => Reflect.construct(date, given.length > 0 ? given : [late()], by),
  apply: (date) => new date(late()).toString(),
  get: (date, name) => (name === 'now' ? late : Reflect.get(date, name)),
});
