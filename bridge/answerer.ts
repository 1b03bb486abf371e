import { type Call, calls, type Input } from './contract.ts'
import { type CallName, callNames } from './names.ts'
import type { Problem } from './problems.ts'
import { err, type Result } from './result.ts'

/** The machine's side of every call, given who asks; one that is missing does not compile. */
export type Answers<Asker> = {
  readonly [Name in CallName]: (input: Input<Name>, asker: Asker) => ReturnType<Call<Name>>
}

const isCallName = (name: string): name is CallName => callNames.some(one => one === name)

/**
 * Answers a call from outside: input and output are parsed, so that nothing crosses that the contract does not know. Rejects
 * for a bug of ours.
 */
export function answerer<Asker>(
  answers: Answers<Asker>,
): (name: string, input: unknown, asker: Asker) => Promise<Result<unknown, Problem>> {
  return async (name, input, asker) => {
    const parsed = isCallName(name) ? calls[name].input.safeParse(input) : undefined
    if (!parsed?.success) return err({ code: 'not-understood' })
    const reply = answers[name as CallName] as (input: unknown, asker: Asker) => Promise<Result<unknown, Problem>>
    const answer = await reply(parsed.data, asker)
    return answer.ok ? { ok: true, value: calls[name as CallName].output.parse(answer.value) } : answer
  }
}
