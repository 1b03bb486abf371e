export const now = () => Date.now()
export const today = new Date()
export const text = Date()
export const clock = Date.now
const { now: later } = Date
export const moment = (text: string) => [new Date(text), new Date(0), Date.UTC(2026, 0), later]
