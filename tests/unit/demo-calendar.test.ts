import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/dates';
import { Calendar } from '@/seed/demo/calendar';
import { PROPOSALS } from '@/seed/demo/decisions';

// The demo's dates move with the day on which it is seeded, and its meetings to a Thursday.
const days = Array.from({ length: 800 }, (_, index) => addDays('2026-01-01', index));

describe('on whatever day the demo board is seeded', () => {
  test.each(PROPOSALS)('$item: $is is proposed before it is decided', (proposal) => {
    const { decided, superseded } = proposal;
    if (!decided) return expect(superseded).toBeUndefined();
    for (const day of days) {
      const calendar = new Calendar(new Date(`${day}T12:00:00Z`));
      const asked = calendar.workingDay(proposal.day);
      const taken =
        'at' in decided ? calendar.thursday(decided.at) : calendar.workingDay(decided.on);
      expect({ day, before: asked <= taken }).toEqual({ day, before: true });
      expect({ day, after: calendar.workingDay(decided.recorded) >= taken }).toEqual({
        day,
        after: true,
      });
    }
  });
});
