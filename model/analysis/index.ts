export { type Analysis, analyse, follow, viewIn } from './analyse.ts'
export { findingsOf } from './findings.ts'
export { stepOrder, type StepStanding, stepsOf } from './steps.ts'
