import { CIRCLES } from "@planwand/shared/access/role.ts";
import { entryOf } from "@planwand/shared/plan/entry.ts";
import type { Step } from "@planwand/shared/workshop/agenda.ts";
import * as Y from "yjs";
import { freshId } from "../../builders/commands.ts";
import { idOf } from "../../builders/journal.ts";
import { stepId, type Workshop } from "../../builders/workshop.ts";
import { steadily } from "../wall/steady.ts";
import { type Cost, costOf } from "./cost.ts";
import type { Room } from "./room.ts";
import { markOf, type Screen } from "./screen.ts";

/** Figures of one step of the session. */
export interface StepFigures {
  readonly what: string;
  readonly count: number;
  /** Until whoever did it knows that it is kept, in milliseconds; empty where that is not asked. */
  readonly confirmedMs: readonly number[];
  /** Until the last of all people has it; empty for what is hidden. */
  readonly everyoneMs: readonly number[];
  /** Until it stands on the screen of the room. */
  readonly screenMs: readonly number[];
  readonly cost: Cost;
}

/** Where the session takes place. */
export interface Scene {
  readonly workshop: Workshop;
  readonly room: Room;
  readonly screen: Screen;
  readonly pid: number;
  /** How long the whole session is to take. */
  readonly minutes: number;
  readonly people: number;
}

const WALL = { kind: "plan" } as const;
const frame = (number: number, title: string) => ({
  id: idOf("step", number),
  title,
  question: "",
  minutes: 5,
  extras: [] as const,
});
/** The steps of the session. */
export const STEPS = [
  { ...frame(1, "Welkom"), kind: "info" },
  { ...frame(2, "Ideeën"), kind: "ideas", scopes: [WALL], anonymous: false },
  { ...frame(3, "Bekijken"), kind: "reveal", of: stepId(2) },
  {
    ...frame(4, "Stemmen"),
    kind: "vote",
    of: stepId(2),
    scope: WALL,
    budget: 5,
    perItem: 2,
    perCircle: true,
    blind: true,
  },
  { ...frame(5, "Concretiseren"), kind: "write", scope: WALL, open: true },
  { ...frame(6, "Beslissen"), kind: "decide" },
  { ...frame(7, "Vrij"), kind: "free", extras: ["comment"] },
  { ...frame(8, "Afsluiten"), kind: "checkout", form: "word" },
] as const satisfies readonly Step[];

/** Shares of the whole time. */
const SHARE = { ideas: 0.27, vote: 0.15, write: 0.3, decide: 0.13, comments: 0.1, checkout: 0.05 };
/** What stays of what people write in a field, in characters: they rub out what is older. */
const FIELD_LENGTH = 200;
const WRITTEN = ["what", "why", "result", "criterion"] as const;
const WORDS_PER_SECOND = 10;

/** Plays the session and gives the figures of each step. */
export async function play({
  workshop,
  room,
  screen,
  pid,
  minutes,
  people,
}: Scene): Promise<readonly StepFigures[]> {
  const { session } = workshop;
  const figures: StepFigures[] = [];
  let marks = 0;
  const mark = (): string => markOf(++marks);
  const underway: Promise<unknown>[] = [];
  const seconds = (share: number): number => minutes * 60 * share;

  /** One part of the session: what is done gives its times to the lists. */
  async function part(
    what: string,
    count: number,
    act: (lists: { readonly confirmedMs: number[]; readonly everyoneMs: number[] }) => Promise<void>,
  ): Promise<void> {
    const lists = { confirmedMs: [] as number[], everyoneMs: [] as number[] };
    screen.clear();
    const { cost } = await costOf(pid, async () => {
      await act(lists);
      await Promise.all(underway.splice(0));
    });
    await screen.settled();
    const one = { what, count, ...lists, screenMs: screen.tookMs, cost };
    console.error(what, JSON.stringify({ ...cost, done: lists.confirmedMs.length }));
    figures.push(one);
  }
  /** `times` things a person, evenly over a share of the time, each by the next person. */
  const each = (times: number, share: number, act: (nth: number) => Promise<unknown>): Promise<void> =>
    steadily(times * people, (times * people) / seconds(share), (nth) => void underway.push(act(nth)));

  await part(`${String(people)} people join`, people, async ({ confirmedMs }) => {
    for (let nth = 0; nth < people; nth++) {
      const circle = CIRCLES[nth % CIRCLES.length] ?? CIRCLES[0];
      confirmedMs.push(await room.join(workshop.code, `Deelnemer ${String(nth + 1)}`, circle));
    }
  });
  const goTo = (number: number): Promise<void> =>
    part(`to step ${String(number)}`, 1, async ({ everyoneMs }) => {
      everyoneMs.push(await room.untilEveryone(stepId(number), () => workshop.goTo(number)));
    });

  await goTo(2);
  const ideas: string[] = [];
  const ideaMarks: string[] = [];
  await part("an idea, hidden", people * 6, ({ confirmedMs }) =>
    each(6, SHARE.ideas, async (nth) => {
      const idea = freshId();
      ideas.push(idea);
      const text = `Een idee over examens ${mark()}`;
      ideaMarks.push(text.slice(-8));
      const wish = { type: "idea.submit", session, step: stepId(2), idea, scope: WALL, text } as const;
      confirmedMs.push(await room.command(nth, wish));
    }),
  );
  await goTo(3);
  await part("all ideas are shown", 1, async ({ everyoneMs }) => {
    // The screen of the room shows the first of many.
    screen.begins(ideaMarks[0] ?? "");
    const wish = { type: "ideas.reveal", session, step: stepId(2), which: { kind: "all" } } as const;
    everyoneMs.push(await room.untilEveryone(ideaMarks.at(-1) ?? "", () => workshop.lead.give(wish)));
  });

  await goTo(4);
  await part("a dot, hidden", people * 5, ({ confirmedMs }) =>
    each(5, SHARE.vote, async (nth) => {
      const item = ideas[nth % ideas.length] ?? "";
      const wish = { type: "vote.cast", session, step: stepId(4), item, dots: 1 } as const;
      confirmedMs.push(await room.command(nth, wish));
    }),
  );
  await workshop.lead.give({ type: "votes.reveal", session, step: stepId(4) });

  await goTo(5);
  const activity = [...room.doc.getMap("activities").keys()][0] ?? "";
  await workshop.lead.give({ type: "focus.set", session, focus: { kind: "activity", id: activity } });
  const words = Math.round(WORDS_PER_SECOND * seconds(SHARE.write));
  await part("a word in the one card", words, async ({ everyoneMs }) => {
    await steadily(words, WORDS_PER_SECOND, (nth) => {
      const word = mark();
      screen.begins(word);
      const write = (): void => room.edit(nth, () => writeIn(room.doc, activity, nth, word));
      underway.push(room.untilEveryone(word, write, nth).then((ms) => everyoneMs.push(ms)));
    });
  });

  await goTo(6);
  const decision = [...room.doc.getMap("decisions").keys()][0] ?? "";
  await workshop.lead.give({ type: "focus.set", session, focus: { kind: "decision", id: decision } });
  await part("advice on a decision", people, ({ confirmedMs, everyoneMs }) =>
    each(1, SHARE.decide, async (nth) => {
      const text = mark();
      const wish = { type: "advice.give", session, decision, stance: "for", text } as const;
      const give = async (): Promise<unknown> => confirmedMs.push(await room.command(nth, wish));
      everyoneMs.push(await room.untilEveryone(text, give));
    }),
  );

  await goTo(7);
  await part("a comment", people * 2, ({ confirmedMs, everyoneMs }) =>
    each(2, SHARE.comments, async (nth) => {
      const text = mark();
      const anchor = { kind: "plan", id: "plan" } as const;
      const wish = { type: "comment.add", comment: freshId(), anchor, text } as const;
      const give = async (): Promise<unknown> => confirmedMs.push(await room.command(nth, wish));
      everyoneMs.push(await room.untilEveryone(text, give));
    }),
  );

  await goTo(8);
  await part("a last word", people, ({ confirmedMs, everyoneMs }) =>
    each(1, SHARE.checkout, async (nth) => {
      const word = mark();
      screen.begins(word);
      const wish = { type: "checkout.give", session, step: stepId(8), word } as const;
      const give = async (): Promise<unknown> => confirmedMs.push(await room.command(nth, wish));
      everyoneMs.push(await room.untilEveryone(word, give));
    }),
  );
  return figures;
}

/** One word at the end of one of the texts of a card; what makes it too long goes from the front. */
function writeIn(doc: Y.Doc, activity: string, nth: number, word: string): void {
  const field = WRITTEN[nth % WRITTEN.length] ?? "what";
  const fragment = entryOf(doc, "activities", activity)?.get(field);
  if (!(fragment instanceof Y.XmlFragment)) throw new Error("a card has texts");
  const paragraph = fragment.toArray()[0];
  const text = paragraph instanceof Y.XmlElement ? paragraph.toArray()[0] : undefined;
  if (!(text instanceof Y.XmlText)) {
    const first = new Y.XmlElement("paragraph");
    first.insert(0, [new Y.XmlText(word)]);
    fragment.insert(0, [first]);
    return;
  }
  doc.transact(() => {
    if (text.length > FIELD_LENGTH) text.delete(0, text.length - FIELD_LENGTH);
    text.insert(text.length, ` ${word}`);
  });
}
