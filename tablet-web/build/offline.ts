import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type Plugin } from "vite";

/** Not kept on the device: character maps of East Asian PDFs, licences, and what only old browsers without WebAssembly need. */
const left = /^(pdfjs\/cmaps\/|sw\.js$)|LICENSE|nowasm|\.(br|gz)$/;
const packable = /\.(js|mjs|css|html|svg|wasm|webmanifest|json|bcmap)$/;
/** Bytes of all that a device keeps of the app, packed as it travels. */
const budget = 2_000_000;

/** Writes the service worker with the list of what it keeps, then packs what packs well; the server sends `.br` and `.gz` beside a file. */
export function offline(): Plugin {
  let out = "";
  return {
    name: "plenum-offline",
    apply: "build",
    configResolved: config => {
      out = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const kept = filesOf(out).filter(name => !left.test(name));
      await writeWorker(out, kept);
      for (const name of filesOf(out).filter(file => packable.test(file))) pack(join(out, name));
      const bytes = kept.reduce((sum, name) => sum + travelling(join(out, name)), 0);
      if (bytes > budget) this.error(`a device would keep ${bytes} bytes of the app, allowed are ${budget}`);
      this.info(`a device keeps ${kept.length} files of the app: ${bytes} bytes as they travel`);
    },
  };
}

async function writeWorker(out: string, kept: readonly string[]): Promise<void> {
  const list = kept.map(name => ({
    url: `/${name}`,
    revision: name.startsWith("assets/") ? null : hash(join(out, name)),
  }));
  await build({
    configFile: false,
    logLevel: "warn",
    define: { PRECACHE: JSON.stringify(list), "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      target: ["chrome118", "safari16.4", "firefox115"],
      rollupOptions: {
        input: join(import.meta.dirname, "../service-worker/sw.ts"),
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

function hash(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);
}

function pack(file: string): void {
  const plain = readFileSync(file);
  const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  if (brotli.byteLength > plain.byteLength * 0.9) return;
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
}

function travelling(file: string): number {
  try {
    return readFileSync(`${file}.br`).byteLength;
  } catch {
    return readFileSync(file).byteLength;
  }
}
