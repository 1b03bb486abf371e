setTimeout(() => undefined, 10)
export const page = () => fetch('about:blank')
