import { readdirSync, readFileSync } from "node:fs";
import { CIRCLES } from "@planwand/shared/access/role.ts";
import { addDays } from "@planwand/shared/kernel/clock.ts";
import { isId } from "@planwand/shared/kernel/id.ts";
import { examine } from "@planwand/shared/plan/doctor.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { expect, test } from "vitest";
import { countingIds, seededDoc } from "../../builders/plan-doc.ts";

test("[P34] a seeded plan has fresh ids and all references lead somewhere", () => {
  const doc = seededDoc("example");
  const plan = toPlan(doc);
  const lists = [plan.goals, plan.phases, plan.domains, plan.parties, plan.activities, plan.decisions];
  const ids = [...lists.flat(), ...plan.communications].map(({ id }) => id);
  expect(ids.every(isId)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(examine(doc)).toEqual([]);
  const other = toPlan(seededDoc("example", { newId: countingIds("other") }));
  expect(other.activities.map(({ id }) => id)).not.toEqual(plan.activities.map(({ id }) => id));
});

test.each([
  ["2026-11-23", 0],
  ["2026-11-29", 0],
  ["2026-11-30", 7],
  ["2027-11-24", 364],
  ["2026-11-22", -7],
])("[P34] on %s all dates are moved by %i days", (today, days) => {
  const plain = toPlan(seededDoc("example"));
  const moved = toPlan(seededDoc("example", { today }));
  const by = (date: string | null) => (date === null ? null : addDays(date, days));
  const periods = (list: readonly { start: string | null; end: string | null }[]) =>
    list.map(({ start, end }) => [start, end]);
  const shifted = (list: readonly { start: string | null; end: string | null }[]) =>
    list.map(({ start, end }) => [by(start), by(end)]);
  expect(periods(moved.phases)).toEqual(shifted(plain.phases));
  expect(periods(moved.activities)).toEqual(shifted(plain.activities));
  expect(moved.decisions.map((entry) => [entry.neededBy, entry.decidedOn])).toEqual(
    plain.decisions.map((entry) => [by(entry.neededBy), by(entry.decidedOn)]),
  );
  expect(moved.communications.map(({ date }) => date)).toEqual(
    plain.communications.map(({ date }) => by(date)),
  );
});

test("[P35] the format is in the language asked for, without activities", () => {
  const dutch = toPlan(seededDoc("format", { title: "Plan van school" }));
  const english = toPlan(seededDoc("format", { language: "en" }));
  expect(dutch.title).toBe("Plan van school");
  expect(dutch.phases.map(({ name }) => name)).toEqual([
    "Analyse",
    "Ontwerp",
    "Inrichting",
    "Uitvoering",
    "Borging",
  ]);
  expect(english.phases.map(({ name }) => name)).toEqual([
    "Analysis",
    "Design",
    "Set-up",
    "Execution",
    "Embedding",
  ]);
  expect([english.language, dutch.domains[3]?.name, english.domains[3]?.name]).toEqual([
    "en",
    "ICT en systemen",
    "ICT and systems",
  ]);
  expect(dutch.parties).toHaveLength(18);
  expect(dutch.phases.every(({ goal }) => goal !== "")).toBe(true);
  expect(dutch.parties.every(({ circle }) => CIRCLES.includes(circle))).toBe(true);
  expect([dutch.activities, dutch.decisions, dutch.communications, dutch.goals]).toEqual([[], [], [], []]);
});

test("[P35] leeg has five phases and four domains by name, and nothing else", () => {
  const plan = toPlan(seededDoc("blank"));
  expect(plan.phases.map(({ name, goal, start, end }) => [name !== "", goal, start, end])).toEqual(
    Array.from({ length: 5 }, () => [true, "", null, null]),
  );
  expect(plan.domains.map(({ name, color, impact }) => [name, color, impact])).toEqual([
    ["Processen", 0, ""],
    ["Organisatie", 1, ""],
    ["Beleid", 2, ""],
    ["ICT en systemen", 3, ""],
  ]);
  expect([plan.parties, plan.activities, plan.goals, plan.bin]).toEqual([[], [], [], []]);
});

test("[P36] every prompt is there in both languages", () => {
  const prompts = Object.values(PROMPTS).flatMap((kind) => Object.values(kind));
  expect(prompts.length).toBeGreaterThan(50);
  for (const { label, help, example } of prompts) {
    for (const words of [label, help, example ?? label]) {
      expect(words.nl.trim()).not.toBe("");
      expect(words.en.trim()).not.toBe("");
    }
  }
  expect(PROMPTS.activity.what.max).toBe(1500);
});

test("[P36] the file with the prompts brings no template and no checker along", () => {
  const folder = new URL("../../../shared/src/templates/", import.meta.url);
  expect(readdirSync(folder)).toContain("prompts.ts");
  const imports = readFileSync(new URL("prompts.ts", folder), "utf8").match(/^import (?!type).*$/gm);
  expect(imports).toEqual(['import data from "./prompts.json" with { type: "json" };']);
});
