export const c7 = 7
