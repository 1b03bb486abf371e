import { operations } from '../operations/index.ts'
import { build } from '#tests/support/build.ts'
import { readFileSync } from 'node:fs'
export const all = [operations, build, readFileSync]
