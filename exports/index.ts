import type { Exporter } from './define-exporter.ts'
import { excel } from './excel/write.ts'

/** Formats we write. */
export const exporters: readonly Exporter[] = [excel]
