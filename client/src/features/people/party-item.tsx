import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { type Party, PARTY_KINDS } from "@planwand/shared/plan/schema.ts";
import { partyUseOf } from "@planwand/shared/views/roles.ts";
import { Trash2 } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceControl } from "../../fields/controls.tsx";
import { LineField } from "../../fields/line-field.tsx";
import { useNamelessRow } from "../../fields/use-nameless.ts";
import { setField } from "../../plan/edit-entry.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities } from "../../plan/hooks.ts";
import { lineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import styles from "./people.module.css";
import { RemoveParty } from "./remove-party.tsx";
import type { ShowEntry } from "./show-entry.ts";

/** One party: its name, what it is, its circle, how often the plan names it, and a way to put it away. */
export function PartyItem({
  party,
  onShow,
  onCircle,
  onGone,
}: {
  readonly party: Party;
  readonly onShow: ShowEntry;
  /** It goes to another circle, and so to another place on the page. */
  readonly onCircle: (circle: Circle) => void;
  /** It was put away. */
  readonly onGone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const { id } = party;
  const text = useMemo(() => lineOf(doc, { root: "parties", id, field: "name" }), [doc, id]);
  const activities = useActivities();
  const decisions = useEntries("decisions");
  const communications = useEntries("communications");
  const use = partyUseOf(id, { activities, decisions, communications });
  const uses = use.activities + use.decisions + use.communications;
  const [isRemoving, setRemoving] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useNamelessRow(row, id);
  const name = party.name || t("parties.unnamed");
  return (
    <li ref={row} className={styles.item} data-party={id} data-entry={id}>
      <LineField
        field={`party-${id}`}
        text={text}
        value={party.name}
        label={t("parties.name")}
        placeholder={t("parties.nameHelp")}
      />
      <ChoiceControl
        field={`party-kind-${id}`}
        label={t("parties.kindOf", { name })}
        value={party.kind}
        options={PARTY_KINDS.map((value) => ({ value, label: t(`parties.kinds.${value}`) }))}
        onChange={(kind) => setField(doc, "parties", id, "kind", kind)}
      />
      <ChoiceControl
        field={`party-circle-${id}`}
        label={t("parties.circleOf", { name })}
        value={party.circle}
        options={CIRCLES.map((value) => ({ value, label: t(`people.circles.${value}`) }))}
        onChange={onCircle}
      />
      <Button variant="ghost" size="small" className={styles.uses ?? ""} onClick={() => onShow("people", id)}>
        {t("parties.uses", { count: uses })}
      </Button>
      {canWrite ? (
        <IconButton
          className={styles.remove ?? ""}
          label={t("parties.remove", { name })}
          onClick={() => setRemoving(true)}
        >
          <Trash2 aria-hidden />
        </IconButton>
      ) : null}
      {isRemoving ? (
        <RemoveParty party={party} use={use} onClose={() => setRemoving(false)} onGone={onGone} />
      ) : null}
    </li>
  );
}
