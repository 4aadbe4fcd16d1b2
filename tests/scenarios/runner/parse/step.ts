import type { BoundVerb } from '../verbs/verb.ts'
import type { ListExpectation, RaceExpectation, StepExpectation } from './expectation.ts'
import type { Path } from './yaml.ts'

/** One thing to do, with what must come of it. */
export interface SingleStep {
	kind: 'single'
	path: Path
	verb: string
	bound: BoundVerb
	as: string | null
	expect: StepExpectation | null
	/** Only of `list`. */
	calendar: Pick<ListExpectation, 'sessions' | 'hidden' | 'told'> | null
}

/** Time moves on. */
export interface ClockStep {
	kind: 'clock'
	path: Path
	to: Date
	expect: StepExpectation | null
}

/** Several at the same moment: one for each run. */
export interface RaceStep {
	kind: 'race'
	path: Path
	runs: readonly SingleStep[]
	expect: RaceExpectation | null
}

export type Step = SingleStep | ClockStep | RaceStep
