import { runNextImport } from '#app/services/register/run-import.server.ts'
import type { DueWork } from './due-work.server.ts'

/** Register files that were sent in, some hundred lines a turn. */
export const registerImports: DueWork = { name: 'register-imports', run: runNextImport }
