import { sql } from 'drizzle-orm'
import { customType, text, timestamp } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { LegalStatus, SecurityLevel } from '#app/domain/prisoners/prisoner.ts'
import { checkedDocument } from '../documents.ts'

/** An instant, `timestamptz`, as a `Date`. Never filled by the database: every business time is an argument. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Raw bytes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** A text column whose values are held to a closed list by the database. */
export const oneOf = <T extends string>(name: string) =>
	customType<{ data: T; driverData: string }>({ dataType: () => 'text' })(name)

/** A `jsonb` column with the schema of what it holds: see `checkedDocument`. */
export const document = <T>(name: string, shape: z.ZodType<T>) =>
	customType<{ data: T; driverData: T }>({
		dataType: () => 'jsonb',
		toDriver: (value) => sql`${JSON.stringify(checkedDocument(name, shape, value))}::jsonb`,
		fromDriver: (value) => checkedDocument(name, shape, value),
	})(name)

/** Whom something is for. Lists that are null mean all. */
export const whoItIsFor = () => ({
	units: text('units').array(),
	securityLevels: oneOf<SecurityLevel>('security_levels').array(),
	legalStatuses: oneOf<LegalStatus>('legal_statuses').array(),
})
