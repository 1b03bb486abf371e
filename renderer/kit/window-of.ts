/** The part of a long list that is on screen, and a little more on both sides. */
export interface Window {
  readonly from: number
  /** The first that is not shown. */
  readonly to: number
}

const MARGIN = 12

/** Which rows of equal height to draw for a scroll position; all in CSS pixels. */
export function windowOf(count: number, rowHeight: number, scrolled: number, height: number): Window {
  const first = Math.floor(scrolled / rowHeight)
  const last = Math.ceil((scrolled + height) / rowHeight)
  return { from: Math.max(0, Math.min(first, count) - MARGIN), to: Math.min(count, last + MARGIN) }
}
