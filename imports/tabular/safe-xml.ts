import { SaxesParser } from 'saxes'
import { ok, type Result } from '#model/base/result.ts'
import { limits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'

/** What happens while XML is read. Names come without their prefix, since producers choose prefixes freely. */
export interface XmlListener {
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Reading stops quietly as soon as this says so. */
  readonly isDone?: () => boolean
}

/** Bytes decoded at once, so that a large part never stands in memory twice. */
const SLICE = 1 << 18

class Stop extends Error {
  readonly found: ReadingProblem | undefined

  constructor(found?: ReadingProblem) {
    super('stop')
    this.found = found
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const stop = (code: ReadingProblem['code'], values: ReadingProblem['values'] = {}): never => {
  throw new Stop(problem(code, values).error)
}

/**
 * Reads XML with limits on depth, attributes and texts. A document type or a processing instruction is refused, so there
 * are no entities to expand. Source: reliability I3.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): Result<undefined, ReadingProblem> {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  let texts = 0
  parser.on('doctype', () => stop('xml-forbidden', { what: 'DOCTYPE' }))
  parser.on('processinginstruction', () => stop('xml-forbidden', { what: 'PI' }))
  parser.on('error', error => stop('xml-broken', { detail: error.message.slice(0, 120) }))
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > limits.xmlDepth) stop('xml-limit', { what: 'depth' })
    const entries = Object.entries(attributes as Record<string, string>)
    if (entries.length > limits.xmlAttributes) stop('xml-limit', { what: 'attributes' })
    texts = 0
    listener.open?.(local(name), new Map(entries.map(([key, value]) => [local(key), value] as const)))
  })
  const take = (text: string): void => {
    texts += text.length
    if (texts > limits.xmlText) stop('xml-limit', { what: 'text' })
    listener.text?.(text)
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', ({ name }) => {
    depth--
    listener.close?.(local(name))
    if (listener.isDone?.()) throw new Stop()
  })
  try {
    write(parser, bytes)
    return ok(undefined)
  } catch (error) {
    if (!(error instanceof Stop)) return problem('xml-broken', { detail: error instanceof Error ? error.message.slice(0, 120) : '' })
    return error.found ? { ok: false, error: error.found } : ok(undefined)
  }
}

function write(parser: SaxesParser, bytes: Uint8Array): void {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const decoder = new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : declaredEncoding(bytes), { fatal: true })
  for (let at = 0; at < bytes.length; at += SLICE) parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }))
  parser.write(decoder.decode())
  parser.close()
}

/** The encoding the first line names, where it is one that offices use. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 120))
  const named = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_-]+)["']/u.exec(head)?.[1]?.toLowerCase()
  return named !== undefined && ['gbk', 'gb2312', 'gb18030', 'big5', 'utf-8'].includes(named) ? named : 'utf-8'
}
