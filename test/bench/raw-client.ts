import { randomBytes } from "node:crypto";
import { type Socket, connect } from "node:net";

export interface RawClientOptions {
  readonly port: number;
  readonly path: string;
  readonly cookie?: string;
  readonly deflate?: boolean;
  /** Every data frame: its payload, still deflated when `compressed`. The bytes are only valid during the call. */
  readonly onFrame: (payload: Buffer, compressed: boolean) => void;
}

/**
 * A WebSocket client with next to no cost of its own, so that one process can stand for two hundred people: it parses
 * frame headers and hands the payload on.
 */
export class RawClient {
  readonly socket: Socket;
  /** Bytes received after the handshake. */
  receivedBytes = 0;
  frames = 0;
  readonly #onFrame: RawClientOptions["onFrame"];
  /** What came of a frame that is not whole yet: kept in parts, because a large one comes in many. */
  #parts: Buffer[] = [];
  #partBytes = 0;
  #neededBytes = 0;

  private constructor(socket: Socket, onFrame: RawClientOptions["onFrame"]) {
    this.socket = socket;
    this.#onFrame = onFrame;
  }

  static open(options: RawClientOptions): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(options.port, "127.0.0.1");
      socket.setNoDelay(true);
      const client = new RawClient(socket, options.onFrame);
      let head = Buffer.alloc(0);
      socket.once("error", reject);
      const onHandshake = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        socket.off("data", onHandshake);
        if (!head.subarray(0, end).toString().startsWith("HTTP/1.1 101")) {
          return reject(new Error(head.subarray(0, end).toString()));
        }
        socket.on("data", (data: Buffer) => client.#receive(data));
        resolve(client);
        client.#receive(head.subarray(end + 4));
      };
      socket.on("data", onHandshake);
      socket.write(
        [
          `GET ${options.path} HTTP/1.1`,
          `Host: 127.0.0.1:${options.port}`,
          "Connection: Upgrade",
          "Upgrade: websocket",
          "Sec-WebSocket-Version: 13",
          `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
          ...(options.cookie === undefined ? [] : [`Cookie: ${options.cookie}`]),
          ...(options.deflate === true
            ? ["Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"]
            : []),
          "\r\n",
        ].join("\r\n"),
      );
    });
  }

  send(framed: Buffer): void {
    this.socket.write(framed);
  }

  close(): void {
    this.socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.receivedBytes += chunk.byteLength;
    this.#parts.push(chunk);
    this.#partBytes += chunk.byteLength;
    if (this.#partBytes < this.#neededBytes) return;
    let data = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts);
    for (;;) {
      const header = readHeader(data);
      this.#neededBytes = header?.end ?? 0;
      if (header === null || data.byteLength < header.end) break;
      const payload = data.subarray(header.start, header.end);
      data = data.subarray(header.end);
      if (header.opcode === 0x9) this.socket.write(clientFrame(payload, 0xa));
      if (header.opcode !== 0x2) continue;
      this.frames++;
      this.#onFrame(payload, header.compressed);
    }
    this.#parts = data.byteLength === 0 ? [] : [Buffer.from(data)];
    this.#partBytes = data.byteLength;
  }
}

/** Where the first frame in `data` has its payload, once its header is whole. */
function readHeader(
  data: Buffer,
): { opcode: number; compressed: boolean; start: number; end: number } | null {
  if (data.byteLength < 2) return null;
  const first = data.readUInt8(0);
  let length = data.readUInt8(1) & 0x7f;
  let start = 2;
  if (length === 126) {
    if (data.byteLength < 4) return null;
    length = data.readUInt16BE(2);
    start = 4;
  } else if (length === 127) {
    if (data.byteLength < 10) return null;
    length = Number(data.readBigUInt64BE(2));
    start = 10;
  }
  return { opcode: first & 0x0f, compressed: (first & 0x40) !== 0, start, end: start + length };
}

/** A client's frame; the mask is zero, so that making it costs nothing. */
export function clientFrame(payload: Uint8Array, opcode = 0x2): Buffer {
  const length = payload.byteLength;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const framed = Buffer.alloc(head + 4 + length);
  framed[0] = 0x80 | opcode;
  if (head === 2) framed[1] = 0x80 | length;
  else if (head === 4) {
    framed[1] = 0x80 | 126;
    framed.writeUInt16BE(length, 2);
  } else {
    framed[1] = 0x80 | 127;
    framed.writeBigUInt64BE(BigInt(length), 2);
  }
  framed.set(payload, head + 4);
  return framed;
}
