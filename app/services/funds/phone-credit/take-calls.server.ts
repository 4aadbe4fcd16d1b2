import { type CallFault, callFaults, type PhoneCall, phoneCall } from '#app/forms/funds/phone-call.ts'
import { type CallRow, selectCall } from '#db/queries/funds/calls.ts'
import { selectPrisonerByNumber } from '#db/queries/prisoners.ts'
import type { Ctx } from '../../context.ts'
import { recordCall } from './record-call.server.ts'

/** What became of one reported call. `known`: it was booked before, and nothing changed. */
export type CallAnswer = { id: string | null } & (
	| { state: 'booked' | 'known' }
	| { state: 'refused'; error: CallFault }
)

/** How far ahead of ours the phone system's clock may be. */
const clockDriftMs = 5 * 60_000
/** A phone system tells of its calls each day; what is told later than a month after is looked into by people. */
const oldestMs = 31 * 86_400_000

/**
 * Books the calls that a phone system tells of, each by itself and once by its id: one that cannot be taken keeps none of the
 * others out. The answers stand in the order of the calls.
 *
 * @throws ServiceError `busy` when the database could not finish: the same report may be sent again
 */
export async function takeCalls(ctx: Ctx, calls: readonly unknown[]): Promise<CallAnswer[]> {
	const answers: CallAnswer[] = []
	for (const one of calls) answers.push(await takeCall(ctx, one))
	return answers
}

async function takeCall(ctx: Ctx, given: unknown): Promise<CallAnswer> {
	const parsed = phoneCall.safeParse(given)
	if (!parsed.success) return refused(idOf(given), faultOf(parsed.error.issues[0]?.message))
	const call = parsed.data
	if (call.endedAt.getTime() > ctx.now.getTime() + clockDriftMs) return refused(call.id, 'not-ended')
	const prisoner = await selectPrisonerByNumber(ctx.db, call.prisoner)
	if (!prisoner) return refused(call.id, 'no-such-prisoner')
	const before = await selectCall(ctx.db, call.id)
	if (!before && call.endedAt.getTime() < ctx.now.getTime() - oldestMs) return refused(call.id, 'too-old')
	const { minutes, endedAt } = call
	const booked = before ?? (await recordCall(ctx, { callId: call.id, prisoner: { id: prisoner.id }, minutes, endedAt }))
	if (!isSame(booked, call, prisoner.id)) return refused(call.id, 'other-call')
	return { id: call.id, state: before ? 'known' : 'booked' }
}

/** An id that stands for another call already is a fault of the phone system's, and not a call told twice. */
function isSame(row: CallRow, call: PhoneCall, prisonerId: string): boolean {
	return (
		row.prisonerId === prisonerId && row.minutes === call.minutes && row.endedAt.getTime() === call.endedAt.getTime()
	)
}

const refused = (id: string | null, error: CallFault): CallAnswer => ({ id, state: 'refused', error })

function faultOf(message: string | undefined): CallFault {
	return callFaults.find((one) => one === message) ?? 'bad-id'
}

/** What the line was called, to find it again in the phone system's log; null where that is no name. */
function idOf(given: unknown): string | null {
	const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : null
	return typeof id === 'string' && id.length <= 100 ? id : null
}
