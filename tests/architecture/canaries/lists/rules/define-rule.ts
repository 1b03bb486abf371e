export const defineRule = <T>(rule: T): T => rule
