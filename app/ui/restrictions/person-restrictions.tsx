import { recordedKinds } from '#app/domain/restrictions/kinds.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../button.tsx'
import type { RestrictionView } from './restriction.view-model.ts'
import { RestrictionTable } from './restriction-table.tsx'

type Props = {
	person: { kind: 'prisoner' | 'visitor'; ref: string }
	rows: readonly RestrictionView[]
	mayOpen: boolean
	mayAdd: boolean
}

/** What restricts one person's contact, above everything else about them. Where nothing does, or nothing that the reader may know of, it is not there. */
export function PersonRestrictions({ person, rows, mayOpen, mayAdd }: Props) {
	const t = useT()
	const kinds = recordedKinds.filter((kind) => person.kind === 'prisoner' || kind !== 'court-restriction')
	return (
		<>
			{rows.length > 0 && (
				<RestrictionTable rows={rows} caption={t('restrictions.caption', { total: rows.length })} mayOpen={mayOpen} />
			)}
			{mayAdd && (
				<p className="cluster">
					{kinds.map((kind) => (
						<ButtonLink
							key={kind}
							variant="secondary"
							href={paths.staff.newRestriction({ kind, [person.kind]: person.ref })}
						>
							{t(`restrictions.new.${kind}`)}
						</ButtonLink>
					))}
				</p>
			)}
		</>
	)
}
