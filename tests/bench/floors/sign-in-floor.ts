import { randomBytes } from 'node:crypto'
import type { SignInForm } from './orders.ts'
import type { ownLoaders } from './own-loaders.ts'
import type { Parameter, Recorded, Recorder, Statement } from './recording.ts'

export interface RecordedSignIn {
	recorded: Recorded[]
	of(form: SignInForm): Recorded[]
}

/** Finishes one sign-in through the application's own loader, and says how others would send its statements. */
export async function recordSignIn(
	recorder: Recorder,
	ask: Awaited<ReturnType<typeof ownLoaders>>,
	form: SignInForm,
): Promise<RecordedSignIn> {
	recorder.take()
	const answer = await ask(form.path, { headers: form.headers })
	if (answer.status !== 303) throw new Error(`Nobody was signed in: ${answer.status}`)
	const recorded = recorder.take()
	return {
		recorded,
		of: (other) => {
			const token = randomBytes(32)
			const statement = ({ text, parameters }: Statement) => ({
				text,
				parameters: parameters.map((value): Parameter => {
					if (!Buffer.isBuffer(value)) return value
					if (value.equals(form.stateHash)) return other.stateHash
					// The only other bytes of this length in what opens a session are its token's.
					return text.includes('"web_session"') && value.length === token.length ? token : value
				}),
			})
			return recorded.map((one) =>
				'statement' in one
					? { statement: statement(one.statement) }
					: { transaction: one.transaction.map((turn) => turn.map(statement)) },
			)
		},
	}
}
