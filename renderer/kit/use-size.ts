import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of a place on the page in CSS pixels, kept current; `first` until it was measured. */
export function useSize(first: Size): readonly [RefObject<HTMLDivElement | null>, Size] {
  const place = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState(first)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [place, size]
}
