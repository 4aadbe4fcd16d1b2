import { z } from 'zod'
import { readIfThere, writePrivate } from '../private-file.ts'

export const behaviours = ['accepts', 'waits', 'refuses', 'fails', 'silent'] as const

const storeSchema = z.object({
	credits: z.array(
		z.object({
			id: z.string(),
			prisoner: z.string(),
			ore: z.number(),
			state: z.enum(['accepted', 'pending', 'refused']),
		}),
	),
	/** Calls that were held, and whether the portal has taken the report. */
	calls: z.array(
		z.object({
			id: z.string(),
			prisoner: z.string(),
			minutes: z.number(),
			endedAt: z.string(),
			answer: z.string().nullable(),
		}),
	),
	/** What becomes of a new credit. */
	manner: z.enum(behaviours),
})
type StoredData = z.infer<typeof storeSchema>

export interface PhoneStore extends StoredData {
	save(): Promise<void>
}

/** What the stand-in knows, found again by a restart. */
export async function openPhoneStore(file: string): Promise<PhoneStore> {
	const text = await readIfThere(file)
	const known: StoredData =
		text === null ? { credits: [], calls: [], manner: 'accepts' } : storeSchema.parse(JSON.parse(text))
	let writing = Promise.resolve()
	const store: PhoneStore = {
		...known,
		save: () => {
			writing = writing.then(() => writePrivate(file, JSON.stringify(storeSchema.parse(store))))
			return writing
		},
	}
	return store
}

/** What a prisoner may call for, in øre. */
export function balanceOf(store: PhoneStore, prisoner: string): number {
	return store.credits
		.filter((one) => one.prisoner === prisoner && one.state === 'accepted')
		.reduce((sum, one) => sum + one.ore, 0)
}
