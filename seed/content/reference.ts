import { z } from 'zod';
import { COMMITMENT_KINDS, LINK_STRENGTHS, OUR_ROLES } from '@/lib/domain/item';
import json from './reference.json';

const isoDate = z.iso.date().nullable();

/** The reference content, checked once so that the seed can rely on its shape. */
export const reference = z
  .object({
    sources: z.array(
      z.object({
        prefix: z.string(),
        title: z.string(),
        publisher: z.string(),
        published: z.string(),
      }),
    ),
    organisations: z.array(
      z.object({ code: z.string(), name: z.string(), now: z.string().nullable() }),
    ),
    themes: z.array(z.object({ code: z.string(), name: z.string() })),
    keyAreas: z.array(
      z.object({
        letter: z.string(),
        text: z.string(),
        recommendations: z.array(z.number()),
        closestFit: z.array(z.number()),
      }),
    ),
    strategyPriorities: z.array(
      z.object({
        reference: z.string(),
        text: z.string(),
        recommendations: z.array(z.number()),
        commitments: z.array(z.string()),
      }),
    ),
    recommendations: z.array(
      z.object({
        reference: z.string(),
        number: z.number(),
        shortTitle: z.string(),
        text: z.string(),
        part: z.string(),
        ourRole: z.enum(OUR_ROLES),
        themes: z.array(z.string()),
        keyAreas: z.array(z.string()),
        bodies: z.array(z.object({ code: z.string(), role: z.string() })),
        deadlines: z.array(z.object({ text: z.string(), isoDate, basis: z.string() })),
      }),
    ),
    commitments: z.array(
      z.object({
        reference: z.string(),
        kind: z.enum(COMMITMENT_KINDS),
        group: z.string().nullable(),
        text: z.string(),
        rated: z.boolean(),
        note: z.string().nullable(),
        amount: z.object({ display: z.string(), period: z.string().nullable() }).nullable(),
        answers: z.array(
          z.object({ recommendation: z.number(), strength: z.enum(LINK_STRENGTHS) }),
        ),
        priorities: z.array(z.string()),
        deadline: z.object({ text: z.string(), means: z.string(), isoDate }).nullable(),
      }),
    ),
  })
  .parse(json);

/** The parts of the review as the editor groups them, in the order of the recommendations. */
export const parts: readonly string[] = [
  ...new Set(reference.recommendations.map((recommendation) => recommendation.part)),
];

/** What people call a body for short is its code, but for these. */
export const WITHOUT_SHORT_NAME: ReadonlySet<string> = new Set([
  'GOV',
  'SPONSOR-MINISTER',
  'PROBATION',
  'DRC',
  'LA',
]);
