import type { KeyResponse } from "@planwand/shared/protocol/http.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { groupKeys, type KeyGroups } from "./key-groups.ts";
import { KeyRow } from "./key-row.tsx";
import styles from "./sharing.module.css";
import type { Keys } from "./use-keys.ts";

/** So many links are shown at first. */
const MOST = 10;

/** The links that there are: those that somebody made, those that nobody did, and out of the way those that ended. */
export function KeyList({ keys }: { readonly keys: Keys }): ReactNode {
  const { t } = useTranslation();
  const { workshop } = usePlanSession().connection;
  const { list } = keys;
  if (list === null) return <p className={styles.help}>{t("sharing.loading")} …</p>;
  if (list === "failed") return <p className={styles.help}>{t("sharing.offline")}</p>;
  const groups = groupKeys(list, workshop.serverTimeMs());
  return (
    <>
      {groups.made.length === 0 ? (
        <p className={styles.help}>{t("sharing.noLinks")}</p>
      ) : (
        <Group name="made" list={groups.made} keys={keys} />
      )}
      <Group name="given" list={groups.given} keys={keys} />
      <Group name="ended" list={groups.ended} keys={keys} />
    </>
  );
}

function Group({
  name,
  list,
  keys,
}: {
  readonly name: keyof KeyGroups;
  readonly list: readonly KeyResponse[];
  readonly keys: Keys;
}): ReactNode {
  const { t } = useTranslation();
  const first = useFirstOf(list, MOST);
  if (list.length === 0) return null;
  return (
    <details className={styles.made} data-testid={`keys-${name}`}>
      <summary className={styles.roleName}>
        {t(`sharing.groups.${name}`)} ({list.length})
      </summary>
      {name === "given" && <p className={styles.help}>{t("sharing.givenHelp")}</p>}
      <section>
        <ul className={styles.keys}>
          {first.shown.map((key) => (
            <KeyRow key={key.id} shareKey={key} isEnded={name === "ended"} keys={keys} />
          ))}
        </ul>
        <ShowNext of={first} />
      </section>
    </details>
  );
}
