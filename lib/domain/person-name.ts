/** 'Anna Smith (Housing manager)': how two people of one name are told apart. */
export function nameAndPosition({ name, position }: { name: string; position: string }): string {
  return position ? `${name} (${position})` : name;
}
