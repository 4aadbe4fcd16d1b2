import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { z } from 'zod'
import type { PhoneAnswer, PhoneSystem } from '../phone-system.server.ts'
import { readAcknowledgement } from './acknowledgement.server.ts'
import { ackName, checksumOf, type FileCredit, fileName, plain, sequenceOf, writeDayFile } from './day-file.server.ts'
import {
	createExchangeFolders,
	type ExchangeFolder,
	moveIfThere,
	namesIn,
	readIfThere,
	writeOnce,
} from './folder.server.ts'
import { rowsOf } from './read-csv.server.ts'

export interface FileSettings {
	path: string
	/** From when on a day its file is written, in Oslo: `06:00`. */
	at: string
}

export interface PhoneSystemDeps {
	now: () => Date
	/** Told what someone should look into; without names or sums. */
	warn: (what: string) => void
}

const zone = 'Europe/Oslo'
const uuid = z.uuid()
const kept = z.object({ id: z.string(), prisoner: z.string(), ore: z.number().int() })

/**
 * Credits by a file a day. A credit waits in the folder until the day's file is written; it is then pending until the phone
 * system's acknowledgement of that file answers it. Nothing runs by itself: whoever asks about a credit also writes the file
 * that is due and reads what has come. Several workers may share the folder.
 */
export function filesCredits(settings: FileSettings, { now, warn }: PhoneSystemDeps): PhoneSystem {
	const at = (place: ExchangeFolder, name: string) => join(settings.path, place, name)
	return {
		async credit(id, prisonerNumber, ore) {
			const credit: FileCredit = { id: uuid.parse(id), prisoner: prisonerNumber, ore }
			await createExchangeFolders(settings.path)
			await readAcknowledgements(settings.path, warn)
			const before = await answerBefore(credit)
			if (before !== null) return before
			await keep(credit)
			await writeDue(settings, now())
			return 'pending'
		},
	}

	async function answerBefore({ id }: FileCredit): Promise<PhoneAnswer | null> {
		const answer = await readIfThere(at('answered', id))
		return answer === null ? null : z.enum(['accepted', 'refused']).parse(answer)
	}

	/** Once by its id. The same id with another content is a fault of ours that must not pay anyone twice. */
	async function keep(credit: FileCredit): Promise<void> {
		const text = JSON.stringify(credit)
		const before = (await readIfThere(at('sent', credit.id))) ?? (await readIfThere(at('waiting', credit.id)))
		if (before === null && (await writeOnce(at('waiting', credit.id), text))) {
			// It may have gone into a file between the two looks above; then it must not wait for another.
			if ((await readIfThere(at('sent', credit.id))) !== null) await rm(at('waiting', credit.id), { force: true })
			return
		}
		const known = before ?? (await readIfThere(at('waiting', credit.id))) ?? (await readIfThere(at('sent', credit.id)))
		if (known !== text) throw new Error('A credit cannot change once it was handed on')
	}
}

/** Writes the file of the day if it is time for it, there is none yet, and there is something to tell. */
async function writeDue({ at, path }: FileSettings, now: Date): Promise<void> {
	const here = DateTime.fromJSDate(now, { zone })
	const day = here.toISODate() ?? ''
	const last = await finishLast(path)
	if (last?.day === day || here.toFormat('HH:mm') < at) return
	const credits: FileCredit[] = []
	for (const name of await namesIn(join(path, 'waiting'))) {
		const text = await readIfThere(join(path, 'waiting', name))
		// Another worker wrote a file with it meanwhile; then the number below is taken.
		if (text !== null) credits.push(kept.parse(JSON.parse(text)))
	}
	if (credits.length === 0) return
	const sequence = (last?.sequence ?? 0) + 1
	const text = writeDayFile({ sequence, day, credits })
	// Of two workers who write a file at once, one gets the number; the other's credits are in it, or wait.
	if (await writeOnce(join(path, 'files', fileName(sequence)), text)) await finishLast(path)
}

/** Makes sure that all that belongs to the newest file is done, also where a worker died over it: its day and number. */
async function finishLast(path: string): Promise<{ sequence: number; day: string } | null> {
	const sequences = (await namesIn(join(path, 'files'))).map(sequenceOf).filter((one) => one !== null)
	if (sequences.length === 0) return null
	const sequence = Math.max(...sequences)
	const name = fileName(sequence)
	const text = (await readIfThere(join(path, 'files', name))) ?? ''
	const rows = rowsOf(text)
	for (const [kind, id = ''] of rows)
		if (kind === 'C') await moveIfThere(join(path, 'waiting', plain(id)), join(path, 'sent', plain(id)))
	// Last of all: who finds it knows that the file is whole. `sha256sum -c` reads it.
	await writeOnce(join(path, 'files', `${name}.sha256`), `${checksumOf(text)}  ${name}\n`)
	return { sequence, day: rows[0]?.[4] ?? '' }
}

/** Takes in what the phone system has acknowledged. What is not whole yet stays; what is wrong is put aside, to be looked at. */
async function readAcknowledgements(path: string, warn: PhoneSystemDeps['warn']): Promise<void> {
	for (const name of await namesIn(join(path, 'acknowledgements'))) {
		const file = join(path, 'acknowledgements', name)
		const text = await readIfThere(file)
		const acknowledgement = text === null ? null : readAcknowledgement(text)
		if (acknowledgement === null) continue
		const about = await readIfThere(join(path, 'files', fileName(acknowledgement.sequence)))
		if (
			about === null ||
			checksumOf(about) !== acknowledgement.checksum ||
			name !== ackName(acknowledgement.sequence)
		) {
			warn(`${name} acknowledges no file of ours as it was written; it is put aside`)
			await moveIfThere(file, join(path, 'rejected', name))
			continue
		}
		const inFile = new Set(rowsOf(about).flatMap(([kind, id = '']) => (kind === 'C' ? [plain(id)] : [])))
		for (const { id, state } of acknowledgement.answers)
			if (inFile.has(id)) await writeOnce(join(path, 'answered', id), state)
		await moveIfThere(file, join(path, 'read', name))
	}
}
