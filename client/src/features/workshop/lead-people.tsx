import { presentByCircle } from "@planwand/shared/views/workshop.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { Hand } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession, usePresence } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./lead.module.css";
import { Section } from "./section.tsx";
import { usePersonName } from "./use-names.ts";
import { useTell } from "./use-workshop.ts";

/** Who takes part, per circle; whose hand is up; and to whom the lead can be handed over. */
export function LeadPeople({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const journal = useJournal();
  const { actor } = usePlanSession();
  const tell = useTell(session.id);
  const personName = usePersonName(session);
  const [isHanding, setHanding] = useState(false);
  const circles = presentByCircle(journal, session);
  const count = circles.reduce((sum, { people }) => sum + people.length, 0);
  const isLead = session.lead === actor.id;
  return (
    <Section title={t("leading.people.label")} note={t("leading.people.here", { count })}>
      {session.hands.size > 0 && (
        <ul className={styles.hands} aria-label={t("leading.people.hands")} data-testid="hands">
          {[...session.hands.keys()].map((person) => (
            <li key={person}>
              <Hand size={16} aria-hidden />
              <span className={styles.grow}>{personName(person)}</span>
              <Button
                size="small"
                aria-label={t("leading.people.lower", { name: personName(person) })}
                onClick={() => tell({ type: "hand.lower", person })}
              >
                {t("leading.people.lowerShort")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.circles} data-testid="present">
        {circles.map(({ circle, people }) => (
          <div key={circle ?? "none"}>
            <dt>
              {circle === null ? t("leading.people.noCircle") : t(`people.circles.${circle}`)}
              <span className={styles.note}>{people.length}</span>
            </dt>
            <dd>{people.map((person) => nameWithDevice(person)).join(", ")}</dd>
          </div>
        ))}
      </dl>
      {isLead && (
        <Button size="small" onClick={() => setHanding(true)}>
          {t("leading.people.handTo")}
        </Button>
      )}
      {isHanding && <HandOver session={session} onClose={() => setHanding(false)} />}
    </Section>
  );

  function nameWithDevice(person: string): string {
    const proxy = session.proxies.get(person);
    if (proxy === undefined) return personName(person);
    return `${personName(person)} (${t("leading.people.with", { name: personName(proxy.member) })})`;
  }
}

function HandOver({
  session,
  onClose,
}: {
  readonly session: Session;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const { people } = usePresence();
  const able = people.filter(({ role, isSelf }) => !isSelf && (role === "facilitator" || role === "owner"));
  return (
    <Dialog
      title={t("leading.people.handTo")}
      {...(able.length === 0 ? { description: t("leading.people.nobodyToHand") } : {})}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <div className={styles.answers}>
        {able.map(({ id, name }) => (
          <Button
            key={id}
            size="large"
            onClick={() => {
              tell({ type: "lead.hand", to: id });
              onClose();
            }}
          >
            {t("leading.people.hand", { name })}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
