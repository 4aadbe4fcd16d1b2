import { expect } from '@playwright/test'
import { z } from 'zod'

const letter = z.object({
	id: z.string(),
	subject: z.string(),
	text: z.string(),
	html: z.string().optional(),
	to: z.array(z.object({ address: z.string() })),
	attachments: z.array(z.object({ generatedFileName: z.string(), contentType: z.string() })).optional(),
})

export type Letter = z.infer<typeof letter>

export interface Letters {
	/** Waits for the one letter to this address with this subject that tells of this reference. */
	find(sought: { to: string; subject: RegExp; about: string }): Promise<Letter>
	/** The text of a letter's only attachment. */
	attachment(of: Letter): Promise<string>
}

export function lettersIn(mailbox: string): Letters {
	const read = async (path: string) => {
		const answer = await fetch(new URL(path, mailbox))
		if (!answer.ok) throw new Error(`The mailbox answers ${answer.status} to ${path}`)
		return answer
	}
	return {
		async find({ to, subject, about }) {
			let found: Letter[] = []
			await expect
				.poll(
					async () => {
						const all = z.array(letter).parse(await (await read('api/email')).json())
						found = all.filter(
							(one) =>
								one.to.some(({ address }) => address === to) && subject.test(one.subject) && one.text.includes(about),
						)
						return found.length
					},
					{ message: `letters to ${to} like ${subject} about ${about}`, timeout: 30_000 },
				)
				.toBe(1)
			const [only] = found
			if (!only) throw new Error('The letter is gone')
			return only
		},
		async attachment(of) {
			expect(of.attachments, 'attachments').toHaveLength(1)
			const name = of.attachments?.[0]?.generatedFileName ?? ''
			return (await read(`api/email/${of.id}/attachment/${encodeURIComponent(name)}`)).text()
		},
	}
}
