import { useT } from '#app/i18n/react.tsx'
import { describeFormMismatch } from './form-mismatch.ts'
import { problemOf } from './problem.ts'
import { useRequestInfo } from './request-info.tsx'

/** The words of an error page for what went wrong: never the error's own. */
export function useProblem() {
	const t = useT()
	const { requestId, problemStatus, formMismatch } = useRequestInfo()
	const reference = t('errors.reference', { reference: requestId })
	if (formMismatch) return { ...describeFormMismatch(formMismatch, t), reference }
	const problem = problemOf(problemStatus ?? 500)
	return {
		title: t(`errors.${problem}.title`),
		texts: [t(`errors.${problem}.text`), t(`errors.${problem}.next`)],
		reference,
	}
}
