import { type Analysis, analyse, follow } from '#model/analysis/index.ts'
import { invariant } from '#model/base/invariant.ts'
import { timed, timedEach } from '../measure.ts'
import { all, defineRow } from '../row.ts'
import { TODAY } from '../world.ts'
import { stateChanges } from './readiness.ts'

export const fullCheck = defineRow({
  id: 'check-full',
  title: '全面检查（事实、规则、步骤完成情况）',
  sizes: all,
  targets: { L: { budget: 2_000, aim: 500 } },
  async measure(world) {
    const state = world.state()
    return { ours: await timed(() => analyse(state, TODAY)) }
  },
})

export const recheck = defineRow({
  id: 'check-again',
  title: '一次编辑后的检查',
  sizes: all,
  judged: 'p95',
  targets: { L: { budget: 20, aim: 2 } },
  measure(world) {
    let current: Analysis = analyse(world.state(), TODAY)
    const changes = stateChanges(world, 600)
    return {
      ours: timedEach(500, index => {
        const change = changes[index]
        invariant(change !== undefined, 'as many changes as runs')
        current = follow(current, change.after, change.delta)
        return current
      }),
    }
  },
})
