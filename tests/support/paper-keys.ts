/** What `makePaper` leaves in a draft: keys of paragraphs, and an item with a headline. */
export const PAPER = { edited: 'position', leftOut: 'commitments', item: 'R1' };
