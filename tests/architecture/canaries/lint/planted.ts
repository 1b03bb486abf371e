import { ping } from './cycle.ts'
export const pong = ping
export default pong
const later = async (): Promise<number> => 1
export const untyped: any = 1
export function floating(): void {
  later()
}
export const misused = [1].filter(async one => one > (await later()))
export const awaited = async (): Promise<number> => await 1
export function chosen(sort: 'a' | 'b'): number {
  switch (sort) {
    case 'a':
      return 1
  }
  return 2
}
export function thrown(): never {
  throw 'text'
}
export const asserted = (text: string): string => text as string
/** @deprecated gone soon */
export const old = 1
export const usesOld = old
// @ts-ignore
export const ignored = 1
export function swallowed(): void {
  try {
    void later()
  } catch {}
}
var loose = 1
let fixed = 2
export const equal = loose == fixed
console.log(equal)
// TODO write this
export function deep(list: readonly number[]): number {
  for (const a of list) {
    for (const b of list) {
      if (a > b) {
        if (a > 1) return a
      }
    }
  }
  return 0
}
export const many = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e
export const required = require('node:fs')
