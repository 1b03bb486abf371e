import { textIn } from '#model/method/reading.ts'
import type { Element } from '#model/schema/element.ts'
import type { Wording } from '#model/wording/index.ts'
import { highest } from '../data-sets/data-sets-of.ts'
import { isPersonalDatum } from '../data-sets/describe.ts'
import type { BundleHead } from './bundle.ts'

interface About {
  readonly document: Element | undefined
  readonly scope: Element | undefined
  readonly zone: string
  /** Resources and data items that the bundle says anything of. */
  readonly contents: readonly Element[]
}

/** What a bundle says of itself. Its level is the highest of its contents. Source: reliability G2. */
export function headOf({ document, scope, zone, contents }: About, wording: Wording): BundleHead {
  return {
    document: {
      id: document?.id ?? '',
      name: document?.name ?? '业务协同模型',
      version: textIn(document, 'version') || null,
      illustrative: document?.['illustrative'] === true,
    },
    scope: scope ? { kind: scope.kind, element: scope.id, name: scope.name } : null,
    zone: zone === '' ? null : { value: zone, label: wording.labelOf('networkZone', zone) },
    securityLevel: highest(contents.map(one => textIn(one, 'securityLevel'))) || null,
    personalInformation: contents.some(isPersonalDatum),
  }
}

/** The same in words: the level, the line of marks, and the head of a file of text. */
export interface Told {
  readonly levelInWords: string
  /** Scope, network and level, as every file that a person opens shows them. */
  readonly marks: string
  readonly head: readonly string[]
}

export function toldOf({ document, scope, zone, securityLevel, personalInformation }: BundleHead, wording: Wording): Told {
  const levelInWords = securityLevel === null ? '' : wording.labelOf('securityLevel', securityLevel)
  const level = `${levelInWords || '未填写'}${personalInformation ? '，含个人信息' : ''}`
  const marks = `范围：${scope?.name ?? '整份模型'}；网络环境：${zone?.label ?? '未填写'}；最高安全级别：${level}`
  const title = `${document.name}${document.version === null ? '' : ` ${document.version}`}`
  return { levelInWords, marks, head: [title, marks, ...(document.illustrative ? ['机构、代码、数值均为示意'] : [])] }
}
