import type { CheckoutForm, Extra, Step } from "./agenda.ts";
import { SCRIPT_WORDS, type ScriptLanguage, type ScriptName } from "./script-words.ts";

/** A step as a script has it: `of` names an earlier step of the script by its key. */
interface ScriptFrame {
  readonly key: string;
  readonly minutes: number;
  readonly extras?: readonly Extra[];
}
export type ScriptStep = ScriptFrame &
  (
    | { readonly kind: "info" | "roles" | "free" | "decide" }
    | { readonly kind: "ideas"; readonly anonymous: boolean }
    | { readonly kind: "reveal"; readonly of: string }
    | {
        readonly kind: "vote";
        readonly of: string | null;
        readonly budget: number;
        readonly perItem: number;
        readonly blind: boolean;
        readonly perCircle: boolean;
      }
    | { readonly kind: "write"; readonly open: boolean }
    | { readonly kind: "checkout"; readonly form: CheckoutForm }
  );

const SCRIPT_STEPS: Record<ScriptName, readonly ScriptStep[]> = {
  // 120 minutes.
  start: [
    { key: "welcome", kind: "info", minutes: 10 },
    { key: "ideas", kind: "ideas", minutes: 15, anonymous: false },
    { key: "reveal", kind: "reveal", minutes: 20, of: "ideas", extras: ["comment"] },
    {
      key: "vote",
      kind: "vote",
      minutes: 10,
      of: "ideas",
      budget: 5,
      perItem: 2,
      blind: true,
      perCircle: true,
    },
    { key: "write", kind: "write", minutes: 30, open: true, extras: ["comment"] },
    { key: "decide", kind: "decide", minutes: 15, extras: ["comment"] },
    { key: "roles", kind: "roles", minutes: 15 },
    { key: "checkout", kind: "checkout", minutes: 5, form: "word" },
  ],
  // 45 minutes.
  decide: [
    { key: "welcome", kind: "info", minutes: 5 },
    { key: "decide", kind: "decide", minutes: 30, extras: ["comment"] },
    { key: "roles", kind: "roles", minutes: 5 },
    { key: "checkout", kind: "checkout", minutes: 5, form: "fingers" },
  ],
  // 30 minutes.
  progress: [
    { key: "welcome", kind: "info", minutes: 3 },
    { key: "progress", kind: "free", minutes: 12, extras: ["comment", "agree"] },
    { key: "obstacles", kind: "ideas", minutes: 4, anonymous: true },
    { key: "reveal", kind: "reveal", minutes: 6, of: "obstacles", extras: ["comment"] },
    { key: "roles", kind: "roles", minutes: 3 },
    { key: "checkout", kind: "checkout", minutes: 2, form: "fingers" },
  ],
};

/** The title, the goal and the steps of a ready-made agenda, to be changed at will; ids come from `newId`. */
export function scriptAgenda(
  name: ScriptName,
  language: ScriptLanguage,
  newId: () => string,
): { readonly title: string; readonly goal: string; readonly steps: readonly Step[] } {
  const { title, goal, steps: words } = SCRIPT_WORDS[language][name];
  const idByKey = new Map(SCRIPT_STEPS[name].map(({ key }) => [key, newId()]));
  const idOf = (key: string): string => idByKey.get(key) ?? "";
  const steps = SCRIPT_STEPS[name].map(({ key, extras = [], ...step }): Step => {
    const said = words[key] ?? { title: key, question: "" };
    const frame = { id: idOf(key), extras, ...said };
    switch (step.kind) {
      case "ideas":
        return { ...frame, ...step, scopes: [{ kind: "plan" }] };
      case "reveal":
        return { ...frame, ...step, of: idOf(step.of) };
      case "vote":
        return {
          ...frame,
          ...step,
          of: step.of === null ? null : idOf(step.of),
          scope: { kind: "plan" },
        };
      case "write":
        return { ...frame, ...step, scope: { kind: "plan" } };
      case "info":
      case "roles":
      case "free":
      case "decide":
      case "checkout":
        return { ...frame, ...step };
    }
  });
  return { title, goal, steps };
}
