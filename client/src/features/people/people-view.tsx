import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { ViewPage } from "../../ui/view-page.tsx";
import { ExpectationsPage } from "./expectations-page.tsx";
import { PartyList } from "./party-list.tsx";
import styles from "./people.module.css";
import { RolesMatrix } from "./roles-matrix.tsx";
import type { ShowEntry } from "./show-entry.ts";
import { WhoDoesWhat } from "./who-does-what.tsx";

const FORMS = ["list", "matrix", "parties"] as const;

/** Who takes part and what for: a list for each party, a matrix of roles, the parties themselves, and one party with all that is expected of it. */
export function PeopleView({
  partyId,
  onShow,
}: {
  /** The party whose page is open, or null. */
  readonly partyId: string | null;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  if (partyId !== null) return <ExpectationsPage partyId={partyId} onShow={onShow} />;
  const form = FORMS.find((name) => name === params.get("as")) ?? "list";
  return (
    <ViewPage
      title={t("parties.title")}
      intro={t(`parties.intro.${form}`)}
      isWide={form === "matrix"}
      tools={
        <div className={styles.forms} role="group" aria-label={t("parties.as")}>
          {FORMS.map((name) => (
            <button
              key={name}
              type="button"
              className={styles.form}
              aria-pressed={form === name}
              onClick={() =>
                setParams(
                  (before) => {
                    // What one narrowed by stays: each form takes what it knows.
                    const after = new URLSearchParams(before);
                    if (name === "list") after.delete("as");
                    else after.set("as", name);
                    return after;
                  },
                  { replace: true },
                )
              }
            >
              {t(`parties.forms.${name}`)}
            </button>
          ))}
        </div>
      }
    >
      {form === "list" ? <WhoDoesWhat onShow={onShow} /> : null}
      {form === "matrix" ? <RolesMatrix onShow={onShow} /> : null}
      {form === "parties" ? <PartyList onShow={onShow} /> : null}
    </ViewPage>
  );
}
