import { use } from "react";
import type { Problem } from "../core/schemas.ts";
import { BodyContext, inBody } from "./body.ts";
import { type Catalogue, useText } from "./language.ts";
import { vi } from "./problems.vi.ts";

export const problems: Catalogue<Record<string, string>> = {
  vi,
  en: () => import("./problems.en.ts").then(m => m.en),
};

/** A problem's title in the chosen language; the server's own title when the catalogue has none. */
export function problemTitle(problem: Problem, titles: Record<string, string>): string {
  return titles[problem.code] ?? problem.title;
}

export function useProblemTitle(): (problem: Problem) => string {
  const titles = useText(problems);
  const body = use(BodyContext);
  return problem => inBody(body, problemTitle(problem, titles));
}
