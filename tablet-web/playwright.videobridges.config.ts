import stories from "./playwright.config.ts";

/** Over real Jitsi Videobridges, named by the environment (media-bridge/doc/jitsi.md): run by hand. */
export default { ...stories, projects: [{ name: "videobridges" }], workers: 1, testMatch: /\.videobridges\.ts$/ };
