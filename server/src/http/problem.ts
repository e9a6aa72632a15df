import { LANGUAGES, type Language } from "@planwand/shared/plan/schema.ts";
import { type ProblemResponse, problemResponse } from "@planwand/shared/protocol/http.ts";
import type { Context, TypedResponse } from "hono";
import { PROBLEMS, type ProblemCode } from "./problems.ts";

const MEDIA_TYPE = "application/problem+json";

type StatusOf<Code extends ProblemCode> = (typeof PROBLEMS)[Code]["status"];

/** The reader's language: the one that the browser likes best among ours, Dutch when it says nothing of them. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? "").split(",").map((wish) => {
    const [tag = "", quality = ""] = wish.trim().toLowerCase().split(";");
    const weight = /^\s*q=([\d.]+)/.exec(quality)?.[1];
    return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const best = wishes
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => LANGUAGES.find((known) => known === language))
    .find((language) => language !== undefined);
  return best ?? "nl";
}

/** Answers with a problem (RFC 9457); `detail` is for developers, in English, without anything that a person typed. */
export function problem<Code extends ProblemCode>(
  c: Context,
  code: Code,
  detail?: string,
): Response & TypedResponse<ProblemResponse, StatusOf<Code>, "json"> {
  const { status, ...titles } = PROBLEMS[code];
  const body: ProblemResponse = {
    type: `urn:planwand:problem:${code}`,
    status,
    code,
    title: titles[languageOf(c.req.header("accept-language"))],
    ...(detail === undefined ? {} : { detail }),
  };
  return c.json(body, status as StatusOf<Code>, { "content-type": MEDIA_TYPE, "cache-control": "no-store" });
}

/** How a route's description names the problems that it may answer with. */
export function problemResponses<Code extends ProblemCode>(...codes: readonly Code[]) {
  const entries = codes.map((code) => [
    PROBLEMS[code].status,
    {
      description: codes.filter((other) => PROBLEMS[other].status === PROBLEMS[code].status).join(", "),
      content: { [MEDIA_TYPE]: { schema: problemResponse } },
    },
  ]);
  return Object.fromEntries(entries) as {
    readonly [Status in StatusOf<Code>]: {
      readonly description: string;
      readonly content: { readonly "application/problem+json": { readonly schema: typeof problemResponse } };
    };
  };
}
