import { describe, expect, it } from 'vitest'
import { refusalKinds } from '#app/domain/refusals.ts'
import { refusals as en } from '#app/i18n/en/refusals.ts'
import { refusals as nb } from '#app/i18n/nb/refusals.ts'
import { refusals as nn } from '#app/i18n/nn/refusals.ts'

const languages: [string, Readonly<Record<string, string>>][] = [
	['bokmål', nb],
	['nynorsk', nn],
	['English', en],
]
const kinds = Object.entries(refusalKinds)
const memberCodes = kinds.flatMap(([code, { tell, about }]) => (tell === 'plain' && about === 'member' ? [code] : []))

describe.each(languages)('the refusals in %s', (_, texts) => {
	it('say to an officer what stands, for every code', () => {
		expect(kinds.filter(([code]) => !texts[`refusals.${code}.officer`]).map(([code]) => code)).toEqual([])
	})
	it('say to a family what stands and what would help, for every plain code', () => {
		const plain = kinds.filter(([, { tell }]) => tell === 'plain')
		const silent = plain.filter(([code]) => !texts[`refusals.${code}.family`] || !texts[`refusals.${code}.next`])
		expect(silent).toEqual([])
	})
	it('have no words of their own to a family for a neutral code', () => {
		const neutral = kinds.flatMap(([code, { tell }]) => (tell === 'neutral' ? [code] : []))
		const keys = neutral.flatMap((code) => Object.keys(texts).filter((key) => key.startsWith(`refusals.${code}.`)))
		expect(keys).toEqual(neutral.map((code) => `refusals.${code}.officer`))
		expect(texts['refusals.neutral.family']).toBeTruthy()
		expect(texts['refusals.neutral.next']).toBeTruthy()
	})
	it('speak of another member in the same words, whatever it is that stands', () => {
		const words = memberCodes.flatMap((code) => [texts[`refusals.${code}.someone`], texts[`refusals.${code}.family`]])
		expect(new Set(words).size).toBe(1)
		expect(memberCodes.filter((code) => !texts[`refusals.${code}.you`] || !texts[`refusals.${code}.child`])).toEqual([])
	})
	it('have no text for a code that is not there', () => {
		const known = [...kinds.map(([code]) => code), 'neutral', 'someone']
		expect(Object.keys(texts).filter((key) => !known.includes(key.split('.')[1] ?? ''))).toEqual([])
	})
})
