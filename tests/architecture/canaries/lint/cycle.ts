import { pong } from './planted.ts'
export const ping = 1
export const again = (): number => pong
