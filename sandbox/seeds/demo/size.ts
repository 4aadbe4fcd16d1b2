import type { DemoFacilities } from './facilities.ts'

/** How many are around the people to sign in as. */
export interface DemoSize {
	prisoners: Readonly<Record<keyof DemoFacilities, number>>
	/** With children, lawyers and those who wait for an answer. */
	visitors: number
	/** Those who have applied and have no permit. */
	applicants: number
	/** In each facility. */
	lawyers: number
	/** Applications of each kind that were decided, and waiting-list entries of each kind, in each facility. */
	ofEach: number
}

export const demoSizes = {
	demo: {
		prisoners: { fjellheim: 105, elvebredden: 75, lyngmo: 55 },
		visitors: 692,
		applicants: 54,
		lawyers: 2,
		ofEach: 6,
	},
	/** One of everything, for tests. */
	small: {
		prisoners: { fjellheim: 36, elvebredden: 12, lyngmo: 14 },
		visitors: 180,
		applicants: 18,
		lawyers: 1,
		ofEach: 1,
	},
} as const satisfies Record<string, DemoSize>

export type DemoSeedName = keyof typeof demoSizes
