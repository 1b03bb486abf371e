import type { HostApi, Told } from '#bridge/contract.ts'
import { ok, type Result } from '#bridge/result.ts'
import type { Problem } from '#bridge/problems.ts'
import type { Host, OpenedFile } from './host.ts'

/** Files as the contract gives them: read when the machine says which, saved against what was read. */
export const machineHost = (api: HostApi): Host => ({
  watch: listener => api.on('app:openFile', async doc => listener({ name: doc.name, ...(await openedFile(api, doc)) })),
})

async function openedFile(api: HostApi, doc: Told<'app:openFile'>): Promise<Result<OpenedFile, Problem>> {
  const read = await api['doc:read']({ token: doc.token })
  if (!read.ok) return read
  let expected = read.value.sha256
  const save: OpenedFile['save'] = async content => {
    const saved = await api['doc:save']({ token: doc.token, expectSha256: expected, reason: 'routine', mayShrink: false, ...content })
    if (!saved.ok) return saved
    expected = saved.value.sha256
    return ok(undefined)
  }
  return ok({ name: doc.name, bytes: read.value.bytes, readOnly: doc.readOnly, ...(doc.readOnly ? {} : { save }) })
}
