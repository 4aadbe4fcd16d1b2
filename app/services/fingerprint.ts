import { createHash } from 'node:crypto'

/** Stands for a record as a page showed it: two that differ in anything have different ones. */
export function fingerprint(shown: unknown): string {
	return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)
}
