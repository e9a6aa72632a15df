import { FileRefused } from "./file-refusal.ts";

/**
 * The text of a file, in the letters in which it was written: UTF-8, UTF-16 with a mark or without, or one of the code pages in which
 * programs in the Netherlands saved text before.
 * @throws FileRefused for what is no text
 */
export function decoded(file: Buffer): string {
  const wide = wideEncoding(file);
  if (wide !== null) return new TextDecoder(wide).decode(file);
  if (file.subarray(0, 1024).includes(0)) throw new FileRefused("file-unknown", "binary");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return decodedApart(file);
  }
}

/** UTF-16 by its mark, or without one by the zeros in every other byte of Western text. */
function wideEncoding(file: Buffer): "utf-16le" | "utf-16be" | null {
  if (file[0] === 0xff && file[1] === 0xfe) return "utf-16le";
  if (file[0] === 0xfe && file[1] === 0xff) return "utf-16be";
  const start = file.subarray(0, 1024);
  const zeros = [0, 1].map((odd) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  const isText = (these: number, others: number): boolean => others === 0 && these * 2 > start.length * 0.75;
  if (isText(odd, even)) return "utf-16le";
  return isText(even, odd) ? "utf-16be" : null;
}

/**
 * Letters of Dutch as the Mac of old and DOS wrote them. In Windows-1252 these bytes are signs and capitals that do not stand between two
 * small letters.
 */
const MAC = "\x8a\x8e\x8f\x90\x91\x95\x9a\x9f";
const DOS = "\x81\x82\x84\x88\x89\x8a\x8b\x94";
/** The apostrophe of the Mac of old. */
const MAC_APOSTROPHE = "\xd5";
/** Code page 850 from 0x80 on, which no decoder of the platform knows. */
const CODE_PAGE_850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
  "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

/** Text that is not UTF-8 as a whole: in the code page that fits each letter between two others, else in that of Windows. */
function decodedApart(file: Buffer): string {
  const text = file.toString("latin1");
  const between = new Set(
    (text.match(/(?<=[a-z])[\x80-\xff](?=[a-z])/gu) ?? []).filter((one) => one !== MAC_APOSTROPHE),
  );
  const isAllIn = (letters: string): boolean =>
    between.size > 0 && [...between].every((one) => letters.includes(one));
  const [isMac, isDos] = [isAllIn(MAC), isAllIn(DOS)];
  if (isMac && !isDos) return new TextDecoder("macintosh").decode(file);
  if (isDos && !isMac)
    return text.replace(/[\x80-\xff]/gu, (one) => CODE_PAGE_850.charAt(one.charCodeAt(0) - 0x80));
  return decodedWindows(text);
}

const UTF_8_OR_OTHER =
  /(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+|[\x80-\xff]/gu;

/** Windows-1252, in which Excel in the Netherlands saves plain CSV, with what in it is UTF-8 as that: some files are pasted together. */
function decodedWindows(text: string): string {
  return text.replace(UTF_8_OR_OTHER, (found) =>
    new TextDecoder(found.length === 1 ? "windows-1252" : "utf-8").decode(Buffer.from(found, "latin1")),
  );
}
