import { kinds } from '../../kinds/index.ts'
import type { RawElement } from '../raw-elements.ts'
export const all: RawElement[] = [kinds]
