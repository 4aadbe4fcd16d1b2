import { idnr } from '@navikt/fnrvalidator'
import { config } from '#app/config.server.ts'
import { indexOf, type Keys, seal, unseal } from '#app/integrations/sealing.server.ts'
import type { StoredNumber } from '#db/queries/accounts.ts'

const real: readonly string[] = ['fnr', 'dnr']

/**
 * Whether it is a birth number or a D-number. Synthetic ones, made for tests, are refused in production. Nothing is ever
 * read out of it: neither age nor sex.
 */
export function isNationalNumber(number: string): boolean {
	const result = idnr(number)
	return result.status === 'valid' && (config().environment !== 'production' || real.includes(result.type))
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
