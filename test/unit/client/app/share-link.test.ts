import { isShareKey, pathOfLink } from "@planwand/client/features/start/share-link.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const KEY = "uKXshLucm6wawfzOu3W4vhnUk2ZxttxETLQmpKcBhnI";
const PLAN = "wvK_UJB0Fe7qiaSj_mJdp";

test("[U3] share links and plan addresses lead to their page, whatever the host in front", () => {
  expect(pathOfLink(` https://plan.school.example/join#${KEY}\n`)).toBe(`/join#${KEY}`);
  expect(pathOfLink(`/join#${KEY}`)).toBe(`/join#${KEY}`);
  expect(pathOfLink(`http://10.0.0.7:4455/plan/${PLAN}?x=1`)).toBe(`/plan/${PLAN}`);
  expect(pathOfLink(`http://h/plan/${PLAN}/activity/${PLAN}`)).toBe(`/plan/${PLAN}/activity/${PLAN}`);
});

test("[U3] anything else leads nowhere", () => {
  const wrong = ["", "hallo", "https://", "/join", "/join#kort", `/elders#${KEY}`, "/plan/", "/plan/kort"];
  for (const text of [...wrong, `/plan/${PLAN}/elders/${PLAN}`, `javascript:alert(1)#${KEY}`]) {
    expect(pathOfLink(text), text).toBeNull();
  }
});

test("[U3] whatever is pasted, the page it leads to is on this server", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (pasted) => {
      const path = pathOfLink(pasted);
      if (path !== null) expect(new URL(path, "http://here.example").origin).toBe("http://here.example");
    }),
  );
});

test("[U3] a secret has 22 to 64 characters that are safe in an address", () => {
  expect(isShareKey(KEY)).toBe(true);
  for (const text of ["", "a".repeat(21), "a".repeat(65), `${KEY}%20`, `${KEY}=`])
    expect(isShareKey(text)).toBe(false);
});
