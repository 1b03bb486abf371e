/** JSON as a file: indented, keys in the order they were made, with a line end. */
export const writeJson = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`
