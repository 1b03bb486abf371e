import { ok, type Result } from '../../../../model/base/result.ts'
import { Result as Again } from '../../../../model/base/result.ts'
import { err } from '../../../../model/base/result'
export enum Colour { red }
export class Point { constructor(readonly x: number) {} }
export namespace Inner { export const one = 1 }
export const first = (list: readonly string[]): string => list[0]
export const optional: { readonly a?: string } = { a: undefined }
export const untyped = (value) => value
export const nothing: string = null
export class Base { act(): void {} }
export class Derived extends Base { act(): void {} }
export function sometimes(yes: boolean): number | undefined { if (yes) return 1 }
export function falls(x: number): void { switch (x) { case 1: void x; case 2: break } }
export function unused(): void { const left = 1 }
export function unusedToo(left: number): void {}
export const fine: Result<number, string> = ok(1) ?? (err('x') as Again<number, string>)
