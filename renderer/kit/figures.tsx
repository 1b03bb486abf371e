import type { ReactNode } from 'react'

const CIRCUMFERENCE = 2 * Math.PI * 14

/** How much is done, as a ring; a dash where nothing is expected yet. */
export function Ring({ percent, leg }: { readonly percent: number | undefined; readonly leg: 'left' | 'right' }) {
  const length = ((percent ?? 0) * CIRCUMFERENCE) / 100
  return (
    <svg className={`ring ${leg}`} viewBox="0 0 36 36" aria-hidden="true">
      <circle className="ring-track" cx="18" cy="18" r="14" />
      {length > 0 && <circle className="ring-done" cx="18" cy="18" r="14" strokeDasharray={`${length} ${CIRCUMFERENCE}`} />}
      <text x="18" y="21.8">
        {percent ?? '–'}
      </text>
    </svg>
  )
}

/** A share as a bar, with a mark where it should be. */
export function Bar({ percent, target, leg }: { readonly percent: number; readonly target?: number; readonly leg: 'left' | 'right' }) {
  return (
    <span className={`bar ${leg}`} aria-hidden="true">
      <span className="bar-done" style={{ inlineSize: `${percent}%` }} />
      {target !== undefined && <span className="bar-target" style={{ insetInlineStart: `${target}%` }} />}
    </span>
  )
}

interface LinkProps {
  readonly onClick: () => void
  readonly children: ReactNode
  readonly label?: string | undefined
  readonly className?: string
}

/** A number or name that leads somewhere; looks like text until pointed at. */
export const Link = ({ onClick, children, label, className = '' }: LinkProps) => (
  <button type="button" className={`link ${className}`} onClick={onClick} aria-label={label} title={label}>
    {children}
  </button>
)
