// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { followNetwork, metered } from "./pack.tsx";

/** A tablet's network as the browser tells of it. */
class FakeConnection extends EventTarget {
  type = "wifi";
  saveData = false;

  become(type: string): void {
    this.type = type;
    this.dispatchEvent(new Event("change"));
  }
}

function tablet(type: string, wanted = true) {
  const connection = new FakeConnection();
  connection.type = type;
  Object.defineProperty(navigator, "connection", { value: connection, configurable: true });
  const done: string[] = [];
  const pack = { start: () => void done.push("start"), pause: () => void done.push("pause") };
  return { connection, done, leave: followNetwork(pack, () => wanted) };
}

afterEach(() => {
  Reflect.deleteProperty(navigator, "connection");
});

test("papers come by themselves on Wi-Fi, wait on a mobile network, and come again on Wi-Fi", () => {
  const { connection, done } = tablet("wifi");
  expect(done).toEqual(["start"]);
  connection.become("cellular");
  expect(metered()).toBe(true);
  connection.become("cellular");
  connection.become("wifi");
  expect(done).toEqual(["start", "pause", "start"]);
});

test("nothing begins on a mobile network, and Wi-Fi begins it", () => {
  const { connection, done } = tablet("cellular");
  expect(done).toEqual([]);
  connection.become("wifi");
  expect(done).toEqual(["start"]);
});

test("who has paused stays paused, and who has left is not asked", () => {
  const paused = tablet("cellular", false);
  paused.connection.become("wifi");
  expect(paused.done).toEqual([]);
  const left = tablet("cellular");
  left.leave();
  left.connection.become("wifi");
  expect(left.done).toEqual([]);
});

test("where the browser knows nothing of the network papers come by themselves", () => {
  const done: string[] = [];
  followNetwork({ start: () => void done.push("start"), pause: () => void done.push("pause") }, () => true);
  expect(done).toEqual(["start"]);
});
