import { location } from './location.ts'
import type { document } from './names.ts'
type Read = (document: string) => typeof location
export function check(document: string, { window = 1, ...history }: Record<string, number>): number {
  for (const screen of [document]) if (screen === document) return window
  try {
    const process = { document, crypto: 1 }
    return process.crypto
  } catch (self) {
    return [self, history, location].length
  }
}
export const read: Read = document => [document].map(console => console) && location
export class Record { fetch(process: string): string { return this.fetch(process) } }
