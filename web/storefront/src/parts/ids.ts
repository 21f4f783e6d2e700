let last = 0;

/** A name for an element of this page that no other has. */
export function useId(): string {
  last += 1;
  return `f${last}`;
}
