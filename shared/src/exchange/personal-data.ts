/* What in a text could be about one person: pointed at before it is taken over. */

const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/u;
const PHONE = /(?<![\d.])(?:\+31|0031|0)[ -]?(?:\d[ -]?){8}\d(?!\d)/u;
const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/gu;

/** The first mail address, telephone number or citizen service number in a text; null when there is none. */
export function personalData(text: string): string | null {
  const found = MAIL.exec(text) ?? PHONE.exec(text);
  if (found !== null) return found[0];
  return [...text.matchAll(NINE_DIGITS)].map(([digits]) => digits).find(isCitizenNumber) ?? null;
}

/** By the test of eleven that citizen service numbers pass (logical design GBA, A nummer and BSN). */
function isCitizenNumber(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce(
    (total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at),
    0,
  );
  return sum % 11 === 0 && digits !== "000000000";
}
