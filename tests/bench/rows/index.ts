import type { Row } from '../row.ts'
import { fullCheck, recheck } from './analysis.ts'
import { diffLoaded, diffShared, mergeThree } from './compare.ts'
import { needs, rename, undoRedo } from './edit.ts'
import { excelBack, excelChecklists, excelRead, excelWrite } from './excel.ts'
import { formulaParse, formulaValues } from './formula.ts'
import { memory, openFile, saveAgain, saveFile } from './file.ts'
import { plan, readinessFull, readinessOne } from './readiness.ts'
import { searchBuild, searchTyping, searchUpdate } from './search.ts'

/** The lines of the report, in the order of `docs/benchmarks.md`. */
export const rows: readonly Row[] = [
  openFile,
  saveFile,
  saveAgain,
  memory,
  rename,
  needs,
  undoRedo,
  fullCheck,
  recheck,
  readinessFull,
  readinessOne,
  plan,
  searchTyping,
  searchBuild,
  searchUpdate,
  diffLoaded,
  diffShared,
  mergeThree,
  formulaParse,
  formulaValues,
  excelChecklists,
  excelBack,
  excelWrite,
  excelRead,
]
