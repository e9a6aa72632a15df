import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { PART_GROUPS } from "./build/chunks.ts";
import { compressedFiles } from "./build/compressed-files.ts";
import { shellFiles, WORKER } from "./build/shell-files.ts";

const server = process.env["PLANWAND_SERVER"] ?? "http://127.0.0.1:4455";

export default defineConfig({
  plugins: [react(), shellFiles(), compressedFiles()],
  // Two copies of yjs do not recognise each other's types.
  resolve: { dedupe: ["yjs", "lib0", "y-protocols", "react", "react-dom"] },
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
