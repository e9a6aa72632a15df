import type { z } from "zod";

/** As much of how zod keeps a schema as is looked at here. */
interface Definition {
  readonly type: string;
  readonly check?: string;
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly check: string; readonly pattern?: RegExp } };
  }[];
  readonly pattern?: RegExp;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
}

/** Of these there is only so much. A custom one bounds itself: there is a test for each. */
const BOUNDED = new Set(["boolean", "enum", "literal", "null", "custom", "never", "transform", "undefined"]);
/** A pattern with an end and no repetition without one. */
const CLOSED_PATTERN = /^\^(?!.*[^\\][*+]).*\$$/u;

/** Where in a schema something can be as long as the sender likes. */
export function unboundedIn(schema: z.ZodType, path: string): string[] {
  const def = schema._zod.def as unknown as Definition;
  const inside = (inner: z.ZodType | undefined, name = ""): string[] =>
    inner === undefined ? [] : unboundedIn(inner, `${path}${name}`);
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def);
  switch (def.type) {
    case "object":
      return Object.entries(def.shape ?? {}).flatMap(([name, inner]) => inside(inner, `.${name}`));
    case "array":
      return [
        ...(checks.some(({ check }) => check === "max_length" || check === "length_equals") ? [] : [path]),
        ...inside(def.element, "[]"),
      ];
    case "string":
      return [def, ...checks].some(
        ({ check, pattern }) =>
          check === "max_length" || (pattern !== undefined && CLOSED_PATTERN.test(pattern.source)),
      )
        ? []
        : [path];
    case "number":
      return checks.some(({ check }) => check === "less_than" || check === "number_format") ? [] : [path];
    case "union":
      return (def.options ?? []).flatMap((inner, at) => inside(inner, `|${String(at)}`));
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
      return inside(def.innerType);
    case "pipe":
      return inside(def.in);
    default:
      return BOUNDED.has(def.type) ? [] : [`${path}: ${def.type}`];
  }
}
