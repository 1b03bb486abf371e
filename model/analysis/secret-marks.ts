/** A mark of a state secret, as it was written. */
export interface SecretMark {
  readonly text: string
  /** Only the level stands there: a mark by itself, a value where other levels stand beside it. */
  readonly isBare: boolean
}

const level = '(?:绝密|絕密|机密|機密|秘密)'

/** What may follow a level that stands for a whole document. */
const what = '(?:文件|文書|资料|材料|事项|信息|内容|件)'

const period = '(?:\\d{1,3}(?:年|个月|月|天|日)|长期|長期|永久)'

/** Secrets of trade, of work and of persons are no state secrets. */
const ofState = '(?<!商业|商業|技术|技術|工作|个人|個人|企业|审判|通信|职业)'

/** Whatever ends a line or a clause. */
const end = '(?=$|[\\n,.;:!?。、()\\[\\]【】〔〕「」|]|级?★)'

/**
 * Marks as documents carry them: level and period around a star, a heading that names a level, a level in brackets at either end of
 * a line, a level with its period or urgency or number on a line of its own, a sentence that says it of the document.
 * Source: GB/T 9704—2012, 7.2.2; 《国家秘密定密管理暂行规定》.
 */
const marks: readonly RegExp[] = [
  `${ofState}${level}级?[★☆⭐✩✭]`,
  `${ofState}${level}级?\\*${period}`,
  `[★☆⭐✩✭]${level}级?(?!\\p{Script=Han})`,
  `(?:密级|涉密等级|涉密级别|保密等级|保密级别|秘密等级|定密级别)(?:(?:和|及|与)保密期限|标识|标志)?(?:[:=]|为|是|[【\\[(「])[【\\[(「]?${level}级?(?!级?[、,/|或和及与至到])${end}`,
  `(?:^|\\n)[【\\[(〔「<《]${level}级?${what}?(?:★[^\\n]{0,12})?[】\\])〕」>》]`,
  `[【\\[(〔「<]${level}级?${what}?[】\\])〕」>](?=$|\\n)`,
  `(?:^|\\n)(?:特急|加急|平急|急件|特提)[·、,/]?${level}级?(?=$|\\n)`,
  `(?:^|\\n)${level}级?[·、,/]?(?:特急|加急|平急|急件|特提)(?=$|\\n)`,
  `(?:^|\\n)${level}级?[·,:\\-—(]*(?:保密期限)?[:(]?${period}\\)?(?=$|\\n)`,
  `(?:^|\\n)${level}级?${what}?(?:编号|[:·,\\-—])*(?:第|No\\.?|№)?\\d{1,8}号?(?=$|\\n)`,
  `(?:本|此|该)(?:文件|文档|资料|材料|表|清单|件|信息|内容|报告|数据)[^\\n。不非未无]{0,6}(?:属于|属|为|是|系|定为)(?:国家)?${level}级?${what}?${end}`,
].map(pattern => new RegExp(pattern, 'u'))

/** A line with nothing but the level. */
const bare = new RegExp(`^[※*·\\-—]*(${level})级?${what}?!?$`, 'u')

/** Nearly every text is done with after this one look. */
const names = /[绝絕机機秘]/u

/** Blanks that typesetters put between signs, and signs nobody sees. */
const blanks = /[^\S\n]+|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

/**
 * The mark of a state secret in a text; `others` are words that an administrator added. A text that lists several levels is about
 * levels and carries none. Source: reliability G1.
 */
export function secretMarkIn(text: string, others: readonly string[] = []): SecretMark | undefined {
  const other = others.find(word => word !== '' && text.includes(word))
  if (other !== undefined) return { text: other, isBare: false }
  if (!names.test(text)) return undefined
  const squeezed = text.normalize('NFKC').replaceAll(blanks, '')
  for (const mark of marks) {
    const found = mark.exec(squeezed)
    if (found) return { text: shown(found[0]), isBare: false }
  }
  const levels = new Set(squeezed.split('\n').flatMap(line => bare.exec(line)?.[1] ?? []))
  const [only] = levels
  return only !== undefined && levels.size === 1 ? { text: only, isBare: true } : undefined
}

const shown = (found: string): string => found.replaceAll('\n', '').slice(0, 40)
