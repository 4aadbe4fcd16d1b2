import { ServiceError } from './errors.ts'

/** The text of a field that must not be left out, trimmed. @throws ServiceError `incomplete` */
export function requireText(field: string, text: string): string {
	const trimmed = text.trim()
	if (!trimmed) throw new ServiceError('incomplete', `It takes a ${field}`, [field])
	return trimmed
}
