import { useLocation } from '@remix-run/react'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { conflictPage, type ProblemTexts } from './conflict-page.ts'
import { describeFormMismatch } from './form-mismatch.ts'
import { problemOf } from './problem.ts'
import { useRequestInfo } from './request-info.tsx'

/** The words of an error page for what went wrong: never the error's own. */
export function useProblem(): ProblemTexts & { reference?: string } {
	const t = useT()
	const locale = useLocale()
	const { pathname } = useLocation()
	const { requestId, problemStatus, conflict, formMismatch } = useRequestInfo()
	if (conflict) {
		const isStaff = pathname === paths.staff.today() || pathname.startsWith(`${paths.staff.today()}/`)
		return conflictPage(conflict, { t, locale, area: isStaff ? 'staff' : 'family' })
	}
	const reference = t('errors.reference', { reference: requestId })
	if (formMismatch) return { ...describeFormMismatch(formMismatch, t), reference }
	const problem = problemOf(problemStatus ?? 500)
	return {
		title: t(`errors.${problem}.title`),
		texts: [t(`errors.${problem}.text`), t(`errors.${problem}.next`)],
		reference,
	}
}
