import { deflateRawSync } from "node:zlib";
import {
  billionLaughs,
  bookOf,
  bookXml,
  HARMLESS_SHEET,
  HEADINGS,
  nestedZip,
  overlappingZip,
  partsOf,
  relationsXml,
  rowOf,
  sheetOf,
} from "./hostile-books.ts";
import { DOCUMENT_FAMILIES } from "./hostile-documents.ts";
import { type Family, type HostileFile, pick, type SoundFiles } from "./hostile-file.ts";
import { JSON_FAMILIES } from "./hostile-json.ts";
import { lyingZip, type ZipPart } from "./lying-zip.ts";
import { mutate } from "./mutate.ts";
import { seeded } from "./run-length.ts";

const MB = 1024 * 1024;

const refused = (bytes: Uint8Array): ReturnType<Family> => ({ bytes, fate: "refused" });
const either = (bytes: Uint8Array): ReturnType<Family> => ({ bytes, fate: "either" });
const harmless = (bytes: Uint8Array): ReturnType<Family> => ({ bytes, fate: "harmless" });

/** A sheet that unpacks to so many bytes of nothing. */
function bomb(bytes: number, says: ZipPart["says"] = {}): Buffer {
  const content = Buffer.alloc(bytes, " ");
  const [workbook, relations] = partsOf({});
  const sheet = { path: "xl/worksheets/sheet1.xml", content, says };
  return lyingZip([workbook, relations, sheet].filter((part) => part !== undefined));
}

const ZIP_FAMILIES: Readonly<Record<string, Family>> = {
  "honest bomb": ({ round }) => refused(bomb((8 + 12 * round) * MB)),
  "lying bomb": ({ round }) => refused(bomb((20 + 9 * round) * MB, { unpackedBytes: 2000 + round })),
  "nested zips": ({ round }) => refused(nestedZip(2 + (round % 4), 4 + (round % 5))),
  "overlapping parts": ({ round }) => refused(overlappingZip(200 + 70 * round, (1 + round) * 400_000)),
  "too many parts": ({ round }) =>
    refused(
      lyingZip(
        Array.from({ length: 1001 + 500 * round }, (_, at) => ({
          path: `xl/x${at}`,
          content: Buffer.alloc(0),
        })),
        round % 2 === 0 ? {} : { count: 0xffff },
      ),
    ),
  "lying sizes": ({ round }) => {
    const lies = pick(
      [
        { unpackedBytes: 1 },
        { unpackedBytes: 40 * MB },
        { packedBytes: 0xfffffffe },
        { packedBytes: 3 },
        { at: 0xfffffff0 },
        { at: 1 },
        { unpackedBytes: 0xffffffff, packedBytes: 0xffffffff },
        { method: 0 },
        { method: 99 },
        { flags: 1 },
      ],
      round,
    );
    const [workbook, relations, sheet] = partsOf({});
    if (workbook === undefined || relations === undefined || sheet === undefined)
      throw new Error("three parts");
    return refused(lyingZip([workbook, relations, { ...sheet, says: lies }]));
  },
  "lying checksums and places": ({ round, random }) => {
    const parts = partsOf({});
    if (round % 3 === 1) return refused(lyingZip(parts, { directoryAt: Math.floor(random() * 0xffffffff) }));
    if (round % 3 === 2) return refused(lyingZip([...parts, ...parts]));
    return refused(
      lyingZip(parts.map((part) => ({ ...part, says: { crc: Math.floor(random() * 0xffffffff) } }))),
    );
  },
  "packing that never ends": ({ round, random }) => {
    const packed = Buffer.from(deflateRawSync(Buffer.alloc(3 * MB)));
    for (let at = 0; at <= round; at++)
      packed[Math.floor(random() * packed.byteLength)] = Math.floor(random() * 256);
    const [workbook, relations] = partsOf({});
    const sheet = { path: "xl/worksheets/sheet1.xml", content: Buffer.alloc(MB), packed };
    return refused(lyingZip([workbook, relations, sheet].filter((part) => part !== undefined)));
  },
  "path tricks": ({ round }) => {
    const path = pick(
      [
        "../../../../etc/passwd",
        "/etc/passwd",
        "C:\\Windows\\system32\\drivers\\etc\\hosts",
        "xl/../../../../tmp/planwand",
        "..\\..\\planwand.sqlite",
        "xl/worksheets/\u0000/etc/passwd",
        "file:///etc/passwd",
        "https://kwaad.invalid/sheet1.xml",
        `${"../".repeat(300)}etc/passwd`,
        "xl/worksheets/../../../proc/self/environ",
      ],
      round,
    );
    const more = [{ path, content: Buffer.from(HARMLESS_SHEET) }];
    // Half of the files ask for such a part by name: what is asked for is looked up in the file, and read as a sheet.
    const file = round % 2 === 0 ? { more } : { relations: relationsXml(path), more };
    return { ...either(bookOf(file)), name: path.slice(0, 200) };
  },
};

const XML_FAMILIES: Readonly<Record<string, Family>> = {
  "billion laughs": ({ round }) => {
    const strings = billionLaughs(5 + round, "<sst><si><t>LOL</t></si></sst>");
    const row = sheetOf('<row r="1"><c t="s"><v>0</v></c></row>');
    return refused(
      round % 2 === 0
        ? bookOf({ strings, sheet: row })
        : bookOf({ sheet: billionLaughs(5 + round, sheetOf(rowOf([...HEADINGS, "LOL"], 1))) }),
    );
  },
  "files of others": ({ round }) => {
    const entity = pick(
      [
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p"> %p;]>',
        '<!DOCTYPE x PUBLIC "-//X//X//EN" "file:///dev/zero" [<!ENTITY f "x">]>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY f SYSTEM "/dev/random">]>',
      ],
      round,
    );
    return refused(bookOf({ sheet: `${entity}${sheetOf(rowOf([...HEADINGS, "&f;"], 1))}` }));
  },
  "twisted XML": ({ round }) => {
    const sheet = pick(
      [
        "<a>".repeat(200_000),
        sheetOf(`<row r="1"><c t="inlineStr"><is><t>${"&#x41;".repeat(300_000)}</t></is></c>`),
        sheetOf(`<row ${Array.from({ length: 20_000 }, (_, at) => `a${at}="x"`).join(" ")} r="1">`),
        sheetOf("<row><c></row></c>"),
        `${sheetOf("")}${sheetOf("")}`,
        `<x>${"]]>".repeat(9)}<![CDATA[`,
        "",
        `<row a="${"x".repeat(2 * MB)}`,
        sheetOf("<row r='1'><c t='inlineStr'><is><t>&nbsp;&kwaad;</t></is></c></row>"),
        "<?xml version='1.0'?>\u0000<x/>",
      ],
      round,
    );
    return refused(bookOf({ sheet }));
  },
  "huge sheets": ({ round }) => {
    const sheet = pick(
      [
        sheetOf(rowOf(HEADINGS, 1) + rowOf(["A", "B", "C"], 1_048_576)),
        sheetOf(Array.from({ length: 30_000 }, (_, at) => rowOf(["A", `B${at}`], at + 1)).join("")),
        sheetOf(rowOf(HEADINGS, 1) + rowOf(["A"], "1e9")),
        sheetOf(rowOf(HEADINGS, 1) + rowOf(["A"], "-5")),
        sheetOf(rowOf(HEADINGS, 1) + rowOf(["A"], "0x7fffffff")),
        sheetOf(rowOf(HEADINGS, 1) + rowOf(["A"], "99999999999999999999")),
        sheetOf(
          rowOf(
            Array.from({ length: 400_000 }, () => "x"),
            1,
          ) + rowOf(["A"], 6000),
        ),
        sheetOf(rowOf(HEADINGS, 1) + rowOf(["A"], 5_001)),
      ],
      round,
    );
    if (round % 9 !== 8) return refused(bookOf({ sheet }));
    const sheets = Array.from({ length: 60 }, (_, at) => `<sheet name="B${at}" r:id="rId1"/>`);
    return refused(bookOf({ workbook: bookXml(sheets.join("")) }));
  },
  "wrong types of Planner": ({ round, random }) => {
    const values = [
      "NaN",
      "-1e308",
      "1e400",
      "2958466",
      "-0.5",
      "tru",
      "\u0007",
      "#REF!",
      "9".repeat(400),
      "_x0000_",
    ];
    const cell = () => {
      const type = pick(["n", "s", "b", "e", "d", "str", "inlineStr", "zz"], Math.floor(random() * 8));
      const value = values[Math.floor(random() * values.length)] ?? "";
      return `<c t="${type}" s="${Math.floor(random() * 99)}"><v>${value.replace("\u0007", "&#7;")}</v></c>`;
    };
    const headings = ["Task Name", "Bucket Name", "Progress", "Due date", "Start date", "Checklist Items"];
    const rows = Array.from(
      { length: 20 + round },
      (_, at) => `<row r="${at + 2}">${headings.map(cell).join("")}</row>`,
    );
    return either(bookOf({ sheet: sheetOf(rowOf(headings, 1) + rows.join("")) }));
  },
  "not what it is called": ({ round, random }) => {
    const noise = Buffer.from(Uint8Array.from({ length: 2000 }, () => Math.floor(random() * 256)));
    const head = pick(
      [
        Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\u0000"),
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
        Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]),
        Buffer.from("<!DOCTYPE html><script>alert(1)</script>"),
        Buffer.from("PK\u0003\u0004"),
        Buffer.from("Rar!\u001a\u0007\u0000"),
        Buffer.from("SQLite format 3\u0000"),
        Buffer.from([0, 0, 0, 0]),
      ],
      round,
    );
    return { ...refused(Buffer.concat([head, noise])), name: "plan.xlsx" };
  },
};

const SPOILED_FAMILIES: Readonly<Record<string, Family>> = {
  "cut off": ({ random, round }, { xlsx, json }) => {
    const whole = round % 2 === 0 ? xlsx : json;
    return refused(whole.subarray(0, 5 + Math.floor(random() * (whole.byteLength - 20))));
  },
  "changed bytes": ({ random, round }, { xlsx, json }) =>
    either(mutate(round % 2 === 0 ? xlsx : json, random)),
  "broken characters": ({ round, random }, { csv }) => {
    const noise = Buffer.from(Uint8Array.from({ length: 4000 }, () => 0x80 + Math.floor(random() * 128)));
    const bytes = pick(
      [
        Buffer.concat([csv, Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf8])]),
        Buffer.concat([Buffer.from([0xff, 0xfe]), csv, Buffer.from([0x0a])]),
        Buffer.concat([Buffer.from([0xfe, 0xff]), noise]),
        Buffer.concat([Buffer.from("Activiteit;Fase\n"), noise, Buffer.from([0])]),
        Buffer.concat([Buffer.from('{"kind":"planwand-plan","version":1,"x":"'), noise]),
        Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), csv]),
      ],
      round,
    );
    return either(bytes);
  },
  "endless lines": ({ round }, { csv }) => {
    const bytes = pick(
      [
        Buffer.from(`Activiteit\n"${"x".repeat(4 * MB)}`),
        Buffer.from(`${"Activiteit;".repeat(300_000)}\nx`),
        Buffer.from(`Activiteit\n${"y\n".repeat(100_000)}`),
        Buffer.from(`Activiteit\n${'"'.repeat(2 * MB)}`),
        Buffer.alloc(5 * MB + 1 + round, csv),
        Buffer.from(`Activiteit\n${"z".repeat(5 * MB - 100)}`),
      ],
      round,
    );
    return either(bytes);
  },
  harmless: ({ round }, { xlsx, json, csv }) =>
    harmless(pick([csv, xlsx, json, bookOf({}), Buffer.from("Activiteit\n=1+1\n@SUM(1)\n-2")], round)),
};

const FAMILIES: readonly (readonly [string, Family])[] = Object.entries({
  ...ZIP_FAMILIES,
  ...XML_FAMILIES,
  ...JSON_FAMILIES,
  ...DOCUMENT_FAMILIES,
  ...SPOILED_FAMILIES,
});

/** So many hostile files, always the same ones for a seed: every family in turn from one that the seed chooses, each time in another way. */
export function* hostileFiles(seed: number, count: number, sound: SoundFiles): Generator<HostileFile> {
  const random = seeded(seed);
  const first = seed % FAMILIES.length;
  for (let at = first; at < first + count; at++) {
    const [label, family] = FAMILIES[at % FAMILIES.length] ?? ["", () => refused(Buffer.alloc(0))];
    const round = Math.floor(at / FAMILIES.length);
    yield { name: `bestand-${at}`, ...family({ random, round }, sound), label: `${label} ${round}` };
  }
}
