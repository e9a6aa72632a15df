/*
 * Leaving a field often makes the page another one: what was typed becomes a row, a field folds. When it is left by a press, the page
 * must stay as it is until the press has landed, or it would land on nothing, or on what moved under the pointer.
 */

let isPressed = false;
let waiting: (() => void)[] = [];

function run(): void {
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}

function release(): void {
  isPressed = false;
  // A click comes before this; what was dragged or let go elsewhere gives none.
  setTimeout(run, 0);
}

const first = { capture: true, passive: true } as const;
window.addEventListener("pointerdown", () => (isPressed = true), first);
window.addEventListener("pointerup", release, first);
window.addEventListener("pointercancel", release, first);
// Not on its way to an element: what is left by a press blurs too.
window.addEventListener("blur", release);
// What is clicked on is settled by now, and finds the plan as it is after what was left.
window.addEventListener("click", run, first);

/** Does what leaving a field causes: at once, or when the press by which it was left has landed, before what that press does. */
export function afterPress(work: () => void): void {
  if (isPressed) waiting.push(work);
  else work();
}
