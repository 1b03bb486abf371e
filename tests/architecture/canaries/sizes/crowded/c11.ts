export const c11 = 11
