import { processPort } from "@planwand/server/tasks/process.ts";
import { type Ask, serveTasks } from "@planwand/server/tasks/serve.ts";
import { threadPort } from "@planwand/server/tasks/thread.ts";
import { isMainThread } from "node:worker_threads";

/** What a place for the tests of `server/src/tasks` does when it is asked. */
export type TestTask =
  | { readonly do: "say"; readonly word: string }
  /** Asks the server so many times, and says all that it heard. */
  | { readonly do: "ask"; readonly name: string; readonly times: number }
  | { readonly do: "fail" | "hang" | "grow" | "grow-outside" | "end" | "last" };

let isSpent = false;

async function perform(task: TestTask, ask: Ask): Promise<string> {
  switch (task.do) {
    case "say":
      return task.word;
    case "ask": {
      const heard: unknown[] = [];
      for (let time = 0; time < task.times; time++) heard.push(await ask({ of: task.name, time }));
      return heard.join(" ");
    }
    case "fail":
      throw new Error("this cannot be done");
    case "hang":
      for (;;);
    case "grow": {
      const held: unknown[] = [];
      for (let at = 0; ; at++) held.push({ at, text: `${String(at)} `.repeat(50).split(" ") });
    }
    case "grow-outside": {
      const held: Buffer[] = [];
      for (let at = 0; ; at++) held.push(Buffer.alloc(8 * 1024 * 1024, at));
    }
    case "end":
      return process.exit(3);
    case "last":
      isSpent = true;
      return "last";
  }
}

serveTasks(
  isMainThread ? processPort() : threadPort(),
  (task, ask) => perform(task as TestTask, ask),
  () => isSpent,
);
