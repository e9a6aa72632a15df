import { serve } from "./serve.ts";

/*
 * The server as a process, by the settings in its environment.
 */
serve(process.env);
