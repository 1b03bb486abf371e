import { stringify } from 'yaml'
import type { Json } from '#model/base/json.ts'

/** A value as YAML. Every text stands in quotes, so that no reader of an older version takes `no` or `0123` for something else. */
export const writeYaml = (value: Json): string =>
  stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
