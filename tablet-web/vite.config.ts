/// <reference types="vitest/config" />
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { offline } from "./build/offline.ts";

/** Copies what pdf.js loads at run time (decoders, character maps, standard fonts) beside the bundle, unhashed. */
function pdfAssets(): Plugin {
  const root = join(import.meta.dirname, "node_modules/pdfjs-dist");
  return {
    name: "plenum-pdf-assets",
    apply: "build",
    generateBundle() {
      for (const folder of ["wasm", "cmaps", "standard_fonts"]) {
        for (const file of readdirSync(join(root, folder))) {
          this.emitFile({
            type: "asset",
            fileName: `pdfjs/${folder}/${file}`,
            source: readFileSync(join(root, folder, file)),
          });
        }
      }
    },
  };
}

/** Fails the build when what a delegate loads at first, pdf.js aside, outgrows its budget. */
function deliveryBudget(): Plugin {
  const budget = 130_000;
  return {
    name: "plenum-delivery-budget",
    apply: "build",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(one => one.type === "chunk");
      const first = chunks.filter(one => one.isEntry || one.facadeModuleId?.endsWith("screens/delegate/index.tsx"));
      const names = new Set(first.flatMap(one => [one.fileName, ...one.imports]));
      const bytes = chunks
        .filter(one => names.has(one.fileName))
        .reduce((sum, one) => sum + gzipSync(one.code).byteLength, 0);
      if (first.length !== 2) this.error("the entry or the delegate's chunk was not found");
      if (bytes > budget) this.error(`a delegate's first load is ${bytes} bytes gzip, allowed are ${budget}`);
      this.info(`a delegate's first load: ${bytes} bytes of JavaScript, gzip`);
    },
  };
}

const server = process.env.PLENUM_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), pdfAssets(), deliveryBudget(), offline()],
  build: {
    target: ["chrome118", "safari16.4", "firefox115"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    host: "127.0.0.1",
    port: Number(process.env.PORT ?? 21500),
    proxy: {
      "/api": { target: server },
      "/live": { target: server, ws: true },
      "/media": { target: server, ws: true },
    },
  },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.test.ts"],
    environment: "node",
    css: false,
    // Generous: a busy machine is no failure, a test that hangs still is one.
    testTimeout: 30_000,
    setupFiles: "test/patience.ts",
    maxWorkers: "100%",
  },
});
