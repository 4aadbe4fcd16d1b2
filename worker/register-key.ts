import { nowBy } from '#app/clock.server.ts'
import { commandConfig } from '#app/config.server.ts'
import { facilityKeysCli } from '#app/jobs/facility-keys.server.ts'
import { connect, disconnect } from '#db/client.server.ts'

const usage = `npm run register-key -- make <facility> <name>     a new key, shown once
npm run register-key -- rotate <reference>         a new secret for it; the old one ends at once
npm run register-key -- revoke <reference>         the end of it
npm run register-key -- list <facility>            the keys of a facility, without their secrets`

/** The keys by which a facility's own system sends its register file: docs/api.md. */
async function run([verb = '', ...given]: string[]): Promise<void> {
	const [one, name] = given
	if (one === undefined || (verb === 'make') !== (name !== undefined) || given.length > 2) throw new Error(usage)
	const settings = commandConfig()
	const db = connect(settings.databaseUrl, { max: 1, name: 'samvaer-register-key' })
	const keeper = facilityKeysCli(db, nowBy(settings.clockFile))
	const say = (line: string) => process.stdout.write(`${line}\n`)
	try {
		if (verb === 'make') {
			const { ref, token } = await keeper.make(one, name ?? '')
			say(`${ref}\n${token}`)
		} else if (verb === 'rotate') say((await keeper.rotate(one)).token)
		else if (verb === 'revoke') {
			await keeper.revoke(one)
			say(`${one} is revoked`)
		} else if (verb === 'list') {
			for (const key of await keeper.list(one))
				say(
					`${key.ref}  ${key.createdAt.toISOString().slice(0, 10)}  ${key.revokedAt ? 'revoked' : 'valid'}  ${key.name}`,
				)
		} else throw new Error(usage)
	} finally {
		await disconnect(db)
	}
}

run(process.argv.slice(2)).then(
	() => process.exit(0),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
		process.exit(2)
	},
)
