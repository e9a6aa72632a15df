/** Rules of a library for the whole page, as `react-style-singleton` keeps them: there while somebody uses them. */
export interface PageStyles {
  add(css: string): void;
  remove(): void;
}

/**
 * Stands in for what libraries do with style elements, which the content policy of the pages refuses: one constructed sheet, there from
 * the first `add` to the last `remove`. `client/build/page-styles.ts` puts it in their place.
 */
export function stylesheetSingleton(): PageStyles {
  const sheet = new CSSStyleSheet();
  let users = 0;
  return {
    add(css) {
      if (users++ > 0) return;
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    },
    remove() {
      if (--users > 0) return;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
