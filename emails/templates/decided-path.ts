import { paths } from '#app/paths.ts'
import type { Decided } from '../kinds.ts'

/** Where the reader finds what was decided. */
export function decidedPath({ reference, about }: Decided): string {
	return about === 'application' ? paths.application(reference) : paths.home()
}
