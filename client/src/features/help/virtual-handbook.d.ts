/** The pages of `docs/handleiding` in a language, read by `build/handbook.ts`. */
declare module "virtual:handbook/*" {
  import type { HandbookPage } from "./handbook-page.ts";

  export const pages: readonly HandbookPage[];
}
