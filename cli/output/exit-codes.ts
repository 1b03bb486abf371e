/** Exit codes of the command line. Source: contracts C5.4. */
export const exitCodes = { fine: 0, findings: 1, usage: 2, refused: 3, notSaved: 4, bug: 5 } as const
