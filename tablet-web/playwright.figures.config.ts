import stories from "./playwright.config.ts";

/** Figures, not stories: run by hand on a quiet machine with `npx playwright test --config playwright.figures.config.ts`. */
export default { ...stories, projects: [{ name: "figures" }], workers: 1, testMatch: /\.figures\.ts$/ };
