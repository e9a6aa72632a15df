import { FORMAT_IDS, formatOf } from "@planwand/server/exports/format.ts";
import { makerOf } from "@planwand/server/exports/makers.ts";

/** Every format with what makes it. */
export const FORMATS = await Promise.all(
  FORMAT_IDS.map(async (id) => ({ ...formatOf(id), make: await makerOf(id) })),
);
