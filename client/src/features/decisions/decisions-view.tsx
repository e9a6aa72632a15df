import { may } from "@planwand/shared/access/policy.ts";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { useFocusBack } from "../../fields/use-focus-back.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { addNameless } from "../../plan/nameless.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { ViewPage } from "../../ui/view-page.tsx";
import { Agenda } from "./agenda.tsx";
import styles from "./decisions.module.css";
import { Register } from "./register.tsx";

const decisionOf = (id: string): string => `[data-decision="${id}"]`;

const FORMS = ["register", "agenda"] as const;

/** All decision points, as a register or as the agenda of a body; `panel` is the one that is open. */
export function DecisionsView({
  openId,
  onOpen,
  panel,
}: {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly panel: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, role, canWrite, actor } = usePlanSession();
  const decisions = useEntries("decisions");
  const [params, setParams] = useSearchParams();
  useFocusBack(openId, decisionOf, "[data-add-decision]");
  const form = params.get("as") === "agenda" ? "agenda" : "register";
  const add = (): void => onOpen(addNameless(doc, "decisions", { question: "" }, actor.id));
  return (
    <div className={styles.split}>
      <ViewPage
        title={t("decisions.title")}
        intro={t("decisions.intro")}
        tools={
          <>
            <div className={styles.forms} role="group" aria-label={t("decisions.as")}>
              {FORMS.map((name) => (
                <button
                  key={name}
                  type="button"
                  className={styles.form}
                  aria-pressed={form === name}
                  onClick={() => setParams(name === "register" ? {} : { as: name }, { replace: true })}
                >
                  {t(`decisions.forms.${name}`)}
                </button>
              ))}
            </div>
            {canWrite && may(role, "plan.write") ? (
              <Button variant="primary" data-add-decision onClick={add}>
                <Plus aria-hidden />
                {t("decisions.add")}
              </Button>
            ) : null}
          </>
        }
      >
        {form === "register" ? (
          <Register decisions={decisions} openId={openId} onOpen={onOpen} />
        ) : (
          <Agenda
            body={params.get("body") ?? ""}
            on={params.get("on") ?? ""}
            next={params.get("next") ?? ""}
            openId={openId}
            onOpen={onOpen}
            onChoose={({ body, on, next }) =>
              setParams(
                { as: "agenda", body, ...(on === "" ? {} : { on }), ...(next === "" ? {} : { next }) },
                { replace: true },
              )
            }
          />
        )}
      </ViewPage>
      {panel}
    </div>
  );
}
