import { fold } from "../../core/format.ts";
import type { RecordingChapter } from "../../core/schemas.ts";

/** The chapter that a moment of the recording belongs to; -1: none has begun. */
export function current(chapters: readonly RecordingChapter[], atMs: number): number {
  let place = -1;
  chapters.forEach((chapter, index) => {
    if (chapter.atMs <= atMs) place = index;
  });
  return place;
}

/** Those whose titles have the words, with or without marks. */
export function found(chapters: readonly RecordingChapter[], words: string): readonly RecordingChapter[] {
  const wanted = fold(words.trim());
  return wanted ? chapters.filter(chapter => fold(chapter.title).includes(wanted)) : chapters;
}

/** Where the next chapter begins, or the one before; undefined: there is none. */
export function step(chapters: readonly RecordingChapter[], atMs: number, by: 1 | -1): number | undefined {
  // A moment after its beginning one wants the chapter before, not the same again.
  const slackMs = 2_000;
  if (by === 1) return chapters.find(chapter => chapter.atMs > atMs)?.atMs;
  return chapters.findLast(chapter => chapter.atMs < atMs - slackMs)?.atMs;
}
