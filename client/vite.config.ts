import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { handbook } from "./build/handbook.ts";
import { PART_GROUPS } from "./build/chunks.ts";
import { compressedFiles } from "./build/compressed-files.ts";
import { pageStyles } from "./build/page-styles.ts";
import { shellFiles, WORKER } from "./build/shell-files.ts";

const server = process.env["PLANWAND_SERVER"] ?? "http://127.0.0.1:4455";

export default defineConfig({
  plugins: [handbook(), pageStyles(), react(), shellFiles(), compressedFiles()],
  resolve: {
    // Two copies of yjs do not recognise each other's types.
    dedupe: ["yjs", "lib0", "y-protocols", "react", "react-dom"],
    // What yjs warns of goes to the console without the library that draws consoles in pages.
    alias: { "lib0/logging": fileURLToPath(import.meta.resolve("lib0/logging")) },
  },
  build: {
    manifest: true,
    target: "es2023",
    sourcemap: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: PART_GROUPS } },
    },
  },
  worker: { rolldownOptions: { output: { entryFileNames: WORKER } } },
  server: {
    proxy: {
      "/api": server,
      "/healthz": server,
      "/sync": { target: server, ws: true },
    },
  },
});
