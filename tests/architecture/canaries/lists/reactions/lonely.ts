import type { Reaction } from './reaction.ts'

export const lonely: Reaction = { id: 'lonely' }
