import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pageHeaders, readManifest } from '#host/local/static-files.ts'

export interface Served {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Serves the built page on the loopback, with the files and headers of the shell and nothing else. */
export async function serve(folder: string): Promise<Served> {
  const files = await readManifest(folder)
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (file === undefined) response.writeHead(404).end()
    else response.writeHead(200, { ...pageHeaders, 'content-type': file.type }).end(file.bytes)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}
