import type { Change } from "@planwand/shared/diff/changes.ts";

/** What the ids in these changes are called now, or were last. */
export function namesIn(
  changes: readonly Change[],
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      const name = names.get(value);
      if (name !== undefined) found[value] = name;
    } else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
  };
  for (const { fields } of changes) {
    look(fields);
    // Names beside roles stand under `slot:party`.
    for (const { field, from, to } of fields)
      if (field === "names")
        for (const beside of [from, to])
          look(Object.keys(beside ?? {}).map((key) => key.split(":")[1] ?? ""));
  }
  return found;
}
