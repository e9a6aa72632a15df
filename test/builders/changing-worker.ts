import { createServer, request, type Server } from "node:http";
import { connect } from "node:net";

/** A server in front of the real one, whose service worker can become another version. */
export interface Front {
  readonly url: string;
  /** From now on the worker is a newer one. */
  release(): void;
  close(): Promise<void>;
}

/** Starts a front for the server at `port` of this machine. */
export async function frontOf(port: number): Promise<Front> {
  let isReleased = false;
  const server: Server = createServer((incoming, answer) => {
    const { method, url: path, headers } = incoming;
    const isWorker = isReleased && path === "/sw.js";
    const plain = isWorker ? { ...headers, "accept-encoding": "identity" } : headers;
    const onward = request({ port, method, path, headers: plain }, (response) => {
      const { "content-length": length, ...rest } = response.headers;
      answer.writeHead(
        response.statusCode ?? 502,
        isWorker || length === undefined ? rest : response.headers,
      );
      if (isWorker) answer.write("// a newer one\n");
      response.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    incoming.pipe(onward);
  });
  server.on("upgrade", (incoming, socket) => {
    const onward = connect(port, "127.0.0.1", () => {
      const headers = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}`);
      onward.write([`GET ${incoming.url ?? "/"} HTTP/1.1`, ...headers, "", ""].join("\r\n"));
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a port was asked for");
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    release() {
      isReleased = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
