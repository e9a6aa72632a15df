/** Marks the history entry of a plan that was opened to be copied. */
export const FOR_COPYING = "for-copying";
