import { readableOn } from "../ui/avatar-text.ts";
import styles from "./rich.module.css";

/** The caret of somebody else, with their name. `user` is what the server says of that person. */
export function renderCaret(user: Record<string, unknown>): HTMLElement {
  const color = typeof user["color"] === "string" ? user["color"] : "#555555";
  const caret = document.createElement("span");
  caret.className = styles.caret ?? "";
  caret.style.borderColor = color;
  const label = document.createElement("span");
  label.className = styles.caretName ?? "";
  label.style.background = color;
  label.style.color = readableOn(color);
  label.textContent = typeof user["name"] === "string" ? user["name"] : "";
  caret.append(label);
  return caret;
}
