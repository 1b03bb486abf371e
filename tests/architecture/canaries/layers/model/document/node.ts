import { readFileSync } from 'node:fs'
import { writeFileSync } from 'fs'
export const both = [readFileSync, writeFileSync]
