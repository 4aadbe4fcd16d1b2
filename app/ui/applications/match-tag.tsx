import { useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../display/status-tag.tsx'

type Props = {
	match: 'matched' | 'linked' | 'name-differs' | 'none'
	/** The prisoner of the number that was typed. */
	prisoner: string | null
	/** Who linked it by hand. */
	linkedBy?: string | null
}

const shapes = { matched: 'done', linked: 'attention', 'name-differs': 'attention', none: 'stopped' } as const

/** How far an application is matched to the register. */
export function MatchTag({ match, prisoner, linkedBy = null }: Props) {
	const t = useT()
	const isByHand = match === 'linked' && linkedBy !== null
	return (
		<div className="stack-tight">
			<StatusTag shape={shapes[match]}>
				{isByHand
					? t('applications.officer.match.linked-by', { name: linkedBy })
					: t(`applications.officer.match.${match}`)}
			</StatusTag>
			{prisoner !== null && <div className="small">{prisoner}</div>}
		</div>
	)
}
