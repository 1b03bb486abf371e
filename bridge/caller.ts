import { calls, type Call, type HostApi } from './contract.ts'
import { type CallName, callNames } from './names.ts'
import { Problem } from './problems.ts'
import { err, ok } from './result.ts'

/** Takes a call to the other side and its answer back, both as they are cloned. `{ok: true, value}` or `{ok: false, error}`. */
export type Carry = (name: CallName, input: unknown) => Promise<unknown>

/** One function per call of the contract. What comes back is parsed; what is no answer of ours is `failed`. */
export function callsOver(carry: Carry): Omit<HostApi, 'on'> {
  const built = callNames.map(name => [name, callOver(name, carry)])
  return Object.fromEntries(built) as Omit<HostApi, 'on'>
}

function callOver<Name extends CallName>(name: Name, carry: Carry): Call<Name> {
  return async input => {
    const answer = await carry(name, input)
    if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return err({ code: 'failed' })
    if (answer.ok === true && 'value' in answer) {
      const value = calls[name].output.safeParse(answer.value)
      return value.success ? ok(value.data as never) : err({ code: 'failed' })
    }
    const problem = Problem.safeParse('error' in answer ? answer.error : undefined)
    return err(problem.success ? problem.data : { code: 'failed' })
  }
}
