import type { Party } from "@planwand/shared/plan/schema.ts";
import type { PartyUse } from "@planwand/shared/views/roles.ts";
import { inCircleOrder } from "@planwand/shared/views/roles.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { removeParty } from "../../plan/edit-party.ts";
import { useParties } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./people.module.css";

/** Putting a party away: one that is named somewhere goes only with another in its place everywhere. */
export function RemoveParty({
  party,
  use,
  onClose,
  onGone,
}: {
  readonly party: Party;
  readonly use: PartyUse;
  readonly onClose: () => void;
  /** It went, and what was pressed for that with it. */
  readonly onGone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const tellGone = useTellGone();
  const others = inCircleOrder(useParties()).filter(({ id }) => id !== party.id);
  const [asked, setChosen] = useState("");
  // Another may put the chosen one in the bin while this is open.
  const chosen = others.some(({ id }) => id === asked) ? asked : "";
  const isUsed = use.activities + use.decisions + use.communications > 0;
  const name = party.name || t("parties.unnamed");

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    const replacement = isUsed ? chosen : null;
    if (!removeParty(doc, party.id, replacement, actor.id)) return showToast(t("parties.notRemoved"));
    onClose();
    onGone();
    const gone = { gone: [{ root: "parties", id: party.id } as const], title: name };
    const other = others.find(({ id }) => id === replacement);
    if (other === undefined) return tellGone(gone);
    const words = { name, other: other.name || t("parties.unnamed") };
    return tellGone({ ...gone, words: t("parties.replaced", words) });
  }

  return (
    <Dialog
      title={t("parties.remove", { name })}
      description={isUsed ? t("parties.inUse") : t("parties.notInUse")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <form className={styles.removing} onSubmit={onSubmit}>
        {isUsed ? (
          <>
            <ul className={styles.usage}>
              {use.activities > 0 ? <li>{t("board.count", { count: use.activities })}</li> : null}
              {use.decisions > 0 ? <li>{t("parties.decisions", { count: use.decisions })}</li> : null}
              {use.communications > 0 ? <li>{t("parties.moments", { count: use.communications })}</li> : null}
            </ul>
            {others.length === 0 ? (
              <p>{t("parties.noOther")}</p>
            ) : (
              <SelectField
                label={t("parties.replacement")}
                value={chosen}
                options={[
                  { value: "", label: t("parties.choose") },
                  ...others.map((other) => ({ value: other.id, label: other.name || t("parties.unnamed") })),
                ]}
                onChange={setChosen}
              />
            )}
          </>
        ) : null}
        <Button variant="primary" type="submit" disabled={isUsed && chosen === ""}>
          {isUsed ? t("parties.replace") : t("parties.confirm")}
        </Button>
      </form>
    </Dialog>
  );
}
