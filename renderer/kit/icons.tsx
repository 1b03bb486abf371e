import type { ReactNode } from 'react'

const Icon = ({ children }: { readonly children: ReactNode }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
    {children}
  </svg>
)

export const UndoIcon = () => (
  <Icon>
    <path d="M5.5 3 2.5 6l3 3M2.8 6H10a3.5 3.5 0 0 1 0 7H7" />
  </Icon>
)

export const RedoIcon = () => (
  <Icon>
    <path d="m10.5 3 3 3-3 3M13.2 6H6a3.5 3.5 0 0 0 0 7h3" />
  </Icon>
)

export const MoonIcon = () => (
  <Icon>
    <path d="M13 9.5A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.5z" />
  </Icon>
)

export const SunIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
)

/** Points down; folded rows turn it. */
export const ChevronIcon = () => (
  <Icon>
    <path d="m4.5 6 3.5 4 3.5-4" />
  </Icon>
)

export const PlanIcon = () => (
  <Icon>
    <path d="M3 12.5 6.5 8l2.5 2.5L13 4M9.8 3.8H13V7" />
  </Icon>
)

export const CheckIcon = () => (
  <Icon>
    <path d="M3 3.5h10M3 8h6M3 12.5h4M10.5 11l1.6 1.8L15 9.5" />
  </Icon>
)
