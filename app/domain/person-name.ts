/** A person's name in its two parts. Who has one name alone has it as the given name, and no family name. */
export interface PersonName {
	givenName: string
	familyName: string
}

/** As a person is addressed and spoken of: the given name first. */
export function fullName({ givenName, familyName }: PersonName): string {
	return `${givenName} ${familyName}`.trim()
}

/** As lists sort: the family name first. */
export function nameInList({ givenName, familyName }: PersonName): string {
	return givenName === '' || familyName === '' ? `${familyName}${givenName}` : `${familyName}, ${givenName}`
}
