import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { ok } from '#model/base/result.ts'
import { foreignXml } from './limits.ts'
import { readXml, type XmlSource } from './safe-xml.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a listener hears, as one line. */
function heard(source: XmlSource, attributes: readonly string[] = ['id']): string {
  const found: string[] = []
  const result = readXml(source, {
    open(name, attribute) {
      found.push(`<${name}${attributes.map(one => (attribute(one) === undefined ? '' : ` ${one}=${attribute(one)}`)).join('')}>`)
    },
    text(text) {
      found.push(text)
    },
    close(name) {
      found.push(`</${name}>`)
    },
  })
  return result.ok ? found.join('') : `${result.error.code} ${JSON.stringify(result.error.values)}`
}

const deep = `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`
const many = `<a ${Array.from({ length: 200 }, (_, index) => `n${index}="1"`).join(' ')}/>`

const payloads: readonly (readonly [what: string, xml: string, code: RegExp])[] = [
  ['entities that grow', `<!DOCTYPE a [<!ENTITY x "${'y'.repeat(50_000)}">]><a>${'&x;'.repeat(20_000)}</a>`, /^xml-forbidden/u],
  ['entities of entities', '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><a>&lol2;</a>', /^xml-forbidden/u],
  ['an outer entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', /^xml-forbidden/u],
  ['a document type alone', '<!DOCTYPE a SYSTEM "http://evil.test/a.dtd"><a/>', /^xml-forbidden/u],
  ['an instruction', '<?xml-stylesheet href="http://evil.test/a.xsl"?><a/>', /^xml-forbidden/u],
  ['an unknown entity', '<a>&nbsp;</a>', /^xml-broken/u],
  ['300 levels', deep, /^xml-limit .*depth/u],
  ['200 attributes', many, /^xml-limit .*attributes/u],
  ['an attribute of 100,000 signs', `<a n="${'x'.repeat(100_000)}"/>`, /^xml-limit .*attribute/u],
  ['a text of 2 million signs', `<a>${'x'.repeat(2_000_000)}</a>`, /^xml-limit .*text/u],
  ['a comment of 2 million signs', `<!--${'x'.repeat(2_000_000)}--><a/>`, /^xml-limit .*text/u],
  ['a name of 2 million signs', `<${'x'.repeat(2_000_000)}/>`, /^xml-limit .*text/u],
  ['a tag that is not closed', '<a><b></a>', /^xml-broken/u],
  ['an attribute twice', '<a n="1" n="2"/>', /^xml-broken/u],
  ['a control character', '<a>&#0;</a>', /^xml-broken/u],
  ['two roots', '<a/><b/>', /^xml-broken/u],
  ['nothing', '', /^xml-broken/u],
]

/** Milliseconds after which reading counts as a hang; the aim is 300 ms. */
const HANG = 5000

describe('[I3] hostile XML', () => {
  const times: number[] = []
  afterAll(() => console.log(`[I3] ${times.length} payloads, slowest ${Math.round(Math.max(...times))} ms`))

  test.each(payloads)('%s is refused', (_, xml, code) => {
    const bytes = utf8(xml)
    const started = performance.now()
    expect(heard(bytes)).toMatch(code)
    times.push(performance.now() - started)
    expect(times.at(-1)).toBeLessThan(HANG)
  })

  test('there are at least 10', () => expect(payloads.length).toBeGreaterThanOrEqual(10))

  test('[I4] names of prototypes are names like others', () => {
    expect(heard(utf8('<__proto__ id="1" __proto__="polluted" constructor="x"/>'), ['id', '__proto__', 'constructor', 'toString'])).toBe(
      '<__proto__ id=1 __proto__=polluted constructor=x></__proto__>',
    )
  })
})

describe('XML', () => {
  test('prefixes are left out, of elements and of attributes; text and CDATA are one', () => {
    const xml = '<?xml version="1.0"?><x:a xmlns:x="u" x:id="1"><!-- no --><b id="2" x:id="3">一&lt;<![CDATA[<二>]]>&#x4E09;</b></x:a>'
    expect(heard(utf8(xml))).toBe('<a id=1><b id=2>一<<二>三</b></a>')
  })

  test('an attribute whose name only ends alike is not taken for another', () => {
    expect(heard(utf8('<a bid="1" x-id="2"/>'))).toBe('<a></a>')
  })

  test('how bytes are cut into pieces makes no difference', () => {
    const xml = utf8('<?xml version="1.0" encoding="UTF-8"?><甲 id="乙𠮷"><b>丙&amp;<![CDATA[丁]]></b><!--x--><c/></甲>')
    const whole = heard(xml)
    expect(whole).toBe('<甲 id=乙𠮷><b>丙&丁</b><c></c></甲>')
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), lengths => {
        const pieces: XmlSource = take => {
          // The declaration comes in one piece, as it does from every archive.
          let [from, to] = [0, 40]
          for (let turn = 0; from < xml.length; turn++) {
            take(xml.subarray(from, to))
            ;[from, to] = [to, to + (lengths[turn % lengths.length] ?? 1)]
          }
          return ok(undefined)
        }
        expect(heard(pieces)).toBe(whole)
      }),
    )
  })

  test('encodings: marks of UTF-16, declarations, and those that are not true', () => {
    const utf16 = (text: string, isLittle: boolean): Uint8Array =>
      Uint8Array.from(
        Array.from(text)
          .flatMap(sign => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8])
          .map((_, at, all) => all[isLittle ? at : at ^ 1] ?? 0),
      )
    expect(heard(utf16('\uFEFF<a>甲</a>', true))).toBe('<a>甲</a>')
    expect(heard(utf16('\uFEFF<a>甲</a>', false))).toBe('<a>甲</a>')
    expect(heard(utf16('<a>甲</a>', true))).toBe('<a>甲</a>')
    expect(heard(utf8('\uFEFF<a>甲</a>'))).toBe('<a>甲</a>')
    expect(heard(utf8('<?xml version="1.0" encoding="UTF-16"?><a>甲</a>'))).toBe('<a>甲</a>')
    const gbk = [...utf8('<?xml version="1.0" encoding="GB2312"?><a>'), 0xbc, 0xd7, ...utf8('</a>')]
    expect(heard(Uint8Array.from(gbk))).toBe('<a>甲</a>')
    expect(heard(Uint8Array.from(gbk.filter(byte => byte !== 0xd7)))).toMatch(/^unknown-encoding/u)
    expect(heard(utf8('<?xml version="1.0" encoding="klingon"?><a/>'))).toMatch(/^unknown-encoding/u)
    expect(heard(Uint8Array.from([0x3c, 0x61, 0x3e, 0xff]))).toMatch(/^unknown-encoding/u)
  })

  test('[I3] elements have an end', () => {
    const xml = utf8(`<a>${'<b/>'.repeat(1000)}</a>`)
    expect(readXml(xml, {}, { ...foreignXml, elements: 1001 })).toStrictEqual(ok(undefined))
    expect(readXml(xml, {}, { ...foreignXml, elements: 1000 })).toMatchObject({
      error: { code: 'xml-limit', values: { what: 'elements' } },
    })
  })

  test('reading ends quietly when the listener has enough', () => {
    let count = 0
    const xml = utf8(`<a>${'<b/>'.repeat(200_000)}`)
    expect(readXml(xml, { open: () => void count++, isDone: () => count > 10 }).ok).toBe(true)
    expect(count).toBeLessThan(50_000)
  })
})
