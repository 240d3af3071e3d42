/** Frees a canvas's memory at once: browsers keep it until they tidy up. */
export function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** Puts a canvas in the place of the one before, or takes that away. */
export function swap(sheet: HTMLElement, fresh?: HTMLCanvasElement): void {
  for (const old of sheet.querySelectorAll("canvas")) release(old);
  sheet.replaceChildren(...(fresh ? [fresh] : []));
}

export function ignoreCancelled(error: unknown): void {
  const name = error instanceof Error ? error.name : "";
  // The paper was closed or the page scrolled away meanwhile: nobody waits for this drawing.
  if (name === "RenderingCancelledException" || name === "AbortException") return;
  if (/destroyed|terminated/i.test(String(error))) return;
  reportError(error);
}
