/** A busy machine is no failure: what a component test looks for may take longer than a second to appear. */
if (typeof document !== "undefined") {
  const { configure } = await import("@testing-library/dom");
  configure({ asyncUtilTimeout: 10_000 });
}

export {};
