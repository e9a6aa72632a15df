/** Coming into a workshop with its code. */
export const joining = {
  title: "Take part",
  text: "Type the code that is on the big screen.",
  code: "Code",
  codeHelp: "The letters and digits on the screen, six or more",
  codeWrong:
    "A code has six characters, sometimes more. Look at the screen again: there is no O, 0, I, 1 or L in it.",
  next: "Go on",
  who: "Who are you?",
  submit: "Take part",
  submitting: "Joining …",
  otherCode: "Another code",
  withCode: "You take part with code {{code}}",
  unknown: "This code is not right, or the session is over. Look at the big screen again.",
  throttled: "There were too many tries. Wait a minute and try again.",
  unreachable: "The server cannot be reached. Check your connection and try again.",
  failed: "Joining did not work. Try again.",
  haveCode: "Do you have the code of a workshop?",
  openCode: "Take part with a code",
} as const;
