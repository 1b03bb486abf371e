/** Where code may look. A name stands for the room and for everything below it. */
export interface Room {
  /** Rooms it may import from, for types as for values. */
  readonly sees: readonly string[]
  /** Packages it may import; `node:` stands for all of Node, `*` for every package that is installed on purpose. */
  readonly packages: readonly string[]
  /** Its folders (or even its files) keep out of each other; only its own `index.ts` sees them all. */
  readonly apart?: 'folders' | 'files'
}

const upToKinds = ['model/base', 'model/schema', 'model/code-lists', 'model/kinds'] as const
const upToDerive = [...upToKinds, 'model/document', 'model/wording', 'model/formula', 'model/derive'] as const
const upToMethod = [...upToDerive, 'model/method'] as const

/**
 * Every room, lower ones first: a room sees only rooms listed before it. A file belongs to the room with the longest fitting
 * name; a file in no room is a violation too. The session sees no operation, reaction or rule: it gets them as values.
 * Source: architecture §2, contracts C9.3.
 */
export const rooms: Readonly<Record<string, Room>> = {
  'model/base': { sees: [], packages: ['zod'] },
  'model/schema': { sees: ['model/base'], packages: ['zod'] },
  'model/code-lists': { sees: ['model/base', 'model/schema'], packages: ['zod'] },
  'model/kinds': { sees: ['model/base', 'model/schema', 'model/code-lists'], packages: ['zod'], apart: 'files' },
  'model/document': { sees: upToKinds, packages: ['zod'] },
  'model/wording': { sees: [...upToKinds, 'model/document'], packages: ['zod'] },
  'model/formula': { sees: ['model/base'], packages: ['zod'] },
  'model/derive': { sees: [...upToKinds, 'model/document', 'model/wording', 'model/formula'], packages: ['zod', 'pinyin-pro'] },
  'model/method': { sees: upToDerive, packages: ['zod', 'pinyin-pro'] },
  'model/operations': { sees: upToMethod, packages: ['zod'] },
  'model/reactions': { sees: [...upToMethod, 'model/operations'], packages: ['zod'] },
  'model/rules': { sees: [...upToMethod, 'model/operations', 'model/reactions'], packages: ['zod'], apart: 'folders' },
  'model/compare': { sees: [...upToMethod, 'model/operations'], packages: ['zod'] },
  'model/analysis': { sees: [...upToMethod, 'model/operations', 'model/reactions', 'model/rules', 'model/compare'], packages: ['zod'] },
  // A released step must not change when kinds do: it sees elements as files say them, nothing of today's.
  'model/file/migrations': { sees: ['model/base', 'model/file/raw-elements.ts'], packages: ['zod'] },
  'model/file': { sees: [...upToDerive, 'model/file/migrations'], packages: ['zod', 'fflate'] },
  'model/session': { sees: upToDerive, packages: ['zod'] },

  words: { sees: [], packages: [] },
  bridge: { sees: ['model'], packages: ['zod'] },
  demo: { sees: ['model'], packages: [] },

  'exports/define-exporter.ts': { sees: ['model'], packages: [] },
  'exports/writing': { sees: ['model'], packages: ['zod', 'hucre', 'fflate', 'yaml'] },
  'exports/excel': { sees: ['model', 'words', 'exports/writing', 'exports/define-exporter.ts'], packages: ['zod', 'fflate'] },
  // What the technical formats have in common: resources as tables with names, types, codes, traces and samples.
  'exports/data-sets': { sees: ['model', 'exports/writing', 'exports/define-exporter.ts'], packages: [] },
  exports: {
    sees: ['model', 'words', 'exports/define-exporter.ts', 'exports/writing', 'exports/data-sets'],
    packages: ['zod', 'hucre', 'fflate'],
    apart: 'folders',
  },
  'exports/scaffold': { sees: ['model', 'words', 'exports'], packages: ['zod', 'fflate'] },
  'imports/reading': { sees: ['model', 'exports/writing'], packages: ['zod', 'fflate', 'saxes', 'xlsx'] },
  'imports/table': { sees: ['model', 'exports/writing', 'imports/reading', 'imports/define-importer.ts'], packages: ['zod'] },
  // What went out comes back by the sheets and columns that it went out with.
  'imports/checklists': {
    sees: ['model', 'exports/writing', 'exports/excel', 'imports/reading', 'imports/define-importer.ts'],
    packages: ['zod'],
  },
  // A form is filled by the headers that lists are read by.
  'imports/form': {
    sees: ['model', 'exports/writing', 'exports/excel', 'imports/reading', 'imports/table', 'imports/define-importer.ts'],
    packages: ['fflate'],
  },
  imports: { sees: ['model', 'exports/writing', 'imports/reading'], packages: ['zod', 'fflate', 'saxes', 'xlsx'], apart: 'folders' },
  'imports/index.ts': { sees: ['model', 'exports', 'imports'], packages: [] },

  'host/core': { sees: ['bridge'], packages: ['node:'] },
  'host/local': { sees: ['bridge', 'host/core'], packages: ['node:'] },
  cli: {
    sees: ['model', 'demo', 'exports', 'imports', 'words', 'bridge', 'host/core', 'host/local'],
    packages: ['commander', 'zod', 'node:'],
  },
  electron: { sees: ['bridge', 'host/core'], packages: ['electron', 'node:'] },

  'renderer/kit': { sees: [], packages: ['react'] },
  'renderer/platform': { sees: ['bridge'], packages: [] },
  'renderer/storage': { sees: ['model', 'bridge'], packages: ['dexie'] },
  'renderer/workers': { sees: ['model', 'exports', 'imports', 'words', 'bridge'], packages: ['zod', 'elkjs'] },
  'renderer/session': { sees: ['model', 'bridge', 'renderer/platform', 'renderer/storage', 'renderer/workers'], packages: ['react'] },
  // What screens show, as functions of the document at one moment: no DOM, no React.
  'renderer/figures': { sees: ['model', 'words', 'renderer/session'], packages: [] },
  'renderer/state': { sees: ['model'], packages: ['react', 'zustand'] },
  'renderer/commands': {
    sees: ['model', 'words', 'bridge', 'renderer/platform', 'renderer/session', 'renderer/state'],
    packages: ['react'],
  },
  'renderer/canvas': {
    sees: ['model', 'words', 'renderer/kit', 'renderer/session', 'renderer/state', 'renderer/commands'],
    packages: ['react', '@xyflow/react'],
  },
  'renderer/views': {
    sees: [
      'model',
      'words',
      'renderer/kit',
      'renderer/session',
      'renderer/figures',
      'renderer/state',
      'renderer/commands',
      'renderer/canvas',
    ],
    packages: ['react'],
    apart: 'folders',
  },
  'renderer/panels': {
    sees: ['model', 'words', 'renderer/kit', 'renderer/session', 'renderer/figures', 'renderer/state', 'renderer/commands'],
    packages: ['react'],
    apart: 'folders',
  },
  'renderer/dialogs': {
    sees: ['model', 'words', 'bridge', 'renderer/kit', 'renderer/session', 'renderer/state', 'renderer/commands'],
    packages: ['react'],
    apart: 'folders',
  },
  renderer: { sees: ['model', 'words', 'bridge', 'renderer'], packages: ['react', 'react-dom', 'zod'] },

  templates: { sees: [], packages: [] },
  // What `npm run build` made; only a script starts it.
  dist: { sees: [], packages: [] },
  scripts: { sees: ['model', 'words', 'dist'], packages: ['node:', 'vite', 'rolldown', 'oxc-parser'] },
  tests: {
    sees: ['model', 'words', 'bridge', 'demo', 'exports', 'imports', 'host', 'cli', 'electron', 'renderer', 'scripts', 'templates', 'dist'],
    packages: ['*'],
  },
  'vite.renderer.config.ts': { sees: [], packages: ['vite', 'node:'] },
  'vite.config.ts': { sees: [], packages: ['vite', 'node:'] },
  'vitest.config.ts': { sees: [], packages: ['vitest', 'node:'] },
}

/** Rooms whose code must give the same answer on every machine and day: no clock, no chance, no DOM, no locale of the machine. */
export const pureRooms: readonly string[] = ['model', 'words', 'bridge', 'demo', 'exports', 'imports']

/** The room a file belongs to, or undefined. */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter(room => isBelow(path, room))
    .sort((a, b) => b.length - a.length)[0]
}

/** Whether a path is the room itself or lies in it. */
export const isBelow = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`)
