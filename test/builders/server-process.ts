import { serve } from "@planwand/server/serve.ts";
import { now } from "./clock.ts";

/*
 * The server as a process whose time is that of the tests: it starts at PLANWAND_DAY and runs on.
 */
serve(process.env, { clock: now });
