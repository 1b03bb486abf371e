import type { ReactNode } from 'react'

/** Title of a page with a sentence below and what stands at its right. */
export const PageHead = ({ title, sub, children }: { readonly title: string; readonly sub: string; readonly children?: ReactNode }) => (
  <div className="page-head">
    <div>
      <h1>{title}</h1>
      <p className="sub">{sub}</p>
    </div>
    {children}
  </div>
)
