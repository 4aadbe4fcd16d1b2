import { runNextImport } from '#app/services/register/run-import.server.ts'
import type { Job } from './job.ts'

/** Register files that were sent in, some hundred lines a turn. */
export const registerImports: Job = { name: 'register-imports', run: runNextImport }
