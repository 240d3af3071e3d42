import { useCallback, useEffect, useState } from "react";
import { asProblem } from "../../core/problem.ts";
import type { Problem, RuleSet } from "../../core/schemas.ts";
import { useLive, useLiveState } from "../../hall/index.ts";
import type { Step } from "./nextStep.ts";
import type { Order } from "./order.ts";
import { orderOf } from "./order.ts";

/** Sends the chair's steps; one state for the whole desk, so that a second button can't run into the first. */
export interface Steps {
  online: boolean;
  busy: boolean;
  problem: Problem | undefined;
  /** True when it became durable. */
  take(step: Step, reason?: string): Promise<boolean>;
  send(order: Order): Promise<boolean>;
}

export function useSteps(rules: RuleSet): Steps {
  const live = useLive();
  const online = useLiveState().kind === "live";
  const [running, setRunning] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const send = useCallback(
    async ({ name, data }: Order): Promise<boolean> => {
      setProblem(undefined);
      setRunning(n => n + 1);
      try {
        await live.send(name, data as never);
        return true;
      } catch (error) {
        setProblem(asProblem(error));
        return false;
      } finally {
        setRunning(n => n - 1);
      }
    },
    [live],
  );
  const take = useCallback(
    (step: Step, reason?: string) => {
      const order = orderOf(step, rules, reason);
      return order ? send(order) : Promise.resolve(false);
    },
    [send, rules],
  );
  return { online, busy: running > 0, problem, take, send };
}

/**
 * False for `ms` after `key` has changed: a button that changes its meaning in place must not take the second half of a
 * double tap for a new order.
 */
export function useSettled(key: string, ms = 700): boolean {
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), ms);
    return () => clearTimeout(timer);
  }, [key, ms]);
  return settled === key;
}
