import { and, eq, isNull } from 'drizzle-orm'
import type { RoleGrant } from '#app/domain/access/roles.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { officer, officerRole, visitor } from '#db/schema/index.ts'

/** Who someone is at an issuer. */
export interface Account {
	issuer: string
	subject: string
}

/** A national number as it is stored. */
export interface StoredNumber {
	pidCipher: Buffer
	pidKeyId: string
	pidIndex: Buffer
}

export type Language = (typeof visitor.$inferSelect)['language']

/** How a visitor's birth date came to be known, and what comparing it and the name has shown. */
export type PersonComparison = Pick<
	typeof visitor.$inferSelect,
	'birthDateSource' | 'birthDateComparison' | 'otherBirthDate' | 'nameComparison'
>

export interface VisitorAccount extends PersonComparison {
	id: string
	account: Account | null
	pidIndex: Buffer | null
	language: Language
	givenName: string
	familyName: string
	born: string
}

const visitorAccount = {
	id: visitor.id,
	issuer: visitor.issuer,
	subject: visitor.subject,
	pidIndex: visitor.pidIndex,
	language: visitor.language,
	givenName: visitor.givenName,
	familyName: visitor.familyName,
	born: visitor.born,
	birthDateSource: visitor.birthDateSource,
	birthDateComparison: visitor.birthDateComparison,
	otherBirthDate: visitor.otherBirthDate,
	nameComparison: visitor.nameComparison,
}

type VisitorAccountRow = Pick<typeof visitor.$inferSelect, keyof typeof visitorAccount>

function toVisitorAccount(row: VisitorAccountRow | undefined): VisitorAccount | null {
	if (!row) return null
	const { issuer, subject, ...rest } = row
	return { ...rest, account: issuer === null || subject === null ? null : { issuer, subject } }
}

export async function findVisitorByAccount(db: DbOrTx, { issuer, subject }: Account): Promise<VisitorAccount | null> {
	const rows = await db
		.select(visitorAccount)
		.from(visitor)
		.where(and(eq(visitor.issuer, issuer), eq(visitor.subject, subject)))
	return toVisitorAccount(rows[0])
}

export async function findVisitorByNumber(db: DbOrTx, pidIndex: Buffer): Promise<VisitorAccount | null> {
	const rows = await db.select(visitorAccount).from(visitor).where(eq(visitor.pidIndex, pidIndex)).for('update')
	return toVisitorAccount(rows[0])
}

/** Gives a visitor whom officers have kept on paper their account. False when someone has it already. */
export async function adoptVisitor(db: DbOrTx, visitorId: string, account: Account): Promise<boolean> {
	const rows = await db
		.update(visitor)
		.set(account)
		.where(and(eq(visitor.id, visitorId), isNull(visitor.issuer)))
		.returning({ id: visitor.id })
	return rows.length === 1
}

export async function setNationalNumber(db: DbOrTx, visitorId: string, number: StoredNumber): Promise<void> {
	await db.update(visitor).set(number).where(eq(visitor.id, visitorId))
}

export async function setPersonComparison(db: DbOrTx, visitorId: string, found: PersonComparison): Promise<void> {
	await db.update(visitor).set(found).where(eq(visitor.id, visitorId))
}

export type NewVisitor = typeof visitor.$inferInsert

export async function insertVisitor(db: DbOrTx, row: NewVisitor): Promise<void> {
	await db.insert(visitor).values(row)
}

export interface VisitorDetails {
	givenName: string
	familyName: string
	born: string
	email: string | null
	/** Since when the address takes no mail. */
	emailFailedAt: Date | null
	phone: string | null
	language: Language
}

export async function findVisitorDetails(db: DbOrTx, visitorId: string): Promise<VisitorDetails | null> {
	const rows = await db
		.select({
			givenName: visitor.givenName,
			familyName: visitor.familyName,
			born: visitor.born,
			email: visitor.email,
			emailFailedAt: visitor.emailFailedAt,
			phone: visitor.phone,
			language: visitor.language,
		})
		.from(visitor)
		.where(eq(visitor.id, visitorId))
	return rows[0] ?? null
}

export type Contact = Pick<VisitorDetails, 'email' | 'phone' | 'language'>

/** How a visitor is reached, locked so that nobody changes it meanwhile. */
export async function lockContact(tx: DbOrTx, visitorId: string): Promise<Contact | null> {
	const [row] = await tx
		.select({ email: visitor.email, phone: visitor.phone, language: visitor.language })
		.from(visitor)
		.where(eq(visitor.id, visitorId))
		.for('no key update')
	return row ?? null
}

export async function updateContact(
	db: DbOrTx,
	visitorId: string,
	contact: Partial<Contact & Pick<VisitorDetails, 'emailFailedAt'>>,
): Promise<void> {
	await db.update(visitor).set(contact).where(eq(visitor.id, visitorId))
}

export interface OfficerAccount {
	id: string
	active: boolean
	grants: RoleGrant[]
}

export async function findOfficerByAccount(db: DbOrTx, { issuer, subject }: Account): Promise<OfficerAccount | null> {
	const rows = await db
		.select({ id: officer.id, active: officer.active, role: officerRole.role, facilityId: officerRole.facilityId })
		.from(officer)
		.leftJoin(officerRole, eq(officerRole.officerId, officer.id))
		.where(and(eq(officer.issuer, issuer), eq(officer.subject, subject)))
	const [first] = rows
	if (!first) return null
	const grants = rows.flatMap(({ role, facilityId }) => (role === null ? [] : [{ role, facilityId }]))
	return { id: first.id, active: first.active, grants }
}
