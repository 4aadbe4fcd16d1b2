import { defineConfig } from 'vitest/config'
import { mutated } from './tests/support/mutant.ts'

const documents = ['./tests/support/checked-documents.ts']
const database = ['./tests/support/database.global.ts']

/** Two workers: what the smallest machine has that runs this, and enough races come from within one test. */
export default defineConfig({
	plugins: [mutated()],
	test: {
		maxWorkers: 2,
		reporters: ['default'],
		// npm run test:coverage: it slows the property tests too much for every run. Built processes are not in it.
		coverage: {
			provider: 'v8',
			include: ['app/domain/**', 'app/services/**'],
			reporter: ['text-summary'],
			reportsDirectory: 'test-results/coverage',
		},
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					setupFiles: [...documents, './tests/support/season.ts'],
					include: ['tests/unit/**/*.test.{ts,tsx}'],
					// Pure functions in one room: a third of the work. What keeps state belongs to the integration tests.
					pool: 'threads',
					isolate: false,
					testTimeout: 20_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.{ts,tsx}'],
					setupFiles: documents,
					globalSetup: database,
					// The application is loaded once a worker instead of once a file; each file has a database of its own.
					isolate: false,
					testTimeout: 20_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'faults',
					include: ['tests/faults/**/*.test.ts'],
					setupFiles: documents,
					globalSetup: database,
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'long',
					include: ['tests/long/**/*.test.ts'],
					setupFiles: documents,
					globalSetup: database,
					testTimeout: 600_000,
					hookTimeout: 90_000,
				},
			},
		],
	},
})
