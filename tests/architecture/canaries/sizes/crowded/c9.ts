export const c9 = 9
