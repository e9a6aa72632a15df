import "@fontsource-variable/inter/wght.css";
import "../ui/tokens.css";
import "../ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { initWords } from "../i18n/setup.ts";
import { App } from "./app.tsx";
import { keepShell } from "./keep-shell.ts";
import { deviceStorage } from "../sync/shared-device.ts";
import { keepIn } from "../ui/kept.ts";
import { applyTheme, chosenTheme } from "../ui/theme.ts";

keepIn(deviceStorage);
// Fetched beside the page: nobody fills a field in before it is drawn.
void import("../ui/typing.ts").then(({ keepTypingSound }) => keepTypingSound());
applyTheme(chosenTheme());
await initWords();
const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has a #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepShell();
