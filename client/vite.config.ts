import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env["PLANWAND_SERVER"] ?? "http://127.0.0.1:4455";

export default defineConfig({
  plugins: [react()],
  // Two copies of yjs do not recognise each other's types.
  resolve: { dedupe: ["yjs", "lib0", "y-protocols", "react", "react-dom"] },
  build: { manifest: true, target: "es2023", sourcemap: false },
  server: {
    proxy: {
      "/api": server,
      "/healthz": server,
      "/sync": { target: server, ws: true },
    },
  },
});
