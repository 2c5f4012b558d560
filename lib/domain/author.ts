/** Who did a thing, by the name they had then; null is the system. */
export interface Author {
  id: string;
  name: string;
  position: string;
}
