import { startTransition, use, useSyncExternalStore } from "react";
import type { Lang } from "../core/format.ts";
import { BodyContext, textsInBody } from "./body.ts";

/** One part's texts: Vietnamese is the source and there from the start, English comes when asked for. */
export interface Catalogue<M> {
  vi: M;
  en: () => Promise<M>;
}

const key = "plenum.lang";

/** The chosen language of this browser; Vietnamese unless chosen otherwise. */
class Language {
  private readonly listeners = new Set<() => void>();
  private lang: Lang = stored();

  readonly now = (): Lang => this.lang;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Switches without leaving the screen; what is being typed or chosen stays. */
  choose(lang: Lang): void {
    this.lang = lang;
    try {
      localStorage.setItem(key, lang);
    } catch {
      // A browser that forbids storage still switches, until it is closed.
    }
    document.documentElement.lang = lang;
    startTransition(() => {
      for (const listener of [...this.listeners]) listener();
    });
  }
}

function stored(): Lang {
  try {
    return localStorage.getItem(key) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

export const language = new Language();

export function useLang(): Lang {
  return useSyncExternalStore(language.subscribe, language.now, () => "vi");
}

const loaded = new Map<object, Promise<unknown>>();

/** The texts of a catalogue in the chosen language and the body's words; suspends once while English is being fetched. */
export function useText<M>(catalogue: Catalogue<M>): M {
  const lang = useLang();
  const body = use(BodyContext);
  return textsInBody(body, lang === "vi" ? catalogue.vi : use(english(catalogue)));
}

function english<M>(catalogue: Catalogue<M>): Promise<M> {
  let texts = loaded.get(catalogue) as Promise<M> | undefined;
  if (!texts) {
    texts = catalogue.en();
    loaded.set(catalogue, texts);
  }
  return texts;
}
