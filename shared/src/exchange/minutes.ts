import type { ListedLine } from "./listed-line.ts";

/* Minutes of a meeting: what was said stands between what is to be done. */

const MINUTES =
  /^(?:notulen|verslag|vergaderverslag|notities van|samenvatting|meeting notes|actie- en besluitenlijst|minutes|aanwezig|present)\b/iu;
const ACTION =
  /^(?:actie(?:punt)?|action|ap) ?\d{0,3}(?:\.\d{1,3})? ?(?:[:–—-] ?(?=\S)|(?=\p{L}[\p{L} +&/,]{1,30}: \S))/iu;
const HEADING =
  /^(?:acties?|actielijst|actiepunten|afspraken|vervolgtaken|vervolgacties|vervolgstappen|follow-up tasks|next steps|actions?|action (?:items|points|list))\b.{0,20}$/iu;
/** Minutes say so in one of their first lines. */
const SAID_WITHIN = 6;

/** Whether these lines are of minutes that mark what is to be done. */
export function areMinutes(lines: readonly string[]): boolean {
  const isAction = (line: string): boolean => ACTION.test(line) || HEADING.test(line);
  return lines.slice(0, SAID_WITHIN).some((line) => MINUTES.test(line)) && lines.some(isAction);
}

/** The lines of minutes with what is to be done as its items: what is marked so, and all items below a heading that says so. */
export function actionsOf(lines: readonly ListedLine[]): readonly ListedLine[] {
  let isBelow = false;
  return lines.flatMap((line): readonly ListedLine[] => {
    if (line.isBeside && HEADING.test(line.title)) isBelow = true;
    const texts = [line.title, ...line.below];
    if (isBelow && !line.isBeside && !ACTION.test(line.title)) return [line];
    if (!texts.some((text) => ACTION.test(text))) return texts.map(besideOf);
    return texts.map((text) =>
      ACTION.test(text)
        ? { title: text.replace(ACTION, ""), below: [], isBeside: false, isTicked: null }
        : besideOf(text),
    );
  });
}

function besideOf(title: string): ListedLine {
  return { title, below: [], isBeside: true, isTicked: null };
}
