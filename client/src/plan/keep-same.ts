/** The entries of `after`, each as it was in `before` when it says the same. */
export function keepSame<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
): readonly Entry[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  return after.map((entry) => {
    const same = known.get(entry.id);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(entry) ? same : entry;
  });
}
