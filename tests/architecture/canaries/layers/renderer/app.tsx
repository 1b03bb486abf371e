import { write } from '#exports/ddl/write.ts'
import { one } from './views/one/one.tsx'
export const App = () => [write, one]
