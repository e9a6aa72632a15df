import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";

type Variant = "primary" | "secondary" | "ghost" | "danger";
type Size = "small" | "medium" | "large";

interface Look {
  readonly variant?: Variant;
  readonly size?: Size;
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass({ variant = "secondary", size = "medium" }: Look): string {
  return [styles.button, styles[variant], size === "medium" ? "" : styles[size]].filter(Boolean).join(" ");
}

/** A button with words, and an icon before them if it helps. */
export function Button({ variant, size, className, ...props }: ComponentProps<"button"> & Look): ReactNode {
  const look = buttonClass({ ...(variant ? { variant } : {}), ...(size ? { size } : {}) });
  return <button type="button" {...props} className={className ? `${look} ${className}` : look} />;
}

/** A button with only an icon; `label` is what it is called. */
export function IconButton({
  label,
  variant = "ghost",
  size,
  className,
  ...props
}: ComponentProps<"button"> & Look & { readonly label: string }): ReactNode {
  const look = buttonClass({ variant, ...(size ? { size } : {}) });
  const classes = [look, styles.icon, className].filter(Boolean).join(" ");
  return <button type="button" aria-label={label} title={label} {...props} className={classes} />;
}
