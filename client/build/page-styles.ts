import { join } from "node:path";
import type { Plugin } from "vite";

const PAGE_STYLES = join(import.meta.dirname, "../src/ui/page-styles.ts");
/** What Radix keeps its rules in while a dialog stops the page from scrolling. */
const SINGLETON = /\/react-style-singleton\/dist\/es2015\/singleton\.js$/u;
/** The messages, whose rules are added when they are loaded. */
const MESSAGES = /\/sonner\/dist\/index\.mjs$/u;
const INSERTS = /function __insertCSS\(code\) \{[\s\S]+?\n\}\n/u;

/** Lets the libraries that write style elements into the page use constructed sheets, which the content policy of the pages takes. */
export function pageStyles(): Plugin {
  return {
    name: "planwand-page-styles",
    enforce: "pre",
    transform(code, id) {
      if (SINGLETON.test(id)) return `export { stylesheetSingleton } from ${JSON.stringify(PAGE_STYLES)};`;
      if (!MESSAGES.test(id)) return null;
      if (!INSERTS.test(code)) this.error("sonner adds its styles in another way than before");
      return [
        `import { stylesheetSingleton } from ${JSON.stringify(PAGE_STYLES)};`,
        code.replace(INSERTS, "const __insertCSS = (code) => stylesheetSingleton().add(code);\n"),
      ].join("\n");
    },
  };
}
