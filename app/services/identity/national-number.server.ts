import { idnr } from '@navikt/fnrvalidator'
import { config } from '#app/config.server.ts'
import { dateInNumber } from '#app/domain/identity/number-date.ts'
import { indexOf, type Keys, seal, unseal } from '#app/integrations/sealing.server.ts'
import type { StoredNumber } from '#db/queries/identity/accounts.ts'

const real: readonly string[] = ['fnr', 'dnr']

/** Whether it is a birth number or a D-number. Synthetic ones, made for tests, are refused in production. */
export function isNationalNumber(number: string): boolean {
	const result = idnr(number)
	if (config().environment === 'production') return result.status === 'valid' && real.includes(result.type)
	// The validator does not know the synthetic numbers whose month is raised by 65: to it they only have an odd date.
	const hasOddDateOnly = result.status === 'invalid' && result.reasons.every((reason) => reason === 'invalid date')
	return result.status === 'valid' || (hasOddDateOnly && dateInNumber(number) !== null)
}

/** A visitor's number as the database may hold it: sealed for that row, and an index to find it by. */
export function sealNationalNumber(visitorId: string, number: string, keys?: Keys): StoredNumber {
	const { keyId, bytes } = seal(number, boundTo(visitorId), keys)
	return { pidCipher: bytes, pidKeyId: keyId, pidIndex: indexOf(number, keys) }
}

/** @internal */
export function openNationalNumber(visitorId: string, stored: Pick<StoredNumber, 'pidCipher' | 'pidKeyId'>): string {
	return unseal({ keyId: stored.pidKeyId, bytes: stored.pidCipher }, boundTo(visitorId))
}

/** What a number is found by without being opened. */
export function nationalNumberIndex(number: string): Buffer {
	return indexOf(number)
}

const boundTo = (visitorId: string) => `visitor.pid:${visitorId}`
