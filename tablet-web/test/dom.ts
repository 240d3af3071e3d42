import { cleanup } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, expect } from "vitest";

afterEach(cleanup);

// jsdom has no layout and no CSS object: dialogs open without being modal.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};
Element.prototype.scrollIntoView ??= () => undefined;

globalThis.CSS ??= { escape: (value: string) => value.replace(/[^\w-]/g, char => `\\${char}`) } as typeof CSS;

/** No violation of WCAG 2.2 A and AA that can be told without layout. */
export async function expectAccessible(element: Element): Promise<void> {
  const result = await axe.run(element, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(result.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(" ")}`)).toEqual([]);
}
