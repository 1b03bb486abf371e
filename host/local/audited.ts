import type { CallName } from '#bridge/names.ts'
import type { Problem } from '#bridge/problems.ts'
import type { Result } from '#bridge/result.ts'
import { type AuditEvent, recordEvent } from '../core/audit-log.ts'
import type { Machine } from '../core/machine.ts'

/** The calls that leave a line in the audit log: what they are called there. Source: reliability §2.5 (9), G4. */
const recorded: Readonly<Partial<Record<CallName, AuditEvent>>> = {
  'doc:openDialog': 'open',
  'doc:openRecent': 'open',
  'doc:save': 'save',
  'doc:saveAs': 'save',
  'import:open': 'import',
  'export:save': 'export',
  'journal:read': 'recover',
}

/** Notes what was done or refused, by the document's id where the call has one. A log that cannot be written stops nothing. */
export async function recordCall(
  machine: Machine,
  folder: string,
  call: { readonly name: string; readonly input: unknown },
  answer: Result<unknown, Problem>,
): Promise<void> {
  const event = Object.entries(recorded).find(([name]) => name === call.name)?.[1]
  const isForeign = !answer.ok && answer.error.code === 'not-understood'
  if (event === undefined && !isForeign) return
  const entry = { event: isForeign ? 'refused' : (event ?? 'refused'), object: objectOf(call.input), result: resultOf(answer) } as const
  await recordEvent(machine, folder, entry)
}

const resultOf = (answer: Result<unknown, Problem>): string => (answer.ok ? 'ok' : answer.error.code)

function objectOf(input: unknown): string {
  const id = typeof input === 'object' && input !== null && 'docId' in input ? input.docId : undefined
  return typeof id === 'string' ? id.slice(0, 100) : ''
}
