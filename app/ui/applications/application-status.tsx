import type { ApplicationState } from '#app/domain/applications/application.ts'
import { useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../display/status-tag.tsx'
import type { Shape } from '../icons.tsx'

const shapes: Readonly<Record<ApplicationState, Shape>> = {
	received: 'waiting',
	ready: 'waiting',
	granted: 'done',
	'granted-with-limits': 'attention',
	refused: 'stopped',
	withdrawn: 'ended',
}

export function ApplicationStatus({ state }: { state: ApplicationState }) {
	const t = useT()
	return <StatusTag shape={shapes[state]}>{t(`applications.state.${state}`)}</StatusTag>
}
