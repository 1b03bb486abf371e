import { SaxesParser } from 'saxes'
import { ok, type Result } from '#model/base/result.ts'
import { foreignXml, type XmlLimits } from './limits.ts'
import { problem, type ReadingProblem } from './problems.ts'

/** The value of an attribute of the element just opened, by its name without prefix; only valid during that call. */
export type AttributeReader = (name: string) => string | undefined

/** What happens while XML is read. Names come without their prefix, since producers choose prefixes freely. */
export interface XmlListener {
  readonly open?: (name: string, attribute: AttributeReader) => void
  /** Text and CDATA between two tags; may come in several pieces. */
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Asked now and then: reading ends quietly, and what follows stays unchecked, as soon as it says so. */
  readonly isDone?: () => boolean
}

/** Whole bytes, or a source that gives them piece by piece for as long as `take` answers true. */
export type XmlSource = Uint8Array | ((take: (piece: Uint8Array) => boolean) => Result<undefined, ReadingProblem>)

/** Bytes decoded and parsed at once, so that a large part never stands in memory twice. */
const SLICE = 1 << 16

/** Encodings of one byte order that a declaration may name; those of two need a mark. */
const utf16 = /^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/iu

/** What is known while reading; one object, for its functions run millions of times. */
interface Progress {
  found: ReadingProblem | undefined
  isDone: boolean
  depth: number
  elements: number
  /** UTF-16 units since something last happened: no tag, text or comment may be longer. */
  pending: number
}

const fail = (progress: Progress, ...found: Parameters<typeof problem>): void => {
  progress.found ??= problem(...found).error
}

const isGoing = ({ found, isDone }: Progress): boolean => found === undefined && !isDone

/**
 * Reads XML with limits on depth, attributes, lengths and counts. A document type or a processing instruction is refused, so
 * there are no entities to expand; what comes after a problem is not reported to the listener. Source: reliability I3.
 */
export function readXml(source: XmlSource, listener: XmlListener, most: XmlLimits = foreignXml): Result<undefined, ReadingProblem> {
  const progress: Progress = { found: undefined, isDone: false, depth: 0, elements: 0, pending: 0 }
  const parser = openParser(progress, listener, most)
  let decode: Decode | undefined
  const parse = (bytes?: Uint8Array): void => {
    const text = decode?.(bytes)
    if (text === undefined) return fail(progress, 'unknown-encoding')
    progress.pending += text.length
    parser.write(text)
    if (progress.pending > most.text) fail(progress, 'xml-limit', { what: 'text' })
    if (listener.isDone?.() === true) progress.isDone = true
  }
  const feed = (piece: Uint8Array): boolean => {
    decode ??= decoderFor(piece)
    for (let at = 0; at < piece.length && isGoing(progress); at += SLICE) parse(piece.subarray(at, at + SLICE))
    return isGoing(progress)
  }
  if (source instanceof Uint8Array) feed(source)
  else {
    const given = source(feed)
    if (!given.ok) return given
  }
  decode ??= decoderFor(new Uint8Array())
  if (isGoing(progress)) parse()
  if (isGoing(progress)) parser.close()
  return progress.found === undefined ? ok(undefined) : { ok: false, error: progress.found }
}

function openParser(progress: Progress, listener: XmlListener, most: XmlLimits): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const attributes = openAttributes(most)
  const take = (text: string): void => {
    progress.pending = 0
    if (text.length > most.text) fail(progress, 'xml-limit', { what: 'text' })
    if (progress.found === undefined) listener.text?.(text)
  }
  parser.on('doctype', () => fail(progress, 'xml-forbidden', { what: 'DOCTYPE' }))
  parser.on('processinginstruction', () => fail(progress, 'xml-forbidden', { what: 'PI' }))
  parser.on('error', ({ message }) => fail(progress, 'xml-broken', { detail: message.slice(0, 120) }))
  parser.on('opentagstart', attributes.forget)
  parser.on('attribute', ({ name, value }) => {
    const tooMuch = attributes.take(name, value)
    if (tooMuch !== undefined) fail(progress, 'xml-limit', { what: tooMuch })
  })
  parser.on('opentag', ({ name }) => {
    progress.pending = 0
    if (++progress.depth > most.depth) fail(progress, 'xml-limit', { what: 'depth' })
    if (++progress.elements > most.elements) fail(progress, 'xml-limit', { what: 'elements' })
    if (progress.found === undefined) listener.open?.(local(name), attributes.read)
  })
  parser.on('closetag', ({ name }) => {
    progress.pending = 0
    progress.depth--
    if (progress.found === undefined) listener.close?.(local(name))
  })
  parser.on('comment', () => {
    progress.pending = 0
  })
  if (listener.text) {
    parser.on('text', take)
    parser.on('cdata', take)
  }
  return parser
}

const local = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

interface Attributes {
  readonly forget: () => void
  /** What is too much about them now, if anything. */
  readonly take: (name: string, value: string) => string | undefined
  readonly read: AttributeReader
}

/** One list for all elements: nothing is made per element, of which a sheet has millions, and most have two attributes. */
function openAttributes(most: XmlLimits): Attributes {
  const names: string[] = []
  const values: string[] = []
  let count = 0
  return {
    forget() {
      count = 0
    },
    take(name, value) {
      if (count >= most.attributes) return 'attributes'
      if (value.length > most.attribute) return 'attribute'
      names[count] = name
      values[count] = value
      count++
      return undefined
    },
    read(name) {
      for (let at = 0; at < count; at++) if (names[at] === name) return values[at]
      for (let at = 0; at < count; at++) if (isPrefixed(names[at] ?? '', name)) return values[at]
      return undefined
    },
  }
}

const isPrefixed = (name: string, local: string): boolean =>
  name.length > local.length && name.charCodeAt(name.length - local.length - 1) === COLON && name.endsWith(local)

const COLON = 0x3a

/** The text of the next bytes, of the last ones where there are none; undefined when they are not of the encoding. */
type Decode = (bytes?: Uint8Array) => string | undefined

function decoderFor(head: Uint8Array): Decode {
  const decoder = openDecoder(encodingOf(head))
  return bytes => {
    try {
      return bytes === undefined ? decoder?.decode() : decoder?.decode(bytes, { stream: true })
    } catch {
      // The decoder throws at the first byte that is not of its encoding.
      return undefined
    }
  }
}

function openDecoder(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    // The declaration names an encoding that nobody knows.
    return undefined
  }
}

/** By its mark, else by what its first line names; UTF-8 otherwise. Source: XML 1.0, appendix F. */
function encodingOf(head: Uint8Array): string {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return 'utf-16le'
  if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c)) return 'utf-16be'
  const line = String.fromCharCode(...head.subarray(0, 200))
  const named = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/u.exec(line)?.[1]
  // Bytes that could be read this far are not UTF-16, whatever they say.
  return named === undefined || utf16.test(named) ? 'utf-8' : named
}
