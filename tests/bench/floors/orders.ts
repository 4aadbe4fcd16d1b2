import type { BenchSession, BenchUser } from '../data/users.ts'
import type { Sample } from '../figures.ts'
import type { BookingForm } from '../load/orders.ts'
import type { ServerKind } from './servers.tsx'

/** Somebody books a session. */
export interface BookingPair {
	user: BenchUser
	session: BenchSession
}

/** A sign-in that waits to be finished. */
export interface SignInForm {
	path: string
	headers: Readonly<Record<string, string>>
	stateHash: Buffer
}

/** What the process of the floors is asked. */
export type FloorOrder =
	/** Asks the application's own loaders for a page, and keeps the statements that they send. */
	| {
			kind: 'record-page'
			name: string
			html: string
			requests: readonly { path: string; headers: Readonly<Record<string, string>> }[]
	  }
	/** Books one visit through the application's own actions, and keeps the statements. */
	| { kind: 'record-booking'; name: string; pair: BookingPair; form: BookingForm }
	/** Finishes one sign-in through the application's own loader, and keeps the statements. */
	| { kind: 'record-sign-in'; form: SignInForm }
	| { kind: 'replay-sign-ins'; forms: readonly SignInForm[]; connections: number; seconds: number }
	| { kind: 'serve'; name: string; server: ServerKind }
	| { kind: 'close' }
	| { kind: 'replay-page'; name: string; connections: number; seconds: number }
	| { kind: 'replay-bookings'; name: string; pairs: readonly BookingPair[]; connections: number; seconds: number }

export type FloorReply =
	| { kind: 'done' }
	| { kind: 'recorded'; statements: number; transactions: number }
	| { kind: 'serving'; origin: string }
	| { kind: 'measured'; sample: Sample }
	| { kind: 'failed'; error: string }
