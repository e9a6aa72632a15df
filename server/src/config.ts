import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import { z } from "zod";
import { NO_PROXIES, readTrustedProxies, type TrustedProxies } from "./access/address.ts";
import { type Creators, CREATORS } from "./access/creating.ts";
import { DEFAULT_LIMITS, LIMIT_NAMES, type LimitValues, mostOf, settingOf } from "./budgets/limits.ts";

/** What the environment decides. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Exact origins whose pages may use this server; null means: the server's own, by each request's Host. */
  readonly origins: readonly string[] | null;
  /** Who may say in `X-Forwarded-For` on whose behalf they ask. */
  readonly trustedProxies: TrustedProxies;
  readonly creators: Creators;
  /** With what somebody may make plans, when that needs a key. */
  readonly createKey: string | null;
  /** Where somebody tells that something is wrong with the security: `mailto:` or `https:`; null for nowhere. */
  readonly securityContact: string | null;
  /** With what `/metrics` may be read from elsewhere. */
  readonly metricsToken: string | null;
  /** How long a session lasts that nobody uses, in milliseconds. */
  readonly sessionIdleMs: number;
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

const trustedProxies = z
  .string()
  .transform(readTrustedProxies)
  .refine((trusted) => trusted !== null);

const securityContact = z
  .string()
  .max(200)
  .regex(/^(https:\/\/[\x21-\x7e]+|(mailto:)?[^\s@:/]+@[^\s@:/]+)$/)
  .transform((contact) => (/^(https|mailto):/.test(contact) ? contact : `mailto:${contact}`));

const token = z
  .string()
  .min(16)
  .max(200)
  .regex(/^[\w.~+/-]+=*$/);

const days = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((value) => value > 0);

const limit = (most: number) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,6})?$/)
    .transform(Number)
    .refine((value) => value > 0 && value <= most)
    .optional();

const Environment = z
  .object({
    ...Object.fromEntries(LIMIT_NAMES.map((name) => [settingOf(name), limit(mostOf(name))])),
    PORT: port.default(4455),
    HOST: z.string().default("127.0.0.1"),
    DATA_DIR: z.string().default("./data"),
    STORAGE_URL: z.never().optional(),
    BUS_URL: z.never().optional(),
    ORIGINS: origins.optional(),
    TRUSTED_PROXIES: trustedProxies.optional(),
    CREATE_PLANS: z.enum(CREATORS).default("anyone"),
    CREATE_PLANS_KEY: token.optional(),
    SECURITY_CONTACT: securityContact.optional(),
    METRICS_TOKEN: token.optional(),
    SESSION_IDLE_DAYS: days.default(180),
    LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  })
  .refine(
    ({ CREATE_PLANS, CREATE_PLANS_KEY }) => (CREATE_PLANS === "key") === (CREATE_PLANS_KEY !== undefined),
    {
      path: ["CREATE_PLANS_KEY"],
    },
  );

const MISTAKES: Readonly<Record<string, string>> = {
  PORT: "PORT moet een getal van 0 tot en met 65535 zijn.",
  STORAGE_URL:
    "STORAGE_URL: deze versie kent alleen de ingebouwde opslag in DATA_DIR. Laat STORAGE_URL leeg.",
  BUS_URL: "BUS_URL: deze versie draait als één proces. Laat BUS_URL leeg.",
  ORIGINS:
    "ORIGINS moet een lijst van adressen met komma's ertussen zijn, zonder pad of schuine streep aan het eind, zoals https://planwand.school.nl.",
  TRUSTED_PROXIES:
    "TRUSTED_PROXIES moet een lijst van adressen of netwerken met komma's ertussen zijn, zoals 127.0.0.1,10.0.0.0/8, of het aantal proxy's (1 tot en met 9).",
  CREATE_PLANS: `CREATE_PLANS moet een van deze woorden zijn: ${CREATORS.join(", ")}.`,
  CREATE_PLANS_KEY:
    "CREATE_PLANS_KEY hoort bij CREATE_PLANS=key en moet 16 tot 200 letters, cijfers of tekens als - en _ hebben.",
  SECURITY_CONTACT:
    "SECURITY_CONTACT moet een e-mailadres zijn of een adres dat met https: begint, zoals beveiliging@school.nl.",
  METRICS_TOKEN: "METRICS_TOKEN moet 16 tot 200 letters, cijfers of tekens als - en _ hebben.",
  SESSION_IDLE_DAYS: "SESSION_IDLE_DAYS moet een aantal dagen zijn, 1 of meer.",
  LOG_LEVEL: `LOG_LEVEL moet een van deze woorden zijn: ${LOG_LEVELS.join(", ")}.`,
  ...Object.fromEntries(
    LIMIT_NAMES.map((name) => {
      const most = mostOf(name);
      const range = most === Infinity ? "boven de 0" : `boven de 0 en hoogstens ${String(most)}`;
      return [settingOf(name), `${settingOf(name)} moet een getal ${range} zijn.`];
    }),
  ),
};

/** Reads the environment; refused with one sentence for each mistake. An empty variable is one that is not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> {
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    return refuse([...names].map((name) => MISTAKES[name] ?? `${name} klopt niet.`));
  }
  const values = parsed.data;
  return ok({
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    origins: values.ORIGINS ?? null,
    trustedProxies: values.TRUSTED_PROXIES ?? NO_PROXIES,
    creators: values.CREATE_PLANS,
    createKey: values.CREATE_PLANS_KEY ?? null,
    securityContact: values.SECURITY_CONTACT ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    sessionIdleMs: values.SESSION_IDLE_DAYS * 86_400_000,
    logLevel: values.LOG_LEVEL,
    limits: limitsFrom(values),
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
