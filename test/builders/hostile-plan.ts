import type { Plan } from "@planwand/shared/plan/schema.ts";
import { seeded } from "./run-length.ts";

/** Pieces that some format reads as more than text, or that no font, file or parser likes. */
const PIECES = [
  '=HYPERLINK("http://kwaad.invalid")',
  "+1+cmd|' /C calc'!A0",
  "@SUM(1)",
  "-2+3",
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "</w:t></w:r></w:p><w:p/>",
  "]]><!--",
  "&amp;&#0;&nbsp;&bogus;",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "#set page(width: 1pt)",
  '#read("/etc/passwd")',
  "#while true {}",
  "$ x^2 $ *vet* _schuin_ `rauw` \\",
  "#{ [ ] } @ref <label>",
  "| a | b |\n|---|---|",
  "# Kop\n- lijst\n1. een\n> citaat\n```\ncode",
  "[weg](javascript:alert(1)) ![x](y)",
  "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:kwaad",
  "ATTENDEE;CN=x:mailto:a@b.invalid,;\\n",
  "\u0000\u0001\u0007\u000b\u001f\u007f\u0085",
  "\u202e\u2066omgekeerd\u2069\u202c",
  "\ud800 los \udc00",
  "\ufffe\uffff\ufeff\u2028\u2029",
  "מבחן עברית ו-العربية",
  "考试组织 試験 시험",
  "👩‍🏫🏽 👨‍👩‍👧‍👦 🇳🇱 ☑️ 1️⃣",
  "Z̸̡̛a̵l̷g̶o̴ \u0301\u0301\u0301",
  "\ue000\uf8ff\u{10fffd}",
  "\u200b\u200d\u00ad\u2060",
  "examenorganisatieverantwoordelijkheidsmatrix".repeat(7).slice(0, 300),
  "a".repeat(300),
  "__proto__ constructor toString",
  "%s %n %00 ../../etc/passwd C:\\con",
  "\t\r\n \n\n",
  "€ ƒ ﬁ ½ ① ㎡ ™",
];

/** Hostile strings in a row: some are one piece, some several. */
export function hostileStrings(seed: number): () => string {
  const random = seeded(seed);
  const piece = (): string => PIECES[Math.floor(random() * PIECES.length)] ?? "";
  return () => Array.from({ length: 1 + Math.floor(random() * 3) }, piece).join(random() < 0.5 ? " " : "");
}

/** Fields that are no text of people's: they keep what they are. */
const KEPT = new Set([
  "id",
  "phase",
  "domain",
  "activity",
  "status",
  "priority",
  "kind",
  "circle",
  "start",
  "end",
  "date",
  "neededBy",
  "decidedOn",
  "acceptedOn",
  "acceptedBy",
  "decider",
  "sender",
  "since",
  "party",
  "replaces",
  "riskLevel",
  "language",
  "check",
  "subject",
  "root",
  "type",
  "link",
  "url",
]);
/** Lists of ids. */
const KEPT_LISTS = new Set(["roles", "dependsOn", "goals", "flows", "advisers", "audience", "bin"]);

/** The plan with every activity, decision and moment that many times: one document then holds thousands of strings. */
export function crowdedPlan(plan: Plan, times: number): Plan {
  const copies = <Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] =>
    Array.from({ length: times }, (_, copy) =>
      entries.map((entry) => ({ ...entry, id: `${entry.id.slice(0, 28)}-${copy}` })),
    ).flat();
  return {
    ...plan,
    activities: copies(plan.activities).map((activity) => ({ ...activity, dependsOn: [] })),
    decisions: copies(plan.decisions).map((decision) => ({ ...decision, activity: null })),
    communications: copies(plan.communications).map((moment) => ({ ...moment, activity: null })),
  };
}

/** The plan with the next string in every field that people write, and how many that were. */
export function hostilePlan(
  plan: Plan,
  next: () => string,
): { readonly plan: Plan; readonly strings: number } {
  let strings = 0;
  const filled = (value: unknown, field: string): unknown => {
    if (typeof value === "string") {
      if (KEPT.has(field)) return value;
      strings++;
      return next();
    }
    if (Array.isArray(value)) {
      const isIds = KEPT_LISTS.has(field) && value.every((one) => typeof one === "string");
      return isIds ? value : value.map((one) => filled(one, field));
    }
    if (typeof value !== "object" || value === null || field === "roles" || field === "bin") return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, key)]));
  };
  const { phases } = plan;
  const extra: Plan = {
    ...plan,
    parking: [{ id: "parking-000001", text: "" }],
    blackouts: [{ id: "blackout-00001", name: "", start: "2026-12-21", end: null }],
    cells: [
      {
        id: "cell-000000001",
        phase: phases[0]?.id ?? "",
        domain: plan.domains[0]?.id ?? "",
        emptyReason: "",
      },
    ],
    waivers: [{ id: "waiver-0000001", check: "K04", subject: phases[0]?.id ?? "", reason: "" }],
  };
  return { plan: filled(extra, "") as Plan, strings };
}
