/** A person's name in its two parts. */
export interface PersonName {
	givenName: string
	familyName: string
}

/** As a person is addressed and spoken of: the given name first. */
export function fullName({ givenName, familyName }: PersonName): string {
	return `${givenName} ${familyName}`
}

/** As lists sort: the family name first. */
export function nameInList({ givenName, familyName }: PersonName): string {
	return `${familyName}, ${givenName}`
}
