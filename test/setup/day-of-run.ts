import { forgetDay } from "../builders/clock.ts";

// Files share processes.
forgetDay();
