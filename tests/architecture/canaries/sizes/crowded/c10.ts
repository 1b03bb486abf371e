export const c10 = 10
