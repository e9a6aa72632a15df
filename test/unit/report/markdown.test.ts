import { expect, test } from "vitest";
import { makeMarkdown } from "@planwand/server/exports/markdown.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";

const source = reportSource();

async function written(plan = source.plan): Promise<string> {
  return new TextDecoder().decode(await makeMarkdown({ source: { ...source, plan }, options: optionsOf() }));
}

test("[EXP3] nothing that was typed is markup in Markdown", async () => {
  const [first, ...rest] = source.plan.activities;
  if (first === undefined) throw new Error("the example has activities");
  const hostile =
    "# <script>alert(1)</script> | **vet** [weg](https://kwaad.invalid) `x` ![i](y) www.kwaad.invalid ik@kwaad.invalid &lt; _x_";
  const text = await written({ ...source.plan, activities: [{ ...first, title: hostile }, ...rest] });
  expect(text).not.toContain("<script>");
  expect(text).not.toContain("](https://kwaad");
  expect(text).toContain(
    "# \\<script\\>alert(1)\\</script\\> \\| \\*\\*vet\\*\\* \\[weg\\]\\(https\\://kwaad.invalid)",
  );
  expect(text).toContain("!\\[i\\]\\(y) www\\.kwaad.invalid ik\\@kwaad.invalid \\&lt; \\_x\\_");
});

test("[EXP15] what is no markup stands in Markdown as it was typed", async () => {
  const [first, ...rest] = source.plan.activities;
  if (first === undefined) throw new Error("the example has activities");
  const plain = "Let op: 'A & B' (2.0), \"snel\" = 5^2 #3 {x} 2027-03-01 sis_koppeling + 10 – klaar!";
  expect(await written({ ...source.plan, activities: [{ ...first, title: plain }, ...rest] })).toContain(
    plain,
  );
});

test("every row of a table has the cells of its head", async () => {
  let width = 0;
  for (const line of (await written()).split("\n")) {
    if (!line.startsWith("|")) {
      width = 0;
      continue;
    }
    const cells = line.replace(/\\\|/gu, "").split("|").length;
    if (width === 0) width = cells;
    expect(cells, line).toBe(width);
  }
});
