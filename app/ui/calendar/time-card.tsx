import type { ReactNode } from 'react'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { useT } from '#app/i18n/react.tsx'
import { SettingIllustration } from '../illustrations/setting-illustration.tsx'
import { formatControls } from './format-controls.ts'

type Props = {
	/** 'kl. 12.00–13.00' */
	time: string
	setting: Setting
	controls: readonly Control[]
	/** Given when they are few enough to matter. */
	placesLeft?: number | undefined
	/** The link or button that chooses it. */
	action: ReactNode
}

/** One time of a chosen day: when, where, what is controlled, and the way on. */
export function TimeCard({ time, setting, controls, placesLeft, action }: Props) {
	const t = useT()
	return (
		<div className="ds-card time-card">
			<SettingIllustration setting={setting} />
			<div>
				<h3 className="ds-heading" data-size="xs">
					{time}
				</h3>
				<p>{t(`timetable.setting.${setting}`)}</p>
				<p className="subtle small">{formatControls(controls, t)}</p>
				{placesLeft !== undefined && <p className="small">{t('timetable.places-left', { count: placesLeft })}</p>}
			</div>
			<div className="time-card-action">{action}</div>
		</div>
	)
}
