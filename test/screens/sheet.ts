import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";

/** Puts pictures beside each other on one, `columns` in a row, each `width` pixels wide. */
export async function takeSheet(
  browser: Browser,
  pictures: readonly string[],
  { columns, width, path }: { readonly columns: number; readonly width: number; readonly path: string },
): Promise<void> {
  const gap = 12;
  const viewport = { width: columns * (width + gap) + gap, height: 400 };
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const images = pictures
    .map((picture) => `<img src="data:image/jpeg;base64,${readFileSync(picture).toString("base64")}">`)
    .join("");
  const style = `body{margin:0;padding:${String(gap)}px;display:flex;flex-wrap:wrap;gap:${String(gap)}px;background:#d9dde2}img{width:${String(width)}px;display:block}`;
  await page.setContent(`<style>${style}</style>${images}`);
  await page.screenshot({ path, type: "jpeg", quality: 70, fullPage: true });
  await context.close();
}
