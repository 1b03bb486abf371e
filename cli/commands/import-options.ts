/** What a person asks of an import besides its source. */
export interface ImportOptions {
  readonly as?: string
  readonly map: readonly string[]
  readonly dryRun: boolean
  readonly partial: boolean
  readonly removals: boolean
  readonly takeSheet: boolean
}
