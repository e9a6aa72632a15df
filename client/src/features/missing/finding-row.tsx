import { type Finding, waiverKey } from "@planwand/shared/checks/finding.ts";
import { ArrowRight, CircleSlash2 } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParties } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { IconButton } from "../../ui/button.tsx";
import { reach } from "../../ui/reach.ts";
import { rememberLast } from "./folds.ts";
import styles from "./missing.module.css";
import { useSentence } from "./sentence.ts";
import { WaiveForm } from "./waive-form.tsx";
import { wayTo } from "./way-to.ts";

/** How many names are written out before the rest is counted. */
const NAMES = 2;

/** One finding: the sentence, which leads to where it is mended, who it is up to, and that it does not apply. */
export function FindingRow({
  finding,
  onGo,
}: {
  readonly finding: Finding;
  readonly onGo: (path: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const [isWaiving, setWaiving] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const sentence = useSentence()(finding);
  const upTo = useUpTo(finding);
  const key = waiverKey(finding.rule, finding.object);
  const go = (): void => {
    const way = wayTo(finding.subject, canWrite);
    rememberLast(doc, key);
    onGo(way.path);
    if (way.to !== null) reach(way.to);
  };
  const close = (): void => {
    setWaiving(false);
    opener.current?.focus();
  };
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <button type="button" className={styles.go} data-finding={key} onClick={go}>
          <span className={styles.words}>
            <span className={styles.sentence}>{sentence}</span>
            {upTo === null ? null : <span className={styles.upTo}>{upTo}</span>}
          </span>
          <ArrowRight size={15} aria-hidden className={styles.arrow} />
        </button>
        {canWrite ? (
          <IconButton
            ref={opener}
            size="small"
            className={styles.waive ?? ""}
            label={t("missing.waiveOf", { sentence })}
            title={t("missing.waive")}
            aria-expanded={isWaiving}
            onClick={() => setWaiving(!isWaiving)}
          >
            <CircleSlash2 aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {isWaiving ? <WaiveForm finding={finding} onClose={close} /> : null}
    </li>
  );
}

/** For whom it is, in words; null when it is up to nobody in particular, or the sentence names them already. */
function useUpTo({ parties, words }: Finding): string | null {
  const { t } = useTranslation();
  const known = useParties();
  if (parties.length === 0 || "party" in words || "parties" in words) return null;
  const names = parties.flatMap((id) => known.find((party) => party.id === id)?.name || []);
  if (names.length === 0) return null;
  const first = names.slice(0, NAMES).join(", ");
  return names.length > NAMES
    ? t("missing.upToMore", { names: first, count: names.length - NAMES })
    : t("missing.upTo", { names: first });
}
