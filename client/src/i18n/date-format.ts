import type { DATE_LOCALES, Language } from "./setup.ts";

const made = new Map<string, Intl.DateTimeFormat>();

/** How dates are written in this locale, one of the product's own, and form. Each is made once: making one costs more than a hundred times using it. */
export function dateFormat(
  locale: (typeof DATE_LOCALES)[Language],
  form: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(form)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, form);
  made.set(key, known);
  return known;
}
