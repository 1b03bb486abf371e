export const c5 = 5
