import { safeLink } from "../plan/link.ts";
import { roleKey } from "../plan/read-activity.ts";
import { type Activity, type Decision, type Flow, ROLE_SLOTS, type Step } from "../plan/schema.ts";
import { cellText, oneLine, textOf } from "./cell.ts";
import type { Column } from "./column.ts";
import { joinNames, splitNames } from "./labels.ts";
import { withoutListSign } from "./list-sign.ts";
import { FLOW_WORDS, SLOT_WORDS, valueOfWord } from "./words.ts";

/** The numbered flows that something touches. */
export function flowsColumn<Entry extends { readonly flows: readonly Flow[] }>(): Column<Entry> {
  return {
    key: "flows",
    heading: { nl: "Koppelvlak", en: "Interface", also: ["koppelvlakken", "interfaces", "flow"] },
    kind: "names",
    width: 26,
    show: ({ flows }, { language }) =>
      flows.length === 0 ? null : joinNames(flows.map((flow) => FLOW_WORDS[flow][language])),
    take(cell, on) {
      const words = splitNames(textOf(cell));
      const flows = words.flatMap((word) => {
        const flow = valueOfWord(FLOW_WORDS, word) ?? valueOfWord(FLOW_WORDS, word.split(/\s/u)[0] ?? "");
        if (flow === null) on.problem("unknown-word", word);
        return flow ?? [];
      });
      return { flows: [...new Set(flows)] };
    },
  };
}

/** A step as a line of a cell: ticked or not, and its title. */
export function stepLine({ title, done }: Pick<Step, "title" | "done">): string {
  return `[${done ? "x" : " "}] ${oneLine(title)}`;
}

const STEP_LINE = /^\[([ x])\] ?(.*)$/iu;

/** One line a step, `[x]` before those that are ticked. */
export const stepsColumn: Column<Activity> = {
  key: "steps",
  heading: {
    nl: "Stappen",
    en: "Steps",
    also: ["checklist items", "checklist", "controlelijstitems", "deelstappen"],
  },
  kind: "long",
  width: 36,
  show: ({ steps }) => (steps.length === 0 ? null : cellText(steps.map(stepLine).join("\n"))),
  take(cell) {
    const text = textOf(cell);
    const hasTicks = STEP_LINE.test(text.split("\n", 1)[0] ?? "");
    const lines = hasTicks ? text.split("\n") : text.split(/[\n;]/u).filter((line) => line.trim() !== "");
    const steps = lines.map((line) => {
      const [, tick, title] = STEP_LINE.exec(line) ?? [];
      if (title === undefined) return { title: oneLine(withoutListSign(line)), done: false };
      return { title: oneLine(title), done: tick?.toLowerCase() === "x" };
    });
    return { steps };
  },
};

/** A link as a line of a cell: its title, and its address between angle brackets. */
export function linkLine({ title, url }: { readonly title: string; readonly url: string }): string {
  const address = oneLine(url).replaceAll("<", "%3C").replaceAll(">", "%3E");
  return `${oneLine(title)} <${address}>`.trim();
}

/** One line a link. */
export const linksColumn: Column<Activity> = {
  key: "links",
  heading: { nl: "Links", en: "Links", also: ["bijlagen", "attachments", "link", "url"] },
  kind: "long",
  width: 36,
  show: ({ links }) => (links.length === 0 ? null : cellText(links.map(linkLine).join("\n"))),
  take(cell, on) {
    const lines = textOf(cell)
      .split("\n")
      .filter((line) => line.trim() !== "");
    const links = lines.flatMap((line) => {
      const [, title, address] = /^(.*?) ?<([^<>]*)>$/u.exec(line.trim()) ?? [];
      const url = safeLink(address ?? line);
      if (url === null) on.problem("no-link", line);
      return url === null ? [] : [{ title: oneLine(title ?? ""), url }];
    });
    return { links };
  },
};

/** Which party has which role under whose name, as a line of a cell: `Uitvoerder: Functioneel beheer = Jan Jansen`. */
export const personsColumn: Column<Activity> = {
  key: "names",
  heading: { nl: "Namen bij rollen", en: "Names with roles", also: ["namen", "names"] },
  kind: "long",
  width: 36,
  show({ names }, { labels, language }) {
    const lines = ROLE_SLOTS.flatMap((slot) =>
      [...labels.parties].flatMap(([party, label]) => {
        const name = oneLine(names[roleKey(slot, party)] ?? "");
        // A party that is called like two by this sign goes by its id.
        const called = label.includes(PERSON_SIGN) ? `{${party}}` : label;
        return name === "" ? [] : `${SLOT_WORDS[slot][language]}: ${called}${PERSON_SIGN}${name}`;
      }),
    );
    return lines.length === 0 ? null : cellText(lines.join("\n"));
  },
  take(cell, on) {
    const names: Record<string, string> = {};
    for (const line of textOf(cell).split("\n")) {
      if (line.trim() === "") continue;
      const [, word = "", party = "", name = ""] = /^([^:]+): (.*?) = (.*)$/u.exec(line.trim()) ?? [];
      const slot = valueOfWord(SLOT_WORDS, word);
      if (slot === null) {
        on.problem("unknown-word", line.trim());
        continue;
      }
      const [id] = on.find("parties", party);
      if (id !== undefined) names[roleKey(slot, id)] = oneLine(name);
    }
    return { names };
  },
};

const PERSON_SIGN = " = ";

/** One line an option of a decision. */
export const optionsColumn: Column<Decision> = {
  key: "options",
  heading: { nl: "Mogelijkheden", en: "Options", also: ["opties", "keuzes"] },
  kind: "long",
  width: 36,
  show: ({ options }) =>
    options.length === 0 ? null : cellText(options.map(({ title }) => `- ${oneLine(title)}`).join("\n")),
  take(cell) {
    const text = textOf(cell);
    if (text === "") return { options: [] };
    const lines = text.split("\n");
    const isOurs = lines.every((line) => line.startsWith("- "));
    const titles = isOurs
      ? lines.map((line) => oneLine(line.slice(2)))
      : lines.map((line) => oneLine(withoutListSign(line))).filter((title) => title !== "");
    return { options: titles.map((title) => ({ title, pros: "", cons: "" })) };
  },
};
