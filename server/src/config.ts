import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import { z } from "zod";
import { DEFAULT_LIMITS, LIMIT_NAMES, type LimitValues, settingOf } from "./budgets/limits.ts";

/** What the environment decides. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Exact origins whose pages may use this server; null means: the server's own, by each request's Host. */
  readonly origins: readonly string[] | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** What everybody may spend. */
  readonly limits: LimitValues;
}

const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value);
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const origins = z
  .string()
  .transform((list) => list.split(",").map((origin) => origin.trim()))
  .refine((list) => list.every(isOrigin));

const limit = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/)
  .transform(Number)
  .refine((value) => value > 0)
  .optional();

const Environment = z.object({
  ...Object.fromEntries(LIMIT_NAMES.map((name) => [settingOf(name), limit])),
  PORT: port.default(4455),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  STORAGE_URL: z.never().optional(),
  BUS_URL: z.never().optional(),
  ORIGINS: origins.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
});

const MISTAKES: Readonly<Record<string, string>> = {
  PORT: "PORT moet een getal van 0 tot en met 65535 zijn.",
  STORAGE_URL:
    "STORAGE_URL: deze versie kent alleen de ingebouwde opslag in DATA_DIR. Laat STORAGE_URL leeg.",
  BUS_URL: "BUS_URL: deze versie draait als één proces. Laat BUS_URL leeg.",
  ORIGINS:
    "ORIGINS moet een lijst van adressen met komma's ertussen zijn, zonder pad of schuine streep aan het eind, zoals https://planwand.school.nl.",
  LOG_LEVEL: `LOG_LEVEL moet een van deze woorden zijn: ${LOG_LEVELS.join(", ")}.`,
};

/** Reads the environment; refused with one sentence for each mistake. An empty variable is one that is not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> {
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    return refuse([...names].map((name) => MISTAKES[name] ?? `${name} moet een getal boven de 0 zijn.`));
  }
  const { PORT, HOST, DATA_DIR, ORIGINS, LOG_LEVEL } = parsed.data;
  return ok({
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    origins: ORIGINS ?? null,
    logLevel: LOG_LEVEL,
    limits: limitsFrom(parsed.data),
  });
}

function limitsFrom(given: Readonly<Record<string, unknown>>): LimitValues {
  const values = { ...DEFAULT_LIMITS };
  for (const name of LIMIT_NAMES) {
    const value = given[settingOf(name)];
    if (typeof value === "number") values[name] = value;
  }
  return values;
}
