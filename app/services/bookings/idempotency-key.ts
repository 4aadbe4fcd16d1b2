import { createHash } from 'node:crypto'

/** The key of one choice among several that stand on one page: another choice from the same page is another request. */
export function keyOfChoice(pageKey: string, choice: string): string {
	const hex = createHash('sha256').update(`${pageKey}/${choice}`).digest('hex')
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
