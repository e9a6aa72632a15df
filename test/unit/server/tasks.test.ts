import { afterEach, expect, test } from "vitest";
import { canLimitMemory, startProcess } from "@planwand/server/tasks/process.ts";
import type { TaskError } from "@planwand/server/tasks/task-error.ts";
import { TaskQueue } from "@planwand/server/tasks/task-queue.ts";
import { TaskRunner, type TaskRunnerOptions } from "@planwand/server/tasks/task-runner.ts";
import { startThread } from "@planwand/server/tasks/thread.ts";
import type { TestTask } from "../../builders/task-thread.ts";

const FILE = new URL("../../builders/task-thread.ts", import.meta.url);
/** Far above what a task of these tests takes that is to be done. */
const AMPLE_MS = 600_000;
/** What one that hangs gets. */
const SCARCE_MS = 300;

type Runner = TaskRunner<TestTask, string>;
const opened: Runner[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((runner) => runner.close()));
});

/** A runner of two threads, one for long tasks too, and how many threads it started. */
function runnerWith(given: Partial<TaskRunnerOptions<TestTask>> = {}) {
  const started = { count: 0 };
  const runner: Runner = new TaskRunner({
    places: 2,
    start: () => {
      started.count++;
      return startThread(FILE, 64);
    },
    mayWait: () => true,
    idleMs: AMPLE_MS,
    ...given,
  });
  opened.push(runner);
  return { runner, started };
}

const order = (key: string, isLong = false, timeoutMs = AMPLE_MS) => ({ key, isLong, timeoutMs });
const say = (word: string): TestTask => ({ do: "say", word });
const ask = (name: string, times = 1): TestTask => ({ do: "ask", name, times });
const fateOf = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => "done",
    (error: TaskError) => error.fate,
  );

/** Answers questions only when it is told: a task that asked is under way until then. */
function held() {
  const asked: string[] = [];
  const waiting = new Map<string, () => void>();
  return {
    asked,
    reply(question: unknown): Promise<string> {
      const { of, time } = question as { of: string; time: number };
      asked.push(of);
      return new Promise((resolve) => waiting.set(of, () => resolve(`${of}${String(time)}`)));
    },
    async release(name: string): Promise<void> {
      await expect.poll(() => waiting.has(name)).toBe(true);
      waiting.get(name)?.();
      waiting.delete(name);
    },
  };
}

test("[TASK1] keys take turns, whatever the others have waiting", () => {
  const queue = new TaskQueue<{ key: string; isLong: boolean; name: string }>();
  for (const name of ["a1", "a2", "a3", "b1", "c1", "b2"])
    queue.add({ key: name.slice(0, 1), isLong: false, name });
  const taken = Array.from({ length: 6 }, () => queue.next(() => false, false)?.name);
  expect(taken).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
  expect([queue.size, queue.next(() => false, true)]).toEqual([0, null]);
});

test("[TASK1] tasks of one key are done one after the other, of another one beside them", async () => {
  const questions = held();
  const { runner } = runnerWith({ reply: questions.reply });
  const all = [
    runner.run(ask("a"), order("a")),
    runner.run(ask("b"), order("a")),
    runner.run(say("c"), order("c")),
  ];
  expect(await all[2]).toBe("c");
  await expect.poll(() => questions.asked).toEqual(["a"]);
  await questions.release("a");
  await questions.release("b");
  expect(await Promise.all(all)).toEqual(["a0", "b0", "c"]);
});

test("[TASK2] short ones come first, and a long one is passed over a few times at most", () => {
  const queue = new TaskQueue<{ key: string; isLong: boolean }>();
  queue.add({ key: "history", isLong: true });
  for (let at = 0; at < 20; at++) queue.add({ key: `plan${String(at)}`, isLong: false });
  expect(queue.next(() => false, false)?.key).toBe("plan0");
  const taken = Array.from({ length: 20 }, () => queue.next(() => false, true)?.key);
  expect(taken.indexOf("history")).toBe(7);
});

test("[TASK2] long tasks take one place only: a short one is done beside any number of them", async () => {
  const questions = held();
  const { runner } = runnerWith({ reply: questions.reply });
  const long = ["a", "b", "c"].map((name) => runner.run(ask(name), order(name, true)));
  await expect.poll(() => questions.asked).toEqual(["a"]);
  expect(await runner.run(say("short"), order("d"))).toBe("short");
  expect(questions.asked).toEqual(["a"]);
  for (const name of ["a", "b", "c"]) await questions.release(name);
  expect(await Promise.all(long)).toEqual(["a0", "b0", "c0"]);
});

test("[TASK3] what may not wait is refused at once; what waits already stays", async () => {
  const questions = held();
  const mayWait = (ofKey: number, inAll: number): boolean => ofKey <= 2 && inAll <= 3;
  const { runner } = runnerWith({ reply: questions.reply, mayWait });
  const running = [runner.run(ask("a"), order("a")), runner.run(ask("b"), order("b"))];
  await expect.poll(() => questions.asked.length).toBe(2);
  const waiting = [runner.run(say("1"), order("a")), runner.run(say("2"), order("a"))];
  expect(await fateOf(runner.run(say("3"), order("a")))).toBe("busy");
  waiting.push(runner.run(say("4"), order("c")));
  expect(await fateOf(runner.run(say("5"), order("d")))).toBe("busy");
  expect(runner.load).toEqual({ waiting: 3, running: 2 });
  await questions.release("a");
  await questions.release("b");
  expect(await Promise.all([...running, ...waiting])).toEqual(["a0", "b0", "1", "2", "4"]);
});

test("[TASK4] one that hangs, runs out of memory, breaks its place or cannot be done fails by itself", async () => {
  const { runner, started } = runnerWith();
  const fates = await Promise.all([
    fateOf(runner.run({ do: "hang" }, order("hang", false, SCARCE_MS))),
    fateOf(runner.run({ do: "grow" }, order("grow"))),
    fateOf(runner.run({ do: "end" }, order("end"))),
    fateOf(runner.run({ do: "fail" }, order("fail"))),
    ...Array.from({ length: 12 }, (_, at) => fateOf(runner.run(say("x"), order(`say${String(at)}`)))),
  ]);
  expect(fates).toEqual(["time", "memory", "crash", "failed", ...Array.from({ length: 12 }, () => "done")]);
  expect(started.count).toBeLessThanOrEqual(5);
});

test("[TASK4] the time of a task runs from its start, not from when it was asked", async () => {
  const { runner } = runnerWith();
  const hangs = Array.from({ length: 4 }, () =>
    fateOf(runner.run({ do: "hang" }, order("a", false, SCARCE_MS))),
  );
  const after = runner.run(say("x"), order("a"));
  expect(await Promise.all(hangs)).toEqual(["time", "time", "time", "time"]);
  expect(await after).toBe("x");
});

test("[TASK4] those of a key that wait and are of the same kind can be refused with what broke the first", async () => {
  const questions = held();
  const { runner } = runnerWith({ reply: questions.reply });
  const first = runner.run(ask("a"), order("a"));
  const waiting = [1, 2].map(() => expect(runner.run(say("x"), order("a"))).rejects.toThrow("set aside"));
  const another = [runner.run(say("y"), order("a")), runner.run(say("x"), order("b"))];
  runner.drop("a", new Error("set aside"), (task) => task.do === "say" && task.word === "x");
  await Promise.all(waiting);
  await questions.release("a");
  expect(await first).toBe("a0");
  expect(await Promise.all(another)).toEqual(["y", "x"]);
});

test("[TASK5] a place that is used up or without work is ended, and the next task gets a new one", async () => {
  const spent = runnerWith();
  expect(await spent.runner.run({ do: "last" }, order("a"))).toBe("last");
  expect(await spent.runner.run(say("x"), order("a"))).toBe("x");
  expect(spent.started.count).toBe(2);
  const idle = runnerWith({ idleMs: 1 });
  const starts = async (): Promise<number> => {
    expect(await idle.runner.run(say("x"), order("a"))).toBe("x");
    return idle.started.count;
  };
  await expect.poll(starts, { interval: 20 }).toBeGreaterThan(2);
});

test("[TASK5] closing refuses what is under way and what waits", async () => {
  const questions = held();
  const { runner } = runnerWith({ reply: questions.reply });
  const fates = [fateOf(runner.run(ask("a"), order("a"))), fateOf(runner.run(say("b"), order("a")))];
  await expect.poll(() => questions.asked).toEqual(["a"]);
  await runner.close();
  expect(await Promise.all(fates)).toEqual(["stopped", "stopped"]);
  expect(await fateOf(runner.run(say("c"), order("c")))).toBe("stopped");
});

test("[TASK6] a task asks for more while it is done, and hears the answers in order, or that there is none", async () => {
  const reply = async (question: unknown): Promise<string> =>
    `r${String((question as { time: number }).time)}`;
  expect(await runnerWith({ reply }).runner.run(ask("a", 5), order("a"))).toBe("r0 r1 r2 r3 r4");
  const none = runnerWith({ reply: () => Promise.reject(new Error("the disk is gone")) });
  await expect(none.runner.run(ask("a"), order("a"))).rejects.toThrow("the disk is gone");
});

test("[TASK7] a process stays below its limits, native code included, and another one goes on", async () => {
  const flags = [`--allow-fs-read=${new URL("../../", import.meta.url).pathname}`];
  const start = () => startProcess(FILE, { maxHeapMb: 64, maxMemoryMb: 128, flags });
  const { runner } = runnerWith({ start });
  expect(await runner.run(say("x"), order("a"))).toBe("x");
  expect(await fateOf(runner.run({ do: "grow" }, order("a")))).toBe("memory");
  expect(await canLimitMemory()).toBe(true);
  expect(await fateOf(runner.run({ do: "grow-outside" }, order("b")))).not.toBe("done");
  expect(await runner.run(say("y"), order("b"))).toBe("y");
});
