import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { PERSON_NAME_MAX_LENGTH, PROXIES_PER_MEMBER_MAX } from "@planwand/shared/workshop/limits.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { ChevronUp, X } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../plan/clock.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./participant.module.css";
import tasks from "./task.module.css";
import { useTell } from "./use-workshop.ts";

/** In whose name this device speaks: several people may share one. */
export function AsPerson({
  session,
  person,
  onChoose,
}: {
  readonly session: Session;
  readonly person: string;
  readonly onChoose: (person: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { actor } = usePlanSession();
  const [isOpen, setOpen] = useState(false);
  const others = [...session.proxies.values()].filter(
    ({ member, removedAt }) => member === actor.id && removedAt === null,
  );
  const name = others.find(({ id }) => id === person)?.name ?? actor.name;
  if (!session.sharedDevices) return null;
  return (
    <>
      <Button
        variant="ghost"
        className={styles.asButton ?? ""}
        aria-haspopup="dialog"
        aria-label={`${t("takingPart.as.label")} ${name}`}
        onClick={() => setOpen(true)}
      >
        <span className={styles.asName}>{name}</span>
        <ChevronUp aria-hidden />
      </Button>
      {isOpen && (
        <Dialog title={t("takingPart.as.label")} closeLabel={t("app.close")} onClose={() => setOpen(false)}>
          <ul className={styles.people}>
            {[{ id: actor.id, name: t("takingPart.as.me", { name: actor.name }), isMe: true }, ...others].map(
              (one) => (
                <li key={one.id}>
                  <Button
                    className={styles.personButton ?? ""}
                    aria-pressed={one.id === person}
                    onClick={() => {
                      onChoose(one.id);
                      setOpen(false);
                    }}
                  >
                    {one.name ?? t("workshop.somebody")}
                  </Button>
                  {!("isMe" in one) && (
                    <RemoveProxy session={session.id} proxy={one.id} name={one.name ?? ""} />
                  )}
                </li>
              ),
            )}
          </ul>
          {others.length < PROXIES_PER_MEMBER_MAX ? (
            <AddPerson session={session.id} />
          ) : (
            <p className={tasks.note}>{t("takingPart.as.full")}</p>
          )}
        </Dialog>
      )}
    </>
  );
}

function RemoveProxy({
  session,
  proxy,
  name,
}: {
  readonly session: string;
  readonly proxy: string;
  readonly name: string;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session);
  return (
    <IconButton
      label={t("takingPart.as.remove", { name })}
      onClick={() => tell({ type: "proxy.remove", proxy })}
    >
      <X aria-hidden />
    </IconButton>
  );
}

function AddPerson({ session }: { readonly session: string }): ReactNode {
  const { t } = useTranslation();
  const { actor } = usePlanSession();
  const tell = useTell(session);
  const [name, setName] = useState("");
  const [circle, setCircle] = useState<Circle>(actor.circle ?? "onderwijs");
  const [isChecked, setChecked] = useState(false);
  function add(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === "") return;
    tell({ type: "proxy.add", proxy: newId(), name: name.trim(), circle });
    setName("");
    setChecked(false);
  }
  return (
    <form className={styles.addPerson} onSubmit={add} noValidate aria-label={t("takingPart.as.add")}>
      <h3>{t("takingPart.as.add")}</h3>
      <TextField
        label={t("takingPart.as.name")}
        error={isChecked && name.trim() === "" ? t("takingPart.as.nameMissing") : undefined}
        maxLength={PERSON_NAME_MAX_LENGTH}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <ChoiceField
        label={t("takingPart.as.circle")}
        choices={CIRCLES.map((value) => ({ value, label: t(`people.circles.${value}`) }))}
        value={circle}
        onChange={setCircle}
      />
      <Button type="submit" variant="primary" size="large">
        {t("takingPart.as.save")}
      </Button>
    </form>
  );
}
