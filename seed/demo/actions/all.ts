import type { DemoAction } from '../story';
import { JUSTICE_AND_LIVING_ACTIONS } from './justice';
import { TREATMENT_ACTIONS } from './treatment';
import { WIDER_ACTIONS } from './wider';

/** In the order in which they were created, which is the order of their references. */
export const ACTIONS: readonly DemoAction[] = [
  ...TREATMENT_ACTIONS,
  ...JUSTICE_AND_LIVING_ACTIONS,
  ...WIDER_ACTIONS,
];
