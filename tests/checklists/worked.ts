import { expect } from 'vitest'
import type { DocumentState } from '#model/document/lookups.ts'
import type { Element } from '#model/schema/element.ts'
import { type CameBack, fileOf, type Grid, gridsOf, handOut, openSheet, stateOf, takeBack, type Wish, workedModel } from './handed-out.ts'

export const ITEMS = '业务事项清单'
export const FIRST = '农村集体资产年度清查登记'
export const SECOND = '成员股权信息记载与变更'

/** The worked model, with a due date and a code that looks like a number. */
export const elements: readonly Element[] = workedModel().map(one => {
  if (one.id === 'item-01') return { ...one, due: '2026-03-05' }
  return one.id === 'dr-02' ? { ...one, code: '007' } : one
})

export const state: DocumentState = stateOf(elements)

export const bytes: Uint8Array = await handOut(state)

/** What comes back after people did something to the sheets. */
export async function after(mischief: (grids: Grid[]) => void, wish: Wish & { readonly state?: DocumentState } = {}): Promise<CameBack> {
  const grids = gridsOf(bytes)
  mischief(grids)
  const { state: now = state, ...rest } = wish
  return takeBack([await fileOf(grids)], now, rest)
}

/** The same for the sheet of items. */
export const items = (mischief: (sheet: ReturnType<typeof openSheet>) => void, wish: Wish & { readonly state?: DocumentState } = {}) =>
  after(grids => mischief(openSheet(grids, ITEMS)), wish)

/** Codes of the warnings. */
export const codes = (back: CameBack): readonly string[] => back.warnings.map(one => one.code)

/** What the report says of changes, one line each. */
export const changed = (back: CameBack): readonly string[] =>
  back.compared.changes.map(one => `${one.sort} ${one.name} ${one.column} ${one.before} → ${one.after}`)

/** The report says that nothing is to be done. */
export function expectNothing(back: CameBack): void {
  expect(changed(back)).toEqual([])
  expect(back.compared.conflicts).toEqual([])
  expect(back.refused).toEqual([])
  expect(back.delta.size).toBe(0)
}
