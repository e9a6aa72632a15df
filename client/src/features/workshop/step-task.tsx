import type { Allowance } from "@planwand/shared/workshop/policy.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CheckoutTask } from "./checkout-task.tsx";
import { DecideTask } from "./decide-task.tsx";
import { IdeasTask } from "./ideas-task.tsx";
import styles from "./task.module.css";
import { RevealTask } from "./reveal-task.tsx";
import { RolesTask } from "./roles-task.tsx";
import type { TaskProps } from "./task.ts";
import { VoteTask } from "./vote-task.tsx";
import { WriteTask } from "./write-task.tsx";

/** What there is to do in a step, by what it is for. */
export function StepTask(props: TaskProps): ReactNode {
  const { step } = props;
  switch (step.kind) {
    case "ideas":
      return <IdeasTask {...props} step={step} />;
    case "reveal":
      return <RevealTask {...props} step={step} />;
    case "vote":
      return <VoteTask {...props} step={step} />;
    case "write":
      return <WriteTask {...props} step={step} />;
    case "decide":
      return <DecideTask {...props} step={step} />;
    case "roles":
      return <RolesTask {...props} />;
    case "checkout":
      return <CheckoutTask {...props} step={step} />;
    case "info":
      return <LookUp />;
    case "free":
      return <JoinIn allowed={props.now.allowed} />;
  }
}

/** A step without a task of its own: what may be done on the board meanwhile, or that nothing has to be. */
function JoinIn({ allowed }: { readonly allowed: ReadonlySet<Allowance> }): ReactNode {
  const { t } = useTranslation();
  const doing = (["card", "comment", "agree"] as const).filter((one) => allowed.has(one));
  if (doing.length === 0) return <LookUp />;
  return (
    <div className={styles.look}>
      <p className={styles.lookTitle}>{t("takingPart.free.title")}</p>
      {doing.map((one) => (
        <p key={one}>{t(`takingPart.free.${one}`)}</p>
      ))}
    </div>
  );
}

function LookUp(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.look}>
      <p className={styles.lookTitle}>{t("takingPart.look.title")}</p>
      <p>{t("takingPart.look.text")}</p>
    </div>
  );
}
