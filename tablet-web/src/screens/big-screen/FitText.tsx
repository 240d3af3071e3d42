import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { bindWords } from "../../i18n/bindWords.ts";
import styles from "./FitText.module.css";

/**
 * A title as large as its room allows: from `largest` down to `smallest`, at most `height` high (all in rem). What does not fit even
 * then is cut with an ellipsis.
 */
export function FitText({
  text,
  largest,
  smallest,
  height,
  level = "h1",
}: {
  text: string;
  largest: number;
  smallest: number;
  height: number;
  level?: "h1" | "h2" | "p";
}) {
  const Tag = level;
  const ref = useRef<HTMLHeadingElement & HTMLParagraphElement>(null);
  const [epoch, setEpoch] = useState(0);
  useEffect(() => {
    const again = () => setEpoch(n => n + 1);
    window.addEventListener("resize", again);
    document.fonts?.addEventListener("loadingdone", again);
    return () => {
      window.removeEventListener("resize", again);
      document.fonts?.removeEventListener("loadingdone", again);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for another text, window or font
  useLayoutEffect(() => {
    if (ref.current) fitInto(ref.current, largest, smallest, height);
  }, [text, largest, smallest, height, epoch]);
  return (
    <Tag ref={ref} className={styles.text} lang="vi">
      {bindWords(text)}
    </Tag>
  );
}

const step = 0.125;

function fitInto(element: HTMLElement, largest: number, smallest: number, height: number): void {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const limit = height * rem;
  const { style } = element;
  style.removeProperty("-webkit-line-clamp");
  const fits = (size: number) => {
    style.fontSize = `${size}rem`;
    return element.scrollHeight <= limit + 1 && element.scrollWidth <= element.clientWidth + 1;
  };
  if (fits(largest)) return;
  let small = 0;
  let large = Math.round((largest - smallest) / step);
  while (small < large) {
    const middle = Math.ceil((small + large) / 2);
    if (fits(smallest + middle * step)) small = middle;
    else large = middle - 1;
  }
  if (fits(smallest + small * step)) return;
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || smallest * rem * 1.32;
  style.setProperty("-webkit-line-clamp", String(Math.max(1, Math.floor(limit / lineHeight))));
}
