/** Names that break SQL, paths, keys or eyes; together with numbers and lengths they make as many as are asked for. */
const seeds = [
  'name"; DROP TABLE victim; --',
  "name'); DROP TABLE victim; --",
  '"quoted" "twice"',
  "it's ''both''",
  'semi;colon;',
  '-- comment',
  '/* comment */',
  '*/ DROP TABLE victim /*',
  '$$dollar$$ $tag$',
  'back\\slash \\x27 \\',
  "E'\\x27'",
  'U&"\\0041"',
  'select',
  'SELECT',
  'table',
  'user',
  'order',
  'constructor',
  '__proto__',
  'toString',
  'null',
  'con',
  'NUL',
  'com1',
  '../../etc/passwd',
  'C:\\evil',
  'a/b\\c:d*e?f"g<h>i|j',
  ' 前后空格 ',
  '\u202eevil\u202c 双向',
  '\u200f右到左\u200e',
  'שלום עולם',
  'مرحبا',
  '👨‍👩‍👧‍👦 家庭',
  '🏳️‍🌈',
  '𠮷野家',
  '葛󠄀城区',
  'e\u0301 组合',
  'ＡＢＣ全角',
  '制表\t换行\n第二行',
  '\u2028行\u2029段',
  '\uFEFF有标记',
  '\uFFFD',
  '=HYPERLINK("x")',
  '+1 @SUM -2',
  '{{template}} ${expr} #{id}',
  '<script>alert(1)</script>',
  '&amp; ]]>',
  '%s %d %n %00',
  'yes',
  '0123',
  '1e3',
  '~0 ~1 / pointer',
  '资产编号',
  'İstanbul',
  'straße',
] as const

const long = '这是一个很长很长的名称要超过六十三个字节才会被数据库悄悄截断所以必须由我们自己处理'

const longLatin = 'a_rather_long_english_name_that_goes_on_beyond_the_sixty_three_bytes_of_an_identifier'

/** So many different names; a third of them beyond 63 bytes and the same up to there, a sixth the same after folding. */
export function hostileNames(count: number): string[] {
  const names = new Set<string>(seeds)
  for (let number = 0; names.size < count; number++) {
    const seed = seeds[number % seeds.length] ?? ''
    switch (number % 6) {
      case 0:
        names.add(`${long}${seed}${number}`)
        break
      case 1:
        names.add(`${longLatin}_${number}`)
        break
      case 2:
        names.add(`Folded_${String(Math.floor(number / 12))}${number % 12 < 6 ? '' : '_'}`)
        break
      case 3:
        names.add(`folded_${String(Math.floor(number / 12))}`)
        break
      default:
        names.add(`${seed}${number}`)
    }
  }
  return [...names]
}
