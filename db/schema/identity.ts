import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { AccountKind } from '#app/domain/identity/account-kind.ts'
import { bytes, instant, oneOf } from './columns.ts'

export type { AccountKind }

export const signIn = pgTable('sign_in', {
	stateHash: bytes('state_hash').primaryKey(),
	kind: oneOf<AccountKind>('kind').notNull(),
	nonce: text('nonce').notNull(),
	codeVerifier: text('code_verifier').notNull(),
	returnTo: text('return_to').notNull(),
	maxAge: integer('max_age'),
	expiresAt: instant('expires_at').notNull(),
})

export const newcomer = pgTable('newcomer', {
	tokenHash: bytes('token_hash').primaryKey(),
	sealed: text('sealed').notNull(),
	usedAt: instant('used_at'),
	expiresAt: instant('expires_at').notNull(),
})

export const webSession = pgTable('web_session', {
	tokenHash: bytes('token_hash').primaryKey(),
	kind: oneOf<AccountKind>('kind').notNull(),
	visitorId: uuid('visitor_id'),
	officerId: uuid('officer_id'),
	/** The facility an officer works in now. */
	facilityId: uuid('facility_id'),
	issuer: text('issuer').notNull(),
	subject: text('subject').notNull(),
	issuerSession: text('issuer_session'),
	idToken: text('id_token').notNull(),
	authenticatedAt: instant('authenticated_at').notNull(),
	createdAt: instant('created_at').notNull(),
	seenAt: instant('seen_at').notNull(),
	expiresAt: instant('expires_at').notNull(),
})
