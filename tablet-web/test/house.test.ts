import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const src = join(root, "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter(name => /\.tsx?$/.test(name) && !name.includes(".test."))
  .map(name => join(src, name));

/** Which folders of src a folder may import besides itself. A folder without a row fails. */
const arrows: Record<string, readonly string[]> = {
  core: [],
  i18n: ["core"],
  ui: ["i18n", "core"],
  features: ["ui", "i18n", "core"],
  hall: ["features", "ui", "i18n", "core"],
  screens: ["hall", "features", "ui", "i18n", "core"],
  app: ["screens", "hall", "features", "ui", "i18n", "core"],
};

function imports(file: string): string[] {
  const source = ts.preProcessFile(readFileSync(file, "utf8"));
  return source.importedFiles.map(one => one.fileName);
}

function folderOf(path: string): string {
  return relative(src, path).split("/")[0] ?? "";
}

describe("the house", () => {
  it("has only the arrows of the table", () => {
    const wrong = files.flatMap(file => {
      const from = folderOf(file);
      if (!from.includes(".") && !arrows[from]) return [`${from} has no row`];
      return imports(file)
        .filter(name => name.startsWith("."))
        .map(name => folderOf(resolve(dirname(file), name)))
        .filter(to => to !== from && !arrows[from]?.includes(to))
        .map(to => `${relative(root, file)} -> ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it("keeps the role screens apart", () => {
    const wrong = files
      .filter(file => folderOf(file) === "screens")
      .flatMap(file =>
        imports(file)
          .filter(name => name.startsWith("."))
          .map(name => relative(src, resolve(dirname(file), name)).split("/"))
          .filter(([top, screen]) => top === "screens" && screen !== relative(src, file).split("/")[1])
          .map(to => `${relative(root, file)} -> ${to.join("/")}`),
      );
    expect(wrong).toEqual([]);
  });

  it("has no view framework in core", () => {
    const wrong = files.filter(file => folderOf(file) === "core" && imports(file).some(name => /^react/.test(name)));
    expect(wrong).toEqual([]);
  });

  it("takes every text from the catalogue", () => {
    expect(files.filter(file => file.endsWith(".tsx")).flatMap(literalTexts)).toEqual([]);
  });

  it("has the types of the API document as it is now", () => {
    const folder = mkdtempSync(join(tmpdir(), "plenum-types-"));
    try {
      const out = join(folder, "api-types.ts");
      const document = join(root, "../server/src/main/resources/openapi.yaml");
      execFileSync(join(root, "node_modules/.bin/openapi-typescript"), [document, "-o", out], {
        stdio: "pipe",
        cwd: root,
      });
      expect(readFileSync(join(src, "core/api-types.ts"), "utf8")).toBe(readFileSync(out, "utf8"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 30_000);
});

const spoken = new Set(["aria-label", "title", "placeholder", "alt", "label", "hint", "subtitle", "action"]);

/** Words in a component that a reader would see or hear and that do not come from i18n. */
function literalTexts(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (text: string) => {
    if (/\p{L}{2,}/u.test(text)) found.push(`${relative(root, file)}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value)) note(value.text);
      if (value && ts.isJsxExpression(value) && value.expression && ts.isStringLiteral(value.expression))
        note(value.expression.text);
    }
    if (
      ts.isJsxExpression(node) &&
      !ts.isJsxAttribute(node.parent) &&
      node.expression &&
      ts.isStringLiteral(node.expression)
    ) {
      note(node.expression.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
