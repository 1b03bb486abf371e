export { breachesAmong, breachesOf } from './breaches-of.ts'
export { lookUp } from './look-up.ts'
