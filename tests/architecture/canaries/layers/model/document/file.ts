import { read } from '../file/read.ts'
export const file = read
