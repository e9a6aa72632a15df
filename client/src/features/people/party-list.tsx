import { CIRCLES } from "@planwand/shared/access/role.ts";
import { type Party, PARTY_KINDS } from "@planwand/shared/plan/schema.ts";
import { partyUseOf } from "@planwand/shared/views/roles.ts";
import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceControl } from "../../fields/controls.tsx";
import { EntryContext } from "../../fields/entry-context.ts";
import { LineField } from "../../fields/line-field.tsx";
import { addTo, setField } from "../../plan/edit-entry.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { lineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { EmptyView } from "../../ui/view-page.tsx";
import styles from "./people.module.css";
import type { ShowEntry } from "./show-entry.ts";
import { RemoveParty } from "./remove-party.tsx";

/** The functions, teams, bodies and suppliers of the plan, circle by circle. */
export function PartyList({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const parties = useParties();
  const [search, setSearch] = useState("");
  const value = useMemo(() => ({ entryId: "party-list", canWrite }), [canWrite]);
  const found = parties.filter(({ name }) =>
    name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()),
  );
  return (
    <EntryContext value={value}>
      <p className={styles.hint}>{t("activity.picker.noPersons")}</p>
      <div className={styles.filters}>
        <input
          type="search"
          className={styles.search}
          aria-label={t("fields.search")}
          placeholder={t("fields.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {parties.length === 0 ? <EmptyView text={t("parties.none")} /> : null}
      {CIRCLES.map((circle) => {
        const here = found.filter((party) => party.circle === circle);
        return (
          <section key={circle} className={styles.section} aria-label={t(`people.circles.${circle}`)}>
            <h3 className={styles.heading}>{`${t(`people.circles.${circle}`)} (${String(here.length)})`}</h3>
            <ul className={styles.list}>
              {here.map((party) => (
                <PartyItem key={party.id} party={party} onShow={onShow} />
              ))}
            </ul>
            {canWrite ? (
              <Button
                variant="ghost"
                size="small"
                className={styles.add ?? ""}
                aria-label={t("parties.addTo", { circle: t(`people.circles.${circle}`) })}
                onClick={() => addTo(doc, "parties", { name: "", kind: "function", circle }, actor.id)}
              >
                <Plus aria-hidden />
                {t("parties.add")}
              </Button>
            ) : null}
          </section>
        );
      })}
    </EntryContext>
  );
}

function PartyItem({ party, onShow }: { readonly party: Party; readonly onShow: ShowEntry }): ReactNode {
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
  const name = party.name || t("parties.unnamed");
  return (
    <li className={styles.item} data-party={id}>
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
        onChange={(circle) => setField(doc, "parties", id, "circle", circle)}
      />
      <Button variant="ghost" size="small" onClick={() => onShow("people", id)}>
        {t("parties.uses", { count: uses })}
      </Button>
      {canWrite ? (
        <IconButton label={t("parties.remove", { name })} onClick={() => setRemoving(true)}>
          <Trash2 aria-hidden />
        </IconButton>
      ) : null}
      {isRemoving ? <RemoveParty party={party} use={use} onClose={() => setRemoving(false)} /> : null}
    </li>
  );
}
