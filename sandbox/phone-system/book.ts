import { z } from 'zod'
import { readIfThere, writePrivate } from '../private-file.ts'

export const manners = ['accepts', 'waits', 'refuses', 'fails', 'silent'] as const

const shelf = z.object({
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
	manner: z.enum(manners),
})
type Shelf = z.infer<typeof shelf>

export interface PhoneBook extends Shelf {
	save(): Promise<void>
}

/** What the stand-in knows, found again by a restart. */
export async function openPhoneBook(file: string): Promise<PhoneBook> {
	const text = await readIfThere(file)
	const known: Shelf = text === null ? { credits: [], calls: [], manner: 'accepts' } : shelf.parse(JSON.parse(text))
	let writing = Promise.resolve()
	const book: PhoneBook = {
		...known,
		save: () => {
			writing = writing.then(() => writePrivate(file, JSON.stringify(shelf.parse(book))))
			return writing
		},
	}
	return book
}

/** What a prisoner may call for, in øre. */
export function balanceOf(book: PhoneBook, prisoner: string): number {
	return book.credits
		.filter((one) => one.prisoner === prisoner && one.state === 'accepted')
		.reduce((sum, one) => sum + one.ore, 0)
}
