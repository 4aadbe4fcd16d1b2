import { fullName } from '#app/domain/person-name.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { TextLink } from '../text-link.tsx'

/** Who applied for a child; without a reference where their record is not for this prison's officers. */
export interface ShownGuardian {
	name: string
	ref: string | null
}

interface Applied {
	visitor: { id: string }
	applicant: { id: string; ref: string; givenName: string; familyName: string }
	prisoner: object | null
}

/** null where the visitor applied for themselves. */
export function shownGuardian({ visitor, applicant, prisoner }: Applied): ShownGuardian | null {
	if (applicant.id === visitor.id) return null
	return { name: fullName(applicant), ref: prisoner ? applicant.ref : null }
}

export function GuardianName({ guardian: { name, ref } }: { guardian: ShownGuardian }) {
	const t = useT()
	return (
		<>
			{ref === null ? name : <TextLink href={paths.staff.visitor(ref, { reason: 'application' })}>{name}</TextLink>},{' '}
			{t('applications.officer.case.guardian')}
		</>
	)
}
