import type { IncomingMessage } from 'node:http'

/** The whole of a message; undefined when it is larger than it may be, of which no more is read. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined
  const parts: Buffer[] = []
  let size = 0
  // What is left stays unread, and the connection open for the answer.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.byteLength
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
