/** True when following `next` from `from`, one step or more, leads to `target`. */
export function leadsTo(next: (id: string) => readonly string[], from: string, target: string): boolean {
  const seen = new Set<string>();
  const open = [...next(from)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return false;
}
