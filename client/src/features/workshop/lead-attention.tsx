import type { Session, SpotlightTarget } from "@planwand/shared/workshop/session.ts";
import { Eye, EyeOff, Lock, LockOpen } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActivity, usePhases } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./lead.module.css";
import { Section } from "./section.tsx";
import { usePlaces } from "./use-places.ts";
import { useTargetName } from "./use-target-name.ts";
import { useTell } from "./use-workshop.ts";

/** Where everybody looks, and what is locked. */
export function LeadAttention({
  session,
  openId,
}: {
  readonly session: Session;
  readonly openId: string | null;
}): ReactNode {
  return (
    <>
      <Spotlight session={session} openId={openId} />
      <Locking session={session} />
    </>
  );
}

function Spotlight({
  session,
  openId,
}: {
  readonly session: Session;
  readonly openId: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const { actor } = usePlanSession();
  const tell = useTell(session.id);
  const places = usePlaces();
  const open = useActivity(openId ?? "");
  const targetName = useTargetName();
  const [chosen, choose] = useState("me");
  const [isHeld, setHeld] = useState(false);
  const targets = new Map<string, { readonly label: string; readonly target: SpotlightTarget }>();
  if (open !== null)
    targets.set("open", {
      label: t("leading.spotlight.card", { title: open.title || t("board.untitled") }),
      target: { kind: "activity", id: open.id },
    });
  targets.set("me", { label: t("leading.spotlight.me"), target: { kind: "member", id: actor.id } });
  for (const { value, label, scope } of places)
    if (scope.kind !== "plan") targets.set(value, { label, target: scope });
  const value = targets.has(chosen) ? chosen : "me";
  const { spotlight } = session;
  return (
    <Section
      title={t("leading.spotlight.label")}
      note={spotlight === null ? null : targetName(spotlight.target)}
    >
      <SelectField
        label={t("leading.spotlight.choose")}
        value={value}
        options={[...targets].map(([key, { label }]) => ({ value: key, label }))}
        onChange={choose}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={isHeld} onChange={(event) => setHeld(event.target.checked)} />
        {t("leading.spotlight.held")}
      </label>
      <div className={styles.row}>
        <Button
          size="small"
          onClick={() => {
            const target = targets.get(value)?.target;
            if (target !== undefined) tell({ type: "spotlight.set", target, held: isHeld });
          }}
        >
          <Eye aria-hidden />
          {t("leading.spotlight.on")}
        </Button>
        {spotlight !== null && (
          <Button size="small" onClick={() => tell({ type: "spotlight.clear" })}>
            <EyeOff aria-hidden />
            {t("leading.spotlight.off")}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Locking({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const phases = usePhases();
  const { lock } = session;
  const locked = lock?.kind === "phases" ? lock.phases : [];
  const toggle = (phase: string, isOn: boolean): void => {
    const next = phases.map(({ id }) => id).filter((id) => (id === phase ? isOn : locked.includes(id)));
    tell(
      next.length === 0
        ? { type: "lock.clear" }
        : { type: "lock.set", lock: { kind: "phases", phases: next } },
    );
  };
  return (
    <Section title={t("leading.lock.label")}>
      <Button
        size="small"
        aria-pressed={lock?.kind === "plan"}
        onClick={() =>
          tell(lock?.kind === "plan" ? { type: "lock.clear" } : { type: "lock.set", lock: { kind: "plan" } })
        }
      >
        {lock?.kind === "plan" ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
        {lock?.kind === "plan" ? t("leading.lock.off") : t("leading.lock.plan")}
      </Button>
      {lock?.kind !== "plan" && (
        <fieldset className={styles.checks}>
          <legend className="visually-hidden">{t("leading.lock.which")}</legend>
          {phases.map(({ id, name }) => (
            <label key={id} className={styles.check}>
              <input
                type="checkbox"
                checked={locked.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              {t("leading.lock.phase", { phase: name })}
            </label>
          ))}
        </fieldset>
      )}
    </Section>
  );
}
