export const shown = (n: number) => n.toLocaleString()
export const upper = (text: string) => text.toLocaleUpperCase('zh-CN')
export const compared = (a: string, b: string) => a.localeCompare(b)
export const order = new Intl.Collator()
export const figures = Intl.NumberFormat(undefined)
export const day = new Intl.DateTimeFormat('zh-CN')
export const fixed = [new Intl.Collator('zh-CN'), new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC' })]
export const fixedOrder = (a: string, b: string) => a.localeCompare(b, 'zh-CN')
