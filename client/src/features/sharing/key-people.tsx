import type { KeyResponse } from "@planwand/shared/protocol/http.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./sharing.module.css";

/** So many names are said at first. */
const MOST = 6;

/** How many people came in with a link, who of them are still there, and when the last one came. */
export function KeyPeople({ shareKey }: { readonly shareKey: KeyResponse }): ReactNode {
  const { t, i18n } = useTranslation();
  const { moment } = useNearDates();
  const [isWhole, showWhole] = useState(false);
  const { people, uses, usedAt } = shareKey;
  // A script is told by name and counts as no use.
  const count = Math.max(uses, people.length);
  if (count === 0) return <p className={styles.help}>{t("sharing.uses", { count })}</p>;
  const shown = isWhole ? people : people.slice(0, MOST);
  const rest = people.length - shown.length;
  const names = shown.map(({ name, circle }) => {
    const called = name || t("sharing.anonymous");
    return circle === null ? called : `${called} (${t(`people.circles.${circle}`)})`;
  });
  const list = rest > 0 ? names.join(", ") : new Intl.ListFormat(i18n.language).format(names);
  const gone = count - people.length;
  return (
    <div className={styles.help} data-testid="key-people">
      <p>
        {t("sharing.uses", { count })}
        {names.length > 0 && `: ${list}`}
        {gone > 0 && `; ${t("sharing.gone", { count: gone })}`}
        {usedAt !== null && ` · ${t("sharing.usedAt", { date: moment(usedAt, { month: "short" }) })}`}
      </p>
      {rest > 0 && (
        <Button variant="ghost" size="small" className={styles.others} onClick={() => showWhole(true)}>
          {t("sharing.andOthers", { count: rest })}
        </Button>
      )}
    </div>
  );
}
