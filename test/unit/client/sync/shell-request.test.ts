import { shellAnswer } from "@planwand/client/offline/shell-request.ts";
import { expect, test } from "vitest";

const HERE = "https://plan.school.example";
const answer = (path: string, mode = "cors", method = "GET") =>
  shellAnswer({ url: new URL(path, HERE).href, mode, method }, HERE);

test("[C13] scripts, styles and pages of this site are kept", () => {
  expect(answer("/assets/index-abc.js")).toBe("kept");
  expect(answer("/icon.svg")).toBe("kept");
  for (const path of ["/", "/join", "/plan/wvK_UJB0Fe7qiaSj_mJdp"])
    expect(answer(path, "navigate")).toBe("page");
});

test("[C13] answers of the server, other sites and anything that changes something are left alone", () => {
  for (const path of ["/api/plans/x", "/api/plans/x/export/xlsx", "/sync/x", "/healthz", "/metrics"]) {
    expect(answer(path)).toBe("none");
    expect(answer(path, "navigate")).toBe("none");
  }
  expect(answer("https://elsewhere.example/assets/a.js")).toBe("none");
  expect(answer("/assets/a.js", "cors", "POST")).toBe("none");
});
