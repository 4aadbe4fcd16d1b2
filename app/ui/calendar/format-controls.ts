import { type Control, withImplied } from '#app/domain/permits/controls.ts'
import type { T } from '#app/i18n/translate.ts'

/** What is controlled, a sentence each; no touch is not said where the glass already says it. */
export function formatControls(controls: readonly Control[], t: T): string {
	const said = withImplied(controls).filter((control) => control !== 'no-touch' || !controls.includes('glass'))
	if (said.length === 0) return `${t('timetable.control.none')}.`
	return said.map((control) => `${t(`timetable.control.${control}`)}.`).join(' ')
}
