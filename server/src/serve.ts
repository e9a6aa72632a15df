import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { type ComposeOverrides, compose } from "./compose.ts";
import { type Config, readConfig } from "./config.ts";
import { stopWithCare } from "./lifecycle.ts";
import { createLog } from "./ops/log.ts";

/** Exit code for a mistake that the operator can put right. */
const EXIT_MISTAKE = 2;

function sayAndExit(sentences: readonly string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(EXIT_MISTAKE);
}

function composeOrExit(config: Config, log: Logger, overrides: ComposeOverrides) {
  try {
    return compose(config, log, overrides);
  } catch (error) {
    return sayAndExit([error instanceof Error ? error.message : String(error)]);
  }
}

function urlOf(host: string, { port }: AddressInfo): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * Runs the server by the settings in `env` until it is told to stop: prints the address once it listens. A mistake that the operator
 * can put right ends the process with a sentence and code 2.
 */
export function serve(env: NodeJS.ProcessEnv, overrides: ComposeOverrides = {}): void {
  const read = readConfig(env);
  if (!read.ok) sayAndExit(read.refusal);
  const config = read.value;
  const log = createLog(config.logLevel, overrides.clock);
  const composed = composeOrExit(config, log, overrides);
  stopWithCare(composed, log);

  composed.server.on("error", (error: NodeJS.ErrnoException) => {
    sayAndExit([
      `Planwand kan niet luisteren op ${config.host}:${config.port} (${error.code ?? error.message}).`,
    ]);
  });
  composed.server.listen(config.port, config.host, () => {
    const address = composed.server.address();
    if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
    console.log(`Planwand draait op ${urlOf(config.host, address)}`);
    for (const other of composed.reach()) console.log(`Voor anderen in dit netwerk: ${other}`);
  });
}
