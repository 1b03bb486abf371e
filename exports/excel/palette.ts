import type { CellLook } from '../writing/workbook.ts'
import type { Checklist } from './checklists.ts'

/** Indigo is the left leg, teal the right leg, grey what is only referred to; as on screen. */
export interface Palette {
  readonly strong: string
  readonly soft: string
}

export const palettes: { readonly [leg in Checklist['leg']]: Palette } = {
  left: { strong: '3457B1', soft: 'E9EEFB' },
  right: { strong: '0B8078', soft: 'E2F4F1' },
  reference: { strong: '4A5468', soft: 'EEF1F6' },
}

const line = 'C9D1E0'

const ink = '1D2433'

export const looks = {
  title: (palette: Palette): CellLook => ({ bold: true, size: 16, ink: palette.strong }),
  hint: { ink: '636C80', size: 9 } satisfies CellLook,
  required: (palette: Palette): CellLook => ({
    bold: true,
    ink: 'FFFFFF',
    fill: palette.strong,
    wrap: true,
    align: 'center',
    border: line,
  }),
  optional: (palette: Palette): CellLook => ({ bold: true, ink, fill: palette.soft, wrap: true, align: 'center', border: line }),
  body: { ink, wrap: true, border: line } satisfies CellLook,
  centred: { ink, wrap: true, border: line, align: 'center' } satisfies CellLook,
  number: { ink, border: line, align: 'right' } satisfies CellLook,
  plain: { ink, wrap: true } satisfies CellLook,
} as const
