import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { identityKeys, makeIdentityKeys } from './identity/keys.ts'
import { readOrMake, writePrivate } from './private-file.ts'

const port = z.number().int().min(0).max(65535)

const stateSchema = z.object({
	/** Where each part was last reached. Kept, because an account is known by its issuer's address. */
	ports: z.object({ identity: port, clock: port, mailbox: port, smtp: port, payments: port, phone: port }),
	identity: identityKeys,
	/** The host that the issuers' identifiers name: an account is known by its issuer. */
	identifierHost: z.enum(['localhost', '127.0.0.1']),
	/** What national numbers are encrypted and looked up with, as the application's settings of the same names. */
	pidKeys: z.string(),
	pidIndexKey: z.string(),
	/** What the application shows itself to the card payments by, and what their webhooks are signed with. */
	payments: z.object({ secretKey: z.string(), webhookSecret: z.string() }),
	/** What credits to the phone system are signed with, and its reports of calls. */
	phone: z.object({ secret: z.string(), usageSecret: z.string() }),
})

/** What a sandbox makes up at its first start and keeps beside its data. */
export type State = z.infer<typeof stateSchema>

const stateFile = (dataDir: string) => join(dataDir, 'demo.json')

/** `ports` are those preferred at the first start; 0 is any. */
export async function openState(dataDir: string, ports: State['ports']): Promise<State> {
	const make = (): State => ({
		ports,
		identity: makeIdentityKeys(),
		identifierHost: 'localhost',
		pidKeys: `k1:${randomBytes(32).toString('base64')}`,
		pidIndexKey: randomBytes(32).toString('base64'),
		payments: makePaymentKeys(),
		phone: makePhoneKeys(),
	})
	const kept = JSON.parse(await readOrMake(stateFile(dataDir), () => JSON.stringify(make(), null, '\t')))
	// A sandbox from before there were payments, a phone system or a host of the issuers' own goes on with what it has.
	return stateSchema.parse({
		identifierHost: '127.0.0.1',
		payments: makePaymentKeys(),
		phone: makePhoneKeys(),
		...kept,
		ports: { ...ports, ...kept.ports },
	})
}

/** The ports that a demo prefers. */
export const demoPorts: State['ports'] = {
	identity: 3901,
	clock: 3902,
	mailbox: 3903,
	smtp: 3925,
	payments: 3904,
	phone: 3905,
}

const secret = () => randomBytes(18).toString('hex')

function makePhoneKeys(): State['phone'] {
	return { secret: secret(), usageSecret: secret() }
}

function makePaymentKeys(): State['payments'] {
	return { secretKey: `sk_test_${secret()}`, webhookSecret: `whsec_${secret()}` }
}

export async function saveState(dataDir: string, state: State): Promise<void> {
	await writePrivate(stateFile(dataDir), JSON.stringify(state, null, '\t'))
}
