import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'out/**', '.tsc/**', 'tests/architecture/canaries/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    setupFiles: ['tests/support/setup.ts'],
  },
})
