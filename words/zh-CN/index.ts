import { cli } from './cli.ts'
import { conflicts } from './conflicts.ts'
import { findings } from './findings.ts'
import { formulas } from './formulas.ts'
import { imports } from './imports.ts'
import { problems } from './problems.ts'
import { refusals } from './refusals.ts'
import { screenParts } from './screen-parts.ts'
import { screens } from './screens.ts'
import { scaffold } from './scaffold.ts'
import { scaffoldCommand } from './scaffold-command.ts'
import { serve } from './serve.ts'

export const zhCN: { readonly [code: string]: string } = {
  ...cli,
  ...conflicts,
  ...findings,
  ...formulas,
  ...imports,
  ...problems,
  ...refusals,
  ...scaffold,
  ...scaffoldCommand,
  ...screenParts,
  ...screens,
  ...serve,
}
