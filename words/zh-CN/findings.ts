import { dataTexts } from './findings/data.ts'
import { decompositionTexts } from './findings/decomposition.ts'
import { generalTexts } from './findings/general.ts'
import { processTexts } from './findings/process.ts'
import { byCode } from './findings/rule-texts.ts'
import { sharingTexts } from './findings/sharing.ts'

/** What rules found: what, where, what to do; beside it why, and how it looks when it is right. */
export const findings: { readonly [code: string]: string } = {
  ...byCode(decompositionTexts),
  ...byCode(processTexts),
  ...byCode(dataTexts),
  ...byCode(sharingTexts),
  ...byCode(generalTexts),
  'program/rule-failed': '检查规则 {rule} 在「{name}」上出错，这一条没有查成。其他检查不受影响，请把本文件和规则编号反馈给我们。',
}
