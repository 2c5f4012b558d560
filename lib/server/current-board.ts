import { cache } from 'react';
import { getBoard } from '@/lib/data/board';
import { database } from './database';

/** The board's settings, read once a request: for the frame, and for the page that stands in it. */
export const currentBoard = cache(() => getBoard({ db: database() }));
