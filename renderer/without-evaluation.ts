import { config } from 'zod'

// Before any schema is made: the probe for evaluating code would count as a breach of the page's policy.
config({ jitless: true })
