import type { Scenario } from './parse/scenario-file.ts'
import type { Failure } from './run/run-scenario.ts'

/** The one line of a scenario. */
export function line({ title }: Pick<Scenario, 'title'>, failure: Failure | null): string {
	if (!failure) return `ok      ${title}`
	const where = failure.step ? `step ${failure.step.number} (${failure.step.name}): ` : ''
	return `FAILED  ${title} – ${where}${failure.differences.join('; ')}`.replaceAll(/\s*\n\s*/g, ' ')
}

/** The last line, alone. */
export function total(passed: number, failed: number): string {
	return `${passed} passed, ${failed} failed`
}
