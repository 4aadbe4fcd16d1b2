import type { Db } from '#db/client.server.ts'
import type { Random } from '#sandbox/seeds/random.ts'
import type { FakePhone } from './fake-phone.ts'
import type { FundsFixture } from './fixture.ts'

/** What is known while a history runs. */
export interface FundsHistory {
	db: Db
	owner: Db
	fixture: FundsFixture
	phone: FakePhone
	random: Random
	now: Date
	/** Webhooks under way: not delivered yet, some of them more than once. */
	underWay: { body: string; signature: string }[]
	/** How often each thing was done. */
	done: Map<string, number>
}
