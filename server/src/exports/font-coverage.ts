/**
 * The code points for which a TrueType font has a glyph: its `cmap` table, formats 4 and 12 (OpenType specification, "cmap").
 * @throws RangeError for a font that is cut short
 */
export function coverageOf(font: Buffer): ReadonlySet<number> {
  const points = new Set<number>();
  const cmap = tableAt(font, "cmap");
  if (cmap === null) return points;
  const tables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < tables; index++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) addSegments(font, at, points);
    else if (format === 12) addGroups(font, at, points);
  }
  return points;
}

function tableAt(font: Buffer, tag: string): number | null {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16;
    if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  return null;
}

function addSegments(font: Buffer, at: number, points: Set<number>): void {
  const segments = font.readUInt16BE(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let index = 0; index < segments; index++) {
    const [start, end] = [font.readUInt16BE(starts + index * 2), font.readUInt16BE(ends + index * 2)];
    const delta = font.readUInt16BE(deltas + index * 2);
    const offset = font.readUInt16BE(offsets + index * 2);
    for (let point = start; point <= end && point < 0xffff; point++) {
      const glyph =
        offset === 0 ? point : font.readUInt16BE(offsets + index * 2 + offset + (point - start) * 2);
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) points.add(point);
    }
  }
}

function addGroups(font: Buffer, at: number, points: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let index = 0; index < groups; index++) {
    const group = at + 16 + index * 12;
    const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    for (let point = start; point <= end; point++) points.add(point);
  }
}
