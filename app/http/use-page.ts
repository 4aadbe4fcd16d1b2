import { useLocation, useMatches } from '@remix-run/react'
import { useT } from '#app/i18n/react.tsx'
import { formContextField } from '#app/paths.ts'
import { isPageHandle, type PageHandle } from './page-handle.ts'
import { useRequestInfo } from './request-info.tsx'
import { useProblem } from './use-problem.ts'

/** The page's own address, to come back to. */
export function usePath(): string {
	const { pathname, search } = useLocation()
	return pathname + withoutFormContext(search)
}

function withoutFormContext(search: string): string {
	if (!search.includes(formContextField)) return search
	const parameters = new URLSearchParams(search)
	parameters.delete(formContextField)
	return parameters.size === 0 ? '' : `?${parameters}`
}

/** What the document says of the page in it, as the routes have told: the innermost first. */
export function usePage(): { title: string; room: NonNullable<PageHandle['area']>; onPaper: string | undefined } {
	const t = useT()
	const inward = [...useMatches()].reverse()
	const problem = useProblem()
	const { problemStatus, hasErrors } = useRequestInfo()
	const failed = problemStatus !== null
	const handles = inward.map((match) => match.handle).filter(isPageHandle)
	const ownTitle = inward.map((match) => textIn(match.data, 'title')).find((title) => title !== null)
	const key = handles.find((handle) => handle.title !== undefined)?.title
	const title = failed ? problem.title : (ownTitle ?? (key === undefined ? null : t(key)))
	const pageTitle = title === null ? t('common.service-name') : t('common.page-title', { title })
	return {
		// A screen reader begins with the title: that something must be put right is told first.
		title: hasErrors ? `${t('errors.field')} ${pageTitle}` : pageTitle,
		room: handles.find((handle) => handle.area !== undefined)?.area ?? 'family',
		onPaper: inward.map((match) => textIn(match.data, 'onPaper')).find((text) => text !== null) ?? undefined,
	}
}

function textIn(data: unknown, name: 'title' | 'onPaper'): string | null {
	const text: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : null
	return typeof text === 'string' ? text : null
}
