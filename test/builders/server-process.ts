import { serve } from "@planwand/server/serve.ts";
import { now } from "./clock.ts";

/*
 * The server as a process whose time is that of the test that started it.
 */
serve(process.env, { clock: now });
