import { main } from '#cli/main.ts'
export const up = main
