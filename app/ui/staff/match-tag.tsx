import { useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../display/status-tag.tsx'

type Props = {
	match: 'matched' | 'name-differs' | 'none'
	/** The prisoner of the number that was typed. */
	prisoner: string | null
}

const shapes = { matched: 'done', 'name-differs': 'attention', none: 'stopped' } as const

/** How far an application is matched to the register. */
export function MatchTag({ match, prisoner }: Props) {
	const t = useT()
	return (
		<div className="stack-tight">
			<StatusTag shape={shapes[match]}>{t(`staff.match.${match}`)}</StatusTag>
			{prisoner !== null && <div className="small">{prisoner}</div>}
		</div>
	)
}
