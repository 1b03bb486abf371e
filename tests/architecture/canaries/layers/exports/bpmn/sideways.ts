import { write } from '../ddl/write.ts'
import { escapeXml } from '../writing/xml.ts'
import { defineExporter } from '../define-exporter.ts'
export const sideways = [write, escapeXml, defineExporter]
