import type { DbOrTx } from '#db/client.server.ts'
import { type PendingQuery, pending } from './statement.ts'

/** Statements of this process that may wait for one row at a time. Each holds a connection while it waits. */
const most = 4

const waiting = new Map<string, number>()
const lines = new Map<string, Set<() => void>>()
/** When a lock was last got of a row that is waited for. */
const grants = new Map<string, number>()
/** Transactions that are over already: what is on its way with the statement that was refused must not wait either. */
const refused = new WeakMap<DbOrTx, LineFull>()

/** So many wait for a row already that one more would take a connection from everybody else. `transaction` waits without one. */
export class LineFull extends Error {
	override readonly name = 'LineFull'
	readonly rowId: string

	constructor(rowId: string) {
		super('Too many wait for one row')
		this.rowId = rowId
	}
}

/** Sends a statement that may wait for these rows; where too many wait for one of them, it fails with `LineFull` unsent. */
export function inLine<T>(tx: DbOrTx, rowIds: readonly string[], send: () => PendingQuery<T>): PendingQuery<T> {
	const full = rowIds.find(isFull)
	const refusal = refused.get(tx) ?? (full === undefined ? null : new LineFull(full))
	if (refusal) {
		refused.set(tx, refusal)
		return pending(Promise.reject(refusal))
	}
	for (const id of rowIds) waiting.set(id, (waiting.get(id) ?? 0) + 1)
	const statement = send()
	const leave = (granted: boolean) => {
		for (const id of rowIds) release(id, granted)
	}
	statement.then(
		() => leave(true),
		() => leave(false),
	)
	return statement
}

/** When a lock of the row was last got while others waited, as `performance.now()` tells it; null when none was. */
export function lastGrant(rowId: string): number | null {
	return grants.get(rowId) ?? null
}

/** Resolves when one less waits for the row, or after so many milliseconds. */
export async function untilLineMoves(rowId: string, ms: number): Promise<void> {
	if (!isFull(rowId)) return
	const line = lines.get(rowId) ?? new Set()
	lines.set(rowId, line)
	await new Promise<void>((resolve) => {
		const go = () => {
			clearTimeout(timer)
			line.delete(go)
			if (line.size === 0) lines.delete(rowId)
			resolve()
		}
		const timer = setTimeout(go, ms)
		line.add(go)
	})
}

function isFull(rowId: string): boolean {
	return (waiting.get(rowId) ?? 0) >= most
}

function release(rowId: string, granted: boolean): void {
	const left = (waiting.get(rowId) ?? 1) - 1
	const [next] = lines.get(rowId) ?? []
	if (granted && next) grants.set(rowId, performance.now())
	if (left > 0) waiting.set(rowId, left)
	else waiting.delete(rowId)
	if (left === 0 && !next) grants.delete(rowId)
	next?.()
}
