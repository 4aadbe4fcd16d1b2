import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { connect, disconnect } from '#db/client.server.ts'
import { visitor } from '#db/schema/index.ts'
import { overviewOf } from '#sandbox/overview.ts'
import type { startTestStack } from '#sandbox/test-stack.ts'
import { personIn, signInAtIssuer } from '../sign-in.ts'

/**
 * Signs in somebody whom the issuer knows and the portal does not, which nobody in this world is: while it lasts, an account is
 * not to be found by its number. They come to the page that asks who they are.
 */
export async function signInAsNewcomer(page: Page, running: Awaited<ReturnType<typeof startTestStack>>): Promise<void> {
	const stack = overviewOf(running)
	const { email = '' } = personIn(stack, 'sunniva')
	const db = connect(running.ownerUrl, { max: 1 })
	try {
		const [known] = await db.select().from(visitor).where(eq(visitor.email, email))
		if (!known) throw new Error(`Nobody has the address ${email}`)
		const { issuer, subject, pidIndex } = known
		const set = (account: Partial<typeof visitor.$inferInsert>) =>
			db.update(visitor).set(account).where(eq(visitor.id, known.id))
		await set({ issuer: null, subject: null, pidIndex: randomBytes(32) })
		try {
			await signInAtIssuer(page, stack, 'sunniva')
		} finally {
			await set({ issuer, subject, pidIndex })
		}
	} finally {
		await disconnect(db)
	}
}
