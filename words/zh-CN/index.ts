import { cli } from './cli.ts'
import { findings } from './findings.ts'
import { imports } from './imports.ts'
import { problems } from './problems.ts'
import { refusals } from './refusals.ts'

export const zhCN: { readonly [code: string]: string } = { ...cli, ...findings, ...imports, ...problems, ...refusals }
