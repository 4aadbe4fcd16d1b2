import { newCode, newId, newRef } from '#db/ids.ts'
import type { Parameter, Recorded, Statement } from './recording.ts'

/** What stands in recorded parameters, and what is to stand there instead. */
export type Rewriting = ReadonlyMap<string, string>

/** The same work for others: everything in its parameters that the rewriting names is exchanged. */
export function rewrite(
	recorded: readonly Recorded[],
	rewriting: Rewriting,
	buffers: readonly [Buffer, Buffer][],
): Recorded[] {
	const parameter = (value: Parameter): Parameter => {
		if (typeof value === 'string') return exchange(value, rewriting)
		if (Buffer.isBuffer(value)) return buffers.find(([from]) => from.equals(value))?.[1] ?? value
		return value
	}
	const statement = ({ text, parameters }: Statement) => ({ text, parameters: parameters.map(parameter) })
	return recorded.map((one) =>
		'statement' in one
			? { statement: statement(one.statement) }
			: { transaction: one.transaction.map((turn) => turn.map(statement)) },
	)
}

function exchange(value: string, rewriting: Rewriting): string {
	const whole = rewriting.get(value)
	if (whole !== undefined) return whole
	// Ids stand in lists too, and in rows that go as JSON.
	if (value.startsWith('[')) {
		return JSON.stringify(JSON.parse(value), (_, part: unknown) => {
			return typeof part === 'string' ? (rewriting.get(part) ?? part) : part
		})
	}
	if (!value.startsWith('{')) return value
	const parts = value.slice(1, -1).split(',')
	return `{${parts.map((part) => rewriting.get(part) ?? part).join(',')}}`
}

/** New ones of their kinds for what a use case made up: ids, references and codes. */
export function madeAnew(
	created: { ids: readonly string[]; refs: readonly string[]; codes: readonly string[] },
	now: Date,
) {
	return new Map([
		...created.ids.map((id) => [id, newId(now)] as const),
		...created.refs.map((ref) => [ref, newRef()] as const),
		...created.codes.map((code) => [code, newCode()] as const),
	])
}
