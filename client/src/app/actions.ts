import {
  Bell,
  CopyPlus,
  FileDown,
  FileInput,
  Glasses,
  CircleQuestionMark,
  Keyboard,
  Languages,
  ListFilter,
  ListOrdered,
  LogOut,
  type LucideIcon,
  Moon,
  Presentation,
  Printer,
  Redo2,
  Rows2,
  Rows3,
  Rows4,
  Search,
  Share2,
  Sun,
  SunMoon,
  UserRoundPen,
  Trash2,
  Undo2,
} from "lucide-react";
import { chooseLanguage } from "../i18n/setup.ts";
import { chooseDensity } from "../ui/density.ts";
import { chooseTheme } from "../ui/theme.ts";
import type { PlanWindow } from "./windows.ts";

/** What an action has to do with. */
export interface Desk {
  readonly planId: string;
  readonly canWrite: boolean;
  readonly canLead: boolean;
  readonly canInvite: boolean;
  /** The plan is shown as it stood at a moment of the past. */
  readonly isPast: boolean;
  readonly open: (what: PlanWindow) => void;
  readonly walk: (way: "undo" | "redo") => void;
  readonly toggleFilter: () => void;
  readonly toggleLens: () => void;
  readonly go: (path: string) => void;
}

/** Something that can be done with the plan as a whole, wherever one is in it. */
interface ActionEntry {
  readonly icon: LucideIcon;
  /** The key of one character that does it, as it is typed. */
  readonly key?: string;
  /** The keys as they are told to people, when there is no single one. */
  readonly keys?: string;
  /** Where the menu of the plan has it: always, or only where the header has no room for its button. */
  readonly menu?: "always" | "narrow";
  /** Only for who may write the plan. */
  readonly isWriting?: true;
  /** Only for who may lead a work session. */
  readonly isLeading?: true;
  /** Only for who may invite others. */
  readonly isInviting?: true;
  /** Only for the plan of now: it has to do with who works in it, or with what only the server has. */
  readonly isOfNow?: true;
  readonly run: (desk: Desk) => void;
}

/** Every action, once: the palette, the menu of the plan, the keys and the page of shortcuts are made of this. */
export const ACTIONS = {
  find: { icon: Search, keys: "Ctrl + K", run: ({ open }) => open("palette") },
  undo: { icon: Undo2, keys: "Ctrl + Z", menu: "narrow", isWriting: true, run: ({ walk }) => walk("undo") },
  redo: {
    icon: Redo2,
    keys: "Ctrl + Shift + Z",
    menu: "narrow",
    isWriting: true,
    run: ({ walk }) => walk("redo"),
  },
  filter: { icon: ListFilter, key: "f", menu: "narrow", run: ({ toggleFilter }) => toggleFilter() },
  lens: { icon: Glasses, key: "l", menu: "always", run: ({ toggleLens }) => toggleLens() },
  news: { icon: Bell, isOfNow: true, run: ({ go, planId }) => go(`/plan/${planId}/attention`) },
  share: { icon: Share2, isInviting: true, isOfNow: true, run: ({ open }) => open("share") },
  workshop: {
    icon: Presentation,
    menu: "always",
    isLeading: true,
    isOfNow: true,
    run: ({ open }) => open("workshop"),
  },
  guide: { icon: ListOrdered, menu: "always", isOfNow: true, run: ({ open }) => open("guide") },
  import: { icon: FileInput, menu: "always", isWriting: true, run: ({ open }) => open("import") },
  bin: { icon: Trash2, menu: "always", run: ({ open }) => open("bin") },
  copy: { icon: CopyPlus, menu: "always", isOfNow: true, run: ({ open }) => open("copy") },
  export: { icon: FileDown, menu: "always", run: ({ open }) => open("export") },
  print: { icon: Printer, menu: "always", run: () => print() },
  compact: { icon: Rows4, run: ({ planId }) => chooseDensity(planId, "compact") },
  normal: { icon: Rows3, run: ({ planId }) => chooseDensity(planId, "normal") },
  roomy: { icon: Rows2, run: ({ planId }) => chooseDensity(planId, "roomy") },
  light: { icon: Sun, run: () => chooseTheme("light") },
  dark: { icon: Moon, run: () => chooseTheme("dark") },
  asDevice: { icon: SunMoon, run: () => chooseTheme("system") },
  dutch: { icon: Languages, run: () => void chooseLanguage("nl") },
  english: { icon: Languages, run: () => void chooseLanguage("en") },
  help: { icon: CircleQuestionMark, key: "?", menu: "always", run: ({ open }) => open("help") },
  shortcuts: { icon: Keyboard, run: ({ open }) => open("shortcuts") },
  ownName: { icon: UserRoundPen, menu: "always", isOfNow: true, run: ({ open }) => open("ownName") },
  leave: { icon: LogOut, menu: "always", isOfNow: true, run: ({ open }) => open("leave") },
} as const satisfies Record<string, ActionEntry>;

export type ActionName = keyof typeof ACTIONS;

/** An action as it can be done now. */
export interface Action extends Omit<ActionEntry, "run"> {
  readonly name: ActionName;
  readonly run: () => void;
}

/** The actions that are there for whoever is at this desk. */
export function actionsAt(desk: Desk): readonly Action[] {
  const all: readonly [string, ActionEntry][] = Object.entries(ACTIONS);
  return all
    .filter(
      ([, { isWriting, isLeading, isInviting, isOfNow }]) =>
        (desk.canWrite || !isWriting) &&
        (desk.canLead || !isLeading) &&
        (desk.canInvite || !isInviting) &&
        !(desk.isPast && isOfNow),
    )
    .map(([name, entry]) => ({ ...entry, name: name as ActionName, run: () => entry.run(desk) }));
}
