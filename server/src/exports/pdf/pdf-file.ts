/** An object of a PDF: what stands between `obj` and `endobj`, its dictionary apart from the bytes of its stream. */
export interface PdfObject {
  readonly dictionary: string;
  /** With `stream` and `endstream` around it; null for an object without one. */
  readonly stream: Uint8Array | null;
}

/** A PDF as its compiler writes it: a table of plain objects (ISO 32000-1, 7.5), nothing of it packed or encrypted. */
export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** The number of the catalog, and of the information beside it; null without. */
  readonly root: number;
  readonly info: number | null;
}

const STREAM = "stream\n";

/** @throws Error for a file of another make */
export function readPdf(bytes: Buffer): PdfFile {
  const tail = bytes.subarray(bytes.lastIndexOf("startxref")).toString("latin1");
  const table = Number(/startxref\s+(\d+)/.exec(tail)?.[1] ?? Number.NaN);
  if (bytes.subarray(table, table + 4).toString("latin1") !== "xref") throw new Error("no table of objects");
  const end = bytes.subarray(table).toString("latin1");
  const trailer = end.slice(end.indexOf("trailer"));
  const rows = Array.from(end.matchAll(/^(\d{10}) \d{5} n/gm), (row) => Number(row[1])).sort((a, b) => a - b);
  const objects = new Map<number, PdfObject>();
  rows.forEach((start, at) => {
    const object = bytes.subarray(start, rows[at + 1] ?? table);
    const head = /^(\d+) 0 obj\n/.exec(object.subarray(0, 24).toString("latin1"));
    const close = object.lastIndexOf("endobj");
    if (head === null || close === -1) throw new Error("an object that cannot be read");
    objects.set(Number(head[1]), readObject(object.subarray(head[0].length, close)));
  });
  const root = /\/Root (\d+) 0 R/.exec(trailer)?.[1];
  const info = /\/Info (\d+) 0 R/.exec(trailer)?.[1];
  if (root === undefined) throw new Error("no catalog");
  return { objects, root: Number(root), info: info === undefined ? null : Number(info) };
}

function readObject(body: Buffer): PdfObject {
  const at = body.indexOf(STREAM);
  // A word in a text ends in no line break: those are written as escapes.
  if (at === -1 || body[at - 1] !== 0x0a) return { dictionary: body.toString("latin1"), stream: null };
  return { dictionary: body.subarray(0, at).toString("latin1"), stream: body.subarray(at) };
}
