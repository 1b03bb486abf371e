import { defineConfig } from 'vite'

/** Bundles the command line with all it needs: Node reads a few files instead of hundreds, and none of them is TypeScript. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // Beside the entry, so that a path relative to the code means the same in every chunk.
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
})
