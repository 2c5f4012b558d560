/** Where the frame leaves room for what forms of nothing but buttons have to say. */
export const MESSAGES_ID = 'messages';
