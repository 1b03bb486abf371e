export { type Chance, chanceFor, chanceFrom } from './chance.ts'
export { elementsOf, type SizeName, sizes } from './elements-of.ts'
